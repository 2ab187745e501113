"""Build the site with Zensical: lay the project out as it wants it, let it build, and write what hooks would write."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from annotated_edition.citations.citation_pages import citation_page_files, source_facts, source_files
from annotated_edition.citations.exports import item_files, listed_files, listed_sources, reference_files
from annotated_edition.citations.ledger import ledger_files
from annotated_edition.files.writing import write
from annotated_edition.security.content_security import ANY_INLINE, DIRECTIVES, policy, with_policy
from annotated_edition.security.headers import FILE, headers
from annotated_edition.stylesheet import FILE as FILE_OF_WORDS
from annotated_edition.stylesheet import vocabulary_css
from annotated_edition.vocabulary import Vocabulary
from for_machines import machine_files, machine_globals
from project import KEPT, ROOT, read_project
from templates import Templates, templates
from zensical import build

SETTINGS = "zensical.yml"
CHARSET = '<meta charset="utf-8">'
HEAD_END = "</head>"
PAGE_END = "</body>"
WITH_STYLES = DIRECTIVES | {"style-src": ANY_INLINE}  # its search brings a style of its own
LAID_OUT = ("mkdocs.yml", SETTINGS)  # both stand together nowhere else
CITATION = "CITATION.cff"


def lay_out(folder: Path, vocabulary: Vocabulary) -> None:
    """Copy what Zensical reads: it takes docs/ only from below its settings, and publishes every file of a theme.

    To the stylesheet of words the rules for those of the edition are added.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "next" / "theme", folder / "theme")
    shutil.copytree(ROOT / "overrides" / "assets", folder / "theme" / "assets", dirs_exist_ok=True)
    for settings in (ROOT / "mkdocs.yml", ROOT / "next" / SETTINGS):
        shutil.copy(settings, folder)
    with (folder / "theme" / FILE_OF_WORDS).open("a", encoding="utf-8") as stylesheet:
        stylesheet.write(vocabulary_css(vocabulary))


def is_ours(folder: Path) -> bool:
    """Whether a folder can be made anew: it is not there, or was laid out before."""
    return not folder.exists() or all((folder / name).is_file() for name in LAID_OUT)


def finish(site: Path, made: Templates) -> None:
    """Add to head and end of each page what can be said when all are rendered, and write the files beside them."""
    harvest = made.harvest()
    made.environment.globals |= {"harvest": harvest, **machine_globals(made)}
    closing = made.environment.get_template("partials/policy.html").render()
    for rendered in made.rendered.values():
        file = site / rendered.page.url / "index.html"
        head, head_end, body = file.read_text(encoding="utf-8").partition(HEAD_END)
        body, page_end, rest = body.rpartition(PAGE_END)
        head = head.replace(CHARSET, CHARSET + closing, 1) + made.part("head", rendered)
        html = f"{head}{head_end}{body}{made.part('end', rendered)}{page_end}{rest}"
        file.write_text(with_policy(html, policy(WITH_STYLES, [html])), encoding="utf-8")
    write(str(site), dict([*_files(made), *harvest.files(), *machine_files(made)]))
    write(str(site), dict(made.sharing().files(made.alone)))
    KEPT.save()


def _files(made: Templates) -> Iterator[tuple[str, str]]:
    """What annotated_edition/build/publishing.py writes under MkDocs."""
    edition, work = made.project.edition, made.project.work
    yield from item_files(work)
    yield from ledger_files(edition, work)
    for item in work.passages:
        yield from citation_page_files(item, made.alone)
    works = made.citations.works
    yield from reference_files(edition.registry, works)
    for key, facts in source_facts(edition, made.citations, made.harvest().coins).items():
        yield from source_files(key, facts, made.alone)
    yield from listed_files(listed_sources(edition, work), edition.registry.text, works)
    yield FILE, headers(work)
    yield CITATION, (ROOT / CITATION).read_text(encoding="utf-8")


def main(folder: Path) -> int:
    """Build into the folder `site` of a folder. Mistakes are named and end it, as do links that lead nowhere."""
    if problems := read_project().problems:
        sys.stderr.writelines(f"{problem}\n" for problem in problems)
        return 1
    if not is_ours(folder):
        sys.stderr.write(f"{folder}: is there and holds something else; name another folder\n")
        return 1
    lay_out(folder, read_project().edition.vocabulary)
    try:
        build(str(folder / SETTINGS), {"clean": True, "strict": True})
    except RuntimeError as error:  # after it has shown each link that leads nowhere
        sys.stderr.write(f"{error}\n")
        return 1
    finish(folder / "site", templates())
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute()))
