"""Prints how often the first result, and one of the first three, is right for sets of queries, and what a key takes.

The sets were written from the text alone, by people who saw neither the code nor one another's. The ranking was tuned
on the first five, of the sixth mostly the figures were watched meanwhile, and the seventh was asked once, when all was
done. The search runs here without a browser, so the milliseconds are those of the answer alone, without the page's.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import report
from fixtures.answers import searching
from fixtures.queries import SETS, rates


def main() -> None:
    with tempfile.TemporaryDirectory() as site:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site], check=True)
        with searching(Path(site, "search", "search_index.json")) as search:
            for name, queries in SETS.items():
                found = search.ask([query.typed for query in queries], is_timed=True)
                taken = [time for answer in found for time in answer.times]
                for sort, (first, three) in rates(queries, [answer.addresses for answer in found]).items():
                    report(f"queries, {name}, {sort}: first {first:.0%}, among three {three:.0%}")
                report(f"  answer to a key, 95th percentile {statistics.quantiles(taken, n=20)[-1]:.0f} ms")


if __name__ == "__main__":
    main()
