"""What fits a motion: the columns of its kind, numbers of their scales, and reasons where those are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ontology.records import DecisionKind, Iri, RequirementType
from ontology.report import Finding
from standards.agreement.motion import Motion

NEEDS: Final = ("occupation", "level", "importance", "relation")
"""Columns of what a `DecisionKind.LEVEL` says."""

NEEDING: Final = {DecisionKind.LEVEL: NEEDS, DecisionKind.NOT_NEEDED: ("occupation",)}
"""Which of them the kinds say that are about what an occupation needs."""

SCALES: Final = {"level": (0, 7), "importance": (1, 5)}
"""Least and most of what a number may be."""

RELATIONS: Final = {relation.name.casefold(): Iri(relation) for relation in RequirementType}
"""How a job may need a statement, by the word for it."""


def unfitting(motion: Motion, kind: DecisionKind) -> Iterator[Finding]:
    """Yield what a motion says that is not of its kind or of no scale, and what it lacks."""
    if kind is DecisionKind.REJECT and not motion.reason:
        message = "it is not said why it is rejected, and those who said it will ask"
        yield motion.finding("no-reason", "reason", message, "Write why")
    given = [name for name in NEEDS if getattr(motion, name) and name not in NEEDING.get(kind, ())]
    if given:
        remedy = "Add a row with the decision level for it"
        message = f"it is given, and the decision is {kind.word}"
        yield motion.finding("unfitting-value", given[0], message, remedy, getattr(motion, given[0]))
    yield from _off_scale(motion)
    if motion.relation and motion.relation.casefold() not in RELATIONS:
        remedy = f"One of: {', '.join(RELATIONS)}"
        yield motion.finding("unknown-value", "relation", "no such relation", remedy, motion.relation)


def relation_word(relation: Iri | None) -> str:
    """Return the word for how a job needs a statement; empty where nobody says.

    Example
    -------
    >>> relation_word(Iri(RequirementType.OPTIONAL)), relation_word(None)
    ('optional', '')
    """
    return next((word for word, known in RELATIONS.items() if known == relation), "")


def _off_scale(motion: Motion) -> Iterator[Finding]:
    for column, (least, most) in SCALES.items():
        value = getattr(motion, column)
        if value and not _is_within(value, least, most):
            remedy = f"Write a number from {least} to {most}"
            yield motion.finding("malformed-value", column, "it is no number of its scale", remedy, value)


def _is_within(text: str, least: float, most: float) -> bool:
    """Whether a text is a number on a scale, its bounds among it.

    Example
    -------
    >>> [_is_within(text, 0, 7) for text in ("3.5", "3,5", "7.1", "high")]
    [True, True, False, False]
    """
    number = number_of(text) if re.fullmatch(r"\d+([.,]\d+)?", text) else None
    return number is not None and least <= number <= most


def number_of(text: str) -> float | None:
    """Return a number as people write it, with a point or a comma; ``None`` where nothing is written.

    Example
    -------
    >>> number_of("3,5"), number_of("4.25"), number_of("")
    (3.5, 4.25, None)
    """
    return float(text.replace(",", ".")) if text else None
