"""What every test may ask for: the built site, a server of it, and a browser."""

import gc
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import chromium
import pytest
from annotated_edition import interface
from annotated_edition.formats import offline
from fixtures import sharing
from fixtures.builder import PROJECT
from fixtures.commands import run_sound
from fixtures.frozen import two_editions
from fixtures.pages import ADDRESS, Site
from fixtures.serving import hosting
from fixtures.sharing import once
from fixtures.tabs import CLIPBOARD, WIDE, Tabs
from playwright.sync_api import Browser, Page, expect, sync_playwright

# The pages that are read make millions of objects, which Python would go through again and again in search of circles.
gc.set_threshold(100_000, 50, 1000)

# What is waited for is a condition, so patience costs nothing where it holds.
expect.set_options(timeout=30_000)  # milliseconds

# Without these Chromium calls its maker at every start.
QUIET = [
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"),
    *("--disable-gpu", "--in-process-gpu"),  # there is none; to play one, or to draw without, takes a process more
    # A new frame for each page that is opened in a tab takes a quarter more time: 249 ms, not 197 (medians of
    # four times twenty pages). The other two are Playwright's, whose list this one replaces.
    "--enable-features=CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies,RenderDocument:level/crashed-frame",
]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The language of the interface, which is one for the whole process, after each test."""
    yield
    interface.use(interface.Interface())


# The files that take longest, longest first, so that none is left to one worker at the end. While the first builds the
# site, which all others would wait for, the next three do what needs none.
FIRST = [
    *("browser/test_search", "build/test_serve", "build/test_rebuild", "build/test_faults", "build/test_mistakes"),
    *("browser/test_preview", "browser/test_quote", "browser/test_pages", "browser/test_figures", "build/test_formats"),
    *("browser/test_cite", "browser/test_switches", "browser/test_policy", "browser/test_editions"),
    *("build/test_zensical", "browser/test_attempts", "build/test_new", "build/test_lasting"),
]
FOLDERS = ["browser", "build", "unit", "soak"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files by how long they take, for workers who are given one file after another."""

    @cache
    def place(file: Path) -> int:
        name = file.relative_to(Path(__file__).parent).with_suffix("").as_posix()
        return FIRST.index(name) if name in FIRST else len(FIRST) + FOLDERS.index(name.partition("/")[0])

    items.sort(key=lambda item: place(item.path))


@pytest.fixture(scope="session", autouse=True)
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> None:
    """What is costly is made once, in a folder of all workers."""
    own = tmp_path_factory.getbasetemp()
    sharing.folder = own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def site() -> Path:
    """The site as published."""
    return once("site", lambda folder: run_sound(PROJECT, "--site-dir", str(folder), SITE_URL=ADDRESS))


@pytest.fixture(scope="session")
def editions() -> Path:
    """Two editions of the small one, frozen; see fixtures/frozen.py."""
    return once("editions", two_editions)


@pytest.fixture(scope="session")
def edition(site: Path) -> Site:
    """The same, read."""
    return Site(site)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of a server of the built site, without a slash at its end."""
    with hosting(site) as address:
        yield address


@pytest.fixture(scope="session")
def unpacked(site: Path) -> Path:
    """The zip of `make offline`, unpacked."""
    made = once("disk", lambda folder: ZipFile(BytesIO(offline.pack(site, "edition"))).extractall(folder))
    return made / "edition"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; Playwright starts it without its sandbox, so root may run it too."""
    path = chromium.find()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield running
        running.close()


@pytest.fixture(scope="session")
def readers(browser: Browser, server: str) -> Iterator[Tabs]:
    made = Tabs(browser, server)
    yield made
    made.close()


@pytest.fixture
def tabs(readers: Tabs) -> Iterator[Tabs]:
    """What gives tabs to a test, by kinds of reader; see fixtures/tabs.py."""
    yield readers
    readers.take_back()


@pytest.fixture
def page(tabs: Tabs) -> Page:
    """A tab as it comes; `page.goto("/issue/")` opens a page of the site.

    What it waits for is written as a function, since the policy of our pages lets none of them run a text.
    """
    return tabs()


@pytest.fixture
def new_page(browser: Browser, server: str) -> Iterator[Page]:
    """A tab of a new browser profile, for what would stay: a script before those of the page, a listener, a cache."""
    context = browser.new_context(base_url=server, viewport=WIDE, permissions=CLIPBOARD)
    yield context.new_page()
    context.close()
