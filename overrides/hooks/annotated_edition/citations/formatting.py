"""Format works in the styles that readers choose from, all that are not kept in one run of pandoc.

A filter in Lua calls pandoc's own citeproc once for each style and group of works, so that pandoc is started once. In
the styles as csl.py changes them each citation stands alone, so that one work more leaves all others as they are.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import pypandoc

from annotated_edition.citations.csl import read_csl
from annotated_edition.citations.formatted import read_string
from annotated_edition.citations.styles import STYLES, Style
from annotated_edition.files.kept import Kept

Strings = Mapping[str, Mapping[str, str]]  # by the key of the work and the key of the style: HTML
Variants = Sequence[Mapping[str, Any]]  # a work as CSL-JSON: one for all of STYLES, or one for each
# Here, since whatever is no Python in a folder of the theme is published.
FILTER = """-- Formats works in several styles in one run: a Div for each job, in it one for each work.
-- A job is the paths of a style and of works, and whether the style is one of notes, which is given a note for each of
-- its keys, in their order.

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
  return pandoc.Pandoc(pandoc.List(meta.jobs):map(function(job)
    local facts = pandoc.Meta{csl = text(job.csl), bibliography = text(job.works), nocite = meta.nocite}
    local source = pandoc.Pandoc(job.note and notes(pandoc.List(job.keys)) or {}, facts)
    local blocks = pandoc.utils.citeproc(source).blocks
    return pandoc.Div(job.note and inside(blocks) or blocks, {class = "job"})
  end))
end
"""


def formatted(kept: Kept, groups: Mapping[str, Mapping[str, Variants]]) -> dict[str, Strings]:
    """The works of each group, by their keys, in every style.

    Raises RuntimeError where a style is not known or pandoc ends with an error, and OSError where pandoc is missing.
    """
    rules = sha256("".join(read_csl(style.csl) for style in STYLES).encode()).hexdigest()
    works = {(group, key): variants for group, given in groups.items() for key, variants in given.items()}
    names = {json.dumps(name): name for name in works}
    contents = {name: [rules, [style.key for style in STYLES], works[place]] for name, place in names.items()}
    made = kept.get_all(__name__, contents, lambda missing: _run([names[name] for name in missing], works))
    return {group: {key: made[json.dumps((group, key))] for key in given} for group, given in groups.items()}


def _run(places: Sequence[tuple[str, str]], works: Mapping[tuple[str, str], Variants]) -> Iterable[dict[str, str]]:
    """The works of these groups and keys in every style, in the order of their places."""
    made: dict[tuple[str, str], dict[str, str]] = {place: {} for place in places}
    groups = {group: [key for _, key in found] for group, found in groupby(places, lambda place: place[0])}
    with TemporaryDirectory() as folder:
        jobs = list(_jobs(Path(folder), groups, works))
        told, lua = Path(folder, "jobs.json"), Path(folder, "styles.lua")
        told.write_text(json.dumps({"jobs": [job for _, _, job in jobs]}), encoding="utf-8")
        lua.write_text(FILTER, encoding="utf-8")
        arguments = [f"--lua-filter={lua}", f"--metadata-file={told}", "--wrap=none"]
        html = pypandoc.convert_text("---\nnocite: '@*'\n---\n", "html", "markdown-smart", extra_args=arguments)
    root = ElementTree.fromstring(f"<root>{html.replace('&nbsp;', ' ')}</root>")
    for (style, group, job), found in zip(jobs, root, strict=True):
        for key, entry in _entries(found, job["keys"], is_note=style.is_note):
            made[group, key][style.key] = read_string(entry)
    return made.values()


def _jobs(
    folder: Path, groups: Mapping[str, Sequence[str]], works: Mapping[tuple[str, str], Variants]
) -> Iterator[tuple[Style, str, dict[str, Any]]]:
    """Each style with each group, and what the filter is told of it, for which files are written into the folder."""
    for place, style in enumerate(STYLES):
        rules = folder / f"{style.key}.csl"
        rules.write_text(read_csl(style.csl), encoding="utf-8")
        for group, keys in groups.items():
            data = folder / f"{style.key}-{group}.json"
            variants = (works[group, key] for key in keys)
            needed = [each[place] if len(each) > 1 else each[0] for each in variants]
            data.write_text(json.dumps(needed, ensure_ascii=False), encoding="utf-8")
            yield style, group, {"csl": str(rules), "works": str(data), "note": style.is_note, "keys": keys}


def _entries(made: ElementTree.Element, keys: Sequence[str], *, is_note: bool) -> list[tuple[str, ElementTree.Element]]:
    """The entries of a style by their keys; of notes, which have none, in the order of the keys."""
    if is_note:
        return list(zip(keys, made, strict=True))
    entries = made.iterfind(".//div[@class='csl-entry']")
    return [(entry.get("id", "").removeprefix("ref-"), entry) for entry in entries]
