"""What works beside a build: threads, and programs that take a while to start and are then asked again and again."""

import atexit
import json
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from subprocess import PIPE, Popen
from threading import Lock
from typing import Any, TypeVar

Made = TypeVar("Made")
# Seconds for which a thread keeps the others waiting; with Python's own five thousandths, one that reads and writes a
# dozen files before it starts pandoc waits longer than it works.
TURN = 0.0005
LAST = 19  # of the priorities that a system gives: https://man7.org/linux/man-pages/man2/setpriority.2.html


def in_thread(make: Callable[..., Made], *facts: Any) -> Callable[[], Made]:
    """Begin to make something of facts; what is returned waits for it, gives it, and raises what `make` has raised."""
    sys.setswitchinterval(TURN)
    pool = ThreadPoolExecutor(max_workers=1)
    result = pool.submit(make, *facts).result
    pool.shutdown(wait=False)
    return result


class Worker:
    """A program that answers each line of its input with a line, both in JSON.

    It is started when it is first asked, and ends with this process at the latest. It is in a process group of its own,
    since an interruption, such as Ctrl+C, is for the process that has started it.
    """

    def __init__(self, command: Callable[[], Sequence[str]]) -> None:
        self.command = command
        self.process: Popen[str] | None = None
        self.lock = Lock()  # around a question and its answer
        atexit.register(self.end)

    def ask(self, question: object) -> Any:
        """Its answer. Raises EOFError where it ends without one, OSError where it cannot be started."""
        with self.lock:
            if not self.process:
                self.process = Popen(self.command(), stdin=PIPE, stdout=PIPE, encoding="utf-8", process_group=0)
            assert self.process.stdin
            assert self.process.stdout
            with suppress(BrokenPipeError):
                print(json.dumps(question), file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
            if not answer:
                self._end(self.process)
                raise EOFError
            return json.loads(answer)

    def give_way(self) -> None:
        """Let all others go first, until it is ended."""
        if process := self.process:
            with suppress(OSError):  # it has ended by itself
                os.setpriority(os.PRIO_PROCESS, process.pid, LAST)

    def end(self) -> None:
        """End it, until it is asked again; whoever waits for an answer gets none."""
        if process := self.process:
            process.kill()
            with self.lock:
                self._end(process)

    def _end(self, process: "Popen[str]") -> None:
        with suppress(BrokenPipeError), process:
            process.kill()
        if self.process is process:
            self.process = None
