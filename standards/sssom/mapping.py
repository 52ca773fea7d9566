"""A mapping: one row of a mapping set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from ontology.namespaces import DCTERMS, OWL, RDFS, SSSOM
from standards.sssom.slots import (
    NEW,
    Address,
    Addresses,
    Agreement,
    Day,
    Kind,
    Reference,
    References,
    Share,
    Texts,
    Words,
)

NO_TERM_FOUND: Final = str(SSSOM.NoTermFound)
"""Stands for a subject or an object that has no counterpart."""

LITERAL: Final = "rdfs literal"
"""Type of a subject or an object that is a text without an address; its label is the text."""

NOT: Final = "Not"
"""The modifier of what was found to be no match."""


@dataclass(frozen=True, kw_only=True)
class SssomMapping:
    """One row; the fields are the standard's slots in its order, addresses written out.

    Parameters
    ----------
    subject_id, object_id
        Empty where it is a text (`LITERAL`), which then stands in its label.
    predicate_modifier
        `NOT` where the mapping was rejected, else empty.
    reviewer_label
        Names of those who judged it.
    mapping_cardinality
        ``1:0`` where the subject has no counterpart, ``0:1`` where the object has none, else empty.
    review_date
        When it was judged, as ``2026-11-20``.
    confidence
        0 to 1.
    reviewer_agreement
        -1 to 1.
    match_string
        What the two have in common.
    object_match_field
        Property that holds the name that matched.
    similarity_score, similarity_measure
        How alike the two are, 0 to 1, and by which measure.
    other
        What no other slot holds.

    The rest is as the standard has it: https://mapping-commons.github.io/sssom/Mapping.
    """

    record_id: Annotated[Reference, NEW] = ""
    subject_id: Annotated[Reference, OWL.annotatedSource] = ""
    subject_label: str = ""
    subject_category: str = ""
    predicate_id: Annotated[Reference, OWL.annotatedProperty]
    predicate_label: str = ""
    predicate_modifier: Annotated[str, Words((NOT,), decisive=True)] = ""
    object_id: Annotated[Reference, OWL.annotatedTarget] = ""
    object_label: str = ""
    object_category: str = ""
    mapping_justification: Reference
    author_id: References = ()
    author_label: Texts = ()
    reviewer_id: References = ()
    reviewer_label: Texts = ()
    creator_id: Annotated[References, DCTERMS.creator] = ()
    creator_label: Texts = ()
    license: Annotated[Address, DCTERMS.license] = ""
    subject_type: Kind = ""
    subject_source: Reference = ""
    subject_source_version: str = ""
    object_type: Kind = ""
    object_source: Reference = ""
    object_source_version: str = ""
    predicate_type: Annotated[Kind, NEW] = ""
    mapping_provider: Address = ""
    mapping_source: Reference = ""
    mapping_cardinality: Annotated[str, Words(("1:1", "1:n", "n:1", "n:n", "1:0", "0:1", "0:0"))] = ""
    cardinality_scope: Annotated[Texts, NEW] = ()
    mapping_tool: str = ""
    mapping_tool_id: Annotated[Reference, NEW] = ""
    mapping_tool_version: str = ""
    mapping_date: Day = ""
    publication_date: Day = ""
    review_date: Annotated[Day, NEW] = ""
    confidence: Share = None
    reviewer_agreement: Annotated[Agreement, NEW] = None
    curation_rule: References = ()
    curation_rule_text: Texts = ()
    subject_match_field: References = ()
    object_match_field: References = ()
    match_string: Texts = ()
    subject_preprocessing: References = ()
    object_preprocessing: References = ()
    similarity_score: Share = None
    similarity_measure: str = ""
    see_also: Annotated[Addresses, RDFS.seeAlso] = ()
    issue_tracker_item: Reference = ""
    other: str = ""
    comment: Annotated[str, RDFS.comment] = ""
