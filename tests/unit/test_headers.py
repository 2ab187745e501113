"""The headers for hosts, in the form that Netlify and Cloudflare Pages read."""

import re

from annotated_edition.citations.signposts import signposts
from annotated_edition.security.headers import FRAMED, headers
from fixtures.citable import ADDRESS, item, small_work


def rules(text: str) -> dict[str, dict[str, str]]:
    """What is sent, by the address for which it is sent."""
    blocks = [block.splitlines() for block in re.split(r"\n(?=/)", text) if "\n  ! " not in block]
    sent = {path: [line.strip().split(": ", 1) for line in lines] for path, *lines in blocks}
    assert all(len({name for name, _ in lines}) == len(lines) for lines in sent.values())
    return {path: dict(lines) for path, lines in sent.items()}


def test_what_no_page_can_say_itself_is_sent_with_everything() -> None:
    assert rules(headers(small_work()))["/*"] == {
        "Content-Security-Policy": "frame-ancestors 'none'",
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Access-Control-Allow-Origin": "*",
    }


def test_every_page_is_sent_with_its_signposts() -> None:
    sent = rules(headers(small_work()))
    assert sent.keys() == {"/*", "/", "/second/", *FRAMED}
    assert sent["/second/"] == {
        "Link": f'<{ADDRESS}second/>; rel="cite-as", '
        f'<{ADDRESS}second/linkset.json>; rel="linkset"; type="application/linkset+json"'
    }
    assert {link.rel for link in signposts(item("second"))} > {"cite-as", "linkset"}


def test_the_pages_of_an_edition_have_their_rules_below_its_version_and_without_a_public_address_none() -> None:
    """The file is copied to the address of the work, since no host reads it in a folder."""
    assert rules(headers(small_work(address=f"{ADDRESS}1.0/"))).keys() == {"/*", "/1.0/", "/1.0/second/", *FRAMED}
    assert rules(headers(small_work(address=""))).keys() == {"/*", *FRAMED}


def test_the_figures_that_are_made_for_it_may_be_framed_and_nothing_else() -> None:
    """Of Cloudflare, what holds everywhere is taken away before; Netlify sends what the closest rule says."""
    text = headers(small_work())
    for path in ("/f/*", "/:edition/f/*"):
        assert (
            f"\n{path}\n  ! Content-Security-Policy\n  ! Cross-Origin-Resource-Policy\n"
            f"{path}\n  Content-Security-Policy: frame-ancestors *\n  Cross-Origin-Resource-Policy: cross-origin\n"
        ) in text
    assert text.count("frame-ancestors *") == len(FRAMED)
