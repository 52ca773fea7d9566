"""Copies: a program that is stored twice, for instance by a partnership and on its own, is one program still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.identifiers import slug
from standards.curricula import Curriculum


@dataclass(frozen=True)
class Copy:
    """A program and another that is the same."""

    kept: Curriculum
    left_out: Curriculum


def without_copies(
    curricula: Iterable[Curriculum], colleges: Mapping[str, str]
) -> tuple[list[Curriculum], tuple[Copy, ...]]:
    """Return programs without those that are there already, and these.

    The same are two of one title and with the same outcomes in the same courses, unless two colleges by name teach
    them: of a curriculum that colleges share each has its own. Of two the one whose college is named is kept.

    Parameters
    ----------
    colleges
        Names by address of the program; a slug is the name of a file that stands in for a college.
    """
    found: list[Curriculum] = []
    copies: list[Copy] = []
    for curriculum in sorted(curricula, key=lambda one: not _named(colleges.get(one.program.iri, ""))):
        same = next((one for one in found if _same(one, curriculum, colleges)), None)
        if same is None:
            found.append(curriculum)
        else:
            copies.append(Copy(same, curriculum))
    found.sort(key=lambda one: (one.program.label.value, one.program.iri))
    return found, tuple(copies)


def _same(one: Curriculum, other: Curriculum, colleges: Mapping[str, str]) -> bool:
    names = {colleges.get(each.program.iri, "") for each in (one, other)}
    return len(set(filter(_named, names))) < 2 and _content(one) == _content(other)


def _named(college: str) -> bool:
    """Whether a college has a name of its own."""
    return college != slug(college)


def _content(curriculum: Curriculum) -> tuple[str, frozenset[tuple[str, str]]]:
    said = (
        (slug(course.code or course.label.value), outcome.statement.value)
        for course in curriculum.courses
        for outcome in curriculum.outcomes_of(course)
    )
    return slug(curriculum.program.label.value), frozenset(said)
