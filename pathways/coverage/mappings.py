"""The curriculum map as a mapping set: what each outcome means, what means nothing, what is not taught.

What a reviewer accepted is a curated mapping with reviewer and date; what a reviewer rejected is kept with the
modifier ``Not``, so that nobody suggests it again. What nobody has reviewed is a suggestion with its confidence.
What reviewers dispute is a row for each of them beside that suggestion, and the comment says so; no row says that
nothing was found where somebody says that something was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Iri
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.outcomes import OutcomeMatch
from pathways.coverage.proposal import Proposal
from pathways.coverage.wording import status_words
from standards.reviewing import DISPUTE, REFUSED, SETTLED, Judgment, Status
from standards.sssom import NO_TERM_FOUND, NOT, MappingSet, SssomMapping, write_sssom
from standards.suggested_mappings import SUGGESTED, suggested_mapping, tool, unmatched_mapping

CURATED: Final = str(SEMAPV.ManualMappingCuration)

REVIEWED: Final = SETTLED | REFUSED
"""Where those who decided agree. Of what is disputed each says his own; of what is re-opened nobody's word counts."""


@dataclass(frozen=True)
class JudgedMapping:
    """A mapping and the judgments that it states; ``disputed`` where other people say otherwise."""

    row: SssomMapping
    judgments: tuple[Judgment, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether other reviewers contradict it."""
        return DISPUTE in self.row.comment


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
        object_source_version=curriculum.framework_version,
        mapping_tool=tool(),
        mappings=tuple(one.row for one in judged_mappings(curriculum)),
    )


def judged_mappings(curriculum: CurriculumMap) -> Iterator[JudgedMapping]:
    """Yield the mappings, each with the judgments that it states; those of a machine state none."""
    groups = {competency.iri: competency.group for competency in curriculum.competencies}
    for course in curriculum.courses:
        for outcome in course.outcomes:
            where = f"{course.code} {course.label}".strip()
            for proposal in outcome.spoken:
                for one in _of(outcome, proposal, where):
                    yield replace(one, row=replace(one.row, object_category=groups.get(Iri(one.row.object_id), "")))
            if not outcome.suggestions and not outcome.waiting:
                yield _unmatched(outcome, where)
    yield from map(JudgedMapping, _gaps(curriculum))


def _of(outcome: OutcomeMatch, proposal: Proposal, where: str) -> Iterator[JudgedMapping]:
    """Yield what is said of an outcome and a competency: by people as it was given, else by the machine.

    What is not sure enough to count is no suggestion of the machine, whoever spoke of it.
    """
    if proposal.status in REVIEWED:
        for by_hand in (True, False):
            said = tuple(one for one in proposal.judgments if one.by_hand is by_hand)
            if said:
                yield _stated(outcome, proposal, said, where, refused=proposal.status in REFUSED)
        return
    dispute = f"{DISPUTE}{status_words(proposal).partition(': ')[2]}" if proposal.status is Status.DISPUTED else ""
    if proposal in outcome.suggestions:
        comment = ". ".join(filter(None, (where, dispute)))
        yield JudgedMapping(suggested_mapping(proposal, outcome.statement, outcome.iri, comment))
    if dispute:
        yield from _disputed(outcome, proposal, where, dispute)


def _disputed(outcome: OutcomeMatch, proposal: Proposal, where: str, dispute: str) -> Iterator[JudgedMapping]:
    """Yield what each reviewer says of a disputed suggestion, and of what one puts in its place.

    How alike a machine finds the two is said in its own mapping, not in those of people who contradict each other.
    """
    named = Proposal(iri=proposal.iri, label=proposal.label)
    for said in proposal.judgments:
        if not said.of_another:
            of = named if said.by_hand else proposal
            yield _stated(outcome, of, (said,), where, dispute, refused=said.verdict in REFUSED)
        if said.instead:
            placed = Proposal(iri=said.instead, label=said.other)
            yield _stated(outcome, placed, (said,), where, f"{dispute} (of {proposal.label!r})", refused=False)


def _stated(
    outcome: OutcomeMatch,
    proposal: Proposal,
    said: tuple[Judgment, ...],
    where: str,
    dispute: str = "",
    *,
    refused: bool,
) -> JudgedMapping:
    """Return what people said of an outcome and a competency, all of them by hand or all in bulk."""
    suggested, by_hand = suggested_mapping(proposal, outcome.statement, outcome.iri), said[0].by_hand
    comments = (judgment.comment for judgment in said if judgment.comment)
    row = replace(
        suggested,
        predicate_modifier=NOT if refused else "",
        mapping_justification=CURATED if by_hand else SUGGESTED,
        reviewer_label=_names(said),
        review_date=_last(said),
        confidence=None if by_hand else suggested.confidence,
        comment=". ".join(filter(None, (where, *comments, dispute))),
    )
    return JudgedMapping(row, said)


def _unmatched(outcome: OutcomeMatch, where: str) -> JudgedMapping:
    said = [judgment.comment for judgment in outcome.unmatched if judgment.comment]
    row = replace(
        unmatched_mapping(outcome.statement, outcome.iri),
        mapping_justification=CURATED if outcome.unmatched else SUGGESTED,
        reviewer_label=_names(outcome.unmatched),
        review_date=_last(outcome.unmatched),
        comment=". ".join([where, *said]),
    )
    return JudgedMapping(row, outcome.unmatched)


def _names(judgments: Iterable[Judgment]) -> tuple[str, ...]:
    return tuple(judgment.reviewer for judgment in judgments)


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
