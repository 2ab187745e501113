"""What can be set: under extra.edition in mkdocs.yml, and in the file of the vocabulary that it names."""

from mkdocs.config.base import Config

from annotated_edition.config.options import Text, day, fewest_and_most, flag, matching, number, one_of
from annotated_edition.config.sections import Each, Section, Texts
from annotated_edition.settings import LANGUAGE, VOCABULARY, AnnotatedWork
from annotated_edition.shapes import POLYGON, SHAPES
from annotated_edition.vocabulary import COLORS, Limits

USUAL = Limits()
SHAPE = f"use one of {', '.join(SHAPES)}, or write corners within 100 by 100, such as 50 6, 96 90, 4 90"
NAME = matching(r"[a-z]+(-[a-z]+)*", "name of a word", "use small letters and hyphens")
PAGE = (r"(?!/|(?:.*/)?\.\.?/)[^\\]+\.md", "page", "write its path below docs/, such as about.md")
TAG = (r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "tag of BCP 47", "write one such as en or pt-BR")


def role() -> Text:
    """The path of a page, or nothing where the edition has no such page."""
    return matching(*PAGE, default="")


def doi() -> Text:
    """A DOI by itself, or nothing as long as there is none."""
    remedy = "write it without https://, such as 10.5281/zenodo.1234567"
    return matching(r"10\.\d{4,9}/[^\s\"<>]+", "DOI", remedy, default="")


class Dois(Config):
    """The DOI of the work, which leads to its latest version, and that of this version."""

    work = doi()
    version = doi()


class Annotates(Config):
    """The work that the edition annotates."""

    key = matching(r"[a-z][a-z0-9]*", "key of references.bib", "write that of its entry, such as smith2020")
    noun = matching(
        r"[^\W\d_]+( [^\W\d_]+)*", "noun", "write what the work is called, such as brief", default=AnnotatedWork.noun
    )
    is_reprinted = flag(default=AnnotatedWork.is_reprinted)
    quoted_words = number(AnnotatedWork.quoted_words)


class Pages(Config):
    """What a page can be to the others, which link to it by its role; an edition may lack any but the front page."""

    front = matching(*PAGE)
    assessment = role()
    claims = role()
    timeline = role()
    figures = role()
    glossary = role()
    references = role()
    cite = role()
    about = role()
    changes = role()


class Bounds(Config):
    """What the build holds a text to."""

    most_because = number(USUAL.most_because)
    annotation_words = fewest_and_most(USUAL.annotation_words)
    definition_words = fewest_and_most(USUAL.definition_words)
    opening_words = number(USUAL.opening_words)
    description_characters = number(USUAL.description_characters)


class Edition(Config):
    """The facts of the edition."""

    title = Text()
    author = Text()
    version = matching(r"\d+(\.\d+)*", "version", 'write numbers with dots between them, in quotation marks: "1.1"')
    date = day()
    sources_through = matching(r"\d{4}-(0[1-9]|1[0-2])", "month", 'write it as "2026-07"')
    publisher = Text()
    license = Text(remedy="write its identifier of SPDX, such as CC-BY-4.0")
    license_url = matching(r"https?://\S+", "address", "write that of the license, beginning with https://")
    key = matching(r"[a-z][a-z0-9]*", "key", "use small letters and digits, such as annotated2026")
    language = matching(*TAG, default=LANGUAGE)
    vocabulary = Text(default=VOCABULARY, remedy="write the path of the file below docs/")
    doi = Section(Dois)
    annotates = Section(Annotates)
    pages = Section(Pages)
    limits = Section(Bounds)


def is_shape(text: str) -> bool:
    """Whether a text is the name of a shape, or has the corners of one."""
    return text in SHAPES or (
        POLYGON.fullmatch(text) is not None and max(map(int, text.replace(",", "").split())) <= 100
    )


class Kind(Config):
    """A word with all by which readers know it."""

    word = Text()
    definition = Text()
    color = one_of(COLORS)
    shape = Text(SHAPE, is_sound=is_shape, what="shape")


class Verdict(Kind):
    """A verdict, and what it asks of claims that have it."""

    group = Text(remedy="write the title under which it is counted, such as Facts")
    needs = Texts()


class Words(Config):
    """The file of the vocabulary."""

    verdicts = Each(Section(Verdict), NAME, is_needed=True)
    outcomes = Each(Each(Section(Kind), NAME, is_needed=True), NAME)
    kinds = Each(Section(Kind), NAME, is_needed=True)
    terms = Each(Text(), NAME)
    sources = Texts()
    verified = Each(Text(), NAME, is_needed=True)
    languages = Each(matching(*TAG), NAME)
    synonyms = Texts()


class Extra(Config):
    """What the edition reads under extra in mkdocs.yml, where themes and plugins read theirs."""

    edition = Section(Edition)
    moved = Each(Text(remedy="write the path of the page that it leads to"), matching(*PAGE))
    formats = flag(default=False)
