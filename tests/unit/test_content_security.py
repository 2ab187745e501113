"""The policy of a page: closed to all but what the site sends and what stands in the page by its hash."""

import pytest
from annotated_edition.security.content_security import WHILE_EDITING, from_disk, policy, with_policy

# The example of https://www.w3.org/TR/CSP2/#script-src-hash-usage.
CODE = "alert('Hello, world.');"
HASH = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
META = '<meta http-equiv="Content-Security-Policy" content="{}">'


def directives(content: str) -> dict[str, list[str]]:
    """The sources of each directive."""
    return {name: sources for name, *sources in map(str.split, content.split(";"))}


def test_everything_is_closed_but_what_the_site_itself_sends() -> None:
    made = directives(policy())
    assert made["default-src"] == made["base-uri"] == made["form-action"] == ["'none'"]
    assert {source for sources in made.values() for source in sources} == {"'none'", "'self'", "data:"}
    assert [name for name, sources in made.items() if "data:" in sources] == ["img-src"]


@pytest.mark.parametrize("kind", ["script", "style"])
def test_inline_code_is_known_by_its_hash(kind: str) -> None:
    made = directives(policy(pages=[f"<{kind}>{CODE}</{kind}><{kind}>{CODE}</{kind}>", "<p>"]))
    assert made.pop(f"{kind}-src") == ["'self'", HASH]
    assert "sha256" not in str(made)


@pytest.mark.parametrize(
    "html",
    [
        f'<script src="a.js">{CODE}</script>',
        f'<script type="application/ld+json">{CODE}</script>',
        f'<script id="__config" type="application/json">{CODE}</script>',
    ],
)
def test_a_file_and_data_need_no_hash(html: str) -> None:
    assert policy(pages=[html]) == policy()


def test_the_policy_takes_the_place_of_the_templates() -> None:
    html = f"<head>{META}</head><pre>{META.format('x')}</pre>"
    assert with_policy(html.format(policy()), "a 'b'") == html.format("a 'b'")


def test_from_disk_a_page_loads_other_files_and_keeps_its_inline_code() -> None:
    html = f"{META.format(policy())}<script>{CODE}</script>"
    written = from_disk(html).removesuffix(f"<script>{CODE}</script>")
    made = directives(written.partition('content="')[2].removesuffix('">'))
    assert made["script-src"] == ["'self'", "file:", HASH]
    assert made["frame-src"] == ["file:"]
    assert made["default-src"] == ["'none'"]


def test_only_while_it_is_edited_does_a_page_run_what_has_no_hash() -> None:
    assert "unsafe" not in policy()
    assert directives(policy(WHILE_EDITING, [f"<script>{CODE}</script>"]))["script-src"] == [
        "'self'",
        "'unsafe-inline'",
    ]
