"""Where figures come from that only words tell: why a step is drawn, what it takes, who licenses, where to stay."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.amounts import money
from pathways.ladders import wording
from pathways.ladders.notes import usual_way
from pathways.ladders.off_ramps import middle_pay
from pathways.occupations.wages import Region
from pathways.records.bridge import BridgeKind
from pathways.records.ladder import Ladder, Rung, Step
from pathways.traces import explained
from pathways.traces.ground import Ground, license_input
from pathways.traces.pay import pay_input
from pathways.traces.records import Basis, Figure, Input, computed
from pathways.traces.support import support_figures


def told_of_a_step(ground: Ground, step: Step, start: int, region: Region | None) -> Iterator[Figure]:
    """Yield the figures that words tell of a step."""
    end = ground.snapshot.occupations.by_iri[step.end]
    views = tuple(f"view: {seen.view}" for seen in step.voting)
    if step.voting:
        how = f"views with the upper rung among the {wording.CLOSEST} closest to the lower one, and the best ranks"
        yield computed("views that see it close", wording.seen(step), how, views, explained.RELATEDNESS)
    yield from support_figures(ground, step, start, end)
    if takes := wording.takes(step):
        how = "school and work that the upper rung asks for beyond the lower one, and its training, in whole months"
        yield computed("what it takes", takes, how, ("months of training",), explained.TIME)
    paid = ground.snapshot.regional(region).common(start, end)
    if step.learning_pay and paid:
        how = "median of the lower rung less the first period of the best paid apprenticeship, a share of the upper's"
        inputs = tuple(stated for place in (start, end) for stated in pay_input(ground, place, paid)[2])
        yield computed("pay while learning", wording.at_first(step), how, (), explained.BRIDGES, inputs=inputs)
    yield from _who_licenses(ground, step)


def _who_licenses(ground: Ground, step: Step) -> Iterator[Figure]:
    """Yield who licenses, where the engine's own list says so."""
    place = ground.snapshot.occupations.by_iri[step.end]
    occupation = ground.snapshot.occupations[place]
    for bridge in step.bridges:
        if bridge.kind is BridgeKind.LICENSE and not occupation.license:
            stated = (license_input(occupation.code),)
            yield Figure(
                name="who licenses",
                shown=bridge.source,
                basis=Basis.INFERRED,
                how="in general; the law of each state comes first",
                inputs=stated,
                explained=explained.LICENSES,
            )


def told_of_a_rung(ground: Ground, rung: Rung) -> Iterator[Figure]:
    """Yield what usually leads to a rung that no step leads to."""
    if rung.no_way_in:
        parts = ("months of training", "months of experience")
        how = "its schooling, training, related work and license, in whole months"
        yield computed("usual way in", usual_way(ground.snapshot, rung), how, parts, explained.DRAWN)


def told_of_a_ladder(ladder: Ladder, parts: tuple[str, ...]) -> Iterator[Figure]:
    """Yield the pay from which on one can stay, where a ladder names off-ramps.

    Parameters
    ----------
    parts
        Names of the figures of the medians of its rungs.
    """
    if not any(rung.off_ramp for rung in ladder.rungs):
        return
    if ladder.enough is not None:
        given = Input(what="a year's pay that is enough to stay", value=money(ladder.enough), given=True)
        shown = money(ladder.enough)
        yield Figure(name="enough to stay", shown=shown, basis=Basis.ASSERTED, how="as you say", inputs=(given,))
    elif (enough := middle_pay(ladder.rungs)) is not None:
        yield computed("enough to stay", money(enough), "median of the medians of the rungs", parts, explained.DRAWN)
