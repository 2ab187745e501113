"""`mkdocs serve --no-strict` names every mistake, shows the page all the same, and shows its repair."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.builder import copy_fixture
from fixtures.counting import CountingPandoc
from fixtures.editing import change
from fixtures.edits import with_timeline
from fixtures.extent import ALL
from fixtures.mending import SETTINGS, by_file, mark, survive
from fixtures.mistakes import MISTAKES
from fixtures.serving import Served, serving

UNFORMATTED = ">smith2020</a>"  # what stands for a citation while there is no style to set it


def test_mistakes_of_every_file_are_survived_named_and_mended(tmp_path: Path) -> None:
    """Every twelfth round of them, unless all is tried."""
    survive(copy_fixture(tmp_path), by_file()[:: 1 if ALL else 12])


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_timeline(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def pandoc(edition: Path) -> CountingPandoc:
    return CountingPandoc(edition)


@pytest.fixture(scope="module")
def server(edition: Path, pandoc: CountingPandoc) -> Iterator[Served]:
    """A server of the edition, which each test leaves sound."""
    with serving(edition, PYPANDOC_PANDOC=pandoc.path) as running:
        running.wait_for("Remedies", "/second/")
        yield running
        assert "Traceback" not in running.log.read_text(encoding="utf-8")


def test_a_page_is_served_before_the_citations_of_its_claims_are_formatted(
    server: Served, edition: Path, pandoc: CountingPandoc
) -> None:
    page = edition / "docs" / "second.md"
    sound = page.read_text(encoding="utf-8")
    before, title = "A remedy is at hand", "A remedy is within reach"
    server.wait_for(before, "/c/3/cite/")  # which the next build would wait for
    runs = len(pandoc.runs())
    with pandoc.held():
        page.write_text(sound.replace(before, title), encoding="utf-8")
        server.wait_for(title, "/second/")
    assert title in server.wait_for(title, "/c/3/cite/")
    assert len(pandoc.runs()) == runs + 1
    page.write_text(sound, encoding="utf-8")
    server.wait_for(before, "/second/")


def test_a_page_that_is_being_edited_may_run_the_script_that_reloads_it(server: Served) -> None:
    html = server.wait_for("Remedies", "/second/")
    policy = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)', html)
    assert len(policy) == 1
    assert "script-src 'self' 'unsafe-inline';" in policy[0]
    assert "sha256" not in policy[0]
    assert re.search(r"<script>[^<]*\blivereload\(\d+, \d+\);\s*</script>", html)


def test_an_edit_is_found_by_the_search_at_once(server: Served, edition: Path) -> None:
    mark(edition, "A word that nobody has written before, quillwork.")
    server.wait_for("quillwork", "/second/")
    assert "quillwork" in server.wait_for('"pages"', "/search/search_index.json")


def test_an_edit_of_the_data_of_the_timeline_is_followed(server: Served, edition: Path) -> None:
    server.wait_for("An assembly counts the votes", "/timeline/")
    change(edition / "docs" / "data" / "timeline.yml", "An assembly", "A parliament")
    assert 'id="event-count"' in server.wait_for("A parliament counts the votes", "/timeline/")


@pytest.mark.parametrize("file", SETTINGS)
def test_wrong_settings_are_named_and_once_mended_the_site_is_served_again(
    server: Served, edition: Path, file: str
) -> None:
    path, mistake = edition / file, next(mistake for mistake in MISTAKES.values() if mistake.file == file)
    sound = path.read_text(encoding="utf-8")
    mistake.make(edition)
    server.wait_to_say([mistake.warning])
    path.write_text(sound, encoding="utf-8")
    mark(edition, f"{file} is mended.")
    server.wait_for(f"{file} is mended.", "/second/")


def test_a_broken_list_of_references_is_survived_and_mended(server: Served, edition: Path) -> None:
    path = edition / "references.bib"
    sound = path.read_text(encoding="utf-8")
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


def test_only_the_edited_page_is_made_anew_and_pandoc_started_for_another_citation_alone(
    server: Served, edition: Path, pandoc: CountingPandoc
) -> None:
    before, begun = pandoc.runs(), len(server.log.read_text(encoding="utf-8"))
    assert before
    for number in range(3):
        mark(edition, f"Prose {number}.")
        server.wait_for(f"Prose {number}.", "/second/")
    assert pandoc.runs() == before
    mark(edition, "A new citation [@smith2020, p. 77].")
    server.wait_for("Smith 2020, 77", "/second/")
    assert len(pandoc.runs()) == len(before) + 1
    assert server.log.read_text(encoding="utf-8")[begun:].count("made anew: second.md\n") == 4
