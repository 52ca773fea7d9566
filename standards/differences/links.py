"""Links: what names a thing that is touched, outright, from within blank nodes, or by an association of CASE."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ontology.namespaces import CASE, CEASN, CETERMS, DCTERMS, ESCO, LW, OWL, PROV, RDF, SKOS, short_name
from ontology.store import KnowledgeBase
from standards.differences.fields import NEEDS
from standards.differences.statements import has_any, in_parts, values

DEEPEST: Final = 10
"""Blank nodes within blank nodes that are climbed, at most."""

TOLD_OTHERWISE: Final = (
    *(OWL.annotatedSource, OWL.annotatedTarget, CASE.originNodeURI, CASE.destinationNodeURI),
    *(LW.competency, LW.occupation, LW.element, LW.relatedOccupation),
    *(LW.reviewedCompetency, LW.competencyInstead, LW.reviewedOutcome, LW.reviewedProgram),
    *(ESCO.isEssentialSkillFor, ESCO.isOptionalSkillFor, *NEEDS),
    *(DCTERMS.isVersionOf, PROV.used, PROV.wasRevisionOf),
)
"""Properties of mappings, associations, ratings, reviews, needs and editions, which are no links between items."""

STRUCTURE: Final = frozenset(
    map(
        str,
        (
            *(SKOS.broader, SKOS.narrower, SKOS.broaderTransitive, SKOS.narrowerTransitive, SKOS.member),
            *(SKOS.inScheme, SKOS.hasTopConcept, SKOS.topConceptOf),
            *(CEASN.isChildOf, CEASN.hasChild, CEASN.isPartOf, CEASN.isTopChildOf, CEASN.hasTopChild),
            *(CETERMS.hasPart, CETERMS.isPartOf, DCTERMS.hasPart, DCTERMS.isPartOf, LW.outcomeOf),
            *(ESCO.memberOfISCOGroup, LW.careerCluster, DCTERMS.isReplacedBy, DCTERMS.replaces),
        ),
    )
)
"""Properties by which a source orders its own things: the difference between its releases tells what became of them."""

STRUCTURAL: Final = frozenset(("isChildOf", "isPartOf", "replacedBy"))
"""Types of associations that do the same."""

BOTH_WAYS: Final = frozenset(
    (
        *("skos:exactMatch", "skos:closeMatch", "skos:relatedMatch", "skos:related"),
        *("exactMatchOf", "isRelatedTo", "isPeerOf"),
    )
)
"""Relations that hold both ways."""

BESIDE: Final = {
    "exactMatchOf": "skos:exactMatch",
    "isPeerOf": "skos:closeMatch",
    "isRelatedTo": "skos:related",
    "isChildOf": "skos:broader",
    "replacedBy": "dcterms:isReplacedBy",
    "ceasn:exactAlignment": "skos:exactMatch",
    "ceasn:majorAlignment": "skos:closeMatch",
    "ceasn:broadAlignment": "skos:broadMatch",
    "ceasn:narrowAlignment": "skos:narrowMatch",
    "ceasn:minorAlignment": "skos:relatedMatch",
    "ceasn:isChildOf": "skos:broader",
    "ceasn:isPartOf": "skos:inScheme",
}
"""What imports say in SKOS beside the words of a format: one link, not two."""


class Link(NamedTuple):
    """That something names something; ``outgoing`` where it is the target that names the subject."""

    subject: str
    relation: str
    target: str
    outgoing: bool = False


@dataclass(frozen=True)
class Links:
    """The links of one release.

    Parameters
    ----------
    targets
        Addresses of what is named.
    own
        Whether the release is of the source whose things these are.
    told
        Those that mappings say.
    """

    base: KnowledgeBase
    graph: str
    targets: Collection[str]
    own: bool
    told: Collection[Link] = ()

    def all(self) -> list[Link]:
        """Return every link, in order; of several between two things in one direction the relations together."""
        found: dict[tuple[str, str, bool], set[str]] = {}
        for link in {*self._named(), *self._associated()}.difference(self.told):
            found.setdefault((link.subject, link.target, link.outgoing), set()).add(link.relation)
        return [Link(one, _said(found[one, other, out]), other, out) for one, other, out in sorted(found)]

    def _named(self) -> Iterator[Link]:
        """Yield what names a target, outright or from within blank nodes."""
        for asked in in_parts(self.targets):
            open_ends: Iterable[str] = asked
            for depth in range(DEEPEST):
                rows = list(self.base.rows(_climbing(depth, open_ends), [self.graph]))
                yield from (_link(row) for row in rows if row[2] == "false" and not self._orders(row))
                open_ends = sorted({row[0] for row in rows if row[2] == "true"})
                if not open_ends:
                    break

    def _orders(self, row: tuple[str, ...]) -> bool:
        return self.own and row[-1] in STRUCTURE

    def _associated(self) -> Iterator[Link]:
        """Yield what associations of CASE say of a target and of something else."""
        if not has_any(self.base, self.graph, CASE.CFAssociation):
            return
        ends = (CASE.originNodeURI, CASE.destinationNodeURI)
        for asked in in_parts(self.targets):
            for here, there in (ends, ends[::-1]):
                query = (
                    f"SELECT ?other ?type ?end {{ {values('end', asked)} ?a <{here}> ?end ; <{there}> ?other ; "
                    f"<{CASE.associationType}> ?type }}"
                )
                for other, kind, end in self.base.rows(query, [self.graph]):
                    if not (self.own and kind in STRUCTURAL):
                        yield Link(other, kind, end, here == ends[0] and kind not in BOTH_WAYS)


def _climbing(depth: int, targets: Iterable[str]) -> str:
    """Return the query for what names some things through so many blank nodes.

    Its rows are the target, the subject, whether that is blank too, and the properties, that of the subject first.
    """
    told = ", ".join(f"<{predicate}>" for predicate in TOLD_OTHERWISE)
    steps = [f"?n{step} ?p{step} ?n{step - 1} . FILTER(ISBLANK(?n{step}))" for step in range(1, depth + 1)]
    named = " ".join(f"?p{step}" for step in range(depth + 1, 0, -1))
    return (
        f"SELECT DISTINCT ?n0 ?s (ISBLANK(?s) AS ?open) {named} {{ {values('n0', targets)} {' '.join(steps)} "
        f"?s ?p{depth + 1} ?n{depth} . FILTER(?p1 NOT IN ({told})) }}"
    )


def _link(row: tuple[str, ...]) -> Link:
    target, subject, _, *predicates = row
    path = (name for name in map(short_name, predicates) if name not in CELLS)
    return Link(subject, "/".join(path), target)


CELLS: Final = frozenset((short_name(str(RDF.first)), short_name(str(RDF.rest))))
"""What makes a list: its entries are named by whatever names the list."""


def _said(relations: set[str]) -> str:
    """Return the relations between two things, without what stands beside the words of a format."""
    beside = {BESIDE[relation] for relation in relations if relation in BESIDE}
    return ", ".join(sorted(relations - beside))
