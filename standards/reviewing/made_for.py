"""Made for: of which program and which framework a file of decisions is, told by the addresses in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.namespaces import CETERMS, LW
from ontology.store import KnowledgeBase
from standards.frameworks import framework_members, frameworks
from standards.reviewing.decision import Decision
from standards.reviewing.reviewed_program import ReviewedProgram
from standards.sssom import NO_TERM_FOUND

LIST: Final = "list"
"""Under which the competencies of lists of one's own are minted."""


@dataclass(frozen=True)
class Misplaced:
    """What the decisions of a file are not about, though they were to be.

    Parameters
    ----------
    outcomes, competencies
        How many the file names where none is of the program, of the framework; 0 where some are.
    program
        Address of the stored program that has most of these outcomes; empty where none has any.
    framework
        Name of the framework that has most of these competencies, of a list of one's own ``list/`` and the slug of its
        file; empty where none has any.
    """

    outcomes: int = 0
    competencies: int = 0
    program: str = ""
    framework: str = ""

    def __bool__(self) -> bool:
        return bool(self.outcomes or self.competencies)


def misplaced(reviewed: ReviewedProgram, decisions: Sequence[Decision]) -> Misplaced:
    """Return what decisions are about instead, where nothing that they name is of the program or of the framework.

    Where some of it is, the file is the right one, and what else it names is wrong row by row. One outcome or one
    competency that nothing stored has may just as well be a slip, and is left to its row as well.
    """
    outcomes = _strangers((decision.outcome for decision in decisions), reviewed.statements)
    named = (decision.competency for decision in decisions if decision.competency != NO_TERM_FOUND)
    known = {*reviewed.entries, *(competency for _, competency in reviewed.reviews.pairs)}
    competencies = _strangers(named, known)
    program = _program(reviewed.base, outcomes) if outcomes else ""
    framework = _framework(reviewed.base, competencies) if competencies else ""
    return Misplaced(
        outcomes=len(outcomes) if program or len(outcomes) > 1 else 0,
        competencies=len(competencies) if framework or len(competencies) > 1 else 0,
        program=program,
        framework=framework,
    )


def _strangers(named: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Return all that is named where none of it is known, else nothing."""
    asked = frozenset(filter(None, named))
    return asked if asked.isdisjoint(known) else frozenset()


def _program(base: KnowledgeBase, outcomes: frozenset[str]) -> str:
    query = f"SELECT ?p ?o {{ ?p <{CETERMS.hasPart}> ?c. ?o <{LW.outcomeOf}> ?c }}"
    pairs = base.rows(query, [release.iri for release in base.current()])
    return _most(program for program, outcome in pairs if outcome in outcomes)


def _framework(base: KnowledgeBase, competencies: frozenset[str]) -> str:
    return _most(_holding(base, competencies)) or _most(_own_list(base, iri) for iri in sorted(competencies))


def _holding(base: KnowledgeBase, competencies: frozenset[str]) -> Iterator[str]:
    """Yield the name of each framework once for each of its competencies; of equals the smaller one comes first.

    A firm's list is in the release of its partnership, whose standard may have the same competencies.
    """
    members = {name: framework_members(base, name) for name in frameworks(base)}
    for name in sorted(members, key=lambda name: len(members[name])):
        yield from [name] * len(members[name] & competencies)


def _own_list(base: KnowledgeBase, competency: str) -> str:
    """Return the name of the list of one's own that an address was made for, empty where it is of none."""
    start = base.identifiers.mint(LIST, "")
    slug = competency.removeprefix(start).partition("/")[0]
    return f"{LIST}/{slug}" if competency.startswith(start) else ""


def _most(names: Iterable[str]) -> str:
    """Return the name that comes most often, the first of equals."""
    said = [name for name in names if name]
    return max(dict.fromkeys(said), key=said.count, default="")
