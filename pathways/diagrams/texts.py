"""Texts: what a diagram that others lay out (DOT, Mermaid) says of a rung and of a step, line by line."""

from __future__ import annotations

from pathways.diagrams.apart import TITLE_TEXT
from pathways.diagrams.labels import NEED, ROOM, label
from pathways.diagrams.wrapping import wrap
from pathways.ladders import wording
from pathways.records.ladder import Ladder, Rung, Step


def title(ladder: Ladder) -> tuple[str, ...]:
    """Return what stands over the diagram: the title, and of a ladder without rungs why it has none."""
    return (ladder.title,) if ladder.rungs else (ladder.title, wording.EMPTY)


def rung_texts(rung: Rung, *, apart: bool = False) -> tuple[str, ...]:
    """Return the lines of a rung: its place, title, pay, education, marks and apprenticeships.

    Parameters
    ----------
    apart
        Whether no step leads to it or from it.
    """
    marks = (
        wording.rung_mark(rung),
        "Main route" if rung.main else "",
        wording.NO_WAY_IN if rung.no_way_in and not apart else "",
        wording.end_mark(rung) if not apart else "",
    )
    lines = (
        ", ".join(mark for mark in marks if mark),
        str(rung.label),
        wording.pay(rung.wage),
        wording.stood_in(rung.wage),
        wording.capital(wording.usually(rung.education)),
        wording.marks(rung),
        *wording.earning(rung),
        TITLE_TEXT if apart else "",
    )
    return tuple(line for line in lines if line)


def step_texts(step: Step) -> tuple[str, ...]:
    """Return the lines of a step: those of its label in the picture, then the months that it takes."""
    return (*(line.text for line in label(step).lines), *wrap(wording.takes(step), NEED, ROOM))
