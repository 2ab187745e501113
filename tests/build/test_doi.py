"""A DOI, once it is set, stands in all by which the edition is cited and harvested."""

from pathlib import Path
from typing import Any

import pytest
import zotero
from fixtures.builder import copy_fixture, sound
from fixtures.editing import change
from fixtures.pages import ADDRESS
from fixtures.published import data, html, parsed

VERSION, WORK = "10.5281/zenodo.1234568", "10.5281/zenodo.1234567"
RESOLVED = f"https://doi.org/{VERSION}"
EMPTY = "    doi:\n      version:\n      work:\n"


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition with both DOIs."""
    folder = copy_fixture(tmp_path_factory.mktemp("doi"))
    change(folder / "mkdocs.yml", EMPTY, f"    doi:\n      version: {VERSION}\n      work: {WORK}\n")
    return sound(folder, SITE_URL=ADDRESS)


@pytest.mark.parametrize("path", ["", "second/", "c/3/cite/", "c/3a/cite/"])
def test_every_citation_has_it_and_a_part_its_own_address_as_well(dated: Path, path: str) -> None:
    soup = parsed(dated, path)
    strings = [string.get_text() for string in soup.select("[data-cite] .cite__string")]
    assert len(strings) == 6
    for string in strings:
        assert VERSION in string
        assert not path or "https://edition.test/second/" in string


@pytest.mark.parametrize("stem", ["edition", "second/cite", "c/3/cite", "c/3a/cite"])
@pytest.mark.parametrize("ending", ["bib", "ris", "csl.json"])
def test_every_file_to_import_has_it(dated: Path, stem: str, ending: str) -> None:
    assert VERSION in (dated / f"{stem}.{ending}").read_text(encoding="utf-8")


def test_zotero_saves_it_with_the_work_and_no_part_is_taken_for_the_work(dated: Path) -> None:
    assert zotero.record(html(dated, ""))["DOI"] == VERSION
    assert "DOI" not in zotero.record(html(dated, "second/"))
    assert RESOLVED in zotero.record(html(dated, "c/3/cite/"))["abstractNote"]


def test_heads_linksets_and_linked_data_have_it(dated: Path) -> None:
    soup = parsed(dated, "")
    assert [str(link["href"]) for link in soup.select("[rel=cite-as]")] == [RESOLVED]
    for path in ("second/", "c/3/cite/"):
        links = parsed(dated, path).select("[rel=collection]")
        assert RESOLVED in [str(link["href"]) for link in links]
    assert data(dated, "linkset.json")["linkset"][0]["cite-as"] == [{"href": RESOLVED}]
    assert all(
        {"href": RESOLVED} in context.get("collection", []) for context in _parts(data(dated, "second/linkset.json"))
    )
    work = data(dated, "metadata.jsonld")["@graph"][0]
    assert (work["identifier"], work["exampleOfWork"]["identifier"]) == (RESOLVED, f"https://doi.org/{WORK}")
    assert data(dated, "second/metadata.jsonld")["@graph"][0]["isPartOf"]["identifier"] == RESOLVED


def _parts(linkset: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [context for context in linkset["linkset"] if "cite-as" in context]
