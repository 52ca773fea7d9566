"""Where the milestones of a plan come from: the school, the license and the job that open a rung."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from pathways.plans import wording
from pathways.plans.plan import MilestoneKind, Stage
from pathways.plans.way import SCHOOL_MONTHS
from pathways.records.step import Reference
from pathways.traces import explained
from pathways.traces.ground import Ground
from pathways.traces.preparation import answers_inputs, known_time, preparation_figures
from pathways.traces.records import Basis, Figure, Input
from pathways.traces.rungs import license_figures
from pathways.traces.support import program_inputs

Ends = tuple[int, int]
"""Places of the rung before and of the one that is opened."""

Reason = tuple[Basis, str, tuple[Input, ...]]
"""How a milestone came about, and what it rests on."""


def milestone_figures(ground: Ground, owner: str, stage: Stage, before: Reference) -> Iterator[Figure]:
    """Yield what opens a rung besides courses, each with when it is told and what its months are made of.

    Parameters
    ----------
    owner
        What the figures of the rung are said to be of.
    before
        The rung below it on the way.
    """
    places = ground.snapshot.occupations.by_iri
    for found in stage.milestones:
        basis, how, inputs = REASONS[found.kind](ground, (places[before.iri], places[stage.rung.iri]))
        yield Figure(
            name=f"milestone: {wording.HEADS[found.kind].lower()}",
            shown="; ".join(filter(None, (found.label, wording.milestone(found)))),
            basis=basis,
            how=how,
            inputs=inputs,
            of=owner,
            explained=explained.MILESTONES,
        )


def _study(ground: Ground, ends: Ends) -> Reason:
    """Return when a program is told, and the school that it is of."""
    had, asked = (known_time(ground.snapshot.preparation.said("degree", place)) for place in ends)
    how = (
        f"told from {SCHOOL_MONTHS} months of school on, or of another degree: the rung asks for {asked} after high "
        f"school, less the {had} of the one before, unless these are of another kind"
    )
    rows = (stated for place in ends for stated in answers_inputs(ground, place))
    return Basis.COMPUTED, how, (*rows, *program_inputs(ground, ends[1:]))


def _license(ground: Ground, ends: Ends) -> Reason:
    """Return when a license is told: it is as stated, or as the engine's own list has it."""
    stated = [figure for figure in license_figures(ground, ends[1]) if figure.name == "license"]
    how = "told where nobody has it by then and no credential on offer is just that"
    return stated[0].basis, how, tuple(one for figure in stated for one in figure.inputs)


def _job(ground: Ground, ends: Ends) -> Reason:
    """Return that the job is always told, the work that it asks for and the training that it gives."""
    before, after = ({figure.name: figure for figure in preparation_figures(ground, place)} for place in ends)
    work, training = "months of experience", "months of training"
    how = (
        f"told of every rung: it asks for {after[work].shown} of related work, less the {before[work].shown} that the "
        f"one before asks for and the {before[training].shown} of training there; it trains for {after[training].shown}"
    )
    taken = (after[work], after[training], before[work], before[training])
    return Basis.COMPUTED, how, tuple(one for figure in taken for one in figure.inputs)


REASONS: Final[Mapping[MilestoneKind, Callable[[Ground, Ends], Reason]]] = {
    MilestoneKind.PROGRAM: _study,
    MilestoneKind.LICENSE: _license,
    MilestoneKind.JOB: _job,
}
"""How milestones come about, by their kind."""
