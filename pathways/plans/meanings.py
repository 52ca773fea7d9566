"""What the words of a record mean that no name explains: as the matching engine takes them, and as work done.

What that is not sure of is said to be unmatched, with what comes nearest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from pathways.plans.claims import Basis
from pathways.plans.collecting import Collecting
from pathways.plans.common_words import by_chance
from pathways.plans.lines import in_plain_words
from pathways.plans.person import MOST
from pathways.plans.wording import sure as sure_of
from pathways.plans.work import Work, deed
from standards.matching import UNMATCHED, Glance, Lines

NOTHING: Final = "nothing that this goal is rated by means this"

NEAR: Final = 0.25
"""Confidence from which it is said what a line comes nearest to, 0 to 1; what is farther off helps nobody."""

UNRATED: Final = "a machine reads it as the work “{}”, but nothing that this goal is rated by asks for it"


Asked = tuple[str, int | None]
"""What is said, and in which row."""


def collect_meanings(collecting: Collecting, work: Callable[[], Work | None]) -> None:
    """Count what the words mean that are left to be asked, or say that they mean nothing here.

    Parameters
    ----------
    work
        Returns what the words are held against besides; called where there are any.
    """
    asked = list(collecting.words.values())
    if len(asked) > MOST:
        collecting.notes.append(
            f"The record says {len(asked):,} different things; the first {MOST:,} of those that no name explains "
            "were looked at. Shorten it to what matters."
        )
    asked = asked[:MOST]
    lines, index = Lines([in_plain_words(said) for said, _ in asked]), collecting.known.index
    found = index.glance(lines, top=2) if index and asked else [() for _ in asked]
    done = _done(collecting, asked, lines, work() if asked else None)
    for line, suggestions, why in zip(asked, found, done, strict=True):
        _suggested(collecting, line, suggestions, why)


def _done(collecting: Collecting, asked: Sequence[Asked], lines: Lines, work: Work | None) -> list[str | None]:
    """Count what the lines say was done; return of each why it says nothing, ``None`` where it counts or fits."""
    if work is None:
        return [NOTHING for _ in asked]
    near = work.near(lines)
    why = list[str | None]()
    for (said, row), own, fits in zip(asked, near, work.fitting(asked, lines, near), strict=True):
        collecting.fitting += fits
        done = deed(own, work.above)
        if done and done.rated in collecting.known.labels:
            collecting.claim(done.rated, Basis.DONE, said, row, confidence=done.confidence, through=done.through)
            why.append(None)
        else:
            why.append(None if fits else UNRATED.format(done.through) if done else NOTHING)
    return why


def _suggested(collecting: Collecting, asked: Asked, suggestions: Sequence[Glance], why: str | None) -> None:
    """Count what words are taken to mean, or say that they mean nothing here.

    Parameters
    ----------
    why
        Why they say nothing of work that was done; ``None`` where they count already.
    """
    said, row = asked
    sure = [s for s in suggestions if s.confidence >= UNMATCHED and not _by_chance(collecting, said, s)]
    for suggestion in sure:
        collecting.claim(suggestion.iri, Basis.MATCHED, said, row, confidence=suggestion.confidence)
    if not sure and why:
        near = [s for s in suggestions[:1] if s.confidence >= NEAR and not by_chance(said, s.label, s.confidence)]
        collecting.lost(said, row, why, next((f"{s.label} ({sure_of(s.confidence)})" for s in near), ""))


def _by_chance(collecting: Collecting, said: str, suggestion: Glance) -> bool:
    """Return whether a line has but a word of the name of an element of O*NET, which are short and general."""
    return collecting.known.of_onet and by_chance(said, suggestion.label, suggestion.confidence)
