"""Mapping sets as files have them and as records, in both directions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, Final, TypeVar

from ontology.addresses import is_address
from ontology.namespaces import SEMAPV
from ontology.records import Iri, RdfField, Record, rdf_fields
from standards.sssom import NO_TERM_FOUND, MappingSet, SssomMapping
from standards.wire.sssom.records import MappingRow, StoredSet

R = TypeVar("R", MappingRow, StoredSet)

CURATED: Final = str(SEMAPV.ManualMappingCuration)


def stored_set(found: MappingSet, otherwise: Iri) -> tuple[StoredSet, tuple[MappingRow, ...]]:
    """Return a mapping set as records: each row once.

    Parameters
    ----------
    otherwise
        Its address, where its ``mapping_set_id`` is none.
    """
    known = is_address(found.mapping_set_id)
    iri = Iri(found.mapping_set_id) if known else otherwise
    rows = {row.iri: row for row in (_row(mapping, iri) for mapping in found.mappings)}
    told = {slot: value for slot, value in _slots(found).items() if slot not in ("mappings", "mapping_set_id")}
    of = _held(StoredSet, told | ({} if known else {"mapping_set_id": found.mapping_set_id}))
    whole = StoredSet.model_validate({"iri": iri, "mappings": tuple(rows), **of})
    return whole, tuple(rows.values())


def _row(mapping: SssomMapping, of: Iri) -> MappingRow:
    told = {slot: value for slot, value in _slots(mapping).items() if slot != "record_id"}
    key = hashlib.sha256("\n".join(f"{slot}\t{value}" for slot, value in sorted(told.items())).encode()).hexdigest()
    iri = mapping.record_id or f"{of}#{key[:16]}"
    return MappingRow.model_validate({"iri": iri, **_held(MappingRow, told)})


def _slots(told: MappingSet | SssomMapping) -> dict[str, Any]:
    return {field.name: value for field in fields(told) if (value := getattr(told, field.name)) not in ("", None)}


def _held(record: type[R], told: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as the fields of a record hold them: several, where they may."""
    kinds = rdf_fields(record)
    return {slot: tuple(value.split("|")) if kinds[slot].many else value for slot, value in told.items()}


def file_set(of: StoredSet, rows: Iterable[MappingRow]) -> MappingSet:
    """Return records as the mapping set of a file."""
    told = {name: _said(of, field) for name, field in rdf_fields(StoredSet).items() if name != "mappings"}
    told["mapping_set_id"] = told["mapping_set_id"] or of.iri
    return MappingSet(mappings=tuple(_mapping(row, of.iri) for row in rows), **told)


def _mapping(row: MappingRow, of: Iri) -> SssomMapping:
    told = {name: _said(row, field) for name, field in rdf_fields(MappingRow).items()}
    made = row.iri.startswith(f"{of}#") and len(row.iri) == len(of) + KEY
    return SssomMapping(record_id="" if made else row.iri, **told)


KEY: Final = 17
"""Characters of what tells the rows of a set apart that name no record."""


def _said(record: Record, field: RdfField) -> Any:  # noqa: ANN401 - a text, or a number where the slot holds one
    value = getattr(record, field.name)
    if field.many:
        return "|".join(value)
    return value if value is not None or field.python is float else ""


def asserted(rows: Iterable[MappingRow]) -> bytes:
    """Return what people say is so, as N-Triples: mappings by hand that are neither denied nor of nothing."""
    said = {
        f"<{row.subject_id}> <{row.predicate_id}> <{row.object_id}> .\n"
        for row in rows
        if row.subject_id
        and row.mapping_justification == CURATED
        and not row.predicate_modifier
        and NO_TERM_FOUND not in (row.subject_id, row.object_id)
    }
    return "".join(sorted(said)).encode()
