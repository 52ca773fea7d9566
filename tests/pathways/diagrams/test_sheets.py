"""Sheets: what is printed fits its paper, can be read, and loses no card."""

from pathlib import Path

import pytest

from ontology.records import Iri, Text
from pathways.diagrams.layout import Box
from pathways.diagrams.picture import Picture, picture
from pathways.diagrams.sheets import BEHIND, LEGIBLE, LETTER, MARGIN, TABLOID, TYPE, UNCUT, Sheet, sheets
from pathways.diagrams.sheets import printed as printed_on
from pathways.records.ladder import Direction, Ladder, Rung, Step

GOLDEN = Path(__file__).parents[2] / "golden" / "ladders"
BASE = "http://localhost:8000/id/trial/"


def made(zones: list[int], ways: list[tuple[int, int]]) -> Ladder:
    rungs = [
        Rung(occupation=Iri(f"{BASE}{at}"), code=str(at), label=Text(value=f"Occupation {at}"), zone=zone)
        for at, zone in enumerate(zones)
    ]
    steps = [
        Step(start=Iri(f"{BASE}{a}"), end=Iri(f"{BASE}{b}"), direction=Direction.ADVANCE, relatedness=0.5, gap=0.3)
        for a, b in ways
    ]
    return Ladder(iri=Iri(f"{BASE}l"), title="A trial", description="Made up.", rungs=tuple(rungs), steps=tuple(steps))


PRINTED = {
    "empty": (made([], []), 1, LETTER),
    "one": (made([2], []), 1, LETTER),
    "upright": (made([1, 2, 3], [(0, 1), (1, 2)]), 1, LETTER),
    "across": (made([1, 2, 2, 2], [(0, 1), (0, 2), (0, 3)]), 1, LETTER),
    "high": (made([1 + at // 2 for at in range(9)], [(at, at + 1) for at in range(8)]), 1, TABLOID),
    "very high": (made([1 + at // 4 for at in range(20)], [(at, at + 1) for at in range(19)]), 3, TABLOID),
    "very wide": (made([1] * 7 + [2] * 7, [(at, at + 7) for at in range(7)]), 1, TABLOID),
    "a little too wide": (
        made([1] * 7 + [2] * 7 + [3] * 7, [*((at, at + 7) for at in range(14)), (0, 14)]),
        1,
        TABLOID,
    ),
    "nursing": (Ladder.model_validate_json((GOLDEN / "nursing.json").read_text()), 1, LETTER),
    "power": (Ladder.model_validate_json((GOLDEN / "power-generation.json").read_text()), 2, TABLOID),
}


@pytest.fixture(params=PRINTED, scope="module")
def printed(request: pytest.FixtureRequest) -> tuple[Picture, tuple[Sheet, ...]]:
    drawn = picture(PRINTED[request.param][0])
    return drawn, sheets(drawn)


@pytest.mark.parametrize("name", PRINTED)
def test_paper_is_letter_where_it_can_be_read_and_larger_or_more_where_not(name: str) -> None:
    ladder, count, size = PRINTED[name]
    found = sheets(picture(ladder))

    assert len(found) == count
    assert {tuple(sorted((sheet.width, sheet.height))) for sheet in found} == {size}


def test_the_smallest_words_of_all_can_be_read(printed: tuple[Picture, tuple[Sheet, ...]]) -> None:
    drawn, found = printed
    sizes = [line.style.size for placed in drawn.cards for line in placed.card.lines]
    sizes += [tag.line.style.size for placed in drawn.cards for tag in placed.card.tags]
    sizes += [line.style.size for placed in drawn.steps for line in placed.label.lines]

    assert all(sheet.scale >= LEGIBLE or sheet.scale == UNCUT for sheet in found)
    assert all(min(sizes, default=99) * sheet.scale >= (TYPE - 0.5) - 0.001 for sheet in found)
    assert all(line.style.size >= TYPE for sheet in found for line in sheet.lines)


def test_margins_stay_empty(printed: tuple[Picture, tuple[Sheet, ...]]) -> None:
    for sheet in printed[1]:
        inner = Box(MARGIN, MARGIN, sheet.width - 2 * MARGIN + 0.1, sheet.height - 2 * MARGIN + 0.1)
        window = Box(sheet.x, sheet.y, sheet.window.width * sheet.scale, sheet.window.height * sheet.scale)
        assert inner.holds(window)
        assert all(MARGIN - 9 <= line.y <= sheet.height - MARGIN for line in sheet.lines)


def test_every_card_is_whole_on_some_sheet(printed: tuple[Picture, tuple[Sheet, ...]]) -> None:
    drawn, found = printed

    assert [card for card in drawn.cards if not any(sheet.window.holds(card.box) for sheet in found)] == []


def test_type_is_smaller_only_where_that_keeps_a_picture_in_one_piece_from_side_to_side() -> None:
    (sheet,) = sheets(picture(PRINTED["a little too wide"][0]))

    assert sheet.scale == UNCUT
    assert all(sheet.scale >= LEGIBLE for name in ("very high", "power") for sheet in sheets(picture(PRINTED[name][0])))


def test_a_poster_is_cut_between_lanes_where_that_takes_no_further_sheet() -> None:
    drawn = picture(PRINTED["very high"][0])
    borders = {lane.box.y - 2 for lane in drawn.lanes}

    assert {sheet.window.y for sheet in sheets(drawn)[1:]} <= borders


def test_a_poster_says_which_sheet_is_which() -> None:
    first, second = sheets(picture(PRINTED["power"][0]))

    assert any(line.text.endswith("sheet 1 of 2") for line in first.lines)
    assert any(line.text.endswith("sheet 2 of 2") for line in second.lines)
    assert any("Source:" in line.text for line in second.lines)


def test_what_is_too_large_for_a_letter_sheet_is_printed_short_on_one() -> None:
    drawn, paper = printed_on(PRINTED["power"][0])
    sizes = {line.style.size for placed in drawn.cards for line in placed.card.lines}
    sizes |= {sample.line.style.size for sample in drawn.legend}

    assert [tuple(sorted((sheet.width, sheet.height))) for sheet in paper] == [LETTER]
    assert paper[0].scale * min(sizes) >= 6
    assert all(paper[0].window.holds(placed.box) for placed in drawn.cards)
    assert not any(placed.label.lines for placed in drawn.steps)
    assert any(BEHIND in line.text for line in paper[0].lines)


def test_what_fits_a_letter_sheet_keeps_its_labels() -> None:
    drawn, _ = printed_on(PRINTED["nursing"][0])

    assert any(placed.label.lines for placed in drawn.steps)


def test_what_is_too_large_even_when_short_is_cut_whole() -> None:
    high = made([1 + at // 10 for at in range(50)], [(at, at + 1) for at in range(49)])
    drawn, paper = printed_on(high)

    assert len(paper) > 1
    assert any(placed.label.lines for placed in drawn.steps)
