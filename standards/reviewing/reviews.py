"""Reviews: what people have said of a program's suggestions, what of it counts, and what a new release re-opens.

Every verdict is kept. Of each reviewer the newest one counts, as long as the competency still reads as it did when it
was judged. Where reviewers contradict each other nothing counts: the suggestion is *disputed* and stays a proposal
until they agree, or until a verdict that settles it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from ontology.records import Iri, Review, Verdict
from ontology.store import KnowledgeBase
from standards.frameworks import FRAMEWORK
from standards.reviewing.reviewers import named, newest, when
from standards.reviewing.rewording import rewordings
from standards.reviewing.status import STATUS, Status
from standards.reviewing.storage import outcomes_of, program_release, stored_reviews

Pair = tuple[str, str]
"""Addresses of an outcome and of a competency that it may teach."""


@dataclass(frozen=True)
class Reopened:
    """A verdict that no longer holds.

    Parameters
    ----------
    why
        In words, for instance ``renamed to 'Weld pipe' in acme 2``.
    """

    review: Review
    why: str


@dataclass(frozen=True)
class Dispute:
    """A suggestion on which the newest verdicts of its reviewers contradict each other, oldest first."""

    outcome: Iri
    competency: Iri
    reviews: tuple[Review, ...]


@dataclass(frozen=True)
class Reviews:
    """The reviews of one program.

    Parameters
    ----------
    kept
        All of them, oldest first.
    outcomes
        Addresses of the outcomes that the program has now; reviews of others are history.
    whys
        Why a review does not hold any more, by its address.
    """

    kept: tuple[Review, ...] = ()
    outcomes: frozenset[str] = frozenset()
    whys: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, base: KnowledgeBase, program: str, framework: str = "") -> Self:
        """Return the reviews of a program that is stored; none where it is not.

        Parameters
        ----------
        program
            Its address.
        framework
            Only the reviews against this one, held against its release: ``esco`` is the newest, ``esco@1.1.0`` that
            one. Without it all reviews, each held against the newest release of its framework.
        """
        release = program_release(base, program)
        if release is None:
            return cls()
        taught = outcomes_of(base, release, program)
        wanted = base.identifiers.mint(FRAMEWORK, framework.partition("@")[0]) if framework else ""
        kept = tuple(
            review
            for review in stored_reviews(base, release)
            if (review.outcome in taught or review.program == program) and wanted in ("", review.framework)
        )
        return cls(kept, taught, dict(rewordings(base, kept, framework)))

    @property
    def history(self) -> tuple[Review, ...]:
        """Reviews of outcomes that the program no longer has, or words otherwise now."""
        return tuple(review for review in self.kept if review.outcome not in self.outcomes)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Names of those who reviewed, in alphabetical order."""
        return tuple(sorted({named(review): review.reviewer for review in self.kept}.values()))

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """What was judged of the outcomes that are there, in the order in which it was first judged."""
        return tuple(self._by_pair)

    def holds(self, review: Review) -> bool:
        """Whether the competency still reads as it was judged, and the outcome is still there."""
        return review.iri not in self.whys and review.outcome in self.outcomes

    def status(self, outcome: str, competency: str) -> Status:
        """Return where a suggestion stands."""
        pair = (outcome, competency)
        if pair in self._disputes:
            return Status.DISPUTED
        if counted := self._counted.get(pair):
            return STATUS[counted.decided]
        return Status.REOPENED if pair in self._reopened else Status.PROPOSED

    def verdict(self, outcome: str, competency: str) -> Review | None:
        """Return the review that counts for a suggestion; ``None`` where it is proposed, re-opened or disputed."""
        return self._counted.get((outcome, competency))

    def of_outcome(self, outcome: str) -> tuple[Review, ...]:
        """Return the reviews that count for an outcome, one for each competency, oldest first."""
        return self._of_outcome.get(outcome, ())

    def reopened(self, outcome: str = "", competency: str = "") -> tuple[Reopened, ...]:
        """Return what a new release has re-opened, oldest first: all of it, of an outcome, or of one suggestion."""
        return tuple(found for pair, found in self._reopened.items() if _asked(pair, outcome, competency))

    def disputed(self, outcome: str = "", competency: str = "") -> tuple[Dispute, ...]:
        """Return what reviewers disagree on: all of it, of an outcome, or on one suggestion."""
        return tuple(found for pair, found in self._disputes.items() if _asked(pair, outcome, competency))

    @cached_property
    def _by_pair(self) -> dict[Pair, list[Review]]:
        found: dict[Pair, list[Review]] = {}
        for review in self.kept:
            if review.outcome in self.outcomes:
                found.setdefault((review.outcome, review.competency), []).append(review)
        return found

    @cached_property
    def votes(self) -> dict[Pair, dict[str, Review]]:
        """The newest review of each reviewer that holds, by suggestion and plain name."""
        return {pair: newest(filter(self.holds, reviews)) for pair, reviews in self._by_pair.items()}

    def last_said(self, outcome: str, competency: str, reviewer: str) -> Review | None:
        """Return what someone, by plain name, said last of a suggestion as it reads now, settled since or not."""
        said = (review for review in self._by_pair.get((outcome, competency), ()) if named(review) == reviewer)
        return max(filter(self.holds, said), key=when, default=None)

    @cached_property
    def _opinions(self) -> dict[Pair, dict[str, bool]]:
        """Whether each reviewer holds that an outcome teaches a competency; whoever puts one in place holds so."""
        said: dict[Pair, list[Review]] = {}
        for review in filter(self.holds, self.kept):
            for competency in filter(None, (review.competency, review.instead)):
                said.setdefault((review.outcome, competency), []).append(review)
        return {
            pair: {name: _affirms(review, pair) for name, review in newest(reviews).items()}
            for pair, reviews in said.items()
        }

    @cached_property
    def _disputes(self) -> dict[Pair, Dispute]:
        return {
            pair: Dispute(Iri(pair[0]), Iri(pair[1]), tuple(sorted(votes.values(), key=when)))
            for pair, votes in self.votes.items()
            if votes and self._contradicts(pair, votes.values())
        }

    def _contradicts(self, pair: Pair, votes: Iterable[Review]) -> bool:
        """Whether opinions differ on a suggestion, on what is put in its place, or on whether that is right."""
        instead = {vote.instead for vote in votes if vote.instead}
        refused = any(not yes for other in instead for yes in self._opinions.get((pair[0], other), {}).values())
        return len(instead) > 1 or refused or len(set(self._opinions[pair].values())) > 1

    @cached_property
    def _counted(self) -> dict[Pair, Review]:
        return {
            pair: max(votes.values(), key=lambda vote: (vote.decided is Verdict.CHANGED, *when(vote)))
            for pair, votes in self.votes.items()
            if votes and pair not in self._disputes
        }

    @cached_property
    def _of_outcome(self) -> dict[str, tuple[Review, ...]]:
        found: dict[str, tuple[Review, ...]] = {}
        for (outcome, _), review in self._counted.items():
            found[outcome] = (*found.get(outcome, ()), review)
        return found

    @cached_property
    def _reopened(self) -> dict[Pair, Reopened]:
        return {
            pair: Reopened(reviews[-1], self.whys[reviews[-1].iri])
            for pair, reviews in self._by_pair.items()
            if not self.votes[pair]
        }


def _affirms(review: Review, pair: Pair) -> bool:
    """Whether a review says that the outcome teaches the competency: accepts it, or puts it in another one's place."""
    return review.instead == pair[1] or (review.competency == pair[1] and review.decided is Verdict.ACCEPTED)


def _asked(pair: Pair, outcome: str, competency: str) -> bool:
    return outcome in ("", pair[0]) and competency in ("", pair[1])
