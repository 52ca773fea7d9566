"""How much of one thing is in another of the other release: by their words, their narrower ones, their codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from standards.reviewing.wordings import plain_words

EMPTY_WORDS: Final = frozenset(
    (
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "other",
        "such",
        "that",
        "the",
        "their",
        "them",
        "these",
        "this",
        "to",
        "under",
        "upon",
        "using",
        "with",
        "within",
    )
)
"""Words that say nothing of what a thing is, in English; in other languages all words count."""


def words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of some texts that say what they are about.

    Example
    -------
    >>> sorted(words(["Positioning tools, or equipment"]))
    ['equipment', 'positioning', 'tools']
    """
    return frozenset(word for text in texts for word in plain_words(text).split()) - EMPTY_WORDS


def common(one: frozenset[str], other: frozenset[str]) -> float:
    """Return twice what two sets share over the sizes of both, 0 to 1 (Dice).

    Example
    -------
    >>> common(frozenset("abc"), frozenset("bcd"))
    0.6666666666666666
    """
    size = len(one) + len(other)
    return 2 * len(one & other) / size if size else 0.0


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return how much of a part is in a whole, 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0


@dataclass(frozen=True)
class Content:
    """What tells a thing from others.

    Parameters
    ----------
    kind
        Only what is of one kind is compared.
    codes
        Its notations.
    names
        What it is called, without regard to case and punctuation.
    named
        The words of its label and statement.
    described
        The words of its description, definition and scope note.
    narrower
        Addresses of what stands under it, of those that both releases have.
    is_part
        Whether it is only what a thing that goes on lost, or gained; where it lost all, that is the whole of it.
    """

    kind: str
    codes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    narrower: frozenset[str] = frozenset()
    is_part: bool = False


def wording_likeness(one: Content, other: Content) -> float:
    """Return how alike two things are worded, 0 to 1.

    It is `common` of the words of label and statement; where both have a description, the mean of that and of
    `common` of the words of the descriptions.

    Example
    -------
    >>> weld = Content("skill", named=frozenset({"weld", "pipes"}))
    >>> wording_likeness(weld, Content("skill", named=frozenset({"weld", "steel", "pipes"})))
    0.8
    """
    names = common(one.named, other.named)
    if one.described and other.described:
        return (names + common(one.described, other.described)) / 2
    return names


def likeness(one: Content, other: Content) -> float:
    """Return how sure one can be that two addresses stand for the same thing, 0 to 1.

    Wording counts twice, the narrower ones that both have once, where either has any; the same code halves what is
    missing to 1. A code that differs says nothing: addresses that change are often made of the code.

    Example
    -------
    >>> one = Content("group", frozenset({"S5"}), named=words(["manage data"]), narrower=frozenset("abcd"))
    >>> other = Content("group", frozenset({"S5"}), named=words(["manage, store data"]), narrower=frozenset("abce"))
    >>> round(likeness(one, other), 4)  # 1 - (1 - (2 x 0.8 + 0.75) / 3) / 2
    0.8917
    """
    worded = wording_likeness(one, other)
    alike = worded
    if one.narrower or other.narrower:
        alike = (2 * worded + common(one.narrower, other.narrower)) / 3
    return 1 - (1 - alike) / 2 if one.codes & other.codes else alike


def in_common(one: Content, other: Content) -> Iterator[str]:
    """Yield in words what two things have in common.

    Example
    -------
    >>> one = Content("group", frozenset({"S5"}), named=words(["manage data"]), narrower=frozenset("abcd"))
    >>> list(in_common(one, Content("group", named=words(["manage data"]), narrower=frozenset("abce"))))
    ['worded alike', '3 of 4 that stood under it stand there now']
    """
    if one.named == other.named:
        yield "worded alike"
    elif one.named & other.named:
        yield f"worded {wording_likeness(one, other):.2f} alike"
    if one.codes & other.codes:
        yield f"the same code {min(one.codes & other.codes)}"
    if both := one.narrower & other.narrower:
        yield f"{len(both):,} of {len(one.narrower):,} that stood under it stand there now"


def by_word(contents: Mapping[str, Content]) -> dict[str, set[str]]:
    """Return the addresses of things by each word, name, code and narrower one that they have."""
    found: dict[str, set[str]] = {}
    for iri, content in contents.items():
        for key in (*content.named, *content.narrower, *content.codes, *content.names):
            found.setdefault(key, set()).add(iri)
    return found
