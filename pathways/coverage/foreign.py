"""Outcomes in another language than the framework that they are held against."""

from __future__ import annotations

from collections import Counter

from pathways.amounts import count
from pathways.coverage.target import Target
from standards.curricula import Curriculum
from standards.languages import language_name

TRANSLATE = "Matches across languages are worth little: translate them, or take the framework in their language"


def foreign_outcomes(curriculum: Curriculum, target: Target) -> str:
    """Return how many outcomes are in which other language; empty where there are none, or the framework names no own.

    Regions do not matter: ``en-US`` is ``en``.
    """
    own = target.language.partition("-")[0].lower()
    spoken = Counter(outcome.statement.language.partition("-")[0].lower() for outcome in curriculum.outcomes)
    others = [(tag, spoken[tag]) for tag in sorted(spoken, key=lambda tag: (-spoken[tag], tag)) if tag != own]
    if not (own and others):
        return ""
    said = ", ".join(f"{number:,} {'is' if number == 1 else 'are'} in {language_name(tag)}" for tag, number in others)
    program, total = curriculum.program.label.value, count(len(curriculum.outcomes), "outcome")
    return f"{program}: of {total}, {said}; {target.label} is in {language_name(own)}. {TRANSLATE}"
