"""What happens to a sector's ladder when a skill is taught in one more course."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pathways.amounts import count
from pathways.arrays import Flags, Floats
from pathways.questions.doors import eased, general_ratings, lightened, open_steps, opened, pairs
from pathways.questions.field import Field
from pathways.questions.lessons import find_competency, relief
from pathways.questions.sources import sources
from pathways.questions.teaching_records import Taught, TaughtStep
from pathways.records.step import Reference

MOST_STEPS = 15
"""Steps that are named."""


def taught_in_one_more(
    field: Field, names: Sequence[str], level: float | None = None, most: int = MOST_STEPS
) -> Taught:
    """Return a ladder before and after some competencies are taught to all who stand on its rungs.

    Parameters
    ----------
    names
        Competencies by address, code or label.
    level
        0 to 7, that the course leads to; as high as each upper rung asks where it is ``None``.

    Raises
    ------
    NotFoundError
        Where no competency that the occupations need has such a name.
    """
    skills = tuple(find_competency(field.snapshot, field.members, name) for name in names)
    fall = relief(field.snapshot, field.members, {skill.iri for skill in skills}, level)
    after, new = opened(field, fall)
    before_reached, after_reached = field.reached(), after.reached()
    named = _steps(field, after, (fall, new))
    newly = field.ordered(sorted(after_reached - before_reached))
    courses = {c.iri for skill in skills for c in field.snapshot.teaching.taught_by.get(skill.iri, ())}
    sound = int(open_steps(field).sum())
    return Taught(
        title=f"If {_named(skills)} {_is(skills)} taught in one more course: {field.label}",
        asked={"of": field.label, "skill": ", ".join(names), "level": "" if level is None else f"{level:g}"},
        summary=_summary(field, named, (sound, len(newly)), lightened(field, fall))
        if named
        else _unmoved(field, skills, fall),
        notes=(
            *field.notes,
            *_notes(skills, len(courses), level),
            *_unnamed(len(named), most),
            *general_ratings(field),
        ),
        sources=sources(field),
        competencies=skills,
        courses=len(courses),
        open_before=sound,
        open_after=int(open_steps(after).sum()),
        reached_before=len(before_reached),
        reached_after=len(after_reached),
        newly_reached=tuple(field.named(place) for place in newly),
        found=tuple(named[:most]),
    )


def _steps(field: Field, after: Field, changed: tuple[Floats, Flags]) -> list[TaughtStep]:
    """Return the steps that get easier, those that open first, then by how much the gap falls."""
    fall, new = changed
    sound = (np.isfinite(field.steps) | np.isfinite(after.steps)) & (eased(field, fall) | new)
    opening = set(pairs(field, new))
    found = [
        TaughtStep(
            passage=field.passage(a, b),
            gap_after=round(float(after.snapshot.gaps[a, b]), 3),
            opens=(a, b) in opening,
        )
        for a, b in pairs(field, np.asarray(sound))
    ]
    return sorted(found, key=lambda step: (not step.opens, -_fall(step)))


def _fall(step: TaughtStep) -> float:
    """Return by how much the gap of a step falls, 0 to 1."""
    return (step.passage.gap or 0) - step.gap_after


def _summary(field: Field, named: Sequence[TaughtStep], counted: tuple[int, int], share: float) -> str:
    sound, newly = counted
    opening, first = sum(step.opens for step in named), max(named, key=_fall)
    gaps = f"from {first.passage.gap or 0:.1%} to {first.gap_after:.1%}"
    more = f"{count(opening, 'more step')} {'is' if opening == 1 else 'are'}" if opening else "no more steps are"
    reach = f", and {count(newly, 'more rung')} can be reached from an entry rung without a barrier" if newly else ""
    return (
        f"{count(len(named), 'step')} up in {field.label} {'gets' if len(named) == 1 else 'get'} easier by a twentieth "
        f"or more; {share:.1%} of all that is to be learned on its sound steps falls away. Beside the {sound} that "
        f"skills alone open now, {more} open{reach}. Most falls from {first.passage.start.label} to "
        f"{first.passage.end.label}: {gaps} to learn."
    )


def _unmoved(field: Field, skills: Sequence[Reference], fall: Floats) -> str:
    """Return what is said where no step gets easier, none at all or none by much."""
    what = _named(skills)
    if not (fall[np.isfinite(field.steps)] > 0).any():
        return f"Nothing changes: no step up in {field.label} has {what} in its gap."
    return f"Little changes: {what} {_is(skills)} less than a twentieth of the gap of every step up in {field.label}."


def _named(skills: Sequence[Reference]) -> str:
    return " and ".join(skill.label.value for skill in skills)


def _is(skills: Sequence[Reference]) -> str:
    return "is" if len(skills) == 1 else "are"


def _unnamed(steps: int, most: int) -> list[str]:
    """Return how many steps get easier that the table leaves out."""
    return (
        [f"The table names {most} of the {steps} steps: those that open, then those whose gap falls most."]
        if steps > most
        else []
    )


def _notes(skills: Sequence[Reference], courses: int, level: float | None) -> list[str]:
    how = "the level that the rung above asks for" if level is None else f"level {level:g}"
    teach = f"{count(courses, 'course')} here {'is' if courses == 1 else 'are'}" if courses else "No course here is"
    what = "it" if len(skills) == 1 else "them"
    return [
        f"Taught to {how}, to all who stand on the rungs below. {teach} said to teach {what} now.",
        "Only what is to be learned changes: licenses, degrees and pay stay as they are.",
    ]
