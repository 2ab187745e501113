"""An edition of ten thousand claims, and one whose list of references has five megabytes, are built whole.

What they took is printed: seconds, those of all processors together, and the most memory that one process held, in MiB.
"""

import gzip
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from fixtures.builder import copy_fixture, name_pages
from fixtures.weight import LEVEL

CLAIMS = 10_000
FIRST = 6  # behind those of the small edition
PER_PAGE = 50
LIGHT = 200_000  # bytes that a page may have when compressed
CLAIM = """
/// claim | {number}
    title: Claim {number} of the soak
    at: p. 1, Background, par. 2
    verdict: disputed
    because: The sources differ.

The brief says something for the {number}th time.
///

/// annotation | {number}a
    kind: evidence
    date: 2026-11-24

A book says something else [@{key}, p. {number}], as does [claim {before}](#claim-{before}).
///
"""
ENTRY = """
@book{{{key},
  author = {{Smith, Anna}},
  title = {{Borders, Volume {number}}},
  year = {{2020}},
  publisher = {{Press}},
  verified = {{full}},
  basis = {{{basis}}},
  sourcetype = {{research}},
}}
"""


def build(folder: Path) -> None:
    """Build as strictly as ever, and print what it took, with all processes that the build began."""
    command = [sys.executable, "-m", "mkdocs", "build"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://edition.test/"}
    log = folder / "build.log"
    begun = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    taken, busy, memory = time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    sys.stdout.write(f"{folder.name}: {taken:.0f} s, of processors {busy:.0f} s, {memory:.0f} MiB\n")
    said = log.read_text(encoding="utf-8")
    assert process.returncode == 0, said[-3000:]
    assert "Traceback" not in said


def filled(folder: Path, claims: int, keys: list[str]) -> Path:
    """The small edition with that many claims on pages of their own, each citing the next of the keys."""
    copy_fixture(folder, anew=True)
    pages = []
    for first in range(FIRST, claims + 1, PER_PAGE):
        numbers = range(first, min(first + PER_PAGE, claims + 1))
        text = "".join(
            CLAIM.format(number=number, key=keys[number % len(keys)], before=max(first, number - 1))
            for number in numbers
        )
        name = f"page-{first}.md"
        (folder / "docs" / name).write_text(f"# Claims from {first}\n{text}", encoding="utf-8")
        pages.append(f"  - Claims from {first}: {name}\n")
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "".join(pages), encoding="utf-8")
    return folder


def test_ten_thousand_claims_are_built(tmp_path: Path) -> None:
    folder = filled(tmp_path / "claims", CLAIMS, ["smith2020"])
    build(folder)
    pages = [page.read_text(encoding="utf-8") for page in (folder / "site").glob("page-*/index.html")]
    found = [
        int(number) for page in pages for number in re.findall(r'aria-labelledby="claim-(\d+)" class="claim"', page)
    ]
    assert sorted(found) == list(range(FIRST, CLAIMS + 1))


def test_a_list_of_references_of_five_megabytes_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "references"
    folder.mkdir()
    keys = [f"smith{number}volume" for number in range(4_000)]
    basis = "What was read is said at some length, as an entry with a long account of its basis would. " * 12
    filled(folder, FIRST + len(keys) - 1, keys)  # as many claims as works
    (folder / "docs" / "references.md").write_text("---\ntemplate: references.html\n---\n\n# References\n")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("  - References: references.md\n")
    name_pages(folder)
    path = folder / "references.bib"
    entries = (ENTRY.format(key=key, number=number, basis=basis) for number, key in enumerate(keys))
    text = path.read_text(encoding="utf-8") + "".join(entries)
    path.write_text(text, encoding="utf-8")
    assert path.stat().st_size > 5_000_000
    build(folder)
    foot = (folder / "site" / f"page-{FIRST}" / "index.html").read_text(encoding="utf-8")
    assert foot.count('class="reference"') == PER_PAGE
    references = (folder / "site" / "references" / "index.html").read_bytes()
    assert all(f'id="reference-{key}"'.encode() in references for key in keys)
    assert len(gzip.compress(references, LEVEL)) <= LIGHT
