"""Adoption: since when a standard holds, and which organizations took it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ontology.errors import NotFoundError
from ontology.records import Competency, Endorsement, Iri, PublicationStatus
from ontology.store import KnowledgeBase
from standards.agreement.log import standing_positions
from standards.agreement.tally import ADOPTING
from standards.outcomes.subjects import Subjects, near
from standards.publishing.standing import Standing

HOLDS: Final = (PublicationStatus.RATIFIED, PublicationStatus.PUBLISHED)
"""What a standard must have become for its effect to be looked for."""


@dataclass(frozen=True)
class Adoption:
    """Who took a standard up, and when.

    Parameters
    ----------
    since
        The day between before and after; none where there is none yet.
    dates
        By the address of each organization that took it up, the day from which it did.
    held
        The day on which the standard was first ratified or published; none where it never was.
    """

    since: date | None
    dates: Mapping[Iri, date]
    held: date | None = None


def adoption(
    base: KnowledgeBase,
    standing: Standing,
    subjects: Subjects,
    since: date | None = None,
    named: Mapping[str, date | None] | None = None,
) -> Adoption:
    """Return who took a standard up: who is named, else who adopts most of its version in force.

    That it does is what its published positions say: on more than half of the statements, or on the whole. A union that
    ratifies says that others may work by it. What else was said on the way is the log's, which is kept back.

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
    held = _first_held(standing)
    day = since or held
    if named:
        _refuse_strangers(named, subjects)
        own = {subjects.organizations[name]: at or day for name, at in named.items()}
        return Adoption(day, {iri: at for iri, at in own.items() if at}, held)
    return Adoption(day, dict.fromkeys(sorted(_takers(base, standing)), day) if day else {}, held)


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
    """Yield the organizations that adopt the whole of the version in force, or more than half of its statements."""
    if (version := standing.in_force) is None:
        return
    statements = {one.iri for one in base.records(version, Competency) if not one.deprecated}
    published = [one for one in base.records(version, Endorsement) if one.version == version.version]
    positions = standing_positions(published)
    yield from {one.organization for one in positions if one.subject == standing.framework and one.taken in ADOPTING}
    adopted = [one for one in positions if one.subject in statements and one.taken in ADOPTING]
    for organization, count in Counter(one.organization for one in adopted).items():
        if 2 * count > len(statements):
            yield organization
