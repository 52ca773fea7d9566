"""Related words: what people at work say in the same company, learned from the texts of two classifications.

A general embedding puts *blueprint* nowhere near *drawing*. ``python -m training.related`` makes
``related_words.json`` anew; the file says from which data, by their SHA-256.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field


class RelatedWords(BaseModel):
    """What was learned, and from what.

    Parameters
    ----------
    data
        Files that were learned from, with the SHA-256 of each.
    words
        By a stem, stems related to it, with their kinship in hundredths; each pair once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: dict[str, str] = Field(min_length=1)
    words: dict[str, dict[str, int]]


PATH: Final = Path(__file__).with_name("related_words.json")


@cache
def related() -> Mapping[str, Mapping[str, float]]:
    """Return the stems that each stem is related to, and their kinship, 0.3 to 0.8.

    Example
    -------
    >>> round(related()["blueprint"]["draw"], 2), "payroll" in related()["blueprint"]
    (0.51, False)
    """
    learned = RelatedWords.model_validate_json(PATH.read_bytes())
    found: dict[str, dict[str, float]] = {}
    for one, others in learned.words.items():
        for other, kinship in others.items():
            found.setdefault(one, {})[other] = found.setdefault(other, {})[one] = kinship / 100
    return found
