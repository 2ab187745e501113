"""The joints between MkDocs and the other forms of the edition, made where FORMS is set, as `make forms` does.

They are made last, from the pages as they were rendered, and then the pages that offer them learn their sizes.
"""

import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from citing.catalogue import TITLE_PAGE
from citing.harvest import linkset_file
from citing.items import Item
from edition.edition import Edition
from forms.book import chapters
from forms.disk import pack
from forms.forms import FORMS, ZIP, announce, facts_of, form_links, forms, one_page, size
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file
from policy.content_security import policy, with_policy

log = get_plugin_logger("edition")
TEMPLATES = "templates"  # a folder that MkDocs keeps out of the site
PRINT = "print/"
# Under config.extra, where the events of this build find them.
ASKED, PAGES, SITE = "forms", "rendered", "site"


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Begin to collect, and keep what the template of the one page needs."""
    config.extra[PAGES], config.extra[SITE] = {}, (nav, files)


@event_priority(-100)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Tell the pages which forms there will be, and harvesters on the title page, since they are those of the work."""
    env.globals["forms"] = FORMS if config.extra.get(ASKED) else ()
    config.extra["environment"] = env
    work: Item = config.extra["work"]
    if config.extra.get(ASKED) and work.work.address:
        announce(env.globals["harvest"].heads[TITLE_PAGE], work.work.address)


@event_priority(-100)
def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> None:
    """Collect what was rendered."""
    if config.extra.get(ASKED):
        config.extra[PAGES][page.file.src_uri] = output


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the forms beside the pages."""
    if not config.extra.get(ASKED):
        return
    edition: Edition = config.extra["model"]
    item: Item = config.extra["work"]
    rendered: dict[str, str] = config.extra[PAGES]
    book = chapters((name, page.url, rendered[name]) for name, page in edition.pages.items())
    css = "".join(
        path.read_text(encoding="utf-8") for path in sorted(_overrides(config).glob("assets/stylesheets/*.css"))
    )
    facts = facts_of(item.work, config.site_description or "", config.copyright or "", css)
    files = dict(forms(book, item.work, facts, partial(_render, config), _overrides(config) / TEMPLATES, css))
    files[PRINT] = _print(config, one_page(book, item.work)).encode()
    if item.work.address:
        path, links = linkset_file(item, form_links(item.work.address))
        write_file(links.encode(), str(Path(config.site_dir, path)))
    _publish(config, files)
    _publish(config, {ZIP: _zip(Path(config.site_dir))})


def _publish(config: MkDocsConfig, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        write_file(content, str(Path(config.site_dir, f"{path}index.html" if path.endswith("/") else path)))
        log.info("%s: %s", path, size(len(content)))
    _tell_sizes(config, {path: size(len(content)) for path, content in files.items()})


def _zip(site: Path) -> bytes:
    """The site with its forms; packed outside of it, or it would hold itself."""
    with tempfile.TemporaryDirectory() as folder:
        pack(site, Path(folder, ZIP))
        return Path(folder, ZIP).read_bytes()


def _render(config: MkDocsConfig, template: str, /, **facts: object) -> str:
    rendered: str = config.extra["environment"].get_template(f"{TEMPLATES}/{template}").render(**facts)
    return rendered


def _print(config: MkDocsConfig, text: str) -> str:
    nav, files = config.extra[SITE]
    context = get_context(nav, files, config, base_url="..")
    html = _render(config, "print.html", **context, whole=text)
    return with_policy(html, policy(pages=[html]))


def _tell_sizes(config: MkDocsConfig, sizes: dict[str, str]) -> None:
    """Fill in the sizes, which were not known when the pages were written."""
    for name, rendered in config.extra[PAGES].items():
        file = config.extra[SITE][1].get_file_from_path(name)
        if file and "data-offer=" in rendered:
            written = Path(file.abs_dest_path).read_text(encoding="utf-8")
            for path, told in sizes.items():
                written = written.replace(f'data-offer="{path}">', f'data-offer="{path}">{told}')
            write_file(written.encode(), file.abs_dest_path)


def _overrides(config: MkDocsConfig) -> Path:
    return Path(config.theme.custom_dir or "")
