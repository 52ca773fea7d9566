"""Lists of firms made public by the firms whose they are, and kept back again."""

from __future__ import annotations

from uuid import uuid4

from ontology.errors import InputError, NotFoundError
from ontology.records import Iri, PublicationStatus, Release, StatusChange
from ontology.shown import released
from ontology.store import KnowledgeBase
from standards.harmonizing.lists import held_lists, list_owner
from standards.publishing.steps import Mover
from standards.sources.own import SHEET


def release_list(base: KnowledgeBase, standard: str, firm: str, mover: Mover) -> Release:
    """Make the list of a firm public, as it is here now; one that is imported later is kept back again.

    Parameters
    ----------
    standard, firm
        Slugs of the standard that the list was given for, and of the firm.
    mover
        Who releases it for the firm.

    Raises
    ------
    NotFoundError
        Where there is no such list.
    InputError
        Where it says nothing, or is public already.
    WriteError
        Where it cannot be written; it is then kept back still.
    """
    found = _list(base, standard, firm)
    if said := released(base, found):
        message = f"the list of {firm} is public already, since {said.at:%Y-%m-%d} by {said.by}; nothing is left to do"
        raise InputError(message)
    return _tell(base, found, mover, PublicationStatus.PUBLISHED)


def keep_back(base: KnowledgeBase, standard: str, firm: str, mover: Mover) -> Release:
    """Keep the list of a firm back from now on, former editions of it, too; who took it away meanwhile has it.

    Raises
    ------
    NotFoundError
        Where there is no such list.
    InputError
        Where it says nothing, or is kept back already.
    WriteError
        Where it cannot be written; what was not is then public still.
    """
    found = _list(base, standard, firm)
    public = [one for one in base.releases() if one.source == found.source and released(base, one)]
    if not public:
        message = f"the list of {firm} is kept back already, as every list is that nobody released"
        raise InputError(message)
    for one in public:
        _tell(base, one, mover, PublicationStatus.WITHDRAWN)
    return found


def _list(base: KnowledgeBase, standard: str, firm: str) -> Release:
    held = held_lists(base, standard)
    release, _ = list_owner(base, firm, held.get(firm))
    if release.reader != SHEET:
        message = f"{firm!r} is no list of a firm, but came as {release.reader}; name a firm that gave one"
        raise NotFoundError(message)
    if firm not in held and release.part_of:
        given = " or ".join(sorted(one.rpartition("/")[2] for one in release.part_of))
        message = f"{firm} gave its list not to {standard}, but to {given}; name that, where its list is meant"
        raise NotFoundError(message)
    return release


def _tell(base: KnowledgeBase, release: Release, mover: Mover, status: PublicationStatus) -> Release:
    change = StatusChange(
        iri=Iri(base.identifiers.mint(release.source, "status", uuid4().hex)),
        standard=release.iri,
        version=release.version,
        status=Iri(status),
        by=" ".join(mover.by.split()),
        at=mover.at,
        comment=mover.comment.strip() or None,
    )
    base.tell(release, change)
    return release
