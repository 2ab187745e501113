"""Make the citable items of an edition from its pages."""

from collections.abc import Iterator

from annotated_edition.blocks.claim import Claim
from annotated_edition.blocks.declaration import spoken
from annotated_edition.citations.items import Item, Level, Work
from annotated_edition.interface import gettext, within
from annotated_edition.structure.edition import Edition
from annotated_edition.structure.pages import Page

LEVELS: dict[str, Level] = {"claim": "claim", "annotation": "annotation", "figure": "figure"}  # of what has a label


def work_of(edition: Edition, site_url: str | None) -> Work:
    """The edition as a work, published at the address `site_url`, if that is known."""
    roles = {role: edition.pages[name].url for role, name in edition.roles.items() if name in edition.pages}
    return Work.published(edition.settings, site_url, {role: url.removeprefix("./") for role, url in roles.items()})


def citable(edition: Edition, work: Work) -> Item:
    """The work as an item, with its pages in it, and in each page its claims and annotations, then its figures.

    The front page stands for the work, and is no part of it.
    """
    parts: list[Item] = []
    for page in edition.pages.values():
        url = page.url.removeprefix("./")
        passages = tuple(
            Item(level, f"{work.key}-{label}", label, title, f"{url}#{anchor}", work, note)
            for level, label, anchor, title, note in _passages(page, work)
        )
        if edition.is_page(page.name, "front"):
            parts += passages
        else:
            name = page.name.removesuffix(".md").removesuffix("/index").replace("/", "-")
            parts.append(Item("page", f"{work.key}-{name}", page.name, page.title, url, work, parts=passages))
    return Item("work", work.key, "", work.title, "", work, parts=tuple(parts))


def item_of(work: Item, page: str) -> Item:
    """The item that a page shows; the front page shows the work."""
    return next((part for part in work.pages if part.label == page), work)


def _passages(page: Page, work: Work) -> Iterator[tuple[Level, str, str, str, str]]:
    """What can be cited of a page: of each its level, label, anchor, title and note."""
    titles = {claim.label: claim.title for claim in page.claims}
    for passage in page.passages:
        label, anchor = passage.label, passage.anchor
        if isinstance(passage, Claim):
            title = gettext("Claim %(label)s: %(title)s", label=label, title=passage.title)
            note = gettext(
                "Claim %(label)s, on the page “%(page)s”; in the %(noun)s: %(place)s",
                **{"label": label, "page": page.title, "noun": work.annotates.noun, "place": passage.at},
            )
            yield "claim", label, anchor, title, note
        else:
            title = gettext(
                "Annotation %(label)s (%(kind)s) to Claim %(claim)s: %(title)s",
                **{"label": label, "kind": within(work.vocabulary.kinds[passage.kind])},
                **{"claim": passage.claim, "title": titles.get(passage.claim, "")},
            )
            note = gettext(
                "Annotation %(label)s, on the page “%(page)s”; last checked %(date)s",
                **{"label": label, "page": page.title, "date": passage.date.isoformat()},
            )
            yield "annotation", label, anchor, title, note
    for figure in page.figures:
        title = gettext("Figure %(label)s: %(title)s", label=figure.label, title=figure.title)
        yield "figure", figure.anchor, figure.anchor, title, _stands(figure.subject, page)
    for stone in page.withdrawn:  # what was citable stays so, since its files and its short address were published
        kind, _, label = stone.subject.partition(" ")
        if level := LEVELS.get(kind):
            label, name = stone.anchor if level == "figure" else label, spoken(stone.subject, begins=True)
            title = gettext("%(subject)s (withdrawn in edition %(edition)s)", subject=name, edition=stone.edition)
            yield level, label, stone.anchor, title, _stands(stone.subject, page)


def _stands(subject: str, page: Page) -> str:
    return gettext("%(subject)s, on the page “%(page)s”", subject=spoken(subject, begins=True), page=page.title)
