import hashlib
import zipfile
from pathlib import Path

import pytest

from ontology.errors import MissingFileError
from ontology.records import CompetencyKind, Iri, SourceFile
from standards.citations.citation import Citation, Column, Standing
from standards.citations.published import crosswalk_matches, mention, oews_pay, onet_answer, onet_answers, onet_rating
from standards.citations.sheet import KEPT
from standards.citations.shelf import Shelf

SKILLS = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n"
    "29-1141.00\t2.A.1.a\tReading\tIM\t4.12\n"
    "29-1141.00\t2.A.1.a\tReading\tLV\t4.50\n"
    "31-1131.00\t2.A.1.a\tReading\tIM\t3.12\n"
)


def described(name: str, content: str, kept: int = 3) -> SourceFile:
    digest = hashlib.sha256(content.encode()).hexdigest()
    iri = Iri(f"http://localhost:8000/id/onet/file/{digest}")
    return SourceFile(iri=iri, name=name, sha256=digest, size=len(content), rows=kept, kept=kept)


def write(folder: Path, name: str, content: str) -> SourceFile:
    (folder / name).write_text(content)
    return described(name, content)


def test_a_rating_is_found_in_its_row_with_its_cell(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "Skills.txt").write_text(SKILLS)

    found = Shelf([tmp_path]).find(onet_rating("29-1141.00", "2.A.1.a", "LV"), [described("Skills.txt", SKILLS)])

    assert found.standing is Standing.FOUND
    assert [(row.number, dict(row.cells)) for row in found.rows] == [(3, {"Data Value": "4.50"})]


def test_a_member_of_a_zip_is_found_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "db.zip", "w") as packed:
        packed.writestr("db/Skills.txt", SKILLS)

    found = Shelf([tmp_path]).find(onet_rating("31-1131.00", "2.A.1.a", "IM"), [described("Skills.txt", SKILLS)])

    assert [row.number for row in found.rows] == [4]


def test_a_file_that_changed_gives_no_row_and_says_both_digests(tmp_path: Path) -> None:
    (tmp_path / "Skills.txt").write_text(SKILLS.replace("4.50", "4.51"))
    imported = described("Skills.txt", SKILLS)

    found = Shelf([tmp_path]).find(onet_rating("29-1141.00", "2.A.1.a", "LV"), [imported])

    assert (found.standing, found.rows, found.sha256) == (Standing.CHANGED, (), imported.sha256)
    assert found.found_sha256 == hashlib.sha256((tmp_path / "Skills.txt").read_bytes()).hexdigest()


def test_of_two_files_of_one_name_the_imported_one_counts(tmp_path: Path) -> None:
    for folder, text in (("new", SKILLS.replace("4.50", "4.51")), ("old", SKILLS)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Skills.txt").write_text(text)

    found = Shelf([tmp_path]).find(onet_rating("29-1141.00", "2.A.1.a", "LV"), [described("Skills.txt", SKILLS)])

    assert [dict(row.cells) for row in found.rows] == [{"Data Value": "4.50"}]


def test_a_file_that_is_not_at_hand_says_what_to_look_for(tmp_path: Path) -> None:
    found = Shelf([tmp_path]).find(onet_rating("29-1141.00", "2.A.1.a", "LV"), [described("Skills.txt", SKILLS)])

    assert found.standing is Standing.ABSENT
    assert dict(found.keys) == {"O*NET-SOC Code": "29-1141.00", "Element ID": "2.A.1.a", "Scale ID": "LV"}


@pytest.mark.parametrize(
    ("element", "kind", "table"),
    [
        ("1.A.1.a.1", CompetencyKind.ABILITY, "Abilities.txt"),
        ("2.A.1.a", CompetencyKind.SKILL, "Skills.txt"),
        ("2.C.4.e", CompetencyKind.KNOWLEDGE, "Knowledge.xlsx"),
        ("4.A.3.b.6", CompetencyKind.WORK_ACTIVITY, "Work Activities.txt"),
    ],
)
def test_without_files_the_table_of_the_element_is_named_with_its_own_digest(
    element: str, kind: CompetencyKind, table: str
) -> None:
    names = ("Abilities.txt", "Knowledge.xlsx", "Skills (basic only).txt", "Skills.txt", "Work Activities.txt")
    files = [described(name, name) for name in names]
    found = Shelf([]).find(onet_rating("29-2061.00", element, "IM", str(kind)), files)

    assert (found.standing, found.file) == (Standing.ABSENT, table)
    assert found.sha256 == hashlib.sha256(table.encode()).hexdigest()


def test_shares_of_answers_are_looked_for_where_answers_stand() -> None:
    files = [described(name, name) for name in ("Education, Training, and Experience.txt", "Interests.txt")]
    found = Shelf([]).find(onet_answer("29-2061.00", "2.D.1", "RL", 5), list(reversed(files)))

    assert found.file == files[0].name


def test_headers_are_found_below_what_the_publisher_says_of_the_table(tmp_path: Path) -> None:
    table = (
        "Mapping project name,ESCO-O*NET Crosswalk,,\nMapping project version,1,,\n,,,\n"
        "O*NET Id,O*NET Title,ESCO or ISCO URI,Type of Match\n"
        "29-1141.00,Registered Nurses,http://data.europa.eu/esco/occupation/1,exactMatch\n"
    )
    (tmp_path / "crosswalk.csv").write_text(table)
    found = Shelf([tmp_path]).find(crosswalk_matches("29-1141.00"), [described("crosswalk.csv", table)])

    assert [(row.number, dict(row.cells)) for row in found.rows] == [
        (5, {"ESCO or ISCO URI": "http://data.europa.eu/esco/occupation/1", "Type of Match": "exactMatch"})
    ]


def test_a_key_that_no_row_has_is_nowhere(tmp_path: Path) -> None:
    (tmp_path / "Skills.txt").write_text(SKILLS)

    found = Shelf([tmp_path]).find(onet_rating("99-9999.00", "2.A.1.a", "LV"), [described("Skills.txt", SKILLS)])

    assert found.standing is Standing.NOWHERE


def test_a_table_without_the_columns_is_nowhere(tmp_path: Path) -> None:
    (tmp_path / "Skills.txt").write_text("a\tb\tc\n1\t2\t3\n")
    other = described("Skills.txt", "a\tb\tc\n1\t2\t3\n")

    assert Shelf([tmp_path]).find(onet_answers("29-1141.00", "RL"), [other]).standing is Standing.NOWHERE


def test_a_release_without_tables_has_no_file_to_name() -> None:
    found = Shelf([]).find(onet_answers("29-1141.00", "RL"), [described("Read Me.txt", "hello", kept=0)])

    assert (found.standing, found.file) == (Standing.NOWHERE, "")


def test_areas_are_found_in_the_short_form_of_the_publishers_spreadsheets(tmp_path: Path) -> None:
    text = (
        "AREA,AREA_TITLE,NAICS,OCC_CODE,TOT_EMP,A_PCT10,A_MEDIAN,A_PCT90\n"
        '1,Alabama,000000,29-1141,"50,000",50000,70000,90000\n'
        "99,U.S.,000000,29-1141,3000000,60000,93600,130000\n"
    )
    (tmp_path / "all.csv").write_text(text)
    shelf, files = Shelf([tmp_path]), [described("all.csv", text)]

    rows = [shelf.find(oews_pay(area, "29-1141"), files).rows for area in ("0100000", "0000000")]

    assert [[row.number for row in found] for found in rows] == [[2], [3]]
    assert dict(rows[0][0].cells)["TOT_EMP"] == "50,000"


def test_headers_are_compared_without_case_and_spacing(tmp_path: Path) -> None:
    text = "O*NET-SOC code ,Job zone\n29-1141.00,3\n"
    (tmp_path / "Job Zones.csv").write_text(text)
    code = Column(headers=("O*NET-SOC Code",), values=("29-1141.00",))
    asked = Citation(tables=("Job Zones",), keys=(code,), cells=(Column(headers=("Job Zone",)),))

    found = Shelf([tmp_path]).find(asked, [described("Job Zones.csv", text)])

    assert [dict(row.cells) for row in found.rows] == [{"Job zone": "3"}]


def test_a_place_where_nothing_is_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="there is nothing at"):
        Shelf([tmp_path / "gone"])


