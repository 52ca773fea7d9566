"""How members stand otherwise to statements and to the whole standard, as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from api.differences.listing import Section, named
from ontology.report import excerpt
from standards.differences.stands import PositionChange, Stand

GRAVEST: Final = ("refuse", "dissent", "", "abstain", "adopt with change", "endorse", "ratify")
"""How members stand now, in the order of the list; empty where they take no position any more."""

LONGEST: Final = 300
"""Characters of a change or a reason that are shown."""


def turns(name: str, changes: Sequence[PositionChange]) -> Section:
    """Return positions that differ, the gravest first."""
    return Section(name, _totals(changes), [_entry(one) for one in sorted(changes, key=_place)])


def _place(one: PositionChange) -> int:
    return GRAVEST.index(one.after.position if one.after else "")


def _totals(changes: Sequence[PositionChange]) -> str:
    """Return how many were taken, taken back and changed."""
    taken = sum(one.before is None for one in changes)
    back = sum(one.after is None for one in changes)
    told = ((taken, "taken"), (back, "taken back"), (len(changes) - taken - back, "otherwise"))
    return ", ".join(f"{number:,} {word}" for number, word in told if number)


def _entry(one: PositionChange) -> str:
    """Return who turned from what to what; the reasons for both only where the position stays."""
    before, after = one.before, one.after
    same = before and after and before.position == after.position
    then = (_full(before) if same else before.position) if before else "no position"
    return f"{named(one.member)} on {named(one.subject)}: {then} -> {_full(after) if after else 'no position'}"


def _full(one: Stand) -> str:
    said = one.change or one.reason
    return excerpt(f"{one.position} ({said})" if said else one.position, LONGEST)
