"""What speaks for a step and against it: the figures behind the answer to why, in the words of a ladder's account."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.amounts import money, percent
from pathways.bridges.words import described
from pathways.ladders import wording
from pathways.ladders.wording.reasons import FOLLOWS
from pathways.questions.field import Field
from pathways.questions.reasons import Reason
from pathways.records.bridge import BridgeKind
from pathways.records.step import Step


def pleas(field: Field, step: Step, start: int, end: int) -> Iterator[Reason]:
    """Yield what speaks for a step and against it, the views of relatedness last.

    Parameters
    ----------
    start, end
        Its ends, as places in the snapshot.
    """
    yield from _closeness(step)
    if step.gap is not None:
        yield _to_learn(step)
    yield from _preparation(step)
    yield from _pay(field, step, start, end)
    yield from _bridges(step)
    known = {opinion.name: int(opinion.known.sum()) - 1 for opinion in field.snapshot.opinions}
    for one in step.evidence:
        beside = "" if one.counted else "; shown beside, it has no vote in relatedness"
        figure = f"similarity {one.similarity:.2f}, number {one.rank} of {known[one.view]:,}{beside}"
        yield Reason(what=f"view: {one.view}", figure=figure, source=one.source)


def _closeness(step: Step) -> Iterator[Reason]:
    """Yield how close the work is, by which rule the step is taken as closer, and what speaks for it in all."""
    yield Reason(what="relatedness", figure=f"{step.relatedness:.3f} of 1, over all views")
    if step.follows and step.closeness is not None:
        yield Reason(what="taken as", figure=f"{step.closeness:.3f} of 1, because {FOLLOWS[step.follows]}")
    if said := wording.supported(step):
        yield Reason(what="support", figure=said.removeprefix("support "))


def _to_learn(step: Step) -> Reason:
    largest = ", ".join(gain.label.value for gain in step.gains[:3])
    named = step.gains[0].source if step.gains else ""
    figure = f"{percent(step.gap or 0)} of what it asks" + (f", most of it {largest}" if largest else "")
    return Reason(what="to learn", figure=figure, source=named)


def _preparation(step: Step) -> Iterator[Reason]:
    """Yield what preparation a step takes, and what nobody works there without."""
    ready = step.preparation
    zones = f"job zone {ready.zone_from or 'unknown'} to {ready.zone_to or 'unknown'}"
    yield Reason(what="preparation", figure="; ".join(filter(None, (zones, ready.education))))
    if takes := wording.takes(step):
        yield Reason(what="takes", figure=takes)
    if ready.license:
        yield Reason(what="license", figure=ready.license)
    if needed := [need for need in wording.needs(step) if need != ready.license]:
        yield Reason(what="needs", figure=", ".join(needed))


def _bridges(step: Step) -> Iterator[Reason]:
    """Yield what makes a step possible; a license that only its name is known of is told already."""
    needs = ", ".join(str(one.label) for one in step.credentials) or step.preparation.license
    for bridge in step.bridges:
        if bridge.kind is not BridgeKind.LICENSE:
            yield Reason(what=f"bridge: {bridge.label}", figure=described(bridge, needs), source=bridge.source)


def _pay(field: Field, step: Step, start: int, end: int) -> Iterator[Reason]:
    """Yield how pay changes, where it is known, and what one gives up while learning."""
    region = field.snapshot.regional(field.region).common(start, end)
    if region is None:
        return
    before, after = region.yearly[[start, end], 1].tolist()
    figure = f"{wording.pay_change(step)}: {money(before)} to {money(after)} a year at the median"
    place = f"{region.label}, {region.period}; {region.source}"
    yield Reason(what="pay", figure=figure, source=place)
    if first := wording.at_first(step):
        yield Reason(what="pay while learning", figure=first, source=place)
