"""Let pandoc format many lists of works at once: a filter in Lua calls its citeproc for each, in one run or a few.

pandoc's citeproc: https://pandoc.org/MANUAL.html#citations
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import pypandoc

from annotated_edition.text.csl import for_works
from annotated_edition.text.problems import Problem

Work = Mapping[str, Any]  # in terms of CSL-JSON
MOST = 10_000  # works in one run, counted anew for each style; each takes up to 100 kB of memory
PROCESSES = 2  # of pandoc at once
# The size to which its old generation grows before garbage is collected in it, which else takes pandoc a fifth of its
# time (-O in the user's guide of GHC, "Running a compiled program").
HEAP = ("+RTS", "-O128m", "-RTS")
# Here, since whatever is no Python in a folder of the theme is published.
FILTER = """-- Makes a Div of each job: of the citations that its text has, and the list of its works.

function Pandoc(document)
  local file = assert(io.open(pandoc.utils.stringify(document.meta.jobs)))
  local jobs = pandoc.json.decode(file:read("a"), false)
  file:close()
  return pandoc.Pandoc(pandoc.List(jobs):map(function(job)
    local source = pandoc.read(job.text, "markdown-smart")
    local all = pandoc.Inlines{pandoc.Cite({}, {pandoc.Citation("*", "AuthorInText")})}
    source.meta = {csl = job.style, bibliography = job.works, nocite = all, ["link-citations"] = true}
    return pandoc.Div(pandoc.utils.citeproc(source).blocks, {class = "job"})
  end))
end
"""


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
    with ThreadPoolExecutor(PROCESSES) as pool:
        for some in pool.map(_run, _batches(jobs)):
            yield from some


def _batches(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    batch: list[Job] = []
    for job in jobs:
        if batch and sum(len(each.works) for each in [*batch, job]) > MOST:
            yield batch
            batch = []
        batch.append(job)
    yield batch


def _run(jobs: Sequence[Job]) -> list[ElementTree.Element]:
    with TemporaryDirectory() as folder:
        given = [_laid_out(Path(folder), place, job) for place, job in enumerate(jobs)]
        told, lua = Path(folder, "jobs.json"), Path(folder, "jobs.lua")
        told.write_text(json.dumps(given), encoding="utf-8")
        lua.write_text(FILTER, encoding="utf-8")
        arguments = [f"--lua-filter={lua}", f"--metadata=jobs:{told}", "--wrap=none"]
        html = _converted("", "html", "markdown", arguments)
    return list(ElementTree.fromstring(f"<root>{html.replace('&nbsp;', ' ')}</root>"))


def read_works(bibliography: str) -> list[dict[str, Any]]:
    """The works of some BibTeX.

    Raises RuntimeError where pandoc ends with an error, and OSError where it is missing.
    """
    works: list[dict[str, Any]] = json.loads(_converted(bibliography, "csljson", "bibtex"))
    return works


def _converted(text: str, to: str, form: str, arguments: Sequence[str] = ()) -> str:
    """What pandoc makes of a text; it is not asked first which formats it knows, by two more runs."""
    made: str = pypandoc.convert_text(text, to, form, extra_args=[*arguments, *HEAP], verify_format=False)
    return made


def pandoc_problem(page: str, aim: str, error: Exception) -> Problem:
    """Why pandoc did not do what it was to do; pypandoc gives no number to the error of a pandoc that is missing."""
    if isinstance(error, OSError) and error.errno is None:
        remedy = "set it up again with make clean and make build"
        return Problem(page, 0, "pandoc", "is missing, and without it no citation can be formatted", remedy)
    return Problem(page, 0, "pandoc", f"could not {aim} ({error})", "see its message")


def _laid_out(folder: Path, place: int, job: Job) -> dict[str, Any]:
    """What the filter is told of a job, for which files are written into the folder."""
    works, style = folder / f"{place}.json", folder / f"{place}.csl"
    works.write_text(json.dumps(job.works), encoding="utf-8")
    style.write_text(for_works(job.style, job.works), encoding="utf-8")
    return {"style": str(style), "works": str(works), "text": job.text}
