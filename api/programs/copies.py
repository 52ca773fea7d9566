"""Copies: a program that is stored twice, for instance by a partnership and on its own, is one program still."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ontology.identifiers import slug
from ontology.store import KnowledgeBase
from pathways.amounts import count
from pathways.coverage import Target
from standards.curricula import Curriculum
from standards.reviewing import Reviews, tallies


@dataclass(frozen=True)
class Copy:
    """A program and another that is the same.

    Parameters
    ----------
    verdicts, unseen
        How many verdicts people gave on the one that is kept, and on the one that is left out.
    """

    kept: Curriculum
    left_out: Curriculum
    verdicts: int = 0
    unseen: int = 0

    def words(self, local: Callable[[str], str]) -> str:
        """Say which is shown, and where verdicts are that do not count in what is shown.

        Parameters
        ----------
        local
            Returns an address as people write it.
        """
        kept, other = (local(one.program.iri) for one in (self.kept, self.left_out))
        told = f" ({count(self.verdicts, 'verdict')})" if self.verdicts else ""
        twice = f"{self.kept.program.label.value} is stored twice with the same outcomes; shown is {kept}{told}"
        if not self.unseen:
            return f"{twice}, not {other}"
        verdicts = f"{count(self.unseen, 'verdict')} that {'do' if self.unseen > 1 else 'does'} not count here"
        return f"{twice}, not {other}, which has {verdicts}: align it by its name to see {_them(self.unseen)}"


def _them(verdicts: int) -> str:
    return "them" if verdicts > 1 else "it"


def stored_verdicts(base: KnowledgeBase, target: Target) -> Callable[[Curriculum], int]:
    """Return what counts the verdicts on a stored program against a framework or a list, as its review tells them."""

    def given(curriculum: Curriculum) -> int:
        reviews = Reviews.of(base, curriculum.program.iri, target.own or target.name)
        return sum(tally.verdicts for tally in tallies(reviews))

    return given


def without_copies(
    curricula: Iterable[Curriculum],
    colleges: Mapping[str, str],
    verdicts: Callable[[Curriculum], int] = lambda _: 0,
) -> tuple[list[Curriculum], tuple[Copy, ...]]:
    """Return programs without those that are there already, and these.

    The same are two of one title and with the same outcomes in the same courses, unless two colleges by name teach
    them: of a curriculum that colleges share each has its own. Of several the one on which people gave the most
    verdicts is kept, else the one whose college is named; a college that only another of them names is taken over.

    Parameters
    ----------
    colleges
        Names by address of the program; a slug is the name of a file that stands in for a college.
    verdicts
        Returns how many verdicts people gave on a program; it is asked of copies alone.
    """
    alike: list[list[Curriculum]] = []
    for curriculum in sorted(curricula, key=lambda one: not is_named(colleges.get(one.program.iri, ""))):
        same = next((several for several in alike if _same(several[0], curriculum, colleges)), None)
        if same is None:
            alike.append([curriculum])
        else:
            same.append(curriculum)
    found, copies = [], []
    for first, *others in alike:
        kept, left_out = _chosen(first, others, verdicts, named=is_named(colleges.get(first.program.iri, "")))
        found.append(kept)
        copies += left_out
    found.sort(key=lambda one: (one.program.label.value, one.program.iri))
    return found, tuple(copies)


def _chosen(
    first: Curriculum, others: Iterable[Curriculum], verdicts: Callable[[Curriculum], int], *, named: bool
) -> tuple[Curriculum, list[Copy]]:
    """Return which of several that are the same is kept, and the others.

    Parameters
    ----------
    named
        Whether the college of the first is.
    """
    several = [first, *others]
    if len(several) == 1:
        return first, []
    numbers = [verdicts(one) for one in several]
    best = numbers.index(max(numbers))
    kept = _offered_as(first, several[best]) if named else several[best]
    left_out = (at for at in range(len(several)) if at != best)
    return kept, [Copy(kept, several[at], numbers[best], numbers[at]) for at in left_out]


def _offered_as(first: Curriculum, other: Curriculum) -> Curriculum:
    """Return another copy with the college of the first."""
    program = other.program.model_copy(update={"offered_by": first.program.offered_by})
    return replace(other, program=program, college=first.college)


def _same(one: Curriculum, other: Curriculum, colleges: Mapping[str, str]) -> bool:
    names = {colleges.get(each.program.iri, "") for each in (one, other)}
    return len(set(filter(is_named, names))) < 2 and is_copy(one, other)


def is_named(college: str) -> bool:
    """Whether a college has a name of its own."""
    return college != slug(college)


def is_copy(one: Curriculum, other: Curriculum) -> bool:
    """Whether two programs have one title, and the same outcomes in the same courses."""
    return _content(one) == _content(other)


def _content(curriculum: Curriculum) -> tuple[str, frozenset[tuple[str, str]]]:
    said = (
        (slug(course.code or course.label.value), outcome.statement.value)
        for course in curriculum.courses
        for outcome in curriculum.outcomes_of(course)
    )
    return slug(curriculum.program.label.value), frozenset(said)
