"""What was published cannot get lost: the build, the command and the redirects, on a copy of the small edition."""

import re
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
import yaml
from annotated_edition.commands.register import main
from fixtures.builder import refused, sound
from fixtures.editing import copy_with_changes, next_edition, rename_second, say_moved
from fixtures.published import html, parsed

ANNOTATION = re.compile(r"/// annotation \| 2b\n.*?\n///\n", re.DOTALL)
WITHDRAWN = '/// withdrawn | 2b\n    edition: "1.1"\n\nIt was mistaken; see [annotation 2c](#annotation-2c).\n///\n'
NEW = "/// annotation | 2c\n    kind: evidence\n    date: 2027-01-05\n\nA new count agrees [@coffey2022weaken].\n///\n"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return copy_with_changes(tmp_path)


def register(folder: Path, *arguments: str) -> tuple[int, str]:
    """How the command ends, and what it says is wrong."""
    said = StringIO()
    with chdir(folder), redirect_stdout(StringIO()), redirect_stderr(said):
        return main(list(arguments)), said.getvalue()


def test_an_edition_is_registered_and_the_next_says_what_it_changes(edition: Path) -> None:
    assert register(edition) == (0, "")
    written = edition / "docs" / "data" / "register.yml"
    entries = yaml.safe_load(written.read_text(encoding="utf-8"))["entries"]
    assert entries["annotation 2b"]["at"] == "/#annotation-2b"
    assert {entry["edition"] for entry in entries.values()} == {"1.0"}
    changes = edition / "docs" / "changes.md"
    assert changes.read_text(encoding="utf-8").endswith("- New: 3 pages, 5 claims, 8 annotations.\n///\n")
    assert register(edition, "--check") == (0, "")
    ended, said = register(edition)
    assert ended == 1
    assert said.startswith("edition 1.0 is registered already; ")

    index = edition / "docs" / "index.md"
    text = ANNOTATION.sub(f"{WITHDRAWN}\n{NEW}", index.read_text(encoding="utf-8"))
    index.write_text(text.replace("counted the votes", "counted all votes"), encoding="utf-8")
    assert register(edition, "--check")[0] == 1
    next_edition(edition)
    assert register(edition) == (0, "")
    assert changes.read_text(encoding="utf-8").startswith(
        "# Changes\n\n## Edition 1.1\n\nJanuary 5, 2027.\n\n/// details | Every change, label by label\n"
        "- New: [annotation 2c](index.md#annotation-2c).\n"
        "- Changed: [annotation 1a](index.md#annotation-1a).\n"
        "- Withdrawn: [annotation 2b](index.md#annotation-2b).\n///\n\n## Edition 1.0\n"
    )
    entries = yaml.safe_load(written.read_text(encoding="utf-8"))["entries"]
    changed = [thing for thing, entry in entries.items() if entry["edition"] == "1.1"]
    assert changed == ["annotation 1a", "annotation 2b", "annotation 2c"]
    assert entries["annotation 2b"]["withdrawn"] == "1.1"
    withdrawn_resolves(sound(edition))


def withdrawn_resolves(site: Path) -> None:
    """By its anchor, by its short address and by the files that were published."""
    page = parsed(site, "")
    assert page.select(".passage aside.withdrawn#annotation-2b a[href='#annotation-2c']")
    assert '#annotation-2b"' in html(site, "c/2b")
    assert "Annotation 2b (withdrawn in edition 1.1)" in (site / "c" / "2b" / "cite.ris").read_text(encoding="utf-8")


def test_a_label_that_is_gone_ends_the_build_and_a_moved_page_leads_on(
    edition: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert register(edition) == (0, "")
    index = edition / "docs" / "index.md"
    text = index.read_text(encoding="utf-8")
    index.write_text(ANNOTATION.sub("", text), encoding="utf-8")
    assert "index.md: annotation 2b: was published and is gone; " in refused(edition).warnings[0]
    caplog.clear()
    assert register(edition)[0] == 1
    assert "annotation 2b: was published and is gone" in caplog.text

    index.write_text(text, encoding="utf-8")
    rename_second(edition)
    assert [warning.partition(";")[0] for warning in refused(edition).warnings] == [
        "data/register.yml: page /second/: was published and is gone"
    ]
    say_moved(edition)
    page = parsed(sound(edition), "second")
    assert [link["href"] for link in page.select("h1 a")] == ["../third/"]
    assert [script["data-to"] for script in page.select("script")] == ["../third/"]
    assert page.select("script:not([src])") == []
    assert [meta["content"] for meta in page.select("noscript meta")] == ["0; url=../third/"]
