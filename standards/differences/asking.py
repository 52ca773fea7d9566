"""Who asks for a thing: the occupations that name it outright, and those whose requirements rate it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from ontology.namespaces import LW
from ontology.store import KnowledgeBase
from standards.differences.fields import NEEDS
from standards.differences.links import Link
from standards.differences.statements import in_parts, values

RATED: Final = "rated"
"""How an occupation asks for a competency with importance and level."""


def asking(base: KnowledgeBase, graph: str, things: Collection[str]) -> Iterator[Link]:
    """Yield which occupations of a release ask for some things, and how."""
    for asked in in_parts(things):
        for predicate, relation in NEEDS.items():
            yield from _named(base, graph, relation, f"{values('o', asked)} ?s <{predicate}> ?o")
        rated = f"?r <{LW.competency}> ?o ; <{LW.occupation}> ?s ; a <{LW.SkillRequirement}>"
        yield from _named(base, graph, RATED, f"{values('o', asked)} {rated}")


def _named(base: KnowledgeBase, graph: str, relation: str, pattern: str) -> Iterator[Link]:
    for subject, target in base.rows(f"SELECT DISTINCT ?s ?o {{ {pattern} FILTER(ISIRI(?s)) }}", [graph]):
        yield Link(subject, relation, target)
