"""An index as a file, so that a large framework is read and embedded once."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter
from scipy.sparse import csr_matrix

from ontology.errors import UnreadableError
from standards.matching.about import About
from standards.matching.index import Index
from standards.matching.kinship import Kinship
from standards.matching.labels import Labels
from standards.matching.lexicon import Lexicon
from standards.matching.phrases import Phrases
from standards.matching.suggestion import Entry
from standards.matching.terms import Matrix, Terms

FORM: Final = 6
"""Raised whenever a file of an older form would be read wrong."""

Array = NDArray[Any]
ENTRIES: Final = TypeAdapter(tuple[Entry, ...])


def save_index(index: Index, path: Path) -> None:
    """Write an index to a file (NumPy's ``.npz``, text as JSON; nothing in it can run), whole or not at all."""
    labels, about, lexicon = index.labels, index.about, index.lexicon
    arrays = {
        "form": np.array(FORM),
        "entries": _bytes(ENTRIES.dump_json(index.entries)),
        "order": index.order,
        "axes": index.axes,
        "vocabulary": _json(list(lexicon.labels.vocabulary)),
        "rarity.labels": lexicon.labels.weights,
        "rarity.texts": lexicon.texts.weights,
        "kinship": lexicon.kinship.meaning,
        "texts": _json(labels.texts),
        "starts": labels.starts,
        "meaning": labels.meaning,
        "about": about.meaning,
        **_parts("words", labels.words),
        **_parts("shares", labels.shares),
        **_parts("said", about.words),
        **_parts("phrases", about.phrases.shares),
        "phrases.starts": about.phrases.starts,
    }
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    with passing.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]
    passing.replace(path)


def load_index(path: Path) -> Index:
    """Return an index that `save_index` wrote.

    Raises
    ------
    UnreadableError
        Where the file is broken or of another form; make it again.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return _index({name: stored[name] for name in stored.files})
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        message = f"{path.name} is no saved index that can be read ({error}); delete it, and it is made again"
        raise UnreadableError(message) from error


def _index(arrays: Mapping[str, Array]) -> Index:
    if int(arrays["form"]) != FORM:
        message = f"it has form {arrays['form']}, not {FORM}"
        raise ValueError(message)
    stems = _texts(arrays["vocabulary"])
    vocabulary = {stem: column for column, stem in enumerate(stems)}
    kinship = Kinship(stems[: len(arrays["kinship"])], arrays["kinship"])
    in_labels, in_texts = (Terms(vocabulary, arrays[f"rarity.{of}"]) for of in ("labels", "texts"))
    lexicon = Lexicon(in_labels, in_texts, kinship)
    words, shares, said, parts = (_matrix(name, arrays) for name in ("words", "shares", "said", "phrases"))
    labels = Labels(_texts(arrays["texts"]), arrays["starts"], arrays["meaning"], words, shares)
    entries = ENTRIES.validate_json(arrays["entries"].tobytes())
    about = About(arrays["about"], said, Phrases(parts, arrays["phrases.starts"]))
    return Index(entries, arrays["order"], lexicon, labels, about, arrays["axes"])


def _parts(name: str, matrix: Matrix) -> dict[str, Array]:
    return {
        f"{name}.data": matrix.data,
        f"{name}.indices": matrix.indices,
        f"{name}.indptr": matrix.indptr,
        f"{name}.shape": np.array(matrix.shape),
    }


def _matrix(name: str, arrays: Mapping[str, Array]) -> Matrix:
    parts = (arrays[f"{name}.{part}"] for part in ("data", "indices", "indptr"))
    return csr_matrix(tuple(parts), shape=tuple(arrays[f"{name}.shape"]))


def _json(value: object) -> Array:
    return _bytes(json.dumps(value, ensure_ascii=False).encode())


def _bytes(content: bytes) -> Array:
    return np.frombuffer(content, dtype=np.uint8)


def _texts(stored: Array) -> list[str]:
    return list(json.loads(stored.tobytes()))
