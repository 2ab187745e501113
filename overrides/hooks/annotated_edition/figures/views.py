"""Ways through a specification of Vega-Lite: all its parts, its layers, and the encodings that hold in each."""

from collections.abc import Iterator, Mapping
from typing import Any

Path = tuple[str | int, ...]  # of names and numbers, from the whole to a part


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every part of a specification with its path, the whole first."""
    yield path, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield from walk(part, (*path, name))


def views(body: Mapping[str, Any], path: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """A view and the layers in it that are mappings, with their paths."""
    yield path, body
    layers = body.get("layer")
    for number, part in enumerate(layers if isinstance(layers, list) else ()):
        if isinstance(part, dict):
            yield from views(part, (*path, "layer", number))


def encodings(body: Mapping[str, Any], inherited: Mapping[str, Any] | None = None) -> Iterator[dict[str, Any]]:
    """The encoding of each view without layers; what it does not say itself of a channel it has from above."""
    encoding = below(inherited or {}, body.get("encoding", {}))
    if "layer" not in body:
        yield encoding
    for layer in body.get("layer", ()):
        yield from encodings(layer, encoding)


def below(above: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """An encoding within another, as Vega-Lite has it: property by property where both are those of a channel."""
    made = {**above, **own}
    for channel in set(above) & set(own):
        if isinstance(above[channel], dict) and isinstance(own[channel], dict) and "value" not in own[channel]:
            made[channel] = {**above[channel], **own[channel]}
    return made
