"""The same text, extensions, citations and templates build with Zensical, and what they make is the same.

What is not made there is listed here and in the README, and nothing else.
"""

import copy
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bs4 import Tag
from fixtures.builder import PROJECT
from fixtures.pages import ADDRESS, HtmlPage, Site, said
from fixtures.published import PAGES
from fixtures.sharing import once
from fixtures.written import CLAIMS, TEXT
from playwright.sync_api import Browser

PYTHON = PROJECT / ".venv" / "zensical" / "bin" / "python"
# Of the search, and of what a theme brings by itself.
NOT_WRITTEN = re.compile(r"search/.*|opensearch\.xml|sitemap\.xml(\.gz)?")
THEME = re.compile(r"assets/.*|404\.html|(.*/)?index\.html")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Site:
    """The site as Zensical builds it."""
    return Site(once(tmp_path_factory, worker_id, "zensical", build) / "site")


def build(folder: Path) -> None:
    built = run(PROJECT, folder)
    assert built.returncode == 0, f"the site does not build:\n{built.stdout}{built.stderr}"


def run(project: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    assert PYTHON.exists(), "its environment is set up by make test"
    modules = {"PYTHONPATH": str(project / "overrides" / "hooks")}
    environment = os.environ | modules | {"SITE_URL": ADDRESS, "REPOSITORY_URL": "", "NO_COLOR": "1"}
    command = [PYTHON, project / "next" / "zensical_site.py", folder]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def ours(edition: Site) -> dict[str, Tag]:
    """The articles as MkDocs builds them, by the paths of their pages."""
    return {path: article(edition[path]) for path in PAGES}


@pytest.fixture(scope="module")
def theirs(other: Site) -> dict[str, Tag]:
    """The articles as Zensical builds them."""
    return {path: article(other[path]) for path in PAGES}


def article(page: HtmlPage) -> Tag:
    """What stands between header and footer, with whole addresses, without the anchor of a theme and stylesheets."""
    (found,) = page.soup.select("article")
    found = copy.copy(found)
    for element in found.select("#__skip, link[rel=stylesheet]"):
        element.decompose()
    for element in found.select("[href]"):
        element["href"] = page.target(str(element["href"]))
    for element in found.select("[data-search-exclude]"):
        del element["data-search-exclude"]  # Zensical reads it, as Material does, and takes it out
    return found


def claims(articles: dict[str, Tag]) -> list[tuple[str, ...]]:
    """Number, anchor, title, verdict and text of each claim."""
    return [
        (
            said(claim.select_one(".claim__number")),
            str(claim["aria-labelledby"]),
            said(claim.h2),
            said(claim.select_one(".verdict")),
            said(claim),
        )
        for path in TEXT
        for claim in articles[path].select("section.claim")
    ]


def annotations(articles: dict[str, Tag]) -> list[tuple[str, ...]]:
    """Label, anchor, kind, day and text of each annotation."""
    return [
        (
            said(annotation.select_one(".annotation__label")),
            str(annotation["id"]),
            str(annotation["data-kind"]),
            str(annotation.select_one("time")),
            said(annotation),
        )
        for path in TEXT
        for annotation in articles[path].select("aside.annotation")
    ]


def citations(articles: dict[str, Tag]) -> list[tuple[str, ...]]:
    """Page, anchor, text and target of each link in a citation."""
    return [
        (path, str(link.get("id")), said(link), str(link["href"]))
        for path in PAGES
        for link in articles[path].select(".citation a")
    ]


def test_every_claim_is_the_same(ours: dict[str, Tag], theirs: dict[str, Tag]) -> None:
    assert [claim[0] for claim in claims(theirs)] == [str(number) for number in CLAIMS]
    assert claims(theirs) == claims(ours)


def test_every_annotation_is_the_same(ours: dict[str, Tag], theirs: dict[str, Tag]) -> None:
    assert len(annotations(theirs)) > len(CLAIMS)
    assert annotations(theirs) == annotations(ours)


def test_every_citation_says_the_same_and_leads_to_the_same_entry(ours: dict[str, Tag], theirs: dict[str, Tag]) -> None:
    assert len(citations(theirs)) > len(CLAIMS)
    assert citations(theirs) == citations(ours)


@pytest.mark.parametrize("path", PAGES)
def test_every_anchor_is_the_same(ours: dict[str, Tag], theirs: dict[str, Tag], path: str) -> None:
    assert [element["id"] for element in theirs[path].select("[id]")] == [
        element["id"] for element in ours[path].select("[id]")
    ]


@pytest.mark.parametrize("path", PAGES)
def test_the_article_of_every_page_is_the_same(ours: dict[str, Tag], theirs: dict[str, Tag], path: str) -> None:
    assert str(theirs[path]).split() == str(ours[path]).split()


@pytest.mark.parametrize("path", PAGES)
def test_the_page_tells_machines_the_same(edition: Site, other: Site, path: str) -> None:
    def told(page: HtmlPage) -> list[str]:
        # Its search is its own, and so is how a browser is told of it.
        frame = ":not([name=generator], [rel~=search], [rel~=stylesheet], [rel~=icon], [rel~=prev], [rel~=next])"
        names = ("head meta[name]", "head meta[property]", "head link[rel]", "script[type='application/ld+json']")
        return sorted(str(element) for name in names for element in page.soup.select(f"{name}{frame}"))

    assert told(other[path]) == told(edition[path])


def test_every_file_beside_the_pages_is_the_same_but_those_that_are_not_written(site: Path, other: Site) -> None:
    for file in (file for file in site.rglob("*") if file.is_file()):
        name = file.relative_to(site).as_posix()
        if name.startswith(("c/", "r/")) or not THEME.fullmatch(name):
            assert (other.folder / name).exists() or NOT_WRITTEN.fullmatch(name), name
            if not NOT_WRITTEN.fullmatch(name):
                assert (other.folder / name).read_bytes() == file.read_bytes(), name


def test_every_link_leads_to_a_page_and_an_anchor(other: Site) -> None:
    assert {path: found for path in PAGES if (found := other.broken(other[path]))} == {}


def test_no_page_reports_an_error(other: Site, browser: Browser) -> None:
    errors: list[str] = []
    context = browser.new_context(base_url=other.folder.as_uri() + "/")
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    refused = "Content Security Policy"
    page.on("console", lambda message: errors.append(message.text) if refused in message.text else None)
    page.goto("issue/index.html")
    page.wait_for_function("() => window.component$ !== undefined")
    context.close()
    assert errors == []


def test_neither_mkdocs_nor_its_theme_nor_its_plugin_is_there() -> None:
    modules = ["mkdocs", "material", "mkdocs_bibtex"]
    ask = f"from importlib.util import find_spec; print([name for name in {modules} if find_spec(name)])"
    assert subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.fixture
def project(site: Path, tmp_path: Path) -> Path:
    """The project's files, for a test to write mistakes into; what a build keeps is there, since `site` was built."""
    for name in ("docs", "next", "overrides"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    for name in ("mkdocs.yml", "references.bib", "CITATION.cff"):
        shutil.copy(PROJECT / name, tmp_path)
    (tmp_path / ".cache").symlink_to(PROJECT / ".cache")
    return tmp_path


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("/// claim | 2\n", "/// clam | 2\n", r"“/// clam \| 2” opens no block that is known; "),
        # The second where the text has changed since it was published.
        (
            "/// claim | 4\n",
            "/// claim | 999\n",
            "claim 999: has the text that was published as claim 4; |claim 4: was pub",
        ),
        ("/// claim | 2\n", "See [claim 5](nowhere.md#claim-5).\n\n/// claim | 2\n", "nowhere.md, which is no page"),
    ],
)
def test_a_mistake_ends_the_build_and_is_named(project: Path, right: str, wrong: str, said: str) -> None:
    page = project / "docs" / "issue.md"
    text = page.read_text(encoding="utf-8")
    assert text.count(right) == 1
    page.write_text(text.replace(right, wrong), encoding="utf-8")
    ended = run(project, project / "built")
    assert ended.returncode == 1
    assert "issue.md" in ended.stdout + ended.stderr
    assert re.search(said, ended.stdout + ended.stderr)
    assert "Traceback" not in ended.stderr


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("mine", encoding="utf-8")
    ended = run(PROJECT, tmp_path)
    assert ended.stderr == f"{tmp_path}: is there and holds something else; name another folder\n"
    assert kept.read_text(encoding="utf-8") == "mine"
