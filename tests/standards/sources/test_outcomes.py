"""Outcomes are read from one file or from a partnership's folder; every bad row is told with its place and remedy."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ontology.errors import InputError, RefusedError
from ontology.identifiers import Identifiers
from ontology.records import Iri, OutcomeMeasure, OutcomeObservation
from ontology.report import Finding
from ontology.shown import is_kept_back, told_releases
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.outcomes.subjects import Subjects
from standards.sources.outcomes import read_outcomes

HEADERS = (
    "measure,organization,program,group,comparison,standard,from,to,"
    "numerator,denominator,value,people,source,url,reported"
)
GOOD = "turnover,acme,,,,,2024-01,2024-12,10,40,,,Payroll,,2025-02-01"
TODAY = date(2026, 1, 31)

MINT = Identifiers().mint
SUBJECTS = Subjects(
    wholes={"harbor": Iri(MINT("partnership", "harbor"))},
    members={"harbor": {"acme", "bolt"}},
    organizations={name: Iri(MINT("organization", name)) for name in ("acme", "bolt", "college")},
    programs={("college", name): Iri(MINT("program", "college", name)) for name in ("welding", "rigging")},
    standards={"harbor": Iri(MINT("framework", "harbor"))},
)

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return what writes rows to a file."""

    def write(*rows: str, name: str = "reported.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join([HEADERS, *rows]) + "\n", encoding="utf-8")
        return path

    return write


def found(path: Path) -> list[Finding]:
    """Return what is wrong with a file."""
    try:
        read_outcomes([path], Identifiers(), subjects=SUBJECTS, today=TODAY)
    except RefusedError as error:
        return list(error.report)
    return []


def observations(path: Path, *, skip: bool = False) -> list[OutcomeObservation]:
    """Return what is read from a file."""
    with KnowledgeBase.in_memory() as base:
        read = read_outcomes([path], Identifiers(), None, skip, subjects=SUBJECTS, today=TODAY)
        stored = base.replace(read.release, read.files, read.triples)
        return list(base.records(stored, OutcomeObservation))


def test_a_share_is_read_with_its_counts_and_its_days(write: Write) -> None:
    assert observations(write(GOOD)) == [
        OutcomeObservation(
            iri=Iri(MINT("outcome", "turnover", "acme", "2024-01", "2024-12")),
            measure=Iri(OutcomeMeasure.TURNOVER),
            of=SUBJECTS.organizations["acme"],
            standard=SUBJECTS.standards["harbor"],
            start=date(2024, 1, 1),
            end=date(2024, 12, 31),
            value=0.25,
            numerator=10,
            denominator=40,
            people=40,
            source="Payroll",
            reported=date(2025, 2, 1),
        )
    ]


@pytest.mark.parametrize(
    ("row", "of", "value", "people"),
    [
        ("wage-gain,bolt,,,,harbor,2024-01,2024-12,,,-0.5,12,Payroll,,2025-02-01", "bolt", -0.5, 12),
        ("credentials-earned,acme,,,,,2024-01-15,2024-02-14,,,31,20,R,,2025-02-01", "acme", 31, 20),
        ('median-earnings,acme,,,,,2024-01,2024-03,,,"11,840",20,R,https://x.example/,2025-02-01', "acme", 11840, 20),
        ("rework,acme,,night shift,no,,2024-01,2024-12,8,32,0.25,12,Orders,,2025-02-01", "acme", 0.25, 12),
    ],
)
def test_other_measures(write: Write, row: str, of: str, value: float, people: int) -> None:
    (one,) = observations(write(row))

    assert (one.of, one.value, one.people) == (SUBJECTS.organizations[of], value, people)


def test_of_a_program_a_group_and_the_whole(write: Write) -> None:
    rows = (
        "placement,harbor,,,,,2024-01,2024-12,53,66,,,S,,2025-02-01",
        "placement,college,welding,day,,,2024-01,2024-12,20,30,,,S,,2025-02-01",
        "placement,college,welding,evening,yes,,2024-01,2024-12,10,20,,,S,,2025-02-01",
    )
    by_name = {(one.of, one.group): one.comparison for one in observations(write(*rows))}

    welding = SUBJECTS.programs["college", "welding"]
    assert by_name == {(SUBJECTS.wholes["harbor"], None): False, (welding, "day"): False, (welding, "evening"): True}


@pytest.mark.parametrize(
    ("row", "code", "column", "value"),
    [
        (GOOD.replace("turnover", "morale"), "unknown-value", "measure", "morale"),
        (GOOD.replace("acme", "acmee"), "unknown-organization", "organization", "acmee"),
        (GOOD.replace("acme,,", "acme,welding,"), "unknown-program", "program", "welding"),
        (GOOD.replace(",,,,2024", ",,,other,2024"), "unknown-standard", "standard", "other"),
        (GOOD.replace("acme,,,,", "acme,,,yes,"), "unnamed-group", "comparison", "yes"),
        (GOOD.replace("acme,,,", "harbor,,day,"), "group-of-whole", "group", "day"),
        (GOOD.replace("10,40", "50,40"), "numerator-beyond", "numerator", "50"),
        (GOOD.replace("10,40", "-1,40"), "out-of-bounds", "numerator", "-1"),
        (GOOD.replace("10,40", "0,0"), "out-of-bounds", "denominator", "0"),
        (GOOD.replace("10,40", ",40"), "missing-count", "numerator", ""),
        (GOOD.replace("10,40,", "10,40,0.5"), "value-disagrees", "value", "0.5"),
        (GOOD.replace("10,40,,", "10,40,,39"), "people-disagree", "people", "39"),
        (GOOD.replace("2024-12", "2023-12"), "period-backwards", "to", "2023-12"),
        (GOOD.replace("2024-12", "2026-12"), "future-date", "to", "2026-12"),
        (GOOD.replace("2025-02-01", "2026-02-01"), "future-date", "reported", "2026-02-01"),
        (GOOD.replace("2025-02-01", "2023-02-01"), "reported-before", "reported", "2023-02-01"),
        (GOOD.replace("2024-12", "2024-02-30"), "malformed-value", "to", "2024-02-30"),
        (GOOD.replace("2024-12", "2024-13"), "malformed-value", "to", "2024-13"),
        (GOOD.replace("2024-12", "Dec 2024"), "malformed-value", "to", "Dec 2024"),
        (GOOD.replace("Payroll", ""), "empty-cell", "source", ""),
        (GOOD.replace("2025-02-01", ""), "empty-cell", "reported", ""),
        ("wage-gain,acme,,,,,2024-01,2024-12,,,,20,S,,2025-02-01", "missing-value", "value", ""),
        ("wage-gain,acme,,,,,2024-01,2024-12,,,900,20,S,,2025-02-01", "out-of-bounds", "value", "900.0"),
        ("wage-gain,acme,,,,,2024-01,2024-12,,,1,,S,,2025-02-01", "missing-people", "people", ""),
        ("wage-gain,acme,,,,,2024-01,2024-12,5,9,1,20,S,,2025-02-01", "not-a-share", "numerator", "5"),
        ("credentials-earned,acme,,,,,2024-01,2024-12,,,3.5,20,S,,2025-02-01", "out-of-bounds", "value", "3.5"),
        ("rework,acme,,,,,2024-01,2024-12,5,90,,,S,,2025-02-01", "missing-people", "people", ""),
    ],
)
def test_a_bad_row_is_told(write: Write, row: str, code: str, column: str, value: str) -> None:
    first, *_ = found(write(GOOD.replace("acme", "bolt"), row))

    assert (first.code, first.file, first.row, first.column, first.value) == (code, "reported.csv", 3, column, value)
    assert first.remedy


def test_an_unknown_organization_is_one_error(write: Write) -> None:
    """Which standard an empty cell means follows from it; nothing is to be said of that cell."""
    two = replace(SUBJECTS, standards={**SUBJECTS.standards, "shore": Iri(MINT("framework", "shore"))})
    path = write(GOOD.replace("acme", "acmee"), GOOD.replace("acme", "college"))
    with pytest.raises(RefusedError) as refused:
        read_outcomes([path], Identifiers(), subjects=two, today=TODAY)

    assert [(f.row, f.code) for f in refused.value.report] == [(2, "unknown-organization"), (3, "unknown-standard")]
    assert [f.remedy for f in refused.value.report][1] == "Write one of: harbor, shore"


def test_a_firms_own_list_is_no_standard(write: Write, project: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])

        assert len([release for release in base.current() if release.reader == "sheet"]) > 1
        assert list(Subjects.stored(base).standards) == ["power-generation"]


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (GOOD, "duplicate-key"),
        (GOOD.replace("2024-12", "2024-06"), "overlapping-periods"),
        (GOOD.replace("acme", "harbor").replace("2024-12", "2024-06"), "overlapping-periods"),
        (GOOD.replace("acme", "harbor").replace("40", "39"), "parts-exceed-whole"),
        (GOOD.replace("acme,,", "acme,,day").replace("10,40", "11,40"), "parts-exceed-whole"),
    ],
)
def test_what_cannot_stand_beside_another_row_is_told(write: Write, second: str, code: str) -> None:
    assert code in {finding.code for finding in found(write(GOOD, second))}


