"""Words in common: whether a line of a record has more of a name than one word that both happen to use."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

SAME: Final = 0.75
"""Confidence from which one word that a line and a name have in common is enough, 0 to 1."""

BENT: Final = 0.9
"""The same where the line has the word in another form: monitors stand on a desk, and monitoring is done."""

STEM: Final = 4
"""Letters that two forms of a word have in common at least."""

ENDING: Final = 4
"""Letters that either has besides at most."""

_SMALL: Final = frozenset(("and", "the", "for", "with", "from", "into", "other", "others", "two"))


def content(text: str) -> list[str]:
    """Return the words of a text that say something, in small letters."""
    return [word for word in re.findall(r"[^\W\d_]{2,}", text.casefold()) if word not in _SMALL and len(word) > 2]


def by_chance(said: str, name: str, confidence: float) -> bool:
    """Return whether a machine takes a line for a name by no more than one word that both use.

    A line that has no word of the name is taken for it by its meaning, and is not looked at here.

    Example
    -------
    >>> [by_chance(*one) for one in (("two nights a week", "Night Vision", 0.5), ("monitors", "Monitoring", 0.8),
    ...     ("Troubleshooting PLCs", "Troubleshooting", 0.78), ("patient care", "Assisting Others", 0.5))]
    [True, True, False, False]
    """
    words, theirs = content(said), content(name)
    if sum(any(alike(word, own) for word in words) for own in dict.fromkeys(theirs)) != 1:
        return False
    same = not {*words}.isdisjoint(theirs)
    return confidence < (SAME if same else BENT)


def alike(word: str, other: str) -> bool:
    """Return whether two words are forms of one.

    Example
    -------
    >>> alike("welding", "welders"), alike("night", "nights"), alike("care", "carpet"), alike("cash", "cash")
    (True, True, False, True)
    """
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return word == other or (shared >= STEM and max(len(word), len(other)) - shared <= ENDING)


def names_tool(said: str, tool: str) -> bool:
    """Return whether a line may be short for a tool: it has the word that says what it is, and its signs.

    Example
    -------
    >>> [names_tool(*one) for one in (("Excel", "Microsoft Excel"), ("forklift", "Forklifts"),
    ...     ("safety", "Safety cutters"), ("inbound freight", "Freight+"))]
    [True, True, False, False]
    """
    signs = set(re.findall(r"[+#]", tool))
    head = next(iter(reversed(content(tool))), tool.casefold())
    words = content(said) or [said.casefold()]
    return signs <= set(said) and any(alike(word, head) for word in words)


def holds_all(said: str, name: str) -> bool:
    """Return whether all that a line says stands in a name.

    Example
    -------
    >>> holds_all("RF scanner", "Handheld radio frequency RF scanners"), holds_all("loading trucks", "Hand trucks")
    (True, False)
    """
    words = re.findall(r"[^\W_]+", said.casefold())
    theirs = re.findall(r"[^\W_]+", name.casefold())
    return bool(words) and all(any(own.startswith(word.rstrip("s")) for own in theirs) for word in words)
