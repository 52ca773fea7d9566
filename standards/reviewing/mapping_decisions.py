"""Mapping decisions: what people have judged in a mapping set, SSSOM."""

from __future__ import annotations

from typing import Final

from ontology.namespaces import SEMAPV
from ontology.records import BY_HAND, Verdict
from ontology.report import Report
from standards.reviewing.decision import Decision
from standards.sssom import NO_TERM_FOUND, NOT, SssomMapping, judged_sssom

REVIEWED: Final = (str(BY_HAND), str(SEMAPV.MappingReview))
"""Justifications of a mapping that say that a person has judged it."""


def mapping_decisions(file: str, text: str) -> tuple[list[Decision], Report]:
    """Return the mappings that people have judged, and what of the file is not read.

    ``predicate_modifier`` says which are rejected.

    Raises
    ------
    UnreadableError, RefusedError
        As `judged_sssom` has them.
    """
    found = judged_sssom(text, file)
    rows = zip(found.lines, found.mapping_set.mappings, strict=True)
    judged = ((row, mapping) for row, mapping in rows if _judged(mapping))
    return [_of_mapping(file, row, mapping, name) for row, mapping in judged for name in _who(mapping)], found.report


def _judged(mapping: SssomMapping) -> bool:
    """Whether a person judged it. A gap is of no outcome, and that one is *not* unmatched says nothing."""
    nothing = mapping.subject_id == NO_TERM_FOUND or (mapping.object_id == NO_TERM_FOUND and _refused(mapping))
    return not nothing and (any(_who(mapping)) or mapping.mapping_justification in REVIEWED)


def _who(mapping: SssomMapping) -> list[str]:
    """Return who judged a mapping, one name empty where the file does not say."""
    return [name.strip() for name in mapping.reviewer_label or mapping.reviewer_id] or [""]


def _of_mapping(file: str, row: int, mapping: SssomMapping, name: str) -> Decision:
    refused = _refused(mapping)
    return Decision(
        outcome=mapping.subject_id,
        competency=mapping.object_id,
        verdict=_verdict(mapping),
        label=mapping.object_label,
        comment=mapping.comment,
        confidence=mapping.confidence,
        reviewer=name,
        dated=mapping.review_date,
        exchanged=True,
        file=file,
        row=row,
        column="predicate_modifier" if refused else "reviewer_label",
    )


def _verdict(mapping: SssomMapping) -> Verdict:
    if mapping.object_id == NO_TERM_FOUND:
        return Verdict.UNMATCHED
    return Verdict.REJECTED if _refused(mapping) else Verdict.ACCEPTED


def _refused(mapping: SssomMapping) -> bool:
    return mapping.predicate_modifier == NOT
