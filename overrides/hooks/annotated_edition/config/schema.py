"""What can be set: under extra.edition in mkdocs.yml, and in the file of the vocabulary that it names."""

from mkdocs.config.base import Config, ValidationError

from annotated_edition.config.options import Day, Flag, Matching, Number, OneOf, Range, Text
from annotated_edition.config.sections import Each, Listed, Section
from annotated_edition.settings import VOCABULARY
from annotated_edition.shapes import POLYGON, SHAPES
from annotated_edition.vocabulary import COLORS, Limits

USUAL = Limits()
NAME = Matching(r"[a-z]+(-[a-z]+)*", "name of a word", "use small letters and hyphens")
PAGE = (r"[^/].*\.md", "page", "write its path below docs/, such as about.md")
TAG = Matching(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "tag of BCP 47", "write one such as en or pt-BR")
WORD = Text()


def role() -> Matching:
    """The path of a page, or nothing where the edition has no such page."""
    return Matching(*PAGE, default="")


def doi() -> Matching:
    """A DOI by itself, or nothing as long as there is none."""
    remedy = "write it without https://, such as 10.5281/zenodo.1234567"
    return Matching(r"10\.\d{4,9}/[^\s\"<>]+", "DOI", remedy, default="")


class Dois(Config):
    """The DOI of the work, which leads to its latest version, and that of this version."""

    work = doi()
    version = doi()


class Annotates(Config):
    """The work that the edition annotates."""

    key = Matching(r"[a-z][a-z0-9]*", "key of references.bib", "write that of its entry, such as smith2020")
    noun = Matching(r"[^\W\d_]+( [^\W\d_]+)*", "noun", "write what the work is called, such as brief", default="brief")
    is_reprinted = Flag(default=False)
    quoted_words = Number(default=7)


class Pages(Config):
    """The roles of pages, as settings.ROLES lists them."""

    front = Matching(*PAGE)
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
    """What the build holds a text to, in words."""

    most_because = Number(USUAL.most_because)
    annotation_words = Range(USUAL.annotation_words)
    definition_words = Range(USUAL.definition_words)
    opening_words = Number(USUAL.opening_words)


class Edition(Config):
    """The facts of the edition."""

    title = Text()
    author = Text()
    version = Matching(r"\d+(\.\d+)*", "version", 'write numbers with dots between them, in quotation marks: "1.1"')
    date = Day()
    sources_through = Matching(r"\d{4}-(0[1-9]|1[0-2])", "month", 'write it as "2026-07"')
    publisher = Text()
    license = Text(remedy="write its identifier of SPDX, such as CC-BY-4.0")
    license_url = Matching(r"https?://\S+", "address", "write that of the license, beginning with https://")
    key = Matching(r"[a-z][a-z0-9]*", "key", "use small letters and digits, such as annotated2026")
    language = Matching(TAG.form.pattern, TAG.what, TAG.remedy, default="en-US")
    vocabulary = Text(default=VOCABULARY, remedy="write the path of the file below docs/")
    doi = Section(Dois)
    annotates = Section(Annotates)
    pages = Section(Pages)
    limits = Section(Bounds)


class Shape(Text):
    """The name of a shape, or the corners of one."""

    def run_validation(self, value: object) -> str:
        shape = super().run_validation(value)
        if shape in SHAPES or (POLYGON.fullmatch(shape) and max(map(int, shape.replace(",", "").split())) <= 100):
            return shape
        remedy = f"use one of {', '.join(SHAPES)}, or write corners within 100 by 100, such as 50 6, 96 90, 4 90"
        raise ValidationError(f"“{shape}” is no shape; {remedy}")


class Kind(Config):
    """A word with all by which readers know it."""

    word = Text()
    definition = Text()
    color = OneOf(COLORS)
    shape = Shape(remedy="write the name of a shape")


class Verdict(Kind):
    """A verdict, and what it asks of claims that have it."""

    group = Text(remedy="write the title under which it is counted, such as Facts")
    needs = Listed(Text())


class Words(Config):
    """The file of the vocabulary."""

    verdicts = Each(Section(Verdict), NAME, is_needed=True)
    outcomes = Each(Each(Section(Kind), NAME, is_needed=True), NAME)
    kinds = Each(Section(Kind), NAME, is_needed=True)
    terms = Each(WORD, NAME)
    sources = Listed(Text())
    verified = Each(WORD, NAME, is_needed=True)
    languages = Each(TAG, NAME)
    synonyms = Listed(Text())


class Extra(Config):
    """What the edition reads under extra in mkdocs.yml, where themes and plugins read theirs."""

    edition = Section(Edition)
    moved = Each(Text(remedy="write the path of the page that it leads to"), Matching(*PAGE))
    formats = Flag(default=False)
