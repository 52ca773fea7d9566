"""Mapping sets as files have them and as records, in both directions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from ontology.namespaces import SEMAPV
from ontology.records import Iri
from standards.sssom import (
    LITERAL,
    NO_TERM_FOUND,
    PROPAGATABLE,
    Form,
    MappingSet,
    Slot,
    SssomMapping,
    bare,
    holds,
    slots,
)
from standards.wire.order import ordered, restored
from standards.wire.reading import json_text
from standards.wire.sssom.records import MappingRow, Row, SlotRecord, StoredSet, Whole

CURATED: Final = str(SEMAPV.ManualMappingCuration)


def stored_set(found: MappingSet, iri: Iri) -> Iterator[SlotRecord]:
    """Yield a mapping set as records: each row once, and the whole.

    Parameters
    ----------
    iri
        Its address; another than its ``mapping_set_id`` where that is none.
    """
    minted = _minted(found.mappings, iri)
    rows = {row.iri: row for row in map(_row, found.mappings, minted)}
    yield from ordered(rows.values())
    told = _told(found)
    if found.mapping_set_id == iri:
        del told["mapping_set_id"]
    prefixes = {"curie_map": json_text(dict(found.curie_map))} if found.curie_map else {}
    yield from ordered([StoredSet.model_validate({"iri": iri, "mappings": tuple(rows), **prefixes, **told})])


def _row(mapping: SssomMapping, minted: str) -> Row:
    told = _told(mapping)
    named = told.pop("record_id", None)
    return MappingRow.model_validate({"iri": named or minted, **told})


def _minted(mappings: Iterable[SssomMapping], of: Iri) -> Iterator[str]:
    """Yield for each row of a set the address that it has where it names no record.

    It ends in the beginning of a digest of what the row says in the slots that no set says for its rows: another day
    or tool, of one row or of all, makes no new rows. Rows that are alike in these are told apart by those of the others
    in which they differ.
    """
    rows = [(bare(one), one) for one in mappings]
    alike: dict[SssomMapping, list[SssomMapping]] = {}
    for stem, one in rows:
        alike.setdefault(stem, []).append(one)
    apart = {stem: _differing(same) for stem, same in alike.items()}
    for stem, one in rows:
        yield f"{of}#{_digest(one, apart[stem])}"


def _differing(rows: Sequence[SssomMapping]) -> set[str]:
    """Return the slots that a set could say for its rows and in which these are not all alike."""
    return {name for name in PROPAGATABLE if any(getattr(one, name) != getattr(rows[0], name) for one in rows[1:])}


def _digest(mapping: SssomMapping, apart: Container[str]) -> str:
    """Return the beginning of a digest of what a row says, as canonical JSON.

    Parameters
    ----------
    apart
        The slots that count though a set could say them.
    """
    counts = slots(SssomMapping).keys() - PROPAGATABLE.keys() - {"record_id"}
    told = {name: value for name, value in _told(mapping).items() if name in counts or name in apart}
    canonical = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:KEY]


KEY: Final = 16
"""Characters of the digest."""


def _told(of: MappingSet | SssomMapping) -> dict[str, Any]:
    return {name: getattr(of, name) for name, slot in slots(type(of)).items() if holds(of, slot)}


def file_set(of: Whole, rows: Iterable[Row]) -> MappingSet:
    """Return records as the mapping set of a file."""
    (whole,) = restored([of])
    told = _said(whole, slots(MappingSet))
    told["mapping_set_id"] = told["mapping_set_id"] or of.iri
    prefixes = json.loads(of.curie_map) if of.curie_map else {}
    found = MappingSet(curie_map=prefixes, mappings=tuple(map(_mapping, restored(rows))), **told)
    return replace(found, mappings=tuple(map(_unnamed, found.mappings, _minted(found.mappings, of.iri))))


def _mapping(row: Row) -> SssomMapping:
    told = _said(row, {name: slot for name, slot in slots(SssomMapping).items() if name != "record_id"})
    return SssomMapping(record_id=row.iri, **told)


def _unnamed(mapping: SssomMapping, minted: str) -> SssomMapping:
    """Return a mapping without the name that it was given here."""
    return replace(mapping, record_id="") if mapping.record_id == minted else mapping


def _said(record: SlotRecord, of: Mapping[str, Slot]) -> dict[str, Any]:
    """Return what a record says in slots: texts, numbers, or several texts."""
    return {name: _value(slot, getattr(record, name)) for name, slot in of.items()}


def _value(slot: Slot, value: Any) -> Any:  # noqa: ANN401 - whatever a slot holds
    if slot.many:
        return tuple(map(str, value))
    return value if slot.form is Form.NUMBER else str(value or "")


def asserted(found: MappingSet) -> bytes:
    """Return as N-Triples what people say is so by hand, and no row denies; not what is of nothing, nor of texts."""
    denied = {_triple(row) for row in found.mappings if row.predicate_modifier}
    said = {_triple(row) for row in _said_by_hand(found)} - denied
    return "".join(sorted(f"<{subject}> <{predicate}> <{other}> .\n" for subject, predicate, other in said)).encode()


def _triple(row: SssomMapping) -> tuple[str, str, str]:
    return row.subject_id, row.predicate_id, row.object_id


def _said_by_hand(found: MappingSet) -> Iterator[SssomMapping]:
    for row in found.mappings:
        ends = (row.subject_id, row.object_id)
        kinds = (row.subject_type, row.object_type)
        if row.mapping_justification == CURATED and all(ends) and NO_TERM_FOUND not in ends and LITERAL not in kinds:
            yield row
