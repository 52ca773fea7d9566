"""Commonness: in how many texts about work a word stands, and so how much of a statement it is.

A framework of seventy names hardly says which words are rare: *inspect* stands in two of them, *harness* in none.
``python -m training.related`` makes ``common_words.json`` anew; the file says from which data, by their SHA-256.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from math import log
from pathlib import Path
from typing import Final

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from standards.matching.embedding import Floats
from standards.matching.emphasis import emphasis


class CommonWords(BaseModel):
    """What was counted, and in what.

    Parameters
    ----------
    data
        Files that were read, with the SHA-256 of each.
    texts
        How many texts there are.
    words
        By a stem, how many texts have it; those that hardly any text has are missing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: dict[str, str] = Field(min_length=1)
    texts: int
    words: dict[str, int]


PATH: Final = Path(__file__).with_name("common_words.json")


def telling(stems: Iterable[str]) -> Floats:
    """Return how much each word tells: ln((1 + texts) / (1 + texts with it)), less for those of every course.

    Example
    -------
    >>> inspect, harness = telling(["inspect", "harness"]).tolist()
    >>> harness > 1.5 * inspect
    True
    """
    return np.array([_telling(stem) for stem in stems], dtype=np.float32)


@lru_cache(maxsize=1 << 16)
def _telling(stem: str) -> float:
    common = _common()
    return log((1 + common.texts) / (1 + common.words.get(stem, 0))) * emphasis(stem)


@cache
def _common() -> CommonWords:
    return CommonWords.model_validate_json(PATH.read_bytes())
