"""The ledger of claims as data: one row a claim as CSV, and as JSON with its annotations and sources.

claims.schema.json, beside the templates, says what the JSON holds.
"""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from annotated_edition.blocks.annotation import Annotation
from annotated_edition.blocks.claim import Claim
from annotated_edition.citations.items import Item
from annotated_edition.citations.source_pages import keys_by_label
from annotated_edition.structure.edition import Edition

COLUMNS = (
    *("claim", "title", "verdict", "outcome", "because", "at", "words"),
    *("annotations", "sources", "page", "address", "short_address"),
)


def claims_csv(edition: Edition, work: Item) -> str:
    """A table that a spreadsheet opens, with a mark at its beginning so that Excel takes it for UTF-8."""
    text = io.StringIO()
    text.write("\ufeff")
    table = csv.DictWriter(text, COLUMNS)
    table.writeheader()
    table.writerows(row | {name: len(row[name]) for name in ("annotations", "sources")} for row in _rows(edition, work))
    return text.getvalue()


def claims_json(edition: Edition, work: Item) -> str:
    """The same with the labels, kinds, days and sources of the annotations."""
    facts = work.work
    ledger = {
        "$schema": f"{facts.address}claims.schema.json",
        "edition": {
            "title": facts.title,
            "author": facts.author,
            "version": facts.version,
            "date": facts.date.isoformat(),
            "license": facts.license,
            "address": facts.address,
        },
        "claims": _rows(edition, work),
    }
    return json.dumps(ledger, ensure_ascii=False, indent=2) + "\n"


def _rows(edition: Edition, work: Item) -> list[dict[str, Any]]:
    items = {item.label: item for item in work.passages}
    sources = keys_by_label(edition)
    return [_row(claim, edition, items, sources) for claim in edition.claims]


def _row(claim: Claim, edition: Edition, items: Mapping[str, Item], sources: Mapping[str, Any]) -> dict[str, Any]:
    item = items[claim.label]
    return {
        "claim": claim.label,
        "title": claim.title,
        "verdict": claim.verdict,
        "outcome": claim.outcome,
        "because": claim.because,
        "at": claim.at,
        "words": claim.words,
        "annotations": [_annotation(each, items, sources) for each in edition.annotations[claim.label]],
        "sources": sorted(sources[claim.label]),
        "page": edition.pages[claim.page].title,
        "address": item.address,
        "short_address": item.work.address + item.short,
    }


def _annotation(annotation: Annotation, items: Mapping[str, Item], sources: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "annotation": annotation.label,
        "kind": annotation.kind,
        "checked": annotation.date.isoformat(),
        "sources": list(sources[annotation.label]),
        "address": items[annotation.label].address,
    }
