"""The ledger of claims as data: one row a claim as CSV, and as JSON with its annotations and sources.

claims.schema.json, beside the templates, says what the JSON holds.
"""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from annotated_edition.citations.exports import keys_by_label
from annotated_edition.citations.items import Item
from annotated_edition.structure.edition import Edition

COLUMNS = (
    *("claim", "title", "verdict", "outcome", "because", "at", "words"),
    *("annotations", "sources", "page", "address", "short_address"),
)


def ledger_files(edition: Edition, work: Item) -> Iterator[tuple[str, str]]:
    """Both files, as pairs of a path below the site's address and a text."""
    rows, facts, text = _rows(edition, work), work.work, io.StringIO()
    text.write("\ufeff")  # so that Excel takes it for UTF-8
    table = csv.DictWriter(text, COLUMNS)
    table.writeheader()
    table.writerows(row | {name: len(row[name]) for name in ("annotations", "sources")} for row in rows)
    yield "claims.csv", text.getvalue()
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
        "claims": rows,
    }
    yield "claims.json", json.dumps(ledger, ensure_ascii=False, indent=2) + "\n"


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
