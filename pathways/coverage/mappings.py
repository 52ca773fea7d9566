"""The curriculum map as a mapping set: what each outcome means, what means nothing, what is not taught.

What a reviewer accepted is a curated mapping with reviewer and date; what a reviewer rejected is kept with the
modifier ``Not``, so that nobody suggests it again. What nobody has reviewed is a suggestion with its confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Iri
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.outcomes import OutcomeMatch
from pathways.coverage.proposal import Proposal
from standards.reviewing import REFUSED, SETTLED, Judgment
from standards.sssom import NO_TERM_FOUND, MappingSet, SssomMapping, write_sssom
from standards.suggested_mappings import SUGGESTED, suggested_mapping, tool, unmatched_mapping

CURATED: Final = str(SEMAPV.ManualMappingCuration)

NOT: Final = "Not"

REVIEWED: Final = SETTLED | REFUSED
"""What carries the name of who decided; of what is disputed or re-opened nobody's word counts."""


def to_sssom(curriculum: CurriculumMap) -> str:
    """Return a curriculum map as SSSOM/TSV, to accept or reject row by row."""
    return write_sssom(to_mapping_set(curriculum))


def to_mapping_set(curriculum: CurriculumMap) -> MappingSet:
    """Return a curriculum map as a mapping set; gaps are rows without a subject."""
    return MappingSet(
        mapping_set_id=f"{curriculum.program}/alignment/{curriculum.framework}",
        mapping_set_title=f"{curriculum.label} to {curriculum.framework_label}",
        license=curriculum.license,
        subject_source=curriculum.program,
        object_source=curriculum.framework_iri,
        mapping_tool=tool(),
        mappings=(*_outcomes(curriculum), *_gaps(curriculum)),
    )


def _outcomes(curriculum: CurriculumMap) -> Iterator[SssomMapping]:
    groups = {competency.iri: competency.group for competency in curriculum.competencies}
    for course in curriculum.courses:
        for outcome in course.outcomes:
            where = f"{course.code} {course.label}".strip()
            for proposal in outcome.spoken:
                yield _mapping(outcome, proposal, where, groups)
            if not outcome.suggestions:
                yield _unmatched(outcome, where)


def _mapping(outcome: OutcomeMatch, proposal: Proposal, where: str, groups: Mapping[Iri, str]) -> SssomMapping:
    judgments = proposal.judgments if proposal.status in REVIEWED else ()
    by_hand = any(judgment.by_hand for judgment in judgments)
    said = [judgment.comment for judgment in judgments if judgment.comment]
    suggested = suggested_mapping(proposal, outcome.statement, outcome.iri)
    return replace(
        suggested,
        predicate_modifier=NOT if proposal.status in REFUSED else "",
        object_category=groups.get(proposal.iri, ""),
        mapping_justification=CURATED if by_hand else SUGGESTED,
        reviewer_label=_names(judgments),
        review_date=_last(judgments),
        confidence=None if by_hand else suggested.confidence,
        comment=". ".join([where, *said]),
    )


def _unmatched(outcome: OutcomeMatch, where: str) -> SssomMapping:
    said = [judgment.comment for judgment in outcome.unmatched if judgment.comment]
    return replace(
        unmatched_mapping(outcome.statement, outcome.iri),
        mapping_justification=CURATED if outcome.unmatched else SUGGESTED,
        reviewer_label=_names(outcome.unmatched),
        review_date=_last(outcome.unmatched),
        comment=". ".join([where, *said]),
    )


def _names(judgments: Iterable[Judgment]) -> str:
    return "|".join(judgment.reviewer.replace("|", " ") for judgment in judgments)


def _last(judgments: Iterable[Judgment]) -> str:
    """Return the day of the newest verdict, empty where there is none."""
    return max((judgment.at.date().isoformat() for judgment in judgments), default="")


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
            comment="No outcome was found that says it",
        )
