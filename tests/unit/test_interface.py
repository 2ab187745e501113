"""The texts of the interface are those of the edition's language, and a catalog that lacks some is named."""

import datetime
import os
import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from annotated_edition import interface
from annotated_edition.interface import Interface, gettext, ngettext
from annotated_edition.text.dates import spoken_date, spoken_month
from annotated_edition.text.problems import Problem
from annotated_edition.translations import read_interface
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

OVERRIDES = Path(__file__).parents[2] / "overrides"

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
SOUND = """#: assets/javascripts/cite.js
msgid "Close"
msgstr "Schließen"

#: claims.html
msgid "Claim %(label)s"
msgstr "Aussage %(label)s"

#: claims.html
msgid "%(num)s source"
msgid_plural "%(num)s sources"
msgstr[0] "%(num)s Quelle"
msgstr[1] "%(num)s Quellen"
"""

PLACES = 'write each as it is there, and no %, " or < beside them'


def catalog(folder: Path, texts: str) -> tuple[Interface, list[str]]:
    """The interface with a German catalog, and what is wrong with it."""
    (folder / "locales").mkdir(exist_ok=True)
    (folder / "locales" / "de.po").write_text(HEAD + texts, encoding="utf-8")
    made, problems = read_interface("de-AT", folder)
    return made, list(map(str, problems))


def test_english_needs_no_catalog(tmp_path: Path) -> None:
    made, problems = read_interface("en-GB", tmp_path)
    interface.use(made)
    assert problems == []
    assert gettext("Claim %(label)s", label=8) == "Claim 8"
    assert [ngettext("%(num)s source", "%(num)s sources", number) for number in (1, 2)] == ["1 source", "2 sources"]
    assert spoken_date(datetime.date(2026, 7, 4)) == "4 July 2026"


def test_another_language_has_the_texts_of_its_catalog_and_writes_dates_by_its_rules(tmp_path: Path) -> None:
    made, problems = catalog(tmp_path, SOUND)
    interface.use(made)
    assert problems == []
    assert gettext("Claim %(label)s", label=8) == "Aussage 8"
    assert [ngettext("%(num)s source", "%(num)s sources", number) for number in (1, 2)] == ["1 Quelle", "2 Quellen"]
    assert spoken_date(datetime.date(2026, 1, 4)) == "4. Jänner 2026"
    assert spoken_month("2026-07") == "Juli 2026"


def test_scripts_are_given_the_texts_that_they_show_and_no_others(tmp_path: Path) -> None:
    assert catalog(tmp_path, SOUND)[0].of_scripts == {"Close": "Schließen"}


def test_what_is_made_depends_on_the_language_and_on_its_catalog(tmp_path: Path) -> None:
    made = [catalog(tmp_path, text)[0] for text in (SOUND, SOUND.replace("Schließen", "Zu"))]
    digests = [read_interface(language, tmp_path)[0].digest for language in ("en-US", "en-GB", "de-DE")]
    assert len({each.digest for each in made} | set(digests)) == 5


@pytest.mark.parametrize(
    ("texts", "wrong"),
    [
        (SOUND.replace("Schließen", ""), "line 7: “Close” has no translation; write it after msgstr"),
        (
            SOUND.replace("%(num)s Quellen", ""),
            "line 15: “%(num)s source” has no translation; write it after msgstr",
        ),
        (
            SOUND.replace('msgid "Close"', '#, fuzzy\nmsgid "Close"'),
            "line 8: the translation of “Close” is marked as fuzzy; see whether it is right, and delete that",
        ),
        (
            SOUND.replace("Aussage %(label)s", "Aussage %(number)s"),
            "line 11: the translation of “Claim %(label)s” has other places for facts; " + PLACES,
        ),
        (
            SOUND.replace("Aussage %(label)s", "Aussage"),
            "line 11: the translation of “Claim %(label)s” has other places for facts; " + PLACES,
        ),
        (
            SOUND.replace("Schließen", "Zu 100 %"),
            "line 7: the translation of “Close” has other places for facts; " + PLACES,
        ),
        (
            SOUND.replace("Schließen", '\\"Zu\\"'),
            "line 7: the translation of “Close” has other places for facts; " + PLACES,
        ),
        (
            SOUND.replace('"Schließen"', "Schließen"),
            "line 8: is no line of a catalog; write msgid or msgstr, and each text in quotation marks",
        ),
        (
            SOUND.replace('msgstr "Schließen"\n', ""),
            "file: cannot be read as a catalog (missing msgstr for msgid 'Close' on ",
        ),
        (
            SOUND.replace("javascripts/cite.js", "cite.html"),
            "file: says of no text that a script shows it; write make texts",
        ),
    ],
)
def test_a_mistake_in_a_catalog_is_named_with_its_line(tmp_path: Path, texts: str, wrong: str) -> None:
    _, problems = catalog(tmp_path, texts)
    (problem,) = problems
    assert problem.startswith(f"{tmp_path.name}/locales/de.po: {wrong}")