def test_an_organization_is_divided_in_one_way(write: Write) -> None:
    of = "placement,college,{},{},,,2024-01,2024-12,10,20,,,S,,2025-02-01"

    assert [f.code for f in found(write(of.format("welding", ""), of.format("", "day")))] == ["divided-twice"]
    assert found(write(of.format("welding", "day"), of.format("rigging", "day"))) == []


def test_periods_that_follow_each_other_and_those_of_strangers_stand(write: Write) -> None:
    rows = (GOOD, GOOD.replace("2024-", "2025-").replace("2025-02-01", "2026-01-05"), GOOD.replace("acme", "bolt"))

    assert found(write(*rows, GOOD.replace("acme", "college").replace("2024-12", "2024-06"))) == []


def test_a_bad_row_can_be_left_out(write: Write) -> None:
    path = write(GOOD, GOOD.replace("acme", "bolt").replace("10,40", "50,40"))

    assert [one.of for one in observations(path, skip=True)] == [SUBJECTS.organizations["acme"]]


def test_one_file_is_read(write: Write) -> None:
    with pytest.raises(InputError, match="holds 2 files"):
        read_outcomes([write(GOOD), write(GOOD, name="other.csv")], Identifiers())


def test_alone_it_is_judged_by_what_is_stored(write: Write, project: Path) -> None:
    row = GOOD.replace("acme", "tamarack-pud").replace("2024-", "2023-").replace("2025-02-01", "2024-02-01")
    placed = "placement,tamarack-valley-college,{},,,,2023-01,2023-12,20,30,,,S,,2024-02-01"
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        done = import_release(base, "outcomes", [write(row, placed.format("wind-energy-maintenance"))])
        read = {one.of for one in base.records(done.release, OutcomeObservation)}
        college = "tamarack-valley-college"
        assert read == {
            MINT("organization", "tamarack-pud"),
            MINT("program", college, "wind-energy-maintenance"),
        }
        assert (done.release.source, done.release.reader) == ("outcomes-reported", "outcomes")
        with pytest.raises(RefusedError) as refused:
            import_release(base, "outcomes", [write(placed.format("wind-energy"))])
        assert [f.remedy for f in refused.value.report] == ["Write 'wind-energy-maintenance' if that is meant"]


