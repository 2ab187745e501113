"""An edition of another text, in another language, builds with the same engine and says nothing of this one."""

import csv
import json
import re
from contextlib import chdir
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
import rispy  # type: ignore[import-untyped]
import yaml
from annotated_edition.blocks.claim import claim_of
from annotated_edition.citations.styles import STYLES
from annotated_edition.commands.register import main as register
from bs4 import BeautifulSoup
from fixtures.builder import settings
from fixtures.pages import ADDRESS, Site, said
from fixtures.published import data, html
from fixtures.second import FOLDER, copy, release
from fixtures.sharing import once
from fixtures.written import claims, read
from jsonschema import Draft202012Validator
from pybtex.database import parse_string

WORDS: dict[str, Any] = yaml.safe_load((FOLDER / "docs" / "data" / "words.yml").read_text(encoding="utf-8"))
TITLE = "Die Vierzehn Punkte: Eine kommentierte Ausgabe"
# Of this edition and its subject, and of the pages and kinds that the other has not.
FOREIGN = re.compile(
    r"\b(?:briefs?|heritage|coffey|lohman|factsheet|russian?|china|chinese|glossary|timeline|figures?|counterpoints?"
    r"|annotated2026|evidence)\b",
    re.IGNORECASE,
)
# What every text in English has, and words of the interface.
ENGLISH = re.compile(
    r"\b(?:a|all|and|as|by|for|from|in the|is|of|on|the|this|to|with|annotations?|checked|claims?|contents|editions?"
    r"|events?|files?|outcome|pages?|sources?|verdict)\b",
    re.IGNORECASE,
)
FACTS: dict[str, Any] = settings(FOLDER)["extra"]["edition"]
BIBLIOGRAPHY = parse_string((FOLDER / "references.bib").read_text(encoding="utf-8"), "bibtex").entries
TITLES = [entry.fields.get(name, "") for entry in BIBLIOGRAPHY.values() for name in ("title", "shorttitle")]
OTHERS = re.compile("|".join([r"https?://\S+", "CC BY", *map(re.escape, filter(None, TITLES))]))
Options = dict[str, str]
SOURCES = read(FOLDER)
# Every claim and annotation as it is written, by its label: the path of its page, its options.
CLAIMS = {str(claim.number): (claim.path, claim.options) for claim in claims(SOURCES)}
ANNOTATIONS = {
    block.label: (path, {name: str(value) for name, value in (block.options or {}).items()})
    for path, page in SOURCES.items()
    for block in page.blocks
    if block.name == "annotation"
}
OUTCOMES = {name: facts for group in WORDS["outcomes"].values() for name, facts in group.items()}


def words(options: Options) -> list[str]:
    """What readers see of verdict and outcome."""
    outcome = [OUTCOMES[options["outcome"]]["word"]] if "outcome" in options else []
    return [WORDS["verdicts"][options["verdict"]]["word"], *outcome]


@pytest.fixture(scope="module")
def folder() -> Path:
    return once("second", release) / "site"


@pytest.fixture(scope="module")
def other(folder: Path) -> Site:
    return Site(folder)


def texts(site: Path) -> dict[str, str]:
    """What a reader or a program is given, without styles and scripts, whose names are the engine's."""
    found = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.suffix == ".html":
            soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
            for tag in soup.select("script:not([type*=json]), style"):
                tag.decompose()
            named = (str(tag.get(name, "")) for tag in soup.select("*") for name in ("content", "aria-label", "href"))
            # A hash in a policy may hold any letters.
            found[path] = re.sub(r"sha256-\S+", "", " ".join([soup.get_text(" "), *named]))
        elif file.is_file() and file.suffix in (".json", ".jsonld", ".md", ".txt", ".xml", ".csv", ".bib", ".ris"):
            found[path] = file.read_text(encoding="utf-8")
    return found


def test_nothing_in_it_is_of_this_edition(folder: Path) -> None:
    heard = {path: FOREIGN.findall(text) for path, text in texts(folder).items()}
    # The schema describes what any edition may hold.
    assert {path: found for path, found in heard.items() if found} == {}


def documents(folder: Path) -> dict[str, str]:
    """The pages, and all that readers are shown of the EPUB."""
    found = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in folder.rglob("*.html")}
    with ZipFile(folder / "edition.epub") as book:
        names = [name for name in book.namelist() if name.endswith((".xhtml", ".opf"))]
        # Without what declares it as XML, of which the parser of HTML would warn.
        return found | {name: book.read(name).decode().partition("?>")[2] for name in names}


