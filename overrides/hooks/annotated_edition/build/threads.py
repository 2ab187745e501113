"""Begin in a thread what takes long and waits for another process, such as pandoc, while the build goes on."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Made = TypeVar("Made")
# Seconds for which a thread keeps the others waiting; with Python's own five thousandths, one that reads and writes a
# dozen files before it starts pandoc waits longer than it works.
TURN = 0.0005


def in_thread(make: Callable[..., Made], *facts: Any) -> Callable[[], Made]:
    """Begin to make something of facts; what is returned waits for it, gives it, and raises what `make` has raised."""
    sys.setswitchinterval(TURN)
    pool = ThreadPoolExecutor(max_workers=1)
    result = pool.submit(make, *facts).result
    pool.shutdown(wait=False)
    return result
