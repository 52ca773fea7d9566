"""CASE 1.1 packages out: strictly as its specification has them, so that its schema accepts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from standards.json_documents import Json
from standards.wire.case.package import DEFINITIONS, LISTS, Package
from standards.wire.case.records import CFRubric, CFRubricCriterion, Resource
from standards.wire.uncollected import uncollected
from standards.wire.uuids import UUID, uuid_of
from standards.wire.writing import plain, written

VERSION: Final = "1.1"
"""Of CASE, as is written."""


def write_package(package: Package) -> dict[str, Json]:
    """Return a package as JSON: everything in the same order for the same package."""
    with uncollected():
        return Writer(package).package()


class Writer:
    """Writes a package, or single resources of it."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._named: dict[str, Resource] = {resource.iri: resource for resource in package}

    def package(self) -> dict[str, Json]:
        """Return the whole package."""
        document = self._package.document
        defined = {name: self._all(getattr(self._package, part)) for name, (part, _) in DEFINITIONS.items()}
        whole = {
            "CFDocument": {**self.resource(document), "caseVersion": VERSION},
            **{name: self._all(getattr(self._package, part)) for name, (part, _) in LISTS.items()},
            "CFDefinitions": _filled(defined, document.definition_extensions),
        }
        return _filled(whole, document.package_extensions)

    def resource(self, resource: Resource) -> dict[str, Json]:
        """Return one resource."""
        told = written(resource, self.link, resource.links)
        found = {"identifier": told.pop("identifier"), "uri": resource.iri, **told}
        found["identifier"] = _uuid(found["identifier"], resource.iri)
        if isinstance(resource, CFRubric):
            found["CFRubricCriteria"] = self._all(c for c in self._package.criteria if c.rubric == resource.iri)
        elif isinstance(resource, CFRubricCriterion):
            levels = (level for level in self._package.levels if level.criterion == resource.iri)
            found["CFRubricCriterionLevels"] = self._all(levels)
        return {name: value for name, value in found.items() if value != []}

    def link(self, iri: str, beside: Mapping[str, Json]) -> Json:
        """Return the object that links to a thing: as it was read, else by what the thing is called."""
        target = self._named.get(iri)
        title = target.called if target else iri
        identifier = target.identifier if target else iri
        said = {"title": title, "identifier": _uuid(identifier, iri), "uri": iri, **beside}
        return {name: said[name] for name in ("title", "identifier", "uri", "targetType") if name in said}

    def _all(self, resources: Iterable[Resource]) -> list[Json]:
        return [self.resource(one) for one in sorted(resources, key=_place)]


def _place(resource: Resource) -> tuple[Any, ...]:
    """Return where a resource stands in its list."""
    position = getattr(resource, "position", None)
    code = getattr(resource, "coding_scheme", None) or getattr(resource, "hierarchy_code", None) or ""
    return position is None, position or 0, code, resource.iri


def _uuid(identifier: Json, iri: str) -> Json:
    return identifier if isinstance(identifier, str) and UUID.fullmatch(identifier) else uuid_of(iri)


def _filled(said: dict[str, Json], extensions: Any) -> dict[str, Json]:  # noqa: ANN401 - text of JSON, or nothing
    """Return an object without its empty lists, with its extensions."""
    kept = {name: value for name, value in said.items() if value not in ([], {})}
    return kept | ({"extensions": plain(extensions)} if extensions else {})