def test_nothing_that_readers_see_is_english_but_quotations_titles_and_the_words_of_citation_styles(
    folder: Path,
) -> None:
    left = {}
    for path, document in documents(folder).items():
        soup = BeautifulSoup(document, "html.parser")
        for tag in soup.select("script, style, pre, code, q, .cite__string, [lang=en], .Z3988"):
            tag.decompose()
        named = [tag.get(name) for tag in soup.select("*") for name in ("aria-label", "title", "alt", "placeholder")]
        described = [tag["content"] for tag in soup.select("meta[name=description]")]
        for text in (*soup.find_all(string=True), *filter(None, named), *described):
            if ENGLISH.search(OTHERS.sub("", " ".join(str(text).split()))):
                left[str(text)] = path
    assert left == {}


def test_every_page_with_a_script_has_the_texts_that_scripts_show(other: Site) -> None:
    scripted = {path: page.soup for path, page in other.pages.items() if page.soup.select("script[type=module]")}
    assert {"", "c/2/cite/", "points/"} <= set(scripted)
    for path, soup in scripted.items():
        (texts,) = soup.select("script#texts")
        assert json.loads(texts.get_text())["Close"] == "Schließen", path


def test_a_page_with_hidden_annotations_says_so_in_print(folder: Path) -> None:
    said = re.findall(r'--not-all-shown: ?"([^"]*)"', html(folder, "points"))
    assert said == ["Nicht alle Anmerkungen sind zu sehen."]
    css = (folder / "assets" / "stylesheets" / "switches.css").read_text(encoding="utf-8")
    assert "content:var(--not-all-shown)" in css


def test_every_link_in_it_leads_somewhere(other: Site) -> None:
    broken = {path: found for path, page in other.pages.items() if (found := other.broken(page))}
    assert broken == {}


def test_what_llms_txt_names_is_there(folder: Path) -> None:
    text = (folder / "llms.txt").read_text(encoding="utf-8")
    listed = re.findall(r"\]\(https://edition\.test/([^)]*)\)", text)
    assert len(listed) > 10
    assert [path for path in listed if not (folder / path).is_file()] == []
    named = re.findall(r"(Aussage|Anmerkung) (\w+) (?:steht )?unter https://edition\.test/c/(\w+)/", text)
    assert [(kind, label) for kind, label, _ in named] == [("Aussage", "1"), ("Anmerkung", "1a")]
    assert all(label == path for _, label, path in named)


def test_it_calls_the_annotated_work_by_its_own_noun(other: Site, folder: Path) -> None:
    places = {said(place) for path, _ in CLAIMS.values() for place in other[path].soup.select(".claim__at")}
    assert "Rede: Punkt VIII" in places
    assert all(place.startswith("Rede: ") for place in places)
    text = (folder / "llms.txt").read_text(encoding="utf-8")
    assert "Jede der 5 Aussagen des Werks (Rede)" in text
    assert "nicht abgedruckt" not in text
    schema = (folder / "claims.schema.json").read_text(encoding="utf-8")
    assert "The Rede's own words that it rests on, at most 40;" in schema


def test_a_claim_has_its_title_verdict_outcome_and_reason_in_the_words_of_this_vocabulary(other: Site) -> None:
    for label, (path, options) in CLAIMS.items():
        (heading,) = other[path].soup.select(f"#claim-{label}")
        section = heading.find_parent("section")
        assert section is not None
        assert options["title"] in said(heading)
        assert [said(mark) for mark in section.select(".verdict, .outcome")] == words(options)
        assert said(section.select_one(".claim__because")) == options["because"]


def test_an_annotation_is_named_by_its_own_kind(other: Site) -> None:
    for label, (path, options) in ANNOTATIONS.items():
        (aside,) = other[path].soup.select(f"#annotation-{label}")
        word = WORDS["kinds"][options["kind"]]["word"]
        assert said(aside.select_one(".kind")) == word
        assert aside["aria-label"] == f"Anmerkung {label}: {word}"


def test_the_page_of_claims_lists_each_with_what_is_said_of_it(other: Site) -> None:
    rows = other["all/"].soup.select(".ledger tbody tr")
    told = {
        said(row.td): (
            said(row.th),
            [said(mark) for mark in row.select(".verdict, .outcome")],
            said(row.select_one(".because")),
        )
        for row in rows
    }
    assert told == {
        label: (options["title"], words(options), options["because"]) for label, (_, options) in CLAIMS.items()
    }
    assert [other["all/"].target(str(row.a["href"])) for row in rows if row.a] == [
        f"{path}#claim-{label}" for label, (path, _) in CLAIMS.items()
    ]


