"""Lines: what the lines of a CV or of a list speak of, before anything is held against what is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from standards.markup import lines_of
from standards.matching.items import bare
from standards.matching.openings import says_something

SHORT: Final = 8
"""Words of a line up to which it may be the title of a job or the name of a credential."""

_LEAD: Final = re.compile(r"^\s*(skills?|jobs?|credentials?|certificates?|certifications?|courses?)\s*:\s*(.+)$", re.I)
_HEADINGS: Final = frozenset(
    (
        *("skills", "experience", "work experience", "employment", "education", "certifications", "credentials"),
        *("summary", "profile", "references", "languages", "contact", "objective", "work history", "training"),
        *("resume", "curriculum vitae", "cv", "key skills", "technical skills", "licenses", "interests"),
    )
)
"""Headings of a CV, which say nothing by themselves."""
_BETWEEN: Final = re.compile(r"\s*(?:[|\u2022\t]|\s[\u2013\u2014-]\s|,\s|\bat\b|\s@\s|\(|\))\s*")
"""What parts a job title in a line of a CV from the firm and the years."""
_CONTACT: Final = re.compile(r"[\w.+-]+@[\w-]+\.\w|https?://|^\W*\+?[\d\s().-]{7,}\W*$")
"""Mail addresses, web addresses and telephone numbers, which nobody needs to look at."""


class Said(NamedTuple):
    """A part of a line.

    Parameters
    ----------
    kind
        What the line calls it, in lower case: ``skills``, ``job``, ``certificates``; empty where it calls it nothing.
    row
        Of the line, from 1.
    """

    words: str
    kind: str
    row: int


def said_in(text: str) -> Iterator[Said]:
    r"""Yield the parts of the lines that say something.

    Example
    -------
    >>> [(part.words, part.kind) for part in said_in("EXPERIENCE\nSkills: welding, rigging\nElectrician, 2019")]
    [('welding', 'skills'), ('rigging', 'skills'), ('Electrician, 2019', '')]
    """
    for row, line in enumerate(lines_of(text), 1):
        said = bare(line.strip())
        if not says_something(said) or said.strip(" :").casefold() in _HEADINGS or _CONTACT.search(said):
            continue
        lead = _LEAD.match(said)
        for part in re.split(r"\s*[;,]\s+", lead[2]) if lead else [said]:
            yield Said(part, lead[1].casefold() if lead else "", row)


def titles_in(said: str) -> list[str]:
    """Return what may be a job title in a line: the line, then its first two parts, as far as they are short.

    Example
    -------
    >>> titles_in("Electrician at North Power | 2019-2022")
    ['Electrician at North Power | 2019-2022', 'Electrician', 'North Power']
    """
    return [part for part in (said, *_BETWEEN.split(said)[:2]) if 0 < len(part.split()) <= SHORT]
