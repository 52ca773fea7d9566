"""Frameworks of the knowledge base as CASE packages: as they came where they came as CASE, else made of its records."""

from __future__ import annotations

from ontology.records import Competency, Framework, Moment, Organization, Partnership, Release
from ontology.store import KnowledgeBase
from standards.frameworks import framework_language, framework_members, framework_release, framework_title
from standards.sources.own import CASE
from standards.wire.case.meeting import Owner, packaged
from standards.wire.case.package import PARTS, Package
from standards.wire.case.records import CFDocument
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
    came = next(
        (r for r in base.releases() if r.reader == CASE and name in (r.source, f"{r.source}@{r.version}")), None
    )
    return _as_it_came(base, came) if came else _made(base, name, framework_release(base, name))


def _as_it_came(base: KnowledgeBase, release: Release) -> Package:
    document = next(base.records(release, CFDocument))
    with uncollected():
        return Package.of(document, {part: base.records(release, kind) for part, kind in PARTS.items()})


def _made(base: KnowledgeBase, name: str, release: Release) -> Package:
    """Return a package of what a release has as competencies of its own."""
    members = framework_members(base, name)
    competencies = [one for one in base.records(release, Competency) if one.iri in members]
    iri, _ = framework_title(base, name)
    framework = next((one for one in base.records(release, Framework) if one.iri == iri), None)
    named = framework or Framework(iri=iri, label=release.title, version=release.version, license=release.license)
    owner = Owner(
        creator=_creator(base, release, named),
        modified=Moment(release.imported.isoformat()),
        language=framework_language(base, name) or None,
        status="Draft" if release.version == "draft" else None,
    )
    return packaged(named, competencies, owner)


def _creator(base: KnowledgeBase, release: Release, framework: Framework) -> str:
    """Return who stands behind a framework: its publisher by name, or whom its license asks to name."""
    known: list[Organization | Partnership] = [
        *base.records(release, Organization),
        *base.records(release, Partnership),
    ]
    named = (str(one.label) for one in known if one.iri == framework.publisher)
    return next(named, str(release.attribution or release.title))
