"""Leave out of a CSL style what none of the works to format asks for: pandoc takes longer to read it than to apply it.

A style tells works apart by their type and by the variables that they have. What it holds for those of other types, or
with variables that none has, makes up three fourths of the Chicago style.
Its schema: https://docs.citationstyles.org/en/stable/specification.html
"""

from collections.abc import Collection, Mapping
from typing import Any

from lxml import etree

CSL = "{http://purl.org/net/xbiblio/csl}"
PLAIN = etree.XMLParser(remove_comments=True, remove_blank_text=True)
# Variables that pandoc derives from others, or from the citation.
DERIVED = {
    *("citation-label", "citation-number", "container-title-short", "first-reference-note-number", "locator"),
    *("page-first", "title-short", "year-suffix"),
}
NO_TYPE = {"type": "none", "match": "none"}  # of any work, which makes an `else` that is left alone an `if`


def for_works(style: str, works: Collection[Mapping[str, Any]]) -> str:
    """The style without the conditions that none of these works, in terms of CSL-JSON, meets."""
    tree = etree.fromstring(style.encode(), PLAIN)
    asked: dict[str, set[str]] = {"type": {work["type"] for work in works}}
    if not any("note" in work for work in works):  # which may hold variables of its own
        asked["variable"] = DERIVED.union(*works)
    for choose in tree.findall(f".//{CSL}choose"):
        _keep_met(choose, asked)
    _drop_macros(tree)
    return etree.tostring(tree, encoding="unicode")


def _keep_met(choose: Any, asked: Mapping[str, set[str]]) -> None:
    """Keep of a choice the branches that some of the works may take."""
    is_settled = False
    for branch in list(choose):
        match = branch.get("match", "all")
        tests = [(name, values.split()) for name, values in branch.attrib.items() if name != "match"]
        # Whether a test fails for all works, whichever of its values is meant.
        failing = [name in asked and asked[name].isdisjoint(values) for name, values in tests]
        if is_settled or (match == "all" and any(failing)) or (match == "any" and failing and all(failing)):
            choose.remove(branch)
        is_settled |= match == "none" and all(failing)
    if not len(choose):
        choose.getparent().remove(choose)
        return
    if choose[0].tag == f"{CSL}else":
        choose[0].attrib.update(NO_TYPE)
    choose[0].tag = f"{CSL}if"


def _drop_macros(tree: Any) -> None:
    """Drop the macros that nothing calls, until all that are left are called."""
    called = {call.get("macro") for call in tree.iter()}
    uncalled = [macro for macro in tree.findall(f"{CSL}macro") if macro.get("name") not in called]
    for macro in uncalled:
        tree.remove(macro)
    if uncalled:
        _drop_macros(tree)
