"""Outcomes or statements in another language than the framework that they are held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pathways.amounts import count
from pathways.coverage.target import Target
from standards.curricula import Curriculum
from standards.languages import language_name

TRANSLATE = "Matches across languages are worth little: translate them, or take the framework in their language"


def foreign_outcomes(curriculum: Curriculum, target: Target) -> str:
    """Return how many outcomes of a program are in which other language; empty where there are none."""
    said = foreign((outcome.statement.language for outcome in curriculum.outcomes), target, "outcome")
    return f"{curriculum.program.label.value}: {said}" if said else ""


def foreign(tags: Iterable[str], target: Target, noun: str) -> str:
    """Return how many are in which other language; empty where there are none, or the framework names no own.

    Regions do not matter: ``en-US`` is ``en``.

    Parameters
    ----------
    tags
        Of the languages, one for each outcome or statement; empty where it is not told.
    noun
        What is counted.
    """
    own = target.language.partition("-")[0].lower()
    spoken = Counter(tag.partition("-")[0].lower() for tag in tags)
    others = [(tag, spoken[tag]) for tag in sorted(spoken, key=lambda tag: (-spoken[tag], tag)) if tag not in {own, ""}]
    if not (own and others):
        return ""
    said = ", ".join(f"{number:,} {'is' if number == 1 else 'are'} in {language_name(tag)}" for tag, number in others)
    return f"of {count(spoken.total(), noun)}, {said}; {target.label} is in {language_name(own)}. {TRANSLATE}"
