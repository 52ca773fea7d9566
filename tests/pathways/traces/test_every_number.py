"""Every number on a drawn ladder has a trace, and every trace ends in rows of files: one without fails here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ontology.store import KnowledgeBase
from pathways.diagrams import to_svg
from pathways.firms import firm_ladder, seen_by_firm
from pathways.formats import to_html
from pathways.ladders import wording
from pathways.ladders.building import between, onward, sector
from pathways.ladders.reading import climbed
from pathways.records.coded import title_and_code
from pathways.records.ladder import Ladder
from pathways.records.mark import RungMark
from pathways.snapshot import Snapshot
from pathways.traces.ground import Ground
from pathways.traces.names import step_name
from pathways.traces.records import Traced
from pathways.traces.traces import trace_ladder
from standards.citations.shelf import Shelf

NUMBER = re.compile(r"\$?\d+(?:,\d{3})*(?:\.\d+)?%?")
WHOLE = ""
"""Owner of what a picture says of all of a ladder."""

SECTOR = "natural-resources-systems-pathway"
"""A sector of O*NET."""

PAID = "health-science-career-cluster"
"""A sector whose pay and jobs the wage statistics publish."""

SHARED = ("whose pay", "source: ")
"""Figures that a picture names beside others: the region and the period of pay, and who says what."""

Judge = Callable[[Traced], list[str]]
Text = tuple[str, str]
"""Whose a text is, and what it says."""


def _drawn(ground: Ground, name: str) -> tuple[Ground, Ladder]:
    if name == "firm":
        seen = seen_by_firm(ground.snapshot, "stillwater-bend-hydro", "power-generation")
        ladder = firm_ladder(ground.snapshot, "stillwater-bend-hydro", "power-generation")
        return Ground(ground.base, seen, ground.shelf), ladder
    snapshot = ground.snapshot
    start, goal = snapshot.find("49-9098.00"), snapshot.find("17-2071.00")
    ladders = {
        "sector": lambda: sector(snapshot, "power-generation"),
        "nation": lambda: sector(snapshot, "power-generation", "National"),
        "between": lambda: between(snapshot, start, goal, "Washington"),
        "onward": lambda: onward(snapshot, start),
    }
    return ground, ladders[name]()


@pytest.fixture(scope="module", params=["sector", "nation", "between", "onward", "firm"])
def drawn(ground: Ground, request: pytest.FixtureRequest) -> tuple[Ladder, Traced]:
    """A ladder with its trace."""
    own, ladder = _drawn(ground, request.param)
    return ladder, trace_ladder(own, ladder)


def svg_texts(ladder: Ladder) -> Iterator[Text]:
    """Yield every text of the picture, also those that are only heard, with whose it is."""
    ladder = climbed(ladder)  # as it is drawn and read
    root = ET.fromstring(to_svg(ladder))
    rungs, steps = (group for group in root if group.get("role") == "list")
    told = climbed(ladder)
    owners = [*(title_and_code(rung) for rung in told.rungs), *(_step(told, at) for at in range(len(told.steps)))]
    items = [*rungs, *steps]
    assert len(items) == len(owners)
    for owner, item in zip(owners, items, strict=True):
        yield from ((owner, text) for text in _said(item))
    for other in root:
        if other not in (rungs, steps) and not other.tag.endswith("style"):
            yield from ((WHOLE, text) for text in _said(other))


def _said(element: ET.Element) -> Iterator[str]:
    for one in element.iter():
        yield from (text for text in (one.text, one.tail, one.get("aria-label")) if text and text.strip())


def _step(ladder: Ladder, at: int) -> str:
    step = ladder.steps[at]
    return step_name(ladder.rung(step.start), ladder.rung(step.end))


class Account(HTMLParser):
    """Collects the texts of a page below its picture, with whose they are: headings tell."""

    def __init__(self, ladder: Ladder) -> None:
        super().__init__()
        self.texts: list[Text] = []
        self._rungs = {str(rung.label): rung for rung in ladder.rungs}
        self._open: list[str] = []
        self._heading = ""
        self._rung = self._owner = WHOLE

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "br", "hr", "img", "rect", "path", "polygon"):
            self._open.append(tag)
        if tag in ("h1", "h2", "h3", "h4"):
            self._heading = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag in ("h1", "h2"):
            self._rung = self._owner = WHOLE
        elif tag == "h3":
            self._rung = self._owner = title_and_code(self._rungs[self._heading])
        elif tag == "h4":
            end = self._rungs[self._heading.partition(": ")[2].removesuffix(" (main route)")]
            self._owner = f"{self._rung} to {title_and_code(end)}"

    def handle_data(self, data: str) -> None:
        if {"svg", "style", "script", "title"} & {*self._open} or not data.strip():
            return
        self._heading += data
        self.texts.append((WHOLE if {"h3", "h4"} & {*self._open} else self._owner, data))


def html_texts(ladder: Ladder) -> Iterator[Text]:
    """Yield every text of the page but those of its picture; titles in headings are the rungs' own."""
    account = Account(ladder)
    account.feed(to_html(ladder))
    assert any(" to " in owner for owner, _ in account.texts)
    yield from account.texts


