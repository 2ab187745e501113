"""The files beside the pages stay while MkDocs empties the site, and are afterwards what they should be."""

from pathlib import Path
from threading import Event, Timer
from types import SimpleNamespace
from typing import Any

import pytest
from annotated_edition.build import publishing, serving
from annotated_edition.files.writing import write
from annotated_edition.workers import in_thread
from mkdocs.utils import clean_directory

FILES = {"c/8/index.html": "8", "c/8/cite/index.html": "citations of 8", "r/reuters2022cap/cite.ris": "TY  - NEWS"}
OTHERS = {"c/8/index.html": "8, changed", "r/kyiv2023/cite.ris": "TY  - NEWS"}


def build(site: Path, files: dict[str, str], *, is_broken_off: bool = False) -> None:
    config: Any = SimpleNamespace(site_dir=str(site))
    serving.hide(config)
    clean_directory(str(site))
    if not is_broken_off:
        serving.put(files, config)


def content(site: Path) -> dict[str, str]:
    assert all(any(folder.iterdir()) for folder in site.rglob("*") if folder.is_dir())
    return {file.relative_to(site).as_posix(): file.read_text() for file in site.rglob("*") if file.is_file()}


def test_what_holds_is_not_written_again(tmp_path: Path) -> None:
    build(tmp_path, FILES)
    written = [(tmp_path / name).stat().st_mtime_ns for name in FILES]
    build(tmp_path, FILES)
    assert [(tmp_path / name).stat().st_mtime_ns for name in FILES] == written
    assert content(tmp_path) == FILES


@pytest.mark.parametrize("is_broken_off", [False, True])
def test_what_has_changed_is_written_and_what_is_gone_is_deleted(tmp_path: Path, *, is_broken_off: bool) -> None:
    build(tmp_path, FILES)
    if is_broken_off:
        build(tmp_path, OTHERS, is_broken_off=True)
        assert not (tmp_path / "c").exists()
    build(tmp_path, OTHERS)
    assert content(tmp_path) == OTHERS


def test_what_others_put_into_a_folder_of_that_name_stays(tmp_path: Path) -> None:
    config: Any = SimpleNamespace(site_dir=str(tmp_path))
    build(tmp_path, FILES)
    serving.hide(config)
    clean_directory(str(tmp_path))
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "index.html").write_text("a page of its own")
    serving.put(OTHERS, config)
    assert content(tmp_path) == {**OTHERS, "c/index.html": "a page of its own"}


def test_the_next_build_begins_when_all_is_made_and_though_that_has_failed() -> None:
    served, ended = serving.Served(), Event()

    def fail() -> dict[str, str]:
        ended.wait()
        raise OSError

    served.wait = in_thread(fail)
    Timer(0.05, ended.set).start()
    served.end()
    assert ended.is_set()


def test_what_goes_wrong_beside_the_pages_while_they_are_served_is_said_at_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*facts: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(serving.served, "wait", dict)
    monkeypatch.setattr(publishing, "_publish_beside", fail)
    state: Any = SimpleNamespace(is_serving=True)
    publishing.publish_beside(state, state)
    serving.served.end()
    assert "what stands beside the pages could not be made" in caplog.text
    assert "no room" in caplog.text


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "c").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(OSError, match=r"c/8|/c"):
        write(str(tmp_path), {"c/8/index.html": ""})


# --- What is asked for ---


@pytest.mark.parametrize("root", ["/", "/work/"])
@pytest.mark.parametrize(
    ("path", "status", "headers", "body"),
    [
        ("c/8/", "200 OK", {"Content-Type": "text/html", "Content-Length": "1"}, b"8"),
        ("r/a/cite.json", "200 OK", {"Content-Type": "application/json", "Content-Length": "2"}, b"{}"),
        ("r/a/cite.unheard", "200 OK", {"Content-Type": "application/octet-stream", "Content-Length": "0"}, b""),
        ("c/8", "302 Found", {"Location": "c/8/"}, b""),
        ("c/9/", "404 Not Found", {"Content-Type": "text/html"}, b"lost"),
        ("issue/", "200 OK", {"Content-Type": "text/html"}, b"a page"),
    ],
)
def test_a_file_beside_the_pages_is_sent_as_what_it_is_and_a_folder_leads_to_its_page(
    root: str, path: str, status: str, headers: dict[str, str], body: bytes
) -> None:
    files: serving.Files = {"c/8/index.html": "8", "r/a/cite.json": "{}", "r/a/cite.unheard": b""}
    said: list[tuple[str, dict[str, str]]] = []

    def start(status: str, headers: list[tuple[str, str]], *rest: object) -> Any:
        said.append((status, dict(headers)))

    def pages(environ: Any, start: Any) -> list[bytes]:
        is_page = environ["PATH_INFO"] == f"{root}issue/"
        start("200 OK" if is_page else "404 Not Found", [("Content-Type", "text/html")])
        return [b"a page" if is_page else b"lost"]

    served = serving.Served()
    served.wait = lambda: files
    sent = served.beside(pages, root)({"PATH_INFO": f"{root}{path}"}, start)
    expected = headers | ({"Location": root + headers["Location"]} if "Location" in headers else {})
    assert (said, b"".join(sent)) == ([(status, expected)], body)
