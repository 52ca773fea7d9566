"""Contents: what a statement names behind *including*, *such as* or *topics include*, thing by thing."""

from __future__ import annotations

import re
from typing import Final

_INCLUDING: Final = re.compile(r",? (?P<within>\()?(?:including|such as|to include)(?:,? but not limited to)?[,:]? ")
_TOPICS: Final = re.compile(
    r"(?:\w+ ){0,2}(?:areas|concepts|content|issues|subjects|themes|topics)(?: \w+){0,2}? "
    r"includes?(?:,? but are not limited to)?[,:]? ",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r", (?![^(]*\))")
"""A comma outside of parentheses."""
_LAST: Final = re.compile(r"(?:and/or|and|or|as well as) ")
_JOINT: Final = re.compile(r" (?:and/or|and|or|as well as) ")

SHORTEST: Final = 2
"""Words of what is taken for a thing of its own: one alone, *planning*, is what many labels begin with."""
LONGEST: Final = 8
"""With more it is no name of a thing."""


def contents(sentence: str) -> tuple[str, tuple[str, ...]]:
    """Return a sentence without the list of what it includes, and what that list names; nothing where it has no comma.

    Example
    -------
    >>> contents("Use tools (such as torque wrenches, feeler gauges and steel rules) safely")
    ('Use tools safely', ('torque wrenches', 'feeler gauges', 'steel rules'))
    >>> contents("Topics include heat pumps, and supply and return air")
    ('', ('heat pumps', 'supply and return air'))
    >>> contents("Weld plates, including thick ones")
    ('Weld plates, including thick ones', ())
    """
    if "includ" not in sentence and "such as" not in sentence:
        return sentence, ()
    topics = _TOPICS.match(sentence)
    found = topics or _INCLUDING.search(sentence)
    if not found:
        return sentence, ()
    named, behind = sentence[found.end() :], ""
    if not topics and found["within"]:
        named, _, behind = named.partition(")")
    things = _things(named)
    return (sentence[: found.start()] + behind, things) if things else (sentence, ())


def _things(named: str) -> tuple[str, ...]:
    """Return the items of a list that has a comma, those that are as long as a name."""
    *things, last = _COMMA.split(named)
    if not things:
        return ()
    ends = [_LAST.sub("", last, count=1)] if _LAST.match(last) else _JOINT.split(last, maxsplit=1)
    return tuple(thing for thing in (*things, *ends) if SHORTEST <= len(thing.split()) <= LONGEST)
