"""What each view of two statements counts, and each lead over rivals; see `standards.harmonizing.judge`.

Learned from are the development pairs of the labels of four real lists; at a lesser weight, lists that are dealt of
ESCO's names; and what is alike in the lists of the embedded example. How sure one can be at most is learned from
short lists as well, in which siblings stand beside each other. All fits are logistic regressions.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ontology.store import KnowledgeBase
from standards.evaluation.harmonizing import DEVELOPMENT, read_pairs
from standards.harmonizing import FirmList, read_list
from standards.harmonizing.intake import take_in
from standards.harmonizing.judge import PATH, Learned
from standards.harmonizing.likeness import VIEWS, Judge, Likeness, chance
from standards.harmonizing.neighbors import neighbors
from standards.harmonizing.overlap import before, overlap
from standards.harmonizing.rivals import Rivals
from standards.harmonizing.saying import plain
from standards.harmonizing.sureness import SHORT, Weights
from standards.harmonizing.texts import Integers, Texts
from training.dealt import LEARNED, RELEASE, Dealt, deal
from training.logistic import Floats, fit_logistic
from training.siblings import deal_siblings

LABELS: Final = Path(__file__).parent / "labels"
PAIRS: Final = LABELS / "firm-list-pairs.csv"
GROUPS: Final = LABELS / "example-groups.csv"

LISTS: Final = ("financial-times", "medium", "rasa", "unidays")

DEALT: Final = 0.05
"""What a pair of the dealt lists counts; a labeled one of the real lists counts 1, as does one of the example."""

RARE: Final = 0.01
"""The overlap of lists that have hardly anything in common, where none was found."""

JOINED: Final = 0.9
"""Chance by leads and overlap from which a pair is one of those of which is learned how sure one can be at most."""

NO_LIMIT: Final = {"most_bias": 100.0, "most_likeness": 0.0, "most_length": 0.0}

AGAINST: Final = ("apart", "length")
"""Views of what speaks against two statements being the same; the others speak for it."""


@dataclass(frozen=True)
class Example:
    """Texts of several lists, and pairs of neighbors of which it is known whether they are the same.

    Parameters
    ----------
    neighbors
        All pairs of neighbors.
    known
        Which of them are known: their places.
    same
        Of those, which are the same: 1 or 0.
    counts
        What each of those counts.
    """

    texts: Texts
    lists: Integers
    neighbors: tuple[Integers, Integers]
    known: Integers
    same: Floats
    counts: float

    @classmethod
    def of(cls, words: Sequence[str], lists: Sequence[int], groups: Sequence[str], counts: float) -> Example:
        """Return texts of which it is known of all pairs, as those of a group are the same."""
        texts, group, of = Texts.of(words), np.array(groups), np.array(lists, dtype=np.int64)
        one, other = neighbors(texts)
        across = np.flatnonzero(of[one] != of[other])
        return cls(texts, of, (one, other), across, (group[one] == group[other])[across].astype(np.float64), counts)

    @cached_property
    def views(self) -> Floats:
        """What is seen in all neighbors: pairs by views."""
        nothing = Judge.model_validate({"bias": 0, **dict.fromkeys(VIEWS, 0)})
        return Likeness(self.texts, nothing).seen(*self.neighbors).astype(np.float64)

    @property
    def alone(self) -> NDArray[np.bool_]:
        """Which of the known pairs are of one list."""
        one, other = (self.lists[side[self.known]] for side in self.neighbors)
        return np.asarray(one == other)

    @property
    def before(self) -> Floats:
        """What the overlap of the lists says of each known pair: logarithms of odds."""
        share = max(float(self.same[~self.alone].sum()) / self._possible, RARE)
        return before(share, self._longer[self.known]).astype(np.float64)

    @cached_property
    def lengths(self) -> Floats:
        """The logarithm of the statements of the longer list of each known pair, as `Weights.most` has it."""
        return np.log(np.maximum(self._longer[self.known], SHORT))

    @cached_property
    def _longer(self) -> Integers:
        one, other = (np.bincount(self.lists)[self.lists[side]] for side in self.neighbors)
        return np.maximum(one, other)

    @cached_property
    def _possible(self) -> int:
        sizes = np.sort(np.bincount(self.lists))
        return int((sizes * np.arange(len(sizes) - 1, -1, -1)).sum())

    def leads(self, judge: Judge) -> Floats:
        """Return the odds and both leads of the known pairs: pairs by three."""
        odds = judge.odds(self.views.astype(np.float32))
        rivals = Rivals.of(self.lists, self.neighbors, odds)
        one, other = (side[self.known] for side in self.neighbors)
        own = odds[self.known]
        return np.stack([own, *rivals.leads(one, other, own)], axis=1).astype(np.float64)

    def joined(self, judge: Judge, weights: Weights) -> NDArray[np.bool_]:
        """Return which known pairs of two lists are rather the same than not, by leads and overlap alone."""
        odds = judge.odds(self.views.astype(np.float32))
        one, other = self.neighbors
        across = weights.across(odds, Rivals.of(self.lists, self.neighbors, odds).leads(one, other, odds))
        apart = self.lists[one] != self.lists[other]
        share = overlap(across[apart], self._longer[apart], self._possible)
        chances = chance(across + before(share, self._longer))[self.known]
        return np.asarray(~self.alone & (chances >= JOINED))


def learn(data: Path) -> Iterator[str]:
    """Fit both anew, write them into the package, and yield what is told of it."""
    was = PATH.read_bytes()
    examples = [_of_pairs(data), _of_groups(GROUPS), *_of_dealt(deal(data, LEARNED))]
    judge = fit_judge(examples)
    weights = fit_weights(examples, judge)
    siblings = _of_dealt(deal_siblings(data, LEARNED))
    weights = weights.model_copy(update=fit_most([*examples, *siblings], judge, weights))
    learned = Learned(judge=judge, weights=weights, data=digests(data))
    PATH.write_text(learned.model_dump_json(indent=2) + "\n", encoding="utf-8")
    before = Learned.model_validate_json(was)
    for name in ("judge", "weights"):
        yield f"{name} before: {getattr(before, name)}"
        yield f"{name} after:  {getattr(learned, name)}"


def digests(data: Path) -> dict[str, str]:
    """Return the files that are learned from, with the SHA-256 of each."""
    files = [PAIRS, GROUPS, *sorted((data / RELEASE).glob("*.zip"))]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def fit_judge(examples: Sequence[Example]) -> Judge:
    """Return what each view counts."""
    views = np.concatenate([one.views[one.known] for one in examples])
    against = [VIEWS.index(view) for view in AGAINST]
    bias, weights = fit_logistic(views, _same(examples), _counts(examples), against)
    return Judge(bias=bias, **dict(zip(VIEWS, weights, strict=True)))


def fit_weights(examples: Sequence[Example], judge: Judge) -> Weights:
    """Return what the likeness and the leads over rivals count, of two firms, and of one; with no limit yet."""
    seen = np.concatenate([one.leads(judge) for one in examples])
    alone = np.concatenate([one.alone for one in examples])
    given = np.concatenate([one.before for one in examples])
    same, counts = _same(examples), _counts(examples)
    bias, (likeness, lesser, greater) = fit_logistic(seen[~alone], same[~alone], counts[~alone], (), given[~alone])
    own_bias, (own,) = fit_logistic(seen[alone][:, :1], same[alone], counts[alone])
    across = {"bias": bias, "likeness": likeness, "lesser": lesser, "greater": greater}
    return Weights(**across, **NO_LIMIT, own_bias=own_bias, own_likeness=own)


def fit_most(examples: Sequence[Example], judge: Judge, weights: Weights) -> dict[str, float]:
    """Return how sure one can be at most, learned from what leads and overlap alone would join."""
    joined = np.concatenate([one.joined(judge, weights) for one in examples])
    odds = np.concatenate([judge.odds(one.views[one.known].astype(np.float32)) for one in examples])
    seen = np.stack([odds, np.concatenate([one.lengths for one in examples])], axis=1).astype(np.float64)
    bias, (likeness, length) = fit_logistic(seen[joined], _same(examples)[joined], _counts(examples)[joined])
    return {"most_bias": bias, "most_likeness": likeness, "most_length": length}


def read_lists(data: Path) -> list[FirmList]:
    """Return the four real lists."""
    with KnowledgeBase.in_memory() as base:
        for firm in LISTS:
            take_in(base, firm, data / f"frameworks/firm_lists/{firm}.csv")
        return [read_list(base, firm) for firm in LISTS]


def _same(examples: Sequence[Example]) -> Floats:
    return np.concatenate([one.same for one in examples])


def _counts(examples: Sequence[Example]) -> Floats:
    return np.concatenate([np.full(len(one.known), one.counts) for one in examples])


def _of_pairs(data: Path) -> Example:
    """Return the real lists; known are the labeled development pairs that are neighbors."""
    lists = read_lists(data)
    words = {plain(own.words): (own.words, at) for at, one in reversed([*enumerate(lists)]) for own in one.sayings}
    place = {own: at for at, own in enumerate(words)}
    texts = Texts.of([own for own, _ in words.values()])
    one, other = neighbors(texts)
    at = {pair: number for number, pair in enumerate(zip(one.tolist(), other.tolist(), strict=True))}
    same: dict[int, float] = {}
    for pair in read_pairs(PAIRS, lists)[0]:
        ends = sorted(place[plain(side.words)] for side in (pair.one, pair.other))
        if pair.part == DEVELOPMENT and (ends[0], ends[1]) in at:
            same[at[ends[0], ends[1]]] = float(pair.same)
    own_lists = np.array([number for _, number in words.values()], dtype=np.int64)
    known = np.array([*same], dtype=np.int64)
    return Example(texts, own_lists, (one, other), known, np.array([*same.values()]), 1.0)


def _of_groups(path: Path) -> Example:
    """Return the lists of the embedded example."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = {plain(row["statement"]): row for row in csv.DictReader(file)}
    firms = sorted({row["firm"] for row in rows.values()})
    columns = zip(*((row["statement"], firms.index(row["firm"]), row["group"]) for row in rows.values()), strict=True)
    words, lists, groups = columns
    return Example.of(words, lists, groups, 1.0)


def _of_dealt(found: Iterable[Dealt]) -> Iterator[Example]:
    """Yield lists that are dealt of ESCO's names."""
    for dealt in found:
        rows = {
            plain(saying.words): (saying.words, at, dealt.skill_of[saying.statement])
            for at, one in enumerate(dealt.lists)
            for saying in one.sayings
        }
        words, lists, groups = zip(*rows.values(), strict=True)
        yield Example.of(words, lists, groups, DEALT)
