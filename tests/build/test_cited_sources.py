"""Every source offers its own citation, without a script, and every passage its sources as one file."""

import re
from pathlib import Path
from unicodedata import normalize

import pytest
import rispy  # type: ignore[import-untyped]
import zotero
from annotated_edition.citations.styles import STYLES, leftover
from annotated_edition.structure.sources import title_language
from fixtures.builder import SETTINGS
from fixtures.pages import Site, said
from fixtures.published import html, parsed
from fixtures.written import BIBLIOGRAPHY, WRITTEN, Written
from pybtex.database import parse_string

ENTRIES = parse_string(BIBLIOGRAPHY, "bibtex").entries
KEYS = re.findall(r"^@\w+\{(\w+),", BIBLIOGRAPHY, re.MULTILINE)
READ_THROUGH = SETTINGS.read_through  # the last day on which any was read
STEMS = [f"c/{label}/" for claim in WRITTEN for label in (str(claim.number), *claim.annotations)]


def keys_in(site: Path, file: str) -> list[str]:
    return list(parse_string((site / file).read_text(encoding="utf-8"), "bibtex").entries)


def test_every_entry_leads_to_the_citations_of_its_source(edition: Site) -> None:
    page = edition["references/"]
    targets = [page.target(str(link["href"])) for link in page.soup.select(".reference__facts > .cite__open")]
    entries = [str(entry["id"]).removeprefix("reference-") for entry in page.soup.select(".reference")]
    assert targets == [f"r/{key}/" for key in entries]
    assert sorted(entries) == sorted(KEYS)


def test_every_source_is_cited_in_all_styles_and_nothing_odd_is_in_any(site: Path) -> None:
    for key in KEYS:
        soup = parsed(site, f"r/{key}/")
        strings = {str(style["data-style"]): style.select_one(".cite__string") for style in soup.select(".cite__style")}
        assert list(strings) == [style.key for style in STYLES]
        assert [str(tag["content"]) for tag in soup.select("meta[name=robots]")] == ["noindex"]
        language = title_language(ENTRIES[key], SETTINGS) or None
        assert {string.get("lang") for string in soup.select(".cite__string, pre")} == {language}
        source = (site / f"r/{key}/cite.csl.json").read_text
        assert [key for string in strings.values() if leftover(str(string), source) or len(said(string)) < 20] == []


def test_a_source_reads_as_each_style_wants_it(site: Path) -> None:
    soup = parsed(site, "r/abnett2026ban/")
    url = "https://www.globalbankingandfinance.com/eu-countries-give-final-approval-russian-gas-ban/"
    outlet, day = "Reuters, in Global Banking and Finance Review", "January 26, 2026"
    title, sentence = (
        "EU Countries Give Final Approval to Russian Gas Ban",
        "EU countries give final approval to Russian gas ban",
    )
    strings = zip((style.key for style in STYLES), map(said, soup.select(".cite__string")), strict=True)
    expected = {
        "chicago-notes": f"Kate Abnett, “{title},” {outlet}, {day}, {url}.",
        "chicago-author-date": f"Abnett, Kate. 2026. “{title}.” {outlet}, January 26. {url}.",
        "apa": f"Abnett, K. (2026, January 26). {sentence}. {outlet}. {url}",
        "mla": f"Abnett, Kate. “{title}.” {outlet}, 26 Jan. 2026, {url}.",
        "ieee": f"K. Abnett, “{sentence},” {outlet}. [Online]. Available: {url}",
        "bluebook": f"Kate Abnett, {title}, {outlet} (Jan. 26, 2026), {url}.",
    }
    assert {style: string for style, string in strings if style in expected} == expected


def test_zotero_saves_the_source_from_its_page(site: Path) -> None:
    listed = zotero.record(html(site, "references/"))["items"]
    for key in KEYS[::10]:
        (item,) = zotero.record(html(site, f"r/{key}/"))["items"]
        assert item in listed


def test_the_files_of_a_source_hold_it_alone_and_as_it_is_written(site: Path) -> None:
    texts = {key: (site / f"r/{key}/cite.bib").read_text(encoding="utf-8") for key in KEYS}
    for key, text in texts.items():
        assert text in BIBLIOGRAPHY
        assert re.fullmatch(rf"@\w+{{{key},\n.*\n}}\n", text, re.DOTALL)
    assert list(parse_string("\n".join(texts.values()), "bibtex").entries) == KEYS
    for key in KEYS[::25]:
        (read,) = rispy.loads((site / f"r/{key}/cite.ris").read_text(encoding="utf-8"))
        assert read["id"] == key