def test_a_text_with_a_mistake_is_shown_in_english_meanwhile(tmp_path: Path) -> None:
    wrong = SOUND.replace("Schließen", "Zu 100 %").replace("%(num)s Quellen", "%(number)s Quellen")
    made, problems = catalog(tmp_path, wrong)
    interface.use(made)
    assert len(problems) == 2
    assert made.of_scripts == {"Close": "Close"}
    assert gettext("Close") == "Close"
    assert ngettext("%(num)s source", "%(num)s sources", 2) == "2 sources"


def test_a_catalog_is_read_whatever_its_head_says_of_letters_and_a_form_may_name_no_number(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    text = f"\ufeff{HEAD}{SOUND}".replace("utf-8", "iso-8859-1").replace("Schließen", "„Zu“").replace("\n", "\r\n")
    file = tmp_path / "locales" / "de.po"
    file.write_text(text.replace('%(num)s Quelle"', 'Eine Quelle"'), encoding="utf-8", newline="")
    made, problems = read_interface("de", tmp_path)
    interface.use(made)
    assert problems == []
    assert (gettext("Close"), ngettext("%(num)s source", "%(num)s sources", 1)) == ("„Zu“", "Eine Quelle")


def test_a_language_without_texts_is_named(tmp_path: Path) -> None:
    wrong = "fr-CA is a language in which the interface has no texts"
    remedy = f"begin {tmp_path.name}/locales/fr.po by make texts LANGUAGE=fr, or write en"
    assert read_interface("fr-CA", tmp_path)[1] == [Problem("mkdocs.yml", 0, "extra.edition.language", wrong, remedy)]


@pytest.mark.parametrize(("told", "begun"), [([], []), (["LANGUAGE=fr"], ["overrides/locales/fr.po"])])
def test_a_catalog_is_begun_where_make_is_told_so_and_not_for_the_language_of_the_system(
    told: list[str], begun: list[str]
) -> None:
    command = ["make", "--dry-run", "texts", *told]
    environment = {**os.environ, "LANGUAGE": "en_US:en", "MAKEFLAGS": ""}
    ran = subprocess.run(command, cwd=OVERRIDES.parent, env=environment, capture_output=True, text=True, check=True)
    assert re.findall(r"overrides/locales/(?!de\b)\S+\.po", ran.stdout) == begun


def test_every_catalog_has_each_text_of_the_interface_with_the_files_that_show_it(tmp_path: Path) -> None:
    template = tmp_path / "texts.pot"
    mapping = str(OVERRIDES / "locales" / "babel.toml")
    extract = ["pybabel", "-q", "extract", "-F", mapping, "--add-location", "file", "-o", str(template), str(OVERRIDES)]
    CommandLineInterface().run(extract)  # type: ignore[no-untyped-call]
    texts = told(template)
    assert len(texts) > 100
    catalogs = sorted((OVERRIDES / "locales").glob("*.po"))
    assert catalogs
    for file in catalogs:
        assert told(file) == texts, f"{file.name}: write make texts"
        assert read_interface(file.stem, OVERRIDES)[1] == []


def told(file: Path) -> dict[object, list[str]]:
    """The texts of a catalog, with the names of the files that show them."""
    catalog = read_po(StringIO(file.read_text(encoding="utf-8")))
    return {message.id: sorted(Path(place).name for place, _ in message.locations) for message in catalog if message.id}
