"""What results depend on besides their content: the code that makes them, and the packages that it uses."""

import json
import re
import sys
import sysconfig
from functools import cache
from hashlib import sha256
from pathlib import Path

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
    texts = imported(maker)
    return sha256("".join(texts[name] for name in sorted(texts)).encode()).hexdigest()


def imported(maker: str) -> dict[str, str]:
    """The text of the module or package, and of what it imports, the one by way of the other, by their names."""
    found: dict[str, str] = {}
    missing = [maker]
    while missing:
        name = missing.pop()
        found[name] = text = _text(name)
        missing += [other for other in IMPORT.findall(text) if other not in found]
    return found


def _text(name: str) -> str:
    path = FOLDER.parent.joinpath(*name.split("."))
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    return "".join(file.read_text(encoding="utf-8") for file in files)
