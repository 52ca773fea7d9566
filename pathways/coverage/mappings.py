"""The curriculum map as a mapping set: what each outcome means, what means nothing, what is not taught."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import version as installed
from typing import Final

from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Iri
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.outcomes import OutcomeMatch
from standards.sssom import NO_TERM_FOUND, MappingSet, SssomMapping, write_sssom

LICENSE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
"""Of the mappings themselves: a machine's suggestions are nobody's work. The texts keep their own licenses."""

SUGGESTED: Final = str(SEMAPV.SemanticSimilarityThresholdMatching)


def to_sssom(curriculum: CurriculumMap) -> str:
    """Return a curriculum map as SSSOM/TSV, to accept or reject row by row."""
    return write_sssom(to_mapping_set(curriculum))


def to_mapping_set(curriculum: CurriculumMap) -> MappingSet:
    """Return a curriculum map as a mapping set; gaps are rows without a subject."""
    return MappingSet(
        mapping_set_id=f"{curriculum.program}/alignment/{curriculum.framework}",
        mapping_set_title=f"{curriculum.label} to {curriculum.framework_label}",
        license=LICENSE,
        subject_source=curriculum.program,
        object_source=curriculum.framework_iri,
        mapping_tool=f"ladderworks {installed('ladderworks')}",
        mappings=(*_outcomes(curriculum), *_gaps(curriculum)),
    )


def _outcomes(curriculum: CurriculumMap) -> Iterator[SssomMapping]:
    groups = {competency.iri: competency.group for competency in curriculum.competencies}
    for course in curriculum.courses:
        for outcome in course.outcomes:
            where = f"{course.code} {course.label}".strip()
            yield from _suggested(outcome, where, groups)


def _suggested(outcome: OutcomeMatch, where: str, groups: Mapping[Iri, str]) -> Iterator[SssomMapping]:
    for suggestion in outcome.suggestions:
        yield SssomMapping(
            subject_id=outcome.iri,
            subject_label=outcome.statement,
            predicate_id=str(SKOS.closeMatch),
            object_id=suggestion.iri,
            object_label=suggestion.label,
            object_category=groups.get(suggestion.iri, ""),
            mapping_justification=SUGGESTED,
            confidence=suggestion.confidence,
            match_string=" ".join(suggestion.common),
            comment=where,
        )
    if not outcome.suggestions:
        yield SssomMapping(
            subject_id=outcome.iri,
            subject_label=outcome.statement,
            predicate_id=str(SKOS.closeMatch),
            object_id=NO_TERM_FOUND,
            object_label="",
            mapping_justification=SUGGESTED,
            mapping_cardinality="1:0",
            comment=where,
        )


def _gaps(curriculum: CurriculumMap) -> Iterator[SssomMapping]:
    for competency in curriculum.gaps:
        yield SssomMapping(
            subject_id=NO_TERM_FOUND,
            subject_label="",
            predicate_id=str(SKOS.closeMatch),
            object_id=competency.iri,
            object_label=competency.label,
            object_category=competency.group,
            mapping_justification=SUGGESTED,
            mapping_cardinality="0:1",
            comment="No course teaches it",
        )
