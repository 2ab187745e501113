"""The files to import: every program that can be had reads the same author, title, container, day and address."""

import csv
import json
import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import pypandoc
import pytest
import rispy  # type: ignore[import-untyped]
from annotated_edition.citations.formats import bibtex, csl_json, ris
from annotated_edition.citations.items import Item
from bibtexparser.entrypoint import parse_string as parse_bibtex
from bs4 import Tag
from fixtures.builder import EDITION, PROJECT, VOCABULARY
from fixtures.citable import item
from fixtures.pages import ADDRESS, Site
from fixtures.published import data, html
from fixtures.written import CLAIMS, SOURCES, TEXT, WRITTEN
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from pybtex.database import parse_string

AUTHOR = "Annotated Edition Contributors"
WORK, VERSION, DAY = EDITION["title"], EDITION["version"], EDITION["date"].isoformat()
ENDINGS = ("bib", "ris", "csl.json")


class Record(NamedTuple):
    """What each program must find alike."""

    key: str
    author: str
    title: str
    container: str
    day: str
    address: str
    edition: str


def bare(text: str) -> str:
    """Without what BibTeX adds, braces and backslashes; pandoc sets apostrophes as printers do."""
    return re.sub(r"[{}\\]", "", text).replace("’", "'")


def of_csl(items: Iterable[dict[str, Any]]) -> dict[str, Record]:
    records = {}
    for found in items:
        (name,) = found["author"]
        year, *rest = found["issued"]["date-parts"][0]
        day = "-".join([str(year), *(f"{part:02}" for part in rest)])
        author = name.get("literal") or name["family"]
        assert "given" not in name, name
        edition = found.get("edition") or found.get("number") or found["issue"]
        container = bare(found.get("container-title", ""))
        records[found["id"]] = Record(
            found["id"], author, bare(found["title"]), container, day, found["URL"], str(edition)
        )
    return records


def of_ris(entries: Iterable[dict[str, Any]]) -> dict[str, Record]:
    records = {}
    for found in entries:
        (author,) = found["authors"]
        records[found["id"]] = Record(
            found["id"],
            author.removesuffix(","),
            bare(found["title"]),
            found.get("secondary_title", ""),
            found["date"].strip("/").replace("/", "-"),
            found["urls"][0],
            found.get("edition") or found["number"],
        )
    return records


def of_bibtex(key: str, author: str, fields: dict[str, str]) -> Record:
    container = bare(fields.get("booktitle", ""))
    edition = fields.get("edition") or fields["number"]
    return Record(key, bare(author), bare(fields["title"]), container, fields["date"], fields["url"], edition)


def of_bibtexparser(text: str) -> dict[str, Record]:
    library = parse_bibtex(text)
    assert not library.failed_blocks
    read = {entry.key: {field.key: str(field.value) for field in entry.fields} for entry in library.entries}
    return {key: of_bibtex(key, fields["author"], fields) for key, fields in read.items()}


def of_pybtex(text: str) -> dict[str, Record]:
    read = parse_string(text, "bibtex").entries
    return {key: of_bibtex(key, str(entry.persons["author"][0]), dict(entry.fields)) for key, entry in read.items()}


def of_pandoc(text: str, form: str) -> dict[str, Record]:
    return of_csl(json.loads(pypandoc.convert_text(text, "csljson", form)))


OF_SOURCES = re.compile(r"^r/|(?:references|sources)\.")  # tests/build/test_cited_sources.py tries them


@cache
def files(site: Path) -> dict[str, str]:
    """All files to import, of the work, the pages and the passages, by their path."""
    found = [file for ending in ENDINGS for file in site.rglob(f"*.{ending}")]
    paths = {file.relative_to(site).as_posix(): file for file in found}
    return {path: file.read_text(encoding="utf-8") for path, file in paths.items() if not OF_SOURCES.search(path)}


