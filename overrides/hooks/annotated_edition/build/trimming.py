"""What is sent of pages and stylesheets: the theme's purged, and what the first view needs in the pages themselves.

Without this and assets.py the site looks and works the same, and asks for more.
"""

from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from os.path import normpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from annotated_edition.build.assets import FOLDER, LATER, ending_plainly
from annotated_edition.build.state import Build
from annotated_edition.minify.css import CONTENT, OPTIONAL, Asked, Names, asked, purged
from annotated_edition.minify.html import minified_html
from annotated_edition.minify.inline_styles import with_sheets
from annotated_edition.minify.repaint import MAIN, PALETTE, table_classes, with_tables, without_switching
from annotated_edition.theme import only


def trimmed(build: Build, config: MkDocsConfig) -> dict[Path, str]:
    """The pages, as they are now, with the stylesheets in them: of the theme's what they or the scripts can need."""
    site = Path(config.site_dir)
    paths = [*build.pages_read, *site.glob("*.html")]  # all that load the theme's stylesheets
    texts = {path: path.read_text(encoding="utf-8") for path in dict.fromkeys(paths)}
    found = {path: sha256(text.encode()).hexdigest() for path, text in texts.items()}
    sheets = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.glob(f"{FOLDER}stylesheets/*.css")
    }
    sheets |= _purged(build, config, sheets, {found[path]: text for path, text in texts.items()})

    def with_styles(path: Path) -> str:
        linked = texts[path]
        if path in build.pages_read:
            linked = with_sheets(linked, partial(_sheet, site, path.parent, sheets), LATER)
        return minified_html(linked)

    return {
        path: build.kept.get(
            __name__,
            [found[path], path.relative_to(site).as_posix(), path in build.pages_read, sheets],
            partial(with_styles, path),
        )
        for path in texts
    }


def _purged(build: Build, config: MkDocsConfig, sheets: Mapping[str, str], pages: Mapping[str, str]) -> dict[str, str]:
    """The theme's stylesheets, by their paths below the site's address, which are written, without what none needs.

    `sheets` are all, and `pages` are those that load them, by their digests.
    """
    site, maker = Path(config.site_dir), Asked.__module__
    scripts = [path.read_text(encoding="utf-8") for path in sorted(site.glob(f"{FOLDER}javascripts/*.js"))]
    is_plain = not any(feature.startswith(CONTENT) for feature in config.theme["features"])

    def make() -> dict[str, str]:
        contents = {name: name for name in pages}
        read = build.kept.get_all(maker, contents, lambda names: [Asked.read(pages[name]) for name in names]).values()
        used = Names.read(read, scripts, OPTIONAL if is_plain else {})
        main, palette = only(sheets, MAIN), only(sheets, PALETTE)
        changed = {
            main: with_tables(sheets[main], table_classes(pages.values())),
            palette: without_switching(sheets[palette]),
        }
        for name, css in changed.items():
            others = {each for other, text in {**sheets, **changed}.items() if other != name for each in asked(text)}
            changed[name] = purged(css, used, others.union(*(page.properties for page in read)))
        return changed

    with ending_plainly():
        changed: dict[str, str] = build.kept.get(__name__, [list(pages), sheets, scripts, is_plain], make)
    for name, css in changed.items():
        (site / name).write_text(css, encoding="utf-8")
    return changed


def _sheet(site: Path, folder: Path, sheets: Mapping[str, str], address: str) -> tuple[str, str]:
    """The name and the text of the stylesheet that has this address as seen from the folder of a page."""
    name = Path(normpath(folder / address)).relative_to(site).as_posix()
    return name, sheets[name]
