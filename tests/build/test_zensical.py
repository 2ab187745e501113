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
from fixtures.builder import PROJECT, settings, sound
from fixtures.editing import change
from fixtures.edits import whole_edition
from fixtures.extent import ALL
from fixtures.pages import ADDRESS, HtmlPage, Site
from fixtures.sharing import once
from playwright.sync_api import Browser

PYTHON = PROJECT / ".venv" / "zensical" / "bin" / "python"
# Of the search, and of what a theme brings by itself.
NOT_WRITTEN = re.compile(r"search/.*|opensearch\.xml|sitemap\.xml(\.gz)?")
THEME = re.compile(r"assets/.*|404\.html|(.*/)?index\.html")


def build(folder: Path) -> None:
    """Build an edition with something of everything, or where all is tried the project, with either generator."""
    project = PROJECT if ALL else copy_project(folder / "project")
    built = run(project, folder / "theirs")
    assert built.returncode == 0, f"the site does not build:\n{built.stdout}{built.stderr}"
    if not ALL:
        sound(project, SITE_URL=ADDRESS, REPOSITORY_URL="")


def copy_project(folder: Path) -> Path:
    """The edition with a citation file, and what builds it with Zensical."""
    whole_edition(folder)
    change(folder / "mkdocs.yml", "language: en-US", "language: en-GB")  # whose dates are not those of the default
    own = settings(folder)["extra"]["edition"]
    cited = (PROJECT / "CITATION.cff").read_text(encoding="utf-8")
    for name, value in {"version": f'"{own["version"]}"', "date-released": own["date"]}.items():
        cited = re.sub(rf"^{name}: .*$", f"{name}: {value}", cited, flags=re.MULTILINE)
    (folder / "CITATION.cff").write_text(cited, encoding="utf-8")
    shutil.copytree(PROJECT / "next", folder / "next", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture(scope="module")
def folder() -> Path:
    return once("zensical", build)


@pytest.fixture(scope="module")
def site(folder: Path, request: pytest.FixtureRequest) -> Site:
    """The site as MkDocs builds it."""
    whole: Site = request.getfixturevalue("edition") if ALL else Site(folder / "project" / "site")
    return whole


@pytest.fixture(scope="module")
def other(folder: Path) -> Site:
    """The site as Zensical builds it."""
    return Site(folder / "theirs" / "site")


@pytest.fixture(scope="module")
def pages(site: Site) -> list[str]:
    """The pages for reading."""
    return [path for path in site.pages if not path.startswith(("c/", "f/", "r/", "404"))]


def run(project: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    assert PYTHON.exists(), "its environment is set up by make test"
    modules = {"PYTHONPATH": str(project / "overrides" / "hooks")}
    environment = os.environ | modules | {"SITE_URL": ADDRESS, "REPOSITORY_URL": "", "NO_COLOR": "1"}
    command = [PYTHON, project / "next" / "zensical_site.py", folder]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def article(page: HtmlPage) -> Tag:
    """What stands between header and footer, with whole addresses, without the anchor of a theme and stylesheets."""
    (found,) = page.soup.select("article")
    found = copy.copy(found)
    for element in found.select("#__skip, link[rel=stylesheet]"):
        element.decompose()
    for element in found.find_all(href=True):
        element["href"] = page.target(str(element["href"]))
    for element in found.select("[data-search-exclude]"):
        del element["data-search-exclude"]  # Zensical reads it, as Material does, and takes it out
    return found


def test_the_article_of_every_page_is_the_same_to_the_letter(site: Site, other: Site, pages: list[str]) -> None:
    for path in pages:
        assert str(article(other[path])).split() == str(article(site[path])).split(), path


def test_every_page_tells_machines_the_same(site: Site, other: Site, pages: list[str]) -> None:
    def told(page: HtmlPage) -> list[str]:
        # Its search is its own, and so is how a browser is told of it.
        frame = ":not([name=generator], [rel~=search], [rel~=stylesheet], [rel~=icon], [rel~=prev], [rel~=next])"
        names = ("head meta[name]", "head meta[property]", "head link[rel]", "script[type='application/ld+json']")
        return sorted(str(element) for name in names for element in page.soup.select(f"{name}{frame}"))

    for path in pages:
        assert told(other[path]) == told(site[path]), path


def test_every_file_beside_the_pages_is_the_same_but_those_that_are_not_written(site: Site, other: Site) -> None:
    for file in (file for file in site.folder.rglob("*") if file.is_file()):
        name = file.relative_to(site.folder).as_posix()
        if name.startswith(("c/", "r/")) or not THEME.fullmatch(name):
            assert (other.folder / name).exists() or NOT_WRITTEN.fullmatch(name), name
            if not NOT_WRITTEN.fullmatch(name):
                assert (other.folder / name).read_bytes() == file.read_bytes(), name


def test_every_link_leads_to_a_page_and_an_anchor(other: Site, pages: list[str]) -> None:
    assert {path: found for path in pages if (found := other.broken(other[path]))} == {}


def test_no_page_reports_an_error(other: Site, browser: Browser) -> None:
    errors: list[str] = []
    context = browser.new_context(base_url=other.folder.as_uri() + "/")
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    refused = "Content Security Policy"
    page.on("console", lambda message: errors.append(message.text) if refused in message.text else None)
    page.goto("claims/index.html")
    page.wait_for_function("() => window.component$ !== undefined")
    context.close()
    assert errors == []


def test_neither_mkdocs_nor_its_theme_nor_its_plugin_is_there() -> None:
    modules = ["mkdocs", "material", "mkdocs_bibtex"]
    ask = f"from importlib.util import find_spec; print([name for name in {modules} if find_spec(name)])"
    assert subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_mistakes_end_the_build_and_are_named(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    change(project / "docs" / "index.md", "/// claim | 2\n", "See [claim 5](nowhere.md#claim-5).\n\n/// clam | 2\n")
    published = '  annotation 9z: {at: "/#annotation-9z", edition: "1.0", text: "00000000000000000000000000000000"}'
    change(project / "docs" / "data" / "register.yml", "entries: {}", f"entries:\n{published}")
    ended = run(project, project / "built")
    assert ended.returncode == 1
    said = ended.stdout + ended.stderr
    assert re.search(r"index\.md.*“/// clam \| 2” opens no block that is known; ", said)
    assert re.search(r"index\.md.*nowhere\.md, which is no page", said)
    assert "annotation 9z: was published and is gone; " in said
    assert "Traceback" not in ended.stderr


def test_a_folder_that_holds_something_else_is_left_alone(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("mine", encoding="utf-8")
    ended = run(PROJECT if ALL else folder / "project", tmp_path)
    assert ended.stderr == f"{tmp_path}: is there and holds something else; name another folder\n"
    assert kept.read_text(encoding="utf-8") == "mine"
