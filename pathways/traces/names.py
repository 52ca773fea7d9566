"""What the figures of an answer are said to be of: a rung, a step, a competency."""

from __future__ import annotations

from pathways.questions.records import Named, Passage
from pathways.questions.teaching_records import Door
from pathways.traces.ground import local_id


def named(rung: Named) -> str:
    """Return what the figures of a rung are said to be of."""
    return f"{rung.label} ({rung.code})"


def passage(step: Passage) -> str:
    """Return what the figures of a step are said to be of."""
    return f"{named(step.start)} to {named(step.end)}"


def door_name(door: Door) -> str:
    """Return what the figures of a competency are said to be of: a skill and a knowledge may share a label."""
    kind = door.kind.rsplit("#", 1)[-1].rsplit("/", 1)[-1].lower()
    return f"{door.label} ({kind}, {local_id(door.competency)})"
