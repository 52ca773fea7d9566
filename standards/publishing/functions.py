"""Critical work functions of what is published: the categories of the version, and which occupations have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ontology.records import (
    Competency,
    Iri,
    Occupation,
    Record,
    Release,
    RequirementType,
    SkillRequirement,
    Text,
    WorkFunction,
    WorkTask,
)
from ontology.store import KnowledgeBase
from standards.work_functions import work_functions


def with_functions(base: KnowledgeBase, working: Release, said: Sequence[Record]) -> tuple[Record, ...]:
    """Return what a version says with its work functions, and with which of them each occupation has.

    An occupation has a function where a competency of it is essential there, or where one of its tasks is a part of it.
    A function that only tasks name is as the working copy has it, without competencies.
    """
    own = {one.iri: one for one in work_functions(base.identifiers, working.source, _categorized(said))}
    tasks = [one for one in said if isinstance(one, WorkTask)]
    named = {iri for task in tasks for iri in task.functions} - own.keys()
    more = [one.model_copy(update={"competencies": ()}) for one in base.records(working, WorkFunction)]
    functions = [*own.values(), *(one for one in more if one.iri in named)]
    having = _having(functions, tasks, said)
    return (*(_of_occupation(one, having) for one in said), *functions)


def _categorized(said: Iterable[Record]) -> Iterator[tuple[Text, Iri]]:
    """Yield the category and the address of each competency."""
    for one in said:
        if isinstance(one, Competency) and one.category:
            yield one.category, one.iri


def _having(
    functions: Iterable[WorkFunction], tasks: Iterable[WorkTask], said: Iterable[Record]
) -> dict[Iri, tuple[Iri, ...]]:
    """Return the functions of each occupation, by address."""
    function = {item: one.iri for one in functions for item in one.competencies}
    found: dict[Iri, set[Iri]] = defaultdict(set)
    for one in said:
        if isinstance(one, SkillRequirement) and one.competency in function and _is_essential(one):
            found[one.occupation].add(function[one.competency])
    for task in tasks:
        for occupation in task.occupations:
            found[occupation].update(task.functions)
    return {occupation: tuple(sorted(own)) for occupation, own in found.items()}


def _is_essential(one: SkillRequirement) -> bool:
    return one.relation != Iri(RequirementType.OPTIONAL)


def _of_occupation(one: Record, having: dict[Iri, tuple[Iri, ...]]) -> Record:
    return one.model_copy(update={"work_functions": having.get(one.iri, ())}) if isinstance(one, Occupation) else one