@pytest.mark.parametrize("claim", WRITTEN[::6], ids=lambda claim: claim.anchor)
def test_a_claim_offers_its_sources_as_one_file(edition: Site, site: Path, claim: Written) -> None:
    passage = edition.passages[claim.number]
    cited = {str(link["href"]).partition("#reference-")[2] for link in passage.select("a[role=doc-biblioref]")}
    assert set(keys_in(site, f"c/{claim.number}/sources.bib")) == cited
    (line,) = parsed(site, f"c/{claim.number}/cite/").select(".cite__line:has([href*=sources])")
    assert said(line.select_one(".cite__label")) == "Its sources"
    assert [(link["href"], link["download"]) for link in line.select("a")] == [
        (f"../../../c/{claim.number}/sources.{end}", f"annotated2026-{claim.number}-sources.{end}")
        for end in ("bib", "ris")
    ]


def test_whatever_cites_offers_its_sources_and_nothing_else_does(site: Path) -> None:
    for stem in STEMS:
        offered = "sources.bib" in html(site, f"{stem}cite/")
        assert offered == (site / stem / "sources.bib").is_file() == (site / stem / "sources.ris").is_file()


def test_a_page_offers_its_sources_as_one_file(edition: Site, site: Path) -> None:
    for path in ("issue/", "timeline/", "background/"):
        foot = edition[path].soup.select("section.references .reference")
        expected = [str(entry["id"]).removeprefix("reference-") for entry in foot]
        assert keys_in(site, f"{path}sources.bib") == expected
        (line,) = edition[path].soup.select(".cite .cite__line:has([href*=sources])")
        assert said(line.select_one(".cite__label")) == "Sources on this page"
        links = {edition[path].target(str(link["href"])) for link in line.select("a")}
        assert links == {f"{path}sources.bib", f"{path}sources.ris"}


def test_the_page_of_a_source_and_its_entry_lead_to_it_and_to_its_copies_and_say_which_these_are(
    edition: Site, site: Path
) -> None:
    for key in KEYS:
        fields, lines = ENTRIES[key].fields, parsed(site, f"r/{key}/").select(".cite__line")
        links = {said(line.select_one(".cite__label")): line.a for line in lines}
        assert ("Source" in links) == ("Archived" in links) == ("url" in fields)
        copies = edition.references[f"reference-{key}"].select(".reference__facts > a:not(.cite__open)")
        assert len(copies) == ("url" in fields)
        if (source := links.get("Source")) and (copy := links.get("Archived")):
            url, day = re.sub(r"\\([_%&#~])", r"\1", fields["url"]), fields.get("urldate") or READ_THROUGH
            nearest = f"https://web.archive.org/web/{day.replace('-', '')}/{url}"
            assert (source["href"], said(source), source["data-versiondate"]) == (url, url, day)
            (entry,) = edition.references[f"reference-{key}"].select(".reference__entry a[data-versiondate]")
            assert [link.get("data-versionurl") for link in (source, entry)] == [fields.get("archived")] * 2
            assert (copy["href"], said(copy)) == (
                (fields["archived"], "A copy") if "archived" in fields else (nearest, f"The copy nearest to {day}")
            )
            assert copies[0]["href"] == fields.get("archived", f"https://web.archive.org/web/*/{url}")


def test_the_title_of_a_work_in_another_language_is_marked_as_such_and_keeps_its_capitals(edition: Site) -> None:
    marked = {}
    for key in KEYS:
        for title in edition.references[f"reference-{key}"].select("[lang]"):
            marked[key] = (title["lang"], re.sub(r"\W", "", said(title)))
    titles = {key: re.sub(r"\W", "", ENTRIES[key].fields["title"]) for key in KEYS}
    languages = {key: title_language(ENTRIES[key], SETTINGS) for key in KEYS}
    assert marked == {key: (language, titles[key]) for key, language in languages.items() if language}


def test_the_list_of_all_references_is_in_the_order_of_their_authors(edition: Site) -> None:
    """By the letter with which their names begin; the rest is the style's."""
    names = (said(entry.select_one(".reference__entry")) for entry in edition.references.values())
    initials = [normalize("NFKD", name)[0].casefold() for name in names]
    assert initials == sorted(initials)


def test_a_link_to_a_source_says_of_which_day_the_edition_speaks(edition: Site) -> None:
    entries = edition["references/"].soup.select(".reference__entry a[href^=http]")
    assert entries
    for link in entries:
        assert link["data-versiondate"] == READ_THROUGH
