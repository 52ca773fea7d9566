"""Off-ramps: rungs that lead no further, and at which one can stay.

A rung is an off-ramp where no step leads on from it, it is not on the main route and not an advanced rung, and it pays
enough or rests on a credential that one keeps. Of a way to a goal every rung leads to the goal, so it has none.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pathways.ladders.climbs import onward_steps
from pathways.ladders.standing import is_advanced, is_entry
from pathways.occupations.wages import Region
from pathways.records.ladder import Rung, Stay, Step
from pathways.snapshot import Snapshot


def with_off_ramps(
    snapshot: Snapshot,
    rungs: Sequence[Rung],
    steps: Sequence[Step],
    region: Region | None,
    enough: float | None,
    *,
    whole: bool,
) -> tuple[Rung, ...]:
    """Return the rungs of a ladder with its off-ramps marked.

    Parameters
    ----------
    enough
        US dollars a year that are enough to stay; ``None`` where that is not known.
    whole
        Whether the ladder shows all steps of its rungs, as that of a sector does; else a rung is one only where the
        engine would draw no step from it.
    """
    left, reached = {step.start for step in steps}, {step.end for step in steps}
    return tuple(
        rung.model_copy(update={"off_ramp": reasons(rung, steps, enough)})
        if rung.occupation in reached - left and not rung.main and _is_an_end(snapshot, rung, region, whole=whole)
        else rung
        for rung in rungs
    )


def reasons(rung: Rung, steps: Sequence[Step], enough: float | None) -> tuple[Stay, ...]:
    """Return why one can stay on a rung; empty where one should not.

    Parameters
    ----------
    enough
        US dollars a year; ``None`` where that is not known.

    Example
    -------
    >>> wage = {"region": "Ohio", "period": "2025", "source": "oews", "median": 52_000}
    >>> rung = Rung(occupation="http://x/1", code="1", label={"value": "Welders"}, wage=wage, license="state license")
    >>> [why.value for why in reasons(rung, (), 50_000)]
    ['pay', 'credential']
    >>> reasons(rung.model_copy(update={"license": ""}), (), 60_000)
    ()
    """
    pay = rung.wage.median if rung.wage else None
    asked = bool(rung.license) or any(step.credentials for step in steps if step.end == rung.occupation)
    paid = pay is not None and enough is not None and pay >= enough
    return (*((Stay.PAY,) if paid else ()), *((Stay.CREDENTIAL,) if asked else ()))


def middle_pay(rungs: Sequence[Rung]) -> float | None:
    """Return the median of the medians of some rungs, ``None`` where none is known.

    Where the region publishes the pay of any of them, those of which a wider region's stands in do not count.

    Example
    -------
    >>> wage = {"region": "Ohio", "period": "2025", "source": "oews"}
    >>> label = {"value": "Welders"}
    >>> middle_pay([Rung(occupation="http://x/1", code="", label=label, wage={**wage, "median": n}) for n in (3, 9, 4)])
    4.0
    """
    paid = [rung.wage for rung in rungs if rung.wage]
    own = [wage for wage in paid if not wage.instead_of]
    known = [wage.median for wage in own or paid if wage.median is not None]
    return float(np.median(known)) if known else None


def _is_an_end(snapshot: Snapshot, rung: Rung, region: Region | None, *, whole: bool) -> bool:
    """Return whether nothing leads on from a rung, and it is neither advanced nor where one begins."""
    place = snapshot.occupations.by_iri[rung.occupation]
    if is_advanced(snapshot, place) or is_entry(snapshot, place):
        return False
    return whole or not onward_steps(snapshot, place, region)
