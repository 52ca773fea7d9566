"""On what each part of a step rests, and how long getting ready for it takes beyond what one has."""

from __future__ import annotations

import numpy as np

from pathways.bridges.crossing import earnings
from pathways.ladders.own_school import own_school, school_months
from pathways.occupations.licenses import licensed_by
from pathways.records.bridge import Bridge, BridgeKind
from pathways.records.step import Basis, Step, StepBasis, TradeOff
from pathways.snapshot import Snapshot

LEAST_LOST = 1.0
"""US dollars a year below which nothing is given up."""

Amounts = tuple[float | None, float | None, float | None]


def months_of(snapshot: Snapshot, start: int, end: int) -> Amounts:
    """Return the months of school, of related work and of training that a step takes, as routes count them.

    Returns
    -------
    School and work beyond what the lower rung asks for, and the training of the upper one; ``None`` where that is not
    known of either.
    """
    ready = snapshot.preparation
    path = np.array([[start, end]])
    school = float(school_months(ready.degree[path], own_school(snapshot, path))[0, 0])
    had = ready.experience[start] + ready.training[start]
    work = max(0.0, float(ready.experience[end] - had))
    known = {part: not np.isnan([ready.said(part, at) for at in (start, end)]).any() for part in ("degree", "total")}
    trained = ready.said("training", end)
    return (
        round(school, 1) if known["degree"] else None,
        round(work, 1) if known["total"] else None,
        None if np.isnan(trained) else round(trained, 1),
    )


def basis_of(snapshot: Snapshot, step: Step, end: int) -> StepBasis:
    """Return what of a step is asserted, inferred and computed."""
    ready, occupation = snapshot.preparation, snapshot.occupations[end]
    asked = bool(snapshot.schooling.shares[end].any())
    education = _prepared(said=bool(occupation.education), asked=asked) if step.preparation.education else None
    experience = None if np.isnan(ready.said("experience", end)) else _prepared(said=False, asked=asked)
    license_ = (Basis.ASSERTED if occupation.license else Basis.INFERRED) if step.preparation.license else None
    trained = _prepared(said=occupation.training_months is not None, asked=asked)
    return StepBasis(
        gap=None if step.gap is None else Basis.COMPUTED,
        support=Basis.INFERRED if step.follows else Basis.COMPUTED,
        wage=None if step.wage_change is None else Basis.COMPUTED,
        license=license_,
        credentials=Basis.ASSERTED if step.credentials else None,
        education=education,
        experience=experience,
        training=None if step.preparation.training_months is None else trained,
    )


def licensed_by_whom(snapshot: Snapshot, place: int) -> str:
    """Return who says that an occupation asks for its license: a partnership's release, else who licenses."""
    occupation = snapshot.occupations[place]
    if not occupation.license:
        return licensed_by(occupation.code)
    panels = {sector.slug for sector in snapshot.sectors if sector.declared and place in sector.members}
    names = (source.name for source in snapshot.sources)
    return next((name for name in names if name.partition("@")[0] in panels), "")


def learning_pay(bridges: tuple[Bridge, ...], before: float, after: float) -> TradeOff | None:
    """Return what is given up at first, where the best paid apprenticeship begins below what one earns.

    Parameters
    ----------
    before, after
        Medians in US dollars a year on the lower and the upper rung, in one region; NaN where unknown.

    Example
    -------
    >>> way = Bridge(kind="apprenticeship", label={"value": "Welder"}, wages={"percents": (60, 95)})
    >>> learning_pay((way,), 50_000, 80_000)
    TradeOff(amount=2000.0, share=0.04)
    >>> learning_pay((way,), 40_000, 80_000) is None
    True
    """
    apprenticed = (one.wages for one in bridges if one.kind is BridgeKind.APPRENTICESHIP and one.wages)
    first = [low for wages in apprenticed if (low := earnings(wages.percents, after)[0]) is not None]
    lost = before - max(first, default=before)
    if not lost >= LEAST_LOST:  # nor where either is unknown
        return None
    return TradeOff(amount=round(lost), share=round(lost / before, 3))


def _prepared(*, said: bool, asked: bool) -> Basis:
    """Return how months came about: a partnership says them, those in the job were asked, or the job zone stands in."""
    if said:
        return Basis.ASSERTED
    return Basis.COMPUTED if asked else Basis.INFERRED
