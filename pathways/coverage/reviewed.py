"""What counts for an outcome: what reviewers said, then what a machine suggests beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ontology.records import Iri
from pathways.coverage.proposal import Proposal, propose
from standards.matching import Entry, Suggestion
from standards.reviewing import REFUSED, Judgment, PairState, Status, judgments
from standards.sssom import NO_TERM_FOUND

MOST: Final = 3
"""Competencies that one outcome is taken to teach at most, as far as a machine suggests them."""

BESIDE: Final = 0.5
"""Confidence that the second and third of them need."""

CONSIDERED: Final = 3
"""Competencies that are shown for an outcome that matches none."""


@dataclass(frozen=True)
class Meanings:
    """What an outcome may mean.

    Parameters
    ----------
    counted
        What reviewers vouch for, then what is suggested, best first.
    waiting
        What people spoke of and nobody has settled, where the machine is not sure enough of it to count.
    considered
        Where nothing counts and nothing waits, what comes nearest.
    rejected
        What reviewers rejected or replaced.
    unmatched
        Who found that nothing of the framework is right, where nothing else is said since.
    """

    counted: tuple[Proposal, ...] = ()
    waiting: tuple[Proposal, ...] = ()
    considered: tuple[Proposal, ...] = ()
    rejected: tuple[Proposal, ...] = ()
    unmatched: tuple[Judgment, ...] = ()


@dataclass(frozen=True)
class Outlook:
    """What is known of an outcome before anything is decided.

    Parameters
    ----------
    outcome
        Its address.
    suggestions
        Of the matcher, best first.
    states
        Where everything stands that people spoke of, by the address of the competency.
    """

    outcome: str
    statement: str
    suggestions: Sequence[Suggestion]
    states: Mapping[str, PairState] = field(default_factory=dict)


def meanings(outlook: Outlook, entries: Mapping[Iri, Entry], threshold: float) -> Meanings:
    """Return what counts for an outcome; nothing that people spoke of is left out.

    Parameters
    ----------
    entries
        Of the framework, by address.
    threshold
        Confidence from which the first suggestion counts, 0 to 1.
    """
    spoken = [*_spoken(outlook, entries)]
    settled = [proposal for proposal in spoken if proposal.settled]
    rejected = tuple(proposal for proposal in spoken if proposal.status in REFUSED)
    waiting = {p.iri: p for p in spoken if not p.settled and p.status not in REFUSED}
    decided = {proposal.iri for proposal in (*settled, *rejected)}
    left = [suggestion for suggestion in outlook.suggestions if suggestion.iri not in decided]
    least = [threshold, *[max(BESIDE, threshold)] * (MOST - 1)][len(settled) :]
    good = [s for s, enough in zip(left, least, strict=False) if s.confidence >= enough]
    counted = (*settled, *(waiting.get(s.iri) or propose(outlook.statement, s) for s in good))
    uncounted = tuple(proposal for proposal in waiting.values() if proposal not in counted)
    nothing = outlook.states.get(NO_TERM_FOUND)
    if nothing and not counted and not uncounted:
        return Meanings(rejected=rejected, unmatched=judgments(nothing, outlook.outcome, NO_TERM_FOUND))
    others = [] if counted or uncounted else left[:CONSIDERED]
    nearest = tuple(propose(outlook.statement, suggestion) for suggestion in others)
    return Meanings(counted, uncounted, nearest, rejected)


def _spoken(outlook: Outlook, entries: Mapping[Iri, Entry]) -> Iterator[Proposal]:
    """Yield what people spoke of as it stands, in the order in which they did."""
    found = {str(suggestion.iri): suggestion for suggestion in outlook.suggestions}
    for competency, state in outlook.states.items():
        if competency == NO_TERM_FOUND:
            continue
        said = judgments(state, outlook.outcome, competency)
        entry = entries.get(Iri(competency))
        known = _known(outlook.statement, competency, state, found.get(competency), entry.label if entry else "")
        placed = next((one.other for one in said if one.verdict is Status.PLACED), "")
        facts = {"status": state.status, "judgments": said, "instead_of": placed, "why": state.why}
        yield known.model_copy(update=facts)


def _known(statement: str, competency: str, state: PairState, found: Suggestion | None, label: str) -> Proposal:
    """Return a competency as it is suggested today, else as it was when it was judged."""
    if found is not None:
        return propose(statement, found)
    judged = [review for review in state.reviews if review.competency == competency]
    called = (*(review.label for review in judged), *(review.instead_label for review in state.reviews))
    return Proposal(
        iri=Iri(competency),
        label=label or next(filter(None, called), competency),
        confidence=next((review.confidence for review in judged if review.confidence is not None), None),
    )
