"""A link to a page that is not there is named with its line, and with what to write instead."""

from dataclasses import replace
from unittest.mock import Mock

import pytest
from annotated_edition.build.anchors import name_dead_anchors
from annotated_edition.structure.page_links import page_link_problems, without_dead_links
from fixtures.builder import SETTINGS
from fixtures.labelled import claim
from fixtures.reading import edition_of, read_page

FILES = ["data/trade.csv", "map.png"]
MOVED = replace(SETTINGS, moved={"first.md": "second.md", "second.md": "context.md"})


def named(text: str, name: str = "a.md") -> list[str]:
    sources = {name: text, "context.md": claim("8"), "reasons/trade.md": "", "parts/index.md": "", "with space.md": ""}
    pages = [read_page(page, "", markdown) for page, markdown in sources.items()]
    return list(map(str, page_link_problems(edition_of(pages, MOVED, FILES))))


@pytest.mark.parametrize(
    ("link", "target", "remedy"),
    [
        ("[8](background.md#claim-8)", "background.md", "write context.md#claim-8"),
        ("[it](first.md)", "first.md", "write context.md"),
        ("[it](first.md#heading)", "first.md", "write context.md#heading"),
        ("[it](reasons/trad.md)", "reasons/trad.md", "write reasons/trade.md"),
        ("[it](data/trades.csv)", "data/trades.csv", "write data/trade.csv"),
        ("![it](maps.png)", "maps.png", "write map.png"),
        ("![it](globe.png)", "globe.png", "put it into docs, or write its path from where you are"),
        ("[it](context/)", "context", "write context.md"),
        ("[it](parts/)", "parts", "write parts/index.md"),
        ("[it](nowhere.md)", "nowhere.md", "write the path of one, from where you are"),
        ('![it](nowhere.md "Title")', "nowhere.md", "write the path of one, from where you are"),
        ("[it](<no%20where.md>)", "no where.md", "write the path of one, from where you are"),
        ("[it]: nowhere.md", "nowhere.md", "write the path of one, from where you are"),
        ("[it](no where.md)", "no where.md", "write the path of one, from where you are"),
        ("[it](context.html)", "context.html", "write context.md"),
        ("[it](www.example.org)", "www.example.org", "write https://www.example.org"),
        ("[her](anna@example.org)", "anna@example.org", "write mailto:anna@example.org"),
    ],
)
def test_a_link_to_no_page_is_named_with_the_page_that_was_meant(link: str, target: str, remedy: str) -> None:
    kind = "page" if target.endswith(".md") else "file"
    assert named(f"# A\n\n{link}") == [f"a.md: link in line 3: points to {target}, which is no {kind}; {remedy}"]


@pytest.mark.parametrize("address", ["htps://example.org/", "https:/example.org/", "doi:10.1000/182"])
def test_a_link_to_an_address_that_is_none_is_named(address: str) -> None:
    wrong = f"points to {address}, which is no address; write it from https:// or mailto: on"
    assert named(f"# A\n\n[it]({address})") == [f"a.md: link in line 3: {wrong}"]


@pytest.mark.parametrize("path", ["map.png", "../globe.png"])
def test_an_image_in_html_that_is_not_at_its_address_is_named(path: str) -> None:
    page = read_page("a.md", "a/", f'# A\n\n<img src="{path}" alt="It"> <img alt="It" src=../map.png>\n')
    assert list(map(str, page_link_problems(edition_of([page], files=FILES)))) == [
        f"a.md: image in line 3: {path} is not at this address; write it as ![what it shows]({path})"
    ]


def test_a_link_in_html_to_the_file_of_a_page_is_named() -> None:
    page = '# A\n\n<a href="https://example.org/b.md">it</a>\n<a class="x" href="../issue.md#claim-1">it</a>'
    assert named(page) == [
        "a.md: link in line 4: points to ../issue.md#claim-1 in HTML, in which a path leads nowhere; "
        "write it as [text](../issue.md#claim-1)"
    ]


@pytest.mark.parametrize("link", ["[it]()", "[it]( # )"])
def test_a_link_to_nothing_is_named(link: str) -> None:
    (problem,) = named(f"# A\n\n{link}")
    assert problem.startswith("a.md: link in line 3: points to nothing; write in its parentheses ")


def test_a_link_to_an_address_of_the_host_is_named() -> None:
    (problem,) = named("[it](/nowhere/)")
    assert problem.endswith(
        "points to /nowhere/, which is no path below docs; write that of a page or file, from where you are"
    )


def test_the_remedy_is_a_path_from_the_page_on_which_the_link_stands() -> None:
    (problem,) = named("[8](background.md#claim-8)", "reasons/a.md")
    assert problem.endswith("points to reasons/background.md, which is no page; write ../context.md#claim-8")
    (problem,) = named(f"{claim('9')}\n[9](b.md#claim-9)", "reasons/a.md")
    assert problem.endswith("write #claim-9")


@pytest.mark.parametrize(
    "text",
    [
        "[8](context.md#claim-8), [it](with%20space.md), [it]( context.md ) and [here](#heading)",
        "[it](https://example.org/nowhere.md), [it](data/trade.csv) and ![it](map.png)",
        "[^1]: Where\n\n[@smith2020]: nowhere",
        "`[it](nowhere.md)`",
        "[her](mailto:anna@example.org), [it](<with space.md>) and ![it](data:image/gif;base64,R0lGODlhAQABAAAAACw=)",
        "```\n[it](nowhere.md)\n```",
    ],
)
def test_a_link_to_a_page_to_elsewhere_or_in_code_is_no_mistake(text: str) -> None:
    assert named(text) == []


def test_what_is_named_here_is_not_left_for_another_to_name() -> None:
    text = '[8](context.md#claim-8) [it](nowhere.md#heading "Title")\n\n[it]: <../nowhere.md>\n'
    done = '[8](context.md#claim-8) [it](# "Title")\n\n[it]: <#>\n'
    edition = edition_of([read_page(name, "", "") for name in ("a.md", "context.md")])
    assert without_dead_links(text, "a.md", edition) == done


def test_a_link_to_no_place_of_a_page_is_named_in_its_own_line(caplog: pytest.LogCaptureFixture) -> None:
    file = Mock(src_uri="a.md")
    links = {file: {"claim-7": "#claim-7", "claim-8": "#claim-8"}}
    file.page = Mock(file=file, present_anchor_ids={"claim-8"}, links_to_anchors=links)
    text = "[7](context.md#claim-7)\n\n[7](#claim-7) [8](#claim-8)\n"
    build = Mock(edition=edition_of([read_page("a.md", "", text)]))
    name_dead_anchors(build, Mock(**{"documentation_pages.return_value": [file]}))
    (said,) = caplog.messages
    assert said.endswith("a.md: link in line 3: points to #claim-7, and a.md has no such place; write #claim-8")
