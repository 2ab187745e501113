"""Every kind of page is valid HTML: those for reading, citation pages, redirects."""

from pathlib import Path

from fixtures.extent import ALL
from fixtures.valid import NEEDS_JAVA, found_in

pytestmark = NEEDS_JAVA
MANY = ("c", "r")  # folders with a page of each kind for every passage and every source
TRIED = 5  # of each hundred or so that are filled from one template


def sample(site: Path) -> list[Path]:
    """All pages for reading, and of citation pages and redirects some of each kind, from the first to the last."""
    pages = sorted(site.rglob("*.html"))
    kinds: dict[tuple[str, int], list[Path]] = {}
    for page in pages:
        parts = page.relative_to(site).parts
        kinds.setdefault((parts[0], len(parts)) if parts[0] in MANY else ("", 0), []).append(page)
    for kind, found in kinds.items():
        kinds[kind] = found if not any(kind) else found[:: max(1, len(found) // TRIED)]
    return [page for found in kinds.values() for page in found]


def test_the_checker_finds_a_fault_and_none_in_any_kind_of_page(site: Path, tmp_path: Path) -> None:
    page = tmp_path / "c" / "8" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        '<!doctype html><html lang="en"><title>T</title><label tabindex="">L</label></html>', encoding="utf-8"
    )
    found = found_in([*([site] if ALL else sample(site)), page])
    assert [line for line in found if str(page) not in line] == []
    assert [line for line in found if "tabindex" in line] != []
