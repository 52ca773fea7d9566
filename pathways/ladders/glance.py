"""What one sees of a rung, of a step and of a list at a glance, before one unfolds it on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pathways.ladders import wording
from pathways.ladders.blocks import Run, joined, label_run
from pathways.records.ladder import Aside, Ladder, Rung, Step

NAMED: Final = 3
"""How many occupations of a list are named."""

UNKNOWN: Final = "What it takes is not known."


def of_rung(rung: Rung, ladder: Ladder) -> tuple[Run, ...]:
    """Return what a rung pays, its marks, where it stands on the way, and where it leads."""
    stood = wording.stood_in(rung.wage)
    paid = wording.pay(rung.wage)
    said = (
        f"{paid} ({stood})" if stood else paid,
        wording.marks(rung),
        wording.rung_mark(rung),
        "Main route" if rung.main else "",
        wording.NO_WAY_IN if rung.no_way_in else "",
        wording.end_mark(rung),
    )
    return Run(_sentences(said)), *_onward(rung, ladder)


def _onward(rung: Rung, ladder: Ladder) -> tuple[Run, ...]:
    goals = [label_run(ladder.rung(step.end).label) for step in ladder.steps if step.start == rung.occupation]
    return (Run(" Leads to "), *joined(goals, "; "), Run(".")) if goals else ()


def of_step(step: Step) -> tuple[Run, ...]:
    """Return what a step needs, how much is to be learned, how pay changes and how long it takes."""
    needed = wording.needs(step)
    said = (
        f"Needs {' and '.join(needed)}" if needed else "",
        wording.to_learn(step.gap),
        wording.long(step),
        wording.pay_change(step),
        wording.given_up(step),
        wording.takes(step),
    )
    return (Run(_sentences(map(wording.capital, said)) or UNKNOWN),)


def of_others(asides: Sequence[Aside]) -> tuple[Run, ...]:
    """Return the first occupations of a list, and that there are more."""
    named = joined((label_run(aside.label) for aside in asides[:NAMED]), "; ")
    return *named, Run("; and others" if len(asides) > NAMED else "")


def _sentences(said: Iterable[str]) -> str:
    return " ".join(f"{words}." for words in said if words)
