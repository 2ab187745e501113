"""Asks every outside link of docs/ and references.bib whether it still answers, and reports in Markdown."""

import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"https?://[^\s<>\"'{}|]+")
ENTRY = re.compile(r"@\w+\s*\{\s*([^,\s]+)")
ESCAPED = re.compile(r"\\([_%&#$~])")
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; monthly link check)", "Accept": "text/html,application/pdf,*/*"}
GONE = {404, 410}
TIMEOUT = 30  # seconds
PAUSE = 1  # second, between two requests to one host
HOSTS = 8  # asked at the same time


class Answer(NamedTuple):
    """What came of asking for a link; nothing to say means that it answered."""

    link: str
    gone: bool
    says: str


def links(folder: Path) -> dict[str, list[str]]:
    """Return every outside link of the project and the places where it stands."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in [folder / "references.bib", *sorted((folder / "docs").rglob("*.*"))]:
        if file.suffix in {".bib", ".md", ".csv", ".yml", ".yaml", ".json"}:
            for link, place in _links_of(file.read_text(encoding="utf-8"), file.relative_to(folder)):
                found[link].append(place)
    return found


def _links_of(text: str, file: Path) -> Iterator[tuple[str, str]]:
    """Yield each link with its entry, in a bibliography, or its line."""
    entry = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if file.suffix == ".bib" and (start := ENTRY.match(line)):
            entry = start[1]
        for match in LINK.finditer(ESCAPED.sub(r"\1", line)):
            yield _trimmed(match[0]), f"{file}: {entry or number}"


def _trimmed(link: str) -> str:
    """Return a link without the marks of the sentence around it; a bracket that it opens itself is its own."""
    while link[-1] in ".,;:!?*`)]" and not (link[-1] == ")" and link.count("(") >= link.count(")")):
        link = link[:-1]
    return link


def ask(link: str) -> Answer:
    """Ask for a link; the body is not read."""
    request = Request(quote(link.partition("#")[0], safe=":/?&=%+,;@!$'()*~[]"), headers=HEADERS)
    try:
        with urlopen(request, timeout=TIMEOUT):
            return Answer(link, False, "")
    except HTTPError as error:
        with error:
            return Answer(link, error.code in GONE, f"{error.code} {error.reason}")
    except (OSError, HTTPException, ValueError) as error:
        return Answer(link, False, str(getattr(error, "reason", error)))


def ask_host(addresses: Iterable[str]) -> list[Answer]:
    """Ask for the links of one host, one after the other; what fails without being gone is asked for once more."""
    answers = []
    for link in addresses:
        answer = ask(link)
        if answer.says and not answer.gone:
            time.sleep(5 * PAUSE)
            answer = ask(link)
        answers.append(answer)
        time.sleep(PAUSE)
    return answers


def report(answers: list[Answer], places: dict[str, list[str]]) -> str:
    """Return the links that did not answer, as tables, the lost ones first."""
    lines = [f"# Outside links\n\n{len(answers)} asked, {sum(not answer.says for answer in answers)} answered.\n"]
    for title, gone in (("Gone", True), ("To be looked at by hand, since some sites refuse programs", False)):
        rows = [answer for answer in answers if answer.says and answer.gone is gone]
        if rows:
            lines += [f"## {title}\n", "| link | answer | where |", "|---|---|---|"]
            lines += [f"| <{link}> | {says} | {', '.join(places[link])} |" for link, _, says in rows]
            lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Write the report to standard output."""
    places = links(ROOT)
    hosts: dict[str, list[str]] = defaultdict(list)
    for link in sorted(places):
        hosts[urlsplit(link).netloc].append(link)
    with ThreadPoolExecutor(HOSTS) as pool:
        answers = [answer for host in pool.map(ask_host, hosts.values()) for answer in host]
    sys.stdout.write(report(answers, places))


if __name__ == "__main__":
    main()
