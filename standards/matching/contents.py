"""Contents: what a statement names behind *including*, *such as* or *topics include*, thing by thing."""

from __future__ import annotations

import re
from typing import Final

from standards.matching.bloom import infinitive

_INCLUDING: Final = re.compile(r",? (?P<within>\()?(?:including|such as|to include)(?:,? but not limited to)?[,:]? ")
_TOPICS: Final = re.compile(
    r"(?:\w+ ){0,2}(?:areas|concepts|content|issues|subjects|themes|topics)(?: \w+){0,2}? "
    r"includes?(?:,? but are not limited to)?[,:]? ",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r", (?![^(]*\))")
"""A comma outside of parentheses."""
_LAST: Final = re.compile(r"\A(?:and/or|and|or|as well as) ")
_JOINT: Final = re.compile(r" (?:and/or|and|or|as well as) ")
_NEXT: Final = re.compile(r" (?:and/or|and|or|as well as) (?=(?:an?|the) )")
"""A joint that an article follows parts two things for certain."""
_ON: Final = re.compile(
    r",? (?:(?:in order|so as) to|(?<!ability )(?<!how )(?<!need )(?<!skills )(?<!what )(?<!when )(?<!where )"
    r"(?<!whether )(?<!willingness )to (?P<verb>[a-z]+)(?P<object> (?:an?|the|their|its))?"
    r"|so that|as (?:it|they)|when|whenever|while)(?= )"
)
"""Where a sentence goes on behind its list: to what end things are used, how they appear."""
_FILLER: Final = re.compile(
    r"(?:etc\.?|(?:all |and |any )?(?:other|related|similar)(?: related)? (?:areas|concepts|disciplines|fields|issues"
    r"|items|matters|subjects|things|topics)|so (?:on|forth))",
    re.IGNORECASE,
)
"""What stands at the end of a list and names no thing."""

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
    >>> contents("Use tools such as torque wrenches, feeler gauges and steel rules to service a nacelle")
    ('Use tools to service a nacelle', ('torque wrenches', 'feeler gauges', 'steel rules'))
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
    else:
        named, behind = _parted(named)
    things = _things(named)
    return (sentence[: found.start()] + behind, things) if things else (sentence, ())


def _things(named: str) -> tuple[str, ...]:
    """Return the items of a list that has a comma, those that are as long as a name."""
    *things, last = _COMMA.split(named)
    if not things:
        return ()
    joint = _NEXT if _NEXT.search(last) else _JOINT
    ends = [last] if _LAST.match(last) else joint.split(last, maxsplit=1)
    named_alone = (_LAST.sub("", thing, count=1) for thing in (*things, *ends))
    return tuple(thing for thing in named_alone if SHORTEST <= len(thing.split()) <= LONGEST and not _is_filler(thing))


def _is_filler(thing: str) -> bool:
    return _FILLER.fullmatch(thing) is not None


def _parted(named: str) -> tuple[str, str]:
    """Return a list and how its sentence goes on behind it, which is empty where it ends with the list."""
    for found in _ON.finditer(named):
        if not found["verb"] or found["object"] or infinitive(found["verb"]) == found["verb"]:
            return named[: found.start()], f" {named[found.start() :].lstrip(', ')}"
    return named, ""
