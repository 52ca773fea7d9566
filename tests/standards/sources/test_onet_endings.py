"""Tables of O*NET that were cut off at the end of a line: nothing is wrong with any row, and yet they are noticed."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.report import Report, Severity
from standards.sources.onet import read_onet
from standards.sources.onet.endings import endings
from standards.tables import Table

CODES = [f"{major}-10{n}1.00" for major in (11, 29, 53) for n in range(1, 5)]
ELEMENTS = 4


def table(name: str, codes: list[str]) -> Table:
    frame = pl.DataFrame({"row": range(2, len(codes) + 2), "occupation": codes}, schema_overrides={"row": pl.Int64})
    return Table(name, frame, Report(), len(codes), {"occupation": "O*NET-SOC Code"})


def whole() -> list[Table]:
    rated = [code for code in CODES for _ in range(ELEMENTS)]
    names = ("Knowledge.txt", "Skills.xlsx", "Work Styles.csv")
    more = [table("Job Zones.txt", CODES), table("Occupation Data.txt", [*CODES, "55-1011.00"])]
    return [*(table(name, rated) for name in names), *more, table("Tools Used.txt", CODES[:-1])]


def test_nothing_is_said_of_whole_tables() -> None:
    assert list(endings(whole())) == []


@given(st.integers(1, len(CODES) * ELEMENTS - 1))
def test_a_rated_table_cut_anywhere_is_noticed(kept: int) -> None:
    knowledge, *others = whole()
    short = table(knowledge.name, knowledge.frame["occupation"].to_list()[:kept])

    (finding,) = endings([short, *others])

    assert (finding.code, finding.severity, finding.file) == ("cut-short", "error", "Knowledge.txt")
    assert (finding.row, finding.value) == (kept + 1, short.frame["occupation"][-1])
    assert finding.column == "O*NET-SOC Code"
    assert finding.remedy


@given(st.integers(1, len(CODES) - 1))
def test_job_zones_cut_anywhere_are_noticed(kept: int) -> None:
    first, *others = (each for each in whole() if each.name != "Job Zones.txt")

    (finding,) = endings([first, *others, table("Job Zones.txt", CODES[:kept])])

    assert finding.message == f"is the last occupation here; Work Styles.csv goes on to {CODES[-1]}"


@pytest.mark.parametrize("name", ["Tools Used.txt", "Occupation Data.txt", "Technology Skills.txt"])
def test_a_table_without_the_last_major_group_is_noticed(name: str) -> None:
    others = [each for each in whole() if each.name != name]

    assert [f.file for f in endings([*others, table(name, CODES[:8])])] == [name]
    assert list(endings([*others, table(name, CODES[:9])])) == []


def test_the_only_table_is_judged_by_its_other_occupations() -> None:
    assert list(endings([table("Skills.txt", ["11-1011.00"] * 3)])) == []
    (finding,) = endings([table("Skills.txt", [*["11-1011.00"] * 3, *["11-1021.00"] * 2])])
    assert finding.message == "is the last occupation and has 2 of its rows; every other one has at least 3"


def test_tables_in_another_order_are_not_judged() -> None:
    assert list(endings([*whole(), table("Skills (basic only).txt", CODES[:4][::-1])])) == []


def test_values_without_statistics_are_not_taken_for_tables_that_are_cut_short(
    data: Path, needs: Callable[[Path], Path]
) -> None:
    """As are none of the releases that `test_onet` imports: they would be refused."""
    paths = [
        needs(data / "onet/abilities-and-work-activities-values-only"),
        data / "onet/29.0-text/Occupation Data.txt",
    ]
    report = read_onet(paths, Identifiers(), "x").report

    assert [finding for finding in report if finding.code == "cut-short"] == []


CUT = [
    "Alternate Titles.txt",
    "Interests.txt",
    "Job Zones.txt",
    "Related Occupations.txt",
    "Technology Skills.txt",
    "Tools Used.txt",
    "Work Styles.txt",
]


@pytest.mark.parametrize("name", CUT)
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_real_table_that_is_cut_short_is_refused(
    data: Path, needs: Callable[[Path], Path], tmp_path: Path, name: str, share: float
) -> None:
    release = needs(data / "onet/29.0-text")
    for file in ("Occupation Data.txt", "Job Zones.txt", "Work Values.txt", name):
        (tmp_path / file).write_bytes((release / file).read_bytes())
    lines = (release / name).read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / name).write_text("".join(lines[: int(len(lines) * share)]), encoding="utf-8")

    with pytest.raises(RefusedError) as refused:
        read_onet([tmp_path], Identifiers(), "29.0")
    skipped = read_onet([tmp_path], Identifiers(), "29.0", skip_bad_rows=True).report

    assert [(f.code, f.file) for f in refused.value.report.of(Severity.ERROR)] == [("cut-short", name)]
    assert [(f.severity, f.file) for f in skipped if f.code == "cut-short"] == [(Severity.WARNING, name)]
