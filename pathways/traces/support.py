"""Where the support of a step comes from: relatedness or a rule, and the knowledge and programs of study in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pathways.amounts import percent
from pathways.ladders import wording
from pathways.ladders.wording.reasons import FOLLOWS
from pathways.records.ladder import Step
from pathways.steps.following import LEAST
from pathways.steps.shared import Term, says_what_is_known
from pathways.traces import explained
from pathways.traces.ground import ONET, Ground
from pathways.traces.records import Basis, Figure, Input, computed
from standards.citations import published as tables

CLOSENESS = "closeness"
PROGRAMS = "programs in common"

CIP = "cip"
"""Reader of the crosswalk that names programs of study."""


def support_figures(ground: Ground, step: Step, start: int, end: int) -> Iterator[Figure]:
    """Yield what speaks for a step in all, and each thing that it is the sum of."""
    if step.support is None or step.closeness is None:
        return
    terms = [term for term in ground.snapshot.steps.shared.terms if not np.isnan(term.found[start, end])]
    yield _closeness(step)
    yield from (_in_common(ground, term, start, end) for term in terms)
    yield Figure(
        name="support",
        shown=wording.supported(step).removeprefix("support "),
        basis=Basis.INFERRED if step.follows else Basis.COMPUTED,
        how=_sum(ground, step, start, end),
        parts=(CLOSENESS, *(term.name for term in terms)),
        explained=explained.RELATEDNESS,
    )


def _closeness(step: Step) -> Figure:
    """Return how close a step is taken: as related as the views see it, or closer by a rule."""
    how, shown = "relatedness, as no rule says that people take the step however unlike the work looks", ""
    if step.follows:
        least = LEAST[step.follows]
        made = f"{least:g} + {1 - least:g} * relatedness {step.relatedness:.3f} = {step.closeness:.3f}"
        how, shown = f"by a rule, since {FOLLOWS[step.follows]}: {made}", f": {FOLLOWS[step.follows]}"
    return Figure(
        name=CLOSENESS,
        shown=f"{step.closeness:.2f}{shown}",
        basis=Basis.INFERRED if step.follows else Basis.COMPUTED,
        how=how,
        parts=("relatedness",),
        explained=explained.RELATEDNESS,
    )


def _sum(ground: Ground, step: Step, start: int, end: int) -> str:
    """Return support as the sum that it is, with its numbers."""
    said, unknown = [f"{CLOSENESS} {step.closeness:.3f}"], []
    for term in ground.snapshot.steps.shared.terms:
        found = float(term.found[start, end])
        if np.isnan(found):
            unknown.append(f"; {term.name} unknown, and counted as usual")
        else:
            said.append(f"{term.weight:g} * ({term.name} {found:.3f} - {term.usual:g}, as is usual)")
    return f"{' + '.join(said)} = {step.support:.3f}{''.join(unknown)}"


def _in_common(ground: Ground, term: Term, start: int, end: int) -> Figure:
    """Return how much knowledge, or how many programs of study, two occupations have in common."""
    found = float(term.found[start, end])
    if term.name == PROGRAMS:
        inputs = tuple(program_inputs(ground, (start, end)))
        how = f"programs of study that prepare for both, {percent(found)} of those for either, in groups of the CIP"
    else:
        inputs = tuple(_knowledge(ground, (start, end)))
        how = "cosine of the standard scores of the knowledge that the two ask for, -1 to 1"
    return computed(term.name, f"{found:.3f}", how, (), explained.RELATEDNESS, inputs=inputs)


def _knowledge(ground: Ground, ends: tuple[int, int]) -> Iterator[Input]:
    """Yield the rows that rate the knowledge of both ends: of the release with the last word."""
    rated = [one for one in ground.snapshot.requirements if says_what_is_known(one) and one.rated[list(ends)].all()]
    for place in ends if rated else ():
        release, occupation = ground.named(rated[-1].name), ground.snapshot.occupations[place]
        row = tables.onet_fact(occupation.code, "Knowledge", "Element ID", "Scale ID", "Data Value")
        yield ground.input(f"knowledge of {occupation.label}", "", release, row if release.reader == ONET else None)


def program_inputs(ground: Ground, places: Sequence[int]) -> Iterator[Input]:
    """Yield the rows of the crosswalk that name the programs of study that prepare for some occupations."""
    for release in (release for release in ground.releases if release.reader == CIP):
        for occupation in (ground.snapshot.occupations[place] for place in places):
            row = tables.programs_matched(occupation.code[:7])
            yield ground.input(f"programs of study for {occupation.label}", "", release, row)
