"""Centers: of each group the text that says best what all of the group say."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from math import log
from typing import Final

import numpy as np

from standards.harmonizing.consensus import consensus
from standards.harmonizing.likeness import Likeness
from standards.harmonizing.sample import sample
from standards.harmonizing.texts import Integers
from standards.matching.embedding import Floats

GOOD_LENGTH: Final = 9
"""Words of a statement that is neither a keyword nor a paragraph."""

PER_LENGTH: Final = 0.15
"""What it costs to be longer or shorter than that by the factor e."""

CENTRAL_ENOUGH: Final = 0.1
"""What a statement is worth that begins with a verb, as statements of a standard do."""

AGREED: Final = 0.5
"""What a statement is worth of which the other firms say all: it asks for nothing that one firm alone does."""


def centers(likeness: Likeness, groups: Sequence[Sequence[int]], firms: Sequence[AbstractSet[Hashable]]) -> list[int]:
    """Return of each group, none of them empty, the text that says best what all of it say, the first of equals.

    That is what is most like all others on average and has the most that other firms say, see `consensus`; less for
    what is very short or very long. In a group of more than `MANY` it is what is most like those that stand for it.
    All groups are looked at together, for that costs far less.

    Parameters
    ----------
    firms
        Which firms say each text.
    """
    own = [sorted(group) for group in groups]
    best = _best(likeness, [texts for texts in own if len(texts) > 1], firms)
    return [next(best) if len(texts) > 1 else texts[0] for texts in own]


def _best(likeness: Likeness, groups: Sequence[Sequence[int]], firms: Sequence[AbstractSet[Hashable]]) -> Iterator[int]:
    said = consensus(likeness.texts, groups, firms)
    for texts, alike, agreed in zip(groups, _alike(likeness, groups), said, strict=True):
        told = alike + AGREED * agreed
        worth = [float(one) + _worth(likeness, text) for one, text in zip(told, texts, strict=True)]
        yield texts[int(np.argmax(worth))]


def _alike(likeness: Likeness, groups: Sequence[Sequence[int]]) -> Iterator[Floats]:
    """Yield of each group how much each of its texts is like all of it on average."""
    ends = [_ends(texts) for texts in groups]
    if not ends:
        return
    alike = likeness.of(*(np.concatenate(side) for side in zip(*ends, strict=True)))
    at = 0
    for texts, (side, _) in zip(groups, ends, strict=True):
        yield alike[at : at + len(side)].reshape(len(texts), -1).mean(axis=1)
        at += len(side)


def _ends(texts: Sequence[int]) -> tuple[Integers, Integers]:
    others = np.array(sample(texts), dtype=np.int64)
    return np.repeat(np.array(texts, dtype=np.int64), len(others)), np.tile(others, len(texts))


def _worth(likeness: Likeness, text: int) -> float:
    size = max(len(likeness.texts.wordings[text].split()), 1)
    return CENTRAL_ENOUGH * likeness.begins_with_verb(text) - PER_LENGTH * abs(log(size / GOOD_LENGTH))
