"""The answer to why one occupation is a step from another, or is none."""

from __future__ import annotations

from ontology.frozen import Frozen
from pathways.questions.records import Answer, Named
from pathways.records.refusal import Refusal
from pathways.records.step import Step


class Reason(Frozen):
    """One thing that speaks for or against a step.

    Parameters
    ----------
    figure
        In words, with its unit.
    source
        The release or the list that it is from; empty where it is computed from several.
    """

    what: str
    figure: str
    source: str = ""


class Why(Answer):
    """Why one occupation is a step from another, or is none.

    Parameters
    ----------
    sound
        Whether it is one.
    refusals
        The rules that bar it; empty where it is one.
    way
        The best way from the one to the other, or to the nearest rung that can be reached; the start first. Empty where
        nothing rates an end: nothing is known of ways then.
    step
        All that is known of it, also where it is barred; ``None`` where both ends are the same.
    dear
        What makes it too dear for the ladder up from its start, where it is one; else empty.
    found
        What speaks for it and against it, the views of relatedness last.
    """

    start: Named
    end: Named
    sound: bool
    refusals: tuple[Refusal, ...] = ()
    way: tuple[Named, ...] = ()
    step: Step | None = None
    dear: str = ""
    found: tuple[Reason, ...] = ()
