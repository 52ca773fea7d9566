"""What mappings say of things: the other end of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from ontology.namespaces import OWL, SSSOM, short_name
from ontology.store import KnowledgeBase
from standards.differences.links import BOTH_WAYS
from standards.differences.statements import has_any, in_parts, values


class End(NamedTuple):
    """The other end of a mapping of a thing.

    Parameters
    ----------
    address
        Of the other end; of a text that is mapped, which has none, that of the mapping.
    label
        As the mapping has it, else empty.
    relation
        The predicate in short, ``not skos:exactMatch`` where the mapping denies it.
    outgoing
        Whether the thing is the subject of the mapping, and it matters.
    """

    thing: str
    address: str
    label: str
    relation: str
    outgoing: bool


ENDS = (
    (OWL.annotatedSource, OWL.annotatedTarget, SSSOM.object_label, True),
    (OWL.annotatedTarget, OWL.annotatedSource, SSSOM.subject_label, False),
)


def mapped(base: KnowledgeBase, graph: str, things: Collection[str]) -> Iterator[End]:
    """Yield the other ends of the mappings of some things that a release has."""
    if not has_any(base, graph, OWL.Axiom):
        return
    for asked in in_parts(things):
        for here, there, label, outgoing in ENDS:
            query = (
                f"SELECT ?thing (COALESCE(?end, ?m) AS ?other) ?label ?p ?not {{ {values('thing', asked)} "
                f"?m <{here}> ?thing ; <{OWL.annotatedProperty}> ?p "
                f"OPTIONAL {{ ?m <{there}> ?end FILTER(ISIRI(?end)) }} FILTER(ISIRI(?m) || BOUND(?end)) "
                f"OPTIONAL {{ ?m <{label}> ?label }} OPTIONAL {{ ?m <{SSSOM.predicate_modifier}> ?not }} }}"
            )
            for thing, other, called, predicate, denied in base.rows(query, [graph]):
                name = short_name(predicate)
                relation = f"not {name}" if denied else name
                yield End(thing, other, called, relation, outgoing and name not in BOTH_WAYS)