def test_the_front_page_names_edition_day_and_the_month_of_the_sources(other: Site) -> None:
    assert said(other[""].soup.select_one(".imprint")) == "Ausgabe 0.1 25. November 2026 Quellen bis Oktober 2026"


def test_the_scorecard_counts_by_the_groups_of_this_vocabulary(other: Site) -> None:
    (card,) = other[""].soup.select(".scorecard")
    heads = [" ".join(said(head).split()) for head in card.select("dt")]
    assert heads == ["Feststellungen 1", "Grundsätze 1", "Ziele 3"]
    assert "hier stehen 5 Aussagen seiner Rede" in said(other[""].soup.article)


def test_definitions_are_those_of_this_vocabulary(other: Site) -> None:
    terms = other["method/"].soup.select("article dl")
    told = {said(term): said(term.find_next("dd")) for each in terms for term in each.select("dt")}
    groups = [
        {name: facts for name, facts in WORDS["verdicts"].items() if facts["group"] == "Feststellungen"},
        OUTCOMES,
        WORDS["kinds"],
    ]
    assert told == {facts["word"]: facts["definition"] for group in groups for facts in group.values()}


def test_a_reference_says_in_these_words_what_it_is_and_how_far_it_was_read(other: Site) -> None:
    entries = {str(entry["id"]): said(entry) for entry in other["sources/"].soup.select(".reference")}
    books = dict.fromkeys(("keynes1919", "macmillan2002"), "Gedrucktes Buch")
    types = {**books, "versailles1919": "Vertrag", "wilson1918": "Rede"}
    assert set(entries) == {f"reference-{key}" for key in types}
    for key, word in types.items():
        assert f"{word} Bekannt, nicht eingesehen" in entries[f"reference-{key}"].replace(" · ", " ")
    assert all(entry.fields["basis"] in entries[f"reference-{key}"] for key, entry in BIBLIOGRAPHY.items())
    assert entries["reference-macmillan2002"].endswith("Zitiert in Anmerkung 2b, Anmerkung 3a")
    copies = {key: entry.fields["archived"] for key, entry in BIBLIOGRAPHY.items() if "archived" in entry.fields}
    assert copies
    for key, copy_of in copies.items():
        for path, place in (("sources/", f"#reference-{key} .reference__entry"), (f"r/{key}/", ".cite__line")):
            (link,) = other[path].soup.select(f"{place} a[data-versiondate]")
            assert (link["href"], link["data-versionurl"]) == (BIBLIOGRAPHY[key].fields["url"], copy_of)


def test_the_search_offers_its_kinds_and_verdicts_and_finds_every_claim_and_annotation(
    other: Site, folder: Path
) -> None:
    index: dict[str, Any] = data(folder, "search/search_index.json")
    kinds = {name: facts["word"] for name, facts in WORDS["kinds"].items()}
    assert index["sorts"] == {"claim": "Aussage", **kinds, "source": "Quelle", "page": "Seite"}
    assert index["verdicts"] == {name: facts["word"] for name, facts in WORDS["verdicts"].items()}
    assert index["outcomes"] == {name: facts["word"] for name, facts in OUTCOMES.items()}
    offered = {
        str(choice["data-filter"]): {str(option["value"]): said(option) for option in choice.select("option")[1:]}
        for choice in other[""].soup.select(".search-filters select")
    }
    assert offered == {"kind": index["sorts"], "verdict": index["verdicts"], "outcome": index["outcomes"]}
    found = {(index["pages"][passage[0]][0], *passage[1:5]) for passage in index["passages"]}
    for label, (path, options) in CLAIMS.items():
        assert (path, f"claim-{label}", "claim", options["verdict"], options.get("outcome", "")) in found
    for label, (path, options) in ANNOTATIONS.items():
        claim = CLAIMS[claim_of(label)][1]
        told = (path, f"annotation-{label}", options["kind"], claim["verdict"], claim.get("outcome", ""))
        assert told in found


