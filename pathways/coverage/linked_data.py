"""The curriculum map as linked data: SSSOM's mappings as OWL axioms, and the reviews behind them as PROV activities.

What a person accepted by hand is also stated as a triple of its own; a suggestion is not, nor what was rejected.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from ontology.formats import TURTLE, serialize
from ontology.namespaces import LW
from ontology.records import Iri, Record
from ontology.records.mapping_sets import AxiomSet, MappingAxiom, MeantOutcome, ReviewActivity
from ontology.triples import to_graph
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.mappings import CURATED, JudgedMapping, judged_mappings, to_mapping_set
from standards.reviewing import Judgment, Status
from standards.sssom import NO_TERM_FOUND, NOT, MappingSet, joined

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
    found, stated = to_mapping_set(curriculum), list(judged_mappings(curriculum))
    axioms = [_axiom(found, one) for one in stated]
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
    yield from {said.review: _activity(said) for said in _judgments(curriculum)}.values()
    yield from _accepted(stated)


def _judgments(curriculum: CurriculumMap) -> Iterator[Judgment]:
    """Yield what was said of each outcome, also what no longer counts."""
    for outcome in curriculum.outcomes:
        yield from outcome.judgments


def _axiom(found: MappingSet, one: JudgedMapping) -> MappingAxiom:
    row, judgments = one.row, one.judgments
    # Where people dispute a suggestion, several mappings have the same subject and object.
    told = (row.predicate_modifier, row.mapping_justification, joined(row.reviewer_label)) if one.judgments else ()
    key = hashlib.sha256("\n".join((row.subject_id, row.object_id, *told)).encode()).hexdigest()[:16]
    return MappingAxiom(
        iri=Iri(f"{found.mapping_set_id}#{key}"),
        subject=Iri(row.subject_id),
        predicate=Iri(row.predicate_id),
        object=Iri(row.object_id),
        modifier=row.predicate_modifier or None,
        subject_label=row.subject_label or None,
        object_label=row.object_label or None,
        justification=Iri(row.mapping_justification),
        reviewers=row.reviewer_label,
        reviewed=date.fromisoformat(row.review_date) if row.review_date else None,
        cardinality=row.mapping_cardinality or None,
        confidence=row.confidence,
        match_strings=row.match_string,
        match_fields=tuple(map(Iri, row.object_match_field)),
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


def _accepted(stated: Iterable[JudgedMapping]) -> Iterator[MeantOutcome]:
    """Yield what people accepted by hand and nobody disputes."""
    meant: dict[str, list[Iri]] = {}
    for one in stated:
        row = one.row
        curated = row.mapping_justification == CURATED and row.predicate_modifier != NOT
        if curated and not one.disputed and row.object_id != NO_TERM_FOUND:
            meant.setdefault(row.subject_id, []).append(Iri(row.object_id))
    for outcome, competencies in meant.items():
        yield MeantOutcome(iri=Iri(outcome), close_matches=tuple(competencies))
