"""Let pandoc read works, and format lists of them: a script in Lua calls its citeproc for one list after the other.

pandoc's citeproc and its Lua: https://pandoc.org/MANUAL.html#citations, https://pandoc.org/lua-filters.html
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import LifoQueue
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import pypandoc

from annotated_edition.text.csl import for_works
from annotated_edition.text.problems import Problem
from annotated_edition.workers import Worker

Work = Mapping[str, Any]  # in terms of CSL-JSON
PROCESSES = 2  # of pandoc at once
FEW = 50  # works that one process formats sooner than another is started
# The size to which its old generation grows before garbage is collected in it, which else takes pandoc a fifth of its
# time (-O in the user's guide of GHC, "Running a compiled program").
HEAP = ("+RTS", "-O128m", "-RTS")
# Here, since whatever is no Python in a folder of the theme is published.
SCRIPT = """-- Answers each line with a line, both in JSON: whether it has made what is asked for, and what it has made.
local make = {}

-- The works of some BibTeX, as CSL-JSON.
function make.works(asked)
  return pandoc.write(pandoc.read(asked.text, "bibtex"), "csljson")
end

-- The citations that a text has, and the list of its works, as HTML.
function make.citations(asked)
  local source = pandoc.read(asked.text, "markdown-smart")
  local all = pandoc.Inlines{pandoc.Cite({}, {pandoc.Citation("*", "AuthorInText")})}
  source.meta = {csl = asked.style, bibliography = asked.works, nocite = all, ["link-citations"] = true}
  return pandoc.write(pandoc.utils.citeproc(source), "html", {wrap_text = "none"})
end

io.stdout:setvbuf("line")
for line in io.lines() do
  local asked = pandoc.json.decode(line, false)
  local is_made, made = pcall(make[asked.make], asked)
  print(pandoc.json.encode({is_made, tostring(made)}))
end
"""
WORKERS = [Worker(lambda: [pypandoc.get_pandoc_path(), *HEAP, "lua", "-e", SCRIPT]) for _ in range(PROCESSES)]
idle: LifoQueue[Worker] = LifoQueue()  # that which was asked last comes first, so that no other is started needlessly
for worker in WORKERS:
    idle.put(worker)


@dataclass(frozen=True)
class Job:
    """Works to format in a style, whose CSL is given, and Markdown with citations that lead to them."""

    style: str
    works: Sequence[Work]
    text: str = ""


def run(jobs: Sequence[Job]) -> Iterator[ElementTree.Element]:
    """What pandoc makes of each job, one after the other: paragraphs with citations, and the list of works.

    Raises RuntimeError where pandoc ends with an error, and OSError where it is missing.
    """
    is_little = sum(len(job.works) for job in jobs) <= FEW
    with ThreadPoolExecutor(1 if is_little else PROCESSES) as pool:
        yield from pool.map(_formatted, jobs)


def read_works(bibliography: str) -> list[dict[str, Any]]:
    """The works of some BibTeX.

    Raises RuntimeError where pandoc ends with an error, and OSError where it is missing.
    """
    works: list[dict[str, Any]] = json.loads(_made("works", text=bibliography))
    return works


def give_way() -> None:
    """Let all else go first, until `end`: what is asked for from now on is needed last."""
    for worker in WORKERS:
        worker.give_way()


def end() -> None:
    """Free the memory that pandoc holds, until there is something to make again."""
    for worker in WORKERS:
        worker.end()


def pandoc_problem(page: str, aim: str, error: Exception) -> Problem:
    """Why pandoc did not do what it was to do; pypandoc gives no number to the error of a pandoc that is missing."""
    if isinstance(error, OSError) and error.errno is None:
        remedy = "set it up again with make clean and make build"
        return Problem(page, 0, "pandoc", "is missing, and without it no citation can be formatted", remedy)
    return Problem(page, 0, "pandoc", f"could not {aim} ({error})", "see its message")


def _formatted(job: Job) -> ElementTree.Element:
    with TemporaryDirectory() as folder:
        works, style = Path(folder, "works.json"), Path(folder, "style.csl")
        works.write_text(json.dumps(job.works), encoding="utf-8")
        style.write_text(for_works(job.style, job.works), encoding="utf-8")
        html = _made("citations", text=job.text, works=str(works), style=str(style))
    return ElementTree.fromstring(f"<div>{html.replace('&nbsp;', ' ')}</div>")


def _made(what: str, **facts: str) -> str:
    worker = idle.get()
    try:
        is_made, made = worker.ask({"make": what, **facts})
    except EOFError:
        raise RuntimeError("it has ended without an answer") from None
    finally:
        idle.put(worker)
    if not is_made:
        raise RuntimeError(made)
    return str(made)
