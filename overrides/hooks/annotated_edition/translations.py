"""Read the texts of the interface in a language, and name every mistake in them.

A catalog is a file of gettext, overrides/locales/de.po for German, in which `make texts` notes each text of templates,
Python and scripts (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html).
"""

import re
from collections.abc import Iterator
from gettext import GNUTranslations
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from annotated_edition.interface import ENGLISH, Interface, current
from annotated_edition.text.problems import Problem, decoded

FOLDER = "locales"  # below overrides; MkDocs publishes nothing of it
LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid(?:_plural)?|msgstr(?:\[\d\])?) )?"(?:[^"\\]|\\.)*")?\s*')
# What stands for a fact, or else would break a text or the page.
PLACE = re.compile(r'%(?:\(\w+\)s)?|["<]')
NUMBER = "%(num)s"  # of things, which a form of a plural can have or not


def read_interface(language: str, overrides: Path) -> tuple[Interface, list[Problem]]:
    """The interface in a language, a tag of BCP 47, and every mistake in its catalog, which may leave the last one."""
    primary = language.partition("-")[0]
    if primary == ENGLISH:
        return Interface(_locale(language), digest=language), []
    file = overrides / FOLDER / f"{primary}.po"
    name = f"{overrides.name}/{FOLDER}/{file.name}"
    if not file.is_file():
        wrong = f"{language} is a language in which the interface has no texts"
        remedy = f"begin {name} by make texts LANGUAGE={primary}, or write en"
        return current(), [Problem("mkdocs.yml", 0, "extra.edition.language", wrong, remedy)]
    text, problems = decoded(name, file.read_bytes)
    lines = enumerate(text.split("\n"), start=1)
    wrong, remedy = "is no line of a catalog", "write msgid or msgstr, and each text in quotation marks"
    problems += [Problem.in_line(name, number, wrong, remedy) for number, line in lines if not LINE.fullmatch(line)]
    if problems:
        return current(), problems
    try:
        locale, catalog = _locale(language), read_po(StringIO(text), primary, abort_invalid=True)
        problems = list(_problems(name, catalog))
        translations = _compiled(catalog)
    except (PoFileError, UnknownLocaleError, ValueError) as error:
        wrong, remedy = f"cannot be read as a catalog ({error})", "mend it, or take it from the last commit"
        return current(), [Problem(name, 0, "file", wrong, remedy)]
    shown = (str(message.id) for message in catalog if any(place.endswith(".js") for place, _ in message.locations))
    of_scripts = {each: translations.gettext(each) for each in shown}
    if not of_scripts:
        problems.append(Problem(name, 0, "file", "says of no text that a script shows it", "write make texts"))
    return Interface(locale, translations, of_scripts, sha256(f"{language}{text}".encode()).hexdigest()), problems


def _compiled(catalog: Catalog) -> GNUTranslations:
    """What the standard library reads of it. Raises ValueError where its head has no rule for plurals that is one."""
    catalog.charset = "utf-8"  # as its text was read, whatever its head says
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


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
            wrong = f"the translation of “{text}” is marked as fuzzy"
            remedy = "see whether it is right, and delete that"
        elif any(_places(string, message) != _places(text, message) for string in strings):
            wrong = f"the translation of “{text}” has other places for facts"
            remedy = 'write each as it is there, and no %, " or < beside them'
            message.string = ""  # so that English is shown meanwhile
        else:
            continue
        yield Problem.in_line(name, message.lineno or 0, wrong, remedy)


def _places(text: str, message: Message) -> tuple[set[str], int]:
    """The places in a text or a translation of it, and how many of them end an element."""
    found = PLACE.findall(text)
    return set(found) - ({NUMBER} if message.pluralizable else set()), found.count("%(end)s")


def _locale(language: str) -> Locale:
    """The locale of a tag, or of its language where the tag says more than is known."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.partition("-")[0])
