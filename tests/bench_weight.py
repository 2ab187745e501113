"""Measures what a visit loads and how soon it is seen, beside the stock theme and a plain page of the same text.

Prints kilobytes (1000 bytes, gzip -6) over the pages of the text, and milliseconds to the largest contentful paint in
Chromium, as Lighthouse has a telephone: a round trip of 150 ms, 1.6 Mbit/s, and a processor four times as slow.
"""

import gzip
import mimetypes
import os
import statistics
import tempfile
from pathlib import Path

import chromium
from bench import build, lay_out, report
from bs4 import BeautifulSoup
from fixtures.serving import Handler, hosting
from fixtures.tabs import open_whole
from fixtures.weight import LEVEL, weigh
from fixtures.written import TEXT
from playwright.sync_api import Browser, sync_playwright

PAGES = ("issue/", "reasons/economic-lifeline/")
ANOTHER = "recommendations/"
PLAIN = "plain/"
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Plain</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<style>body {{ max-width: 40rem; margin: auto; padding: 1rem; font: 1rem/1.5 Georgia, serif }}</style></head>
<body>{}</body>
</html>"""
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6 * 1024 * 1024 / 8,
    "uploadThroughput": 750 * 1024 / 8,
}
PAINTS = 21  # of each page, since one takes up to a tenth more than another
PAINTED = """() => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true }))"""


class Compressed(Handler):
    """Serves files as public hosts do, compressed, and counts the bytes."""

    protocol_version = "HTTP/1.1"
    sent = 0

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        content = gzip.compress(file.read_bytes(), LEVEL)
        Compressed.sent += len(content)
        self.send_response(200)
        self.send_header("Content-Type", f"{mimetypes.guess_type(file.name)[0]}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages does
        self.end_headers()
        self.wfile.write(content)


def make_plain(site: Path, path: str) -> None:
    """Write the text of a page as anyone would by hand: its elements and links, and one rule for its look."""
    article = BeautifulSoup((site / path / "index.html").read_text(encoding="utf-8"), "html.parser").select_one(
        "article"
    )
    assert article
    for element in article.select("svg, script, style, form, button"):
        element.decompose()
    for element in article.select("*"):
        element.attrs = {name: value for name, value in element.attrs.items() if name in ("href", "id", "open")}
    folder = site / PLAIN / path
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE.format(article.decode_contents()), encoding="utf-8")


def painted(browser: Browser, address: str, before: str = "") -> float:
    """Milliseconds until the largest part of a page is painted, in a new profile that has seen the page `before`."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    if before:
        open_whole(page, before)
    page.goto(address, wait_until="load")
    taken: float = page.evaluate(PAINTED)
    context.close()
    return taken


def loaded(browser: Browser, address: str) -> float:
    """Kilobytes that a page loads until it has come to rest, in a new profile."""
    Compressed.sent = 0
    page = browser.new_page()
    open_whole(page, address)
    page.close()
    return Compressed.sent / 1000


def main() -> None:
    report(f"median of {PAINTS} paints; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find())
        for kind in ("stock", "ours"):
            build(lay_out(Path(scratch, kind), kind, 1))
            site = Path(scratch, kind, "site")
            with hosting(site, handler=Compressed) as address:
                wholes = [loaded(browser, f"{address}/{path}") for path in TEXT]
                references = loaded(browser, f"{address}/references/")
            report(
                f"first view, {kind:5}: median {statistics.median(wholes):.1f} KB, longest {max(wholes):.1f} KB, "
                f"references {references:.1f} KB"
            )
        report("  of ours at most 85 and 115 KB")
        again = [weigh(site, path).again for path in TEXT]
        report(f"next page, ours: median {statistics.median(again):.1f} KB (at most 45), longest {max(again):.1f} KB")
        report(f"  of our own styles and scripts {max(weigh(site, path).own for path in TEXT):.1f} KB (at most 15)")
        for path in PAGES:
            make_plain(site, path)
            with hosting(site, handler=Compressed) as address:
                runs = [
                    (
                        painted(browser, f"{address}/{path}"),
                        painted(browser, f"{address}/{PLAIN}{path}"),
                        painted(browser, f"{address}/{path}", f"{address}/{ANOTHER}"),
                    )
                    for _ in range(PAINTS)
                ]
            ours, plain, again_ours = (statistics.median(times) for times in zip(*runs, strict=True))
            report(f"largest paint, {path}: {ours:.0f} ms, plain {plain:.0f} ms: {ours / plain:.2f} (at most 1.25)")
            report(f"  as the next page: {again_ours:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
