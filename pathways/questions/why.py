"""Why one occupation is a step from another, or is none, and which way leads there instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.amounts import money, percent
from pathways.ladders import wording
from pathways.ladders.building import ways_between
from pathways.ladders.describing import sources
from pathways.ladders.refusals import refusals
from pathways.ladders.transitions import transition
from pathways.questions.field import Field
from pathways.questions.reasons import Reason, Why
from pathways.questions.records import Named
from pathways.records.ladder import Source
from pathways.records.refusal import Refusal
from pathways.records.step import Step


def why(field: Field, start: int, end: int) -> Why:
    """Return why one occupation is a step from another, or is none.

    Parameters
    ----------
    start, end
        Places in the snapshot of the field; they need not be among its members.
    """
    snapshot = field.snapshot
    step = transition(snapshot, start, end, field.region)
    barred = () if start == end else refusals(snapshot, start, end)
    best = ways_between(snapshot, start, end, field.region, 1)[0]
    ends, way = [field.named(place) for place in (start, end)], [field.named(place) for place in best]
    sound = start != end and not barred
    return Why(
        title=f"Why from {ends[0].label} to {ends[1].label}?",
        asked={"from": ends[0].label.value, "to": ends[1].label.value},
        summary=" ".join((_verdict(ends, step, barred), *_instead(way, ends[1], sound=sound))),
        notes=(*step.notes, *field.notes),
        sources=_sources(field, step, (start, end, *best)),
        start=ends[0],
        end=ends[1],
        sound=sound,
        refusals=barred,
        way=tuple(way),
        step=step,
        found=tuple(_reasons(field, step, start, end)),
    )


def _sources(field: Field, step: Step, places: Sequence[int]) -> tuple[Source, ...]:
    """Return the releases that the reasons and the way are from."""
    paid = field.snapshot.regional(field.region).common(*places[:2])
    return sources(field.snapshot, places, (), [step], [paid.source] if paid else [])


def _verdict(ends: Sequence[Named], step: Step, barred: Sequence[Refusal]) -> str:
    """Return whether it is a step, and the rules that say that it is none."""
    start, end = (one.label for one in ends)
    if start == end:
        return f"{start} are both ends: there is no step to ask about."
    if barred:
        return f"No. {end} are no step from {start}, because {'; and because '.join(one.words for one in barred)}."
    new = "" if step.gap is None else f": {percent(step.gap)} of what they ask is new"
    return f"Yes. {end} are a step from {start}{new}."


def _instead(way: Sequence[Named], end: Named, *, sound: bool) -> Iterator[str]:
    """Yield which way is the best one, where it is not the step itself."""
    through = ", then ".join(str(rung.label) for rung in way[1:-1])
    if way[-1] != end and len(way) > 1:
        yield f"No way leads there; the nearest rung that can be reached is {way[-1].label}."
    elif way[-1] != end:
        yield "No way leads there, and no rung that can be reached is nearer."
    elif through and sound:
        yield f"A ladder goes through {through} first: those steps are easier together than this one is alone."
    elif through:
        yield f"A way leads there through {through}."


def _reasons(field: Field, step: Step, start: int, end: int) -> Iterator[Reason]:
    """Yield what speaks for a step and against it."""
    snapshot, preparation = field.snapshot, step.preparation
    yield Reason(what="relatedness", figure=f"{step.relatedness:.3f} of 1, over all views")
    if step.gap is not None:
        largest = ", ".join(gain.label.value for gain in step.gains[:3])
        named = step.gains[0].source if step.gains else ""
        figure = f"{percent(step.gap)} of what it asks" + (f", most of it {largest}" if largest else "")
        yield Reason(what="to learn", figure=figure, source=named)
    zones = f"job zone {preparation.zone_from or 'unknown'} to {preparation.zone_to or 'unknown'}"
    yield Reason(what="preparation", figure="; ".join(filter(None, (zones, preparation.education))))
    if preparation.license:
        yield Reason(what="license", figure=preparation.license)
    yield from _pay(field, step, start, end)
    for one in step.evidence:
        others = int(snapshot.opinions[0].known.sum()) - 1
        beside = "" if one.counted else "; shown beside, it has no vote in relatedness"
        figure = f"similarity {one.similarity:.2f}, number {one.rank} of about {others}{beside}"
        yield Reason(what=f"view: {one.view}", figure=figure, source=one.source)


def _pay(field: Field, step: Step, start: int, end: int) -> Iterator[Reason]:
    """Yield how pay changes, where it is known."""
    region = field.snapshot.regional(field.region).common(start, end)
    if region is None:
        return
    before, after = region.yearly[[start, end], 1].tolist()
    figure = f"{wording.pay_change(step)}: {money(before)} to {money(after)} a year at the median"
    place = f"{region.label}, {region.period}; {region.source}"
    yield Reason(what="pay", figure=figure, source=place)
