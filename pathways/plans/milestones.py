"""Milestones: what opens a rung besides courses, in order: a program of study, a license, and then the job.

They are known from what occupations ask for, so a plan has them also where no catalog offers any of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pathways.ladders.grounds import licensed_by_whom
from pathways.ladders.transitions import preparation_of
from pathways.plans.choice import Choice
from pathways.plans.plan import Milestone, MilestoneKind
from pathways.plans.way import SCHOOL_MONTHS
from pathways.records.step import Preparation


def milestones(choice: Choice, at: int) -> tuple[Milestone, ...]:
    """Return what opens a rung of the way, in order.

    Parameters
    ----------
    at
        Place of the rung on the way, from 0.
    """
    way = choice.way
    before, place = (way.start, *way.places)[at : at + 2]
    asked = preparation_of(way.snapshot, before, place)
    return (*_study(choice, place, asked), *_license(choice, at), _job(choice, place, asked))


def _study(choice: Choice, place: int, asked: Preparation) -> Iterator[Milestone]:
    """Yield the program that a rung asks for beyond the one before, where no apprenticeship of the plan brings it."""
    months = asked.school_months or 0
    if not (months >= SCHOOL_MONTHS or asked.anew) or choice.entries.into(place).intersection(choice.cover.chosen):
        return
    award = asked.anew.partition(" (")[0] or asked.education
    subject = choice.way.snapshot.programs.named(place)
    yield Milestone(kind=MilestoneKind.PROGRAM, label=subject or award, award=award, months=months or None)


def _license(choice: Choice, at: int) -> Iterator[Milestone]:
    """Yield the license of a rung, unless it is had by then, or a credential on offer is just that."""
    way, place = choice.way, choice.way.places[at]
    name = way.snapshot.license(place)
    had = {*map(way.snapshot.license, (way.start, *way.places[:at])), *way.held.licensed}
    if name and name not in had and not choice.required(way.snapshot.occupations[place].iri):
        yield Milestone(kind=MilestoneKind.LICENSE, label=name, granted_by=licensed_by_whom(way.snapshot, place))


def _job(choice: Choice, place: int, asked: Preparation) -> Milestone:
    """Return the job itself, with the work that it asks for and the training that it gives."""
    return Milestone(
        kind=MilestoneKind.JOB,
        label=choice.way.reference(place).label.value,
        months=asked.training_months or None,
        work_months=asked.experience_months or None,
    )
