"""The joints between MkDocs and what is written for machines: a feed, llms.txt, robots.txt, a plain copy of each page.

The first three are templates of the theme (static_templates in mkdocs.yml), as is MkDocs' own sitemap.xml.
"""

from typing import Any

from files.writing import write
from forms.feed import FeedEntry, feed_entries, urn
from forms.plain_copy import plain_copy
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from register.standing import CHANGES

EDITION, REGISTER = "model", "register"  # under config.extra, left by build.py and lasting.py
TEMPLATE = "machines_template"  # likewise, the template of a copy
ENDING = ".md"  # after the whole name of a page's file, by the rule of llmstxt.org


@event_priority(-60)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Date every page by its edition, which each of them names, and give the templates what they list."""
    facts = config.extra["edition"]
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = facts["date"].isoformat()
    env.globals["feed"] = _feed(config, files)
    env.globals["feed_id"] = urn(facts["key"])
    env.globals["copy_ending"] = ENDING
    env.globals["in_order"] = [files.get_file_from_path(name) for name in config.extra[EDITION].pages]
    config.extra[TEMPLATE] = env.get_template("copy.md")


@event_priority(-60)
def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> None:
    """Write the copy of a page beside it, with absolute links where the site has a public address."""
    text = plain_copy(output, page.canonical_url or "")
    text = config.extra[TEMPLATE].render(config=config, page=page, text=text)
    write(config.site_dir, [(page.file.dest_uri + ENDING, text)])


def _feed(config: MkDocsConfig, files: Files) -> list[FeedEntry]:
    facts, register = config.extra["edition"], config.extra[REGISTER]
    days = {str(facts["version"]): facts["date"].isoformat(), **register.editions}
    file = files.get_file_from_path(CHANGES)
    if not file or not file.page:
        return []
    return feed_entries(file.page.content or "", days, facts["key"], file.page.canonical_url or "")
