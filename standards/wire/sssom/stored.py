"""Mapping sets of the knowledge base as SSSOM/TSV: as they came, or the matches that a framework has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Competency, Mapping, Release
from ontology.store import KnowledgeBase
from standards.sources.own import SSSOM_SET
from standards.sssom import MappingSet, SssomMapping, propagated, write_sssom
from standards.suggested_mappings import UNSPECIFIED
from standards.wire.listed import Listed, came_as, listed
from standards.wire.sssom.meeting import file_set
from standards.wire.sssom.records import MappingRow, StoredSet

MATCHES: Final = {
    "exact_matches": str(SKOS.exactMatch),
    "close_matches": str(SKOS.closeMatch),
    "broad_matches": str(SKOS.broadMatch),
    "narrow_matches": str(SKOS.narrowMatch),
    "related_matches": str(SKOS.relatedMatch),
}
"""The fields of a competency that hold matches, with their properties."""

UNSAID: Final = str(SEMAPV.UnspecifiedMatching)
"""Of a match that nobody says the making of."""


def stored_mappings(base: KnowledgeBase, name: str, *, condense: bool = True) -> bytes:
    """Return a mapping set, or the matches of a framework, as SSSOM/TSV.

    Parameters
    ----------
    condense
        Whether what all rows say alike is said once, of the set.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    came = came_as(base, name, SSSOM_SET)
    found = _as_it_came(base, came) if came else propagated(_of(base, listed(base, name)))
    return write_sssom(found, condense=condense).encode()


def _as_it_came(base: KnowledgeBase, release: Release) -> MappingSet:
    return file_set(next(base.records(release, StoredSet)), base.records(release, MappingRow))


def _of(base: KnowledgeBase, of: Listed) -> MappingSet:
    own = {one.iri for one in of.competencies}
    proposed = sorted((one for one in base.records(of.release, Mapping) if one.subject in own), key=lambda one: one.iri)
    return MappingSet(
        mapping_set_id=f"{of.framework.iri}/matches",
        mapping_set_title=f"Matches of {of.framework.label}",
        license=of.framework.license or of.release.license or UNSPECIFIED,
        subject_source=of.framework.iri,
        mappings=(*(row for one in of.competencies for row in _matches(one)), *map(_proposed, proposed)),
    )


def _proposed(one: Mapping) -> SssomMapping:
    """Return a match that says how it was made, and how sure that is."""
    return SssomMapping(
        subject_id=one.subject,
        subject_label=one.subject_label or "",
        predicate_id=one.predicate,
        object_id=one.object,
        object_label=one.object_label or "",
        mapping_justification=one.justification,
        confidence=one.confidence,
        comment=one.comment or "",
    )


def _matches(one: Competency) -> Iterator[SssomMapping]:
    for field, predicate in MATCHES.items():
        for iri in getattr(one, field):
            yield SssomMapping(
                subject_id=one.iri,
                subject_label=one.label.value,
                predicate_id=predicate,
                object_id=iri,
                mapping_justification=UNSAID,
            )
