"""The pages that stand alone share one head, and have no other."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from pathways.webpage import ICON, among, skip_link, webpage

BODIES = (
    ("pathways.formats", "ladder.html"),
    ("pathways.routes", "comparison.html"),
)


@pytest.mark.parametrize(("package", "name"), BODIES)
def test_a_template_has_no_head_of_its_own(package: str, name: str) -> None:
    body = (files(package) / name).read_text(encoding="utf-8")

    assert "<main>" in body
    assert not any(tag in body.casefold() for tag in ("<!doctype", "<head", "<meta", "<style", "font:"))


def test_a_title_is_text_and_what_all_share_comes_first() -> None:
    page = webpage("<Title>", ".own { color: red }", "<p>Body</p>")

    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>&lt;Title&gt;</title>" in page
    assert page.count("<style>") == page.count('<header class="top">') == 1
    assert page.index("--ink") < page.index(".own") < page.index("<p>Body</p>")


def test_the_mark_is_that_of_the_pages_that_are_served() -> None:
    served = (files("api") / "pages" / "static" / "icon.svg").read_text(encoding="utf-8")

    assert re.findall(r' d="([^"]+)"', ICON) == re.findall(r' d="([^"]+)"', served)


def test_a_page_alone_leads_to_no_other_and_among_others_to_the_first() -> None:
    alone = webpage("Title", "", "<p>Body</p>")
    led = among(alone, "index.html", "page/typeface.ttf")

    assert "index.html" not in alone
    assert "url(" not in alone
    assert led.count('href="index.html"') == led.count("@font-face") == 1


def test_the_link_that_skips_has_the_focus_first_alone_and_among_others() -> None:
    alone = webpage("Title", "", '<main><p id="words"><a href="#words">One</a></p></main>', skip_link("words", "Skip"))

    for page in (alone, among(alone, "index.html", "page/typeface.ttf")):
        body = page[page.index("<body>") :]
        assert body.index('<a class="skip" href="#words">Skip</a>') == body.index("<a ")
        assert body.index('class="skip"') < body.index("<header")
