"""Begin in a thread what takes long and waits for another process, such as pandoc, while the build goes on."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Made = TypeVar("Made")


def in_thread(make: Callable[..., Made], *facts: Any) -> Callable[[], Made]:
    """Begin to make something of facts; what is returned waits for it, gives it, and raises what `make` has raised."""
    pool = ThreadPoolExecutor(max_workers=1)
    result = pool.submit(make, *facts).result
    pool.shutdown(wait=False)
    return result
