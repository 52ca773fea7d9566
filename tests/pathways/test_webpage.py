"""The pages that stand alone share one head, and have no other."""

from __future__ import annotations

from importlib.resources import files

import pytest

from pathways.webpage import webpage

BODIES = (
    ("pathways.formats", "ladder.html"),
    ("pathways.routes", "comparison.html"),
    ("pathways.coverage.pages", "frame.html"),
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
    assert page.count("<style>") == 1
    assert page.index("--ink") < page.index(".own") < page.index("<p>Body</p>")
