"""Lists within one value, as editors write them: with commas between."""


def listed(value: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, value.split(","))))
