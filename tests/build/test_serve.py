"""`mkdocs serve --no-strict` names every mistake, shows the page all the same, and shows its repair."""

from pathlib import Path

import pytest
from fixtures.builder import copy_fixture
from fixtures.counting import CountingPandoc
from fixtures.extent import ALL
from fixtures.mending import SETTINGS, by_file, mark, survive
from fixtures.mistakes import MISTAKES
from fixtures.serving import serving

UNFORMATTED = ">smith2020</a>"  # what stands for a citation while there is no style to set it


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return copy_fixture(tmp_path)


def test_mistakes_of_every_file_are_survived_named_and_mended(edition: Path) -> None:
    """Every twelfth round of them, unless all is tried."""
    survive(edition, by_file()[:: 1 if ALL else 12])


@pytest.mark.parametrize("file", SETTINGS)
def test_wrong_settings_are_named_and_once_mended_the_site_is_served_again(edition: Path, file: str) -> None:
    path, mistake = edition / file, next(mistake for mistake in MISTAKES.values() if mistake.file == file)
    sound = path.read_text(encoding="utf-8")
    with serving(edition) as server:
        server.wait_for("Remedies", "/second/")
        mistake.make(edition)
        server.wait_to_say([mistake.warning])
        path.write_text(sound, encoding="utf-8")
        mark(edition, "All is mended.")
        server.wait_for("All is mended.", "/second/")
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


def test_only_the_edited_page_is_made_anew_and_pandoc_started_for_another_citation_alone(edition: Path) -> None:
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
        assert server.log.read_text(encoding="utf-8").count("made anew: second.md\n") == 4
