"""The page of a ladder begins with title, answer and picture; what is long is folded, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ontology.records import Iri, Text
from pathways.formats import to_html
from pathways.ladders import wording
from pathways.ladders.account import account, occupation_address, rung_name
from pathways.ladders.blocks import Block, Items, Run
from pathways.ladders.reading import climbed
from pathways.records.ladder import Aside, Ladder, Rung

GOLDEN = Path(__file__).parents[2] / "golden" / "ladders"
CARD = "{http://www.w3.org/2000/svg}a"


def nowhere(_: Rung) -> str:
    """Lead nowhere: the page is read where nothing answers."""
    return ""


def main_of(page: str) -> ET.Element:
    """Return the main part of a page."""
    return ET.fromstring(page[page.index("<main>") : page.index("</main>") + len("</main>")])


@pytest.fixture(scope="module", params=["nursing", "power-generation"])
def ladder(request: pytest.FixtureRequest) -> Ladder:
    """A ladder that is kept, with four occupations that are not drawn."""
    kept = Ladder.model_validate_json((GOLDEN / f"{request.param}.json").read_text(encoding="utf-8"))
    asides = (Aside(occupation=Iri(f"http://x/{n}"), code=str(n), label=Text(value=f"Bakers {n}")) for n in range(4))
    return kept.model_copy(update={"further": tuple(asides)})


@pytest.fixture(scope="module")
def main(ladder: Ladder) -> ET.Element:
    """The main part of its page, as it is written for people elsewhere."""
    return main_of(to_html(ladder, nowhere))


def words(element: ET.Element | None) -> str:
    """Return what an element says."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def runs(block: Block) -> Iterator[tuple[Run, ...]]:
    yield from block.items if isinstance(block, Items) else (block.runs,)


def test_it_begins_with_title_answer_and_picture(ladder: Ladder, main: ET.Element) -> None:
    opening, picture, told = main

    assert [words(part) for part in opening] == [ladder.title, wording.summary(ladder)]
    assert picture.tag == "figure"
    assert (told.tag, told.get("id")) == ("article", "words")
    drawn = words(picture.find("{http://www.w3.org/2000/svg}svg"))
    assert drawn.count(ladder.title) == 1, "the name of the picture, which is only heard"
    assert not any(note in drawn for note in ladder.notes)


def test_every_rung_and_step_is_folded_under_what_one_sees_of_it_at_a_glance(ladder: Ladder, main: ET.Element) -> None:
    told = climbed(ladder)
    rungs = [fold for fold in main.iter("details") if fold.find("summary/h3") is not None]
    steps = [fold for rung in rungs for fold in rung.iter("details") if fold.find("summary/h4") is not None]

    assert [words(fold.find("summary/h3")) for fold in rungs] == [str(rung.label) for rung in told.rungs]
    for rung, fold in zip(told.rungs, rungs, strict=True):
        seen = words(fold.find("summary/small"))
        goals = [str(told.rung(step.end).label) for step in told.steps if step.start == rung.occupation]
        assert seen.startswith(f"{wording.pay(rung.wage)}.")
        assert seen.endswith(f"Leads to {'; '.join(goals)}.") == bool(goals)
    for step, fold in zip(told.steps, steps, strict=True):
        assert wording.capital(wording.to_learn(step.gap)) in words(fold.find("summary/small"))


def test_a_long_list_is_folded_under_its_first(main: ET.Element) -> None:
    (fold,) = (fold for fold in main.iter("details") if fold.find("summary/h2") is not None)

    assert words(fold.find("summary")) == "Not drawn Bakers 0; Bakers 1; Bakers 2; and others"
    assert [words(item) for item in fold.iter("li")] == [f"Bakers {n}" for n in range(4)]


def test_nothing_that_is_told_is_missing(ladder: Ladder, main: ET.Element) -> None:
    said = words(main)

    for block in account(ladder, nowhere):
        for item in runs(block):
            assert " ".join("".join(run.text for run in item).split()) in said


def test_every_link_leads_into_a_fold_and_none_is_lost_in_its_heading(ladder: Ladder, main: ET.Element) -> None:
    parents = {child: parent for parent in main.iter() for child in parent}
    places = {place: element for element in main.iter() if (place := element.get("id"))}
    targets = {href.removeprefix("#") for element in main.iter() if (href := element.get("href", "")).startswith("#")}
    rungs = {rung_name(rung) for rung in ladder.rungs}

    assert targets == rungs, "every card leads to its rung, every step to the one it ends at"
    for name in rungs:
        assert parents[places[name]].tag == "details", "only what leads inside of a fold unfolds it"
        assert places[name].tag == "div"
    assert not [link for summary in main.iter("summary") for link in (*summary.iter("a"), *summary.iter(CARD))]


def test_a_rung_with_a_page_of_its_own_leads_there(ladder: Ladder) -> None:
    page = main_of(to_html(ladder, occupation_address))
    onward = [link.get("href") for part in page.iter("p") if part.get("class") == "onward" for link in part.iter("a")]

    told = climbed(ladder)
    expected = [*(rung.occupation for rung in told.rungs), *(step.end for step in told.steps)]
    assert sorted(filter(None, onward)) == sorted(expected)


def test_paper_shows_what_is_folded_and_not_twice_what_is_seen_at_a_glance(ladder: Ladder) -> None:
    common, own = to_html(ladder).split("@media print {")[1:3]

    assert "details::details-content { content-visibility: visible; block-size: auto; }" in common
    assert ".fold > summary { display: block; break-after: avoid; }" in common
    assert ".fold > summary > small, .onward { display: none; }" in own
