"""What an editor may write in HTML and the policy would keep from readers."""

import pytest
from annotated_edition.security.refused import refused


@pytest.mark.parametrize(
    ("html", "things"),
    [
        ('<p>A <td style="text-align: left">', ["style of <td>"]),
        ("<p class=a onclick = 'x()'>", ["onclick of <p>"]),
        ('<img alt="" src="//example.org/a.png">', ["<img> of //example.org/a.png"]),
        ("<img srcset=https://example.org/a.png>", ["<img> of https://example.org/a.png"]),
        ('<a href="JavaScript:x()">', ["javascript of <a>"]),
        ('<Video src="a.mp4"></Video><embed>', ["<Video>", "<embed>"]),
        ('<p title="on = of">style="a" onclick="b" src="https://c.d" <code>&lt;p style="x"&gt;</code>', []),
        ('<img src="a.png"><a href="https://example.org/">https://example.org</a>', []),
    ],
)
def test_what_is_refused_is_named_and_nothing_else(html: str, things: list[str]) -> None:
    assert [problem.subject for problem in refused("a.md", html)] == things
