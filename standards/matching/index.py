"""The index: which concepts of a framework a statement may mean, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Final, Self

import numpy as np
from threadpoolctl import ThreadpoolController

from standards.matching import about
from standards.matching.about import About
from standards.matching.confidence import confidence
from standards.matching.embedding import Floats
from standards.matching.labels import Integers, Labels, Views
from standards.matching.statements import clean
from standards.matching.suggestion import Entry, Evidence, Suggestion
from standards.matching.terms import stems, words

BLOCK: Final = 128
"""Statements scored at once; the scores of a block take 4 bytes for each and each label."""

WORKERS: Final = 2
"""Blocks scored at the same time; numpy lets other threads run while it computes."""

PREFERRED: Final = 0.3
"""What the score of a concept's own name counts beside that of its best label."""


@dataclass(frozen=True)
class Ranking:
    """The best concepts for some statements, a row a statement, best first.

    Parameters
    ----------
    concepts, labels
        Which concept, and which of its labels fits best.
    scores
        From 0; about 3.6 where statement, name and description are all the same.
    evidence
        Statements by concepts by 6: what the views see, 0 to 1, in the order of `Evidence`.
    """

    concepts: Integers
    labels: Integers
    scores: Floats
    evidence: Floats


class Index:
    """Finds concepts by meaning, characters and words, over all of their labels and descriptions.

    The score of a concept is that of its best label, plus a part of that of its own name, plus that of its
    description; within each, the views are added. On annotated job advertisements this beat the reciprocal rank
    fusion of the same views. The same entries and statements give the same suggestions, always.

    Parameters
    ----------
    entries
        In an order that breaks ties.
    """

    def __init__(self, entries: Sequence[Entry], labels: Labels, about: About) -> None:
        self.entries = tuple(entries)
        self.labels = labels
        self.about = about

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Self:
        """Return the index of some concepts."""
        names = [_different((entry.label, *entry.alt_labels)) for entry in entries]
        return cls(entries, Labels.of(names), About.of(entries))

    def match(self, statements: Sequence[str], top: int = 10, least: float = 0.0) -> list[tuple[Suggestion, ...]]:
        """Return suggestions for each statement, best first.

        Parameters
        ----------
        top
            How many a statement has at most.
        least
            Confidence below which a concept is not suggested, 0 to 1. A statement may be left with none.
        """
        if not self.entries:
            return [() for _ in statements]
        cleaned = [clean(statement) for statement in statements]
        blocks = [cleaned[at : at + BLOCK] for at in range(0, len(cleaned), BLOCK)]
        rankings = self._rankings(blocks, top)
        found = [s for block, ranking in zip(blocks, rankings, strict=True) for s in self._suggestions(block, ranking)]
        return [tuple(s for s in suggestions if s.confidence >= least) for suggestions in found]

    def _rankings(self, blocks: Sequence[Sequence[str]], top: int) -> list[Ranking]:
        if len(blocks) < 2:
            return [self.rank(block, top) for block in blocks]
        with _blas().limit(limits=1, user_api="blas"), ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(lambda block: self.rank(block, top), blocks))

    def rank(self, statements: Sequence[str], top: int) -> Ranking:
        """Return the best concepts for each of a block of statements."""
        views = self.labels.see(statements)
        scores = self.labels.scores(views)
        meaning, shared = self.about.similarities(statements, views.meaning)
        totals = np.maximum.reduceat(scores, self.labels.starts, axis=1)
        totals += PREFERRED * scores[:, self.labels.starts]
        totals += about.MEANING * meaning + about.WORDS * shared
        concepts = _best(totals, min(top, len(self.entries)))
        labels = self._best_labels(scores, concepts)
        described = (np.take_along_axis(seen, concepts, axis=1) for seen in (meaning, shared))
        evidence = self._evidence(views, labels, np.dstack([*described]))
        return Ranking(concepts, labels, np.take_along_axis(totals, concepts, axis=1), evidence)

    def _best_labels(self, scores: Floats, concepts: Integers) -> Integers:
        """Return which label of each ranked concept fits its statement best."""
        starts = self.labels.starts
        ends = np.append(starts[1:], scores.shape[1])
        best = [
            [starts[c] + int(row[starts[c] : ends[c]].argmax()) for c in ranked]
            for row, ranked in zip(scores, concepts, strict=True)
        ]
        return np.array(best, dtype=np.int64).reshape(concepts.shape)

    def _evidence(self, views: Views, labels: Integers, described: Floats) -> Floats:
        """Return what each view sees in statements and their ranked labels."""
        statements = np.repeat(np.arange(len(labels)), labels.shape[1])
        seen = self.labels.evidence(views.rows(statements), labels.ravel())
        return np.dstack([seen.reshape(*labels.shape, 4), np.clip(described, 0, 1)])

    def _suggestions(self, statements: Sequence[str], ranking: Ranking) -> Iterator[tuple[Suggestion, ...]]:
        known = [set(words(statement)) for statement in statements]
        sure = confidence(ranking.scores, len(self.labels.texts), np.array([len(own) for own in known]))
        for row, own in enumerate(known):
            yield tuple(
                self._suggestion(own, *found)
                for found in zip(
                    ranking.concepts[row], ranking.labels[row], ranking.evidence[row], sure[row], strict=True
                )
            )

    def _suggestion(self, own: set[str], concept: int, label: int, seen: Floats, sure: float) -> Suggestion:
        entry, matched = self.entries[concept], self.labels.texts[label]
        common = tuple(word for word in dict.fromkeys(words(matched)) if word in own)
        meaning, characters, shared, covered, description, text = (round(float(view), 4) for view in seen)
        return Suggestion.model_construct(
            iri=entry.iri,
            label=entry.label,
            confidence=round(float(sure), 4),
            matched=matched,
            common=common,
            evidence=Evidence.model_construct(
                meaning=meaning,
                characters=characters,
                words=shared,
                covered=covered,
                description=description,
                text=text,
            ),
        )


@cache
def _blas() -> ThreadpoolController:
    """Return what keeps the linear algebra from starting threads of its own beside ours."""
    return ThreadpoolController()


def _different(names: Sequence[str]) -> tuple[str, ...]:
    """Return names without those that only put the same words in another order or form."""
    different: dict[frozenset[str], str] = {}
    for name in names:
        different.setdefault(frozenset(stems(name)), name)
    return tuple(different.values())


def _best(scores: Floats, top: int) -> Integers:
    """Return the columns of the highest scores of each row, highest first, the lower column first among equals."""
    rounded = np.round(scores, 5)
    some = np.sort(np.argpartition(-rounded, top - 1, axis=1)[:, :top], axis=1)
    order = np.argsort(-np.take_along_axis(rounded, some, axis=1), axis=1, kind="stable")
    return np.take_along_axis(some, order, axis=1)
