"""The texts of the interface in the language of the edition: English here, and in other languages from a catalog.

One language serves a whole build, as with `gettext.install` of the standard library; what is kept from build to build
depends on it. translations.py reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from gettext import NullTranslations

from babel import Locale

ENGLISH = "en"


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


def N_(text: str) -> str:
    """The text itself, which is marked for catalogs where it stands and translated where it is shown."""
    return text


def ngettext(one: str, many: str, count: int, **facts: object) -> str:
    """The form of a text for a number of things, which its places may name as %(num)s."""
    return _current.translations.ngettext(one, many, count) % {"num": count, **facts}


def is_english() -> bool:
    """Whether the rules of English hold, which are known here."""
    return _current.locale.language == ENGLISH


def within(word: str) -> str:
    """A word of the vocabulary within a sentence: of which languages write it with a capital there is not known."""
    return word.lower() if is_english() else word


def beginning(word: str) -> str:
    """A word that begins a sentence or stands alone; the capitals that it has, such as those of German nouns, stay."""
    return word[:1].upper() + word[1:]
