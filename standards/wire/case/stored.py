"""Frameworks of the knowledge base as CASE packages: as they came where they came as CASE, else made of its records."""

from __future__ import annotations

from ontology.records import Moment, Release
from ontology.store import KnowledgeBase
from standards.sources.own import CASE
from standards.wire.case.meeting import Owner, headed, packaged
from standards.wire.case.package import PARTS, Package
from standards.wire.case.records import CFDocument
from standards.wire.listed import Heading, came_as, heading, listed
from standards.wire.uncollected import uncollected


def stored_package(base: KnowledgeBase, name: str) -> Package:
    """Return a framework as a package.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm, as for `standards.frameworks.read_framework`.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    came = came_as(base, name, CASE)
    if came:
        return _as_it_came(base, came)
    made = listed(base, name)
    return packaged(made.framework, made.competencies, _owner(base, made))


def stored_heading(base: KnowledgeBase, name: str) -> Package:
    """Return a framework as a package without its statements: the document, and what its links lead to.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    came = came_as(base, name, CASE)
    if came is None:
        head = heading(base, name)
        return headed(head.framework, _owner(base, head))
    linked = {part: base.records(came, PARTS[part]) for part in ("subjects", "licenses")}
    return Package.of(next(base.records(came, CFDocument)), linked)


def _as_it_came(base: KnowledgeBase, release: Release) -> Package:
    document = next(base.records(release, CFDocument))
    with uncollected():
        return Package.of(document, {part: base.records(release, kind) for part, kind in PARTS.items()})


def _owner(base: KnowledgeBase, of: Heading) -> Owner:
    return Owner(
        creator=of.creator,
        modified=Moment(of.release.imported.isoformat()),
        language=of.language,
        status="Draft" if of.draft else None,
        kinds=of.kinds,
        terms=str(of.release.attribution or ""),
        provider=base.identifiers.case(),
    )
