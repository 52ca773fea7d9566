"""The page of what was judged: verdicts stay with what they were said of, and what is new waits for one."""

from dataclasses import replace
from pathlib import Path

import pytest

from training.judging import PAGE, SUMMARY, main, read_sections, rewritten, section
from training.lots import SHEETS, UNREAD, Drawn, Row

SHEET = SHEETS[0]
SAID = (
    Row("Tune loops.", "Control Loop Tuning", 0.9, verdict="right"),
    Row("Act in plays.", "Clear Work Communication", 0.5, verdict="wrong: no work"),
)
MISSED = (Row("Fit harnesses.", "Blade Inspection and Repair", 0.1, matched=False, verdict="wrong: Working at Height"),)
FOUND = Drawn(SHEET, 2, 3, 1, 2, SAID, MISSED)


@pytest.fixture
def page() -> str:
    head = f"# Suggestions, judged\n\nAbove.\n\n{SUMMARY}\n|---|\n| old |\n\n## How\n\nBelow.\n\n"
    return rewritten(head + section(FOUND, (*SAID, *MISSED)) + "\n", [FOUND])


def test_a_section_is_read_as_it_was_written(page: str) -> None:
    assert read_sections(page)[SHEET.heading] == (*SAID, *MISSED)


def test_what_people_wrote_stays(page: str) -> None:
    assert page.startswith("# Suggestions, judged\n\nAbove.\n\n| program")
    assert "\n\n## How\n\nBelow.\n\n## Power" in page
    assert "| old |" not in page
    assert rewritten(page, [FOUND]) == page


def test_what_is_new_waits_for_a_verdict(page: str) -> None:
    new = replace(FOUND, suggested=(SAID[0], Row("Act in plays.", "Crew Supervision", 0.6)))
    rows = read_sections(rewritten(page, [new]))[SHEET.heading]
    assert [row.verdict for row in rows] == ["right", UNREAD, "wrong: Working at Height"]


def test_another_nearest_concept_keeps_the_verdict(page: str) -> None:
    new = replace(FOUND, nothing=(Row("Fit harnesses.", "Working at Height", 0.3, matched=False),))
    assert "| Fit harnesses. | Working at Height | 0.30 | wrong: Working at Height |" in rewritten(page, [new])


def test_an_outcome_without_anything_near_is_read(page: str) -> None:
    new = replace(FOUND, nothing=(Row("Sing.", "", 0.0, matched=False),))
    assert read_sections(rewritten(page, [new]))[SHEET.heading][-1] == Row("Sing.", "", 0.0, matched=False)


def test_the_table_counts(page: str) -> None:
    assert f"| {SHEET.kind} | 0.8 and more | 0.90 | 1 | 1 | 0 | 0 |" in page
    assert f"| {SHEET.kind} | 0.4 to 0.8 | 0.50 | 1 | 0 | 0 | 1 |" in page
    assert f"| {SHEET.kind} | unmatched | 0.10 | 1 | 0 | 0 | 1 |" in page
    assert "2 courses, 3 outcomes; 2 different suggestions, of which 2 are judged: 1 right, 0 near, 1 wrong." in page


def test_without_the_outside_data_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = PAGE.read_bytes()
    monkeypatch.setattr("sys.argv", ["judging", "--data", str(tmp_path)])
    with pytest.raises(SystemExit):
        main()
    assert f"{tmp_path / 'curricula'}" in capsys.readouterr().err
    assert PAGE.read_bytes() == before
