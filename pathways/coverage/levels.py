"""Levels: whether a course introduces, reinforces or masters a competency, declared by the college or inferred.

The rule for what is not declared:

1. The first course that teaches a competency introduces it; so do others taken at the same time.
2. The last course masters it, if it comes after another and its students apply the competency or do more
   (`BloomLevel.APPLY` or above).
3. All other courses reinforce it.

A competency that stands in one course only is therefore introduced, whatever its students do there: nothing says that
they meet it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.records import Iri, TeachingLevel
from standards.matching.bloom import BloomLevel

MASTERY: Final = BloomLevel.APPLY
"""The least that students do in a course that masters a competency."""

DEPTH: Final = (TeachingLevel.INTRODUCED, TeachingLevel.REINFORCED, TeachingLevel.MASTERED)
"""From the least to the most."""


@dataclass(frozen=True)
class Lesson:
    """A course teaches a competency.

    Parameters
    ----------
    place
        Of the course in the program.
    bloom
        The most demanding of the outcomes that say so; ``None`` where no verb tells.
    declared
        What the college says of these outcomes.
    """

    course: Iri
    place: int
    bloom: BloomLevel | None
    declared: tuple[TeachingLevel, ...] = ()


def teaching_levels(lessons: Sequence[Lesson]) -> Mapping[Iri, TeachingLevel]:
    """Return how far each course takes one competency; where outcomes of a course declare several, the farthest.

    Example
    -------
    >>> first = Lesson("http://x/1", 0, BloomLevel.UNDERSTAND)
    >>> last = Lesson("http://x/2", 3, BloomLevel.APPLY)
    >>> [level.name for level in teaching_levels([first, last]).values()]
    ['INTRODUCED', 'MASTERED']
    """
    places = [lesson.place for lesson in lessons]
    first, last = min(places, default=0), max(places, default=0)
    return {lesson.course: farthest(lesson.declared) or _inferred(lesson, first, last) for lesson in lessons}


def farthest(levels: Iterable[TeachingLevel]) -> TeachingLevel | None:
    """Return the level that goes farthest, if any."""
    return max(levels, key=DEPTH.index, default=None)


def _inferred(lesson: Lesson, first: int, last: int) -> TeachingLevel:
    if lesson.place == first:
        return TeachingLevel.INTRODUCED
    practiced = lesson.bloom is not None and lesson.bloom >= MASTERY
    return TeachingLevel.MASTERED if lesson.place == last and practiced else TeachingLevel.REINFORCED
