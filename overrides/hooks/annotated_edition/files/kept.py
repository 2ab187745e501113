"""Keep what is costly to make and depends on nothing but known content, from build to build, in one file.

A result holds as long as its content, the language of the interface, the code that makes it and the installed packages
are the same; what forty builds have not asked for is dropped, and sooner where the file grows too large. SQLite lets
two builds read and write at once, and forgets what a build broke off.
"""

import pickle
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar
from weakref import finalize

from annotated_edition.files.code import digest_of

Made = TypeVar("Made")
FILE = Path(".cache", "kept.db")  # below the folder of the project
BUILDS = 40  # for which a result stays that none of them asks for
NOTED = 8  # builds after which it is noted again that a result is asked for, since that takes its time
MOST = 200_000_000  # bytes in the file, above which results go sooner, but for those that the last builds asked for
AT_ONCE = 500  # results that are looked up by one question, of which SQLite takes no more than 999 values
PATIENCE = 10.0  # seconds for which a build waits for another one that writes
SIZE = (
    "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
)
TABLE = "CREATE TABLE IF NOT EXISTS kept (digest TEXT PRIMARY KEY, build INTEGER, made BLOB)"


class Kept:
    """The results that a project keeps, which whoever asks for them must not change.

    A maker is a module or a package of ours by its name (files/code.py).
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.known: dict[str, Any] = {}
        self.asked: set[str] = set()
        self.builds: dict[str, int] = {}  # by which results were last noted, those on disk
        self.lock = Lock()  # since several threads make results

    def get(self, maker: str, content: Any, make: Callable[[], Made]) -> Made:
        """What `make` makes of `content`, terms of JSON; made only if nothing is kept for the same content."""
        return self.get_all(maker, {"": content}, lambda _: [make()])[""]

    def get_all(
        self, maker: str, contents: Mapping[str, Any], make: Callable[[Sequence[str]], Iterable[Made]]
    ) -> dict[str, Made]:
        """The same of many by their names, of which `make` is given those that are to be made, all at once."""
        digests = {name: digest_of(maker, content) for name, content in contents.items()}
        known = self._look_up(digests.values())
        missing = [name for name, digest in digests.items() if digest not in known]
        if missing:
            for name, made in zip(missing, make(missing), strict=True):
                known[digests[name]] = self._add(digests[name], made)
        return {name: known[digest] for name, digest in digests.items()}

    def find(self, maker: str, content: Any) -> Any:
        """What is kept for a content, or None."""
        digest = digest_of(maker, content)
        return self._look_up([digest]).get(digest)

    def put(self, maker: str, content: Any, made: object) -> None:
        """Keep what was made of a content."""
        self._add(digest_of(maker, content), made)

    def save(self, *, is_whole: bool = True) -> None:
        """Write what is new; at the end of a whole build also note what was asked for, and drop what is old.

        Where that is not possible, since another build writes or no file can be written, the next build makes it again.
        """
        with self.lock:
            with suppress(sqlite3.Error, OSError):
                self._write(is_whole=is_whole)
            self.known = {digest: self.known[digest] for digest in self.known.keys() & self.asked}
            self.asked.clear()

    def _write(self, *, is_whole: bool) -> None:
        with self._file as file:
            build = file.execute("PRAGMA user_version").fetchone()[0] + is_whole
            added = [digest for digest in self.known if digest not in self.builds]
            made = ((digest, build, pickle.dumps(self.known[digest])) for digest in added)
            file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", made)
            noted = [digest for digest in self.asked if self.builds.get(digest, build) <= build - NOTED]
            file.executemany("UPDATE kept SET build = ? WHERE digest = ?", ((build, digest) for digest in noted))
            for builds in (BUILDS, BUILDS // 2, NOTED + 1):
                file.execute("DELETE FROM kept WHERE build <= ?", (build - builds,))
                if file.execute(SIZE).fetchone()[0] <= MOST:
                    break
            file.execute(f"PRAGMA user_version = {build}")
            file.execute("PRAGMA incremental_vacuum").fetchall()  # each row that is asked for frees a page
        self.builds |= dict.fromkeys([*added, *noted], build)

    @cached_property
    def _file(self) -> sqlite3.Connection:
        """The file; begun anew where it is none of SQLite's. Raises sqlite3.Error and OSError."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(2):
            file = sqlite3.connect(self.file, timeout=PATIENCE, check_same_thread=False)
            try:
                file.execute("PRAGMA auto_vacuum = INCREMENTAL")
                file.execute("PRAGMA synchronous = OFF")  # a result that the system loses is made again
                file.execute(TABLE)
            except sqlite3.DatabaseError as error:
                file.close()
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self.file.unlink()
            else:
                finalize(self, file.close)
                return file
        raise sqlite3.DatabaseError(self.file)

    def _look_up(self, digests: Collection[str]) -> dict[str, Any]:
        """What is known of these, for which what has not been taken yet is taken from the file."""
        with self.lock:
            self._take(digests)
            return {digest: self.known[digest] for digest in digests if digest in self.known}

    def _take(self, digests: Collection[str]) -> None:
        self.asked.update(digests)
        with suppress(sqlite3.Error, OSError):
            unknown = [digest for digest in digests if digest not in self.known]
            for start in range(0, len(unknown), AT_ONCE):
                some = unknown[start : start + AT_ONCE]
                asked = f"SELECT digest, build, made FROM kept WHERE digest IN ({','.join('?' * len(some))})"
                for digest, build, made in self._file.execute(asked, some):
                    # Whoever can write into the folder of a project can run code in it anyway.
                    self.builds[digest], self.known[digest] = build, pickle.loads(made)

    def _add(self, digest: str, made: Any) -> Any:
        with self.lock:
            self.known[digest] = made
            self.builds.pop(digest, None)
        return made


@lru_cache(2)
def kept_by(root: Path) -> Kept:
    """What the project in a folder keeps; the same for all builds of a process, which then finds it in memory."""
    return Kept(root / FILE)