def test_the_data_say_what_is_written_and_keep_to_their_schema(folder: Path) -> None:
    found = data(folder, "claims.json")
    Draft202012Validator(data(folder, "claims.schema.json")).validate(found)
    assert (found["edition"]["title"], found["edition"]["author"]) == (TITLE, "Freunde des Archivs")
    rows = list(csv.DictReader((folder / "claims.csv").read_text(encoding="utf-8-sig").splitlines()))
    names = ("title", "verdict", "outcome", "because", "at", "words")
    expected = {label: {name: options.get(name, "") for name in names} for label, (_, options) in CLAIMS.items()}
    for listed in (rows, found["claims"]):
        assert {claim["claim"]: {name: claim[name] for name in names} for claim in listed} == expected
    kinds = {
        note["annotation"]: (note["kind"], note["checked"])
        for claim in found["claims"]
        for note in claim["annotations"]
    }
    assert kinds == {label: (options["kind"], options["date"]) for label, (_, options) in ANNOTATIONS.items()}


def test_its_records_have_its_own_author_title_key_and_language(folder: Path) -> None:
    for label, (path, options) in CLAIMS.items():
        address = f"{ADDRESS}{path}#claim-{label}"
        entry = parse_string((folder / f"c/{label}/cite.bib").read_text(encoding="utf-8"), "bibtex").entries[
            f"points2026-{label}"
        ]
        fields = {name: re.sub(r"[{}\\]", "", value) for name, value in entry.fields.items()}
        assert options["title"] in fields["title"]
        told = {name: fields[name] for name in ("booktitle", "edition", "publisher", "year", "date", "url", "langid")}
        assert told == {
            **{"booktitle": TITLE, "edition": "0.1", "publisher": "Archivverlag", "year": "2026"},
            **{"date": "2026-11-25", "url": address, "langid": "german"},
        }
        (record,) = rispy.loads((folder / f"c/{label}/cite.ris").read_text(encoding="utf-8"))
        assert (record["authors"], record["language"]) == (["Freunde des Archivs,"], "de-DE")
        assert '<html lang="de">' in html(folder, f"c/{label}")
        (item,) = data(folder, f"c/{label}/cite.csl.json")
        assert item["note"].endswith(f"Rede: {options['at']}")
        assert (item["id"], item["language"], item["URL"]) == (f"points2026-{label}", "de-DE", address)


def test_the_page_of_citations_shows_the_claim_in_every_style(other: Site, folder: Path) -> None:
    for label, (_, options) in CLAIMS.items():
        page = other[f"c/{label}/cite/"].soup
        record = (folder / f"c/{label}/cite.bib").read_text(encoding="utf-8")
        assert page.select(".cite__bibtex pre")[0].get_text().strip() == record.strip()
        assert [said(mark) for mark in page.select(".verdict, .outcome")] == words(options)
        assert said(page.select_one(".because")) == options["because"]
        strings = [said(string) for string in page.select(".cite__string")]
        assert len(strings) == len(STYLES)
        assert all("Freunde des Archivs" in string and "Vierzehn Punkte" in string for string in strings)
        assert all(options["title"].split()[-1].lower() in string.lower() for string in strings)


def test_linked_data_and_annotations_use_its_words(folder: Path) -> None:
    graph = json.dumps(data(folder, "points/metadata.jsonld"))
    assert "Halb erreicht" in graph
    assert "de-DE" in graph
    items = data(folder, "annotations.jsonld")["first"]["items"]
    heard = {item["id"].rpartition("#")[2] for item in items}
    assert {f"annotation-{label}" for label in ANNOTATIONS} <= heard


def test_the_forms_hold_every_claim_and_annotation(folder: Path) -> None:
    sheets = pypdfium2.PdfDocument(folder / "edition.pdf")
    pdf = "".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    with ZipFile(folder / "edition.epub") as book:
        epub = " ".join(
            BeautifulSoup(book.read(name), "html.parser").get_text()
            for name in book.namelist()
            if name.endswith(".xhtml")
        )
    printed = BeautifulSoup((folder / "print/index.html").read_text(encoding="utf-8"), "html.parser").get_text()
    for form in (pdf, epub, printed):
        bare = re.sub(r"[\s\u00ad\u2060-]+", "", form)
        for _, options in CLAIMS.values():
            for text in (options["title"], options["because"], *words(options)):
                assert re.sub(r"[\s-]+", "", text) in bare
        for _, options in ANNOTATIONS.values():
            assert WORDS["kinds"][options["kind"]]["word"] in bare
        assert not FOREIGN.findall(form)


