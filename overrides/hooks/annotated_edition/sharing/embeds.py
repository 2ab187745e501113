"""The page of a figure that others embed, f/2/, and how it is told of by oEmbed (oembed.com)."""

import json
import re
from dataclasses import dataclass
from html import escape
from math import ceil

from annotated_edition.citations.items import Item
from annotated_edition.figures.figures import Figure
from annotated_edition.figures.illustrations import Illustration

WIDTH = 600  # pixels; any from 320 to 1200 will do
# What is above and below the drawing, in pixels at that width: all but the notes, and each line of the notes.
FRAME, LINE, LETTERS = 300, 19, 100
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Embed:
    """A figure as others show it. Addresses are empty where that of the site is not known."""

    figure: Figure
    item: Item
    height: int  # pixels, in which all of it can be seen at WIDTH

    @property
    def path(self) -> str:
        """Its page, below the site's address."""
        return f"f/{self.figure.label}/"

    @property
    def address(self) -> str:
        """The whole address of its page."""
        return self.item.work.address and self.item.work.address + self.path

    @property
    def html(self) -> str:
        """What the other page has to hold."""
        title = escape(self.item.title)
        size = f'width="100%" height="{self.height}"'
        return f'<iframe src="{escape(self.address)}" title="{title}" {size} loading="lazy"></iframe>'

    @property
    def told(self) -> str:
        """It as oEmbed, version 1.0, has it: a rich thing with a picture."""
        work = self.item.work
        answer = {
            "version": "1.0",
            "type": "rich",
            "title": self.item.title,
            "author_name": work.author,
            "provider_name": work.title,
            "provider_url": work.address,
            "html": self.html,
            "width": WIDTH,
            "height": self.height,
        }
        return json.dumps(answer, ensure_ascii=False) + "\n"


def embed_of(illustration: Illustration, item: Item) -> Embed:
    """The embed of a figure, whose height goes by its drawing and its words."""
    _, _, _, height = illustration.drawings["wide"]["box"].split()
    letters = len(TAG.sub("", illustration.text + illustration.sources))
    return Embed(illustration.figure, item, round(float(height)) + FRAME + LINE * ceil(letters / LETTERS))
