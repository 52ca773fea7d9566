"""The receipt of a command: how many verdicts it stored or undid, counted as in the table of a review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ontology.records import Review
from pathways.amounts import count
from standards.reviewing import Judgment, Kind, Status, implied, kind_of


def receipt(new: Sequence[Review], *, dry_run: bool) -> str:
    """Return how many verdicts are new, or taken back; what *no match* rejects with it is none of its own.

    Parameters
    ----------
    new
        As judged, given or undone all in one go.
    """
    if not new:
        return "There is no new verdict: what you said is there already, or nothing is left that it could be said of"
    with_others = implied(new)
    verdicts = len(new) - len(with_others)
    rejected = _rejected(review for review in new if review.iri in with_others)
    done = _undone(new[0], verdicts, dry_run=dry_run) if new[0].undone else _stored(dry_run=dry_run)
    said = f"{count(verdicts, 'verdict')} {done}"
    return f"{said}, and with {'it' if verdicts == 1 else 'them'} the rejection of {rejected}" if rejected else said


def _stored(*, dry_run: bool) -> str:
    return "would be stored" if dry_run else "stored"


def _undone(first: Review, number: int, *, dry_run: bool) -> str:
    """Return that verdicts of one moment are undone, the first of them to say whose and of when."""
    are = "would be" if dry_run else "is" if number == 1 else "are"
    return f"that {first.reviewer} gave at {first.at:%Y-%m-%d %H:%M} UTC {are} undone"


def _rejected(reviews: Iterable[Review]) -> str:
    """Return what *no match* rejects: suggestions, which are counted as rejected, and what is not counted."""
    numbers = Counter(map(_kind, reviews))
    suggestions, considered = numbers[Kind.SUGGESTION], numbers[Kind.CONSIDERED]
    competencies = count(considered, "competency that was", "competencies that were")
    parts = (
        count(suggestions, "suggestion") if suggestions else "",
        f"{competencies} only to consider" if considered else "",
    )
    return " and ".join(filter(None, parts))


def _kind(review: Review) -> Kind:
    """Return what a rejection that *no match* implies is counted as."""
    judgment = Judgment.of(review, review.outcome, review.competency).model_copy(update={"implied": True})
    return kind_of(Status.REJECTED, [judgment], review.confidence)
