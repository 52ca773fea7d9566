"""A published standard as a workbook: what it has of competencies, work, credentials, positions and what moved."""

import io
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import openpyxl
import pytest

from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from standards.agreement import Signature, decide, speak
from standards.publishing import Mover, move_on, publish
from standards.wire.exporting import export, format_of
from tests.standards.agreement.conftest import CHARTS, DANA, ENGINES, NOON, ROPES, SLUG, fill, motion, stance

ANA = Mover("Ana Ortiz")
LATER = Signature("Dana Whitefeather", at=NOON + timedelta(hours=3))


@pytest.fixture(scope="module")
def content() -> Iterator[bytes]:
    """A version in which a statement moved between two jobs of a firm that adopts it, and a firm dissents."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        move, say = partial(motion, base), partial(stance, base)
        moved = move(CHARTS, "move", moved_from="tug-co/job/Deckhand", moved_to="tug-co/job/Oiler")
        motions = [move(ROPES, "accept"), move(CHARTS, "accept"), moved, move(ENGINES, "accept", code="HT-9")]
        decide(base, SLUG, motions, DANA)
        names = ("tug-co", "ferry-co")
        stances = [say(name, one, "endorse") for name in names for one in (ROPES, CHARTS, ENGINES)]
        speak(base, SLUG, [*stances, say("dredge-co", CHARTS, "dissent", reason="We use no paper")], LATER)
        speak(base, SLUG, [say("seafarers", "standard", "ratify")], LATER)
        for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
            move_on(base, SLUG, status, ANA)
        publish(base, SLUG, ANA)
        yield export(base, f"{SLUG}@1.0", "xlsx")


@pytest.fixture(scope="module")
def sheets(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_it_has_a_sheet_for_each_thing_that_the_version_says(sheets: dict[str, list[tuple[object, ...]]]) -> None:
    assert [*sheets] == [
        *("About", "Competencies", "Occupations", "Requirements", "Credentials", "Positions", "Job redefinitions"),
        "Links",
    ]
    assert {row[0]: (row[1], row[5]) for row in sheets["Competencies"][1:]} == {
        "HT-1": ("Rope Splicing", "shared"),
        "HT-2": ("Read charts", "shared"),
        "HT-9": ("Watch the engine", "shared"),
    }
    assert ("Sailors", "HT-1", "Rope Splicing", "essential", 4, 3) in sheets["Requirements"]
    assert next(row[3] for row in sheets["Occupations"] if row[1] == "Sailors") == "Deck"
    assert sheets["Credentials"][1][2] == "HT-1"


def test_it_says_who_agrees_to_what_and_what_moved(sheets: dict[str, list[tuple[object, ...]]]) -> None:
    said = [row[:4] for row in sheets["Positions"][1:]]

    assert ("HT-2", "Read charts", "Dredge Co", "dissent") in said
    assert said[0] == (None, "the whole standard", "Seafarers", "ratify")
    assert sheets["Job redefinitions"][1] == (
        "HT-2",
        "Read charts",
        "Sailors",
        "Ship Engineers",
        "Tug Co",
        "Deckhand",
        "Oiler",
    )
    assert {(row[0], row[2], row[5]) for row in sheets["Links"][1:]} == {
        ("HT-1", "nearly the same", 0.61),
        ("HT-2", "nearly the same", 0.82),
        ("HT-9", "nearly the same", 0.47),
    }


def test_the_first_sheet_says_what_it_is_and_what_the_others_have(sheets: dict[str, list[tuple[object, ...]]]) -> None:
    (title, *_), (version, *_), *rows = sheets["About"]

    assert (title, str(version).partition(",")[0]) == ("Harbor Trades Panel", "Version 1.0")
    assert [row[:2] for row in rows if row[0] in sheets] == [
        (name, len(lines) - 1) for name, lines in sheets.items() if name != "About"
    ]
    assert all(row[2] for row in rows if row[0] in sheets)


def test_each_sheet_can_be_sorted_under_a_header_that_stays_and_only_addresses_are_cut(content: bytes) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets[1:]:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert str(sheet.freeze_panes).endswith("2")
        wrapped = {cell.value: sheet.cell(2, cell.column).alignment.wrap_text for cell in sheet[1]}
        assert {name for name, wraps in wrapped.items() if not wraps} <= {"address", "page"}


def test_nothing_of_the_firms_own_words_is_in_it(sheets: dict[str, list[tuple[object, ...]]]) -> None:
    cells = {str(cell) for rows in sheets.values() for row in rows for cell in row}

    assert not cells & {"Splice ropes", "Chart reading", "Engine room watch", "Mate", "Hand"}


def test_a_file_that_ends_so_is_one() -> None:
    assert format_of("harbor.xlsx") == "xlsx"
