"""What the figures of a ladder, of routes and of an answer are said to be of: a rung, a step, a competency."""

from __future__ import annotations

from pathways.questions.records import Passage
from pathways.questions.teaching_records import Door
from pathways.records.coded import Coded, title_and_code
from pathways.records.step import Gain, Step
from pathways.traces.ground import local_id


def step_name(start: Coded, end: Coded) -> str:
    """Return what the figures of a step from a rung to another are said to be of."""
    return f"{title_and_code(start)} to {title_and_code(end)}"


def passage(step: Passage) -> str:
    """Return what the figures of a step of an answer are said to be of."""
    return step_name(step.start, step.end)


def door_name(door: Door) -> str:
    """Return what the figures of a competency are said to be of: a skill and a knowledge may share a label."""
    return f"{door.label} ({_kind(door.kind)}, {local_id(door.competency)})"


def gain_name(step: Step, gain: Gain) -> str:
    """Return what a step has to teach, with its kind where a skill and a knowledge of the step share a label."""
    alike = sum(other.label == gain.label for other in step.gains) > 1
    return f"{gain.label} ({_kind(gain.kind)})" if alike else str(gain.label)


def _kind(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1].lower()
