"""The curriculum map as linked data: SSSOM's mappings as OWL axioms, and the reviews behind them as PROV activities.

What a person accepted by hand is also stated as a triple of its own; a suggestion is not, nor what was rejected.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Final

from ontology.formats import TURTLE, serialize
from ontology.namespaces import LW
from ontology.records import Iri, Record
from ontology.records.mapping_sets import AxiomSet, MappingAxiom, MeantOutcome, ReviewActivity
from ontology.triples import to_graph
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.mappings import CURATED, NOT, to_mapping_set
from standards.reviewing import Judgment, Status
from standards.sssom import NO_TERM_FOUND, MappingSet, SssomMapping

VERDICTS: Final = {
    Status.ACCEPTED: Iri(LW.Accepted),
    Status.REJECTED: Iri(LW.Rejected),
    Status.CHANGED: Iri(LW.Changed),
    Status.PLACED: Iri(LW.Changed),
    Status.UNMATCHED: Iri(LW.Unmatched),
}


def to_turtle(curriculum: CurriculumMap) -> bytes:
    """Return a curriculum map as Turtle."""
    return serialize(to_graph(records(curriculum)), TURTLE)


def records(curriculum: CurriculumMap) -> Iterator[Record]:
    """Yield the mapping set, its mappings, the reviews behind them, and what people accepted."""
    found = to_mapping_set(curriculum)
    judgments = _judgments(curriculum)
    axioms = [_axiom(found, row, judgments.get((row.subject_id, row.object_id), ())) for row in found.mappings]
    yield AxiomSet(
        iri=Iri(found.mapping_set_id),
        title=found.mapping_set_title,
        license=Iri(found.license),
        subject_source=Iri(found.subject_source),
        object_source=Iri(found.object_source),
        tool=found.mapping_tool,
        mappings=tuple(axiom.iri for axiom in axioms),
    )
    yield from axioms
    yield from {said.review: _activity(said) for of_pair in judgments.values() for said in of_pair}.values()
    yield from _accepted(found)


def _judgments(curriculum: CurriculumMap) -> dict[tuple[str, str], tuple[Judgment, ...]]:
    """Return what was said to each outcome and competency."""
    said = {
        (outcome.iri, proposal.iri): proposal.judgments
        for outcome in curriculum.outcomes
        for proposal in outcome.spoken
        if proposal.judgments
    }
    return said | {(o.iri, NO_TERM_FOUND): o.unmatched for o in curriculum.outcomes if o.unmatched}


def _axiom(found: MappingSet, row: SssomMapping, judgments: tuple[Judgment, ...]) -> MappingAxiom:
    key = hashlib.sha256(f"{row.subject_id}\n{row.object_id}".encode()).hexdigest()[:16]
    return MappingAxiom(
        iri=Iri(f"{found.mapping_set_id}#{key}"),
        subject=Iri(row.subject_id),
        predicate=Iri(row.predicate_id),
        object=Iri(row.object_id),
        modifier=row.predicate_modifier or None,
        subject_label=row.subject_label or None,
        object_label=row.object_label or None,
        justification=Iri(row.mapping_justification),
        reviewers=tuple(filter(None, row.reviewer_label.split("|"))),
        reviewed=date.fromisoformat(row.review_date) if row.review_date else None,
        cardinality=row.mapping_cardinality or None,
        confidence=row.confidence,
        match_string=row.match_string or None,
        match_field=Iri(row.object_match_field) if row.object_match_field else None,
        similarity=row.similarity_score,
        measure=row.similarity_measure or None,
        other=row.other or None,
        comment=row.comment or None,
        reviews=tuple(judgment.review for judgment in judgments),
    )


def _activity(said: Judgment) -> ReviewActivity:
    return ReviewActivity(
        iri=said.review,
        verdict=VERDICTS[said.verdict],
        reviewer=said.reviewer,
        at=said.at,
        comment=said.comment or None,
    )


def _accepted(found: MappingSet) -> Iterator[MeantOutcome]:
    meant: dict[str, list[Iri]] = {}
    for row in found.mappings:
        if row.mapping_justification == CURATED and row.predicate_modifier != NOT and row.object_id != NO_TERM_FOUND:
            meant.setdefault(row.subject_id, []).append(Iri(row.object_id))
    for outcome, competencies in meant.items():
        yield MeantOutcome(iri=Iri(outcome), close_matches=tuple(competencies))
