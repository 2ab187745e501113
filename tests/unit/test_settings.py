"""Every mistake in the settings is named, all at once, with its place and its remedy."""

import copy
import datetime
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from annotated_edition.config.checks import read_settings, repeated_problems
from annotated_edition.config.schema import Edition, Pages
from annotated_edition.settings import AnnotatedWork, Settings
from annotated_edition.structure.facts import described_problems, settings_problems
from annotated_edition.vocabulary import Limits
from fixtures.builder import PROJECT, SETTINGS, WORDS, settings
from fixtures.citable import small_edition
from fixtures.examples import examples

Change = Callable[[dict[str, Any], dict[str, Any]], object]
WHERE = "mkdocs.yml: extra.edition"
FILE = "data/vocabulary.yml"
KINDS = ", ".join(WORDS["kinds"])


def said(folder: Path, change: Change = lambda edition, words: None, **extra: object) -> list[str]:
    """What is said of the project's settings after a change of the facts or the words of the edition."""
    mine, words = copy.deepcopy(settings()["extra"]) | {"formats": False} | extra, copy.deepcopy(WORDS)
    change(mine["edition"], words)
    (folder / "data").mkdir()
    (folder / FILE).write_text(yaml.safe_dump(words, sort_keys=False), encoding="utf-8")
    read, problems = read_settings(mine, folder)
    assert (read is None) == bool(problems)
    return [str(problem) for problem in problems]


def put(path: str, value: object) -> Change:
    """Set a fact of the edition."""

    def change(edition: dict[str, Any], words: dict[str, Any]) -> None:
        *above, last = path.split(".")
        for name in above:
            edition = edition.setdefault(name, {})
        edition[last] = value

    return change


def word(path: str, value: object) -> Change:
    """Set something in the file of the vocabulary."""
    return lambda edition, words: put(path, value)(words, {})


def test_the_settings_of_the_project_are_sound(tmp_path: Path) -> None:
    assert said(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("title", "", "is empty; write its text after the colon"),
        ("title", ["A"], "is no text; write its text after the colon"),
        ("version", "two", '“two” is no version; write numbers with dots between them, in quotation marks: "1.1"'),
        ("sources_through", "2026-13", '“2026-13” is no month; write it as "2026-07"'),
        ("license_url", "by/4.0", "“by/4.0” is no address; write that of the license, beginning with https://"),
        (
            "date",
            datetime.date(2126, 11, 24),
            "“2126-11-24” is in a year of another century; write a day as in 2026-11-24, without quotation marks",
        ),
        ("language", "English", "“English” is no tag of BCP 47; write one such as en or pt-BR"),
        (
            "doi.version",
            "https://doi.org/10.5281/zenodo.1",
            "“https://doi.org/10.5281/zenodo.1” is no DOI; write it without https://, such as 10.5281/zenodo.1234567",
        ),
        (
            "annotates",
            "coffey2022weaken",
            "is not of the form name: value; write below it key, noun, is_reprinted, quoted_words",
        ),
        ("annotates.nown", "brief", "is not known; use key, noun, is_reprinted, quoted_words"),
        ("annotates.is_reprinted", "no", "“no” is neither yes nor no; write true or false"),
        ("annotates.quoted_words", 0, "“0” is no whole number above zero; write one such as 7"),
        ("pages.about", "about", "“about” is no page; write its path below docs/, such as about.md"),
        ("limits.annotation_words", [150, 30], "“[150, 30]” is not the fewest and the most; write them as [30, 150]"),
        ("vocabulary", "words.yml", "there is no file words.yml in docs; put it back, or correct its path"),
    ],
)
def test_a_wrong_fact_is_named(path: str, value: object, problem: str, tmp_path: Path) -> None:
    assert said(tmp_path, put(path, value)) == [f"{WHERE}.{path}: {problem}"]


def test_an_unknown_fact_is_named_with_those_that_are_known(tmp_path: Path) -> None:
    names = [name for name, _ in Edition._schema]
    assert said(tmp_path, put("colour", "red")) == [f"{WHERE}.colour: is not known; use {', '.join(names)}"]


@pytest.mark.parametrize("name", ["title", "author", "version", "date", "sources_through", "license", "key"])
def test_a_missing_fact_is_named(name: str, tmp_path: Path) -> None:
    (found,) = said(tmp_path, lambda edition, words: edition.pop(name))
    assert found.startswith(f"{WHERE}.{name}: is missing; ")


