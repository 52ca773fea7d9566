"""The words for teaching levels: introduced, reinforced, mastered."""

from __future__ import annotations

from typing import Final

from ontology.records import TeachingLevel

LEVELS: Final = {
    TeachingLevel.INTRODUCED: "introduced",
    TeachingLevel.REINFORCED: "reinforced",
    TeachingLevel.MASTERED: "mastered",
}

LETTERS: Final = "I: introduced, R: reinforced, M: mastered"

LEVELS_INFERRED: Final = (
    "What stands in parentheses, (I), is inferred, not declared: terms or prerequisites say which course comes first, "
    "and verbs what students do. "
)

UNLEVELED: Final = "Where there is no letter, nothing says how far the course goes."

NO_LEVELS: Final = (
    "No level (introduced, reinforced, mastered) is shown: the college declares none, and neither terms nor "
    "prerequisites say which of the courses that teach a competency comes first."
)


def level_letter(level: TeachingLevel | None, *, declared: bool) -> str:
    """Return a level for a narrow cell, in parentheses where it is inferred; empty where nothing says it.

    Example
    -------
    >>> level_letter(TeachingLevel.MASTERED, declared=True), level_letter(TeachingLevel.MASTERED, declared=False)
    ('M', '(M)')
    """
    letter = LEVELS[level][0].upper() if level else ""
    return letter if declared or not letter else f"({letter})"


def level_words(level: TeachingLevel | None, *, declared: bool) -> str:
    """Return a level in words; empty where nothing says it.

    Example
    -------
    >>> level_words(TeachingLevel.MASTERED, declared=True), level_words(TeachingLevel.MASTERED, declared=False)
    ('mastered', 'mastered (inferred)')
    """
    return f"{LEVELS[level]}{'' if declared else ' (inferred)'}" if level else ""


def levels_legend(*, declared: bool, inferred: bool) -> str:
    """Return what the letters of levels mean that are shown, or why there are none."""
    if not (declared or inferred):
        return NO_LEVELS
    letters = f"{LETTERS}, as the college declares" if declared else LETTERS
    return f"{letters}. {LEVELS_INFERRED if inferred else ''}{UNLEVELED}"
