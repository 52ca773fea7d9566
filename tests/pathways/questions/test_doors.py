"""Which competencies open doors, beside what happens when each is taught: two answers that must not disagree."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pathways.ladders.transitions import LONG
from pathways.occupations.requirements import gaps
from pathways.questions.doors import EASED, doors, eased
from pathways.questions.field import Field
from pathways.questions.lessons import rated_competencies, relief
from pathways.questions.records import Barrier, Passage
from pathways.questions.taught import taught_in_one_more
from pathways.questions.teaching_records import Door
from pathways.snapshot import Snapshot

SHARED = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _agree(field: Field, door: Door) -> None:
    """Check that what is said of a door is what is said when its competency is taught."""
    one = taught_in_one_more(field, [door.competency], most=9999)
    sound = [
        step
        for step in one.found
        if np.isfinite(field.steps[_at(field, step.passage.start.iri), _at(field, step.passage.end.iri)])
    ]
    fall = relief(field.snapshot, field.members, {door.competency})
    easier = eased(field, fall)
    counted = [s for s in sound if easier[_at(field, s.passage.start.iri), _at(field, s.passage.end.iri)]]
    assert door.eased == len(counted)
    assert {(s.start.iri, s.end.iri) for s in door.opened} == {
        (s.passage.start.iri, s.passage.end.iri) for s in one.found if s.opens
    }
    assert sum((s.passage.gap or 0) - s.gap_after for s in sound) <= door.removed + 0.001 * (1 + len(sound))


def _at(field: Field, iri: str) -> int:
    return field.members.index(field.snapshot.find(iri))


def test_doors_and_taught_agree_on_every_competency_of_the_example(power: Field) -> None:
    for door in doors(power, most=12).found:
        _agree(power, door)


@SHARED
@given(data=st.data())
def test_doors_and_taught_agree_whatever_is_rated(plants: Snapshot, data: st.DataObject) -> None:
    field = Field.of(_rated(plants, data))
    answer = doors(field, most=999)
    names = {door.competency for door in answer.found}

    for door in answer.found:
        _agree(field, door)
    for iri, _, _ in rated_competencies(field.snapshot, field.members):
        if iri not in names:
            assert not [s for s in taught_in_one_more(field, [iri]).found if np.isfinite(_cost(field, s.passage))]


def _cost(field: Field, passage: Passage) -> float:
    return float(field.steps[_at(field, passage.start.iri), _at(field, passage.end.iri)])


def _rated(snapshot: Snapshot, data: st.DataObject) -> Snapshot:
    """Return a snapshot in which the competencies are rated anew."""
    (rating,) = snapshot.requirements
    shape = rating.level.shape
    levels = data.draw(arrays(np.float32, shape, elements=st.floats(0, 7, width=32)))
    drawn = replace(rating, level=np.where(rating.importance > 0, levels, 0).astype(np.float32))
    return replace(snapshot, requirements=(drawn,), gaps=gaps(drawn))


def test_a_release_that_rates_many_competencies_has_doors_too(power: Field) -> None:
    """One in two hundred takes away less than two points in a hundred of what a rung asks, and is named."""
    (rating,) = power.snapshot.requirements
    more = 200 // len(rating.competencies) + 1
    many = replace(
        rating,
        competencies=tuple(f"{iri}/{copy}" for copy in range(more) for iri in rating.competencies),
        labels=tuple(label for _ in range(more) for label in rating.labels),
        kinds=tuple(kind for _ in range(more) for kind in rating.kinds),
        importance=np.tile(rating.importance, more),
        level=np.tile(rating.level, more),
    )
    answer = doors(replace(power, snapshot=replace(power.snapshot, requirements=(many,))))
    first = answer.found[0]

    assert first.removed / answer.steps < 0.02
    assert "opens the most doors" in answer.summary
    _agree(replace(power, snapshot=replace(power.snapshot, requirements=(many,))), first)


def test_ease_is_measured_against_the_gap_of_the_step_itself(power: Field) -> None:
    rows = np.ix_(list(power.members), list(power.members))
    gap = np.nan_to_num(power.snapshot.gaps[rows])

    assert not eased(power, np.zeros_like(gap)).any()
    assert np.array_equal(eased(power, gap * EASED * 1.01), gap > 0)
    assert not eased(power, gap * EASED * 0.99).any()


def test_what_is_less_than_a_twentieth_of_every_gap_changes_little(power: Field) -> None:
    uneased = [door for door in doors(power, most=999).found if not door.eased]
    answers = {door: taught_in_one_more(power, [door.competency]) for door in uneased}
    least = min((door for door in uneased if not answers[door].found), key=lambda door: door.removed)
    answer = answers[least]

    assert answer.summary.startswith(f"Little changes: {least.label} is less than a twentieth of the gap")


def test_a_door_removes_what_it_takes_from_the_gap_of_each_sound_step(power: Field) -> None:
    answer = doors(power, most=200)
    door = next(one for one in answer.found if one.label.value == "Electrical Fundamentals")
    (rating,) = power.snapshot.requirements
    column = rating.competencies.index(door.competency)
    removed = 0.0
    for row, start in enumerate(power.members):
        for at, end in enumerate(power.members):
            if np.isfinite(power.steps[row, at]):
                importance, level = rating.importance[end], rating.level[end]
                needs = float((np.maximum(importance - 1, 0) * level).sum())
                lacking = max(0.0, float(level[column] - rating.level[start, column]))
                removed += max(0.0, float(importance[column]) - 1) * lacking / needs

    assert door.removed == pytest.approx(removed, abs=0.001)
    assert answer.steps == int(np.isfinite(power.steps).sum())


def test_the_doors_come_by_how_much_they_take_away(power: Field) -> None:
    answer = doors(power)

    assert [door.removed for door in answer.found] == sorted((door.removed for door in answer.found), reverse=True)
    assert answer.summary.startswith(f"{answer.found[0].label} opens the most doors")


def test_an_opened_step_was_too_long_and_asks_for_no_license(power: Field) -> None:
    opened = [step for door in doors(power).found for step in door.opened]

    assert opened
    for step in opened:
        start, end = (power.snapshot.find(named.iri) for named in (step.start, step.end))
        assert not {Barrier.LICENSE, Barrier.SCHOOL} & {*power.barriers(start, end)}
        assert step.gap is not None
        assert step.gap > LONG


def test_of_doors_that_no_course_opens_it_is_said(power: Field) -> None:
    answer = doors(power)

    assert not any(door.taught_by for door in answer.found)
    assert "No course here is said to teach any of these" in answer.notes[-1]


def test_without_ratings_it_is_said_that_nothing_can_be_said(unrated: Field) -> None:
    answer = doors(unrated)

    assert (answer.steps, answer.found) == (0, ())
    assert answer.summary.startswith("Which competencies open doors cannot be said of all occupations")
