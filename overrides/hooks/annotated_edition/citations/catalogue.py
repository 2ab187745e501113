"""Make the citable items of an edition from its pages."""

from collections.abc import Mapping

from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.claim import Claim
from annotated_edition.blocks.withdrawn import Withdrawn
from annotated_edition.citations.items import Item, Level
from annotated_edition.citations.work import Work
from annotated_edition.figures.figures import Figure
from annotated_edition.settings import Settings
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.pages import Page, Passage

LEVELS: dict[str, Level] = {"claim": "claim", "annotation": "annotation", "figure": "figure"}  # of what has a label


def work_of(edition: Edition, settings: Settings, site_url: str | None) -> Work:
    """The edition as a work, published at the address `site_url`, if that is known."""
    roles = {role: edition.pages[name].url for role, name in edition.roles.items() if name in edition.pages}
    return Work.read(settings, site_url, {role: url.removeprefix("./") for role, url in roles.items()})


def citable(edition: Edition, work: Work) -> Item:
    """The work as an item, with its pages in it, and in each page its claims and annotations, then its figures.

    The front page stands for the work, and is no part of it.
    """
    parts: list[Item] = []
    for page in edition.pages.values():
        item = _page_item(page, work, edition.vocabulary.kinds)
        parts += item.parts if edition.is_page(page.name, "front") else [item]
    return Item("work", work.key, "", work.title, "", work, parts=tuple(parts))


def item_of(work: Item, page: str) -> Item:
    """The item that a page shows; the front page shows the work."""
    return next((part for part in work.parts if part.level == "page" and part.label == page), work)


def _page_item(page: Page, work: Work, kinds: Mapping[str, str]) -> Item:
    titles = {claim.label: claim.title for claim in page.claims}
    url = page.url.removeprefix("./")
    parts = [_passage_item(passage, titles, page, url, work, kinds) for passage in page.passages]
    parts += [_figure_item(figure, page, url, work) for figure in page.figures]
    citable_once = (stone for stone in page.withdrawn if stone.word in LEVELS)
    parts += [_withdrawn_item(stone, LEVELS[stone.word], page, url, work) for stone in citable_once]
    name = page.name.removesuffix(".md").removesuffix("/index").replace("/", "-")
    return Item("page", f"{work.key}-{name}", page.name, page.title, url, work, parts=tuple(parts))


def _passage_item(
    passage: Passage, titles: Mapping[str, str], page: Page, url: str, work: Work, kinds: Mapping[str, str]
) -> Item:
    level: Level = "claim" if isinstance(passage, Claim) else "annotation"
    title, note = _title(passage, titles, kinds), _note(passage, page, work.noun)
    return Item(level, f"{work.key}-{passage.label}", passage.label, title, f"{url}#{passage.anchor}", work, note)


def _figure_item(figure: Figure, page: Page, url: str, work: Work) -> Item:
    title, note = f"Figure {figure.label}: {figure.title}", f"Figure {figure.label}, on the page “{page.title}”"
    return Item("figure", f"{work.key}-{figure.anchor}", figure.anchor, title, f"{url}#{figure.anchor}", work, note)


def _withdrawn_item(stone: Withdrawn, level: Level, page: Page, url: str, work: Work) -> Item:
    """What was citable stays so, since its files and its short address were published."""
    label = stone.anchor if level == "figure" else stone.subject.partition(" ")[2]
    said = stone.subject.capitalize()
    title, note = f"{said} (withdrawn in edition {stone.edition})", f"{said}, on the page “{page.title}”"
    return Item(level, f"{work.key}-{label}", label, title, f"{url}#{stone.anchor}", work, note)


def _title(passage: Passage, titles: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    if isinstance(passage, Claim):
        return f"Claim {passage.label}: {passage.title}"
    kind, claim = kinds[passage.kind].lower(), titles.get(passage.claim, "")
    return f"Annotation {passage.label} ({kind}) to Claim {passage.claim}: {claim}"


def _note(passage: Passage, page: Page, noun: str) -> str:
    if isinstance(passage, Annotation):
        return f"Annotation {passage.label}, on the page “{page.title}”; last checked {passage.date.isoformat()}"
    return f"Claim {passage.label}, on the page “{page.title}”; in the {noun}: {passage.at}"
