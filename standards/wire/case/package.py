"""A CASE package: a framework with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Final

from standards.wire.case.records import (
    CFAssociation,
    CFAssociationGrouping,
    CFConcept,
    CFDocument,
    CFItem,
    CFItemType,
    CFLicense,
    CFRubric,
    CFRubricCriterion,
    CFRubricCriterionLevel,
    CFSubject,
    Resource,
)


@dataclass(frozen=True)
class Package:
    """A document and what belongs to it."""

    document: CFDocument
    items: tuple[CFItem, ...] = ()
    associations: tuple[CFAssociation, ...] = ()
    concepts: tuple[CFConcept, ...] = ()
    subjects: tuple[CFSubject, ...] = ()
    licenses: tuple[CFLicense, ...] = ()
    item_types: tuple[CFItemType, ...] = ()
    groupings: tuple[CFAssociationGrouping, ...] = ()
    rubrics: tuple[CFRubric, ...] = ()
    criteria: tuple[CFRubricCriterion, ...] = ()
    levels: tuple[CFRubricCriterionLevel, ...] = ()

    @classmethod
    def of(cls, document: CFDocument, parts: Mapping[str, Iterable[Resource]]) -> Package:
        """Return the package of a document and of its parts by their names, each of the class that belongs there."""
        return cls(document, **{name: tuple(part) for name, part in parts.items()})  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[Resource]:
        """Yield all resources, the document first."""
        yield self.document
        for part in fields(self)[1:]:
            yield from getattr(self, part.name)


LISTS: Final[dict[str, tuple[str, type[Resource]]]] = {
    "CFItems": ("items", CFItem),
    "CFAssociations": ("associations", CFAssociation),
    "CFRubrics": ("rubrics", CFRubric),
}
"""The lists of a package by their names, with the part of `Package` that each fills and what stands in it."""

DEFINITIONS: Final[dict[str, tuple[str, type[Resource]]]] = {
    "CFConcepts": ("concepts", CFConcept),
    "CFSubjects": ("subjects", CFSubject),
    "CFLicenses": ("licenses", CFLicense),
    "CFItemTypes": ("item_types", CFItemType),
    "CFAssociationGroupings": ("groupings", CFAssociationGrouping),
}
"""The lists of ``CFDefinitions``, in the same way."""

PARTS: Final[dict[str, type[Resource]]] = {
    **dict(LISTS.values()),
    **dict(DEFINITIONS.values()),
    "criteria": CFRubricCriterion,
    "levels": CFRubricCriterionLevel,
}
"""What stands in each part of a package."""
