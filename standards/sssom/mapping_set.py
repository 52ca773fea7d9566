"""A mapping set: mappings with what is said of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final

from ontology.namespaces import DCTERMS, OWL, RDFS
from ontology.versions import version_key
from standards.sssom.mapping import SssomMapping
from standards.sssom.slots import (
    NEW,
    OF_ALL,
    Address,
    Addresses,
    Day,
    Kind,
    Reference,
    References,
    Share,
    Slot,
    Texts,
    slots,
)

REQUIRED: Final = ("mapping_set_id", "license")
"""Slots that every set has."""


@dataclass(frozen=True, kw_only=True)
class MappingSet:
    """Mappings with what is said of the set; the fields are the standard's slots in its order.

    Those that are marked `OF_ALL` say what holds of each mapping; see `standards.sssom.propagation`. The others are
    about the set itself, also where a mapping has a slot of that name.

    Parameters
    ----------
    curie_map
        What each prefix of the file stands for.
    subject_source, object_source
        Addresses of what is mapped to what; that of the subject is empty where it is texts of no source.
    """

    sssom_version: str = ""
    curie_map: Mapping[str, str] = field(default_factory=dict)
    mappings: tuple[SssomMapping, ...] = ()
    mapping_set_id: Address
    mapping_set_version: Annotated[str, OWL.versionInfo] = ""
    mapping_set_source: Addresses = ()
    mapping_set_title: Annotated[str, DCTERMS.title] = ""
    mapping_set_description: Annotated[str, DCTERMS.description] = ""
    mapping_set_confidence: Annotated[Share, NEW] = None
    creator_id: Annotated[References, DCTERMS.creator] = ()
    creator_label: Texts = ()
    license: Annotated[Address, DCTERMS.license]
    subject_type: Annotated[Kind, OF_ALL] = ""
    subject_source: Annotated[Reference, OF_ALL] = ""
    subject_source_version: Annotated[str, OF_ALL] = ""
    object_type: Annotated[Kind, OF_ALL] = ""
    object_source: Annotated[Reference, OF_ALL] = ""
    object_source_version: Annotated[str, OF_ALL] = ""
    predicate_type: Annotated[Kind, NEW, OF_ALL] = ""
    mapping_provider: Annotated[Address, OF_ALL] = ""
    cardinality_scope: Annotated[Texts, NEW, OF_ALL] = ()
    mapping_tool: Annotated[str, OF_ALL] = ""
    mapping_tool_id: Annotated[Reference, NEW, OF_ALL] = ""
    mapping_tool_version: Annotated[str, OF_ALL] = ""
    mapping_date: Annotated[Day, OF_ALL] = ""
    publication_date: Day = ""
    subject_match_field: Annotated[References, OF_ALL] = ()
    object_match_field: Annotated[References, OF_ALL] = ()
    subject_preprocessing: Annotated[References, OF_ALL] = ()
    object_preprocessing: Annotated[References, OF_ALL] = ()
    similarity_measure: Annotated[str, NEW, OF_ALL] = ""
    curation_rule: Annotated[References, NEW, OF_ALL] = ()
    curation_rule_text: Annotated[Texts, NEW, OF_ALL] = ()
    see_also: Annotated[Addresses, RDFS.seeAlso] = ()
    issue_tracker: Address = ""
    other: str = ""
    comment: Annotated[str, RDFS.comment] = ""

    @property
    def version(self) -> str:
        """The version of the standard that a file of it names: what is said, or what its slots ask for; else empty."""
        asked = set().union(_asked(self), *map(_asked, self.mappings))
        return self.sssom_version or max(asked, key=version_key, default="")


def holds(told: MappingSet | SssomMapping, slot: Slot) -> bool:
    """Return whether a slot holds anything; 0 is a number like others."""
    return getattr(told, slot.name) not in ("", (), None)


def _asked(told: MappingSet | SssomMapping) -> set[str]:
    """Return the versions of the standard that brought the slots that are filled."""
    return {slot.since.version for slot in slots(type(told)).values() if slot.since and holds(told, slot)}
