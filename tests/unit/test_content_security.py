"""The policy of a page, closed to all but what the site sends and what stands in it by its hash; what it refuses."""

import pytest
from annotated_edition.security.content_security import FROM_DISK, WHILE_EDITING, policy, refused, with_policy

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


def test_the_policy_takes_the_place_of_the_templates() -> None:
    html = f"<head>{META}</head><pre>{META.format('x')}</pre>"
    assert with_policy(html.format(policy()), "a 'b'") == html.format("a 'b'")


def test_from_disk_a_page_loads_other_files_and_keeps_its_inline_code() -> None:
    made = directives(policy(FROM_DISK, [f"<script>{CODE}</script>"]))
    assert made["script-src"] == ["'self'", "file:", HASH]
    assert made["frame-src"] == ["file:"]
    assert made["default-src"] == ["'none'"]


def test_only_while_it_is_edited_does_a_page_run_what_has_no_hash() -> None:
    assert "unsafe" not in policy()
    assert directives(policy(WHILE_EDITING, [f"<script>{CODE}</script>"]))["script-src"] == [
        "'self'",
        "'unsafe-inline'",
    ]


@pytest.mark.parametrize(
    ("html", "things"),
    [
        ('<p>A <td style="text-align: left">', ["style of <td>"]),
        ("<p class=a onclick = 'x()'>", ["onclick of <p>"]),
        ('<img alt="" src="//example.org/a.png">', ["<img> of //example.org/a.png"]),
        ("<img srcset=https://example.org/a.png>", ["<img> of https://example.org/a.png"]),
        ('<a href="JavaScript:x()">', ["javascript of <a>"]),
        ('<Video src="a.mp4"></Video><embed>', ["<Video>", "<embed>"]),
        ("<script>x()</script><style>p {}</style>", ["<script>", "<style>"]),
        ('<p title="on = of">style="a" onclick="b" src="https://c.d" <code>&lt;p style="x"&gt;</code>', []),
        ('<img src="a.png"><a href="https://example.org/">https://example.org</a>', []),
    ],
)
def test_what_is_refused_is_named_and_nothing_else(html: str, things: list[str]) -> None:
    assert [problem.subject for problem in refused("a.md", html)] == things
