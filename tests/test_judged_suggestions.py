"""The page of judged suggestions is current: its numbers are those of its rows, its rows are what is suggested now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

import pytest

from training.judging import PAGE, VERDICTS, read_sections
from training.lots import CATALOG, DRAWN, ESCO, OWN, SHEETS, Drawn, Row, Sheet, draw_sheets

ANEW = "Run `python -m training.judging`, read the rows that are marked with a question mark, and judge them anew."
BANDS = ("0.8 and more", "0.4 to 0.8", "unmatched")


@pytest.fixture(scope="module")
def text() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def drawn(data: Path) -> dict[str, Drawn]:
    """What is drawn now, of every sheet where the outside data are there."""
    there = (data / CATALOG).exists() and (data / ESCO).exists()
    return {found.sheet.heading: found for found in draw_sheets(data if there else None)}


def verdicts(rows: list[Row]) -> tuple[int, ...]:
    said = [row.verdict.partition(":")[0] for row in rows]
    return tuple(said.count(verdict) for verdict in VERDICTS)


def counted(text: str) -> Iterator[tuple[str, str, list[Row]]]:
    """Yield the kinds of sheets, the bands of confidence, and their rows."""
    read = read_sections(text)
    for kind in dict.fromkeys(sheet.kind for sheet in SHEETS):
        rows = [row for sheet in SHEETS if sheet.kind == kind for row in read[sheet.heading]]
        yield kind, BANDS[0], [row for row in rows if row.matched and row.confidence >= 0.8]
        yield kind, BANDS[1], [row for row in rows if row.matched and row.confidence < 0.8]
        yield kind, BANDS[2], [row for row in rows if not row.matched]


def test_every_row_is_judged_and_says_why(text: str) -> None:
    rows = [row for part in read_sections(text).values() for row in part]
    assert {row.verdict.partition(":")[0] for row in rows} <= set(VERDICTS), ANEW
    assert not [row for row in rows if (row.verdict == "right") == (": " in row.verdict)]
    assert len(rows) == sum(len(part) for _, _, part in counted(text)), "a section is not of any sheet"


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.heading for sheet in SHEETS])
def test_a_section_counts_its_rows(text: str, sheet: Sheet) -> None:
    part = text.split(f"\n## {sheet.heading}\n")[1].partition("\n## ")[0]
    told = re.findall(r"of which (\d+) are judged: (\d+) right, (\d+) near, (\d+) wrong", part)
    rows = read_sections(text)[sheet.heading]
    for numbers, matched in zip(told, (True, False), strict=True):
        judged = [row for row in rows if row.matched is matched]
        assert tuple(map(int, numbers)) == (len(judged), *verdicts(judged))


def test_the_table_counts_all_rows(text: str) -> None:
    told = [line.strip("| ").split(" | ") for line in text.partition("\n## ")[0].splitlines() if line.startswith("|")]
    expected = [
        [kind, band, f"{mean(row.confidence for row in rows):.2f}", *map(str, (len(rows), *verdicts(rows)))]
        for kind, band, rows in counted(text)
        if rows
    ]
    assert told[2:] == expected, ANEW


def test_numbers_in_prose_are_those_of_the_rows(text: str) -> None:
    """So many of so many: each pair is a count of the table, and those that the prose rests on are told."""
    counts = {(kind, band): (len(rows), *verdicts(rows)) for kind, band, rows in counted(text)}
    missed = [
        row for _, _, rows in counted(text) for row in rows if not row.matched and row.verdict.startswith("wrong")
    ]
    nearest = sum(row.verdict == f"wrong: {row.concept}" for row in missed)
    true = {f"{number} of {judged}" for judged, *numbers in counts.values() for number in numbers}
    prose = " ".join(text.partition("## What the counts mean")[2].partition("\n## ")[0].split())
    told = re.findall(r"\d+ of \d+", prose)
    assert set(told) <= true | {f"{nearest} of {len(missed)}"}
    judged, right, _, wrong = counts[OWN, BANDS[0]]
    assert f"{right} of {judged} are right and {wrong} of {judged} is wrong" in prose
    assert f"{nearest} of {len(missed)} misses" in prose


def of_page(text: str, heading: str, matched: bool) -> dict[tuple[str, str], Row]:
    return {row.subject: row for row in read_sections(text)[heading] if row.matched is matched}


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.heading for sheet in SHEETS])
def test_what_was_judged_is_what_the_engine_says_now(
    text: str, drawn: dict[str, Drawn], data: Path, needs: Callable[[Path], Path], sheet: Sheet
) -> None:
    if sheet.outside:
        needs(data / CATALOG)
        needs(data / ESCO)
    found = drawn[sheet.heading]
    for now, matched in ((found.suggested, True), (found.nothing, False)):
        read = of_page(text, sheet.heading, matched)
        new = [row.line for row in now if row.subject not in read]
        gone = [row.line for subject, row in read.items() if subject not in {row.subject for row in now}]
        assert not new + gone, f"The engine suggests otherwise than what was judged. {ANEW} New: {new}; gone: {gone}"
        moved = {row.line: read[row.subject].line for row in now if differs(row, read[row.subject])}
        assert not moved, f"Confidence or what is nearest is another than on the page. {ANEW} Now and then: {moved}"


def differs(now: Row, then: Row) -> bool:
    """A hundredth is forgiven: processors round each in their way."""
    return now.concept != then.concept or abs(now.confidence - then.confidence) > 0.015


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.heading for sheet in SHEETS])
def test_a_section_says_how_much_there_was_to_draw_from(
    text: str, drawn: dict[str, Drawn], data: Path, needs: Callable[[Path], Path], sheet: Sheet
) -> None:
    if sheet.outside:
        needs(data / CATALOG)
        needs(data / ESCO)
    found = drawn[sheet.heading]
    part = text.split(f"\n## {sheet.heading}\n")[1]
    said = f"{found.courses} courses, {found.outcomes} outcomes; {found.different} different suggestions,"
    assert part.strip().startswith(said), ANEW
    assert f"\n{found.unmatched} outcomes unmatched," in part, ANEW
    assert (len(found.suggested), len(found.nothing)) == (min(DRAWN, found.different), min(DRAWN, found.unmatched))
