"""The headers that a page cannot set itself, as the file `_headers`, which Netlify, Cloudflare Pages and others read.

Below the address that they are for stands each with its value. A host that reads no such file can be told by hand.
"""

from collections.abc import Iterator

from annotated_edition.citations.items import Item
from annotated_edition.citations.signposts import Link, signposts

FILE = "_headers"
EVERYWHERE = {
    "Content-Security-Policy": "frame-ancestors 'none'",  # to all else that each page says itself
    "Strict-Transport-Security": "max-age=31536000",  # seconds, a year; other names of the domain are not ours to bind
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Access-Control-Allow-Origin": "*",  # all is public, so scripts of others may read it, though not embed it
}
# What others may show in their pages: the figures that are made for it, of every edition and of the latest.
# Where several rules fit, Netlify sends the value of the closest, and Cloudflare Pages would join them, but takes away
# what a rule names behind an exclamation mark, which the other does not know. So each has a rule of its own.
FRAMED = ("/f/*", "/:edition/f/*")
OPEN = {"Content-Security-Policy": "frame-ancestors *", "Cross-Origin-Resource-Policy": "cross-origin"}
SIGNPOSTS = ("cite-as", "linkset")  # which lead to all others, in few enough letters for every host


def headers(work: Item) -> str:
    """The file: what holds everywhere, and for the work and each page where to go on from there."""
    rules = {"/*": list(EVERYWHERE.items())} | dict(_signposted(work))
    lines = [[path, *(f"  {name}: {value}" for name, value in rule)] for path, rule in rules.items()]
    for path in FRAMED:
        lines += [[path, *(f"  ! {name}" for name in OPEN)], [path, *(f"  {name}: {OPEN[name]}" for name in OPEN)]]
    return "".join("\n".join([*block, ""]) for block in lines)


def _signposted(work: Item) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for item in (work, *work.pages):
        if links := [link for link in signposts(item) if link.rel in SIGNPOSTS]:
            path = item.address.removeprefix(work.work.root or work.work.address)
            yield f"/{path}", [("Link", ", ".join(map(_written, links)))]


def _written(link: Link) -> str:
    """As in RFC 8288."""
    return f'<{link.href}>; rel="{link.rel}"' + (f'; type="{link.type}"' if link.type else "")
