"""What is read of a knowledge base to align programs: the few things that are needed, not all there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from api.example import import_example
from api.programs.alignments import Alignment, stored_curricula
from api.programs.curricula import stored_curriculum
from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.coverage import Target
from pathways.ladders.building import sector
from pathways.records.ladder import Ladder
from standards.reviewing import program_release

FEW = 30
"""Rows; the example has over a thousand things with a class, and hundreds with a name."""


@pytest.fixture(scope="module")
def base() -> Iterator[KnowledgeBase]:
    """Return the example, which has three programs of two colleges."""
    with KnowledgeBase.in_memory() as filled:
        import_example(filled)
        yield filled


@pytest.fixture
def read(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return the rows that are read from here on."""
    rows: list[tuple[str, ...]] = []
    own = base.rows

    def counting(query: str, graphs: Iterable[str] = ()) -> Iterator[tuple[str, ...]]:
        for row in own(query, graphs):
            rows.append(row)
            yield row

    monkeypatch.setattr(base, "rows", counting)
    return rows


def test_the_names_of_a_few_colleges_are_asked_for_alone(base: KnowledgeBase, read: list[tuple[str, ...]]) -> None:
    curricula = stored_curricula(base)
    alignment = Alignment(base, Target.of(base, "power-generation"))
    read.clear()

    assert sorted(alignment.colleges(curricula).values()) == [
        "Basin Rim Technical College (fictional)",
        "Tamarack Valley College (fictional)",
        "Tamarack Valley College (fictional)",
    ]
    assert len(read) < FEW


def test_the_release_of_a_program_is_asked_for_alone(base: KnowledgeBase, read: list[tuple[str, ...]]) -> None:
    program = stored_curricula(base)[0].program.iri
    read.clear()

    found = program_release(base, program)

    assert found is not None
    assert found.source == "power-generation"
    assert len(read) < FEW


def test_what_is_no_program_is_in_no_release(base: KnowledgeBase) -> None:
    course = stored_curricula(base)[0].courses[0].iri

    assert program_release(base, course) is None
    with pytest.raises(NotFoundError, match="there is no program"):
        stored_curriculum(base, course)


def test_the_jobs_of_a_partnership_have_places_on_its_ladder(base: KnowledgeBase) -> None:
    drawn: list[str] = []

    def draw(slug: str) -> Ladder:
        drawn.append(slug)
        return sector(compute_snapshot(base), slug)

    found = Alignment(base, Target.of(base, "power-generation"), draw=draw).map(stored_curricula(base)[0])
    places = [rung.place for rung in found.rungs if rung.place]

    assert drawn == ["power-generation"]
    assert len(places) == len(found.rungs)
    assert {place.levels for place in places} == {9}
    by_height = sorted(found.rungs, key=lambda rung: rung.place.level if rung.place else 0)
    assert [rung.job.zone for rung in by_height] == sorted(rung.job.zone for rung in found.rungs)


def test_where_no_ladder_can_be_drawn_there_are_no_places(base: KnowledgeBase) -> None:
    def draw(slug: str) -> Ladder:
        raise NotFoundError(slug)

    found = Alignment(base, Target.of(base, "power-generation"), draw=draw).map(stored_curricula(base)[0])

    assert found.rungs
    assert not any(rung.place for rung in found.rungs)


def test_a_map_names_the_college_but_no_file_that_stands_in_for_it(base: KnowledgeBase) -> None:
    alignment = Alignment(base, Target.of(base, "power-generation"))
    found = {curriculum.program.label.value: alignment.map(curriculum).college for curriculum in stored_curricula(base)}
    unnamed = replace(stored_curricula(base)[0], college="some-file")
    offered = unnamed.program.model_copy(update={"offered_by": None})

    assert set(found.values()) == {"Basin Rim Technical College (fictional)", "Tamarack Valley College (fictional)"}
    assert alignment.map(replace(unnamed, program=offered)).college == ""
