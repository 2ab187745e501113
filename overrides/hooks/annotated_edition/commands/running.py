"""Run a command of `make`, and say what it did or why it did not."""

import logging
import subprocess
import sys
from collections.abc import Callable

from mkdocs.exceptions import Abort


def run(command: Callable[[], str], *refusals: type[Exception]) -> int:
    """The exit status: 0, or 1 where the command raises ValueError or one of `refusals`, whose message is shown."""
    expected: tuple[type[Exception], ...] = (ValueError, *refusals)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    try:
        said = command()
    except Abort as error:
        sys.stderr.write(f"No edition is made of a text with mistakes: {error}\n")
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"git: {error.stderr.strip()}\n")
    except expected as error:
        sys.stderr.write(f"{error}\n")
    else:
        sys.stdout.write(f"{said}\n")
        return 0
    return 1
