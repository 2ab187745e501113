"""Two editions side by side on a branch: the first stays as it was, and what has no version leads to the latest."""

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from fixtures.builder import PROJECT, settings
from fixtures.editing import change
from fixtures.frozen import BRANCH, ROOT, commit, git, run_freeze
from fixtures.published import data, parsed

FIRST, SECOND = f"{BRANCH}~1", BRANCH  # the branch as each edition left it
WORK = settings()["extra"]["edition"]["title"]
LEADING = [
    ("", "1.1/", WORK.partition(":")[0]),
    ("second/", "1.1/third/", "Remedies"),
    ("third/", "1.1/third/", "Remedies"),
    ("changes/", "1.1/changes/", "Changes"),
    ("c/3/", "1.1/third/#claim-3", "Claim 3: A remedy is at hand"),
    ("c/3a/", "1.1/third/#annotation-3a", "Annotation 3a (evidence) to Claim 3: A remedy is at hand"),
    ("c/3/cite/", "1.1/c/3/cite/", f"Cite claim 3 – {WORK}"),
]


@pytest.fixture(scope="session")
def work(editions: Path) -> Path:
    """What is published."""
    return editions / "published" / "work"


@pytest.fixture
def copy(editions: Path, tmp_path: Path) -> Path:
    """A clone, whose branch is known only as that of the remote one."""
    git(editions, "clone", "--quiet", "--branch", "main", str(editions), str(tmp_path / "copy"))
    shutil.copytree(editions / ".cache", tmp_path / "copy" / ".cache")
    return tmp_path / "copy"


def links(soup: BeautifulSoup, relation: str) -> set[str]:
    """The addresses of the links of a relation, in the head and on the page."""
    return {str(link["href"]) for link in soup.select(f'[rel="{relation}"]')}


def test_the_first_edition_stays_byte_for_byte_what_it_was(editions: Path, work: Path) -> None:
    assert git(editions, "rev-parse", f"{SECOND}:1.0") == git(editions, "rev-parse", f"{FIRST}:1.0")
    assert git(editions, "rev-parse", f"{SECOND}:1.1") != git(editions, "rev-parse", f"{SECOND}:1.0")
    for left, version in ((FIRST, "1.0"), (SECOND, "1.1")):
        told = f"Edition {version}, from {git(editions, 'rev-parse', version)}"
        assert git(editions, "log", "-1", "--format=%s", left) == told
    changed = git(editions, "diff", "--name-only", "--no-renames", FIRST, SECOND).splitlines()
    assert [path for path in changed if path.startswith("1.0/")] == []
    assert "The brief holds that a remedy" in parsed(work, "1.0/second").text
    assert "The brief says that a remedy" in parsed(work, "1.1/third").text


