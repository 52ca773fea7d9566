"""Levels: whether a course introduces, reinforces or masters a competency, declared by the college or inferred.

What is not declared is inferred only where the college says in which order the courses are taken, by terms or by
prerequisites. Of the courses that teach a competency,

1. one that comes before another, and after none, introduces it;
2. one that comes after another, and before none, masters it, if its students apply the competency or do more
   (`BloomLevel.APPLY` or above);
3. one that comes after another reinforces it otherwise.

A course that comes neither before nor after another one of them has no level: nothing says that students meet the
competency there first, or again.
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
    bloom
        The most demanding of the outcomes that say so; ``None`` where no verb tells.
    declared
        What the college says of these outcomes.
    after
        The courses that come before it, as the college says.
    """

    course: Iri
    bloom: BloomLevel | None
    declared: tuple[TeachingLevel, ...] = ()
    after: frozenset[Iri] = frozenset()


def teaching_levels(lessons: Sequence[Lesson]) -> Mapping[Iri, TeachingLevel | None]:
    """Return how far each course takes one competency; where outcomes of a course declare several, the farthest.

    Example
    -------
    >>> first = Lesson("http://x/1", BloomLevel.UNDERSTAND)
    >>> last = Lesson("http://x/2", BloomLevel.APPLY, after=frozenset(["http://x/1"]))
    >>> [level.name for level in teaching_levels([first, last]).values()]
    ['INTRODUCED', 'MASTERED']
    >>> teaching_levels([last])
    {'http://x/2': None}
    """
    return {lesson.course: farthest(lesson.declared) or _inferred(lesson, lessons) for lesson in lessons}


def farthest(levels: Iterable[TeachingLevel]) -> TeachingLevel | None:
    """Return the level that goes farthest, if any."""
    return max(levels, key=DEPTH.index, default=None)


def _inferred(lesson: Lesson, lessons: Iterable[Lesson]) -> TeachingLevel | None:
    begun = any(other.course in lesson.after for other in lessons)
    goes_on = any(lesson.course in other.after for other in lessons)
    if not begun:
        return TeachingLevel.INTRODUCED if goes_on else None
    practiced = lesson.bloom is not None and lesson.bloom >= MASTERY
    return TeachingLevel.MASTERED if practiced and not goes_on else TeachingLevel.REINFORCED
