"""How much of one thing is in another of the other release: by their words, their narrower ones, their codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True)
class Flow:
    """How much of a thing went into another.

    Parameters
    ----------
    given, taken
        The share of the older one that is in the newer, and the share of the newer that is of the older, 0 to 1.
    is_part, is_whole
        Whether the newer one is a part of the older, and whether the older one is a part of the newer.
    evidence
        What it rests on, in words.
    """

    given: float
    taken: float
    is_part: bool
    is_whole: bool
    evidence: str


CONTAINED: Final = 0.75
"""Share of the words of one that are in another from which it is a part of it."""

MOST: Final = 0.5
"""Share of what stood under one that stands under another beyond which most of it went there, or came from there."""

SOME: Final = 0.2
"""Share of what stood under one that is no more, from which another where it stands now is a part of it."""

FEWEST: Final = 2
"""Words, or narrower ones, that two must share."""


def flow(older: Content, newer: Content) -> Flow | None:
    """Return how much of a thing went into another; ``None`` where nothing shows that any of it did.

    Example
    -------
    >>> merged = Content("group", named=words(["positioning materials, tools or equipment"]))
    >>> found = flow(Content("group", named=words(["positioning tools or equipment"])), merged)
    >>> found.given, found.taken, found.is_whole
    (1.0, 0.75, True)
    """
    if older.kind != newer.kind:
        return None
    return _moved(older, newer) or _passed(older, newer) or _contained(older, newer)


def _moved(older: Content, newer: Content) -> Flow | None:
    """Return what stood under one and stands under the other now."""
    both = older.narrower & newer.narrower
    given, taken = share(older.narrower, newer.narrower), share(newer.narrower, older.narrower)
    is_part = taken > MOST or (given >= SOME and not older.is_part)
    is_whole = given > MOST and not older.is_part
    if len(both) < FEWEST or not (is_part or is_whole):
        return None
    stood = "left it" if older.is_part else "stood under it"
    evidence = f"{len(both):,} of {len(older.narrower):,} that {stood} stand there now"
    return Flow(given, taken, is_part, is_whole, evidence)


def _passed(older: Content, newer: Content) -> Flow | None:
    """Return the names that went from one to the other."""
    both = older.names & newer.names
    if not both:
        return None
    passed = " and ".join(repr(name) for name in sorted(both)[:FEWEST])
    given, taken = share(older.names, newer.names), share(newer.names, older.names)
    return Flow(given, taken, is_part=True, is_whole=True, evidence=f"the name {passed} went over")


def _contained(older: Content, newer: Content) -> Flow | None:
    """Return the words that one has of the other."""
    both = older.named & newer.named
    given, taken = share(older.named, newer.named), share(newer.named, older.named)
    if len(both) < FEWEST or max(given, taken) < CONTAINED:
        return None
    evidence = f"both have the words {', '.join(sorted(both))}"
    return Flow(given, taken, taken >= CONTAINED, given >= CONTAINED, evidence)


def covered(wholes: Iterable[frozenset[str]], whole: frozenset[str]) -> float:
    """Return how much of a whole some sets hold together, 0 to 1."""
    return share(whole, frozenset().union(*wholes))


def by_word(contents: Mapping[str, Content]) -> dict[str, set[str]]:
    """Return the addresses of things by each word, name, code and narrower one that they have."""
    found: dict[str, set[str]] = {}
    for iri, content in contents.items():
        for key in (*content.named, *content.narrower, *content.codes, *content.names):
            found.setdefault(key, set()).add(iri)
    return found
