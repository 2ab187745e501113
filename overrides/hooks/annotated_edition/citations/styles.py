"""Format every citable item in the styles that report writers use, ready to paste.

One run of pandoc a style, for all items at once.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from xml.etree import ElementTree

import pypandoc

from annotated_edition.citations.csl import read_csl
from annotated_edition.citations.formatted import NEVER, leftover, read_string
from annotated_edition.citations.items import Item
from annotated_edition.files.cache import cached
from annotated_edition.text.citeproc import pandoc_version
from annotated_edition.text.problems import Problem

Made = TypeVar("Made")
Strings = Mapping[str, Mapping[str, str]]  # by the key of the item and the key of the style: HTML


@dataclass(frozen=True)
class Style:
    """A style as the reader knows it, and what its CSL file must be told for the edition to read well in it."""

    key: str
    title: str
    csl: str
    is_note: bool = False  # formatted as a note, since the bibliography of a note style is another thing
    edition: str = "{} ed."  # Bluebook alone adds "ed." to what is no plain number
    has_number: bool = False  # IEEE alone prints no edition of a report, but its number


STYLES = (
    Style("chicago-notes", "Chicago, notes", "chicago-notes-bibliography", is_note=True),
    Style("chicago-author-date", "Chicago, author-date", "chicago-author-date"),
    Style("apa", "APA", "apa"),
    Style("mla", "MLA", "modern-language-association"),
    Style("ieee", "IEEE", "ieee", has_number=True),
    Style("bluebook", "Bluebook, law review", "bluebook-law-review", is_note=True, edition="{}"),
)

OURS = ("styles.py", "formatted.py")  # whose change makes all that is kept stale
SOMEWHERE = "https://edition.invalid/"  # so that the address of the site can change without formatting anew


def begin(items: Sequence[Item], cache: Path) -> Callable[[], Strings]:
    """Start to format the items, which are all of one work, in every style; what is returned waits for the end.

    It raises RuntimeError where a style is not known or pandoc ends with an error, and OSError where pandoc is missing.
    """
    facts = [item.csl | {"URL": SOMEWHERE + item.url} if item.work.address else item.csl for item in items]
    pool = ThreadPoolExecutor(max_workers=2)
    runs = [pool.submit(_formatted, facts, cache, style) for style in STYLES]
    pool.shutdown(wait=False)
    return partial(_joined, items, runs)


def in_background(make: Callable[..., Iterable[Made]], *arguments: object) -> Callable[[], list[Made]]:
    """Make a list while other work goes on; what is returned waits for it, and raises what went wrong."""
    pool = ThreadPoolExecutor(max_workers=1)
    run = pool.submit(lambda: list(make(*arguments)))
    pool.shutdown(wait=False)
    return run.result


def leftovers(strings: Strings, known: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """Name the styles in which a citation shows what no reader may see; once each, since it is so in all of them.

    `known` is the CSL-JSON of what is cited, by its key.
    """
    for style in STYLES:
        for key, made in strings.items():
            if fault := leftover(made.get(style.key, ""), json.dumps(known[key], ensure_ascii=False)):
                yield Problem("citations/styles.py", 0, f"{style.title}, {key}", *fault)
                break


def _joined(items: Sequence[Item], runs: Sequence[Future[dict[str, str]]]) -> Strings:
    made = {style.key: run.result() for style, run in zip(STYLES, runs, strict=True)}
    return {item.key: {style: _completed(item, found[item.key]) for style, found in made.items()} for item in items}


def _completed(item: Item, string: str) -> str:
    """The citation with the address of the site, and with the DOI of the edition where the style prints none.

    It is not that of a part, for which no style has room.
    """
    address, place = item.work.doi.address, "" if item.level == "work" else "in the edition "
    whole = f" [{place}{escape(address)}]" if address not in string else ""
    return string.replace(SOMEWHERE, escape(item.work.address)) + whole


def styled(facts: Mapping[str, Any], style: Style) -> dict[str, Any]:
    """An item's CSL-JSON as a style needs it: a publisher that is the author is not named twice, nor an edition."""
    kept = {name: value for name, value in facts.items() if name != "note"}
    if kept.get("publisher") == kept["author"][0]["literal"]:
        del kept["publisher"]
    number = kept.get("number", kept.get("edition", ""))
    if not style.has_number or "edition" in kept:
        kept = {name: value for name, value in kept.items() if name not in ("genre", "number")}
        kept["edition"] = style.edition.format(number)
    return kept | {"accessed": {"date-parts": [[NEVER.year, NEVER.month, NEVER.day]]}}


def _formatted(facts: Sequence[Mapping[str, Any]], cache: Path, style: Style) -> dict[str, str]:
    csl = read_csl(style.csl)
    bibliography = json.dumps([styled(fact, style) for fact in facts], ensure_ascii=False)
    keys = [fact["id"] for fact in facts]
    content = [
        bibliography,
        csl,
        pandoc_version(),
        *(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in OURS),
    ]
    return cached(cache, style.key, content, lambda: dict(zip(keys, _run(bibliography, csl, keys, style), strict=True)))


def _run(bibliography: str, csl: str, keys: Sequence[str], style: Style) -> list[str]:
    with TemporaryDirectory() as folder:
        data, rules = Path(folder, "items.json"), Path(folder, "style.csl")
        data.write_text(bibliography, encoding="utf-8")
        rules.write_text(csl, encoding="utf-8")
        notes = "\n\n".join(f"[@{key}]" for key in keys)
        source = f"---\nsuppress-bibliography: true\n---\n\n{notes}" if style.is_note else "---\nnocite: '@*'\n---\n"
        arguments = ["--citeproc", f"--bibliography={data}", f"--csl={rules}", "--wrap=none"]
        html = pypandoc.convert_text(source, "html", "markdown-smart", extra_args=arguments)
    root = ElementTree.fromstring(f"<root>{html.replace('&nbsp;', ' ')}</root>")
    if style.is_note:
        found = [note for note in root.iter("li") if note.get("id", "").startswith("fn")]
    else:
        entries = {
            entry.get("id", "").removeprefix("ref-"): entry for entry in root.iterfind(".//div[@class='csl-entry']")
        }
        found = [entries[key] for key in keys]
    return [read_string(element) for element in found]
