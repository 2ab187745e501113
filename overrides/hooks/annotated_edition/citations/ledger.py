"""The ledger of claims as data: one row a claim as CSV, and as JSON with its annotations and sources.

claims.schema.json, beside the templates, says what the JSON holds.
"""

import csv
import io
import json
from typing import Any

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
    items, sources = {item.label: item for item in work.passages}, keys_by_label(edition)
    return [
        {
            "claim": claim.label,
            "title": claim.title,
            "verdict": claim.verdict,
            "outcome": claim.outcome,
            "because": claim.because,
            "at": claim.at,
            "words": claim.words,
            "annotations": [
                {
                    "annotation": annotation.label,
                    "kind": annotation.kind,
                    "checked": annotation.date.isoformat(),
                    "sources": list(sources[annotation.label]),
                    "address": items[annotation.label].address,
                }
                for annotation in edition.annotations[claim.label]
            ],
            "sources": sorted(sources[claim.label]),
            "page": edition.pages[claim.page].title,
            "address": items[claim.label].address,
            "short_address": work.work.address + items[claim.label].short,
        }
        for claim in edition.claims
    ]
