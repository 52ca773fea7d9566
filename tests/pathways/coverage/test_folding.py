"""What is folded on a page opens for whoever is led there, without a script."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from pathways.coverage import CurriculumMap, compare, comparison_format, coverage_format


class Parts(HTMLParser):
    """What stands in a fold of a page and what outside of it.

    Parameters
    ----------
    page
        In markup.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.folded: set[str] = set()
        self.shown: set[str] = set()
        self.targets: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        if tag == "details":
            self.open.append(own.get("class") == "fold")
        if place := own.get("id"):
            (self.folded if any(self.open) else self.shown).add(place)
        if (href := own.get("href") or "").startswith("#"):
            self.targets.add(href[1:])

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self.open.pop()


@pytest.fixture(scope="module")
def pages(mapped: CurriculumMap) -> list[str]:
    """Return the page of a program and that of programs side by side."""
    beside = comparison_format("html").write(compare([mapped], {mapped.program: mapped.college}))
    return [coverage_format("html").write(mapped).decode(), beside.decode()]


def test_the_answer_is_in_sight_and_tables_are_folded(pages: list[str]) -> None:
    program, beside = map(Parts, pages)

    assert {"gaps", "rungs"} <= program.shown
    assert {"table", "unasked", "courses"} <= program.folded
    assert "gaps" in beside.shown
    assert "table" in beside.folded
    assert not program.open


def test_every_link_leads_to_a_place_and_into_a_fold_not_to_its_edge(pages: list[str]) -> None:
    for page in map(Parts, pages):
        assert page.targets <= page.folded | page.shown
        assert "table" in page.targets & page.folded


def test_paper_shows_what_is_folded_and_its_headings(pages: list[str]) -> None:
    for page in pages:
        common, own = page.split("@media print {")[1:3]

        assert "details::details-content { content-visibility: visible; block-size: auto; }" in common
        assert ":is(.how, .fold) > summary { display: block;" in own
