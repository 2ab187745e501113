"""What is written for machines: sitemap, robots.txt, llms.txt with plain copies, the feed, and OpenSearch."""

import gzip
import re
from itertools import takewhile
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import yaml
from annotated_edition.text.dates import spoken_date
from annotated_edition.text.typography import curly
from bs4 import BeautifulSoup, Tag
from fixtures.builder import EDITION, PROJECT, settings
from fixtures.pages import ADDRESS, Site, said
from fixtures.written import CLAIMS, NAV, TEXT, WRITTEN

ATOM = "{http://www.w3.org/2005/Atom}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESSES = {ADDRESS + path for path in NAV}


def test_the_sitemap_lists_every_page_with_the_day_of_the_edition(site: Path) -> None:
    text = (site / "sitemap.xml").read_bytes()
    urls = ElementTree.fromstring(text).findall(f"{SITEMAP}url")
    assert sorted(str(url.findtext(f"{SITEMAP}loc")) for url in urls) == sorted(ADDRESSES)
    assert {url.findtext(f"{SITEMAP}lastmod") for url in urls} == {str(EDITION["date"])}
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == text


def test_robots_may_read_everything_and_are_told_of_the_sitemap(site: Path) -> None:
    lines = (site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {ADDRESS}sitemap.xml"]


def test_llms_txt_has_its_form_and_leads_to_a_copy_of_every_page(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith(f"# {settings()['extra']['edition']['title']}\n\n> {settings()['site_description']}\n\n")
    assert f"each of its {len(CLAIMS)} claims is restated" in text
    items = [line for line in text.splitlines() if line.startswith("- ")]
    links = [re.fullmatch(r"- \[[^\]]+\]\((\S+)\)(: .+)?", item) for item in items]
    targets = [link[1].removeprefix(ADDRESS) for link in links if link]
    assert len(targets) == len(items)
    assert [target for target in targets if not (site / target).is_file()] == []
    assert targets[: len(TEXT)] == [f"{path}index.html.md" for path in TEXT]
    copies = {ADDRESS + target.removesuffix("index.html.md") for target in targets if target.endswith(".md")}
    assert copies == ADDRESSES


def test_the_copies_hold_every_claim_and_annotation_with_its_verdict_and_its_sources(edition: Site) -> None:
    copies = "\n".join((edition.folder / path / "index.html.md").read_text(encoding="utf-8") for path in TEXT)
    for claim in WRITTEN:
        facts = " ".join(f"{name}: {word}." for name, word in zip(("Verdict", "Outcome"), claim.words, strict=False))
        place = f"{claim.at}, at “{curly(claim.options['words'])}”" if "words" in claim.options else claim.at
        head = f"\n## Claim {claim.number}: {claim.title}\n\n{facts}\n\nBecause: {claim.because}\n\n"
        assert copies.count(f"{head}In the brief: {place}.\n\n") == 1, head
        for note in edition.passages[claim.number].select("aside.annotation"):
            assert f"\n### {note['aria-label']}\n\nLast checked {said(note.select_one('time'))}.\n\n" in copies
    for path in TEXT:
        copy = (edition.folder / path / "index.html.md").read_text(encoding="utf-8")
        plain = " ".join(re.sub(r"\]\([^)]*\)|[*\[\]]", "", copy).split())
        for entry in edition[path].soup.select(".references .reference__entry"):
            assert " ".join(re.sub(r"[*\[\]]", "", said(entry)).split()) in plain


def test_a_copy_has_no_controls_and_no_tags_and_says_what_it_is_from(edition: Site) -> None:
    facts = EDITION | {"date": spoken_date(EDITION["date"])}
    imprint = "From “{title}”, edition {version}, {date}, by {author}. {license}.".format(**facts)
    for path in NAV:
        copy = (edition.folder / path / "index.html.md").read_text(encoding="utf-8")
        assert re.match(r"(?:Edition .+\n\n)?# ", copy)
        assert copy.rstrip().endswith(f"\n\n---\n\n{imprint}\nThe page: {ADDRESS}{path}")
        assert not re.search(r"</?[a-z]+[ >]|(?<!# )\bCite$|Suggest a correction", copy, re.MULTILINE), path


def test_the_feed_is_valid_atom(site: Path) -> None:
    feed = ElementTree.parse(site / "feed.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    every = [feed, *feed.findall(f"{ATOM}entry")]
    assert len(every) > 1
    for element in every:
        assert len(element.findall(f"{ATOM}id")) == len(element.findall(f"{ATOM}title")) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", str(element.findtext(f"{ATOM}updated")))
    ids = [str(element.findtext(f"{ATOM}id")) for element in every]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", name) for name in ids)
    told = [feed.findtext(f"{ATOM}{name}") for name in (f"author/{ATOM}name", "rights")]
    assert told == [EDITION["author"], EDITION["license"]]
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{ADDRESS}feed.xml", "alternate": f"{ADDRESS}changes/"}


def test_an_entry_of_the_feed_leads_to_its_edition_and_has_its_day_and_the_feed_that_of_the_last(edition: Site) -> None:
    feed = ElementTree.parse(edition.folder / "feed.xml").getroot()
    days = yaml.safe_load((PROJECT / "docs" / "data" / "register.yml").read_text(encoding="utf-8"))["editions"]
    assert feed.findtext(f"{ATOM}updated") == f"{max(days.values())}T00:00:00Z"
    for entry in feed.findall(f"{ATOM}entry"):
        (link,) = entry.findall(f"{ATOM}link")
        anchor = str(link.get("href")).removeprefix(f"{ADDRESS}changes/#")
        (heading,) = edition["changes/"].soup.select(f"h2#{anchor}")
        assert said(heading) == entry.findtext(f"{ATOM}title")
        assert entry.findtext(f"{ATOM}updated") == f"{days[said(heading).removeprefix('Edition ')]}T00:00:00Z"
        told, section = BeautifulSoup(entry.findtext(f"{ATOM}content") or "", "html.parser"), section_of(heading)
        assert said(told) == said(section)
        links = [urljoin(f"{ADDRESS}changes/", str(link["href"])) for link in section.select("a")]
        assert [str(link["href"]) for link in told.select("a")] == links


def section_of(heading: Tag) -> BeautifulSoup:
    """What stands below a heading until the next, or until the citations at the end of the page."""
    own = takewhile(lambda part: not (isinstance(part, Tag) and part.name in ("h2", "section")), heading.next_siblings)
    return BeautifulSoup("".join(map(str, own)), "html.parser")


def test_every_page_links_to_the_feed_and_offers_its_search_to_browsers(edition: Site) -> None:
    name = ElementTree.parse(edition.folder / "opensearch.xml").getroot().findtext(f"{OPENSEARCH}ShortName")
    for path in NAV:
        (feed,), (search,) = (edition[path].soup.select(f"head link[rel={rel}]") for rel in ("alternate", "search"))
        assert urljoin(ADDRESS + path, str(feed["href"])) == f"{ADDRESS}feed.xml"
        assert feed["type"] == "application/atom+xml"
        assert (search["type"], search["title"]) == ("application/opensearchdescription+xml", name)
        assert urljoin(ADDRESS + path, str(search["href"])) == f"{ADDRESS}opensearch.xml"


def test_a_browser_is_told_how_to_search(site: Path) -> None:
    root = ElementTree.parse(site / "opensearch.xml").getroot()
    assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
    texts = {name: root.findtext(f"{OPENSEARCH}{name}") or "" for name in ("ShortName", "LongName", "Description")}
    assert 0 < len(texts["ShortName"]) <= 16  # letters, by the specification, as are these
    assert len(texts["LongName"]) <= 48
    assert 0 < len(texts["Description"]) <= 1024
    assert texts["Description"] == settings()["site_description"]
    assert root.findtext(f"{OPENSEARCH}Language") == EDITION["language"]
    assert {url.get("type"): url.get("template") for url in root.findall(f"{OPENSEARCH}Url")} == {
        "text/html": f"{ADDRESS}?q={{searchTerms}}",
        "application/opensearchdescription+xml": f"{ADDRESS}opensearch.xml",
    }
    image = str(root.findtext(f"{OPENSEARCH}Image"))
    assert (site / image.removeprefix(ADDRESS)).is_file()


def test_the_page_for_lost_readers_lists_every_page_and_claim(edition: Site) -> None:
    links = edition["404.html"].soup.select(".everything a")
    assert {urljoin(ADDRESS, str(link["href"])) for link in links if "data-page" in link.attrs} == ADDRESSES
    assert [link["data-label"] for link in links if "data-label" in link.attrs] == [str(number) for number in CLAIMS]


def test_the_register_is_published(site: Path) -> None:
    published = (site / "data" / "register.yml").read_text(encoding="utf-8")
    assert published == (PROJECT / "docs" / "data" / "register.yml").read_text(encoding="utf-8")
    assert set(yaml.safe_load(published)) == {"editions", "entries"}
