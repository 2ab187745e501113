"""How pictures look that know no stylesheet: the colors of the light scheme, the shapes of verdicts, drawings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated_edition.figures.drawing import SEAM, Drawing
from annotated_edition.figures.hues import declared, resolved
from annotated_edition.formats.pictures import FONT, NAMESPACE


@dataclass(frozen=True)
class Look:
    """What the stylesheets declare."""

    css: str

    @cached_property
    def variables(self) -> dict[str, str]:
        """The variables of the stylesheets, on white paper."""
        return declared(self.css) | {"--figure-paper": "#ffffff"}

    @property
    def colors(self) -> dict[str, str]:
        """The colors that the template asks for."""
        names = {"ink": "--ink", "soft": "--ink-soft", "rule": "--rule", "accent": "--accent", "paper": "--paper"}
        return {name: resolved(f"var({variable})", self.variables) for name, variable in names.items()}

    def standalone(self, drawing: Drawing, variables: Mapping[str, str] | None = None) -> str:
        """A drawing as an SVG of its own, in the light scheme."""
        _, _, width, height = drawing["box"].split()
        seam = " ".join(f'{name}="{value}"' for name, value in SEAM.items())
        inside = drawing["inside"].replace("<text ", f"<text {seam} ")
        frame = f'xmlns="{NAMESPACE}" viewBox="{drawing["box"]}" width="{width}" height="{height}" fill="none"'
        svg = f'<svg {frame} font-family="{FONT}">{inside}</svg>'
        return resolved(svg, self.variables | dict(variables or {}))