def joined(site: Path, ending: str) -> str:
    """The files of the work and of all pages in one format, one after the other, without those that repeat a page."""
    texts = {
        path: text for path, text in files(site).items() if path.endswith(f".{ending}") and not path.startswith("c/")
    }
    if ending == "csl.json":
        return csl_json({record["id"]: record for text in texts.values() for record in json.loads(text)}.values())
    mark = re.compile(r"(?=^@)|(?=^TY  - )", re.MULTILINE)
    entries = [entry.strip() for text in texts.values() for entry in mark.split(text)]
    return "\n\n".join(entry for entry in dict.fromkeys(entries) if entry) + "\n"


@cache
def expected(site: Path) -> dict[str, Record]:
    return of_csl(json.loads(joined(site, "csl.json")))


def test_the_files_hold_the_work_its_pages_and_every_claim_and_annotation(site: Path) -> None:
    records = expected(site)
    assert records["annotated2026"] == Record("annotated2026", AUTHOR, WORK, "", DAY, ADDRESS, VERSION)
    for number in CLAIMS:
        record = records[f"annotated2026-{number}"]
        assert record.container == WORK
        assert record.title.startswith(f"Claim {number}: ")
        assert record.address.endswith(f"/#claim-{number}")
    assert all((record.author, record.day, record.edition) == (AUTHOR, DAY, VERSION) for record in records.values())
    assert {f"annotated2026-{label}" for claim in WRITTEN for label in claim.annotations} <= records.keys()


@pytest.mark.parametrize("path", TEXT)
def test_a_page_has_its_three_files_with_the_page_and_its_passages(site: Path, path: str) -> None:
    records = json.loads(files(site)[f"{path}cite.csl.json"])
    assert records[0]["URL"] == ADDRESS + path
    keys = [record["id"] for record in records]
    assert [key for key in keys if re.fullmatch(r"annotated2026-\d+", key)] == [
        f"annotated2026-{number}" for number in TEXT[path]
    ]
    for ending in ("bib", "ris"):
        assert all(key in files(site)[f"{path}cite.{ending}"] for key in keys)


def test_the_file_of_a_passage_says_what_the_file_of_its_page_says(site: Path) -> None:
    texts = files(site)
    for label in ("8", "8a", "49"):
        for ending in ENDINGS:
            own = texts[f"c/{label}/cite.{ending}"].strip("[]\n")
            assert any(own in text for path, text in texts.items() if not path.startswith("c/")), (label, ending)


def test_the_page_on_citing_offers_the_files_of_each_page_under_a_name_of_their_own(edition: Site) -> None:
    page = edition["cite/"]
    offered = [(page.target(str(link["href"])), link["download"]) for link in page.soup.select(".downloads td a")]
    names = {f"{path}cite": f"annotated2026-{path.strip('/').replace('/', '-')}" for path in TEXT}
    assert offered == [
        (f"{file}.{ending}", name and f"{name}.{ending}")
        for file, name in {"edition": "", "references": "", **names}.items()
        for ending in ENDINGS
    ]


YEAR_ALONE = "RIS by pandoc"  # which takes no more of the day from such a file, whatever that says
# What each program reads of the files of a format.
READERS: dict[str, tuple[str, Callable[[str], dict[str, Record]]]] = {
    "BibTeX by bibtexparser": ("bib", of_bibtexparser),
    "BibTeX by pybtex": ("bib", of_pybtex),
    "BibTeX by pandoc": ("bib", partial(of_pandoc, form="bibtex")),
    "BibLaTeX by pandoc": ("bib", partial(of_pandoc, form="biblatex")),
    "RIS by rispy": ("ris", lambda text: of_ris(rispy.loads(text))),
    YEAR_ALONE: ("ris", partial(of_pandoc, form="ris")),
    "CSL-JSON by pandoc": ("csl.json", partial(of_pandoc, form="csljson")),
}


@pytest.mark.parametrize("reader", READERS)
def test_every_program_reads_what_is_meant(site: Path, reader: str) -> None:
    ending, read = READERS[reader]
    meant = expected(site)
    if reader == YEAR_ALONE:
        meant = {key: record._replace(day=DAY[:4]) for key, record in meant.items()}
    assert read(joined(site, ending)) == meant


