"""Differences between two releases as linked data: each change is an activity that used the old and made the new."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import DCTERMS, LW, PROV, RDFS, SSSOM
from ontology.records.record import Iri, Record, Text


class ChangeKind(StrEnum):
    """What became of something from one release to the next, as the address of its concept."""

    ADDED = str(LW.Addition)
    REMOVED = str(LW.Removal)
    WITHDRAWN = str(LW.Withdrawal)
    RECODED = str(LW.Recoding)
    REPLACED = str(LW.Replacement)
    SPLIT = str(LW.Split)
    MERGED = str(LW.Merger)
    REWORDED = str(LW.Rewording)
    REVALUED = str(LW.Revaluation)
    RELINKED = str(LW.Relinking)
    ASKED_OTHERWISE = str(LW.OtherDemand)


class Change(Record):
    """One thing that differs between two releases.

    Parameters
    ----------
    kind
        A `ChangeKind`.
    used, generated
        Addresses of the older things and of the newer ones.
    field, property
        What of a thing was changed, as people call it, and the property that carries it.
    text_before, text_after, value_before, value_after, link_before, link_after
        Only what differs.
    extent
        Of a rewording: ``signs``, ``spelling`` or ``words``.
    asserted
        Of a succession: whether a release says so itself.
    similarity
        0 to 1.
    evidence
        What a succession rests on, in words.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Change, PROV.Activity)

    kind: Annotated[Iri, LW.changeKind]
    difference: Annotated[Iri, DCTERMS.isPartOf]
    used: Annotated[tuple[Iri, ...], PROV.used] = ()
    generated: Annotated[tuple[Iri, ...], PROV.generated] = ()
    field: Annotated[str | None, LW.changedField] = None
    property: Annotated[Iri | None, LW.changedProperty] = None
    text_before: Annotated[tuple[Text, ...], LW.textBefore] = ()
    text_after: Annotated[tuple[Text, ...], LW.textAfter] = ()
    value_before: Annotated[tuple[str, ...], LW.valueBefore] = ()
    value_after: Annotated[tuple[str, ...], LW.valueAfter] = ()
    link_before: Annotated[tuple[Iri, ...], LW.linkBefore] = ()
    link_after: Annotated[tuple[Iri, ...], LW.linkAfter] = ()
    extent: Annotated[str | None, LW.changeExtent] = None
    asserted: Annotated[bool | None, LW.assertedChange] = None
    similarity: Annotated[float | None, SSSOM.similarity_score, Field(ge=0, le=1)] = None
    evidence: Annotated[tuple[str, ...], RDFS.comment] = ()


class ReleaseDifference(Record):
    """All that differs between two releases, as a whole."""

    types: ClassVar[tuple[URIRef, ...]] = (LW.ReleaseDifference, PROV.Entity)

    title: Annotated[str, DCTERMS.title]
    older: Annotated[Iri, LW.olderRelease]
    newer: Annotated[Iri, LW.newerRelease]
    notes: Annotated[tuple[str, ...], RDFS.comment] = ()


class Superseded(Record):
    """A thing with those that took its place."""

    replaced_by: Annotated[tuple[Iri, ...], DCTERMS.isReplacedBy]
