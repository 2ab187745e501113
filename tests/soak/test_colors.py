"""Axe finds no fault in the colors of anything on any page; `make test` tries a few of what looks alike."""

from typing import Literal

import pytest
from fixtures.accessible import OF_COLOR, faults
from fixtures.builder import settings
from fixtures.written import paths
from playwright.sync_api import Page


@pytest.mark.parametrize("path", [*paths(settings()["nav"]), "404.html"])
@pytest.mark.parametrize(("scheme", "name"), [("light", "default"), ("dark", "slate")])
def test_the_colors_of_all_that_a_page_has_pass_axe(
    path: str, scheme: Literal["light", "dark"], name: str, page: Page
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"/{path}")
    assert page.locator("body").get_attribute("data-md-color-scheme") == name
    assert faults(page, rules=OF_COLOR) == []
