"""Adoption: since when a standard holds, and which organizations took it up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ontology.errors import NotFoundError
from ontology.records import Endorsement, Iri, Position, PublicationStatus
from ontology.store import KnowledgeBase
from standards.outcomes.subjects import Subjects, near
from standards.publishing.standing import Standing

HOLDS: Final = (PublicationStatus.RATIFIED, PublicationStatus.PUBLISHED)
"""What a standard must have become for its effect to be looked for."""

TAKEN_UP: Final = (Position.ENDORSE, Position.ADOPT_WITH_CHANGE, Position.RATIFY)
"""The positions of an organization that takes a statement up."""


@dataclass(frozen=True)
class Adoption:
    """Who took a standard up, and when.

    Parameters
    ----------
    since
        The day from which the standard holds; none where it does not yet.
    dates
        By the address of each organization that took it up, the day from which it did.
    """

    since: date | None
    dates: Mapping[Iri, date]


def adoption(
    base: KnowledgeBase,
    standing: Standing,
    subjects: Subjects,
    since: date | None = None,
    named: Mapping[str, date | None] | None = None,
) -> Adoption:
    """Return who took a standard up: who is named, else who endorses, adopts or ratifies anything of it.

    Parameters
    ----------
    since
        Stands in place of the day on which the standard was first ratified or published.
    named
        Organizations by slug, with their own days where they are other ones.

    Raises
    ------
    NotFoundError
        Where a named organization is not known.
    """
    day = since or _first_held(standing)
    if named:
        _refuse_strangers(named, subjects)
        own = {subjects.organizations[name]: at or day for name, at in named.items()}
        return Adoption(day, {iri: at for iri, at in own.items() if at})
    return Adoption(day, dict.fromkeys(sorted(_takers(base, standing)), day) if day else {})


def _first_held(standing: Standing) -> date | None:
    """Return the day on which a standard was first ratified or published."""
    days = [change.at.date() for change in standing.changes if change.moved_to in HOLDS]
    return min(days, default=None)


def _refuse_strangers(named: Mapping[str, date | None], subjects: Subjects) -> None:
    for name in named:
        if name not in subjects.organizations:
            message = f"{name!r} is no organization here. {near(name, subjects.organizations)}"
            raise NotFoundError(message)


def _takers(base: KnowledgeBase, standing: Standing) -> Iterator[Iri]:
    """Yield the organizations of which any newest position is one of taking up."""
    newest: dict[tuple[Iri, Iri], Endorsement] = {}
    for one in sorted(_positions(base, standing), key=lambda one: (one.at, one.iri)):
        newest[one.organization, one.subject] = one
    yield from {one.organization for one in newest.values() if one.taken in TAKEN_UP}


def _positions(base: KnowledgeBase, standing: Standing) -> Iterator[Endorsement]:
    for release in base.releases():
        if release.source in (standing.slug, f"agreement-{standing.slug}"):
            yield from (one for one in base.records(release, Endorsement) if one.standard == standing.framework)
