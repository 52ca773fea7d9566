"""Adapting the embedding to a framework: an experiment on whether the whole engine finds more by it.

One contrastive pass over the labels and descriptions of the largest framework: two texts of one concept are drawn
together, those of all other concepts in the batch apart (in-batch softmax). The result is mixed with the vectors as
they were. What is measured are RP@5 and MRR of the embedding alone, over labels, and of the whole engine.

References
----------
Henderson, M. et al. (2017). Efficient natural language response suggestion for Smart Reply. arXiv:1705.00652.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

import numpy as np

from ontology.errors import UnsupportedError
from standards.evaluation.measures import r_precision, reciprocal_rank
from standards.matching import Entry, Index, embed, embedding
from standards.matching.embedding import Floats, Pieces
from standards.matching.lines import BLOCK
from training.examples import Domain, Examples, Text

if TYPE_CHECKING:
    import torch

SHARES: Final = (0.3, 0.5, 1.0)
"""Of the adapted vectors in the mix."""

EPOCHS: Final = 2
ROUNDS: Final = 3
"""Pairs of each concept in an epoch."""

BATCH: Final = 512
RATE: Final = 0.01
TEMPERATURE: Final = 0.05

SENTENCES: Final = 2
"""Of a description, the first ones, which say what a concept is."""

LISTED: Final = 10

_END: Final = re.compile(r"(?<=[.;])\s+")

Ids = Sequence[int]


@dataclass(frozen=True)
class Quality:
    """RP@5 and MRR of one set of texts, 0 to 1."""

    precision: float
    rank: float

    def __str__(self) -> str:
        return f"{self.precision:.3f} / {self.rank:.3f}"


def report(examples: Examples, further: Sequence[Entry], seed: int, kept: Path) -> Iterator[str]:
    """Adapt the embedding and yield what is found before and after, line by line.

    Parameters
    ----------
    further
        Concepts with several names, which are learned from beside the largest framework.
    kept
        Where the mixed vectors go (NumPy's ``.npy``) if the whole engine gains by them everywhere.

    Raises
    ------
    UnsupportedError
        Where torch is not installed.
    """
    _needs_torch()
    yield from (f"{digest}  {name}" for name, digest in examples.data.items())
    whole = max((domain.entries for domain in examples.domains), key=len)
    _, vectors = embedding.model()
    alone, before = _measured(examples.domains)
    yield from _lines("as shipped", alone, before)
    for source, entries in (("framework", whole), ("with further", (*whole, *further))):
        adapted = adapt(entries, vectors, seed)
        for share in SHARES:
            mixed = share * adapted + (1 - share) * vectors
            with _embedding_of(mixed):
                alone, after = _measured(examples.domains)
            what = f"{source}, {share:g}"
            yield from _lines(what, alone, after)
            if gains_everywhere(before, after):
                np.save(kept, mixed)
                yield f"{what}: the whole engine gains in every domain; kept in {kept}"
            else:
                yield f"{what}: the whole engine does not gain in every domain; not kept"


def adapt(entries: Sequence[Entry], vectors: Floats, seed: int) -> Floats:
    """Return vectors of word pieces in which the texts of one concept are closer to each other than to others.

    Parameters
    ----------
    vectors
        Word pieces by dimensions, to begin with.
    """
    import torch  # noqa: PLC0415 - an extra, and seconds to load

    torch.manual_seed(seed)
    table = torch.tensor(vectors, requires_grad=True)
    steps = torch.optim.Adam([table], lr=RATE)
    lot = random.Random(seed)
    sources = [_texts_of(entry) for entry in entries]
    for pairs in (batch for _ in range(EPOCHS) for batch in _batches(sources, lot)):
        ones, others = (_bags(table, texts) for texts in zip(*pairs, strict=True))
        alike = ones @ others.T / TEMPERATURE
        own = torch.arange(len(pairs))
        both = torch.nn.functional.cross_entropy(alike, own) + torch.nn.functional.cross_entropy(alike.T, own)
        steps.zero_grad()
        both.backward()  # type: ignore[no-untyped-call, unused-ignore]
        steps.step()
    return np.asarray(table.detach().numpy(), dtype=np.float32)


def gains_everywhere(before: dict[str, Quality], after: dict[str, Quality]) -> bool:
    """Whether all sets of texts are ranked better by both measures together, or as well, and one better."""
    gains = [after[name].precision + after[name].rank - of.precision - of.rank for name, of in before.items()]
    return min(gains) >= 0 and max(gains) > 0


def _needs_torch() -> None:
    try:
        import torch  # noqa: F401, PLC0415 - an extra
    except ModuleNotFoundError as error:
        message = "adapting the embedding needs torch; run: pip install 'ladderworks[benchmarks]'"
        raise UnsupportedError(message) from error


def _texts_of(entry: Entry) -> tuple[list[Ids], list[Ids]]:
    """Return the labels and the first sentences of a concept in word pieces."""
    labels = _ids([entry.label, *entry.alt_labels])
    return labels, _ids(_END.split(entry.description)[:SENTENCES]) or labels


def _ids(texts: Sequence[str]) -> list[Ids]:
    pieces = Pieces.of([text.lower() for text in texts])
    bounds = zip(pieces.ends[:-1], pieces.ends[1:], strict=True)
    return [own for own in (pieces.ids[start:end].tolist() for start, end in bounds) if own]


def _batches(sources: Sequence[tuple[list[Ids], list[Ids]]], lot: random.Random) -> Iterator[list[tuple[Ids, Ids]]]:
    """Yield pairs of texts of one concept: a label with another, or with a sentence of the description."""
    order = [*range(len(sources))] * ROUNDS
    lot.shuffle(order)
    pairs: list[tuple[Ids, Ids]] = []
    for labels, sentences in (sources[place] for place in order if all(sources[place])):
        described = lot.random() < 0.5 or len(labels) < 2
        pair = lot.choice(sentences if described else labels), lot.choice(labels)
        if pair[0] != pair[1]:
            pairs.append(pair)
        if len(pairs) == BATCH:
            yield pairs
            pairs = []


def _bags(table: torch.Tensor, texts: Sequence[Ids]) -> torch.Tensor:
    """Return the mean vector of each text, of length 1."""
    import torch  # noqa: PLC0415 - an extra

    starts = np.cumsum([0, *map(len, texts)])[:-1]
    ids = torch.tensor([piece for text in texts for piece in text])
    means = torch.nn.functional.embedding_bag(ids, table, torch.from_numpy(starts), mode="mean")
    return torch.nn.functional.normalize(means, dim=1)


@contextmanager
def _embedding_of(vectors: Floats) -> Iterator[None]:
    """Let the engine embed with other vectors for a while."""
    tokenizer, _ = embedding.model()
    with patch.object(embedding, "model", lambda: (tokenizer, vectors.astype(np.float32))):
        yield


def _measured(domains: Sequence[Domain]) -> tuple[dict[str, Quality], dict[str, Quality]]:
    """Return what the embedding alone and the whole engine find, by the name of each set of texts."""
    indexes = {entries: Index.of(entries) for entries in {domain.entries for domain in domains}}
    alone, whole = {}, {}
    for domain in domains:
        for number, texts in enumerate(domain.sets, start=1):
            index, answered = indexes[domain.entries], [text for text in texts if text.answers]
            alone[f"{domain.name} {number}"] = _quality(answered, _by_meaning(index, answered))
            whole[f"{domain.name} {number}"] = _quality(answered, _by_all(index, answered))
    return alone, whole


def _by_meaning(index: Index, texts: Sequence[Text]) -> list[list[str]]:
    """Return the concepts with the label nearest in meaning, best first."""
    cosines = embed([t.text.lower() for t in texts]) @ embed([label.lower() for label in index.labels.texts]).T
    best = np.full((len(texts), len(index.entries)), -1, dtype=np.float32)
    for start, end in pairwise(index.labels.starts.tolist()):
        own = best[:, : end - start]
        np.maximum(own, cosines[:, start:end], out=own)
    order = np.argsort(-best, axis=1, kind="stable")[:, :LISTED]
    return [[index.entry(concept).iri for concept in row] for row in order]


def _by_all(index: Index, texts: Sequence[Text]) -> list[list[str]]:
    blocks = [[text.text for text in texts[at : at + BLOCK]] for at in range(0, len(texts), BLOCK)]
    return [[index.entry(c).iri for c in row] for block in blocks for row in index.rank(block, LISTED).concepts]


def _quality(texts: Sequence[Text], found: Sequence[Sequence[str]]) -> Quality:
    pairs = [(own, text.answers) for own, text in zip(found, texts, strict=True)]
    precision, rank = (float(np.mean([of(*pair) for pair in pairs])) for of in (r_precision, reciprocal_rank))
    return Quality(precision, rank)


def _lines(what: str, alone: dict[str, Quality], whole: dict[str, Quality]) -> Iterator[str]:
    for name, quality in alone.items():
        yield f"{what:18} {name:20} embedding alone {quality}   whole engine {whole[name]}"
