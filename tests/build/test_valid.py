"""Every kind of page is valid HTML: those for reading and for printing, citation pages, redirects."""

from pathlib import Path

from fixtures.extent import ALL
from fixtures.released import released_once
from fixtures.valid import CHAPTERS, NEEDS_JAVA, found_in
from fixtures.written import TEXT

pytestmark = NEEDS_JAVA
MANY = ("c", "r")  # folders with a page of each kind for every passage and every source
TRIED = 4  # of each kind that is filled from one template


def sample(site: Path) -> list[Path]:
    """Of pages of the text, of citation pages and of redirects some of each kind, and all other pages for reading."""
    pages = sorted(site.rglob("*.html"))
    kinds: dict[tuple[str, int], list[Path]] = {}
    for page in pages:
        parts = page.relative_to(site).parts
        is_text = f"{page.parent.relative_to(site).as_posix()}/" in TEXT
        kind = (parts[0], len(parts)) if parts[0] in MANY else ("text", 0) if is_text else ("", 0)
        kinds.setdefault(kind, []).append(page)
    for kind, found in kinds.items():
        kinds[kind] = found if kind == ("", 0) else found[:: max(1, len(found) // TRIED)]
    return [page for found in kinds.values() for page in found]


def test_the_checker_finds_a_fault_and_none_in_any_kind_of_page(site: Path, tmp_path: Path) -> None:
    page = tmp_path / "c" / "8" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        '<!doctype html><html lang="en"><title>T</title><label tabindex="">L</label></html>', encoding="utf-8"
    )
    printed = released_once() / "site" / "print" / "index.html"
    found = found_in([*([site] if ALL else sample(site)), page, printed])
    wrong = [line for line in found if str(page) not in line]
    assert [line for line in wrong if not (str(printed) in line and CHAPTERS.search(line))] == []
    assert [line for line in found if "tabindex" in line] != []
