"""Frameworks of the knowledge base as CASE packages: as they came where they came as CASE, else made of its records."""

from __future__ import annotations

from ontology.records import Moment, PublicationStatus, Release
from ontology.store import KnowledgeBase
from standards.sources.own import CASE
from standards.uncollected import uncollected
from standards.wire.carried import carried
from standards.wire.case.carrying import carrying
from standards.wire.case.meeting import Owner, headed, in_version, packaged
from standards.wire.case.package import PARTS, Package
from standards.wire.case.records import CFDocument
from standards.wire.listed import Heading, came_as, heading, listed
from standards.wire.order import restored


def stored_package(base: KnowledgeBase, name: str, *, edition: bool = False, dropped: bool = False) -> Package:
    """Return a framework as a package.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm, as for `standards.frameworks.read_framework`.
    edition
        Whether a standard's items go by the addresses that they have in this version, for another one is in force.
    dropped
        Whether with the items that a version of a standard has dropped.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    came = came_as(base, name, CASE)
    if came:
        return _as_it_came(base, came)
    made = listed(base, name, dropped=dropped)
    framework, competencies = made.framework, made.competencies
    if edition:
        framework, competencies = in_version(framework, competencies, made.release.version)
    package = packaged(framework, competencies, _owner(base, made, edition=edition))
    return carrying(package, carried(base, made.release))


def stored_heading(base: KnowledgeBase, name: str, *, edition: bool = False) -> Package:
    """Return a framework as a package without its statements: the document, and what its links lead to.

    Parameters
    ----------
    name, edition
        As for `stored_package`.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    came = came_as(base, name, CASE)
    if came is None:
        head = heading(base, name)
        framework = in_version(head.framework, (), head.release.version)[0] if edition else head.framework
        return headed(framework, _owner(base, head, edition=edition))
    linked = {part: restored(base.records(came, PARTS[part])) for part in ("subjects", "licenses")}
    return Package.of(_document(base, came), linked)


def _as_it_came(base: KnowledgeBase, release: Release) -> Package:
    with uncollected():
        parts = {part: restored(base.records(release, kind)) for part, kind in PARTS.items()}
        return Package.of(_document(base, release), parts)


def _document(base: KnowledgeBase, release: Release) -> CFDocument:
    return next(restored(base.records(release, CFDocument)))


def _owner(base: KnowledgeBase, of: Heading, *, edition: bool) -> Owner:
    return Owner(
        creator=of.creator,
        modified=Moment(of.release.imported.isoformat()),
        language=of.language,
        status=_adoption(of.release, edition=edition),
        kinds=of.kinds,
        terms=str(of.release.attribution or ""),
        provider=base.identifiers.case(),
    )


def _adoption(release: Release, *, edition: bool) -> str | None:
    """Return CASE's ``adoptionStatus`` of a standard; of what is not worked on here, nothing is said."""
    stands = release.stands
    if stands is None:
        return "Draft" if release.version == "draft" else None
    if stands is PublicationStatus.PUBLISHED:
        return "Deprecated" if edition else "Adopted"
    return "Deprecated" if stands is PublicationStatus.WITHDRAWN else "Draft"
