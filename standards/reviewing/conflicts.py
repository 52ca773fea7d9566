"""Conflicts: decisions that nobody has signed, and those that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ontology.records import Verdict
from ontology.report import Finding, Severity
from standards.reviewing.decision import Decision
from standards.reviewing.signature import Signature

PARTING: Final = "|"
"""What parts the names of several reviewers of a mapping."""


def unsigned(decisions: Sequence[Decision], signature: Signature) -> Iterator[Finding]:
    """Yield that decisions have nobody who took them, once for all of them, and each name that would be read as two."""
    of_nobody = [decision for decision in decisions if not signature.signed(decision)]
    if of_nobody:
        taken = len(_taken(of_nobody))
        number = f"{taken:,} decisions" if taken > 1 else "a decision"
        message = f"nobody is named who took {number}"
        yield of_nobody[0].finding("no-reviewer", "", message, "Say who decides with --reviewer NAME")
    for name in dict.fromkeys(map(signature.name, decisions)):
        if PARTING in name:
            yield _barred(name)


def _taken(decisions: Sequence[Decision]) -> set[tuple[str, str]]:
    """Return what was decided on: that nothing matches an outcome is one decision, whatever is rejected with it."""
    nothing = {decision.outcome for decision in decisions if decision.verdict is Verdict.UNMATCHED}
    return {
        (decision.outcome, decision.competency)
        for decision in decisions
        if decision.verdict is not Verdict.REJECTED or decision.outcome not in nothing
    }


def _barred(name: str) -> Finding:
    """Return that a name would be read as two."""
    return Finding(
        code="reviewer-with-bar",
        severity=Severity.ERROR,
        column="--reviewer",
        value=name,
        message=f"{PARTING!r} parts the names of several reviewers in SSSOM, so this would be read as several people",
        remedy=f"Write the name without {PARTING!r}; what several people decided comes in a file for each of them",
    )


def contradictions(decisions: Sequence[Decision], signature: Signature) -> Iterator[Finding]:
    """Yield decisions of one reviewer that say something else of the same suggestion than an earlier one does."""
    first: dict[tuple[str, str, str], Decision] = {}
    for decision in decisions:
        said = [(decision.competency, decision.verdict, decision.instead)]
        said += [(decision.instead, Verdict.ACCEPTED, "")] if decision.instead else []
        for competency, verdict, instead in said:
            key = (signature.signed(decision), decision.outcome, competency)
            before = first.setdefault(key, decision)
            if _stand(before, competency) != (verdict, instead):
                where = f"row {before.row}" if before.row else "another"
                message = f"{where} decides otherwise on the same suggestion"
                yield decision.finding("contradicting-decisions", competency, message, "Keep one of the two")
    yield from _matched_after_all(decisions, signature)


def _matched_after_all(decisions: Sequence[Decision], signature: Signature) -> Iterator[Finding]:
    """Yield decisions that something matches an outcome of which the same reviewer says that nothing does."""
    nothing = {
        (signature.signed(decision), decision.outcome): decision
        for decision in decisions
        if decision.verdict is Verdict.UNMATCHED
    }
    for decision in decisions:
        before = nothing.get((signature.signed(decision), decision.outcome))
        if before and decision.verdict in {Verdict.ACCEPTED, Verdict.CHANGED}:
            where = f"row {before.row}" if before.row else "another decision"
            message = f"{where} says that nothing matches this outcome"
            yield decision.finding("contradicting-decisions", decision.competency, message, "Keep one of the two")


def _stand(decision: Decision, competency: str) -> tuple[Verdict, str]:
    """Return what a decision says of a competency: of the one judged, or of the one put in its place."""
    if decision.instead == competency:
        return Verdict.ACCEPTED, ""
    return decision.verdict, decision.instead
