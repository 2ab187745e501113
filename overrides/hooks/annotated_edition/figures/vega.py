"""Draw a specification as SVG.

vl-convert runs Vega-Lite itself, without a browser or Node. It holds up whatever else its process does, so it has one
of its own.
"""

import sys

from annotated_edition.figures.theme import Spec
from annotated_edition.workers import Worker

DIALECT = "6.4"  # of Vega-Lite, which vl-convert carries in several versions
# Draws each line of its input, a specification, and answers with a line: the SVG, and what is wrong.
DRAW = """
import json, sys, vl_convert
for line in sys.stdin:
    made, error = "", ""
    try:
        made = vl_convert.vegalite_to_svg(json.loads(line), vl_version=sys.argv[1])
    except ValueError as wrong:
        error = str(wrong)
    print(json.dumps([made, error]), flush=True)
"""
VEGA = Worker(lambda: [sys.executable, "-c", DRAW, DIALECT])


class NotDrawn(ValueError):
    """Vega-Lite's own words for why it cannot draw a specification."""


def draw(spec: Spec) -> str:
    """The SVG as Vega makes it. Raises NotDrawn."""
    try:
        made, error = VEGA.ask(spec)
    except EOFError:
        raise NotDrawn("the process that draws has ended") from None
    if error:
        said = error.partition("\n")[2].partition("\n")[0] or error
        raise NotDrawn(said.partition("Error: ")[2] or said)
    return str(made)
