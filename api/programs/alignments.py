"""Alignments: programs held against a framework, with what people said of it and what firms ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from api.outward import is_local
from api.programs.colleges import college_names, college_of
from api.programs.curricula import stored_curriculum
from api.searching.names import ThingKind, read_names
from ontology.errors import InputError, NotFoundError
from ontology.store import KnowledgeBase
from pathways.coverage import (
    Comparison,
    CurriculumMap,
    Demand,
    Target,
    align,
    compare,
    comparison_format,
    coverage_format,
    read_demand,
)
from pathways.coverage.asking import partnership_of
from pathways.coverage.field_of_study import prepares_for
from pathways.records.ladder import Ladder
from standards.curricula import Curriculum
from standards.reviewing import Reviews


class Alignment:
    """A framework of a knowledge base, with what is asked for of it.

    Parameters
    ----------
    target
        The framework, or a list of one's own.
    sector
        Whose occupations ask; without it those of the framework's own partnership or firm.
    jobs
        Codes or titles of those of them that alone ask; without any all of them.
    draw
        Returns the ladder of a sector, on which the jobs that ask have places; without it none is looked for.

    Raises
    ------
    NotFoundError
        Where there is no such sector or job, or nothing is known of what it needs.
    """

    def __init__(
        self,
        base: KnowledgeBase,
        target: Target,
        sector: str = "",
        draw: Callable[[str], Ladder] | None = None,
        jobs: Sequence[str] = (),
    ) -> None:
        self.base = base
        self.target = target
        self.demand: Demand | None = read_demand(base, target, sector, jobs)
        if (sector or jobs) and self.demand is None:
            who = " or ".join(map(repr, jobs)) or f"the occupations of {sector!r}"
            message = f"{self.target.label} does not say what {who} need. {_remedy(base, target)}"
            raise NotFoundError(message)
        self._sector = sector
        self._draw = draw

    @cached_property
    def ladder(self) -> Ladder | None:
        """Return the ladder of those who ask; ``None`` where there is none, as of a firm's own jobs."""
        if self.demand is None or self._draw is None:
            return None
        asking = self._sector or partnership_of(self.base, self.target)
        try:
            return self._draw(asking) if asking else None
        except NotFoundError:
            return None

    def map(self, curriculum: Curriculum) -> CurriculumMap:
        """Return what a program covers, with the jobs that programs of its field prepare for."""
        known = prepares_for(self.base, curriculum.program.instructional_code or "", self.demand)
        return self._map(curriculum).model_copy(update={"prepares_for": known})

    def _map(self, curriculum: Curriculum) -> CurriculumMap:
        """Return what a program covers; of a program that is stored with what people said of it."""
        reviews = Reviews.of(self.base, curriculum.program.iri, self.target.own or self.target.name)
        found = align(
            curriculum,
            self.target,
            reviews=reviews,
            demand=self.demand,
            ladder=self.ladder,
            college=college_of(self.base, curriculum),
        )
        stored = self.base.identifiers.local(curriculum.program.iri) if curriculum.rows and reviews.kept else ""
        return found.model_copy(update={"verdicts_of": stored})

    def compare(self, curricula: Sequence[Curriculum]) -> Comparison:
        """Return programs side by side.

        Raises
        ------
        InputError
            Where two of them cannot be told apart.
        """
        twice = [label for (_, label), number in _addresses(curricula).items() if number > 1]
        if twice:
            message = (
                f"{twice[0]!r} is named twice, or two programs of that title are of one college; name each once, "
                "give the colleges in a column College, and a file that is named like a stored program another name"
            )
            raise InputError(message)
        found = [self._map(curriculum) for curriculum in curricula]
        return compare(found, {program.program: program.college for program in found})

    def colleges(self, curricula: Sequence[Curriculum]) -> dict[str, str]:
        """Return the names of who offers the programs, where they are known."""
        return college_names(self.base, curricula)


def _remedy(base: KnowledgeBase, target: Target) -> str:
    """Return what would make a framework say what occupations need."""
    if target.own:
        return "A list of your own names no jobs: leave out --sector and --job, or take a framework, `--to onet`"
    linked = any(release.reader == "crosswalk" for release in base.current())
    if target.name.partition("@")[0] == "esco" and not linked:
        return (
            "Its occupations are not those of the sector: import the crosswalk between the two, "
            "`ladderworks import crosswalk FILE.csv`, or take another framework"
        )
    return "Take another framework: `--to onet`, or the standard of a partnership"


def _addresses(curricula: Iterable[Curriculum]) -> Counter[tuple[str, str]]:
    """Return how often each program comes, by address and title."""
    return Counter((curriculum.program.iri, curriculum.program.label.value) for curriculum in curricula)


def stored_curricula(base: KnowledgeBase) -> list[Curriculum]:
    """Return all programs that are stored, by title.

    Raises
    ------
    NotFoundError
        Where there is none.
    """
    programs = sorted(read_names(base, ThingKind.PROGRAM), key=lambda program: (program.label, program.iri))
    if not programs:
        message = "no program is stored; import one first: ladderworks import program FILE"
        raise NotFoundError(message)
    return [stored_curriculum(base, program.iri) for program in programs]


def outward(address: str) -> str:
    """Return where an address leads for who is not at this machine; empty where only this machine answers it.

    Example
    -------
    >>> outward("http://localhost:8000/id/x"), outward("https://ladders.example/id/x")
    ('', 'https://ladders.example/id/x')
    """
    return "" if is_local(address) else address


def write_map(found: CurriculumMap, extension: str, link: Callable[[str], str] = outward) -> bytes:
    """Return a curriculum map in the form of a file extension.

    Parameters
    ----------
    link
        Says where an address leads; what only this machine answers is not linked otherwise.
    """
    return coverage_format(extension).write(found, link)


def write_comparison(found: Comparison, extension: str, link: Callable[[str], str] = outward) -> bytes:
    """Return a comparison in the form of a file extension, with links as `write_map` has them."""
    return comparison_format(extension).write(found, link)
