"""A ladder by declared levels: what the list says, asserted and marked so."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from pathways.diagrams import to_svg
from pathways.firms import declared_ladder
from pathways.firms.declared import ASSERTED, NOTE
from pathways.formats import to_markdown
from pathways.records.ladder import Ladder
from standards.role_lists import read_role_list

LIST = """role,level,category,competency,statement
Engineering,Junior,Delivery,,Delivers defined tasks
Engineering,Senior (Maker),Delivery,,Breaks plans into tasks
Engineering,Senior (Maker),Leading,,Advises others
Engineering,Senior (Maker),Delivery,,Delivers defined tasks
Engineering,Senior (Manager),Leading,,Leads a team
Engineering,Principal (Maker),Delivery,,Sets technical direction
Engineering,Principal (Manager),Leading,,Leads several teams
Engineering,Director,Leading,,Leads a department
Support,Level 1,Delivery,,Answers calls
Support,Level 2,Delivery,,Solves what is new
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    there = tmp_path / "acme.csv"
    there.write_text(LIST, encoding="utf-8")
    return there


@pytest.fixture
def ladder(path: Path) -> Ladder:
    return declared_ladder(read_role_list(path), path.stem, Identifiers())


def climbs(ladder: Ladder) -> set[tuple[str, str]]:
    return {(str(ladder.rung(step.start).label), str(ladder.rung(step.end).label)) for step in ladder.steps}


def test_levels_follow_each_other_and_tracks_stay_apart(ladder: Ladder) -> None:
    assert climbs(ladder) == {
        ("Engineering: Junior", "Engineering: Senior (Maker)"),
        ("Engineering: Junior", "Engineering: Senior (Manager)"),
        ("Engineering: Senior (Maker)", "Engineering: Principal (Maker)"),
        ("Engineering: Senior (Manager)", "Engineering: Principal (Manager)"),
        ("Engineering: Principal (Maker)", "Engineering: Director"),
        ("Engineering: Principal (Manager)", "Engineering: Director"),
        ("Support: Level 1", "Support: Level 2"),
    }
    assert [str(rung.label) for rung in ladder.rungs if rung.entry] == ["Engineering: Junior", "Support: Level 1"]


def test_every_step_is_marked_as_asserted_and_nothing_is_computed(ladder: Ladder) -> None:
    assert all(step.notes == (ASSERTED,) for step in ladder.steps)
    assert {(step.gap, step.wage_change) for step in ladder.steps} == {(None, None)}
    assert not any(rung.wage or rung.zone for rung in ladder.rungs)
    assert ladder.notes == (NOTE,)
    assert to_markdown(ladder).count(ASSERTED) == 7
    assert "The list itself declares" in to_svg(ladder)


def test_what_is_to_be_learned_is_what_the_upper_level_adds(ladder: Ladder) -> None:
    first = ladder.steps[0]

    # Of the three statements of the upper level, one stands on the lower one already; of its two areas one is shared.
    assert [str(gain.label) for gain in first.gains] == ["Breaks plans into tasks", "Advises others"]
    assert [gain.share for gain in first.gains] == [0.5, 0.5]
    assert first.relatedness == 0.5


def test_one_role_is_not_named_on_every_rung(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("role,level,statement\nCare,I,Helps\nCare,II,Leads\n", encoding="utf-8")

    ladder = declared_ladder(read_role_list(path), "one", Identifiers())
    assert climbs(ladder) == {("I", "II")}


@pytest.mark.parametrize(
    ("old", "new", "column", "row"),
    [("role,level", "role,stage", "level", 1), (",,Answers calls", ",,", "statement", 10)],
)
def test_what_is_missing_is_named(path: Path, old: str, new: str, column: str, row: int) -> None:
    path.write_text(LIST.replace(old, new), encoding="utf-8")

    with pytest.raises(RefusedError) as refused:
        read_role_list(path)
    assert any(f.column == column and f.row in (row, None) for f in refused.value.report)


@pytest.mark.parametrize(
    ("name", "levels", "steps"), [("financial-times", 11, 10), ("medium", 5, 4), ("rasa", 4, 3), ("unidays", 14, 10)]
)
def test_the_lists_of_real_firms(data: Path, name: str, levels: int, steps: int) -> None:
    path = data / f"frameworks/firm_lists/{name}.csv"
    if not path.is_file():
        pytest.skip(f"{path} is not there")

    ladder = declared_ladder(read_role_list(path), name, Identifiers())
    assert (len(ladder.rungs), len(ladder.steps)) == (levels, steps)
