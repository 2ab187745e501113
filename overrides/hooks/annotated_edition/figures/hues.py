"""Colors as the stylesheets have them, for what knows no stylesheet: pictures, print and electronic books."""

import re
from collections.abc import Mapping
from pathlib import Path

DECLARED = re.compile(r"(--[\w-]+):\s*((?:[^;{}\"]|\"[^\"]*\")+);")
VARIABLE = re.compile(r"var\((--[\w-]+)(?:,\s*([^()]*))?\)")
LIGHT = re.compile(r"light-dark\(\s*([^,()]+),[^()]*\)")

Variables = Mapping[str, str]  # of stylesheets: custom properties by their names


def variables_of(overrides: Path) -> dict[str, str]:
    """The variables of our stylesheets; of several values of one the first, which is that of screen and paper."""
    css = "".join(path.read_text("utf-8") for path in sorted(overrides.glob("assets/stylesheets/*.css")))
    return {name: value.strip() for name, value in reversed(DECLARED.findall(css))}


def resolved(text: str, variables: Variables) -> str:
    """The text with values for variables, in the light scheme. Raises KeyError with an unknown name."""
    while VARIABLE.search(text):
        text = VARIABLE.sub(lambda found: variables.get(found[1], found[2]) or variables[found[1]], text)
    return LIGHT.sub(r"\1", text)
