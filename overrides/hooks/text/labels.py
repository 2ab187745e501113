"""What a label names: the thing as it is said, and the id under which it stands on its page."""

import re

WORDS = ("claim", "annotation", "figure", "event", "term")

CLAIM = re.compile(r"[1-9]\d*")
ANNOTATION = re.compile(r"[1-9]\d*[a-z]+")
THING = re.compile(rf"(?:{'|'.join(WORDS)}) \S+")
NUMBER = re.compile(r"(\d+)([a-z]*)")


def thing_of(label: str) -> str:
    """The thing that a label names: claim 8 for 8, annotation 8a for 8a; all others are named in full, as figure 2."""
    if CLAIM.fullmatch(label):
        return f"claim {label}"
    return f"annotation {label}" if ANNOTATION.fullmatch(label) else label


def is_thing(thing: str) -> bool:
    """Whether this is the name of something that has a label of its own."""
    return THING.fullmatch(thing) is not None


def anchor_of(thing: str) -> str:
    """The id: claim-8 for claim 8."""
    return thing.replace(" ", "-", 1)


def thing_at(anchor: str) -> str:
    """The thing that has an id: claim 8 for claim-8."""
    return anchor.replace("-", " ", 1)


def order(thing: str) -> tuple[int, int, int, str]:
    """By which things are sorted: pages, claims, annotations and so on; among annotations 8z, 8aa, 10a."""
    word, _, label = thing.partition(" ")
    kind = WORDS.index(word) if word in WORDS else -1
    if number := NUMBER.fullmatch(label):
        return kind, int(number[1]), len(number[2]), number[2]
    return kind, 0, 0, label
