"""Membership: how it is said everywhere that an organization is a member no more, and what is done where it is one."""

from __future__ import annotations

from datetime import date
from typing import Final

from ontology.records import Iri, Organization
from ontology.store import KnowledgeBase
from standards.sources.own import EMPLOYMENT, own_source

REJOINED: Final = "where it is a member after all, correct its table in partnership.toml and import that again"
"""What is done about a member that is taken for one that has left."""


def last_days(base: KnowledgeBase, partnership: str) -> dict[Iri, date]:
    """Return the last day of each that was a member of a partnership, given its slug, and is none any more."""
    source = own_source(EMPLOYMENT, partnership)
    kept_back = (one for one in base.current() if one.source == source and one.reader == EMPLOYMENT)
    told = (one for release in kept_back for one in base.records(release, Organization))
    return {one.iri: one.left for one in told if one.left}


def former(left: date | None) -> str:
    """Return that an organization is a member no more, with its last day where that is known.

    Example
    -------
    >>> former(date(2026, 10, 31)), former(None)
    ('left on 2026-10-31 and is no member any more', 'is no member any more')
    """
    return f"left on {left} and is no member any more" if left else "is no member any more"
