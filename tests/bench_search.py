"""Measures the search beside the theme's own on the same pages, on this edition and on one ten times as large.

Prints sizes in KB and times in milliseconds, in Chromium and over http. Both first times are from the focus of the
field to the first result, in a new profile: cold on a page whose script has just run, ready on one that has come to
rest, where the theme has loaded its index already. A key is timed from its press to the frame that shows the results;
of several runs the median counts. What the answer alone takes is timed outside the browser, key by key.
"""

import gzip
import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import chromium
from bench import COPIES, RUNS, build, lay_out, report
from fixtures.answers import searching
from fixtures.queries import QUERIES
from fixtures.serving import hosting
from playwright.sync_api import Browser, Page, sync_playwright

INDEX = Path("site", "search", "search_index.json")
KEY_RUNS = 3
MOST = 5_000  # milliseconds that are waited for a key
TIME = """() => {
    const field = document.querySelector(".md-search__input");
    field.addEventListener("focus", () => (window.start = performance.now()), { once: true, capture: true });
    const take = () => (window.first ??= performance.now() - start);
    const isAny = changes => changes.some(change => change.addedNodes.length);
    const shown = new MutationObserver(changes => isAny(changes) && requestAnimationFrame(take));
    shown.observe(document.querySelector(".md-search-result__list"), { childList: true });
}"""
WATCH = """() => {
    const [meta, list] = document.querySelector(".md-search-result").children;
    window.taken = [];
    window.long = [];
    let pressed = 0;
    addEventListener("keydown", () => (pressed = performance.now()), true);
    const shown = () => pressed && requestAnimationFrame(() => {
        if (pressed) taken.push(performance.now() - pressed);
        pressed = 0;
    });
    const what = { childList: true, characterData: true, subtree: true };
    for (const part of [meta, list]) new MutationObserver(shown).observe(part, what);
    const keep = found => long.push(...found.getEntries().map(task => task.duration));
    new PerformanceObserver(keep).observe({ type: "longtask" });
}"""


@contextmanager
def profile(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def first_result(page: Page, *, is_at_rest: bool) -> float:
    """Milliseconds from the focus to the first result, on a page at rest or as soon as it takes keys."""
    page.goto("/background/", wait_until="load" if is_at_rest else "commit")
    page.locator("html.js").wait_for(state="attached")
    if is_at_rest:
        page.wait_for_load_state("networkidle")
    page.evaluate(TIME)
    page.locator(".md-search__input").focus()
    page.keyboard.type("gas")
    taken: float = page.wait_for_function("() => window.first").json_value()
    return taken


def keys(page: Page) -> tuple[list[float], list[float]]:
    """For every query the time that its last key takes; and how long the main thread was held up by more than 50 ms."""
    first_result(page, is_at_rest=True)
    page.evaluate(WATCH)
    for query in QUERIES:
        page.locator(".md-search__input").fill(query.typed[:-1])
        page.keyboard.press("Shift")
        page.wait_for_timeout(100)
        page.evaluate("taken.pop(), window.before = taken.length")
        page.keyboard.type(query.typed[-1])
        page.wait_for_function("() => taken.length > before", timeout=MOST)
    return page.evaluate("taken"), page.evaluate("long")


def ninety_fifth(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def answer_times(folder: Path) -> list[float]:
    """For every query the milliseconds that each of its keys takes, without a browser."""
    with searching(folder / INDEX) as search:
        found = search.ask([query.typed for query in QUERIES], is_timed=True)
    return [time for answer in found for time in answer.times]


def measure(browser: Browser, folder: Path, name: str) -> dict[str, float]:
    build(folder)
    index = (folder / INDEX).read_bytes()
    found = {"raw": len(index) / 1000, "compressed": len(gzip.compress(index, 9)) / 1000}
    with hosting(folder / "site") as address:
        for kind, is_at_rest in (("cold", False), ("ready", True)):
            times = []
            for _ in range(RUNS):
                with profile(browser, address) as page:
                    times.append(first_result(page, is_at_rest=is_at_rest))
            found[kind] = statistics.median(times)
        runs = []
        for _ in range(KEY_RUNS):
            with profile(browser, address) as page:
                runs.append(keys(page))
    for each, of in (("median", statistics.median), ("95th", ninety_fifth)):
        found[each] = statistics.median(of(taken) for taken, _ in runs)
    found["long"] = statistics.median(max(long, default=0) for _, long in runs)
    report(
        f"search, {name}: index {found['raw']:.0f} KB, compressed {found['compressed']:.0f} KB; "
        f"cold {found['cold']:.0f} ms, ready {found['ready']:.0f} ms; "
        f"key {found['median']:.0f} ms, 95th percentile {found['95th']:.0f} ms, longest task {found['long']:.0f} ms"
    )
    return found


def main() -> None:
    report(f"median of {RUNS} runs, {len(QUERIES)} queries; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find())
        for copies, most in ((1, 50), (COPIES, 100)):
            folders = {kind: lay_out(Path(scratch, f"{kind}{copies}"), kind, copies) for kind in ("ours", "stock")}
            ours, stock = (measure(browser, folder, f"{kind:5}, {copies:2} x") for kind, folder in folders.items())
            report(f"  answer to a key, 95th percentile {ninety_fifth(answer_times(folders['ours'])):.0f} ms")
            report(
                f"  ours to stock: compressed index {ours['compressed'] / stock['compressed']:.2f} (at most 1.30), "
                f"cold {ours['cold'] / stock['cold']:.2f} (at most 0.50); 95th percentile at most {most} ms"
            )
        browser.close()


if __name__ == "__main__":
    main()