def test_the_pdf_has_a_row_for_each_claim_in_its_table(folder: Path) -> None:
    sheets = [sheet.get_textpage() for sheet in pypdfium2.PdfDocument(folder / "edition.pdf")]
    (table,) = [sheet for sheet in sheets if sheet.search("Urteil und Begründung").get_next()]
    edges = set()
    for _, options in CLAIMS.values():
        start, _ = table.search(" ".join(options["title"].split()[:2])).get_next()
        edges.add(round(table.get_charbox(start, loose=True)[0]))
    assert len(edges) == 1  # every title stands in the same column


def test_the_map_of_the_argument_has_its_colors_without_a_stylesheet(folder: Path) -> None:
    with ZipFile(folder / "edition.epub") as book:
        marks = BeautifulSoup(book.read("EPUB/index.xhtml"), "html.parser").select(".argument__mark")
        css = book.read("EPUB/book.css").decode()
    assert len(marks) == len(CLAIMS)
    for mark in marks:
        (use,), (ground,) = mark.select("use"), mark.select("rect")
        sort = "outcome" if mark.has_attr("data-outcome") else "verdict"
        assert f'[data-{sort}="{mark[f"data-{sort}"]}"] {{ color: {use["fill"]}; }}' in css
        assert ground["fill"] == "none"


def test_the_forms_name_edition_day_and_month_and_each_sheet_its_claims(folder: Path) -> None:
    sheets = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(folder / "edition.pdf")]
    with ZipFile(folder / "edition.epub") as book:
        title = BeautifulSoup(book.read("EPUB/title.xhtml"), "html.parser").get_text(" ")
    for form in (sheets[0], title):
        first = " ".join(form.split())
        assert "Ausgabe 0.1, 25. November 2026 Quellen gelesen bis Oktober 2026" in first.replace(" , ", ", ")
    assert any(sheet.startswith("Die Regelung Aussagen 4–5") for sheet in map(" ".join, map(str.split, sheets)))


def test_the_forms_show_the_image_of_its_text(folder: Path, other: Site) -> None:
    (image,) = other["settlement/"].soup.select("article img")
    drawn = (FOLDER / "docs" / "signatures.svg").read_bytes()
    with ZipFile(folder / "edition.epub") as book:
        shown = BeautifulSoup(book.read("EPUB/settlement.xhtml"), "html.parser").select("img")
        assert [each["alt"] for each in shown] == [image["alt"]]
        assert book.read(f"EPUB/{shown[0]['src']}") == drawn
    printed = [each for each in other["print/"].soup.select("img") if each["alt"] == image["alt"]]
    assert [(folder / other["print/"].target(str(each["src"]))).read_bytes() for each in printed] == [drawn]
    with pikepdf.open(folder / "edition.pdf") as pdf:
        told = [str(tag.Alt) for tag in pdf.objects if isinstance(tag, pikepdf.Dictionary) and "/Alt" in tag]
    assert image["alt"] in told


def test_its_feed_tells_of_the_edition_on_its_day_before_it_is_registered(folder: Path) -> None:
    feed, atom = ElementTree.parse(folder / "feed.xml").getroot(), "{http://www.w3.org/2005/Atom}"
    told = [(entry.findtext(f"{atom}title"), entry.findtext(f"{atom}updated")) for entry in feed.iter(f"{atom}entry")]
    assert told == [("Ausgabe 0.1", f"{FACTS['date']}T00:00:00Z")]


def test_it_can_be_registered_as_an_edition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy(tmp_path)
    with chdir(tmp_path):
        assert register([]) == 0
    register_said, _, listed = capsys.readouterr().out.partition("\n")
    written = "Edition 0.1 is registered in docs/data/register.yml. Written into docs/editions.md:"
    assert register_said == written
    assert listed.rstrip() in (tmp_path / "docs" / "editions.md").read_text(encoding="utf-8")
    entries = yaml.safe_load((tmp_path / "docs" / "data" / "register.yml").read_text(encoding="utf-8"))["entries"]
    assert {f"claim {label}" for label in CLAIMS} | {f"annotation {label}" for label in ANNOTATIONS} <= set(entries)
    assert "## Ausgabe 0.1" in (tmp_path / "docs" / "editions.md").read_text(encoding="utf-8")


def test_every_word_has_its_own_color_on_every_page(folder: Path) -> None:
    css = re.sub(r"\s", "", (folder / "assets" / "stylesheets" / "verdicts.css").read_text(encoding="utf-8"))
    for sort, facts in (("verdict", WORDS["verdicts"]), ("outcome", OUTCOMES), ("kind", WORDS["kinds"])):
        for name, word in facts.items():
            assert f"[data-{sort}={name}]{{--hue:var(--{word['color']});--shape:polygon(" in css