def test_of_a_folder_it_is_kept_back_beside_what_anybody_may_see(project: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(project / "examples/power-generation", tmp_path / "panel")
    with KnowledgeBase.in_memory() as base:
        done = import_release(base, "partnership", [folder])
        (release,) = (one for one in done.beside if one.reader == "outcomes")
        assert is_kept_back(base, release)
        assert release not in told_releases(base)
        assert len(list(base.records(release, OutcomeObservation))) == 42
        assert not list(base.records(done.release, OutcomeObservation))
        assert [file.name for file in base.files(release)] == ["outcomes.csv"]
        assert import_release(base, "partnership", [folder]).again

        declared = folder / "partnership.toml"
        declared.write_text(declared.read_text(encoding="utf-8").replace('outcomes = "outcomes.csv"\n', ""), "utf-8")
        import_release(base, "partnership", [folder])
        assert "outcomes-power-generation" not in {one.source for one in base.releases()}


def test_a_declared_file_that_is_not_there_is_told(project: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(project / "examples/power-generation", tmp_path / "panel")
    (folder / "outcomes.csv").unlink()
    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as refused:
        import_release(base, "partnership", [folder])

    assert [(f.code, f.file) for f in refused.value.report if f.severity == "error"] == [
        ("missing-file", "outcomes.csv")
    ]


def test_a_month_written_otherwise_is_told_how_it_is_written(write: Write) -> None:
    (one,) = found(write(GOOD.replace("2024-01", "01/2025")))

    assert one.message == "is not a month YYYY-MM or a day YYYY-MM-DD"
    assert one.remedy == "Write a month YYYY-MM or a day YYYY-MM-DD, such as 2025-01"