@pytest.mark.parametrize(
    ("extra", "problem"),
    [
        ({"moved": {"a": "b.md"}}, "extra.moved.a: “a” is no page; write its path below docs/, such as about.md"),
        (
            {"moved": {"../a.md": "b.md"}},
            "extra.moved.../a.md: “../a.md” is no page; write its path below docs/, such as about.md",
        ),
        ({"moved": {"a.md": None}}, "extra.moved.a.md: is missing; write the path of the page that it leads to"),
        ({"formats": "perhaps"}, "extra.formats: “perhaps” is neither yes nor no; write true or false"),
        ({"edition": "2.0"}, "extra.edition: is not of the form name: value; write below it "),
    ],
)
def test_what_stands_beside_the_facts_is_checked(extra: dict[str, Any], problem: str, tmp_path: Path) -> None:
    (found,) = said(tmp_path, **extra)
    assert found.startswith(f"mkdocs.yml: {problem}")


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("kinds.context.color", "grin", "“grin” is not known; use one of green, olive, "),
        ("kinds.context.shape", "blob", "“blob” is no shape; use one of disc, half-disc, "),
        ("kinds.context.shape", "0 0, 200 0, 0 9", "“0 0, 200 0, 0 9” is no shape; "),
        ("kinds.Odd Name", {}, "“Odd Name” is no name of a word; use small letters and hyphens"),
        ("kinds", {}, "is not of the form name: value; write each of them so, in a line of its own"),
        ("verdicts.disputed.group", None, "is missing; write the title under which "),
        ("verdicts.disputed.needs", ["proof"], f"“proof” is no kind; use {KINDS}, with"),
        ("verdicts.disputed.needs", "proof", "is no list; write each in a line of its own"),
        ("outcomes.guess", WORDS["outcomes"]["forecast"], "is no verdict; write the name of one of"),
        ("languages.norwegian", False, "“False” is read as a number, a date or yes or no; "),
        ("languages.latin", "Latin!", "“Latin!” is no tag of BCP 47; write one such as en or pt-BR"),
        (
            "kinds.context",
            WORDS["kinds"]["context"] | {"word": WORDS["kinds"]["evidence"]["word"]},
            f"word “{WORDS['kinds']['evidence']['word']}” is that of kinds.evidence; give it one ",
        ),
        ("verified", None, "is not of the form name: value; "),
        ("adjectives", {}, "is not known; use verdicts, outcomes, kinds, terms, sources, verified, "),
        (
            "outcomes.forecast.disputed",
            WORDS["outcomes"]["forecast"]["mixed"],
            "has the name of verdicts.disputed, and counts go by names; give it another",
        ),
    ],
)
def test_a_wrong_word_is_named(path: str, value: object, problem: str, tmp_path: Path) -> None:
    assert said(tmp_path, word(path, value))[0].startswith(f"{FILE}: {path}: {problem}")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "kinds: {",
            "line 2: cannot be read as YAML, here or above; look there for a colon, an indent or a quotation mark",
        ),
        ("kinds: {}\nkinds: {}\n", "line 2: kinds is given twice; keep one of them"),
        (
            "kinds:\n  context:\n    definition: What # sources show.",
            "line 3: is read up to the # and no further; put the whole value in quotation marks",
        ),
        ("- kinds", "file: is not of the form name: value; write below it verdicts, outcomes, kinds, terms, sources, "),
    ],
)
def test_a_vocabulary_that_cannot_be_read_is_named(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_text(text + "\n", encoding="utf-8")
    _, problems = read_settings(settings()["extra"] | {"formats": False}, tmp_path)
    assert str(problems[0]).startswith(f"{FILE}: {problem}")


VERDICT, OTHER = list(WORDS["verdicts"])[:2]
OF_OUTCOMES, OUTCOMES = next(iter(WORDS["outcomes"].items()))
SHAPED = [f"verdicts.{OTHER}", f"outcomes.{OF_OUTCOMES}.{next(iter(OUTCOMES))}", f"kinds.{next(iter(WORDS['kinds']))}"]


@pytest.mark.parametrize("path", SHAPED)
def test_no_verdict_outcome_or_kind_has_the_shape_of_another_word(path: str, tmp_path: Path) -> None:
    shape = WORDS["verdicts"][VERDICT]["shape"]
    assert said(tmp_path, word(f"{path}.shape", shape)) == [
        f"{FILE}: {path}: shape “{shape}” is that of verdicts.{VERDICT}; give it one that no other word has"
    ]


def test_a_setting_that_stands_twice_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text("extra:\n  edition:\n    title: A\n    key: !ENV [KEY, a]\n    title: B\n", encoding="utf-8")
    assert list(map(str, repeated_problems(path))) == ["mkdocs.yml: line 5: title is given twice; keep one of them"]


def test_a_setting_that_is_left_out_or_has_no_value_has_its_usual_one() -> None:
    extra = copy.deepcopy(settings()["extra"])
    for name in ("language", "vocabulary", "pages"):
        del extra["edition"][name]
    extra["edition"]["annotates"] = {"key": "smith2020", "noun": None, "quoted_words": None}
    extra["edition"]["limits"] = {"most_because": None}
    extra.pop("moved")
    read = Settings.read(extra, WORDS)
    assert (read.language, read.vocabulary_file, read.pages, read.moved) == ("en-US", FILE, {}, {})
    assert (read.annotates.noun, read.annotates.is_reprinted, read.annotates.quoted_words) == ("brief", False, 7)
    assert read.vocabulary.limits == Limits()


def test_every_fact_that_is_checked_is_read() -> None:
    names = {field.name for field in fields(Settings)}
    assert {name for name, _ in Edition._schema} - names == {"limits"}  # which the vocabulary has


def test_the_usual_limits_of_lengths_are_those_that_contributing_shows() -> None:
    shown = yaml.safe_load(examples()["limits"])["limits"]
    usual = {name: list(limit) if isinstance(limit, tuple) else limit for name, limit in vars(Limits()).items()}
    assert usual == shown | {"most_words": AnnotatedWork.quoted_words}


def test_every_role_of_a_page_can_be_set() -> None:
    assert [name for name, _ in Pages._schema] == list(SETTINGS.pages)


def test_what_the_settings_say_of_pages_and_references_is_compared_with_them() -> None:
    edition = small_edition()
    edition.pages |= {name: edition.pages["second.md"] for name in SETTINGS.pages.values() if name != "about.md"}
    assert [str(problem) for problem in settings_problems(edition, "de")] == [
        f"{WHERE}.pages.about: about.md is no page; correct its path, or delete the line where there is no such page",
        f"{WHERE}.language: en-US is not the language of the theme, de; correct it, or theme.language",
    ]
    edition.settings = replace(SETTINGS, moved={"about.md": "method.md#words", "method.md": "second.md"})
    assert str(next(settings_problems(edition, "en"))) == (f"{WHERE}.pages.about: about.md is no page; write second.md")
    del edition.registry.bib_data.entries["coffey2022weaken"]
    assert str(list(settings_problems(edition, "en"))[-1]) == (
        f"{WHERE}.annotates.key: coffey2022weaken is not in references.bib; write the key of the entry of the brief"
    )


@pytest.mark.parametrize("name", ["claim", "figure", "event", "term", "source", "page"])
def test_a_kind_of_annotation_has_no_name_that_the_search_has_for_something_else(name: str) -> None:
    edition = small_edition()
    words = copy.deepcopy(WORDS)
    words["kinds"][name] = words["kinds"].pop("update")
    edition.settings = Settings.read(settings()["extra"] | {"formats": False}, words)
    message = f"{FILE}: kinds.{name}: is what the search calls another sort of passage; give it another name"
    assert message in map(str, settings_problems(edition, "en"))


CITED = {
    ('version: "', 'version: "9.'): f"version: says “9.{SETTINGS.version}”, and mkdocs.yml “{SETTINGS.version}”; ",
    ("date-released: 20", "date-released: 19"): "date-released: says “19",
    ("license: CC-BY-4.0", "license: MIT"): "license: says “MIT”, and mkdocs.yml “CC-BY-4.0”; write CC-BY-4.0, or ",
    ("  - name: Annotated", "  - name: Other"): "authors: says “Other Edition Contributors”, and mkdocs.yml “",
    ("abstract: An ", "abstract: The "): "abstract: says “The ",
    ("title: ", "heading: "): "title: is missing; write ",
    ("cff-version: 1.2.0", "cff-version: {"): "file: cannot be read as YAML; take it from the last commit",
}
DEPOSITED = {
    ('"publication_date": "', '"publication_date": "9'): f"publication_date: says “9{SETTINGS.date}”, and mkdocs.yml “",
    ('"name": "Annotated', '"name": "Other'): "creators: says “Other Edition Contributors”, and mkdocs.yml “",
    ('"license": "cc', '"license": "MIT'): "license: says “MIT-by-4.0”, and mkdocs.yml “cc-by-4.0”; write cc-by-4.0",
    ('"access_right"', '"accessright"'): "accessright: is no field of a deposit at Zenodo; use access_right, ",
    ('"title": "', '"title": '): "file: cannot be read as JSON; take it from the last commit",
    ('"title"', '"version": "2.0",\n  "title"'): "version: is no field of a deposit at Zenodo; use access_right, ",
}


@pytest.mark.parametrize(("name", "wrong"), [("CITATION.cff", CITED), (".zenodo.json", DEPOSITED)])
def test_a_file_that_says_something_else_is_named(name: str, wrong: dict[tuple[str, str], str], tmp_path: Path) -> None:
    written, description = (PROJECT / name).read_text(encoding="utf-8"), settings()["site_description"]
    path = tmp_path / name
    path.write_text(written, encoding="utf-8")
    assert list(described_problems(tmp_path, SETTINGS, description)) == []
    for (old, new), problem in wrong.items():
        path.write_text(written.replace(old, new, 1), encoding="utf-8")
        (found,) = map(str, described_problems(tmp_path, SETTINGS, description))
        assert found.startswith(f"{name}: {problem}")
