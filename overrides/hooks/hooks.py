"""What is done at each event of a build, step by step: https://www.mkdocs.org/dev-guide/plugins/#events.

MkDocs calls hooks after plugins, so that what mkdocs-bibtex and the theme's search do is done already; where that is
too late or too early, an event has a priority, with its reason.
"""

import atexit
import gc
from typing import Any
from urllib.parse import urlsplit

from annotated_edition.build import (
    anchors,
    assets,
    copies,
    figures,
    formats,
    pages,
    publishing,
    reading,
    search,
    sending,
    serving,
    templates,
)
from annotated_edition.build.bibliography import use_registry
from annotated_edition.build.state import build_of, tell_progress, warn, will_end
from annotated_edition.files.kept import Kept
from annotated_edition.structure.mistakes import lost_labels
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

# After how many new objects Python looks for cycles among them, and how rarely among older ones (gc.set_threshold): a
# build makes millions of objects and few cycles, and looking for them as often as usual takes a fifth of its time.
RARELY = (100_000, 50, 1000)


class Session:
    """What MkDocs tells once, before any build."""

    is_serving = False
    kept: Kept | None = None  # by the project, once that is known


session = Session()


def on_startup(command: str, dirty: bool) -> None:
    session.is_serving = command == "serve"
    gc.set_threshold(*RARELY)
    atexit.register(gc.freeze)  # else Python, before it ends, goes through all objects for cycles


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> None:
    server.set_app(serving.served.beside(server.get_app(), urlsplit(config.site_url or "/").path))


@event_priority(100)  # before mkdocs-bibtex makes its registry
def _before_plugins(config: MkDocsConfig) -> None:
    serving.served.end()
    use_registry(config)


def _after_plugins(config: MkDocsConfig) -> None:
    build = reading.begin(config, is_serving=session.is_serving)
    session.kept = build.kept
    assets.join_addresses(build, config)
    search.take_index(build, config)  # which the plugin has just made


on_config = CombinedEvent(_before_plugins, _after_plugins)


def on_pre_build(config: MkDocsConfig) -> None:
    serving.hide(config)


def on_files(files: Files, config: MkDocsConfig) -> None:
    build = build_of(config)
    reading.read_site(build, files, config)
    publishing.cite(build, config)
    assets.shorten_files(build, files, config)
    assets.bundle_scripts(build, files, config)
    reading.take_formatted(build)
    figures.begin_to_draw(build)  # not before, since all wait for what is formatted
    reading.add_extensions(build, config)
    publishing.add_extensions(build, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    build = build_of(config)
    build.nav, build.files, build.rendered, build.made_anew = nav, files, {}, []


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    warn(templates.missing_template(page, config))
    return pages.markdown(build_of(config), page, markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    reading.take_content(build_of(config), page)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    build = build_of(config)
    anchors.name_dead_anchors(build, files)
    templates.configure(build, env)
    assets.let_templates_change_the_theme(env)
    sending.give_policy(build, env)
    figures.put(build, env, config, files)
    publishing.publish(build, env, config, files)
    copies.list_pages(build, env, files)
    formats.offer(build)
    figures.share(build, config)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    context.update(pages.context(build_of(config), page))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    build = build_of(config)
    warn(lost_labels(build.edition.pages[page.file.src_uri], output))
    copies.copy_page(build, output, page, config)
    build.rendered[page.file.src_uri] = output


def on_post_build(config: MkDocsConfig) -> None:
    build = build_of(config)
    if not build.is_serving and not will_end(config):
        sending.write_pages(build, config)  # which makes them smaller to send: editors would only wait for it
    publishing.publish_beside(build, config)
    tell_progress(build)


@event_priority(-100)  # after all others, since it may raise another error in the place of this one
def on_build_error(error: Exception, **rest: Any) -> None:
    """Say in one sentence what the system refused, such as room on the disk; nothing of the site is lost by it."""
    if session.kept:
        session.kept.save(is_whole=False)
    if isinstance(error, OSError):
        file = f"{error.filename2 or error.filename}: " if error.filename else ""
        remedy = "see to it and build again; the last good site is as it was"
        raise Abort(f"edition: {file}the system refused ({error.strerror or error}); {remedy}") from error
