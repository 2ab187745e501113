"""Colors as the stylesheets have them, for what knows no stylesheet: print and electronic books."""

import re
from collections.abc import Mapping

DECLARED = re.compile(r"(--[\w-]+):\s*((?:[^;{}\"]|\"[^\"]*\")+);")
VARIABLE = re.compile(r"var\((--[\w-]+)(?:,\s*([^()]*))?\)")
LIGHT = re.compile(r"light-dark\(\s*([^,()]+),[^()]*\)")
MIXED = re.compile(r"color-mix\(in srgb, (#[\da-f]{6}) (\d+)%, (#[\da-f]{6})\)")


def declared(css: str) -> dict[str, str]:
    """The variables of a stylesheet; of several values of one the first, which is that of every screen and of paper."""
    return {name: value.strip() for name, value in reversed(DECLARED.findall(css))}


def resolved(text: str, variables: Mapping[str, str]) -> str:
    """The text with values for variables, in the light scheme. Raises KeyError with an unknown name."""
    while VARIABLE.search(text):
        text = VARIABLE.sub(lambda found: variables.get(found[1], found[2]) or variables[found[1]], text)
    return MIXED.sub(_mixed, LIGHT.sub(r"\1", text))


def _mixed(found: re.Match[str]) -> str:
    share = int(found[2]) / 100
    pairs = ((int(found[1][at : at + 2], 16), int(found[3][at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(first * share + second * (1 - share)):02x}" for first, second in pairs)
