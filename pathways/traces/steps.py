"""Where the figures of a step come from: gap, what is to be learned, relatedness, pay, license, credentials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pathways.amounts import count, money, percent
from pathways.diagrams.digest import SKILLS as IN_PICTURES
from pathways.ladders import wording
from pathways.ladders.account import SKILLS as IN_WORDS
from pathways.ladders.transitions import transition
from pathways.occupations.requirements import Requirements, shortfall
from pathways.occupations.wages import Region
from pathways.records.step import Step
from pathways.traces import explained
from pathways.traces.bridges import bridge_figures
from pathways.traces.ground import Ground, rating_citation
from pathways.traces.names import gain_name
from pathways.traces.pay import pay_input
from pathways.traces.preparation import training_figure
from pathways.traces.records import Basis, Figure, Input, computed
from pathways.traces.rungs import education_figures, license_figures
from pathways.traces.told import told_of_a_step
from pathways.traces.views import seen_rows
from pathways.traces.words import credential_figures, taught_figures

GAP_NAME = "gap (to learn)"


def step_figures(ground: Ground, start: int, end: int, region: Region | None) -> tuple[Figure, ...]:
    """Return the figures of a step.

    Parameters
    ----------
    start, end
        Places in the snapshot.
    """
    step = transition(ground.snapshot, start, end, region)
    rating = ground.snapshot.requirements_of(start, end)
    found = (
        *(_gap(ground, rating, start, end) if rating and step.gap is not None else ()),
        *(_gains(ground, rating, step, start, end) if rating else ()),
        *_relatedness(ground, step, start, end),
        *(_pay(ground, step, (start, end), region) if region else ()),
        *(training_figure(ground, end),),
        *(education_figures(ground, end)),
        *(figure for figure in license_figures(ground, end) if step.preparation.license),
        *credential_figures(ground, step),
        *taught_figures(ground, step),
        *bridge_figures(ground, step.bridges, end, region),
        *told_of_a_step(ground, step, start, region),
    )
    return tuple(found)


def cost_figure(ground: Ground, start: int, end: int, names: Sequence[str]) -> Figure:
    """Return the cost of a step, by which ways are chosen.

    Parameters
    ----------
    names
        Of the other figures of the step, which its formula takes as far as they are there.
    """
    taken = ("closeness", GAP_NAME, "months of training")
    near, gap = (float(matrix[start, end]) for matrix in (ground.snapshot.steps.relatedness, ground.snapshot.gaps))
    total = ground.snapshot.preparation.total
    how = (
        f"a sum of weights: every step, distance (closeness {near:.3f}), what is to be learned ({gap:.3f}), "
        f"time ({(total[end] - total[start]) / 12:.1f} years of preparation more), and what the kinds of the two add"
    )
    return Figure(
        name="cost",
        shown=f"{float(ground.snapshot.steps.cost[start, end]):.2f}",
        basis=Basis.COMPUTED,
        how=how,
        parts=tuple(name for name in taken if name in names),
        explained=explained.COST,
    )


def _gap(ground: Ground, rating: Requirements, start: int, end: int) -> Iterator[Figure]:
    missing = shortfall(rating.importance[end], rating.level[start], rating.level[end])
    needs = np.maximum(rating.importance[end] - 1, 0) * rating.level[end]
    if needs.sum() <= 0:
        return
    order = [int(c) for c in np.argsort(-missing, kind="stable") if needs[c] > 0]
    yield Figure(
        name=GAP_NAME,
        shown=wording.to_learn(round(float(missing.sum() / needs.sum()), 3)),
        basis=Basis.COMPUTED,
        how=(
            f"what is missing, {missing.sum():.2f}, of what the upper rung asks, {needs.sum():.2f}: over all rated "
            "competencies (importance - 1) * levels missing, over (importance - 1) * level, to three decimals"
        ),
        inputs=tuple(stated for column in order for stated in _ratings(ground, rating, (start, end), column)),
        explained=explained.GAP,
    )


def _counted(skills: int) -> str:
    """Return how many skills there are, and how many an account and a picture leave unnamed.

    Example
    -------
    >>> _counted(25), _counted(3)
    ('25 skills: 8 and 17 more, or 4 and 21 more', '3 skills')
    """
    cut = (f"{named} and {skills - named} more" for named in (IN_WORDS, IN_PICTURES) if skills > named)
    said = ", or ".join(cut)
    return f"{count(skills, 'skill')}{f': {said}' if said else ''}"


def _gains(ground: Ground, rating: Requirements, step: Step, start: int, end: int) -> Iterator[Figure]:
    """Yield the figures of each competency that a step names."""
    for gain in step.gains:
        column = rating.competencies.index(gain.competency)
        yield Figure(
            name=f"to learn: {gain_name(step, gain)}",
            shown=f"{percent(gain.share)} of the gap; level {gain.level_from or 0:g} to {gain.level_to:g}",
            basis=Basis.COMPUTED,
            how=_missing(rating, (start, end), column),
            inputs=_ratings(ground, rating, (start, end), column),
            parts=(GAP_NAME,),
            explained=explained.GAP,
        )
    yield from _of_gains(step)


def _missing(rating: Requirements, ends: tuple[int, int], column: int) -> str:
    """Return how much of a competency is missing between two rungs, as it is worked out."""
    start, end = ends
    total = float(shortfall(rating.importance[end], rating.level[start], rating.level[end]).sum())
    has, level = float(rating.level[start, column]), float(rating.level[end, column])
    importance = float(rating.importance[end, column])
    there = f"{has:.2f}" if rating.importance[start, column] else "0, unrated"
    missing = (importance - 1) * (level - has)
    return f"({importance:.2f} - 1) * ({level:.2f} - {there}) = {missing:.2f} of {total:.2f} that are missing"


def _of_gains(step: Step) -> Iterator[Figure]:
    """Yield how many competencies a step names, and the scale that they are rated on."""
    if named := tuple(f"to learn: {gain_name(step, gain)}" for gain in step.gains):
        yield Figure(
            name="skills to learn",
            shown=_counted(len(named)),
            basis=Basis.COMPUTED,
            how="those in which the upper rung asks for more than the lower one; the largest shares are named",
            parts=named,
            explained=explained.GAP,
        )
        yield Figure(
            name="scale of levels",
            shown="levels from 0 to 7",
            basis=Basis.ASSERTED,
            how="the scale of O*NET, on which a partnership rates, too",
            parts=named,
            explained=explained.GAP,
        )


def _ratings(ground: Ground, rating: Requirements, ends: tuple[int, int], column: int) -> tuple[Input, ...]:
    """Return the ratings that the gap takes of a competency: both of the upper rung, the level of the lower one."""
    start, end = ends
    wanted = (
        (end, "importance", rating.importance[end, column]),
        (end, "level", rating.level[end, column]),
        (start, "level", rating.level[start, column]),
    )
    inputs = (
        _rating(ground, rating, (place, column), number, float(value))
        for place, number, value in wanted
        if rating.importance[place, column]
    )
    return tuple(inputs)


def _rating(ground: Ground, rating: Requirements, at: tuple[int, int], number: str, value: float) -> Input:
    place, column = at
    release, occupation = ground.named(rating.name), ground.snapshot.occupations[place]
    citation = rating_citation(release, occupation.code, rating, column, number)
    what = f"{number} of {rating.labels[column]} to {occupation.label}"
    return ground.input(what, f"{value:g}", release, citation, [value])


def _relatedness(ground: Ground, step: Step, start: int, end: int) -> Iterator[Figure]:
    counted = [evidence.view for evidence in step.voting]
    fused = (
        f"fused from how {count(len(counted), 'view')} see{'s' * (len(counted) == 1)} the pair: {', '.join(counted)}"
    )
    yield Figure(
        name="relatedness",
        shown=f"{step.relatedness:.2f}",
        basis=Basis.COMPUTED,
        how=fused if counted else "no view knows both",
        parts=tuple(f"view: {view}" for view in counted),
        explained=explained.RELATEDNESS,
    )
    for evidence in step.evidence:
        how = "rows of both ends are compared; the rank is among all occupations that the view knows"
        yield Figure(
            name=f"view: {evidence.view}",
            shown=f"similarity {evidence.similarity:.2f}, rank {evidence.rank}",
            basis=Basis.COMPUTED,
            how=how if evidence.counted else f"{how}; it is shown beside relatedness and has no vote in it",
            inputs=tuple(seen_rows(ground, evidence, (start, end))),
            explained=explained.RELATEDNESS,
        )


def _pay(ground: Ground, step: Step, ends: tuple[int, int], region: Region) -> Iterator[Figure]:
    paid = ground.snapshot.regional(region).common(*ends)
    if step.wage_change is None or paid is None:
        return
    before, after = (float(paid.yearly[place, 1]) for place in ends)
    inputs = tuple(stated for place in ends for stated in pay_input(ground, place, paid)[2])
    how = f"median {money(after)} over {money(before)}, less 1, both of {paid.label}"
    yield computed("change of pay", wording.pay_change(step), how, (), explained.DRAWN, inputs=inputs)
    if step.tradeoff:
        shown = f"{money(step.tradeoff.amount)} a year"
        how = f"median {money(before)} less {money(after)}, both of {paid.label}: more than a tenth"
        yield computed("pay given up", shown, how, (), explained.LICENSES, inputs=inputs)
