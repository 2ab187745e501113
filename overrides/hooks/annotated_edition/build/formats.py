"""The other formats of the edition, made where FORMATS is set, as `make formats` does.

They are made last, from the pages as they were rendered, and then the pages that offer them learn their sizes.
"""

from functools import partial
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file

from annotated_edition.build.offered import render
from annotated_edition.build.state import Build, log
from annotated_edition.formats.book import chapters, with_entries
from annotated_edition.formats.book_links import join, split
from annotated_edition.formats.epub import epub
from annotated_edition.formats.formats import FORMATS, ZIP, announce, facts_of, one_page, size
from annotated_edition.formats.offline import pack
from annotated_edition.formats.pdf import pdf
from annotated_edition.formats.pictures import variables_of
from annotated_edition.security.content_security import policy, with_policy

TEMPLATES = "templates"  # a folder that MkDocs keeps out of the site
PRINT = "print/"


def offer(build: Build) -> None:
    """Tell the pages which formats there will be, and harvesters on the front page, as these are of the whole work."""
    build.environment.globals["formats"] = FORMATS if build.with_formats else ()
    if build.with_formats and build.work.work.address:
        announce(build.harvest, build.settings.pages["front"])


def write_formats(build: Build, config: MkDocsConfig) -> None:
    """Write the formats beside the pages."""
    if not build.with_formats:
        return
    work, overrides = build.work.work, Path(config.theme.custom_dir or "")
    book = chapters((name, page.url, _with_entries(build, config, name)) for name, page in build.edition.pages.items())
    css = variables_of(overrides)
    facts = facts_of(work, config.site_description or "", config.copyright or "", css)
    site, render = Path(config.site_dir), partial(_render, build)
    files = {
        "edition.pdf": pdf(join(book, work.address), facts, overrides / TEMPLATES, css, site),
        "edition.epub": epub(split(book, work.address), facts, render, work.date, css, site),
        PRINT: _print(build, config, one_page(join(book, work.address))).encode(),
    }
    _publish(build, config, files)
    _publish(build, config, {ZIP: pack(Path(config.site_dir), Path(ZIP).stem)})


def _with_entries(build: Build, config: MkDocsConfig, name: str) -> str:
    """A page as it was rendered; that of references with the full entries, where it has less of them."""
    rendered, page = build.rendered[name], build.edition.pages[name]
    if build.edition.listed == "full" or not build.edition.is_page(name, "references"):
        return rendered
    return with_entries(rendered, render(build, config, "partials/reference-list.html", page.url.count("/")))


def _publish(build: Build, config: MkDocsConfig, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        write_file(content, str(Path(config.site_dir, f"{path}index.html" if path.endswith("/") else path)))
        log.info("%s: %s", path, size(len(content)))
    _tell_sizes(build, {path: size(len(content)) for path, content in files.items()})


def _render(build: Build, template: str, /, **facts: object) -> str:
    rendered: str = build.environment.get_template(f"{TEMPLATES}/{template}").render(**facts)
    return rendered


def _print(build: Build, config: MkDocsConfig, text: str) -> str:
    context = get_context(build.nav, build.files, config, base_url="..")
    html = _render(build, "print.html", **context, whole=text)
    return with_policy(html, policy(pages=[html]))


def _tell_sizes(build: Build, sizes: dict[str, str]) -> None:
    """Fill in the sizes, which were not known when the pages were written."""
    for name, rendered in build.rendered.items():
        file = build.files.get_file_from_path(name)
        if file and "data-offer=" in rendered:
            written = Path(file.abs_dest_path).read_text(encoding="utf-8")
            for path, told in sizes.items():
                written = written.replace(f'data-offer="{path}">', f'data-offer="{path}">{told}')
            write_file(written.encode(), file.abs_dest_path)