def test_no_label_stands_in_a_field_of_pages(site: Path) -> None:
    for path, text in files(site).items():
        assert not re.search(r"^(SP|EP)  - |^\s*(pages|chapter) = |\"(page|chapter-number)\":", text, re.MULTILINE), (
            path
        )


def test_lines_of_ris_end_as_the_format_demands(site: Path) -> None:
    text = (site / "edition.ris").read_bytes()
    assert text.count(b"\n") == text.count(b"\r\n") > 0
    assert text.startswith(b"TY  - RPRT\r\n")
    assert text.endswith(b"ER  - \r\n")


# --- Marks that mean something to a format ---

ODD = 'Claim 3: 50% of "R&D" {sic} in #1_a costs $2 ~ \\ ^'


def odd() -> dict[str, Any]:
    known: Item = item("3")
    return known.csl | {"title": ODD, "note": "100% & more", "URL": "https://edition.test/a_b/?c=%20&d#claim-3"}


def test_bibtex_escapes_what_latex_reads_as_commands_but_in_addresses() -> None:
    text = bibtex([odd()])
    assert (
        r"title = {{Claim 3: 50\% of "
        r'"R\&D" \{sic\} in \#1\_a costs \$2 \textasciitilde{} \textbackslash{} \textasciicircum{}}},' in text
    )
    assert r"note = {100\% \& more}," in text
    assert "url = {https://edition.test/a_b/?c=%20&d#claim-3}," in text
    (record,) = json.loads(pypandoc.convert_text(text, "csljson", "biblatex"))
    assert record["title"].replace("“", '"').replace("”", '"') == ODD
    assert parse_string(text, "bibtex").entries


def test_a_line_of_ris_is_one_line_whatever_the_text_has() -> None:
    (record,) = rispy.loads(ris([odd() | {"title": "Claim 3:\nER  - \n<i>two</i>  lines"}]))
    assert record["title"] == "Claim 3: ER - two lines"


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        ([2022, 3, 21], ["PY  - 2022", "DA  - 2022/03/21/"]),
        ([2022, 3], ["PY  - 2022", "DA  - 2022/03//"]),
        ([2022], ["PY  - 2022", "DA  - 2022///"]),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(parts: list[int], lines: list[str]) -> None:
    written = ris([odd() | {"issued": {"date-parts": [parts]}}]).split("\r\n")
    assert [line for line in written if line.startswith(("PY", "DA"))] == lines


# --- All references ---

# Of CSL and of RIS, which names the same kinds of work in capitals.
TYPES = {("article-journal", "JOUR"), ("book", "BOOK"), ("chapter", "CHAP"), ("report", "RPRT"), ("webpage", "ELEC")}


def test_all_references_are_there_in_three_formats(site: Path) -> None:
    text = (site / "references.bib").read_text(encoding="utf-8")
    keys = set(parse_string(text, "bibtex").entries)
    records = data(site, "references.csl.json")
    assert text == (PROJECT / "references.bib").read_text(encoding="utf-8")
    assert {record["id"] for record in records} == keys
    entries = {entry["id"]: entry for entry in rispy.loads((site / "references.ris").read_text(encoding="utf-8"))}
    assert entries.keys() == keys
    assert {(record["type"], entries[record["id"]]["type_of_reference"]) for record in records} <= TYPES


def test_the_brief_is_among_the_references_and_is_never_the_work(site: Path) -> None:
    (brief,) = [record for record in data(site, "references.csl.json") if record["id"] == "coffey2022weaken"]
    assert [name["family"] for name in brief["author"]] == ["Coffey", "Lohman"]
    assert (brief["type"], brief["genre"], brief["number"]) == ("report", "Factsheet", "231")
    for path, text in files(site).items():
        assert not re.search("Coffey|Lohman|Heritage", text), path


# --- The ledger ---


