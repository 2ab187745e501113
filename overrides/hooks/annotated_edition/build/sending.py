"""What is sent: pages, purged stylesheets of the theme, the Content-Security-Policy and the headers of hosts.

Without what is changed here and in assets.py the site looks and works the same, and asks for more. Every template
writes a policy without inline code into its head; here the pages of the theme, which have such code, get theirs.
"""

from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from os.path import normpath
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from annotated_edition.build.assets import FOLDER, LATER, ending_plainly
from annotated_edition.build.state import Build
from annotated_edition.minify.css import CONTENT, OPTIONAL, Asked, Names, asked, purged
from annotated_edition.minify.pages import minified_html, with_sheets
from annotated_edition.minify.repaint import MAIN, PALETTE, table_classes, with_tables, without_switching
from annotated_edition.security.content_security import WHILE_EDITING, policy, with_policy
from annotated_edition.security.headers import FILE, headers
from annotated_edition.theme import only

INSTANT = "navigation.instant"  # a feature of the theme


def give_policy(build: Build, env: Any) -> None:
    """Give every template the policy, which while editing gives leave to run any inline code."""
    env.globals["policy"] = policy(WHILE_EDITING) if build.is_serving else policy()
    build.beside[FILE] = headers(build.work)


def write_pages(build: Build, config: MkDocsConfig) -> None:
    """Write the pages as they are sent, each with leave to run its own inline code.

    With instant navigation all of them have leave for that of any, since the first policy remains.
    """
    pages = _trimmed(build, config)
    shared = policy(pages=pages.values()) if INSTANT in config.theme["features"] else ""
    for path, html in pages.items():
        text = build.kept.get(policy.__module__, [html, shared], partial(_with_its_own, html, shared))
        path.write_text(text, encoding="utf-8", newline="\n")


def _trimmed(build: Build, config: MkDocsConfig) -> dict[Path, str]:
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


def _with_its_own(html: str, shared: str) -> str:
    return with_policy(html, shared or policy(pages=[html]))
