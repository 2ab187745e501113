"""What renders the edition, whichever generator asks for it: extensions of Markdown, and what templates are given."""

import posixpath
from typing import Any

from figures.figures_extension import FiguresExtension
from markdown import Extension
from text import terms
from text.citations_extension import CitationsExtension
from text.claims_extension import ClaimsExtension, spoken_date
from text.legend_extension import LegendExtension
from text.prose import Prose
from text.terms_extension import TermsExtension
from text.tombstones_extension import TombstonesExtension
from text.typography import TypographyExtension, curly
from text.values import spoken_month
from text.values_extension import ValuesExtension
from text.vocabulary import KINDS, OUTCOMES, VERDICTS

from edition import timeline
from edition.argument import argument
from edition.edition import Edition
from edition.references import VERIFIED


def extensions(edition: Edition, links: TermsExtension) -> list[Extension]:
    """All that Markdown needs for a page; `links` is told by the generator where the page's glossary is."""
    citations = CitationsExtension(edition.formatted.citations)
    blocks = [ClaimsExtension(edition.event_links), FiguresExtension(edition.brackets), TombstonesExtension(), links]
    return [*blocks, citations, ValuesExtension(edition.value), LegendExtension(), TypographyExtension()]


def furnish(env: Any, edition: Edition) -> None:
    """Give every template of a Jinja environment the edition, and the words and filters that it is written with."""
    env.globals["edition"] = edition
    env.globals["verdict_words"] = VERDICTS
    env.globals["outcome_words"] = OUTCOMES
    env.globals["result_words"] = VERDICTS | OUTCOMES
    env.globals["kind_words"] = KINDS
    env.globals["verified_words"] = VERIFIED
    env.globals["argument"] = argument
    env.filters["spoken_date"] = spoken_date
    env.filters["spoken_month"] = spoken_month
    env.filters["curly"] = curly
    citations = CitationsExtension(edition.formatted.citations)
    env.filters["prose"] = Prose([citations, _timeline_terms(edition), TypographyExtension()])


def _timeline_terms(edition: Edition) -> TermsExtension:
    """The links to the glossary from what the template of the timeline prints."""
    glossary, page = edition.pages.get(terms.PAGE), edition.pages.get(timeline.PAGE)
    if not glossary or not page:
        return TermsExtension(edition.glossary.finder)
    address = posixpath.relpath(glossary.url, posixpath.dirname(page.url) or ".")
    address += "/" if glossary.url.endswith("/") else ""
    return TermsExtension(edition.glossary.finder, address=address, seen=edition.glossary.labels_in(page.text))
