"""Previews: the columns that are read, the first rows, and what would change; nothing is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ontology.errors import RefusedError
from ontology.store import KnowledgeBase
from standards.curricula import ProgramForm
from standards.imports import import_release
from standards.previews import preview, preview_columns
from standards.wanted import Wanted

Written = Callable[[str, str], Path]

LIST = "Position,Skill,Boss\nWelder,Weld pipes,Ann\nWelder,Grind welds,Ann\n"


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


def test_the_columns_of_a_list_are_shown_with_the_first_rows(written: Written) -> None:
    columns = preview_columns(Wanted("sheet", [written("mill.csv", LIST)]))
    assert columns is not None
    assert columns.read == (("Position", "job"), ("Skill", "statement"), ("Boss", ""))
    assert columns.rows == ((2, ("Welder", "Weld pipes", "Ann")), (3, ("Welder", "Grind welds", "Ann")))


def test_a_declared_column_of_a_program_is_read_as_it_is_said(written: Written) -> None:
    path = written("welding.csv", "Course,What they can do\nW 1,Weld pipes in all positions\n")
    columns = preview_columns(Wanted("program", [path], form=ProgramForm(columns={"outcome": "What they can do"})))
    assert columns is not None
    assert ("What they can do", "outcome") in columns.read


def test_items_of_case_are_shown_by_their_names_there(written: Written) -> None:
    columns = preview_columns(Wanted("case", [written("w.csv", "Full Statement,Color\nWeld,red\n")]))
    assert columns is not None
    assert columns.read == (("Full Statement", "fullStatement"), ("Color", "Color"))
    assert preview_columns(Wanted("case", [written("w.json", "{}")])) is None


def test_a_new_list_is_all_added_and_nothing_is_stored(base: KnowledgeBase, written: Written) -> None:
    found = preview(base, Wanted("sheet", [written("mill.csv", LIST)]))
    assert found.before is None
    assert {"Weld pipes", "Grind welds", "Welder"} <= set(found.change.added)
    assert (found.change.gone, found.change.changed, found.change.same) == ((), (), 0)
    assert list(base.releases()) == []


def test_what_would_change_is_told_against_what_is_stored(base: KnowledgeBase, written: Written) -> None:
    path = written("mill.csv", LIST)
    before = import_release(base, "sheet", [path]).release
    written("mill.csv", LIST.replace("Grind welds", "Cut plate"))
    found = preview(base, Wanted("sheet", [path]))

    assert found.before == before
    assert (found.change.added, found.change.gone) == (("Cut plate",), ("Grind welds",))
    assert found.change.changed == ("Welder",)
    assert found.change.same >= 1
    assert [one.imported for one in base.releases()] == [before.imported]


def test_what_would_be_refused_is_refused(base: KnowledgeBase, written: Written) -> None:
    with pytest.raises(RefusedError):
        preview(base, Wanted("sheet", [written("mill.csv", "Position,Boss\nWelder,Ann\n")]))


def test_a_declared_column_of_a_list_is_read_and_one_that_is_not_there_refused(
    base: KnowledgeBase, written: Written
) -> None:
    path = written("mill.csv", "Position,What they do,Notes\nWelder,Weld pipes,daily\n")
    said = ProgramForm(columns={"statement": "What they do"})
    columns = preview_columns(Wanted("sheet", [path], form=said))
    assert columns is not None
    assert columns.read == (("Position", "job"), ("What they do", "statement"), ("Notes", "note"))
    assert "Weld pipes" in preview(base, Wanted("sheet", [path], form=said)).change.added
    with pytest.raises(RefusedError, match="'Tasks' is to hold the field statement"):
        preview(base, Wanted("sheet", [path], form=ProgramForm(columns={"statement": "Tasks"})))
