"""The controls in the line of facts of every claim and annotation: "Cite", and "Suggest" where the repository is known.

A Python-Markdown extension without any of MkDocs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from annotated_edition.blocks.declaration import spoken
from annotated_edition.blocks.elements import fill, made
from annotated_edition.citations.items import Item
from annotated_edition.interface import gettext

PASSAGES = ("claim", "annotation")
FORM = "suggestion.yml"  # in .github/ISSUE_TEMPLATE; the other names in an address are the ids of its fields
BAR = "|"  # on both sides of what is not seen of a control
LAST = -10  # after all that reads links as links between sources, MkDocs' own check (0) among them


@dataclass(frozen=True)
class Control:
    """A link; `address` gives where it leads, by the label of the passage and as seen from the passage's page."""

    name: str  # its class in HTML
    text: str  # of {passage}, as it is called in a sentence; what stands between two bars is for screen readers alone
    address: Callable[[str], str]


def controls(work: Item, repository: str, index: str = "") -> list[Control]:
    """A link to the page of the passage's citations, which a script opens in place, and one to a form, filled in.

    The form is for a correction or a source, where the address of the edition's repository is known. `index` is the
    name of the file to add where directories are not served by their own address. A label that stands nowhere is a
    mistake named elsewhere; it leads to the page itself, and to a form left empty.
    """
    items = {item.label: item for item in work.passages}

    def page(label: str) -> str:
        item = items.get(label)
        return "../" * item.url.partition("#")[0].count("/") + item.citation_page + index if item else ""

    def form(label: str) -> str:
        fields = {"template": FORM}
        if item := items.get(label):
            fields |= {"title": gettext("Suggestion for %(passage)s", passage=item.name), "passage": item.name}
            fields |= {"address": item.address, "edition": item.work.version}
        return f"{repository.rstrip('/')}/issues/new?{urlencode(fields)}"

    places = {"hidden": BAR, "end": BAR, "passage": "{passage}"}
    cite = Control("cite__open", gettext("Cite%(hidden)s %(passage)s%(end)s", **places), page)
    if not repository:
        return [cite]
    said = gettext("Suggest%(hidden)s a correction or a source for %(passage)s%(end)s", **places)
    return [cite, Control("suggest", said, form)]


class ControlExtension(Extension):
    """Adds the controls to each passage of a page."""

    def __init__(self, controls: Sequence[Control]) -> None:
        super().__init__()
        self.controls = controls

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(ControlTreeprocessor(md, self.controls), "controls", LAST)


class ControlTreeprocessor(Treeprocessor):
    """Looks for the passages."""

    def __init__(self, md: Markdown, controls: Sequence[Control]) -> None:
        super().__init__(md)
        self.controls = controls

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            kind = element.get("class", "")
            facts = element.find(f"p[@class='{kind}__facts']") if kind in PASSAGES else None
            if facts is not None:
                label = (element.get("id") or element.get("aria-labelledby") or "").partition("-")[2]
                for control in self.controls:
                    _add(facts, control, kind, label)


def _add(facts: ElementTree.Element, control: Control, kind: str, label: str) -> None:
    if len(facts):
        facts[-1].tail = f"{(facts[-1].tail or '').rstrip()} "
    # What is searched for is the text, not the word of a control that stands in every passage.
    attributes = {"class": control.name, "href": control.address(label), "data-search-exclude": ""}
    link = ElementTree.SubElement(facts, "a", attributes)
    before, hidden, after = control.text.replace("{passage}", spoken(f"{kind} {label}")).split(BAR)
    fill(link, f"{before}{{hidden}}{after}", hidden=[made("span", hidden, class_="visually-hidden")])
