"""Read a file of the edition's text as far as it can be read, since a mistake must not end the build."""

from collections.abc import Callable

from annotated_edition.text.problems import Problem


def decoded(page: str, read: Callable[[], bytes]) -> tuple[str, list[Problem]]:
    """What a file says, and what is wrong with it; of one that is not UTF-8 what can be read."""
    try:
        content = read()
    except OSError as error:
        wrong, remedy = f"cannot be read ({error.strerror})", "put it back, or give yourself the right to read it"
        return "", [Problem(page, 0, "file", wrong, remedy)]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = Problem(page, line, f"line {line}", "is not UTF-8", "save the file as UTF-8")
        return content.decode("utf-8", errors="replace"), [problem]
