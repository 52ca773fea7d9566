"""Achievements of the knowledge base: as they came where they came as Open Badges, else those of a framework."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.records import Credential
from ontology.store import KnowledgeBase
from standards.sources.own import BADGES
from standards.wire.badges.meeting import achievements_of
from standards.wire.badges.records import Achievement
from standards.wire.listed import came_as, listed
from standards.wire.order import restored


def stored_achievements(base: KnowledgeBase, name: str) -> Iterable[Achievement]:
    """Return what can be achieved by a framework, or what came under a name.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm, as for `standards.frameworks.read_framework`.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    if came := came_as(base, name, BADGES):
        return tuple(restored(base.records(came, Achievement)))
    of = listed(base, name)
    members = {one.iri for one in of.competencies}
    credentials = [one for one in base.records(of.release, Credential) if members & set(one.attests)]
    return achievements_of(of, credentials)
