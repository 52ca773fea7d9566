"""Lines: what the lines of a CV or of a list speak of, before anything is held against what is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from pathways.plans.dates import dated
from standards.markup import lines_of
from standards.matching.items import bare
from standards.matching.openings import says_something

SHORT: Final = 8
"""Words of a line up to which it may be the title of a job or the name of a credential."""


class Section(StrEnum):
    """Under which heading of a CV a line stands."""

    NONE = ""
    """The text has no heading."""
    TOP = "top"
    """Above the first heading, where name and address stand."""
    WORK = "work"
    SKILLS = "skills"
    CREDENTIALS = "credentials"
    SCHOOL = "school"
    OTHER = "other"


_HEADINGS: Final = {
    Section.WORK: "experience; work experience; professional experience; employment; employment history; work history; "
    "jobs; career history; volunteer experience; military experience; military service; relevant experience; "
    "other experience; additional experience; professional background",
    Section.SKILLS: "skills; key skills; technical skills; skills summary; core competencies; competencies; "
    "computer skills; additional skills; skills and abilities; areas of expertise; tools; software",
    Section.CREDENTIALS: "certifications; certificates; certification; credentials; licenses; training; courses; "
    "licenses and certifications; certifications and licenses; licenses and certificates; training and certifications; "
    "education and training; courses and certificates; military training; professional development; "
    "licenses and credentials; professional certifications",
    Section.SCHOOL: "education; academic background; schooling; school; degrees; education and degrees",
    Section.OTHER: "summary; professional summary; career objective; profile; references; languages; contact; "
    "objective; resume; curriculum vitae; cv; interests; hobbies; awards; about me",
}
"""Headings of a CV, which say nothing by themselves."""
_SECTION_OF: Final = {name: section for section, names in _HEADINGS.items() for name in names.split("; ")}
_LEAD: Final = re.compile(
    r"^\s*(skills?|jobs?|credentials?|certificates?|certifications?|licen[sc]es?|courses?)\s*:\s*(.+)$", re.I
)
_BETWEEN: Final = re.compile(r"\s*(?:[|\u2022\t]|\s[\u2013\u2014-]\s|,\s|\bat\b|\s@\s|\(|\))\s*")
"""What parts a job title in a line of a CV from the firm and the years."""
_CONTACT: Final = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|https?://|\bwww\.|\b(?:linkedin|github)\.com\b"
    r"|^(?!\W*(?:19|20)\d\d\W+(?:19|20)\d\d\W*$)\W*\+?[\d\s().-]{7,}\W*$"
)
"""Mail addresses, web addresses and telephone numbers, which nobody needs to look at; two years are none."""
_CREDENTIAL: Final = re.compile(
    r"\b(?:OSHA|MSHA|HAZWOPER|BLS|CPR|ACLS|PALS|NREMT|EMT(?:-[ABIP])?|CDL|TWIC|ServSafe|CompTIA|CCNA|CISSP|PMP|ASE|"
    r"NCCER)\b|\b(?:[Ff]irst[ -][Aa]id|[Ff]ood (?:[Ww]orker|[Hh]andlers?)) (?:[Cc]ard|[Cc]ert|[Pp]ermit)|"
    r"\b[AN](?:et(?:work)?)?\+(?!\w)|\b[Ss]ecurity [Cc]learance\b"
)
"""Credentials as they are usually written, by which a short line is known for one wherever it stands."""
_CREDENTIAL_WORDS: Final = 5
_LEADS: Final = re.compile(
    r"^\W*(?:led|lead|leads|leading|supervis(?:ed?|ing)|in charge of|crew lead(?:er)? of)\s+(?:an?\s+|the\s+)?"
    r"(?:\w+\s+)?(?:crew|team|shift|gang|squad)s?(?:\s+of\s+\w+)?(?:\s+(?:people|workers|employees))?\W*$",
    re.I,
)
_NAME_WORDS: Final = 6
_SENTENCE: Final = re.compile(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z])")
_ITEMS: Final = re.compile(r"\s*[;,]\s+(?:and\s+)?")
_ITEM_WORDS: Final = 4
"""Words that each item of a list of skills has at most, half of it elsewhere; with more, commas part clauses."""


class Said(NamedTuple):
    """A part of a line.

    Parameters
    ----------
    kind
        What the line calls it, in lower case: ``skills``, ``job``, ``certificates``; empty where it calls it nothing.
    row
        Of the line, from 1.
    section
        Under which heading it stands.
    """

    words: str
    kind: str
    row: int
    section: Section = Section.NONE


def said_in(text: str) -> Iterator[Said]:
    r"""Yield the parts of the lines that say something.

    Example
    -------
    >>> [(part.words, part.kind, part.section.value) for part in said_in(
    ...     "Ann Lee\nEXPERIENCE\nElectrician, 2019\nSkills: welding, rigging")]
    [('Ann Lee', '', 'top'), ('Electrician, 2019', '', 'work'), ('welding', 'skills', 'work'), ('rigging', 'skills', 'work')]
    """  # noqa: E501 - what a doctest prints
    lines = [bare(line.strip()) for line in lines_of(text)]
    section = Section.TOP if any(_section(line) for line in lines) else Section.NONE
    for row, said in enumerate(lines, 1):
        if found := _section(said):
            section = found
        elif says_something(said) and not _CONTACT.search(said):
            lead = _LEAD.match(said)
            for part in re.split(r"\s*[;,]\s+", lead[2]) if lead else [said]:
                yield Said(part, lead[1].casefold() if lead else "", row, section)


def _section(said: str) -> Section | None:
    """Return the section that a line is the heading of."""
    return _SECTION_OF.get(" ".join(said.strip(" :*#_").casefold().replace("&", " and ").split()))


def statements_in(said: str, section: Section = Section.NONE) -> list[str]:
    """Return what a line says: its sentences, or its items where it is a list of short ones.

    Example
    -------
    >>> statements_in("Reliable welder with six years. Speak Spanish and English.")
    ['Reliable welder with six years.', 'Speak Spanish and English.']
    >>> statements_in("Excel, point of sale systems, and customer service", Section.SKILLS)
    ['Excel', 'point of sale systems', 'customer service']
    >>> statements_in("Grind, cut with plasma torch, and inspect finished welds", Section.WORK)
    ['Grind, cut with plasma torch, and inspect finished welds']
    """
    most = _ITEM_WORDS if section is Section.SKILLS else _ITEM_WORDS // 2
    return [item for sentence in _SENTENCE.split(said) for item in _listed(sentence, most)]


def _listed(said: str, most: int) -> list[str]:
    """Return the items of a list of at least three, each of so many words at most; a line with a year is none."""
    items = [item for item in _ITEMS.split(said.rstrip(".")) if item]
    short = len(items) > 2 and not dated(said) and all(len(item.split()) <= most for item in items)
    return items if short else [said]


def is_credential(said: str) -> bool:
    """Return whether a short line is a credential by what it is called.

    Example
    -------
    >>> [is_credential(said) for said in ("OSHA 10", "CompTIA A+", "Food Worker Card", "Welding")]
    [True, True, True, False]
    """
    return len(said.split()) <= _CREDENTIAL_WORDS and bool(_CREDENTIAL.search(said))


def titles_in(said: str) -> list[str]:
    """Return what may be a job title in a line: the line, then its first two parts, as far as they are short.

    Example
    -------
    >>> titles_in("Electrician at North Power | 2019-2022")
    ['Electrician at North Power | 2019-2022', 'Electrician', 'North Power']
    """
    return [part for part in (said, *_BETWEEN.split(said)[:2]) if 0 < len(part.split()) <= SHORT]


def in_plain_words(said: str) -> str:
    """Return what a line says in words that tasks have: who leads a crew supervises employees.

    Example
    -------
    >>> in_plain_words("leading a crew of 6"), in_plain_words("Led a team of five"), in_plain_words("Crew scheduling")
    ('Supervise employees', 'Supervise employees', 'Crew scheduling')
    """
    return "Supervise employees" if _LEADS.match(said) else said


def looks_like_a_name(said: str) -> bool:
    """Return whether a line above the first heading of a CV is no more than a name or an address.

    Example
    -------
    >>> looks_like_a_name("Maria Lopez"), looks_like_a_name("Yakima, WA 98901"), looks_like_a_name("I repair pumps")
    (True, True, False)
    """
    words = re.findall(r"[^\W\d_][\w'.-]*", said)
    return len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)
