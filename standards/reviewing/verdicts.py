"""Verdicts in words: who made of a suggestion what it is, the same on a terminal, in a sheet and on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated, Final, Self

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import Iri, Review
from standards.reviewing.pair import PairState, affirms
from standards.reviewing.status import OPEN, STATUS, Status

IMPLIED: Final = "rejected with all others as no match"
"""What is said of what is rejected only because nothing matches the outcome."""


DISPUTE: Final = "Reviewers disagree: "
"""What begins the sentence on who contradicts whom in the comment of a mapping, behind a reviewer's own words."""


class Judgment(Frozen):
    """Who said what of a suggestion, and when.

    Parameters
    ----------
    review
        Address of the review that says so.
    verdict
        What it makes of the suggestion.
    by_hand
        Whether somebody looked at this very suggestion, rather than accepting all above a confidence.
    above
        That confidence, 0 to 1; ``None`` where it is not known.
    other
        Label of another competency that the verdict is about: the one put in the place of this one, the one in whose
        place this one was put, or the one that was rejected after it had been put in this one's place.
    instead
        Address of the one put in the place of this one; ``None`` where none was.
    implied
        Whether it is rejected only because the reviewer found that nothing matches the outcome.
    """

    review: Iri
    verdict: Status
    reviewer: str
    at: datetime
    comment: str = ""
    by_hand: bool = True
    above: Annotated[float | None, Field(ge=0, le=1)] = None
    other: str = ""
    instead: Iri | None = None
    implied: bool = False

    @classmethod
    def of(cls, review: Review, outcome: str, competency: str) -> Self:
        """Return what a review says of an outcome and a competency."""
        verdict, other = STATUS[review.decided], ""
        if review.competency == competency:
            other = review.instead_label or ""
        elif affirms(review, (outcome, competency)):
            verdict, other = Status.PLACED, review.label
        else:
            verdict, other = Status.REJECTED, review.label
        return cls(
            review=review.iri,
            verdict=verdict,
            reviewer=review.reviewer,
            at=review.at,
            comment=review.comment or "",
            by_hand=review.by_hand,
            above=review.above,
            other=other,
            instead=review.instead if verdict is Status.CHANGED else None,
        )

    @property
    def of_another(self) -> bool:
        """Whether it is a rejection of another competency, which had been put in the place of this one."""
        return self.verdict is Status.REJECTED and bool(self.other)

    @property
    def deed(self) -> str:
        """What was done, without by whom: ``accepted in bulk above 0.90``, ``changed to 'Weld pipe'``."""
        about = {Status.CHANGED: f" to {self.other!r}", Status.PLACED: f" of {self.other!r}"}
        other = about.get(self.verdict, f" {self.other!r}") if self.other else ""
        if self.implied:
            return IMPLIED
        said = "found to match nothing" if self.verdict is Status.UNMATCHED else self.verdict.value
        return f"{said}{other}{self._how}"

    @property
    def _how(self) -> str:
        if self.by_hand:
            return ""
        return " in bulk" if self.above is None else f" in bulk above {_confidence(self.above)}"

    def __str__(self) -> str:
        comment = f", {self.comment!r}" if self.comment else ""
        return f"{self.reviewer} {self.deed} ({self.at:%Y-%m-%d}{comment})"


def judgments(state: PairState, outcome: str, competency: str) -> tuple[Judgment, ...]:
    """Return who made a pair what it is, oldest first."""
    said = ((review, Judgment.of(review, outcome, competency)) for review in state.reviews)
    return tuple(one.model_copy(update={"implied": review.iri in state.implied}) for review, one in said)


def standing_words(status: Status, said: Sequence[Judgment], why: str = "") -> str:
    """Return where a suggestion stands, and who said so.

    Parameters
    ----------
    why
        Why it was re-opened.

    Example
    -------
    >>> at = datetime(2026, 11, 20)
    >>> ann, ben = (
    ...     Judgment(review="http://x/1", verdict=Status.ACCEPTED, reviewer=name, at=at) for name in ("Ann", "Ben")
    ... )
    >>> standing_words(Status.ACCEPTED, [ann, ben])
    'accepted by Ann and Ben, 2026-11-20'
    >>> cy = Judgment(review="http://x/3", verdict=Status.PLACED, reviewer="Cy", at=at, other="Weld")
    >>> standing_words(Status.PLACED, [cy])
    "put in place of 'Weld' by Cy, 2026-11-20"
    >>> standing_words(Status.PROPOSED, [cy]), standing_words(Status.PROPOSED, [])
    ("proposed; put in place of 'Weld' by Cy, 2026-11-20, which does not count yet", 'proposed')
    """
    words = "; ".join(_together(said))
    if status not in OPEN:
        return words
    if status is Status.DISPUTED:
        return f"reviewers disagree: {words}"
    if status is Status.REOPENED:
        return f"to be reviewed again ({why}); before: {words}"
    return f"{status.value}; {words}, which does not count yet" if said else status.value


def _together(said: Sequence[Judgment]) -> Iterator[str]:
    """Yield each deed with all who did it, and the day on which the last of them did."""
    for deed in dict.fromkeys(one.deed for one in said):
        doers = [one for one in said if one.deed == deed]
        yield f"{deed} by {_listed([one.reviewer for one in doers])}, {max(one.at for one in doers):%Y-%m-%d}"


def _listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them.

    Example
    -------
    >>> _listed(["Ann"]), _listed(["Ann", "Ben", "Cy"])
    ('Ann', 'Ann, Ben and Cy')
    """
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _confidence(share: float) -> str:
    """Return a confidence with two digits, more where it has more.

    Example
    -------
    >>> _confidence(0.9), _confidence(0.955)
    ('0.90', '0.955')
    """
    return f"{share:.2f}" if round(share, 2) == share else f"{share:g}"
