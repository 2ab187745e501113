"""Draw a specification as SVG.

vl-convert runs Vega-Lite itself, without a browser or Node. It holds up whatever else its process does, so it has one
of its own, which is started when first something has to be drawn, and ends with the one that has started it.
"""

import atexit
import json
import sys
from contextlib import suppress
from functools import cache
from subprocess import PIPE, Popen
from threading import Lock

from annotated_edition.figures.theme import Spec

DIALECT = "6.4"  # of Vega-Lite, which vl-convert carries in several versions
LOCK = Lock()  # around a question and its answer
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


class NotDrawn(ValueError):
    """Vega-Lite's own words for why it cannot draw a specification."""


def draw(spec: Spec) -> str:
    """The SVG as Vega makes it. Raises NotDrawn."""
    with LOCK:
        process = _process()
        assert process.stdin
        assert process.stdout
        with suppress(BrokenPipeError):
            print(json.dumps(spec), file=process.stdin, flush=True)
        answer = process.stdout.readline()
        if not answer:
            _process.cache_clear()  # the next drawing has another one
            _end(process)
            raise NotDrawn("the process that draws has ended")
    made, error = json.loads(answer)
    if error:
        said = error.partition("\n")[2].partition("\n")[0] or error
        raise NotDrawn(said.partition("Error: ")[2] or said)
    return str(made)


@cache
def _process() -> "Popen[str]":
    """In a session of its own, since an interruption, such as Ctrl+C, is for the process that has started it."""
    command = [sys.executable, "-c", DRAW, DIALECT]
    process = Popen(command, stdin=PIPE, stdout=PIPE, encoding="utf-8", start_new_session=True)
    atexit.register(_end, process)
    return process


def _end(process: "Popen[str]") -> None:
    with suppress(BrokenPipeError), process:
        process.kill()
