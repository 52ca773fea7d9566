"""Reviews: what people have said of a program's suggestions, what of it counts, and what a new release re-opens.

Every verdict is kept. Of each reviewer the newest one counts, as long as the competency still reads as it did when it
was judged. Where reviewers contradict each other nothing counts: the suggestion is *disputed* and stays a proposal
until they agree, or until a verdict that settles it. `Reviews.state` alone says where an outcome and a competency
stand; all that lists or counts suggestions asks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from ontology.records import Review, Verdict
from ontology.store import KnowledgeBase
from standards.own_lists import OwnList
from standards.reviewing.edition import address_of
from standards.reviewing.implied import implied
from standards.reviewing.pair import Pair, PairState, affirms, decided
from standards.reviewing.reviewers import named, newest, people, when
from standards.reviewing.rewording import rewordings
from standards.reviewing.status import Status
from standards.reviewing.storage import outcomes_of, program_release, stored_reviews


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
    def of(cls, base: KnowledgeBase, program: str, framework: str | OwnList = "") -> Self:
        """Return the reviews of a program that is stored, but those that were taken back; none where it is not.

        Parameters
        ----------
        program
            Its address.
        framework
            Only the reviews against this one, held against its release: ``esco`` is the newest, ``esco@1.1.0`` that
            one; or a list of one's own, as its file is now. Without it all reviews, each held against the newest
            release of its framework; those against a list stand.
        """
        release = program_release(base, program)
        if release is None:
            return cls()
        taught = outcomes_of(base, release, program)
        wanted = address_of(base, framework) if framework else ""
        kept = tuple(
            review
            for review in stored_reviews(base, release)
            if review.undone is None
            and (review.outcome in taught or review.program == program)
            and wanted in ("", review.framework)
        )
        return cls(kept, taught, dict(rewordings(base, kept, framework)))

    @property
    def history(self) -> tuple[Review, ...]:
        """Reviews of outcomes that the program no longer has, or words otherwise now."""
        return tuple(review for review in self.kept if review.outcome not in self.outcomes)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Names of those who reviewed, in alphabetical order."""
        return people(review.reviewer for review in self.kept)

    def holds(self, review: Review) -> bool:
        """Whether the competency still reads as it was judged, and the outcome is still there."""
        return review.iri not in self.whys and review.outcome in self.outcomes

    def state(self, outcome: str, competency: str) -> PairState:
        """Return where an outcome and a competency that it may teach stand.

        A verdict decides on the competency that it is about, and a change on the one it names as well: that is *put in
        place*. A change that is disputed or re-opened decides on neither; what it names stands as its own reviews say,
        and without any is proposed.
        """
        state = self._stand((outcome, competency))
        return replace(state, implied=self._implied & {review.iri for review in state.reviews})

    def _stand(self, pair: Pair) -> PairState:
        if disputing := self._disputes.get(pair):
            return PairState(Status.DISPUTED, disputing)
        placing = (review for review in self._naming.get(pair, ()) if self._counts(review))
        if said := self._newest(pair, placing):
            return decided(pair, said)
        if before := self._by_pair.get(pair):
            once = tuple(sorted(newest(before).values(), key=when))
            return PairState(Status.REOPENED, once, self.whys[once[-1].iri])
        return PairState(Status.PROPOSED, tuple(self._naming.get(pair, ())))

    def of_outcome(self, outcome: str) -> Mapping[str, PairState]:
        """Return where everything stands that people said of an outcome, by competency, as it was first named."""
        return self._of_outcome.get(outcome, {})

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """What was judged, or named in the place of another, of the outcomes that are there; in that order."""
        said = (
            (review.outcome, competency)
            for review in self.kept
            for competency in (review.competency, review.instead)
            if competency
        )
        return tuple(pair for pair in dict.fromkeys(said) if pair in self._by_pair or pair in self._naming)

    @cached_property
    def votes(self) -> dict[Pair, dict[str, Review]]:
        """The newest review of each reviewer that holds, by what it is about and plain name."""
        return {pair: newest(filter(self.holds, reviews)) for pair, reviews in self._by_pair.items()}

    def last_said(self, outcome: str, competency: str, reviewer: str) -> Review | None:
        """Return what someone, by plain name, said last of a suggestion as it reads now, settled since or not."""
        said = (review for review in self._by_pair.get((outcome, competency), ()) if named(review) == reviewer)
        return max(filter(self.holds, said), key=when, default=None)

    @cached_property
    def _implied(self) -> frozenset[str]:
        """Addresses of the rejections that *no match* implies."""
        return implied(self.kept)

    @cached_property
    def _by_pair(self) -> dict[Pair, list[Review]]:
        found: dict[Pair, list[Review]] = {}
        for review in self.kept:
            if review.outcome in self.outcomes:
                found.setdefault((review.outcome, review.competency), []).append(review)
        return found

    @cached_property
    def _naming(self) -> dict[Pair, list[Review]]:
        """The newest changes that name a competency in the place of another one, re-opened ones too."""
        found: dict[Pair, list[Review]] = {}
        for pair, reviews in self._by_pair.items():
            for review in (self.votes[pair] or newest(reviews)).values():
                if review.instead:
                    found.setdefault((review.outcome, review.instead), []).append(review)
        return {pair: sorted(reviews, key=when) for pair, reviews in found.items()}

    def _counts(self, change: Review) -> bool:
        """Whether a change holds and is not disputed."""
        return self.holds(change) and (change.outcome, change.competency) not in self._disputes

    def _newest(self, pair: Pair, naming: Iterable[Review]) -> list[Review]:
        """Return the newest of each reviewer on a pair that holds, some changes that name it among them."""
        said = [*self._by_pair.get(pair, ()), *naming]
        return [*newest(sorted(filter(self.holds, said), key=when)).values()]

    @cached_property
    def _disputes(self) -> dict[Pair, tuple[Review, ...]]:
        """What contradicts each other, oldest first, by what it is about."""
        found = {}
        for pair, votes in self.votes.items():
            refusing = self._refusing(votes.values())
            if refusing or _contradict(votes.values()):
                found[pair] = tuple(sorted({one.iri: one for one in (*votes.values(), *refusing)}.values(), key=when))
        return found

    def _refusing(self, votes: Iterable[Review]) -> list[Review]:
        """Return the newest reviews that refuse what votes put in place."""
        placed = dict.fromkeys((vote.outcome, vote.instead) for vote in votes if vote.instead)
        said = ((pair, review) for pair in placed for review in self._newest(pair, self._naming.get(pair, ())))
        return [review for pair, review in said if not affirms(review, pair)]

    @cached_property
    def _of_outcome(self) -> dict[str, dict[str, PairState]]:
        found: dict[str, dict[str, PairState]] = {}
        for outcome, competency in self.pairs:
            found.setdefault(outcome, {})[competency] = self.state(outcome, competency)
        return found


def _contradict(votes: Iterable[Review]) -> bool:
    """Whether some accept what others refuse, or put different competencies in its place."""
    said = list(votes)
    return (
        len({vote.decided is Verdict.ACCEPTED for vote in said}) > 1 or len({v.instead for v in said if v.instead}) > 1
    )
