"""Wordings: which of the firms' own words are proposed for what several of them say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

import numpy as np

from standards.harmonizing.imperative import imperative
from standards.harmonizing.likeness import Likeness
from standards.harmonizing.saying import Saying
from standards.languages import ENGLISH

GOOD_LENGTH: Final = 9
"""Words of a statement that is neither a keyword nor a paragraph."""

PER_LENGTH: Final = 0.15
"""What it costs to be longer or shorter than that by the factor e."""

CENTRAL_ENOUGH: Final = 0.1
"""What a statement is worth that begins with a verb, as statements of a standard do."""


def central(likeness: Likeness, texts: Sequence[int]) -> int:
    """Return the text that says best what all of a group say, the first of equals.

    That is what is most like all others on average, less for what is very short or very long.
    """
    ends = np.repeat(texts, len(texts)), np.tile(texts, len(texts))
    alike = likeness.of(*ends).reshape(len(texts), len(texts)).mean(axis=1)
    worth = [float(one) + _worth(likeness, text) for one, text in zip(alike, texts, strict=True)]
    return texts[int(np.argmax(worth))]


def _worth(likeness: Likeness, text: int) -> float:
    size = max(len(likeness.texts.wordings[text].split()), 1)
    return CENTRAL_ENOUGH * likeness.begins_with_verb(text) - PER_LENGTH * abs(log(size / GOOD_LENGTH))


def worded(words: str, language: str = ENGLISH, *, in_third: bool = False) -> str:
    """Return words of a firm as a statement of a standard has them: in the imperative, without a full stop.

    Parameters
    ----------
    language
        Tag of that of the words; those in another one than English stay in the voice that they have.
    in_third
        Whether the firm writes in the third person, see `imperative`.

    Example
    -------
    >>> worded("checks the valves. ", in_third=True), worded("Reads P&IDs"), worded("P&IDs")
    ('Check the valves', 'Read P&IDs', 'P&IDs')
    """
    text = " ".join(words.split()).rstrip(" .;,")
    if language == ENGLISH:
        text = imperative(text, in_third=in_third)
    return text[:1].upper() + text[1:]


def common_category(sayings: Sequence[Saying]) -> str:
    """Return what most firms put it under, the first by name of equals; empty where none puts it anywhere."""
    own = {(saying.firm, saying.category) for saying in sayings if saying.category}
    counted = Counter(category for _, category in own)
    return min(counted, key=lambda category: (-counted[category], category), default="")
