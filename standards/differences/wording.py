"""How far a text was changed, and which of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from standards.reviewing.wordings import plain_words

LONG: Final = 5
"""Letters from which on a word with one letter more, less or otherwise is the same word spelled otherwise."""

AROUND: Final = 4
"""Words that are shown before and after each change."""

LARGEST: Final = 4_000_000
"""Words of one text times those of another, up to which they are compared word by word: a second or less."""


class Extent(StrEnum):
    """How far a text was changed."""

    SIGNS = "signs"
    """Only capitals, spaces and punctuation."""
    SPELLING = "spelling"
    """Only how words are written."""
    WORDS = "words"
    """What it says."""


class Fate(StrEnum):
    """What became of some words of a text."""

    STAYED = "stayed"
    GONE = "gone"
    CAME = "came"


def extent(before: Iterable[str], after: Iterable[str]) -> Extent:
    """Return how far some texts of one field and language were changed.

    A word is spelled otherwise where it has five letters or more, begins with the same letter, and one letter is more,
    less, another, or exchanged with the next.

    Example
    -------
    >>> extent(["Weld pipes; test them."], ["Weld pipes. Test them."])
    <Extent.SIGNS: 'signs'>
    >>> extent(["Find elecrical faults"], ["Find electrical faults"]), extent(["up to 10 kV"], ["up to 15 kV"])
    (<Extent.SPELLING: 'spelling'>, <Extent.WORDS: 'words'>)
    >>> extent(["run a B & B"], ["run a B&B"])
    <Extent.SIGNS: 'signs'>
    """
    old, new = (" ".join(sorted(map(plain_words, side))).split() for side in (before, after))
    extents = {_extent(old[a:b], new[c:d]) for _, a, b, c, d in _operations(old, new)}
    return next(
        extent for extent in (Extent.WORDS, Extent.SPELLING, Extent.SIGNS) if extent in {*extents, Extent.SIGNS}
    )


def _extent(old: Sequence[str], new: Sequence[str]) -> Extent:
    """Return how far a part of a text was changed."""
    if "".join(old) == "".join(new):
        return Extent.SIGNS
    same = len(old) == len(new) and all(map(_same_word, old, new))
    return Extent.SPELLING if same else Extent.WORDS


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    long = min(len(one), len(other)) >= LONG and one[0] == other[0]
    return long and one.isalpha() and other.isalpha() and OSA.distance(one, other) <= 1


class Piece(NamedTuple):
    """Part of a text that stayed, is gone or came, with the spaces before each of its words."""

    fate: Fate
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """Return a text in pieces, those that are gone before those that came in their place; signs stand for themselves.

    Without what came they are the text before, but for spaces; without what is gone the text after.

    Example
    -------
    >>> [(piece.fate.value, piece.text) for piece in pieces("Weld flat plates", "Weld plates, and pipes")]
    [('stayed', 'Weld'), ('gone', ' flat'), ('stayed', ' plates'), ('came', ', and pipes')]
    """
    old, new = _tokens(before), _tokens(after)
    found: list[Piece] = []
    for tag, start, end, new_start, new_end in _operations(*([one.strip() for one in side] for side in (old, new))):
        if tag == "equal":
            found.append(Piece(Fate.STAYED, "".join(new[new_start:new_end])))
        else:
            sides = ((Fate.GONE, old[start:end]), (Fate.CAME, new[new_start:new_end]))
            found += [Piece(fate, "".join(tokens)) for fate, tokens in sides if tokens]
    return found


def _tokens(text: str) -> list[str]:
    """Return the words and signs of a text, each with the spaces before it."""
    return re.findall(r"\s*(?:[^\W_]+(?:['\u2019-][^\W_]+)*|\S)", text.strip())


def marked(before: str, after: str) -> str:
    """Return a text with the words that are gone in ``[- -]`` and those that came in ``{+ +}``; the rest is shortened.

    Example
    -------
    >>> marked("Monitor data and identify elecrical anomalies.", "Monitor data and identify electrical anomalies.")
    'Monitor data and identify [-elecrical-] {+electrical+} anomalies.'
    """
    old, new = re.findall(r"\S+", before), re.findall(r"\S+", after)
    operations = _operations(old, new)
    last = len(operations) - 1
    parts = []
    for place, (tag, start, end, new_start, new_end) in enumerate(operations):
        if tag == "equal":
            parts += _shortened(old[start:end], opens=place == 0, closes=place == last)
        else:
            parts += _signed("[-{}-]", old[start:end])
            parts += _signed("{{+{}+}}", new[new_start:new_end])
    return " ".join(parts)


Operation = tuple[str, int, int, int, int]
"""What makes one list of words another, as `difflib` has it: ``equal`` or else, from and to in each."""


def _operations(old: Sequence[str], new: Sequence[str]) -> Sequence[Operation]:
    """Return what makes one list of words another; in long ones all between what begins and ends alike is one."""
    if len(old) * len(new) <= LARGEST:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    was, now = len(old) - end, len(new) - end
    parts = [
        ("equal", 0, start, 0, start),
        ("replace", start, was, start, now),
        ("equal", was, was + end, now, now + end),
    ]
    return [part for part in parts if part[1] < part[2] or part[3] < part[4]]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two lists have in common before they part."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _signed(form: str, words: Sequence[str]) -> Iterator[str]:
    if words:
        yield form.format(" ".join(words))


def _shortened(words: Sequence[str], *, opens: bool, closes: bool) -> list[str]:
    """Return words that stayed, without those that stand far from what changed."""
    before, after = (0 if opens else AROUND), (0 if closes else AROUND)
    if len(words) <= before + after + 1:
        return [*words]
    return [*words[:before], "…", *words[len(words) - after :]]
