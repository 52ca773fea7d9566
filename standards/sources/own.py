"""The sources of what people write themselves, by the names of their readers."""

from __future__ import annotations

from typing import Final

from ontology.identifiers import slug
from ontology.shown import EMPLOYMENT as EMPLOYED
from ontology.shown import LIST
from ontology.shown import OUTCOMES as REPORTED

PARTNERSHIP: Final = "partnership"
"""A partnership's standard, occupations, wages and views."""

PROGRAM: Final = "program"
"""A college's program; one file."""

SHEET: Final = LIST
"""A firm's list of skills; one file."""

OUTCOMES: Final = REPORTED
"""What firms and programs report of a period; one file."""

EMPLOYMENT: Final = EMPLOYED
"""How many people the members of a partnership employ, and when others left; it comes with the folder alone."""

CASE: Final = "case"
"""A framework as a CASE package; one file."""

RSD: Final = "rsd"
"""Skills as Rich Skill Descriptors; one file."""

CTDL: Final = "ctdl"
"""Whatever CTDL describes, as JSON-LD; one file."""

SCHEME: Final = "skos"
"""A concept scheme, in SKOS; one file."""

BADGES: Final = "badges"
"""Achievements, as Open Badges; one file."""

SSSOM_SET: Final = "sssom"
"""A mapping set, as SSSOM; one file."""

DOCUMENTS: Final = (CASE, RSD, CTDL, SCHEME, BADGES, SSSOM_SET)
"""What comes as one document with an address of its own."""


def own_source(kind: str, name: str) -> str:
    """Return the source of what is imported from one file on its own, so that it passes for none of another kind.

    Example
    -------
    >>> own_source(PROGRAM, "welding")
    'program-welding'
    """
    return f"{kind}-{name}"


def titled_source(kind: str, title: str) -> str:
    """Return the name of a document's source by its title, or of the kind alone where the title is blank.

    Example
    -------
    >>> titled_source(CASE, "Welding, Level II"), titled_source(CASE, " ")
    ('case-welding-level-ii', 'case')
    """
    return own_source(kind, slug(title)[:LONGEST]).strip("-")


LONGEST: Final = 60
"""Characters of a title in the name of a source."""
