"""One step between two occupations, with every reason: "why this step?"."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ontology.records import Iri, Text
from pathways.bridges import Crossing, bridges_of
from pathways.ladders.grounds import basis_of, learning_pay, licensed_by_whom, months_of
from pathways.ladders.wording.pay import in_place
from pathways.occupations.leading import rank_of
from pathways.occupations.requirements import Requirements, shortfall
from pathways.occupations.teaching import Teaching
from pathways.occupations.wages import TRADEOFF, Region
from pathways.records.bridge import Bridge
from pathways.records.step import Direction, Evidence, Gain, Preparation, Reference, Step, TradeOff
from pathways.snapshot import Snapshot
from pathways.steps.following import rule

DEGREE_MONTHS = 18
"""Rise in months of education from which on a degree or certificate stands between two rungs."""
SAME_PAY = 0.05
LONG = 0.5
"""Gap from which on most of what the upper rung asks is new."""
SAME_PREPARATION = 12.0
"""Months within which two rungs ask for much the same."""


def transition(snapshot: Snapshot, start: int, end: int, region: Region | None = None) -> Step:
    """Explain the step from one occupation to another.

    Parameters
    ----------
    start, end
        Places in the snapshot.
    region
        Whose pay to compare; where it does not publish that of both, the narrowest wider one that does.
    """
    rating = snapshot.requirements_of(start, end)
    paid = snapshot.regional(region).common(start, end)
    elsewhere = paid.label if paid and paid is not region else ""
    change, lost = wage_change(paid, start, end), tradeoff(paid, start, end)
    direction = direction_of(snapshot, start, end, change)
    gap = float(snapshot.gaps[start, end])
    crossed = bridges(snapshot, start, end, rating, region)
    step = Step(
        start=snapshot.occupations[start].iri,
        end=snapshot.occupations[end].iri,
        direction=direction,
        relatedness=round(float(snapshot.relatedness[start, end]), 3),
        support=round(float(snapshot.steps.support[start, end]), 3),
        closeness=round(float(snapshot.steps.relatedness[start, end]), 3),
        follows=rule(int(snapshot.steps.follows[start, end])),
        gap=None if np.isnan(gap) else round(gap, 3),
        gains=gains(rating, start, end, teaching_toward(snapshot, end)) if rating else (),
        preparation=preparation_of(snapshot, start, end),
        wage_change=None if change is None else round(change, 3),
        wage_region=elsewhere,
        tradeoff=lost,
        learning_pay=learning_pay(crossed, *paid.yearly[[start, end], 1].tolist()) if paid else None,
        long=_is_long(snapshot, start, end),
        credentials=credentials(snapshot, start, end, required=True),
        helpful=credentials(snapshot, start, end, required=False),
        bridges=crossed,
        evidence=evidence(snapshot, start, end),
        notes=(*_lost(lost, elsewhere), *_notes(snapshot, start, end, rating)),
    )
    return step.model_copy(update={"basis": basis_of(snapshot, step, end)})


def wage_change(region: Region | None, start: int, end: int) -> float | None:
    """Return the change of the median as a fraction of the lower rung's, ``None`` where either is unknown.

    Example: from $40,000 to $50,000 is 0.25.
    """
    if region is None:
        return None
    before, after = (float(v) for v in region.yearly[[start, end], 1])
    return None if np.isnan(before) or np.isnan(after) or before <= 0 else after / before - 1


def tradeoff(region: Region | None, start: int, end: int) -> TradeOff | None:
    """Return what is given up where the median falls by more than `TRADEOFF`, ``None`` where it does not.

    Example: from $50,000 to $40,000 is $10,000, a fifth.
    """
    change = wage_change(region, start, end)
    if region is None or change is None or change >= -TRADEOFF:
        return None
    before, after = (float(v) for v in region.yearly[[start, end], 1])
    return TradeOff(amount=round(before - after), share=round(-change, 3))


def direction_of(snapshot: Snapshot, start: int, end: int, change: float | None) -> Direction:
    """Return whether a step needs a bridge, leads up or leads sideways; by pay alone where a job zone is unknown."""
    long = bool(snapshot.gaps[start, end] > LONG)
    if new_license(snapshot, start, end) or _needs_degree(snapshot, start, end) or anew(snapshot, start, end):
        return Direction.BRIDGE
    if long and _apprenticed(snapshot, start, end):
        return Direction.BRIDGE
    zones = [snapshot.occupations[place].zone for place in (start, end)]
    months = snapshot.preparation.total[end] - snapshot.preparation.total[start]
    leads = rank_of(snapshot.occupations[end].code) > rank_of(snapshot.occupations[start].code)
    alike = 0 in zones or (zones[0] == zones[1] and months < SAME_PREPARATION)
    level = alike and (change is None or change < SAME_PAY)
    falls = 0 < zones[1] < zones[0]
    return Direction.LATERAL if (level or falls) and not leads else Direction.ADVANCE


def teaching_toward(snapshot: Snapshot, end: int) -> Teaching:
    """Return where skills are taught and what attests them on the way to an occupation.

    A credential that names occupations attests nothing to who works toward another one: no helper takes a professional
    engineer's license to show that they can read a drawing.
    """
    others = {use.credential.iri for use in snapshot.credentials if end not in use.useful_for}
    return snapshot.teaching.without(others)


def gains(rating: Requirements, start: int, end: int, teaching: Teaching) -> tuple[Gain, ...]:
    """Return what is to be learned and where, all of it, the largest share of the gap first."""
    missing = shortfall(rating.importance[end], rating.level[start], rating.level[end])
    total = float(missing.sum())
    order = np.argsort(-missing, kind="stable")
    found = ((int(column), float(missing[column])) for column in order if missing[column] > 0)
    return tuple(_gain(rating, (start, end), column, new / total, teaching) for column, new in found)


def _gain(rating: Requirements, step: tuple[int, int], column: int, share: float, teaching: Teaching) -> Gain:
    """Return a gain with the courses that teach it and the credentials that attest it."""
    start, end = step
    competency = Iri(rating.competencies[column])
    # Nothing of it comes from outside, and judging forty of them a step once more takes a quarter of a ladder's time.
    return Gain.model_construct(
        competency=competency,
        label=Text.model_construct(value=rating.labels[column]),
        kind=rating.kinds[column],
        importance=round(float(rating.importance[end, column]), 2),
        level_from=round(float(rating.level[start, column]), 2) if rating.importance[start, column] else None,
        level_to=round(float(rating.level[end, column]), 2),
        share=round(share, 3),
        source=rating.name,
        taught_by=teaching.taught_by.get(competency, ()),
        attested_by=teaching.attested_by.get(competency, ()),
    )


def preparation_of(snapshot: Snapshot, start: int, end: int) -> Preparation:
    """Return what getting from one occupation to another takes."""
    before, after = snapshot.occupations[start], snapshot.occupations[end]
    school, work, training = months_of(snapshot, start, end)
    return Preparation(
        zone_from=before.zone,
        zone_to=after.zone,
        education=snapshot.education(end),
        school_months=school,
        experience_months=work,
        training_months=training,
        license=new_license(snapshot, start, end),
        anew=anew(snapshot, start, end),
    )


def anew(snapshot: Snapshot, start: int, end: int) -> str:
    """Return what one begins from the start though one has it already: another degree, another apprenticeship."""
    if snapshot.steps.another_degree[start, end]:
        subject = snapshot.programs.named(end)
        return f"another degree ({subject})" if subject else "another degree"
    return "another apprenticeship" if snapshot.steps.another_apprenticeship[start, end] else ""


def bridges(
    snapshot: Snapshot, start: int, end: int, rating: Requirements | None, region: Region | None
) -> tuple[Bridge, ...]:
    """Return what makes a step possible: credentials, a license, apprenticeships, programs."""
    journey = snapshot.regional(region).wage(end)
    license_ = new_license(snapshot, start, end)
    crossing = Crossing(start, end, license_, rating, journey, licensed_by_whom(snapshot, end))
    return bridges_of(crossing, snapshot.offers, snapshot.credentials, snapshot.teaching)


def credentials(snapshot: Snapshot, start: int, end: int, *, required: bool) -> tuple[Reference, ...]:
    """Return credentials that the upper rung asks for, or else has use for, and the lower one has no use for."""
    fresh = [use for use in snapshot.credentials if end in use.useful_for and start not in use.useful_for]
    return tuple(use.credential for use in fresh if (end in use.required_for) is required)


def evidence(snapshot: Snapshot, start: int, end: int) -> tuple[Evidence, ...]:
    """Return how each view that knows both ends ranks the step, the most favorable first; with a vote or without."""
    found = [
        Evidence(
            view=opinion.name,
            similarity=round(float(opinion.similarity[start, end]), 3),
            rank=int(opinion.rank[start, end]),
            source=opinion.source,
            counted=opinion.counted,
        )
        for opinion in snapshot.opinions
        if opinion.known[start] and opinion.known[end]
    ]
    return tuple(sorted(found, key=lambda e: (e.rank, e.view)))


def new_license(snapshot: Snapshot, start: int, end: int) -> str:
    """Return the license that the upper rung asks for and the lower one does not."""
    asked = snapshot.license(end)
    return "" if asked == snapshot.license(start) else asked


def _needs_degree(snapshot: Snapshot, start: int, end: int) -> bool:
    months = snapshot.preparation.degree
    rise = float(months[end] - months[start])
    skipped = snapshot.occupations[end].zone - snapshot.occupations[start].zone > 1
    return rise >= DEGREE_MONTHS or (skipped and snapshot.occupations[start].zone > 0)


def _is_long(snapshot: Snapshot, start: int, end: int) -> bool:
    """Return whether most of what the upper rung asks is new, and nothing that can be named bridges it."""
    return bool(snapshot.gaps[start, end] > LONG) and not (
        new_license(snapshot, start, end)
        or anew(snapshot, start, end)
        or _needs_degree(snapshot, start, end)
        or credentials(snapshot, start, end, required=True)
        or _apprenticed(snapshot, start, end)
    )


def _apprenticed(snapshot: Snapshot, start: int, end: int) -> bool:
    """Return whether an apprenticeship leads into the upper rung that has not led into the lower one already."""
    return any(end in one.into and start not in one.into for one in snapshot.offers.apprenticeships)


def _lost(lost: TradeOff | None, elsewhere: str) -> Iterator[str]:
    """Yield how much pay a step gives up, and by whose pay that is told where it is not that of the ladder's region."""
    if lost:
        place = in_place(elsewhere)
        yield f"Trade-off: the median pay is {lost.share:.0%} lower{place}, by ${lost.amount:,.0f} a year."


def _notes(snapshot: Snapshot, start: int, end: int, rating: Requirements | None) -> list[str]:
    notes = []
    if _is_long(snapshot, start, end):
        notes.append("Long step: most of what it asks is new. Look for a program, or for a rung between.")
    if license_ := new_license(snapshot, start, end):
        notes.append(f"Needs a license: {license_}.")
    if rating is None:
        notes.append("What is to be learned cannot be said: no release rates the skills of both occupations.")
    return notes
