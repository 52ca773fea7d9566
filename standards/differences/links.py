"""Links: what names a thing that is touched, outright, from within blank nodes, or by an association of CASE."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ontology.holding import Holding, longer
from ontology.namespaces import CASE, CEASN, CETERMS, DCTERMS, ESCO, LW, OWL, PROV, SKOS, short_name
from ontology.store import KnowledgeBase
from standards.differences.fields import NEEDS
from standards.differences.statements import has_any, in_parts, values

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
        within: list[tuple[str, str, str]] = []
        for asked in in_parts(self.targets):
            for target, subject, is_blank, predicate in self.base.rows(_naming(asked), [self.graph]):
                if self.own and predicate in STRUCTURE:
                    continue
                if is_blank == "true":
                    within.append((subject, predicate, target))
                else:
                    yield Link(subject, _path(predicate), target)
        yield from self._held(within)

    def _held(self, within: Collection[tuple[str, str, str]]) -> Iterator[Link]:
        """Yield what holds the blank nodes that name a target by a property."""
        holds = Holding(self.base.store, self.graph).holds({node for node, _, _ in within})
        for node, predicate, target in within:
            for holder, path in holds[node]:
                yield Link(holder, _path(*longer(path, predicate)), target)

    def _associated(self) -> Iterator[Link]:
        """Yield what associations of CASE say of a target and of something else."""
        if not has_any(self.base, self.graph, CASE.CFAssociation):
            return
        ends = (CASE.originNodeURI, CASE.destinationNodeURI)
        for asked in in_parts(self.targets):
            for here, there in (ends, ends[::-1]):
                query = (
                    f"SELECT ?other ?type ?end {{ {values('end', asked)} ?a <{here}> ?end ; <{there}> ?other ; "
                    f"<{CASE.associationType}> ?type FILTER(ISIRI(?other)) }}"
                )
                for other, kind, end in self.base.rows(query, [self.graph]):
                    if not (self.own and kind in STRUCTURAL):
                        yield Link(other, kind, end, here == ends[0] and kind not in BOTH_WAYS)


def _naming(targets: Iterable[str]) -> str:
    """Return the query for what names some things: the target, the subject, whether that is blank, the property."""
    told = ", ".join(f"<{predicate}>" for predicate in TOLD_OTHERWISE)
    return (
        f"SELECT DISTINCT ?target ?s (ISBLANK(?s) AS ?blank) ?p {{ {values('target', targets)} ?s ?p ?target "
        f"FILTER(?p NOT IN ({told})) }}"
    )


def _path(*predicates: str) -> str:
    """Return the properties of a way as people read them."""
    return "/".join(map(short_name, predicates))


def _said(relations: set[str]) -> str:
    """Return the relations between two things, without what stands beside the words of a format."""
    beside = {BESIDE[relation] for relation in relations if relation in BESIDE}
    return ", ".join(sorted(relations - beside))
