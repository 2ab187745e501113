"""`make new FOLDER=path`: lay out an empty edition of another work, which builds at once, with a copy of the engine.

What stands in it comes from the templates in the folder `.new`; look, machinery and checks are those of our mkdocs.yml.
"""

import datetime
import re
import shutil
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from annotated_edition.commands.running import run
from annotated_edition.settings import FILE

PROJECT = Path(__file__).parents[4]
TEMPLATES = Path(__file__).parent / ".new"  # hidden, since MkDocs publishes what lies in a theme, but nothing hidden
# What an edition needs to be built, read and published.
ENGINE = ("overrides", "Makefile", "requirements.in", "requirements.txt", ".gitignore", ".github/CONTRIBUTING.md")
# The settings that are the same whatever the work: from the look to the checks.
SHARED = re.compile(r"^# --- Look -+\n.*?(?=^# --- Order of reading -)", re.MULTILINE | re.DOTALL)
NAV = re.compile(r"^(?:# --- Order of reading -+\n\n)?nav:\n", re.MULTILINE)


def lay_out(folder: Path, today: datetime.date) -> str:
    """Write an empty edition of this day. Raises ValueError where the folder is not empty, or lies within ours."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ValueError(f"{folder}: is not empty; name a folder that is not there yet")
    if folder.resolve().is_relative_to(PROJECT):
        raise ValueError(f"{folder}: lies within this edition; name a folder beside it, such as ../my-edition")
    copy_engine(folder)
    templates = Environment(loader=FileSystemLoader(TEMPLATES), keep_trailing_newline=True)
    facts = {"day": today.isoformat(), "month": f"{today:%Y-%m}", "year": today.year}
    for name in templates.list_templates():
        path = folder / name
        text = templates.get_template(name).render(facts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(with_shared_settings(text) if path.name == FILE else text, encoding="utf-8")
    return f"An empty edition is laid out in {folder}. To see it: cd {folder} && make serve"


def copy_engine(folder: Path) -> None:
    """Copy what builds an edition, without what a build of ours has left in it."""
    for name in ENGINE:
        source, target = PROJECT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)


def with_shared_settings(own: str) -> str:
    """The settings of an edition, with those of ours that are the same for every edition before its `nav`."""
    (shared,) = SHARED.findall((PROJECT / FILE).read_text(encoding="utf-8"))
    return NAV.sub(lambda nav: f"{shared}{nav[0]}", own, count=1)


def main(arguments: list[str]) -> int:
    """Run the command; its one argument is the folder."""
    if len(arguments) != 1:
        sys.stderr.write("FOLDER: is not given; write make new FOLDER=../my-edition\n")
        return 1
    return run(lambda: lay_out(Path(arguments[0]), datetime.date.today()), OSError)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
