"""Wrong settings end the build with all that is wrong, and what they say is all that the site knows of its subject."""

from pathlib import Path

from annotated_edition.shapes import clip_path, path
from fixtures.builder import PROJECT, copy_fixture, sound
from fixtures.commands import run
from fixtures.editing import change
from fixtures.published import data, parsed

REFUTED = """\
  disputed:
    word: Refuted
    definition: Others have shown the contrary.
    color: crimson
    shape: star

  context:
"""


def test_all_that_the_settings_and_the_citation_file_say_and_is_not_so_is_named_and_ends_the_build(
    tmp_path: Path,
) -> None:
    folder = copy_fixture(tmp_path / "edition")
    change(folder / "mkdocs.yml", "      front: index.md\n", "      front: index.md\n      glossary: terms.md\n")
    change(folder / "mkdocs.yml", "key: coffey2022weaken", "key: nothere2020")
    cited = (PROJECT / "CITATION.cff").read_text(encoding="utf-8").replace('version: "', 'version: "9')
    (folder / "CITATION.cff").write_text(cited, encoding="utf-8")
    built = run(folder)
    for warning in (
        "mkdocs.yml: extra.edition.pages.glossary: terms.md is no page; correct its path, or delete the line where ",
        "mkdocs.yml: extra.edition.annotates.key: nothere2020 is not in references.bib; write the key of the entry of ",
        "CITATION.cff: version: says “9",
    ):
        assert f"edition: {warning}" in built.stderr
    assert built.returncode == 1


def test_a_kind_is_added_in_one_place_and_has_an_icon_of_its_own_though_a_verdict_has_its_name(tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path / "edition")
    words = folder / "docs" / "data" / "vocabulary.yml"
    text = words.read_text(encoding="utf-8")
    at = text.index("  context:\n", text.index("\nkinds:\n"))
    words.write_text(text[:at] + REFUTED.removesuffix("  context:\n") + text[at:], encoding="utf-8")
    index_page = folder / "docs" / "index.md"
    text = index_page.read_text(encoding="utf-8").replace("---\n", "---\ntemplate: home.html\n", 1)
    index_page.write_text(f"{text}\n{{{{ definitions: kinds }}}}\n", encoding="utf-8")
    site = sound(folder)
    css = (site / "assets" / "stylesheets" / "verdicts.css").read_text(encoding="utf-8")
    for rule, shape in (
        ("[data-kind=disputed]{--hue:var(--crimson)", "star"),
        ("[data-verdict=disputed]{--hue:var(--ochre)", "opposed-triangles"),
    ):
        assert f"{rule};--shape:{clip_path(shape)}" in css
    assert "#show-disputed:not(:checked)" in css
    index = data(site, "search/search_index.json")
    assert index["sorts"]["disputed"] == "Refuted"
    schema = data(site, "claims.schema.json")
    assert "disputed" in schema["$defs"]["annotation"]["properties"]["kind"]["enum"]
    page = parsed(site, "")
    assert page.select_one('select[data-filter="kind"] option[value="disputed"]') is not None
    (defined,) = page.select('dt .kind[data-kind="disputed"]')
    assert defined.get_text() == "Refuted"
    (drawn,) = page.select("#shape-disputed")
    assert drawn["d"] == path("opposed-triangles")


def test_no_link_leads_to_a_page_that_the_edition_has_not(tmp_path: Path) -> None:
    folder = copy_fixture(tmp_path / "edition")
    change(folder / "mkdocs.yml", 'site_url: !ENV [SITE_URL, ""]', "site_url: https://edition.test/1.0/")
    files = [file for file in sound(folder).rglob("*") if file.suffix in (".html", ".json", ".jsonld", ".txt", ".md")]
    for name in ("about/", "references/", "glossary/", "timeline/", "assessment/", "changes/", "feed.xml"):
        named = [file for file in files if f"edition.test/1.0/{name}" in file.read_text(encoding="utf-8")]
        assert named == []
