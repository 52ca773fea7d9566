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
