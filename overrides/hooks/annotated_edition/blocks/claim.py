"""A claim: an assertion of the annotated work, restated under its permanent number and weighed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from annotated_edition.blocks.block import Context, LabelledBlock
from annotated_edition.blocks.checks import NUMBER, Fault, Option, Options, one_of, plain, quotation, sentence, text
from annotated_edition.blocks.declaration import Label, Labelled, SearchEntry, SourceBlock, listed
from annotated_edition.blocks.elements import add, fill, made
from annotated_edition.interface import gettext
from annotated_edition.text.typography import curly
from annotated_edition.vocabulary import Vocabulary


@dataclass(frozen=True)
class Claim(Labelled):
    """An assertion of the annotated work, with what the edition makes of it."""

    KIND = "claim"

    title: str
    at: str  # where it stands in the work
    verdict: str
    outcome: str  # what became of it, where its verdict has outcomes
    because: str  # the reason for the verdict, in a sentence
    words: str  # of the work
    also: tuple[str, ...] = ()  # other words under which readers look for it

    @property
    def result(self) -> str:
        """The word that says most of it: its outcome, where it has one, and else its verdict."""
        return self.outcome or self.verdict

    @property
    def search_entry(self) -> SearchEntry:
        return SearchEntry(self.KIND, self.title, self.verdict, self.outcome, self.because, self.also)


def claim_of(label: str) -> str:
    """The label of the claim that a label belongs to: 8 for 8 and for 8a."""
    return label.rstrip("abcdefghijklmnopqrstuvwxyz")


def _one_word(value: object, vocabulary: Vocabulary) -> Fault | None:
    """Which words it may be depends on the verdict."""
    if value is None or isinstance(value, str):
        return text(value, vocabulary)
    return "is not one word", f"use one of {', '.join(vocabulary.outcomes)}"


class PassageTreeprocessor(Treeprocessor):
    """Puts each claim into one element with its annotations, and with what remains where one stood."""

    def run(self, root: ElementTree.Element) -> None:
        passage = notes = None
        for child in list(root):
            if child.get("class") == "claim":
                passage = ElementTree.Element("div", {"class": "passage"})
                notes = None
                root[list(root).index(child)] = passage
                passage.append(child)
            elif child.tag == "aside" and child.get("id", "").startswith("annotation-") and passage is not None:
                if notes is None:
                    # Narrow screens can fold it (switches.css).
                    notes = ElementTree.SubElement(passage, "details", {"class": "annotations", "open": "open"})
                    notes.append(made("summary", gettext("Annotations"), data_search_exclude=""))
                root.remove(child)
                notes.append(child)
            else:
                passage = None


class ClaimBlock(LabelledBlock):
    """A section under a heading that carries the number. What is known are the events that bear on a claim."""

    NAME = Claim.KIND
    DATA = Claim
    LABEL = Label(NUMBER, "a number", "8", "the claim's permanent number", alone=True)
    DECLARED: ClassVar[Options] = {
        "title": Option(plain, read=curly),
        "at": Option(plain),
        "words": Option(quotation, required=False),
        "verdict": Option(one_of(lambda vocabulary: vocabulary.verdicts)),
        "outcome": Option(_one_word, required=False),
        "because": Option(sentence, read=curly),
        "also": Option(text, required=False, read=listed),
    }

    @classmethod
    def faults(cls, block: SourceBlock, options: Mapping[str, object], context: Context) -> Iterator[Fault]:
        """A verdict with a list of outcomes has one of them; a claim with another verdict has none."""
        lists, verdict, outcome = context.vocabulary.outcomes_of, str(options.get("verdict")), options.get("outcome")
        words = lists.get(verdict)
        if "outcome" in options and not isinstance(outcome, str):
            return  # which its own check has named
        if words is None and outcome and verdict in context.vocabulary.verdicts:
            yield f"has an outcome, though its verdict is {verdict}", f"delete it, or use {' or '.join(lists)}"
        elif words and "outcome" not in options:
            if not get_close_matches("outcome", set(options) - set(cls.DECLARED)):  # a misspelt name has been named
                yield f"is a {verdict} without an outcome", f"add outcome: with one of {', '.join(words)}"
        elif words and outcome and outcome not in words:
            yield f"outcome “{outcome}” is not known for a {verdict}", f"use one of {', '.join(words)}"

    @classmethod
    def extend(cls, md: Markdown) -> None:
        # After inline (20) and before the table of contents (5), which must see the headings where they stay.
        md.treeprocessors.register(PassageTreeprocessor(md), "passages", 12)

    def on_validate(self, parent: ElementTree.Element) -> bool:
        outcomes = self.config["vocabulary"].outcomes_of.get(self.options["verdict"], {"": ""})
        return super().on_validate(parent) and self.options["outcome"] in outcomes

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        label, words, vocabulary = self.argument, self.options["words"], self.config["vocabulary"]
        section = ElementTree.SubElement(parent, "section", {"class": "claim", "aria-labelledby": f"claim-{label}"})
        heading = add(section, "h2", id=f"claim-{label}")
        number = add(heading, "a", label, class_="claim__number", href=f"#claim-{label}")
        number.tail = f" {self.options['title']}"
        self._assess(section, vocabulary)
        line = add(section, "p", class_="claim__at")
        place = {"noun": vocabulary.noun, "place": self.options["at"]}
        if words:
            said = gettext("In the %(noun)s: %(place)s, at %(words)s", words="{words}", **place)
            fill(line, f"{said} ", words=[made("q", words, class_="claim__words")])
        else:
            line.text = gettext("In the %(noun)s: %(place)s", **place)
        return section

    def _assess(self, section: ElementTree.Element, vocabulary: Vocabulary) -> None:
        """Say what the edition makes of the claim: its verdict, what became of it, and the reason."""
        verdict, outcome = self.options["verdict"], self.options["outcome"]
        facts = add(section, "p", class_="claim__facts")
        add(facts, "span", vocabulary.verdicts[verdict], class_="verdict", data_verdict=verdict)
        if outcome:
            add(facts, "span", vocabulary.outcomes[outcome], class_="outcome", data_outcome=outcome)
        add(section, "p", self.options["because"], class_="claim__because")

    def on_end(self, block: ElementTree.Element) -> None:
        """Below the claim's text, the events that bear on it."""
        if events := self.known:
            line = add(block, "p", class_="claim__events")
            links = [made("a", said, href=address) for said, address in events]
            fill(line, gettext("Events: %(events)s", events="{events}"), "; ", events=links)
