"""The index: which concepts of a framework a statement may mean, best first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import Any, Final, Self, TypeVar

import numpy as np

from standards.matching.about import About
from standards.matching.acronyms import spelled
from standards.matching.blocks import WORKERS, in_blocks
from standards.matching.embedding import DIMENSIONS, Floats, embed, principal_axes
from standards.matching.fitted import CURVE, WEIGHTS
from standards.matching.labels import Integers, Labels, by_rank
from standards.matching.lexicon import Lexicon
from standards.matching.lines import Lines, Spoken
from standards.matching.phrases import Phrases
from standards.matching.ranking import Ranker, Ranking
from standards.matching.reading import read
from standards.matching.retrieval import RANKS, Retrieval
from standards.matching.single_thread import single_thread
from standards.matching.suggestion import Entry, Evidence, Glance, Meaning, Suggestion
from standards.matching.terms import stem, stems, words
from standards.matching.weights import LONGEST
from standards.uncollected import uncollected

AXES: Final = 128
"""Principal axes on which embeddings are compared; they cost half as much as all 256 and find as much."""

SMALL: Final = 4096
"""Labels up to which all axes are used: a few labels do not say which axes matter, and the cost does not matter."""

CANDIDATES: Final = 100
"""Concepts that are looked at closely for each statement."""

PART: Final = 0.8
"""What confidence in a part of a statement counts: the whole may be about something else."""

Found = TypeVar("Found", bound=Meaning)

VIEWS: Final = tuple(Evidence.model_fields)


class Index:
    """Finds concepts by what statements mean and by their words, over all labels and descriptions.

    `Retrieval` finds candidates, `Ranker` puts them in order, and a `Curve` says how likely each is right. The
    same entries and statements give the same suggestions, always.

    Parameters
    ----------
    entries
        In an order that breaks ties.
    order
        Places of the entries, those with the most labels first, as concepts are counted in all that follows.
    lexicon, labels, about, axes
        What `of` makes of the entries.
    """

    def __init__(
        self, entries: Sequence[Entry], order: Integers, lexicon: Lexicon, labels: Labels, about: About, axes: Floats
    ) -> None:
        self.entries = tuple(entries)
        self.order = order
        self.lexicon = lexicon
        self.labels = labels
        self.about = about
        self.axes = axes
        self._retrieval = Retrieval(labels, about) if entries else None
        self._ranker = Ranker(labels, about, _bias([self.entries[place] for place in order], labels), order)

    @classmethod
    @uncollected()
    def of(cls, entries: Sequence[Entry]) -> Self:
        """Return the index of some concepts."""
        names = [_names(entry) for entry in entries]
        order = np.argsort([-len(own) for own in names], kind="stable")
        texts, starts = by_rank([names[place] for place in order])
        ordered = [entries[place] for place in order]
        said = [" ".join((entry.label, *entry.alt_labels, entry.description)) for entry in ordered]
        plain = [spelled(text) for text in texts]
        lexicon, in_labels, in_texts = Lexicon.of(plain, [spelled(text) for text in said])
        meaning = embed([text.lower() for text in plain])
        described = embed([spelled(entry.description).lower() for entry in ordered])
        with single_thread():  # finding axes, two threads take ten times as long as one
            axes = principal_axes(meaning, AXES if len(texts) > SMALL else DIMENSIONS)
        labels = Labels.of(texts, starts, meaning @ axes, in_labels, lexicon.labels)
        phrases = Phrases.of([_told(entry) for entry in ordered], lexicon.texts.vocabulary)
        about = About(described @ axes, lexicon.texts.weigh(in_texts), phrases)
        return cls(entries, order, lexicon, labels, about, axes)

    def entry(self, concept: int) -> Entry:
        """Return a concept of a `Ranking`."""
        return self.entries[int(self.order[concept])]

    def match(
        self, statements: Sequence[str] | Lines, top: int = 10, least: float = 0.0, workers: int = WORKERS
    ) -> list[tuple[Suggestion, ...]]:
        """Return suggestions for each statement, best first.

        Parameters
        ----------
        statements
            As `Lines` where several indexes are asked about the same: then they are read once.
        top
            How many a statement has at most; `CANDIDATES` at most.
        least
            Confidence below which a concept is not suggested, 0 to 1. A statement may be left with none.
        workers
            Threads that share the work where there are many statements.
        """
        return self._found(statements, lambda block: self._match(block, top, least), top, least, workers)

    def glance(self, statements: Sequence[str] | Lines, top: int = 10, least: float = 0.0) -> list[tuple[Glance, ...]]:
        """Return what `match` returns without the evidence, which takes longer to write down than to see."""
        return self._found(statements, lambda block: self._glance(block, top, least), top, least, WORKERS)

    def _found(
        self,
        statements: Sequence[str] | Lines,
        look: Callable[[Sequence[str] | Spoken], list[tuple[Found, ...]]],
        top: int,
        least: float,
        workers: int,
    ) -> list[tuple[Found, ...]]:
        """Return what is found for each statement and its parts, a block of texts at a time."""
        lines = statements if isinstance(statements, Lines) else Lines(statements)
        if not self.entries:
            return [() for _ in lines.several]
        blocks: Sequence[Sequence[str] | Spoken] = lines.spoken if lines is statements else lines.blocks
        found = iter(in_blocks(blocks, look, workers))
        merged = (_merged([(text, next(found)) for text in texts], top) for texts in lines.several)
        return [tuple(one for one in ones if one.confidence >= least) for ones in merged]

    def rank(self, statements: Sequence[str] | Spoken, top: int) -> Ranking:
        """Return the best concepts for each of a block of statements; `entry` says which they are."""
        assert self._retrieval is not None
        reading = read(statements, self.lexicon, self.axes)
        concepts, ranks = self._retrieval.candidates(reading, CANDIDATES)
        return self._ranker.rank(reading, concepts, ranks, top)

    def _match(self, texts: Sequence[str] | Spoken, top: int, least: float) -> list[tuple[Suggestion, ...]]:
        ranking, sure, places = self._ranked(texts, top)
        labels, seen = ranking.labels.tolist(), _rounded(_evidence(ranking))
        said = (frozenset(map(stem, own)) for own in ranking.said)
        return [
            tuple(self._suggestion(own, *one) for one in zip(*found, strict=False) if one[0] >= least)
            for own, *found in zip(said, sure, places, labels, seen, strict=True)
        ]

    def _glance(self, texts: Sequence[str] | Spoken, top: int, least: float) -> list[tuple[Glance, ...]]:
        _, sure, places = self._ranked(texts, top)
        entries = self.entries
        return [
            tuple(
                Glance(entries[place].iri, entries[place].label, confidence)
                for confidence, place in zip(*found, strict=False)
                if confidence >= least
            )
            for found in zip(sure, places, strict=True)
        ]

    def _ranked(self, texts: Sequence[str] | Spoken, top: int) -> tuple[Ranking, list[list[float]], list[list[int]]]:
        """Return a ranking, the confidence in as many as are asked for, and the places of their entries.

        Confidence in the first depends on the second, so that is ranked as well, though it may not be asked for.
        """
        ranking = self.rank(texts, max(top, 2))
        sure = _rounded(CURVE.confidence(ranking.facts(len(self.labels.texts)))[:, :top])
        return ranking, sure, self.order[ranking.concepts].tolist()

    def _suggestion(
        self, said: Collection[str], confidence: float, place: int, label: int, seen: Sequence[float]
    ) -> Suggestion:
        entry, matched = self.entries[place], self.labels.texts[label]
        return Suggestion.model_validate(
            {
                "iri": entry.iri,
                "label": entry.label,
                "confidence": confidence,
                "matched": matched,
                "common": tuple(word for word, own in _words_of(matched) if own in said),
                "evidence": dict(zip(VIEWS, seen, strict=True)),
            }
        )


def _merged(found: Sequence[tuple[str, tuple[Found, ...]]], top: int) -> tuple[Found, ...]:
    """Return what is found for a statement and its parts, each concept once, best first."""
    whole = found[0][1]
    if len(found) == 1:
        return whole
    there = [*whole, *(one.of_part(part, PART) for part, ones in found[1:] for one in ones)]
    best: dict[str, Found] = {}
    for one in sorted(there, key=lambda one: -one.confidence):
        best.setdefault(one.iri, one)
    return tuple(best.values())[:top]


def _evidence(ranking: Ranking) -> Floats:
    """Return what is seen of suggestions: statements by suggestions by views, in the order of `VIEWS`."""
    seen = vars(ranking.views) | {"explained": ranking.explained}
    return np.stack([seen[name] for name in VIEWS], axis=2)


def _names(entry: Entry) -> tuple[str, ...]:
    """Return the names of a concept without those that only put the same words in another order or form."""
    different: dict[frozenset[str], str] = {}
    for name in (entry.label, *entry.alt_labels):
        different.setdefault(frozenset(stems(spelled(name))), name)
    return tuple(different.values())[:RANKS]


def _told(entry: Entry) -> tuple[str, ...]:
    """Return what is told of a concept: name, first other name (the full statement where there is one), description."""
    return (entry.label, *entry.alt_labels[:1], entry.description)


def _bias(entries: Sequence[Entry], labels: Labels) -> Floats:
    """Return what is added to the score of each concept, whatever the statement."""
    reach = np.array([entry.reach for entry in entries])
    lengths = np.minimum(labels.name_lengths, LONGEST)
    return np.asarray(WEIGHTS.reach * reach + WEIGHTS.length * lengths, dtype=np.float32)


@lru_cache(maxsize=1 << 16)
def _words_of(label: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a label, each once, and their stems; labels come back again and again, and are remembered."""
    return tuple((word, stem(word)) for word in dict.fromkeys(words(spelled(label))))


def _rounded(values: Floats) -> list[Any]:
    """Return an array as lists of numbers with four digits; they are read by people."""
    rounded: list[Any] = np.round(values.astype(np.float64), 4).tolist()
    return rounded
