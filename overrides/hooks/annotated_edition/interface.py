"""The texts of the interface in the language of the edition: English here, and in other languages from a catalog.

A catalog is a file of gettext, overrides/locales/de.po for German, in which `make texts` notes each text of templates,
Python and scripts (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html). One language serves a whole
build, as with `gettext.install` of the standard library; what is kept from build to build depends on it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from annotated_edition.text.problems import Problem, decoded

FOLDER = "locales"  # below overrides; MkDocs publishes nothing of it
ENGLISH = "en"
LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid(?:_plural)?|msgstr(?:\[\d\])?) )?"(?:[^"\\]|\\.)*")?\s*')
Problems = list[Problem]


@dataclass(frozen=True)
class Interface:
    """The texts by their English ones, and the locale of dates."""

    locale: Locale = field(default_factory=lambda: Locale(ENGLISH, "US"))
    translations: NullTranslations = field(default_factory=NullTranslations)
    of_scripts: Mapping[str, str] = field(default_factory=dict)  # those that scripts show
    digest: str = ""  # what stands for the language and its catalog


_current = Interface()


def current() -> Interface:
    """The one that is shown."""
    return _current


def use(interface: Interface) -> None:
    """Show this language from now on."""
    global _current
    _current = interface


def gettext(text: str, **facts: object) -> str:
    """The text in the language of the edition, with facts in the places that name them, such as %(label)s."""
    return _current.translations.gettext(text) % facts


def ngettext(one: str, many: str, count: int, **facts: object) -> str:
    """The form of a text for a number of things, which its places may name as %(num)s."""
    return _current.translations.ngettext(one, many, count) % {"num": count, **facts}


def is_english() -> bool:
    """Whether the rules of English hold, which are known here."""
    return _current.locale.language == ENGLISH


def within(word: str) -> str:
    """A word of the vocabulary within a sentence: of which languages write it with a capital there is not known."""
    return word.lower() if is_english() else word


def read_interface(language: str, overrides: Path) -> tuple[Interface, Problems]:
    """The interface in a language, a tag of BCP 47, and every mistake in its catalog; without one, it is English."""
    primary = language.partition("-")[0]
    if primary == ENGLISH:
        return Interface(_locale(language), digest=language), []
    file = overrides / FOLDER / f"{primary}.po"
    name = f"{overrides.name}/{FOLDER}/{file.name}"
    if not file.is_file():
        wrong = f"{language} is a language in which the interface has no texts"
        remedy = f"begin {name} by make texts LANGUAGE={primary}, or write en"
        return _current, [Problem("mkdocs.yml", 0, "extra.edition.language", wrong, remedy)]
    text, problems = decoded(name, file.read_bytes)
    lines = enumerate(text.splitlines(), start=1)
    wrong, remedy = "is no line of a catalog", "write msgid or msgstr, and each text in quotation marks"
    problems += [Problem.in_line(name, number, wrong, remedy) for number, line in lines if not LINE.fullmatch(line)]
    if problems:
        return _current, problems
    catalog = read_po(StringIO(text), primary)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    of_scripts = {
        str(message.id): str(message.string)
        for message in catalog
        if message.id and any(place.endswith(".js") for place, _ in message.locations)
    }
    digest = sha256(f"{language}{text}".encode()).hexdigest()
    made = Interface(_locale(language), GNUTranslations(compiled), of_scripts, digest)
    return made, list(_problems(name, catalog))


def _problems(name: str, catalog: Catalog) -> Iterator[Problem]:
    """The texts without a translation, with one that nobody has looked at, or with other places for facts."""
    for message in catalog:
        text = message.id if isinstance(message.id, str) else message.id[0]
        strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
        if not text:
            continue
        if not strings or not all(strings):
            wrong, remedy = f"“{text}” has no translation", "write it after msgstr"
        elif message.fuzzy:
            wrong, remedy = (
                f"the translation of “{text}” is marked as fuzzy",
                "see whether it is right, and delete that",
            )
        elif errors := list(message.check(catalog)):
            wrong, remedy = f"“{text}”: {errors[0]}", "write the places for facts, such as %(label)s, as they are there"
        else:
            continue
        yield Problem.in_line(name, message.lineno or 0, wrong, remedy)


def _locale(language: str) -> Locale:
    """The locale of a tag, or of its language where the tag says more than is known."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.partition("-")[0])