def test_a_word_is_found_in_any_column_and_its_row_is_given_whole(tmp_path: Path) -> None:
    courses = "Program,Course No.,Cr\nControl,ICT 110,5\nControl,ICT 121,4\n"
    (tmp_path / "college.csv").write_text(courses)

    found = Shelf([tmp_path]).find(mention("ICT 121"), [described("college.csv", courses)])

    assert [(row.number, row.cells["Cr"]) for row in found.rows] == [(3, "4")]
    assert found.keys == {"any cell": "ICT 121"}


def test_lines_of_a_file_that_is_no_table_are_found(tmp_path: Path) -> None:
    said = 'name = "Panel"\nattribution = "Wages: May 2025"\n'
    (tmp_path / "panel.toml").write_text(said)
    shelf = Shelf([tmp_path])

    found = shelf.find_line("Wages", "panel.toml", [described("panel.toml", said, kept=0)])

    assert [(row.number, row.cells["line"]) for row in found.rows] == [(2, 'attribution = "Wages: May 2025"')]
    assert shelf.find_line("Gone", "panel.toml", [described("panel.toml", said)]).standing is Standing.NOWHERE
    assert shelf.find_line("Wages", "other.toml", [described("panel.toml", said)]).standing is Standing.NOWHERE


def test_tables_that_were_looked_into_longest_ago_leave_the_memory(tmp_path: Path) -> None:
    files = [write(tmp_path, f"Skills{n}.txt", SKILLS.replace("4.12", f"4.1{n}")) for n in range(3)]
    asked = onet_rating("29-1141.00", "2.A.1.a", "LV")
    shelf = Shelf([tmp_path], held=1)

    found = [shelf.find(asked, [file]) for file in (*files, files[0])]

    assert [finding.rows[0].number for finding in found] == [3, 3, 3, 3]
    assert found[0] == found[3]
    assert [*shelf._sheets] == [files[0].sha256]
    wide = Shelf([tmp_path])
    assert [wide.find(asked, [file]).standing for file in files] == [Standing.FOUND] * 3
    assert len(wide._sheets) == 3


def test_rows_of_the_last_keys_alone_stay_found(tmp_path: Path) -> None:
    head, *_ = SKILLS.splitlines()
    rows = "".join(f"11-{n:04}.00\t2.A.1.a\tReading\tLV\t{n}\n" for n in range(3 * KEPT))
    file = write(tmp_path, "Skills.txt", f"{head}\n{rows}")
    shelf = Shelf([tmp_path])

    for n in range(3 * KEPT):
        assert shelf.find(onet_rating(f"11-{n:04}.00", "2.A.1.a", "LV"), [file]).rows[0].number == n + 2

    assert len(shelf._sheets[file.sha256]._kept) == KEPT
