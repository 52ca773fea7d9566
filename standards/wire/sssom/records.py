"""Mapping sets and their rows as records: each slot of SSSOM under its own property, as the standard has it in RDF.

Their fields are those that `SssomMapping` and `MappingSet` declare, and are called as the slots are.
"""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import Field, create_model

from ontology.namespaces import LW, OWL, SSSOM
from ontology.records import Iri, JsonText
from standards.sssom import Form, MappingSet, Slot, SssomMapping, slots
from standards.wire.fields import Key
from standards.wire.order import Ordered


class SlotRecord(Ordered):
    """What holds the values of slots."""

    order: Annotated[JsonText | None, LW.inOrder] = None


class Row(SlotRecord):
    """A row; its ``record_id`` is its address. One of a text has no address of its subject, and a label."""

    types = (OWL.Axiom,)


class Whole(SlotRecord):
    """A mapping set as a whole.

    Parameters
    ----------
    iri
        Its ``mapping_set_id``; that slot holds it only where it is no address.
    """

    types = (SSSOM.MappingSet,)

    curie_map: Annotated[JsonText | None, SSSOM.curie_map] = None
    mappings: Annotated[tuple[Iri, ...], SSSOM.mappings] = ()


def _field(slot: Slot) -> Any:  # noqa: ANN401 - a definition as pydantic takes it
    """Return how a record holds a slot: an address, a number in its range, or a text; several, where it may."""
    python: Any = {Form.REFERENCE: Iri, Form.NUMBER: float}.get(slot.form, str)
    limits = Field(ge=slot.range.least, le=slot.range.most) if slot.range else Field()
    if slot.many:
        return Annotated[tuple[python, ...], slot.property, Key(slot.name)], ()
    return Annotated[Annotated[python, limits] | None, slot.property, Key(slot.name)], None


def _fields(of: type, *without: str) -> dict[str, Any]:
    return {name: _field(slot) for name, slot in slots(of).items() if name not in without}


MappingRow: Final = create_model("MappingRow", __base__=Row, __module__=__name__, **_fields(SssomMapping, "record_id"))
StoredSet: Final = create_model("StoredSet", __base__=Whole, __module__=__name__, **_fields(MappingSet))
