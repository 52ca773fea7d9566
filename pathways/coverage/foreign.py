"""Outcomes or statements in another language than the framework that they are held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from pathways.amounts import count
from pathways.coverage.target import Target
from standards.curricula import Curriculum
from standards.languages import ENGLISH, language_name

TRANSLATE: Final = "Matches across languages are worth little: translate them, or take the framework in their language"

CHECK: Final = (
    "Matches across languages are worth little, and what language {} is in cannot be told: translate them if need be"
)


def foreign_outcomes(curriculum: Curriculum, target: Target) -> str:
    """Return how many outcomes of a program are in which other language; empty where there are none."""
    said = foreign((outcome.statement.language for outcome in curriculum.outcomes), target, "outcome")
    return f"{curriculum.program.label.value}: {said}" if said else ""


def foreign(tags: Iterable[str], target: Target, noun: str) -> str:
    """Return how many are in which other language than the framework; empty where there are none.

    Of a framework whose language is not known it is said how many are in which language other than English: English is
    the one that matching knows well. Regions do not matter: ``en-US`` is ``en``.

    Parameters
    ----------
    tags
        Of the languages, one for each outcome or statement; empty where it is not told.
    noun
        What is counted.
    """
    own = target.language.partition("-")[0].lower()
    spoken = Counter(tag.partition("-")[0].lower() for tag in tags)
    others = [
        (tag, spoken[tag])
        for tag in sorted(spoken, key=lambda tag: (-spoken[tag], tag))
        if tag not in {own or ENGLISH, ""}
    ]
    if not others:
        return ""
    said = ", ".join(f"{number:,} {'is' if number == 1 else 'are'} in {language_name(tag)}" for tag, number in others)
    known = f"; {target.label} is in {language_name(own)}. {TRANSLATE}"
    return f"of {count(spoken.total(), noun)}, {said}{known if own else f'. {CHECK.format(target.label)}'}"