def test_the_same_commit_makes_the_same_bytes_again_and_is_told_where_they_are(
    editions: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(copy, "checkout", "--quiet", "1.0")
    git(copy, "branch", "--remotes", "--delete", "origin/editions")
    assert run_freeze(copy) == 0
    assert capsys.readouterr().out == (
        f"Edition 1.0 is kept on the branch {BRANCH}, as it is published at {ROOT}1.0/\n"
    )
    assert git(copy, "rev-parse", BRANCH) == git(editions, "rev-parse", FIRST)


def test_the_list_of_editions_is_a_small_file_at_the_root(work: Path) -> None:
    listed = data(work, "versions.json")
    assert [(each["version"], each["title"], each["properties"]["pages"]) for each in listed] == [
        ("1.1", "Edition 1.1, January 5, 2027", ["/", "/changes/", "/second/", "/third/"]),
        ("1.0", "Edition 1.0, November 24, 2026", ["/", "/changes/", "/second/"]),
    ]
    shown = parsed(work, "editions").select("li")
    assert [item.text for item in shown] == [
        "Edition 1.1, January 5, 2027, the latest",
        "Edition 1.0, November 24, 2026",
    ]
    assert [link["href"] for item in shown for link in item.select("a")] == ["../1.1/", "../1.0/"]


@pytest.mark.parametrize(("path", "target", "title"), LEADING)
def test_an_address_without_a_version_leads_to_the_latest(work: Path, path: str, target: str, title: str) -> None:
    way = parsed(work, path)
    assert [element.text for element in way.select("title, h1")] == [title, title]
    to = "../" * path.count("/") + target
    assert [link["href"] for link in way.select("h1 a")] == [to]
    assert [script["data-to"] for script in way.select("script[src]")] == [to]
    assert [refresh["content"] for refresh in way.select("noscript meta")] == [f"0; url={to}"]
    assert links(way, "canonical") == {ROOT + target.partition("#")[0]}
    assert [robots["content"] for robots in way.select("meta[name=robots]")] == ["noindex"]  # what it leads to is found


def test_every_address_of_an_edition_leads_on_without_its_version(work: Path) -> None:
    for edition in ("1.0", "1.1"):
        pages = [file.relative_to(work / edition) for file in (work / edition).rglob("index.html")]
        assert len(pages) > 18
        for path in pages:
            (link,) = BeautifulSoup((work / path).read_text(encoding="utf-8"), "html.parser").select("h1 a")
            target = (work / path.parent / str(link["href"]).partition("#")[0]).resolve()
            assert (target / "index.html").is_file(), path


def test_no_page_at_the_root_has_a_script_of_its_own(work: Path) -> None:
    pages = [file for file in work.rglob("*.html") if file.relative_to(work).parts[0] not in ("1.0", "1.1", "404.html")]
    assert len(pages) > 18
    for file in pages:
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        assert soup.select("script:not([src]), [onload], [onclick]") == [], file
        assert all((file.parent / str(script["src"])).is_file() for script in soup.select("script")), file


@pytest.mark.parametrize(
    ("path", "name"),
    [("1.0/second/", "second/"), ("1.1/third/", "third/"), ("1.0/", ""), ("1.1/changes/", "changes/")],
)
def test_a_page_names_its_edition_and_leads_to_the_latest(work: Path, path: str, name: str) -> None:
    soup = parsed(work, path)
    assert links(soup, "canonical") == links(soup, "cite-as") == {ROOT + path}
    assert links(soup, "latest-version") == {ROOT + name}
    assert links(soup, "version-history") == {f"{ROOT}editions/"}
    assert [link.text for link in soup.select("a[rel]")][:2] == ["This page in the latest edition", "All editions"]


def test_what_is_taken_from_an_edition_names_that_edition(work: Path) -> None:
    frozen = f"{ROOT}1.0/"
    assert f"{frozen}second/#claim-3" in (work / "1.0/c/3/cite.bib").read_text(encoding="utf-8")
    assert f"UR  - {frozen}second/#claim-3" in (work / "1.0/c/3/cite.ris").read_text(encoding="utf-8")
    assert data(work, "1.0/edition.csl.json")[0]["URL"] == frozen
    graph = data(work, "1.0/metadata.jsonld")["@graph"]
    assert (graph[0]["@id"], graph[0]["exampleOfWork"]["url"]) == (f"{frozen}#work", ROOT)
    assert f"<loc>{frozen}second/</loc>" in (work / "1.0/sitemap.xml").read_text(encoding="utf-8")
    linkset = data(work, "1.0/second/linkset.json")["linkset"]
    latest = {context["anchor"]: context["latest-version"][0]["href"] for context in linkset if "cite-as" in context}
    assert latest[f"{frozen}second/#claim-3"] == f"{ROOT}c/3/"
    assert links(parsed(work, "1.0/c/3/cite"), "latest-version") == {f"{ROOT}c/3/"}


def test_files_at_the_root_are_those_of_the_latest(work: Path) -> None:
    for name in ("edition.bib", "feed.xml", "sitemap.xml", "robots.txt", "llms.txt", "claims.csv", "404.html"):
        assert (work / name).read_bytes() == (work / "1.1" / name).read_bytes(), name
    assert f"Sitemap: {ROOT}1.1/sitemap.xml" in (work / "robots.txt").read_text(encoding="utf-8")


def test_a_feed_and_a_search_that_were_taken_from_an_edition_are_those_of_the_latest(work: Path) -> None:
    feed = (work / "1.0/feed.xml").read_text(encoding="utf-8")
    assert f'<link rel="self" type="application/atom+xml" href="{ROOT}feed.xml"/>' in feed
    description = (work / "1.0/opensearch.xml").read_text(encoding="utf-8")
    assert f'<Url type="text/html" template="{ROOT}?q={{searchTerms}}"/>' in description
    itself = f'<Url type="application/opensearchdescription+xml" rel="self" template="{ROOT}opensearch.xml"/>'
    assert itself in description
    assert (work / "opensearch.xml").is_file()
    page = parsed(work, "1.0/second")
    assert (links(page, "alternate"), links(page, "search")) == ({f"{ROOT}feed.xml"}, {f"{ROOT}opensearch.xml"})


def test_what_is_shown_for_a_missing_address_works_at_any_depth(work: Path) -> None:
    soup = BeautifulSoup((work / "404.html").read_text(encoding="utf-8"), "html.parser")
    parts: list[Tag] = soup.select("[src], link[rel=stylesheet], .everything a")
    addresses = [str(part.get("src") or part["href"]).partition("#")[0] for part in parts]
    assert len(addresses) > 10
    for address in addresses:
        assert address.startswith("/work/1.1/"), address
        file = work.parent / address[1:]
        assert file.is_file() or (file / "index.html").is_file(), address


def test_a_build_for_no_edition_has_no_links_to_others(site: Path) -> None:
    soup = parsed(site, "issue")
    assert soup.select(".editions, [rel=latest-version], [rel=version-history]") == []
    assert not (site / "versions.json").exists()


def refused(folder: Path, capsys: pytest.CaptureFixture[str], **surroundings: str) -> str:
    """Why an edition is refused; the branch is then as it was."""
    before = git(folder, "rev-parse", "origin/editions")
    capsys.readouterr()
    assert run_freeze(folder, **surroundings) == 1
    assert git(folder, "rev-parse", BRANCH, "--") in (before, f"{before}\n--")
    return capsys.readouterr().err.strip()


def test_an_edition_is_never_replaced(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for tag in ("1.0", "1.1"):
        git(copy, "checkout", "--quiet", tag)
        assert refused(copy, capsys) == (
            f"edition {tag}: stands on the branch editions already, where nothing is replaced; "
            "give the next one a higher version, under extra.edition in mkdocs.yml"
        )


def test_the_workflow_takes_a_branch_with_an_edition_more_and_none_in_which_one_has_changed_or_is_gone(
    copy: Path,
) -> None:
    jobs = yaml.safe_load((PROJECT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8"))["jobs"]
    (check,) = [step["run"] for step in jobs["keep"]["steps"] if "no edition has changed" in step.get("name", "")]

    def is_taken(published: str, branch: str) -> bool:
        git(copy, "update-ref", "refs/remotes/origin/editions", published)
        git(copy, "update-ref", f"refs/heads/{BRANCH}", branch)
        return subprocess.run(["bash", "-e", "-c", check], cwd=copy, capture_output=True, check=False).returncode == 0

    second = git(copy, "rev-parse", "origin/editions")
    first = git(copy, "rev-parse", f"{second}~1")
    git(copy, "checkout", "--quiet", "--detach", second)
    (copy / "1.0" / "index.html").write_text("Another.", encoding="utf-8")
    git(copy, "commit", "--quiet", "--all", "--message", "Change an edition")
    assert is_taken(first, second)
    assert not is_taken(second, first)
    assert not is_taken(second, git(copy, "rev-parse", "HEAD"))


def test_an_edition_is_made_of_a_commit_with_its_tag(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(copy / "mkdocs.yml", 'version: "1.1"', 'version: "1.2"')
    assert refused(copy, capsys) == "mkdocs.yml: is not committed; commit it, or undo the change"
    commit(copy)
    wrong, remedy = (
        "edition 1.2: this commit has no tag of that name",
        "tag it with git tag 1.2, or correct the version",
    )
    assert refused(copy, capsys).startswith(f"{wrong}; {remedy}")
    git(copy, "tag", "1.3")
    assert refused(copy, capsys).startswith(f"{wrong} but 1.3; {remedy}")
    git(copy, "tag", "1.2")
    assert refused(copy, capsys) == ("the text is not that of a registered edition 1.2; run make edition and commit it")


def test_an_edition_needs_an_address_and_a_version_that_follows(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(copy, "branch", BRANCH, "origin/editions")
    assert refused(copy, capsys, SITE_URL="").startswith("SITE_URL: is not set; ")
    change(copy / "mkdocs.yml", 'version: "1.1"', 'version: "1.0.9"')
    assert refused(copy, capsys).startswith("edition 1.0.9: does not follow edition 1.1 on the branch editions; ")
    change(copy / "mkdocs.yml", 'version: "1.0.9"', 'version: "next"')
    assert refused(copy, capsys).startswith("mkdocs.yml: extra.edition.version: “next” is no version; ")


def test_no_branch_is_begun_anew_beside_the_tags_of_other_editions(
    editions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(tmp_path, "clone", "--quiet", "--branch", "main", "--single-branch", str(editions), "copy")
    git(tmp_path / "copy", "fetch", "--quiet", "--tags")
    assert run_freeze(tmp_path / "copy") == 1
    assert git(tmp_path / "copy", "branch", "--list", BRANCH) == ""
    assert capsys.readouterr().err.strip() == (
        "edition 1.0: has a tag, and is not on the branch editions; "
        "run git fetch origin editions:editions, or delete the tag of what never was an edition"
    )


def test_a_mistake_in_the_text_ends_it(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(copy / "mkdocs.yml", 'version: "1.1"', 'version: "1.2"')
    change(copy / "docs" / "third.md", "verdict: judgment", "verdict: judgement")
    commit(copy, "1.2")
    assert refused(copy, capsys).startswith("No edition is made of a text with mistakes: ")
