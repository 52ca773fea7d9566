"""Why one occupation is no step from another: each rule that bars it, in words and with its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from pathways.amounts import months, percent
from pathways.ladders.unrated import unjudged
from pathways.occupations.licenses import rule_of_service
from pathways.records.refusal import Refusal
from pathways.snapshot import Snapshot
from pathways.steps.rules import Bar

UNRATED: Final = "unrated"
"""Stands for all rules where nothing rates an end of the step."""

Words = Callable[[Snapshot, int, int], str]


def refusals(snapshot: Snapshot, start: int, end: int) -> tuple[Refusal, ...]:
    """Return why the second of two occupations is no step from the first; nothing where it is one.

    Of what nothing rates only that is said: the rules hold all else against its title.
    """
    barred = Bar(int(snapshot.steps.bars[start, end]))
    if barred and (told := unjudged(snapshot, start, end)):
        return (Refusal(rule=UNRATED, words=told),)
    return tuple(
        Refusal(rule=bar.name.lower().replace("_", "-"), words=WORDS[bar](snapshot, start, end))
        for bar in Bar
        if bar in barred and bar.name
    )


def _name(snapshot: Snapshot, place: int) -> str:
    return str(snapshot.occupations[place].label)


def _lower(snapshot: Snapshot, start: int, end: int) -> str:
    """Return which of the two rules of preparation is broken: less of it, or a job zone skipped without a degree."""
    zones = [snapshot.occupations[place].zone for place in (start, end)]
    if zones[1] > zones[0] + 1:
        return f"it skips a job zone, {zones[0]} to {zones[1]}, and is not entered by a degree alone"
    had, asked = (months(round(float(snapshot.preparation.total[place]))) for place in (start, end))
    return f"it asks for clearly less preparation: job zone {zones[1]} and {asked}, beside {zones[0]} and {had}"


def _little(snapshot: Snapshot, start: int, end: int) -> str:
    near = snapshot.steps.relatedness[start]
    rank = int((near > near[end]).sum()) + 1
    return f"they have too little in common: relatedness {near[end]:.2f}, {rank - 1} others are closer"


def _unled(snapshot: Snapshot, start: int, end: int) -> str:
    new = percent(float(snapshot.gaps[start, end]))
    return f"nobody goes into management without having led a crew of the field, where {new} of the work is new"


def _special(snapshot: Snapshot, start: int, end: int) -> str:
    if snapshot.soc[start] == snapshot.soc[end]:
        return f"{_name(snapshot, start)} are a special form of it"
    return "it is a special form of an occupation whose license comes first"


def _unserved(snapshot: Snapshot, start: int, end: int) -> str:
    return f"its license asks for work elsewhere first ({rule_of_service(snapshot.occupations[end].code)})"


def _degree(snapshot: Snapshot, start: int, end: int) -> str:
    return f"it rests on a degree in another subject: {snapshot.education(end)}"


def _profession(snapshot: Snapshot, start: int, end: int) -> str:
    related = float(snapshot.relatedness[start, end])
    return f"it is another profession, and not a close one: relatedness {related:.2f}"


def _dear(snapshot: Snapshot, start: int, end: int) -> str:
    new = float(snapshot.gaps[start, end])
    learned = "" if np.isnan(new) else f"{percent(new)} of it is new, and "
    return f"it is more than one step: {learned}too much preparation lies between"


def _less_paid(snapshot: Snapshot, start: int, end: int) -> str:
    return f"it takes a further degree ({snapshot.education(end)}), and the nation pays clearly less for it"


WORDS: Final[Mapping[Bar, Words]] = {
    Bar.LOWER: _lower,
    Bar.LITTLE_IN_COMMON: _little,
    Bar.UNLED: _unled,
    Bar.SPECIAL_FORM: _special,
    Bar.UNSERVED: _unserved,
    Bar.OTHER_DEGREE: _degree,
    Bar.OTHER_CREW: lambda *_: "it leads a crew of another field, whose work the one below has never done",
    Bar.OTHER_BRANCH: lambda *_: "its license is of another branch of transport",
    Bar.OTHER_FIELD: lambda *_: "it manages another field, which is not close",
    Bar.FAR_PROFESSION: _profession,
    Bar.DEAR: _dear,
    Bar.BEHIND: lambda *_: "it leads back, to work that one has led or learned beyond",
    Bar.LESS_PAID: _less_paid,
}
"""What each rule says of a step."""
