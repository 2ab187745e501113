"""`mkdocs serve --no-strict` names every mistake, shows the page all the same, and shows its repair."""

from collections import defaultdict
from itertools import zip_longest
from pathlib import Path

import pytest
from fixtures.builder import FIXTURE, copy_fixture
from fixtures.counting import CountingPandoc
from fixtures.mistakes import MISTAKES, Mistake
from fixtures.serving import serving

SECOND = "docs/second.md"
UNFORMATTED = ">smith2020</a>"  # what stands for a citation while there is no style to set it


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return copy_fixture(tmp_path)


def by_file() -> list[list[Mistake]]:
    """The mistakes in rounds, with at most one of each file, so that several are made and mended at once."""
    files = defaultdict(list)
    for mistake in MISTAKES.values():
        files[mistake.file].append(mistake)
    return [[mistake for mistake in made if mistake] for made in zip_longest(*files.values())]


def mend(edition: Path) -> None:
    """Put every page and the references back as they were."""
    for path in edition.glob("docs/*"):
        if not (FIXTURE / "docs" / path.name).exists():
            path.unlink()
    for original in (*FIXTURE.glob("docs/*.md"), FIXTURE / "references.bib"):
        path = edition / original.relative_to(FIXTURE)
        if path.read_bytes() != original.read_bytes():
            path.write_bytes(original.read_bytes())


def mark(edition: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a line at the end of a page, by which its newest version is known."""
    path = edition / SECOND
    path.write_bytes(path.read_bytes() + f"\n\n{text}\n".encode(encoding))


def test_every_mistake_is_survived_named_and_mended(edition: Path) -> None:
    with serving(edition) as server:
        server.wait_for("Remedies", "/second/")
        assert "WARNING" not in server.last_build()
        for number, mistakes in enumerate(by_file()):
            mend(edition)
            for mistake in mistakes:
                mistake.make(edition)
            mark(edition, f"Round {number}.")
            server.wait_for(f"Round {number}.", "/second/")
            server.wait_to_say([mistake.warning for mistake in mistakes])
        mend(edition)
        mark(edition, "All is mended.")
        assert 'id="claim-3"' in server.wait_for("All is mended.", "/second/")
        assert "WARNING" not in server.last_build()
        assert "Traceback" not in server.log.read_text(encoding="utf-8")


def test_a_broken_list_of_references_is_survived_and_mended(edition: Path) -> None:
    path = edition / "references.bib"
    sound = path.read_text(encoding="utf-8")
    with serving(edition) as server:
        assert "Smith 2020, 3" in server.wait_for("Borders", "/")
        path.write_text(sound.replace("{Borders}", "{Borders"), encoding="utf-8")
        server.wait_for(UNFORMATTED, "/")
        path.write_text(sound.replace("{2020}", "{2019}"), encoding="utf-8")
        server.wait_for("Smith 2019, 3", "/")
        path.write_bytes(sound.replace("Press", "Café").encode("latin-1"))
        server.wait_for(UNFORMATTED, "/")
        path.unlink()
        server.wait_to_say(["references.bib' isn't an existing file or directory."])
        path.write_text(sound, encoding="utf-8")
        server.wait_for("Smith 2020, 3", "/")
        assert "Traceback" not in server.log.read_text(encoding="utf-8")


def test_pandoc_is_started_again_only_for_another_citation(edition: Path) -> None:
    pandoc = CountingPandoc(edition)
    with serving(edition, PYPANDOC_PANDOC=pandoc.path) as server:
        server.wait_for("Remedies", "/second/")
        before = pandoc.runs()
        assert before
        for number in range(3):
            mark(edition, f"Prose {number}.")
            server.wait_for(f"Prose {number}.", "/second/")
        assert pandoc.runs() == before
        mark(edition, "A new citation [@smith2020, p. 77].")
        server.wait_for("Smith 2020, 77", "/second/")
        assert len(pandoc.runs()) == len(before) + 1
