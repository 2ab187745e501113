"""Changes to the theme's HTML, CSS and script, none of which can fail in silence.

The theme has no option for what is changed so, and a copy of its templates would miss what later releases mend. Where a
release has other text, the build ends and says which.
"""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from importlib.metadata import version

PACKAGE = "mkdocs-material"
WRITTEN_FOR = "9.8.1"


class PatchError(Exception):
    """The theme is not as a change of ours expects it; the message says where, and what to do."""


def patched(text: str, old: str, new: str, *, file: str, count: int = 1) -> str:
    """The text of a file of the theme, or HTML made from it, with `new` wherever `old` stands.

    `file` is its path below the theme's templates, for the message. Raises PatchError unless `old` is found exactly
    `count` times, which may be none.
    """
    expect(text, old, file=file, count=count)
    return text.replace(old, new)


def expect(text: str, wanted: str, *, file: str, count: int | None = None) -> None:
    """Raise PatchError unless `wanted` is found exactly `count` times, or at all if no count is given."""
    found = text.count(wanted)
    if (count is None and not found) or (count is not None and found != count):
        often = "at least once" if count is None else count
        raise _error(f"{file}: “{wanted}” is found {found} times instead of {often}")


def only(paths: Iterable[str], pattern: str) -> str:
    """The path of the one file of the theme that fits a pattern of fnmatch. Raises PatchError if there is not one."""
    found = [path for path in paths if fnmatchcase(path, pattern)]
    if len(found) != 1:
        raise _error(f"{pattern}: {len(found)} files fit instead of 1")
    return found[0]


def _error(wrong: str) -> PatchError:
    return PatchError(
        f"the theme’s {wrong}; overrides/ was written for {PACKAGE} {WRITTEN_FOR}, and {version(PACKAGE)} is "
        f"installed: see what stands there now and change what overrides/ asks for, or install {WRITTEN_FOR}"
    )
