"""Rich Skill Descriptors in tables: the three shapes of OSMT, and the one that is written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.errors import RefusedError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.imports import import_release
from standards.wire.rsd.library import Library
from standards.wire.rsd.reading import read_library
from standards.wire.rsd.stored import stored_library
from standards.wire.rsd.table import BY_HAND, EXPORTED, IN_BATCHES, Shape, write_table

SHAPES = {
    "exported": "Canonical URL,RSD Name,Authors,Skill Statement,Categories,Keywords,Standards,Detailed Occupations,"
    "Alignment Name,Alignment URL,Alignment Framework\nhttps://x/1,Weld,Mill,Weld it.,Joining,steel; heat,AWS D1.1,"
    "51-4121,Welding,https://y/1,Lightcast\n",
    "by hand": "RSD Name,Authors,Skill Statement,Categories,Keywords,Standards,Occupations,Alignment 1 Name,"
    "Alignment 1 URL,Alignment 1 Framework\nWeld,Mill,Weld it.,Joining,steel ;heat,AWS D1.1,51-4121,Welding,"
    "https://y/1,Lightcast\n",
    "in batches": "Collection,Skill Name,Skill Category,Contextualized Skill Statement,Keywords,Professional Standards,"
    "BLS Detailed Occupation,Authors,Alignment Title,Alignment\n,Weld,Joining,Weld it.,steel; heat,AWS D1.1,51-4121,"
    "Mill,Welding,https://y/1\n",
}


def read(said: str) -> tuple[Library, Report]:
    return read_library(ArchivedFile("made.csv", "", said.encode), Identifiers())


def written(library: Library) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_table(library).decode())))


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_says_the_same_skill(shape: str) -> None:
    library, report = read(SHAPES[shape])
    (skill,) = library.skills

    assert list(report) == []
    assert skill.iri == ("https://x/1" if shape == "exported" else "http://localhost:8000/id/rsd/made/weld")
    assert (skill.name.value, skill.statement.value, skill.authors) == ("Weld", "Weld it.", ("Mill",))
    assert [text.value for text in (*skill.categories, *skill.keywords)] == ["Joining", "steel", "heat"]
    assert [json.loads(one) for one in (*skill.standards, *skill.occupations)] == [
        {"skillName": "AWS D1.1"},
        {"code": "51-4121"},
    ]
    framework = {} if shape == "in batches" else {"isPartOf": {"name": "Lightcast"}}
    assert [json.loads(one) for one in skill.alignments] == [{"id": "https://y/1", "skillName": "Welding", **framework}]


WRITTEN = {
    "exported": (
        EXPORTED,
        "Canonical URL,RSD Name,Authors,Skill Statement,Categories,Keywords,Standards,Certifications,Occupation Major "
        "Groups,Occupation Minor Groups,Broad Occupations,Detailed Occupations,O*Net Job Codes,Employers,Alignment "
        "Name,Alignment URL,Alignment Framework",
    ),
    "by hand": (
        BY_HAND,
        "RSD Name,Authors,Skill Statement,Categories,Keywords,Standards,Certifications,Occupations,Employers,Alignment "
        "Name,Alignment URL,Alignment Framework",
    ),
    "in batches": (
        IN_BATCHES,
        "Collection,Skill Name,Skill Categories,Contextualized Skill Statement,Keywords,Professional Standards,"
        "Certifications,BLS Major Group,BLS Minor Group,BLS Broad Occupation,BLS Detailed Occupation,O*NET Job Role,"
        "Authors,Employer,Alignment Title,Alignment",
    ),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_each_shape_is_written_with_its_own_headers_and_read_again(name: str) -> None:
    shape, headers = WRITTEN[name]
    library, _ = read(SHAPES[name])
    table = write_table(library, shape).decode()
    again, report = read(table)

    assert table.splitlines()[0] == headers
    assert list(report) == []
    assert again == library


def test_a_row_has_as_many_alignments_as_its_shape_has_room_for() -> None:
    aligned = ",".join(f"Alignment {n} Name,Alignment {n} URL" for n in range(1, 6))
    cells = ",".join(f"W{n},https://y/{n}" for n in range(1, 6))
    library, _ = read(f"RSD Name,Skill Statement,{aligned}\nWeld,Weld it.,{cells}\n")

    def kept(shape: Shape) -> int:
        return len(read(write_table(library, shape).decode())[0].skills[0].alignments)

    assert [kept(shape) for shape in (EXPORTED, BY_HAND, IN_BATCHES)] == [5, 3, 1]


def test_what_is_wrong_is_told_with_row_and_column() -> None:
    with pytest.raises(RefusedError) as refused:
        read("RSD Name,Skill Statement,Level\nWeld,Weld it.,2\n,,\nGrind,,\n")
    found = {(finding.code, finding.row, finding.column) for finding in refused.value.report}

    assert found == {("unknown-name", 2, "Level"), ("missing", 4, "Skill Statement")}


def test_a_table_without_skills_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        read("RSD Name,Skill Statement\n")
    assert [finding.code for finding in refused.value.report] == ["no-skills"]


def test_the_sample_is_written_and_read_as_the_same_skills(data: Path, needs: Callable[[Path], Path]) -> None:
    path = needs(data / "wire/rsd/Skills-Import.csv")
    library, report = read(path.read_text(encoding="utf-8"))
    again, _ = read(write_table(library).decode())

    assert list(report) == []
    assert len(library.skills) == 2
    for one, other in zip(library.skills, again.skills, strict=True):
        assert set(one.occupations) == set(other.occupations)
        assert one.model_copy(update={"occupations": ()}) == other.model_copy(update={"occupations": ()})


def test_a_standard_of_ones_own_is_a_table_without_formulas(project: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        library = stored_library(base, "power-generation")
    rows = written(library)

    assert len(rows) == 74
    assert set(EXPORTED.columns) <= rows[0].keys()
    assert rows[0]["RSD Name"] == "Clear Work Communication"
    assert read(write_table(library).decode())[0].skills[0].name.value == "Clear Work Communication"


def test_a_text_that_a_spreadsheet_would_compute_is_marked_and_read_without_the_mark() -> None:
    library, _ = read('RSD Name,Skill Statement\nWeld,"\'=HYPERLINK(0)"\n')

    assert library.skills[0].statement.value == "=HYPERLINK(0)"
    assert written(library)[0]["Skill Statement"] == "'=HYPERLINK(0)"


def test_an_empty_table_is_told() -> None:
    with pytest.raises(UnreadableError, match=r"made\.csv is empty; give a table with a row of headers"):
        read("")


def findings(said: str) -> set[tuple[str, int | None, str]]:
    with pytest.raises(RefusedError) as refused:
        read(said)
    return {(finding.code, finding.row, finding.column) for finding in refused.value.report}


def test_two_columns_of_one_meaning_are_refused_and_columns_of_codes_stand_beside_each_other() -> None:
    assert findings("RSD Name,Skill Statement,Category,Categories\nWeld,Weld it.,x,y\n") == {
        ("column-twice", 1, "Categories")
    }
    assert findings("RSD Name,Skill Statement,Alignment Name,Alignment 1 Title\nWeld,Weld it.,x,y\n") == {
        ("column-twice", 1, "Alignment 1 Title")
    }
    library, _ = read("RSD Name,Skill Statement,Broad Occupations,Detailed Occupations\nWeld,It.,51-4120,51-4121\n")
    assert [json.loads(one)["code"] for one in library.skills[0].occupations] == ["51-4120", "51-4121"]


def test_a_cell_without_a_header_is_refused() -> None:
    assert findings("RSD Name,Skill Statement\nWeld,Weld it, well.\n") == {("extra-cell", 2, "")}


def test_every_finding_of_a_list_in_a_cell_names_its_column() -> None:
    _, report = read("RSD Name,Skill Statement,creator,A/B\nWeld,Weld it.,nobody,x\nGrind,Grind it.,nobody,y\n")
    assert [(one.code, one.row, one.column) for one in report] == [
        ("bad-value", 2, "creator"),
        ("unknown-name", 2, "A/B"),
        ("bad-value", 3, "creator"),
    ]
    assert [one.message for one in report if one.code == "unknown-name"] == [
        "no name of this format; kept in its extensions (2 times, here first)"
    ]


def test_a_table_without_a_column_that_every_skill_needs_is_refused_once() -> None:
    assert findings("Our skills,\nRSD Name,Skill Statement\n" + "Weld,Weld it.\n" * 20) == {("missing-header", 1, "")}
    assert findings("RSD Name,Keywords\nWeld,steel\n") == {("missing-header", 1, "")}
