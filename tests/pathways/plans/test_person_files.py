import json
from datetime import date
from pathlib import Path

import pytest

from ontology.errors import MissingFileError, RefusedError, UnreadableError
from pathways.plans.person_files import read_person


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_table_with_kinds_is_read(tmp_path: Path) -> None:
    rows = "Kind,Name,Level,From,To\nskill,Rigging,3.5,,\njob,Electricians,,2020-03,now\n"
    rows += "certificate,OSHA 10,,2024,2027-01-31\n"

    person, report = read_person(written(tmp_path, "me.csv", rows))

    assert [(skill.name, skill.level, skill.row) for skill in person.skills] == [("Rigging", 3.5, 2)]
    assert [(job.name, job.start, job.end) for job in person.jobs] == [("Electricians", date(2020, 3, 1), None)]
    assert [(held.name, held.expires) for held in person.credentials] == [("OSHA 10", date(2027, 1, 31))]
    assert len(report) == 0


def test_a_table_with_a_column_a_kind_is_read(tmp_path: Path) -> None:
    person, _ = read_person(written(tmp_path, "me.csv", "Skill,Job title\nWelding,Roofers\nRigging,\n"))

    assert [skill.name for skill in person.skills] == ["Welding", "Rigging"]
    assert [job.name for job in person.jobs] == ["Roofers"]


def test_every_bad_cell_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = "Kind,Name,Level,From\nHobby,Rigging,expert,\njob,Electricians,,spring\nskill,Welding,9,\n"

    person, report = read_person(written(tmp_path, "me.csv", rows))

    assert [(finding.row, finding.column, finding.value) for finding in report] == [
        (2, "Kind", "Hobby"),
        (2, "Level", "expert"),
        (3, "From", "spring"),
        (4, "Level", "9"),
    ]
    assert [(skill.name, skill.level) for skill in person.skills] == [("Rigging", None), ("Welding", None)]


def test_a_record_a_badge_and_a_list_of_badges_are_read_as_json(tmp_path: Path) -> None:
    badge = {"badge": {"name": "Welding"}}

    assert read_person(written(tmp_path, "b.json", json.dumps(badge)))[0].badges == (badge,)
    assert len(read_person(written(tmp_path, "c.json", json.dumps([badge, badge])))[0].badges) == 2
    record = {"skills": ["Welding", {"name": "Rigging", "level": 2}], "jobs": ["Roofers"]}
    assert [s.level for s in read_person(written(tmp_path, "d.json", json.dumps(record)))[0].skills] == [None, 2]
    assert read_person(written(tmp_path, "e.jwt", "a.b.c\n"))[0].badges == ("a.b.c",)


def test_a_text_is_kept_as_it_is_and_cut_where_it_is_too_long(tmp_path: Path) -> None:
    assert read_person(written(tmp_path, "cv.txt", "\ufeffWelding\r\n"))[0].text == "Welding\r\n"
    person, report = read_person(written(tmp_path, "long.txt", "x " * 150_000))
    assert (len(person.text), [finding.code for finding in report]) == (200_000, ["long-text"])


@pytest.mark.parametrize(
    ("name", "content", "error", "said"),
    [
        ("empty.csv", "", RefusedError, "no column"),
        ("empty.txt", " \n\n", RefusedError, "says nothing of what you have"),
        ("heads.csv", "Kind,Name\n", RefusedError, "says nothing"),
        ("wrong.csv", "Town,Age\nYakima,3\n", RefusedError, "no column says what you have"),
        ("cut.json", '{"skills": [', UnreadableError, "is no JSON"),
        ("other.json", '{"name": "x"}', UnreadableError, "neither an Open Badge nor a record"),
        ("list.json", "[1]", UnreadableError, "neither an Open Badge nor a record"),
        ("cv.txt", b"%PDF-1.7 \x00", UnreadableError, "save a CV as plain text"),
        ("cv.txt", b"caf\xe9", UnreadableError, "no UTF-8 text"),
    ],
)
def test_a_wrong_file_is_refused_with_the_remedy(
    tmp_path: Path, name: str, content: str | bytes, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        read_person(written(tmp_path, name, content))


def test_all_wrong_values_of_a_record_are_told_at_once_each_with_its_place_and_a_remedy(tmp_path: Path) -> None:
    skills = [5, {"name": "Rigging", "level": 9}, {"level": 1}]
    record = {"skills": skills, "jobs": [{"name": "Roofers", "start": "spring"}], "badges": [5], "text": 4, "age": 30}
    with pytest.raises(UnreadableError) as caught:
        read_person(written(tmp_path, "me.json", json.dumps(record)))

    assert str(caught.value).split("\n") == [
        "me.json is neither an Open Badge nor a record:",
        "- skill 1: 5 is neither a name nor an object; put the name in double quotes",
        "- skill 2 (Rigging), level: 9 is more than 7; give 7 or less, or leave it out where it is not known",
        "- skill 3, name: it is missing; each skill has a name",
        "- job 1 (Roofers), start: 'spring' is no date; write it like 2024-05-31, "
        "or leave it out where it is not known",
        "- badge 1: 5 is no badge; give an Open Badge as JSON, or a signed one as text",
        "- text: 4 is no text; put it in double quotes",
        "- age: there is no such field; there are skills, jobs, credentials, badges, text",
    ]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"no file .*me\.csv"):
        read_person(tmp_path / "me.csv")


def test_json_nested_beyond_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        read_person(written(tmp_path, "deep.json", "[" * 200_000))