def test_the_ledger_is_what_its_schema_says(site: Path) -> None:
    schema, ledger = data(site, "claims.schema.json"), data(site, "claims.json")
    assert validator_for(schema) is Draft202012Validator
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert list(validator.iter_errors(ledger)) == []
    objects = [schema, schema["properties"]["edition"], schema["$defs"]["claim"], schema["$defs"]["annotation"]]
    assert all(sorted(each["required"]) == sorted(each["properties"]) for each in objects)
    assert ledger["$schema"] == f"{ADDRESS}claims.schema.json"
    facts = {name: str(EDITION[name]) for name in ("title", "author", "version", "date", "license")}
    assert ledger["edition"] == {**facts, "address": ADDRESS}


def test_the_schema_knows_the_same_verdicts_outcomes_and_kinds_as_the_build(site: Path) -> None:
    of = data(site, "claims.schema.json")["$defs"]
    assert of["claim"]["properties"]["verdict"]["enum"] == list(VOCABULARY.verdicts)
    assert of["claim"]["properties"]["outcome"]["enum"] == ["", *VOCABULARY.outcomes]
    assert of["annotation"]["properties"]["kind"]["enum"] == list(VOCABULARY.kinds)


def cited(element: Tag) -> list[str]:
    """The keys of the works that an element cites, each once."""
    return sorted({str(link["href"]).removeprefix("#reference-") for link in element.select("a[role=doc-biblioref]")})


def test_the_ledger_has_every_claim_and_annotation_with_its_own_sources(edition: Site, site: Path) -> None:
    claims = data(site, "claims.json")["claims"]
    names = ("claim", "title", "at", "words", "page", "address", "short_address")
    assert [[claim[name] for name in names] for claim in claims] == [
        [
            *(str(claim.number), claim.title, claim.at, claim.options.get("words", ""), SOURCES[claim.path].title),
            *(ADDRESS + claim.target, f"{ADDRESS}c/{claim.number}/"),
        ]
        for claim in WRITTEN
    ]
    for claim in claims:
        passage = edition.passages[int(claim["claim"])]
        sources = {f"annotation-{note['annotation']}": sorted(note["sources"]) for note in claim["annotations"]}
        assert sources == {str(aside["id"]): cited(aside) for aside in passage.select(".annotation")}
        assert claim["sources"] == cited(passage)


def test_the_table_of_the_ledger_agrees_with_the_data_and_is_marked_as_utf_8(site: Path) -> None:
    mark, text = (site / "claims.csv").read_text(encoding="utf-8").partition("claim,title")[::2]
    assert mark == "\ufeff"  # by which Excel knows it
    rows = list(csv.DictReader(f"claim,title{text}".splitlines()))
    claims = data(site, "claims.json")["claims"]
    for row, claim in zip(rows, claims, strict=True):
        counts = {name: str(len(claim[name])) for name in ("annotations", "sources")}
        assert row == {name: claim[name] for name in row} | counts


def test_the_citation_file_is_published(site: Path) -> None:
    name = "CITATION.cff"
    assert (site / name).read_text(encoding="utf-8") == (PROJECT / name).read_text(encoding="utf-8")


# --- Short addresses ---


@pytest.mark.parametrize(("label", "target"), [("8", "background/#claim-8"), ("8a", "background/#annotation-8a")])
def test_a_short_address_and_a_sheet_name_the_page_of_their_passage_without_a_script(
    site: Path, label: str, target: str
) -> None:
    text = html(site, f"c/{label}/")
    assert f'<meta http-equiv="refresh" content="0; url=../../{target}">' in text
    assert f'<link rel="canonical" href="{ADDRESS}background/">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert f'<a href="../../{target}">' in text
    assert "<script" not in text
    sheet = html(site, f"c/{label}/cite/")
    assert f'<link rel="canonical" href="{ADDRESS}background/">' in sheet
    assert '<meta name="description" content="Citations of ' in sheet
    assert '<link rel="icon" href="../../../assets/images/favicon.svg">' in sheet
