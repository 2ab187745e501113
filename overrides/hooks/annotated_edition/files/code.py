"""What results depend on besides their content: the code that makes them, the packages it uses, and the language."""

import json
import marshal
import re
import sys
import sysconfig
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from annotated_edition.interface import current

FOLDER = Path(__file__).parents[1]
ALL = FOLDER.name  # the name of all of our code, of which templates may call any
IMPORT = re.compile(rf"^from ({ALL}[\w.]*) import", re.MULTILINE)


@cache
def packages() -> str:
    """Python and all that is installed beside it, with their versions, as the names of folders tell them."""
    installed = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return sha256(json.dumps([sys.version, *installed]).encode()).hexdigest()


@cache
def code_of(maker: str) -> str:
    """What stands for the code of a module, or of all modules of a package, and of all of ours that it imports."""
    return sha256(json.dumps([_code(name)[0] for name in sorted(imported(maker))]).encode()).hexdigest()


def imported(maker: str) -> set[str]:
    """The names of the module or package, and of what it imports, the one by way of the other."""
    found: set[str] = set()
    missing = [maker]
    while missing:
        name = missing.pop()
        if name not in found:
            found.add(name)
            missing += _code(name)[1]
    return found


@cache
def _code(name: str) -> tuple[str, list[str]]:
    """What stands for the text of a module or of all those of a package, and what it imports of ours."""
    path = FOLDER.parent.joinpath(*name.split("."))
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    return sha256(json.dumps(texts).encode()).hexdigest(), IMPORT.findall("".join(texts))


def digest_of(maker: str, content: Any) -> str:
    """What stands for what a module, or a package, of ours makes of a content, in terms of JSON, in this language."""
    digest = _digest_of_code(maker, code_of(maker), packages(), current().digest).copy()
    digest.update(_serialized(content))
    return str(digest.hexdigest()[:32])


@cache
def _digest_of_code(*terms: str) -> Any:
    return sha256(json.dumps(terms).encode())


def _serialized(content: Any) -> bytes:
    """In JSON, which takes five times as long, only where there is a text of another class, which marshal refuses."""
    try:
        return marshal.dumps(content, 0)  # the version that says the same of what is equal
    except ValueError:
        return json.dumps(content).encode()
