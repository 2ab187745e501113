"""What Markdown leaves as it is written or passes over, since something in it is missing or of another form."""

import re
from collections.abc import Collection, Iterator
from html import unescape

from annotated_edition.text.problems import Problem, line_of

LINK = "write [text](address), without a space between, in one line"
TABLE = "write an empty line above a table, and below its first row a line such as |---|---|"
# Each sign that no text has, with what to do about it.
SIGNS = {
    r"\]\(|\] \((?=https?:|#|[^()\s]+\.md)|\)\[(?=https?:|#|[^\[\]\s]+\.md)": LINK,
    r"\]\[(?=[^\]\s])": LINK,
    r"\[\^(?=[^\]\s]+\])": "no page has footnotes: say it in the text, and cite as in [@key]",
    r"\*\*|(?<![\w*\s])\*(?=\w)|(?<!\S)\*(?=\w)|(?<=\w)\*(?![\w*])": "write as many * before the words as after them",
    r"`+": "write as many ` before the code as after it",
    r"\{[%#.:](?=[\s\w])": "delete what stands in the braces, and them",
    r"(?m:^)(?:!!!|\?\?\?\+?|===) (?=\S)": "no page has such boxes: write a paragraph",
    r"(?m:^)\|(?=.*\|)|\|(?= *:?-{3})": TABLE,
    r"(?m:^)/{3}(?= *details\b)": "write it as /// details | Title, and below it no option but open: true",
    r"<!--": "end the comment with -->",
}
SIGN = re.compile("|".join(f"({sign})" for sign in SIGNS))
REMEDIES = list(SIGNS.values())
# Most pages have nothing of the kind, and are not looked at without their tags.
SUSPECT = re.compile(r"[*`|]|\][ (\[]|\)\[|\[\^|\{[%#.:]|!!! |\?\?\?|=== |///|&lt;!--")
AS_IT_IS = re.compile(r"<(code|pre|script|style|svg|math)\b.*?</\1>", re.DOTALL)
INLINE = re.compile(r"</?(?:a|abbr|b|cite|dfn|em|i|q|small|span|strong|sub|sup|time)\b[^>]*>")
TAG = re.compile(r"<[a-z/!][^>]*>", re.IGNORECASE)
# A list of attributes behind a heading, a link or an image, and the form in which Markdown reads it.
ATTRIBUTES = re.compile(r"(?<!\{)\{:? *((?:[#.][\w-]|[\w-]+=)[^{}\n]*)\}(?!\})")
ATTRIBUTE = r"(?:[#.][\w-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[\w./-]+))"
SOUND = re.compile(rf"{ATTRIBUTE}(?: +{ATTRIBUTE})* *")


def unparsed(page: str, html: str, source: str, named: Collection[int]) -> Iterator[Problem]:
    """Each line of a page with a sign that Markdown has left; `source` is its Markdown without code.

    Of the lines that are `named` already nothing is said, and of several with the same sign, as in a table, once.
    """
    if not SUSPECT.search(html):
        return
    before = -1
    for line in unescape(TAG.sub("\n", INLINE.sub("", AS_IT_IS.sub("\n", html)))).split("\n"):
        found = SIGN.search(line)
        sign = (found.lastindex or 0) - 1 if found else -1
        if found and sign != before and (number := _line(source, line, found.start())) not in named:
            excerpt = line[max(0, found.start() - 20) : found.end() + 20].strip()
            subject = f"line {number}" if number else "text"
            yield Problem(page, number, subject, f"“{excerpt}” is left as it is written", REMEDIES[sign])
        before = sign if line.strip() else before


def _line(source: str, line: str, at: int) -> int:
    """The line of the source in which a text stands; 0 where that is not known, as where it is written otherwise."""
    for part in (line[at : at + 40], line[at : at + 20], line[max(0, at - 20) : at + 1], line[at : at + 5]):
        if part.strip() and source.count(part) == 1:
            return line_of(source, source.index(part))
    return 0


def attribute_problems(page: str, text: str) -> Iterator[Problem]:
    """Every list of attributes that is not of its form. `text` is Markdown without code."""
    for found in ATTRIBUTES.finditer(text):
        if not SOUND.fullmatch(found[1]):
            wrong = f"{found[0]} is no list of attributes"
            remedy = 'write {#id}, {.class} or {name="value"}, without a space in an id'
            yield Problem.in_line(page, line_of(text, found.start()), wrong, remedy)


def without_attributes(markdown: str) -> str:
    """The Markdown without such lists, at some of which it would break off."""
    return ATTRIBUTES.sub(lambda found: found[0] if SOUND.fullmatch(found[1]) else "", markdown)
