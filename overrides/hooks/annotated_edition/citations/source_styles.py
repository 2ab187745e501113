"""Format every work of references.bib in the styles that readers choose from, in one run of pandoc for all.

A filter in Lua calls pandoc's own citeproc once a style, so that pandoc is started once.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import pypandoc

from annotated_edition.citations.csl import read_csl
from annotated_edition.citations.formatted import NEVER, read_string
from annotated_edition.citations.styles import STYLES, Strings
from annotated_edition.files.cache import cached
from annotated_edition.text.citeproc import pandoc_version

OURS = ("source_styles.py", "formatted.py", "styles.py")  # whose change makes all that is kept stale
# What stays small in a title, and after a period, as after “U.S.”, is taken for the beginning of a sentence. CSL-JSON
# keeps it so by a span.
SMALL = re.compile(r"(?<=\. )(?:an?|and|as|at|but|by|for|from|in|of|on|or|the|to|with)\b")
ACCESSED = {"accessed": {"date-parts": [[NEVER.year, NEVER.month, NEVER.day]]}}
# Here, since whatever is no Python in a folder of the theme is published.
FILTER = """-- Formats all works in several styles in one run: a Div for each style, in it one for each work.
-- `styles`, `items` and `keys` are metadata; the style of notes is given a note for each key, in their order.

local text = pandoc.utils.stringify

local function notes(keys)
  return keys:map(function(key)
    return pandoc.Para{pandoc.Cite({}, {pandoc.Citation(text(key), "NormalCitation")})}
  end)
end

local function inside(blocks)
  local found = pandoc.Blocks{}
  for _, block in ipairs(blocks) do
    block:walk{Note = function(note) found:insert(pandoc.Div(note.content)) end}
  end
  return found
end

function Pandoc(document)
  local meta = document.meta
  local made = pandoc.List(meta.styles):map(function(style)
    local facts = pandoc.Meta{csl = text(style.csl), bibliography = text(meta.items), nocite = meta.nocite}
    local source = pandoc.Pandoc(style.note and notes(pandoc.List(meta.keys)) or {}, facts)
    local blocks = pandoc.utils.citeproc(source).blocks
    return pandoc.Div(style.note and inside(blocks) or blocks, {class = "style"})
  end)
  return pandoc.Pandoc(made)
end
"""


def source_strings(works: Sequence[Mapping[str, Any]], cache: Path) -> Strings:
    """The works, which are CSL-JSON, in every style, by their keys.

    Raises RuntimeError where a style is not known or pandoc ends with an error, and OSError where pandoc is missing.
    """
    items = json.dumps([_accessed(_with_small_words(work)) for work in works], ensure_ascii=False)
    csl = [read_csl(style.csl) for style in STYLES]
    ours = [Path(__file__).with_name(name).read_text(encoding="utf-8") for name in OURS]
    content = [items, *csl, *(style.key for style in STYLES), pandoc_version(), *ours]
    keys = [work["id"] for work in works]
    return cached(cache, "sources", content, lambda: _run(items, csl, keys))


def _with_small_words(work: Mapping[str, Any]) -> Mapping[str, Any]:
    """The work with a title in which no style begins such a word with a capital letter."""
    title = SMALL.sub(r'<span class="nocase">\g<0></span>', work.get("title", ""))
    return {**work, "title": title} if title else work


def _accessed(work: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is read on the Web was read by whoever cites it on a day that only the browser knows."""
    return {**work, **ACCESSED} if "URL" in work else work


def _run(items: str, csl: Sequence[str], keys: Sequence[str]) -> dict[str, dict[str, str]]:
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{style.key}.csl") for style in STYLES]
        data, told, lua = Path(folder, "items.json"), Path(folder, "told.json"), Path(folder, "styles.lua")
        for path, text in (*zip(paths, csl, strict=True), (data, items), (lua, FILTER)):
            path.write_text(text, encoding="utf-8")
        styles = [{"csl": str(path), "note": style.is_note} for path, style in zip(paths, STYLES, strict=True)]
        told.write_text(json.dumps({"items": str(data), "keys": keys, "styles": styles}), encoding="utf-8")
        arguments = [f"--lua-filter={lua}", f"--metadata-file={told}", "--wrap=none"]
        html = pypandoc.convert_text("---\nnocite: '@*'\n---\n", "html", "markdown-smart", extra_args=arguments)
    root = ElementTree.fromstring(f"<root>{html.replace('&nbsp;', ' ')}</root>")
    made: dict[str, dict[str, str]] = {key: {} for key in keys}
    for style, found in zip(STYLES, root, strict=True):
        for key, entry in _entries(found, keys, is_note=style.is_note):
            made[key][style.key] = read_string(entry)
    return made


def _entries(made: ElementTree.Element, keys: Sequence[str], *, is_note: bool) -> list[tuple[str, ElementTree.Element]]:
    """The entries of a style by their keys; of notes, which have none, in the order of the keys."""
    if is_note:
        return list(zip(keys, made, strict=True))
    entries = made.iterfind(".//div[@class='csl-entry']")
    return [(entry.get("id", "").removeprefix("ref-"), entry) for entry in entries]
