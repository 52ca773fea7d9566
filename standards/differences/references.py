"""References: what in a knowledge base points to things that a new release touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from ontology.frozen import Frozen
from ontology.namespaces import CETERMS, LW, OWL, SKOS, short_name
from ontology.records import Mapping as MappingRecord
from ontology.records import Release, Verdict
from ontology.store import KnowledgeBase
from standards.differences.difference import Difference, Thing
from standards.differences.fields import NEEDS
from standards.differences.kinds import kind_of
from standards.differences.statements import ASKED, cards, has_any
from standards.differences.touched import Touched, Why
from standards.reviewing.storage import stored_reviews

LINKING: Final = (
    *(SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch),
    *(CETERMS.assesses, CETERMS.teaches, CETERMS.skillEmbodied, CETERMS.occupationType, CETERMS.isRequiredFor),
    CETERMS.targetNode,
)
"""Properties by which the items of standards, credentials, courses and jobs point to others."""


class ReferenceKind(StrEnum):
    """What points to a thing."""

    MAPPING = "mapping"
    """A crosswalk says what it matches."""
    REVIEW = "review"
    """A person judged that a learning outcome teaches it."""
    NEED = "need"
    """An occupation asks for it."""
    LINK = "link"
    """An item of a standard, a credential, a course or a job names it."""


class Reference(Frozen):
    """Something that points to a thing that is touched.

    Parameters
    ----------
    release
        Name of the release that says so.
    subject
        What points to it: the other end of a mapping, the outcome, the occupation, the item.
    relation
        How: ``skos:closeMatch``, ``accepted by A. Lee``, ``essential``.
    """

    kind: ReferenceKind
    release: str
    touched: str
    subject: Thing
    relation: str


@dataclass(frozen=True)
class References:
    """What points to some things.

    Parameters
    ----------
    touched
        By address.
    """

    base: KnowledgeBase
    difference: Difference
    touched: Mapping[str, Touched]

    @cached_property
    def all(self) -> tuple[Reference, ...]:
        """Every reference, by what it points to, its kind and what it comes from; each once."""
        found: dict[tuple[str, ...], Reference] = {}
        for release in self.releases:
            for reference in (*self._mappings(release), *self._reviews(release), *self._links(release)):
                key = (reference.touched, reference.kind, reference.subject.iri, reference.relation)
                found.setdefault(key, reference)
        return tuple(found[key] for key in sorted(found))

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The releases that are looked into: the two, the newer first, the newest of others, and working copies."""
        every = {str(release.iri): release for release in self.base.releases()}
        two = [every[self.difference.newer.graph], every[self.difference.older.graph]]
        sources = {release.source for release in two}
        others = (one for one in self.base.current() if one.source not in sources or one.status)
        return tuple(dict.fromkeys((*two, *others)))

    @cached_property
    def _strong(self) -> frozenset[str]:
        """Addresses of what is not only moved: who asks for something does not mind where it stands."""
        return frozenset(iri for iri, one in self.touched.items() if one.why is not Why.MOVED)

    def _mappings(self, release: Release) -> Iterator[Reference]:
        if not has_any(self.base, release.iri, OWL.Axiom):
            return
        for mapping in self.base.records(release, MappingRecord):
            for end, other, label in (
                (mapping.subject, mapping.object, mapping.object_label),
                (mapping.object, mapping.subject, mapping.subject_label),
            ):
                if end in self.touched:
                    thing = Thing(iri=other, label=label or other, kind="concept", code=self._code(other))
                    name = short_name(mapping.predicate)
                    yield Reference(
                        kind=ReferenceKind.MAPPING, release=release.name, touched=end, subject=thing, relation=name
                    )

    def _code(self, iri: str) -> str:
        """Return the code in an address that was minted here; those of others have none that people know."""
        return self.base.identifiers.local(iri) if iri.startswith(self.base.identifiers.mint("")) else ""

    def _reviews(self, release: Release) -> Iterator[Reference]:
        if not has_any(self.base, release.iri, LW.Review):
            return
        for review in stored_reviews(self.base, release):
            judged = {review.competency, review.instead} & {*self.touched}
            for iri in sorted(filter(None, judged)) if review.undone is None else ():
                verdict = Verdict.ACCEPTED if iri == review.instead else review.decided
                thing = Thing(iri=review.outcome, label=review.statement, kind="learning outcome")
                said = f"{verdict.name.lower()} by {review.reviewer}"
                yield Reference(
                    kind=ReferenceKind.REVIEW, release=release.name, touched=iri, subject=thing, relation=said
                )

    def _links(self, release: Release) -> Iterator[Reference]:
        """Yield who asks for what is touched, and what else names it."""
        needs = [*self._pointing(release, NEEDS, self._strong), *self._rated(release)]
        links = list(self._pointing(release, map(str, LINKING), frozenset(self.touched)))
        mapped = set()
        if has_any(self.base, release.iri, OWL.Axiom):
            mapped = {one[0] for one in links}
        shown = cards(self.base, release.iri, {one[0] for one in (*needs, *links)})
        for kind, found in ((ReferenceKind.NEED, needs), (ReferenceKind.LINK, links)):
            for subject, predicate, target in found:
                if subject in shown and subject not in mapped:
                    card = shown[subject]
                    thing = Thing(iri=subject, label=card.label, kind=kind_of(card.types), code=card.code)
                    relation = NEEDS.get(predicate) or short_name(predicate)
                    yield Reference(kind=kind, release=release.name, touched=target, subject=thing, relation=relation)

    def _pointing(
        self, release: Release, predicates: Iterable[str], targets: frozenset[str]
    ) -> Iterator[tuple[str, str, str]]:
        """Yield subject, property and object of what points to some things."""
        asked = sorted(targets)
        for predicate in predicates:
            for start in range(0, len(asked), ASKED):
                values = " ".join(f"<{iri}>" for iri in asked[start : start + ASKED])
                query = f"SELECT ?s ?o {{ VALUES ?o {{ {values} }} ?s <{predicate}> ?o FILTER(ISIRI(?s)) }}"
                for subject, target in self.base.rows(query, [release.iri]):
                    yield subject, predicate, target

    def _rated(self, release: Release) -> Iterator[tuple[str, str, str]]:
        """Yield the occupations whose requirements rate what is touched."""
        asked = sorted(self._strong)
        for start in range(0, len(asked), ASKED):
            values = " ".join(f"<{iri}>" for iri in asked[start : start + ASKED])
            query = (
                f"SELECT ?s ?o {{ VALUES ?o {{ {values} }} ?r <{LW.competency}> ?o ; <{LW.occupation}> ?s ; "
                f"a <{LW.SkillRequirement}> }}"
            )
            for subject, target in self.base.rows(query, [release.iri]):
                yield subject, RATED, target


RATED: Final = "rated"
"""How an occupation asks for a competency with importance and level."""
