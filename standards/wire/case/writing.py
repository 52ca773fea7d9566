"""CASE 1.1 packages out: strictly as its specification has them, so that its schema accepts them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from ontology.records import Moment
from standards.json_documents import Json
from standards.uncollected import uncollected
from standards.wire.case.package import DEFINITIONS, LISTS, Package
from standards.wire.case.records import CFAssociation, CFRubric, CFRubricCriterion, CFRubricCriterionLevel, Resource
from standards.wire.uuids import STRICT, UUID, uuid_of
from standards.wire.writing import Link, plain, written

R = TypeVar("R", bound=Resource)

ABOVE: Final = {"rubricId": "rubric", "rubricCriterionId": "criterion"}
"""Names of identifiers of what a resource stands in, with the fields that hold its address."""

ZONED: Final = re.compile(r"(Z|[+-]\d\d:\d\d)$", re.ASCII)

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
    strict
        Whether as CASE's OpenAPI wants it, where its schema of packages takes more: an identifier that is no UUID of
        versions 1 to 5 gives its place to one that follows from the address, a moment without a time zone is UTC, only
        the ends of associations say what type they are of, and extensions of a level are a list.
    """

    def __init__(self, package: Package, *, strict: bool = False) -> None:
        self._package = package
        self._strict = strict
        self._accepted = STRICT if strict else UUID
        self._named: dict[str, Resource] = {resource.iri: resource for resource in package}
        self._criteria = _within(package.criteria, "rubric")
        self._levels = _within(package.levels, "criterion")

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
            found["CFRubricCriteria"] = self._all(self._criteria.get(resource.iri, ()))
        elif isinstance(resource, CFRubricCriterion):
            found["CFRubricCriterionLevels"] = self._all(self._levels.get(resource.iri, ()))
        for name, field in ABOVE.items():
            if name in found:
                found[name] = accepted_or_derived(found[name], getattr(resource, field), self._accepted)
        if self._strict:
            self._tighten(resource, found)
        return {name: value for name, value in found.items() if value != []}

    def _tighten(self, resource: Resource, found: dict[str, Json]) -> None:
        """Change what only the schema of packages takes."""
        found["lastChangeDateTime"] = zoned(resource.modified)
        if isinstance(resource, CFRubricCriterionLevel) and "extensions" in found:
            found["extensions"] = [found["extensions"]]
        if isinstance(resource, CFAssociation) and resource.grouping:  # it may be the same thing as an end
            found["CFAssociationGroupingURI"] = self.link(resource.grouping, found["CFAssociationGroupingURI"])

    def _links(self, resource: Resource) -> Link:
        """Return what writes the links of a resource; the ends of an association may have any identifier."""
        ends = (resource.origin, resource.destination) if isinstance(resource, CFAssociation) else ()
        return lambda iri, beside: self._end(iri, beside) if iri in ends else self.link(iri, beside)

    def link(self, iri: str, beside: Mapping[str, Json]) -> dict[str, Json]:
        """Return the object that links to a thing: as it was read, with an identifier that is accepted."""
        said = self._end(iri, beside)
        if self._strict:
            said.pop("targetType", None)
        return {**said, "identifier": accepted_or_derived(said["identifier"], said["uri"], self._accepted)}

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


def _within(resources: Iterable[R], above: str) -> dict[str, list[R]]:
    """Return resources by the address of what they stand in."""
    found: dict[str, list[R]] = defaultdict(list)
    for one in resources:
        found[getattr(one, above)].append(one)
    return found


def _place(resource: Resource) -> tuple[Any, ...]:
    """Return where a resource stands in its list."""
    position = getattr(resource, "position", None)
    code = getattr(resource, "coding_scheme", None) or getattr(resource, "hierarchy_code", None) or ""
    return position is None, position or 0, code, resource.iri


def zoned(moment: Moment) -> str:
    """Return a moment with a time zone: UTC where it has none (RFC 3339 wants one).

    Example
    -------
    >>> zoned(Moment("2017-05-25T18:05:33")), zoned(Moment("2017-05-25T18:05:33-05:00"))
    ('2017-05-25T18:05:33Z', '2017-05-25T18:05:33-05:00')
    """
    return moment if ZONED.search(moment) else f"{moment}Z"


def identifier_of(resource: Resource, accepted: re.Pattern[str]) -> str:
    """Return the identifier that a resource is written with."""
    return accepted_or_derived(resource.identifier, resource.iri, accepted)


def accepted_or_derived(identifier: Json, iri: str, accepted: re.Pattern[str]) -> str:
    """Return an identifier that is accepted, else the UUID of the address."""
    return identifier if isinstance(identifier, str) and accepted.fullmatch(identifier) else uuid_of(iri)


def _filled(said: dict[str, Json], extensions: Any) -> dict[str, Json]:  # noqa: ANN401 - text of JSON, or nothing
    """Return an object without its empty lists, with its extensions."""
    kept = {name: value for name, value in said.items() if value not in ([], {})}
    return kept | ({"extensions": plain(extensions)} if extensions else {})
