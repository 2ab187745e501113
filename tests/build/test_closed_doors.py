"""Every page of the site says for itself that it loads, runs and tells nothing but what it must."""

import re

import pytest
from annotated_edition.permalinks.snapshot import address_of
from fixtures.builder import SETTINGS, copy_fixture, sound
from fixtures.editing import change
from fixtures.pages import Site, closed

FOREIGN = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
LOADING = (
    "[src], [srcset], [poster], object[data], link[rel~=stylesheet], link[rel~=icon], link[rel|=pre], use[href], image"
)


def test_every_page_has_a_policy_that_knows_its_inline_code_and_no_other(edition: Site) -> None:
    assert {path: faults for path, page in edition.pages.items() if (faults := closed(page.soup))} == {}


def test_every_page_tells_its_address_to_no_other_site(edition: Site) -> None:
    for path, page in edition.pages.items():
        assert page.soup.head
        told = page.soup.head.find_all("meta", attrs={"name": "referrer"})
        assert [meta["content"] for meta in told] == ["same-origin"], path


def test_no_page_loads_anything_from_another_site(edition: Site) -> None:
    for path, page in edition.pages.items():
        foreign = (tag for tag in page.elements if any(FOREIGN.match(str(value)) for value in tag.attrs.values()))
        assert [tag for tag in foreign if tag.css.match(LOADING)] == [], path


def test_no_link_opens_a_window_that_could_reach_back(edition: Site) -> None:
    for path, page in edition.pages.items():
        opening = (
            tag for tag in page.elements if tag.has_attr("target") and tag.css.match("a:not([target=_self]), form")
        )
        assert [tag for tag in opening if "noopener" not in tag.get_attribute_list("rel")] == [], path


# Twice, and into a passage of a page.
MOVED = {"older": "second.md", "oldest": "older.md", "part": "second.md#claim-3"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small edition with a known source, an address that has moved, and a table."""
    folder = copy_fixture(tmp_path_factory.mktemp("small"))
    moves = "".join(f"    {old}.md: {new}\n" for old, new in MOVED.items())
    change(folder / "mkdocs.yml", "  moved: {}\n", f"  moved:\n{moves}")
    page = folder / "docs" / "second.md"
    table = "\n\n| Year | Price |\n|:--|--:|\n| 2021 | 3 |\n"
    page.write_text(page.read_text(encoding="utf-8") + table, encoding="utf-8")
    return Site(sound(folder, REPOSITORY_URL="https://github.com/owner/name"))


def test_a_site_whose_source_is_known_asks_nobody_for_its_stars(small: Site) -> None:
    assert [path for path, page in small.pages.items() if page.soup.select("a.md-source")] != []
    assert [path for path, page in small.pages.items() if page.soup.select("[data-md-component=source]")] == []


def test_a_page_that_has_moved_leads_on_and_has_a_policy(small: Site) -> None:
    for old, target in {"older": "", "oldest": "", "part": "#claim-3"}.items():
        page = small[f"{old}/"]
        assert [element.text for element in page.soup.select("title, h1")] == ["Remedies"] * 2
        assert [page.target(str(link["href"])) for link in page.soup.select("h1 a")] == [f"second/{target}"]
        assert [page.target(str(script["data-to"])) for script in page.soup.select("script")] == [f"second/{target}"]
        assert closed(page.soup) == []


def test_the_columns_of_a_table_are_aligned_without_a_style(small: Site) -> None:
    soup = small["second/"].soup
    assert [cell.get("align") for cell in soup.select("td")] == ["left", "right"]
    assert closed(soup) == []


def test_the_headers_for_hosts_name_only_pages_and_keep_to_the_bounds_of_hosts(edition: Site) -> None:
    lines = (edition.folder / "_headers").read_text(encoding="utf-8").splitlines()
    paths = [line.removeprefix("/") for line in lines if not line.startswith(" ")]
    assert paths[0] == "*"
    others = {"404.html", *(address_of(name)[1:] for name in SETTINGS.moved)}
    ours = {path for path in edition.pages if path not in others and not path.startswith(("c/", "f/", "r/"))}
    assert set(paths[1:]) == {*ours, "f/*", ":edition/f/*"}
    # Of Cloudflare Pages: developers.cloudflare.com/pages/configuration/headers.
    assert len(paths) <= 100
    assert max(map(len, lines)) <= 2000
