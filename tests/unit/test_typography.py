"""Quotation marks, apostrophes and labels, as they are set."""

import pytest
from annotated_edition.text.typography import TypographyExtension, curly
from markdown import markdown


def render(text: str) -> str:
    return markdown(text, extensions=[TypographyExtension()])


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('He said "no".', "He said “no”."),
        ("Russia's army", "Russia’s army"),
        ("the allies' troops", "the allies’ troops"),
        ("since the '90s", "since the ’90s"),
        ("\"the 'no limits' friendship\"", "“the ‘no limits’ friendship”"),
        ('("two")', "(“two”)"),
        ('a dash—"then"', "a dash—“then”"),
        ("“already” ’set’", "“already” ’set’"),
    ],
)
def test_straight_marks_become_typographic(typed: str, set_: str) -> None:
    assert curly(typed) == set_


def test_a_mark_is_set_by_what_stands_before_it_in_another_element_of_its_paragraph() -> None:
    assert render("The *Times*'s word") == "<p>The <em>Times</em>’s word</p>"
    assert render('"*Word*" and "[link](x)"') == '<p>“<em>Word</em>” and “<a href="x">link</a>”</p>'
    assert render('One\n\n"Two"') == "<p>One</p>\n<p>“Two”</p>"


def test_code_and_addresses_stay_as_they_are() -> None:
    html = render("""`"a"` and [it's](it's.html)""")
    assert '<code>"a"</code>' in html
    assert """href="it's.html\"""" in html


@pytest.mark.parametrize("name", ["claim 8", "Annotation 8a", "figure 2"])
def test_a_label_that_is_a_link_keeps_to_its_line(name: str) -> None:
    assert name.replace(" ", "\u00a0") in render(f"[{name}](#x)")
    assert name in render(f"[see {name}](#x)")
