from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from ontology.errors import InputError
from pathways.evaluation.families import evaluate_families, kendall, rank, read_families

HEADER = "Role Family,Role,Role Level,Skill Name,Skill Level"
PLAIN = ("Junior tester", "Tester", "Senior tester")


def table(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    path = tmp_path / "roles.csv"
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return path


def rows(role: str, grades: Mapping[str, Sequence[str]]) -> list[str]:
    return [f"QA,{role},{level},{n},{grade}" for level, own in grades.items() for n, grade in enumerate(own)]


RISING = dict(zip(PLAIN, (("Awareness", "Awareness"), ("Working", "Awareness"), ("Expert", "Working")), strict=True))


def test_levels_stand_in_the_order_that_their_names_say(tmp_path: Path) -> None:
    (family,), left_out = read_families(table(tmp_path, *reversed(rows("Tester", RISING))))
    assert family.levels == PLAIN
    assert family.grades.tolist() == [[1.75, 1.75], [3.5, 1.75], [7, 3.5]]
    assert left_out == 0


def test_requirements_that_rise_give_the_order_and_the_steps_back(tmp_path: Path) -> None:
    found, left_out = read_families(table(tmp_path, *rows("Tester", RISING)))
    result = evaluate_families(found, left_out, "roles.csv", samples=20, seed=0)
    assert (result.tau, result.steps, result.by_skills) == (1, 1, 0)


def test_requirements_that_fall_give_the_order_back_upside_down(tmp_path: Path) -> None:
    falling = dict(zip(PLAIN, reversed(RISING.values()), strict=True))
    found, left_out = read_families(table(tmp_path, *rows("Tester", falling)))
    result = evaluate_families(found, left_out, "roles.csv", samples=20, seed=0)
    assert (result.tau, result.steps) == (-1, 0)


def test_a_role_whose_levels_say_no_order_is_left_out(tmp_path: Path) -> None:
    grade = ("Working", "Working")
    unsaid = rows("Problem manager", dict.fromkeys(("Problem analyst", "Problem manager"), grade))
    equal = rows("Designer", dict.fromkeys(("Junior designer", "Associate designer", "Designer"), grade))
    found, left_out = read_families(table(tmp_path, *rows("Tester", RISING), *unsaid, *equal))
    assert [family.role for family in found] == ["Tester"]
    assert left_out == 2


def test_a_level_beside_another_is_no_level_of_the_order(tmp_path: Path) -> None:
    beside = rows("Tester", {"Senior tester - management": ("Expert", "Expert")})
    (family,), _ = read_families(table(tmp_path, *rows("Tester", RISING), *beside))
    assert family.levels == PLAIN


@pytest.mark.parametrize(
    ("level", "expected"),
    [("Apprentice developer", 0), ("Principal tester", 5), ("Head of test", 6), ("tester ", 2), ("Test analyst", None)],
)
def test_first_words_say_how_high_a_level_is(level: str, expected: int | None) -> None:
    assert rank(level, "Tester") == expected


def test_kendall_counts_pairs_in_order_and_out_of_it() -> None:
    assert kendall([1, 2, 3, 4]) == 1
    assert kendall([2, 2, 2]) == 0
    assert kendall([2, 1, 3, 4]) == pytest.approx(4 / 6)


@pytest.mark.parametrize(
    ("path", "said"),
    [("no column", "has no column Skill Level"), ("no order", "has no role with 3 levels"), ("none", "cannot be read")],
)
def test_a_table_without_families_is_refused(tmp_path: Path, path: str, said: str) -> None:
    made = {
        "no column": lambda: table(tmp_path, header="Role,Role Level,Skill Name"),
        "no order": lambda: table(tmp_path, "QA,Tester,Tester,x,Working"),
        "none": lambda: tmp_path / "none.csv",
    }[path]()
    with pytest.raises(InputError, match=said):
        read_families(made)


def test_the_engine_s_gap_recovers_the_families_of_a_real_framework(data: Path) -> None:
    roles = data / "frameworks" / "uk_ddat" / "roles.csv"
    if not roles.is_file():
        pytest.skip("the framework of digital and data professions is not here")
    found, left_out = read_families(roles)
    result = evaluate_families(found, left_out, roles.name, samples=50, seed=0)
    assert result.roles > 20
    assert result.tau > 0.9 > result.by_skills
    assert result.steps > 0.85 > result.by_overlap
    assert all(len(family.levels) > 2 for family in found)
