"""Judgment: decisions held against the program and the framework that they are about, and made into reviews."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ontology.errors import NotFoundError
from ontology.records import BY_HAND, IN_BULK, Iri, Review, Verdict
from ontology.report import Finding, Report
from standards.reviewing.conflicts import contradictions, unsigned
from standards.reviewing.decision import Decision
from standards.reviewing.reviewed_program import ReviewedProgram
from standards.reviewing.reviewers import named
from standards.reviewing.signature import Signature
from standards.reviewing.verdicts import DISPUTE
from standards.reviewing.wordings import Wording, plain_words
from standards.sssom import NO_TERM_FOUND

WRITE_ANEW: Final = "Write the file anew with `ladderworks align -o` and decide again"

UNKNOWN_OUTCOME: Final = (
    "the program has no such outcome: it was removed or reworded, or the file is of another program",
    WRITE_ANEW,
)

NO_MATCH: Final = "No match"
"""What stands in the place of a competency where nothing is right."""

UNCHANGED: Final = ("change_to names the competency that was suggested", "Write yes where that is meant")


def judge(
    reviewed: ReviewedProgram, decisions: Sequence[Decision], signature: Signature
) -> tuple[list[Review], Report]:
    """Return the reviews that decisions come to, without those that are there already, and what is wrong.

    Where the report has errors, none of the reviews should be stored.
    """
    report = Report()
    resolved = (_resolved(reviewed, decision, report) for decision in decisions)
    sound = [decision for decision in resolved if decision and not _known(reviewed, decision, signature)]
    report.extend(unsigned(sound, signature))
    report.extend(contradictions(sound, signature))
    now = reviewed.edition.wordings({iri for d in sound for iri in (d.competency, d.instead) if iri})
    reviews = {_key(decision, signature): _review(reviewed, decision, signature, now) for decision in sound}
    # What one row decides on several competencies can be wrong for one reason, which is said once.
    return [review for review in reviews.values() if not _said(reviewed, review)], Report(dict.fromkeys(report))


def _resolved(reviewed: ReviewedProgram, decision: Decision, report: Report) -> Decision | None:
    """Return a decision with addresses of what is there; otherwise report what is not."""
    if decision.outcome not in reviewed.statements:
        report.add(decision.finding("unknown-outcome", decision.outcome, *UNKNOWN_OUTCOME))
        return None
    if finding := _unknown(reviewed, decision):
        report.add(finding)
        return None
    try:
        instead = reviewed.competency(decision.instead) if decision.instead else ""
    except NotFoundError as error:
        report.add(decision.finding("unknown-competency", "", str(error), "", column="change_to"))
        return None
    if instead == decision.competency:
        report.add(decision.finding("unchanged", decision.instead, *UNCHANGED))
        return None
    return _in_place(decision, instead)


def _unknown(reviewed: ReviewedProgram, decision: Decision) -> Finding | None:
    """Return what is wrong with the competency of a decision."""
    if decision.competency in {"", NO_TERM_FOUND}:
        return None
    there = reviewed.entries.get(decision.competency)
    where = f"{reviewed.edition.name} {reviewed.edition.version}"
    if there is None:
        return _gone(reviewed, decision, where)
    if decision.label and plain_words(there.label) != plain_words(decision.label):
        message = f"is called {there.label!r} in {where}: it was renamed since the file was written"
        return decision.finding("renamed-competency", decision.label, message, WRITE_ANEW)
    return None


def _gone(reviewed: ReviewedProgram, decision: Decision, where: str) -> Finding | None:
    """Return what is wrong with deciding on what is not there; what was judged once can still be refused."""
    if (decision.outcome, decision.competency) not in reviewed.reviews.pairs:
        return decision.finding("unknown-competency", decision.competency, f"is not in {where}", WRITE_ANEW)
    if decision.verdict is Verdict.ACCEPTED:
        remedy = "Write no, or name what takes its place in change_to"
        return decision.finding("withdrawn-competency", decision.competency, f"is no longer in {where}", remedy)
    return None


def _review(reviewed: ReviewedProgram, decision: Decision, signature: Signature, now: Mapping[Iri, Wording]) -> Review:
    unworded = Wording(_label(reviewed, decision.competency))
    of, instead = now.get(Iri(decision.competency), unworded), now.get(Iri(decision.instead))
    return Review(
        iri=_address(reviewed, decision, signature),
        outcome=Iri(decision.outcome),
        competency=Iri(decision.competency),
        verdict=Iri(decision.verdict),
        instead=Iri(decision.instead) if decision.instead else None,
        program=reviewed.curriculum.program.iri,
        reviewer=signature.name(decision),
        at=signature.at,
        comment=_own_words(reviewed, decision) or None,
        justification=BY_HAND if decision.above is None else IN_BULK,
        confidence=decision.confidence,
        framework=reviewed.edition.framework,
        version=reviewed.edition.version,
        release=reviewed.edition.release,
        statement=reviewed.statements[decision.outcome],
        label=of.label,
        digest=of.digest,
        instead_label=instead.label if instead else None,
        instead_digest=instead.digest if instead else None,
        settles=(signature.settles and decision.above is None) or None,
        above=decision.above,
    )


def _address(reviewed: ReviewedProgram, decision: Decision, signature: Signature) -> Iri:
    """Return the address of what one person says of one match at one time."""
    key = (decision.outcome, decision.competency, signature.signed(decision), signature.at.isoformat())
    return Iri(reviewed.base.identifiers.mint("review", hashlib.sha256("\n".join(key).encode()).hexdigest()[:16]))


def _label(reviewed: ReviewedProgram, competency: str) -> str:
    return NO_MATCH if competency == NO_TERM_FOUND else reviewed.label(competency)


def _own_words(reviewed: ReviewedProgram, decision: Decision) -> str:
    """Return a comment; in a mapping that we wrote, the course stands before it, and who disagrees behind it."""
    if not decision.exchanged:
        return decision.comment
    said = decision.comment.removeprefix(reviewed.places[decision.outcome]).removeprefix(". ")
    return said.partition(DISPUTE)[0].removesuffix(". ")


def _known(reviewed: ReviewedProgram, decision: Decision, signature: Signature) -> bool:
    """Whether a mapping says what is stored, by the same reviewer and of that day, or still holding."""
    if not decision.exchanged:
        return False
    name = signature.signed(decision)
    same = (r for r in reviewed.reviews.kept if named(r) == name and _says(r, decision))
    return any(decision.dated == r.at.date().isoformat() or reviewed.reviews.holds(r) for r in same)


def _said(reviewed: ReviewedProgram, review: Review) -> bool:
    """Whether it is what the reviewer said last of the wording that there is now, even if that was settled since.

    By hand after in bulk is new: only then has the reviewer looked at it.
    """
    last = reviewed.reviews.last_said(review.outcome, review.competency, named(review))
    if last is None or review.settles or (review.by_hand and not last.by_hand):
        return False
    same = (last.verdict, last.instead) == (review.verdict, review.instead)
    return same and review.comment in (None, last.comment)


def _says(review: Review, decision: Decision) -> bool:
    """Whether a review says of the competency of a mapping what the mapping says."""
    if decision.verdict is Verdict.ACCEPTED and review.instead == decision.competency:
        return review.outcome == decision.outcome
    same = (review.decided is Verdict.ACCEPTED) == (decision.verdict is Verdict.ACCEPTED)
    return same and (review.outcome, review.competency) == (decision.outcome, decision.competency)


def _in_place(decision: Decision, instead: str) -> Decision:
    """Return a decision with the address of what is put in place; where nothing was suggested, that is accepted."""
    if decision.competency or not instead:
        return replace(decision, instead=instead)
    return replace(decision, competency=instead, instead="")


def _key(decision: Decision, signature: Signature) -> tuple[str, str, str]:
    return (signature.signed(decision), decision.outcome, decision.competency)
