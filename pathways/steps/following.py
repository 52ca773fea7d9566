"""Who follows whom, however unlike their work looks: by rules, each with the least relatedness that it gives a step.

Ratings see what people do all day, and so those who lead, judge or manage a work look far from those who do it, and a
trade from those who help at it. And yet they come from their ranks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from pathways.arrays import Floats, Integers
from pathways.records.step import Follows
from pathways.steps.helpers import TAUGHT, begun, taught
from pathways.steps.judging import JUDGED, judged
from pathways.steps.leadership import MANAGED, SUPERVISED, led, managed
from pathways.steps.traits import Traits

LEAST: Final[Mapping[Follows, float]] = {
    Follows.LEAD: SUPERVISED,
    Follows.MANAGE: MANAGED,
    Follows.JUDGE: JUDGED,
    Follows.TRADE: TAUGHT,
    Follows.HELP: TAUGHT,
}
"""Least relatedness by rule, the highest first: where several rules hold, the first does."""


def following(related: Floats, traits: Traits) -> Integers:
    """Return the rule that holds of each step, as its place in `LEAST` counted from 1; 0 where none does."""
    masks = {
        Follows.LEAD: led(related, traits),
        Follows.MANAGE: managed(traits),
        Follows.JUDGE: judged(related, traits),
        Follows.TRADE: taught(traits),
        Follows.HELP: begun(traits),
    }
    found = np.zeros(related.shape, dtype=np.int32)
    for number, follows in reversed([*enumerate(LEAST, start=1)]):
        found[masks[follows]] = number
    return found


def rule(number: int) -> Follows | None:
    """Return the rule of such a number; ``None`` for 0.

    Example
    -------
    >>> rule(1), rule(0)
    (<Follows.LEAD: 'lead'>, None)
    """
    return [None, *LEAST][number]


def raised(least: float, related: Floats) -> Floats:
    """Return relatedness, 0 to 1, on what is left of the scale above a least one.

    Example
    -------
    >>> raised(0.55, np.float32([0, 0.1, 1])).round(3).tolist()
    [0.550000011920929, 0.5950000286102295, 1.0]
    """
    return np.asarray(least + (1 - least) * related, np.float32)


def closeness(related: Floats, follows: Integers) -> Floats:
    """Return relatedness as costs see it: as it is where no rule holds, else `raised`.

    Parameters
    ----------
    follows
        As of `following`.

    Example
    -------
    The same relatedness without a rule, and to the supervisor of one's crew.

    >>> closeness(np.float32([[0.1, 0.1]]), np.int32([[0, 1]])).round(3).tolist()
    [[0.10000000149011612, 0.5950000286102295]]
    """
    near = related
    for number, least in enumerate(LEAST.values(), start=1):
        near = np.where(follows == number, raised(least, related), near)
    return np.asarray(near, np.float32)
