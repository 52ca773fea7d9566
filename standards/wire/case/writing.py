"""CASE 1.1 packages out: strictly as its specification has them, so that its schema accepts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from standards.json_documents import Json
from standards.wire.case.package import DEFINITIONS, LISTS, Package
from standards.wire.case.records import CFAssociation, CFRubric, CFRubricCriterion, Resource
from standards.wire.uncollected import uncollected
from standards.wire.uuids import UUID, uuid_of
from standards.wire.writing import Link, plain, written

ABOVE: Final = {"rubricId": "rubric", "rubricCriterionId": "criterion"}
"""Names of identifiers of what a resource stands in, with the fields that hold its address."""

VERSION: Final = "1.1"
"""Of CASE, as is written."""


def write_package(package: Package) -> dict[str, Json]:
    """Return a package as JSON: everything in the same order for the same package."""
    with uncollected():
        return Writer(package).package()


class Writer:
    """Writes a package, or single resources of it.

    Parameters
    ----------
    accepted
        What an identifier looks like that is written as it is; any other gives its place to a UUID that follows from
        the address. CASE's schema of packages takes anything, its OpenAPI those of versions 1 to 5 only (`STRICT`).
    """

    def __init__(self, package: Package, accepted: re.Pattern[str] = UUID) -> None:
        self._package = package
        self._accepted = accepted
        self._named: dict[str, Resource] = {resource.iri: resource for resource in package}

    def package(self) -> dict[str, Json]:
        """Return the whole package."""
        defined = {name: self._all(getattr(self._package, part)) for name, (part, _) in DEFINITIONS.items()}
        whole = {
            "CFDocument": self.document(),
            **{name: self._all(getattr(self._package, part)) for name, (part, _) in LISTS.items()},
            "CFDefinitions": _filled(defined, self._package.document.definition_extensions),
        }
        return _filled(whole, self._package.document.package_extensions)

    def document(self) -> dict[str, Json]:
        """Return the document alone."""
        return {**self.resource(self._package.document), "caseVersion": VERSION}

    def resource(self, resource: Resource) -> dict[str, Json]:
        """Return one resource."""
        told = written(resource, self._links(resource), resource.links)
        del told["identifier"]
        found = {"identifier": identifier_of(resource, self._accepted), "uri": resource.iri, **told}
        if isinstance(resource, CFRubric):
            found["CFRubricCriteria"] = self._all(c for c in self._package.criteria if c.rubric == resource.iri)
        elif isinstance(resource, CFRubricCriterion):
            levels = (level for level in self._package.levels if level.criterion == resource.iri)
            found["CFRubricCriterionLevels"] = self._all(levels)
        for name, field in ABOVE.items():
            if name in found:
                found[name] = _accepted(found[name], getattr(resource, field), self._accepted)
        return {name: value for name, value in found.items() if value != []}

    def _links(self, resource: Resource) -> Link:
        """Return what writes the links of a resource; the ends of an association may have any identifier."""
        ends = (resource.origin, resource.destination) if isinstance(resource, CFAssociation) else ()
        return lambda iri, beside: self._end(iri, beside) if iri in ends else self.link(iri, beside)

    def link(self, iri: str, beside: Mapping[str, Json]) -> dict[str, Json]:
        """Return the object that links to a thing: as it was read, with an identifier that is accepted."""
        said = self._end(iri, beside)
        return {**said, "identifier": _accepted(said["identifier"], said["uri"], self._accepted)}

    def _end(self, iri: str, beside: Mapping[str, Json]) -> dict[str, Json]:
        """Return the object that links to a thing: as it was read, else by what the thing is called."""
        target = self._named.get(iri)
        identifier = identifier_of(target, self._accepted) if target else uuid_of(iri)
        said = {"title": target.called if target else iri, "identifier": identifier, "uri": iri, **beside}
        if target and said["identifier"] == target.identifier:
            said["identifier"] = identifier
        return {name: said[name] for name in ("title", "identifier", "uri", "targetType") if name in said}

    def _all(self, resources: Iterable[Resource]) -> list[Json]:
        return [self.resource(one) for one in sorted(resources, key=_place)]


def _place(resource: Resource) -> tuple[Any, ...]:
    """Return where a resource stands in its list."""
    position = getattr(resource, "position", None)
    code = getattr(resource, "coding_scheme", None) or getattr(resource, "hierarchy_code", None) or ""
    return position is None, position or 0, code, resource.iri


def identifier_of(resource: Resource, accepted: re.Pattern[str]) -> str:
    """Return the identifier that a resource is written with."""
    return _accepted(resource.identifier, resource.iri, accepted)


def _accepted(identifier: Json, iri: str, accepted: re.Pattern[str]) -> str:
    return identifier if isinstance(identifier, str) and accepted.fullmatch(identifier) else uuid_of(iri)


def _filled(said: dict[str, Json], extensions: Any) -> dict[str, Json]:  # noqa: ANN401 - text of JSON, or nothing
    """Return an object without its empty lists, with its extensions."""
    kept = {name: value for name, value in said.items() if value not in ([], {})}
    return kept | ({"extensions": plain(extensions)} if extensions else {})
