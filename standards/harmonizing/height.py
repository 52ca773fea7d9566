"""Heights: how far up a statement stands, by its words: who helps, who does it, who leads others, who sets the course.

Firms write the same matter for several grades. *Helps to plan outages* and *leads the planning of outages* are two
statements of a standard, however many words they share.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final


class Height(IntEnum):
    """How far up somebody stands who does what a statement says."""

    HELPS = 1
    DOES = 2
    LEADS = 3
    DIRECTS = 4


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b".replace("_", r"\s+"), re.IGNORECASE)


_CUES: Final = {
    Height.DIRECTS: _any_of(
        r"strateg(?:y|ies|ic) vision(?:ary)? polic(?:y|ies) roadmaps? company-?wide organi[sz]ation-?wide "
        r"enterprise-?wide industry-?wide across_the_(?:company|organi[sz]ation|business|industry) "
        r"the_whole_(?:company|organi[sz]ation) pioneers? sets?_(?:the_)?(?:direction|standards?|culture)"
    ),
    Height.LEADS: _any_of(
        r"leads? leading led leadership mentors? mentoring coach(?:es|ing)? teach(?:es|ing)? trains?"
        r" supervis(?:e|es|ing) overse(?:e|es|eing) delegat(?:e|es|ing) guides? guiding directs? directing"
        r" role_models?"
        r" bring(?:s|ing)?_along assigns?_(?:work|tasks|crews|responsibilities) manag(?:e|es|ing)_(?:people|teams?)"
        r" encourag(?:e|es|ing) motivat(?:e|es|ing) championing champions? drives?"
    ),
    Height.HELPS: _any_of(
        r"assists? assisting helps? helping with_(?:help|support|guidance|supervision|assistance) basics? simple"
        r" under_(?:direction|supervision|guidance) aware awareness familiar(?:ity)? learns? learning"
        r" seeks?_(?:help|guidance) asks?_(?:for_help|questions) beginn(?:er|ing)s? entry-?level"
    ),
}
"""What tells a height; who leads and sets the course sets the course."""


def height(words: str) -> Height:
    """Return how far up a statement stands; what tells nothing is what somebody does.

    Example
    -------
    >>> [height(text).name for text in ("Assists with repairs", "Repairs pumps", "Leads the repair of pumps")]
    ['HELPS', 'DOES', 'LEADS']
    >>> height("Leads the maintenance strategy").name
    'DIRECTS'
    """
    return next((found for found, cue in _CUES.items() if cue.search(words)), Height.DOES)


_UNDER: Final = _any_of(
    r"under_(?:direction|supervision|guidance) with_(?:help|support|guidance|supervision|assistance)"
)

_FIRST: Final = {
    Height.HELPS: re.compile(r"(?:assist|help)(?:s|ing)?\b", re.IGNORECASE),
    Height.LEADS: re.compile(
        r"(?:lead(?:s|ing)?|supervis(?:e|es|ing)|overse(?:e|es|eing)|mentor(?:s|ing)?|coach(?:es|ing)?"
        r"|delegat(?:e|es|ing))\b",
        re.IGNORECASE,
    ),
}
"""What a statement begins with that says at once who helps and who leads."""

_EITHER: Final = re.compile(
    r"(?:manag|coordinat|organi[sz]|direct|guid|teach|train|instruct|monitor|control|ensur|champion)", re.IGNORECASE
)
"""What may be said of those who do the work and of those who lead others in it: *manage testing* may be either."""


def rank(words: str) -> Height | None:
    """Return who a statement is surely of: who helps, who does it or who leads; ``None`` where it may be either.

    Example
    -------
    >>> [rank(text) and rank(text).name for text in ("Helps to plan outages", "Plans outages", "Leads the planning")]
    ['HELPS', 'DOES', 'LEADS']
    >>> rank("Manages testing") is None
    True
    """
    if _UNDER.search(words):
        return Height.HELPS
    if _EITHER.match(words):
        return None
    return next((found for found, verb in _FIRST.items() if verb.match(words)), Height.DOES)
