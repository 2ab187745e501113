"""A kind of block is one class: what it declares is read, checked and rendered, and nothing else has to know of it."""

import re
from dataclasses import dataclass, replace
from typing import ClassVar
from xml.etree import ElementTree

import pytest
from annotated_edition.blocks.block import Context, EditionBlocksExtension, LabelledBlock, read_blocks
from annotated_edition.blocks.checks import NUMBER, Option, Options, one_of, text
from annotated_edition.blocks.declaration import Kinds, Label, Labelled, SearchEntry
from annotated_edition.blocks.source import Scanner
from annotated_edition.structure import search_index
from annotated_edition.structure.kinds import KINDS
from annotated_edition.structure.search_index import sorts
from annotated_edition.text.code import without_code
from fixtures.builder import VOCABULARY
from fixtures.citable import small_edition
from markdown import markdown

QUESTION = """\
/// question | 4
    asker: A reader
    about: person

Who [counted](second.md)?
///
"""


@dataclass(frozen=True)
class Question(Labelled):
    KIND = "question"

    asker: str
    about: str

    @property
    def search_entry(self) -> SearchEntry:
        return SearchEntry(self.KIND, self.asker)


class QuestionBlock(LabelledBlock):
    NAME = Question.KIND
    DATA = Question
    LABEL = Label(NUMBER, "a number", "4", "the question's number")
    DECLARED: ClassVar[Options] = {
        "asker": Option(text),
        "about": Option(one_of(lambda vocabulary: vocabulary.term_kinds), required=False),
    }

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        return ElementTree.SubElement(parent, "aside", {"class": self.known, "id": f"question-{self.argument}"})


WITH_QUESTIONS: Kinds = {**KINDS, QuestionBlock.NAME: QuestionBlock}


def read(source: str, page: str = "page.md") -> tuple[list[Labelled], list[str]]:
    blocks, problems = Scanner(WITH_QUESTIONS).scan(page, source, without_code(source))
    items, found = read_blocks(blocks, Context(page, VOCABULARY, WITH_QUESTIONS))
    return items, [str(problem) for problem in [*problems, *found]]


def render(source: str) -> str:
    known = {"question": {"4": "answered"}}
    return markdown(source, extensions=[EditionBlocksExtension(WITH_QUESTIONS, VOCABULARY, known)])


def test_a_new_kind_is_read_and_rendered() -> None:
    assert read(QUESTION) == (
        [Question("4", "page.md", range(1, 7), "Who [counted](second.md)?", "A reader", "person")],
        [],
    )
    assert (
        render(QUESTION)
        == '<aside class="answered" id="question-4">\n<p>Who <a href="second.md">counted</a>?</p>\n</aside>'
    )


def test_a_new_kind_has_a_name_in_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "KINDS", WITH_QUESTIONS)
    monkeypatch.setattr(search_index, "BLOCKS", [*search_index.BLOCKS, Question.KIND])
    edition = small_edition()
    edition.vocabulary = replace(VOCABULARY, kinds={})
    assert "question" not in sorts(edition)
    page = edition.pages["second.md"]
    edition.pages["second.md"] = replace(page, items=(*page.items, *read(QUESTION, "second.md")[0]))
    assert sorts(edition)["question"] == "Question"
    assert [entry.text for entry in search_index.passages(edition, {}) if entry.sort == "question"] == ["Who counted?"]


def test_a_new_kind_can_be_withdrawn_and_is_named_in_messages() -> None:
    (former,), problems = read('/// withdrawn | question 4\n    edition: "1.1"\n\nNobody did.\n///\n')
    assert (former.subject, former.anchor, problems) == ("question 4", "question-4", [])
    (message,) = read(QUESTION.replace("/// question", "/// qestion"))[1]
    assert message == (
        "page.md: line 1: “/// qestion | 4” opens no block that is known; "
        "write /// question | 4, from the start of the line"
    )


WRONG = {
    "asker: A reader": ("asker: 5", "asker is read as a number or a date; put it in quotation marks"),
    "    asker: A reader\n": ("", "the option asker is missing; add asker: and its value"),
    "about: person": ("about: nobody", f"about “nobody” is not known; use one of {', '.join(VOCABULARY.term_kinds)}"),
    "about:": ("abuot:", "the option “abuot” is not known; use asker, about"),
}


@pytest.mark.parametrize(("old", "new", "wrong"), [(old, *made) for old, made in WRONG.items()], ids=WRONG)
def test_what_a_check_refuses_is_named_and_not_rendered(old: str, new: str, wrong: str) -> None:
    mistaken = QUESTION.replace(old, new)
    assert read(mistaken) == ([], [f"page.md: question 4: {wrong}"])
    assert "<aside" not in render(mistaken)


def test_a_word_of_which_the_vocabulary_has_none_is_to_be_added_to_it() -> None:
    check = one_of(lambda vocabulary: vocabulary.term_kinds)
    empty = replace(VOCABULARY, term_kinds={})
    assert check("person", empty) == ("“person” is not known", "add it to the vocabulary, which has none")


EXAMPLES = {
    "claim": "/// claim | 1\n    title: T\n    at: p. 1\n    words: as it says\n    verdict: forecast\n"
    "    outcome: mixed\n    because: So it is.\n\nText.\n///\n",
    "annotation": "/// claim | 1\n\n///\n\n/// annotation | 1a\n    kind: update\n    date: 2026-11-24\n\nText.\n///\n",
    "term": "/// term | t\n    name: t\n    kind: body\n    variants: ts\n    unused: none\n\nText.\n///\n",
    "withdrawn": '/// withdrawn | 1\n    edition: "1.1"\n\nText.\n///\n',
    "moved": '/// moved | 1\n    edition: "1.1"\n\nTo [claim 1](a.md#claim-1).\n///\n',
}
OPTIONS = [(name, option) for name in EXAMPLES for option in KINDS[name].DECLARED]


@pytest.mark.parametrize(("name", "option"), OPTIONS)
@pytest.mark.parametrize("value", [None, "", " {a: b}", " 5", " x"])
def test_the_page_shows_a_block_where_it_is_read_and_only_there(name: str, option: str, value: str | None) -> None:
    line = "" if value is None else f"    {option}:{value}\n"
    source = re.sub(rf"    {option}:.*\n", line, EXAMPLES[name])
    items = [item for item in read(source, "glossary.md")[0] if name == item.KIND]
    shown = re.findall(r'id="((?:claim|annotation|term)-\w+)"', render(source))
    assert [item.anchor for item in items] == shown