def untraced(texts: Iterator[Text], traced: Traced) -> list[tuple[str, str, str]]:
    """Return the numbers that no figure of their owner shows, with owner and text."""
    shown: dict[str, set[str]] = defaultdict(set)
    for figure in traced.figures:
        shown[figure.of] |= {*NUMBER.findall(figure.shown)}
    shared = {n for f in traced.figures if f.name.startswith(SHARED) for n in NUMBER.findall(f.shown)}
    every = set[str]().union(*shown.values())
    return [
        (owner, number, text)
        for owner, text in texts
        for number in NUMBER.findall(text)
        if number not in shared | (every if owner == WHOLE else shown[owner])
    ]


def test_every_number_of_the_picture_is_traced(drawn: tuple[Ladder, Traced]) -> None:
    ladder, traced = drawn
    texts = [*svg_texts(ladder)]

    assert sum(bool(NUMBER.search(text)) for _, text in texts) > 3 * len(ladder.rungs)
    assert untraced(iter(texts), traced) == []


def test_every_number_of_the_page_is_traced(drawn: tuple[Ladder, Traced]) -> None:
    ladder, traced = drawn

    assert untraced(html_texts(ladder), traced) == []


def test_every_figure_ends_in_rows_that_hold_it(drawn: tuple[Ladder, Traced], unfounded: Judge) -> None:
    assert unfounded(drawn[1]) == []


def test_every_formula_says_where_it_is_explained(drawn: tuple[Ladder, Traced], unexplained: Judge) -> None:
    assert unexplained(drawn[1]) == []


def test_a_new_number_without_a_trace_is_found(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    _, ladder = _drawn(ground, "sector")
    traced = trace_ladder(ground, ladder)
    monkeypatch.setattr(wording, "pay_range", lambda _: "about 1,240 openings a year")

    for texts in (svg_texts(ladder), html_texts(ladder)):
        found = untraced(texts, traced)
        assert {number for _, number, _ in found} == {"1,240"}
        assert {owner for owner, _, _ in found} == {title_and_code(rung) for rung in ladder.rungs}


def test_a_figure_that_is_no_longer_traced_is_missed(ground: Ground) -> None:
    _, ladder = _drawn(ground, "sector")
    traced = trace_ladder(ground, ladder)
    without = traced.model_copy(update={"figures": [f for f in traced.figures if f.name != "gap (to learn)"]})

    assert len(untraced(svg_texts(ladder), without)) >= len(ladder.steps)


def test_every_number_is_traced_where_the_pay_of_a_wider_region_stands_in(metro: Ground, unfounded: Judge) -> None:
    ladder = sector(metro.snapshot, "power-generation", "Wenatchee")
    traced = trace_ladder(metro, ladder)

    assert any(step.wage_region for step in ladder.steps)
    assert untraced(svg_texts(ladder), traced) == untraced(html_texts(ladder), traced) == []
    assert unfounded(traced) == []


def test_every_number_of_a_national_ladder_is_traced(
    national: Path, onet: Snapshot, data: Path, unfounded: Judge
) -> None:
    with KnowledgeBase.open(national) as base:
        ground = Ground(base, onet, Shelf([data / "onet" / "29.3-excel"]))
        ladder = between(onet, onet.find("31-1131.00"), onet.find("29-1141.00"))
        traced = trace_ladder(ground, ladder)

    assert untraced(svg_texts(ladder), traced) == untraced(html_texts(ladder), traced) == []
    assert unfounded(traced) == []


def test_every_number_of_a_national_sector_is_traced(
    national: Path, onet: Snapshot, data: Path, unfounded: Judge, unexplained: Judge
) -> None:
    with KnowledgeBase.open(national) as base:
        ladder = sector(onet, SECTOR)
        traced = trace_ladder(Ground(base, onet, Shelf([data / "onet" / "29.3-excel"])), ladder)

    assert len(ladder.rungs) > 20
    assert untraced(svg_texts(ladder), traced) == untraced(html_texts(ladder), traced) == []
    assert unfounded(traced) == []
    assert unexplained(traced) == []


def test_every_number_of_a_national_sector_with_pay_is_traced(
    whole: tuple[KnowledgeBase, Snapshot], published: dict[str, list[Path]], unfounded: Judge
) -> None:
    base, snapshot = whole
    ladder = sector(snapshot, PAID)
    files = [path for paths in published.values() for path in paths]
    traced = trace_ladder(Ground(base, snapshot, Shelf(files)), ladder)

    assert all(rung.wage and rung.employed for rung in ladder.rungs)
    assert {mark for rung in ladder.rungs for mark in rung.marks} == {*RungMark}
    assert untraced(svg_texts(ladder), traced) == untraced(html_texts(ladder), traced) == []
    # Imported without their manifest, the statistics have their period in the name of the file, in no row.
    assert unfounded(traced) == ["whose pay"]
