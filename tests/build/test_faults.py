"""What goes wrong around a build, not in its text, has a clear outcome, and the last good site stays as it was."""

import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fixtures.builder import copy_fixture, refused
from fixtures.commands import making, run
from fixtures.editing import add_page, change
from fixtures.illustrated import ROWS, with_figure
from fixtures.released import files
from fixtures.serving import serving


def make(folder: Path) -> subprocess.Popen[bytes]:
    """`make build`, begun in a copy of the small edition with the environment that the tests run in."""
    with (folder / "make.log").open("wb") as log:
        return subprocess.Popen(making("build"), cwd=folder, stdout=log, stderr=log, start_new_session=True)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition, built; whoever breaks a build off leaves a whole one."""
    folder = copy_fixture(tmp_path_factory.mktemp("built"))
    assert make(folder).wait() == 0
    return folder


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """No process begun here can write a file of more than `size` bytes: to it the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_build_interrupted_at_any_moment_leaves_the_last_good_site(edition: Path) -> None:
    before = files(edition / "site")
    page = edition / "docs" / "second.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\nSaid since.\n", encoding="utf-8")
    for moment in (0.2, 0.5, 0.8, 1.1):
        running = make(edition)
        time.sleep(moment)
        # To all of the group at once, and none of them can see to anything before it ends.
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        if (edition / ".cache" / "last").exists():
            break  # on a quick machine it was done before
        assert files(edition / "site") == before
    assert make(edition).wait() == 0
    assert "Said since." in (edition / "site" / "second" / "index.html").read_text(encoding="utf-8")


def test_a_disk_that_takes_no_more_is_named_and_leaves_the_last_good_site(edition: Path) -> None:
    before = files(edition / "site")
    with file_size_limit(40_000):
        assert make(edition).wait() != 0
    said = (edition / "make.log").read_text(encoding="utf-8")
    assert "the system refused (File too large); see to it and build again; the last good site is as it was" in said
    assert "Traceback" not in said
    assert files(edition / "site") == before


def test_files_that_cannot_be_read_are_named_with_all_other_mistakes(tmp_path: Path) -> None:
    """A link to itself is unreadable to anyone, whereas nothing is to a superuser for want of rights."""
    names = ("third.md", "data/timeline.yml", "data/register.yml")
    copy_fixture(tmp_path)
    for path in (tmp_path / "docs" / name for name in names):
        path.unlink(missing_ok=True)
        path.symlink_to(path.name)
    (tmp_path / "docs" / "timeline.md").write_text("# Timeline\n\nWhat happened.\n", encoding="utf-8")
    warnings = refused(tmp_path).warnings
    said = "cannot be read (Too many levels of symbolic links)"
    remedy = "put it back, or give yourself the right to read it"
    assert {f"{name}: file: {said}; {remedy}" for name in names} <= set(warnings)
    assert "timeline.md: page: is not in the nav of mkdocs.yml; add it there or delete it" in warnings


def test_a_link_out_of_the_tree_is_refused(tmp_path: Path) -> None:
    docs = copy_fixture(tmp_path / "edition") / "docs"
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Not for the public.", encoding="utf-8")
    (docs / "files").symlink_to(outside)
    (docs / "secret.txt").symlink_to(outside / "secret.txt")
    assert refused(tmp_path / "edition").warnings == [
        f"{path}: file: is a link to a place outside docs; put the file itself there"
        for path in ("secret.txt", "files/secret.txt")
    ]


def test_a_page_in_the_place_of_one_that_the_edition_makes_is_named(tmp_path: Path) -> None:
    add_page(copy_fixture(tmp_path), "third", "# Third\n")
    (tmp_path / "docs" / "c").mkdir()
    (tmp_path / "docs" / "c" / "3.md").write_text("# Third\n", encoding="utf-8")
    change(tmp_path / "mkdocs.yml", "third.md", "c/3.md")
    (tmp_path / "docs" / "third.md").unlink()
    assert refused(tmp_path).warnings == [
        "c/3.md: file: has the address /c/3/, at which the edition puts a file of its own; give it another name"
    ]


def test_a_missing_pandoc_is_named_once(tmp_path: Path) -> None:
    built = run(copy_fixture(tmp_path, anew=True), PYPANDOC_PANDOC=str(tmp_path / "nowhere"))
    warnings = [line for line in built.stderr.splitlines() if line.startswith("WARNING")]
    assert warnings == [
        "WARNING -  edition: references.bib: pandoc: is missing, and without it no citation can be formatted; "
        "set it up again with make clean and make build"
    ]
    assert built.returncode != 0
    assert "Traceback" not in built.stderr


def test_serving_survives_every_fault_and_shows_the_repair(tmp_path: Path) -> None:
    data = with_figure(tmp_path, ROWS) / "docs" / "data" / "harvest.csv"
    with serving(tmp_path) as server:
        server.wait_for("<td data-number>45</td>", "/second/")
        data.write_bytes(b'\x00\xff,"')
        server.wait_to_say(["data/harvest.csv: line 1: is not UTF-8"])
        data.unlink()
        server.wait_to_say(["second.md: figure 1: data “harvest.csv” is not in docs/data/"])
        data.write_text(ROWS.replace("45", "46"), encoding="utf-8")
        server.wait_for("<td data-number>46</td>", "/second/")
        page = tmp_path / "docs" / "third.md"
        page.symlink_to("third.md")
        data.write_text(ROWS, encoding="utf-8")  # such a link is seen when another file is saved
        server.wait_to_say(["third.md: file: cannot be read (Too many levels of symbolic links)"])
        page.unlink()
        shutil.copy(tmp_path / "mkdocs.yml", tmp_path / "sound.yml")
        (tmp_path / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
        server.wait_to_say(["An error happened during the rebuild"])
        shutil.copy(tmp_path / "sound.yml", tmp_path / "mkdocs.yml")
        data.write_text(ROWS.replace("45", "47"), encoding="utf-8")
        server.wait_for("<td data-number>47</td>", "/second/")
        assert "WARNING" not in server.last_build()
