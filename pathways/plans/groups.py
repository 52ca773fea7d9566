"""The groups in which a plan lists what a job asks for: what comes before, what a program teaches, what a job does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ontology.records import CompetencyKind
from pathways.plans.balance import Balance, Need, Standing

KNOWLEDGE: Final = str(CompetencyKind.KNOWLEDGE)


class Group(NamedTuple):
    """Some needs of a rung, and how they are come by.

    Parameters
    ----------
    name
        By which it is traced.
    title
        What stands above the list.
    """

    name: str
    title: str
    needs: tuple[Need, ...]


def groups(found: Balance) -> Iterator[Group]:
    """Yield what a job asks for by how it is come by; groups without a need among them.

    Where the step asks for a degree, a program or a license, no knowledge is learned in the job: the schooling teaches
    it. Each group has the largest share of what is missing first, which is importance times levels missing.

    Example
    -------
    >>> from pathways.records.step import Reference
    >>> made = [Need(competency=f"http://x/{label}", label=label, kind=kind, importance=4, level_needs=5, level_has=4,
    ...     standing=Standing.CLOSE) for label, kind in (("Medicine", KNOWLEDGE), ("Speaking", "http://x/s"))]
    >>> nurse = Reference(iri="http://x/rn", label={"value": "Nurses"})
    >>> [(group.name, [need.label for need in group.needs]) for school in ("", "a degree")
    ...     for group in groups(Balance(occupation=nurse, needs=made, school=school)) if group.needs]
    [('nearly there', ['Medicine', 'Speaking']), ('in the program', ['Medicine']), ('nearly there', ['Speaking'])]
    """
    schooled = tuple(need for need in found.needs if taught_by_school(found, need))
    rest = [need for need in found.needs if need not in schooled]
    missing = [need for need in rest if need.standing is Standing.MISSING]
    by = found.school
    yield Group(
        "in the program",
        f"Learned in the schooling or training that this step asks for ({by}), the most important first:",
        schooled,
    )
    yield Group("to learn before", _before(found), tuple(need for need in missing if need.planned))
    yield Group(
        "to practice",
        "Abilities, and what most jobs ask for; practice grows them, and no course is planned for them:",
        tuple(need for need in missing if need.important and need.general),
    )
    yield Group(
        "to learn there",
        f"Of less importance to this job; learn it {'on the way' if by else 'there'}:",
        tuple(need for need in missing if not need.important),
    )
    near = "practice in school and at work brings the rest" if by else "the rest is learned in the job"
    yield Group(
        "nearly there", f"Nearly there; {near}:", tuple(need for need in rest if need.standing is Standing.CLOSE)
    )
    yield Group("carries over", "Carries over:", found.of(Standing.CARRIED))


def _before(found: Balance) -> str:
    """Return what stands above the needs that courses are planned for."""
    if not found.unrated:
        return "To learn before, the most important first:"
    return (
        f"To learn before, as far as your job does not teach it: what {found.unrated.label} bring is not known, and "
        "only the lines of the record are counted:"
    )


def taught_by_school(found: Balance, need: Need) -> bool:
    """Return whether the schooling that a step asks for teaches what is missing: it is an area of knowledge."""
    return bool(found.school) and str(need.kind) == KNOWLEDGE and need.standing is not Standing.CARRIED
