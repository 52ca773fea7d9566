"""Lists of one's own: every shape that people keep them in, and every row that is wrong is said."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import InputError, MissingFileError, RefusedError, UnreadableError
from ontology.identifiers import Identifiers
from standards.matching import Index
from standards.own_lists import OwnList, is_list, read_own_list

IDS = Identifiers()
Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """What writes a list into a file."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def said(found: OwnList) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.row) for finding in found.report]


def test_a_table_with_everything(write: Write) -> None:
    header = "Code,Competency,Statement,Also known as,Description,Address,Area\n"
    row = "W-1,Welding,Join metal with heat,brazing | soldering;fusing,A trade,https://x.org/1,Metal\n"
    (entry,) = read_own_list(write("skills.csv", header + row), IDS).entries

    assert (entry.iri, entry.label, entry.code, entry.group) == ("https://x.org/1", "Welding", "W-1", "Metal")
    assert entry.alt_labels == ("brazing", "soldering", "fusing", "Join metal with heat")
    assert entry.description == "A trade"


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx"])
def test_the_same_table_in_each_form(write: Write, tmp_path: Path, ending: str) -> None:
    rows = [["Skill", "Synonyms"], ["Weld pipes", "braze"], ["Read drawings", ""]]
    path = tmp_path / f"own.{ending}"
    if ending == "xlsx":
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    else:
        path.write_text("\n".join(("," if ending == "csv" else "\t").join(row) for row in rows))
    found = read_own_list(path, IDS)

    assert [(entry.label, entry.alt_labels) for entry in found.entries] == [
        ("Weld pipes", ("braze",)),
        ("Read drawings", ()),
    ]
    assert (found.title, found.address, len(found.report)) == ("own", IDS.mint("list", "own"), 0)
    assert found.entries[0].iri == IDS.mint("list", "own", "weld-pipes")


def test_a_text_has_one_a_line_and_its_marks_go(write: Write) -> None:
    found = read_own_list(write("own.txt", "\ufeff1. Weld pipes\n\n  - Read drawings\nBake bread\n"), IDS)

    assert [entry.label for entry in found.entries] == ["Weld pipes", "Read drawings", "Bake bread"]


def test_what_is_wrong_is_said_with_its_row_and_nothing_else_is_lost(write: Write) -> None:
    rows = [
        *("ID,Skill,Address,Notes", "A1,Weld pipes,nowhere,", "A1,Bake bread,,", ",,,only a note"),
        *(",WELD  pipes,,", ",<b>Lift</b> loads,,", f",{'x ' * 6000},,", "B1,Weld pipes,,"),
    ]
    found = read_own_list(write("own.csv", "\n".join(rows)), IDS)

    assert said(found) == [
        ("malformed-address", 2),
        ("repeated-code", 3),
        ("empty-statement", 4),
        ("repeated-competency", 5),
        ("markup", 6),
        ("long-statement", 7),
    ]
    assert all(finding.remedy and finding.column == "Skill" for finding in found.report)
    assert [entry.label[:10] for entry in found.entries] == [
        *("Weld pipes", "Bake bread", "Lift loads", "x x x x x ", "Weld pipes")
    ]
    assert [entry.iri.rpartition("/")[2] for entry in found.entries if len(entry.label) < 20] == [
        *("A1", "bake-bread", "lift-loads", "B1")
    ]


def test_names_that_an_address_cannot_tell_apart_are_kept(write: Write) -> None:
    found = read_own_list(write("own.txt", "C\nC++\nC#\n"), IDS)

    assert [entry.label for entry in found.entries] == ["C", "C++", "C#"]
    assert len({entry.iri for entry in found.entries}) == 3
    assert len(found.report) == 0


@given(
    st.lists(
        st.text(st.characters(categories=("Lu", "Ll", "Nd"), max_codepoint=0x24F), min_size=3), min_size=1, max_size=20
    )
)
def test_every_different_line_is_a_competency_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("own") / "own.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = read_own_list(path, IDS)

    assert len(found.entries) == len({entry.iri for entry in found.entries}) == len({line.casefold() for line in lines})
    assert len(found.entries) + len(found.report) == len(lines)


def test_an_area_may_be_merged_over_several_rows(write: Write) -> None:
    found = read_own_list(write("own.csv", "Area,Skill\nMetal,Weld\n,Cut\nFood,Bake\n"), IDS)

    assert [entry.group for entry in found.entries] == ["Metal", "Metal", "Food"]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("stillwater-bend-hydro.csv", 47),
        ("larkspur-plateau-wind.csv", 49),
        ("tamarack-pud.xlsx", 46),
        ("basalt-ridge-energy.xlsx", 48),
    ],
)
def test_a_firms_list_is_one_and_each_skill_is_there_once(project: Path, name: str, count: int) -> None:
    found = read_own_list(project / "examples/power-generation/firms" / name, IDS)

    assert len(found.entries) == len({entry.label.casefold() for entry in found.entries}) == count
    assert not [finding for finding in found.report if finding.severity != "info"]


def test_a_standard_as_a_table_is_one(project: Path) -> None:
    found = read_own_list(project / "examples/power-generation/competencies.csv", IDS)

    assert len(found.entries) == 74
    assert found.entries[0].label == "Hazard Recognition"
    assert found.entries[0].alt_labels[0].startswith("Identify the hazards of a task")


def test_a_list_can_be_searched(write: Write) -> None:
    found = read_own_list(write("own.csv", "Skill,Synonyms\nWeld pipes,braze copper\nBake bread,\n"), IDS)
    ((best, *_),) = Index.of(found.entries).match(["Braze copper tubes"])

    assert (best.label, best.matched) == ("Weld pipes", "braze copper")


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("own.csv", "a,b\n1,2\n", RefusedError, "no column holds competencies; there are 'a', 'b'"),
        ("own.csv", "Skil,b\n1,2\n", RefusedError, "Rename 'Skil' to 'Skill' if that is meant"),
        ("own.csv", "Skill,b\n,2\n", RefusedError, "row 2, Skill: says no competency"),
        ("own.txt", "\n \n", RefusedError, "own.txt: holds no competency"),
        ("own.txt", b"Schwei\xdfen", UnreadableError, r"own.txt is no UTF-8 text \(byte 6\)"),
        ("own.xlsx", b"no workbook", UnreadableError, "own.xlsx"),
    ],
)
def test_what_is_no_list_is_said(
    write: Write, name: str, content: str | bytes, error: type[InputError], message: str
) -> None:
    with pytest.raises(error, match=message):
        read_own_list(write(name, content), IDS)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"name a list .* or a framework by its slug"):
        read_own_list(tmp_path / "own.csv", IDS)


def test_names_of_frameworks_are_no_files() -> None:
    assert not any(map(is_list, ("onet", "esco@1.1.0", "onet@29.3", "tamarack-pud")))
    assert all(map(is_list, ("a.CSV", "a.csv.gz", "b/a", "a.ods", "a.txt")))


def test_parquet_is_no_list(tmp_path: Path) -> None:
    pl.DataFrame({"Skill": ["Weld"]}).write_parquet(tmp_path / "own.parquet")

    with pytest.raises(UnreadableError, match="is no UTF-8 text"):
        read_own_list(tmp_path / "own.parquet", IDS)
