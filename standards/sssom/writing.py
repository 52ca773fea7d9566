"""Mapping sets written as SSSOM/TSV, in the canonical form of the standard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from standards.curies import Curies
from standards.sssom.judging import is_day
from standards.sssom.mapping import SssomMapping
from standards.sssom.mapping_set import MappingSet, holds
from standards.sssom.metadata import Value, write_metadata
from standards.sssom.propagation import condensed
from standards.sssom.slots import Form, Slot, slots
from standards.sssom.values import joined

_QUOTED: Final = re.compile(r'[\t\n\r"]|^#')
"""What stands in quotation marks: the standard asks for it, and a row must not begin as a comment does."""


_REFERENCES: Final[dict[type, list[Slot]]] = {
    of: [slot for slot in slots(of).values() if slot.form is Form.REFERENCE] for of in (MappingSet, SssomMapping)
}

NEEDED: Final = ["subject_id", "predicate_id", "object_id", "mapping_justification"]
"""The columns of a file without mappings."""


def write_sssom(mappings: MappingSet, *, condense: bool = True) -> str:
    """Return a mapping set as SSSOM/TSV: the same text for the same set, whatever the order of its mappings.

    Numbers have three places at most, as the standard asks. A row that says the same as another comes once.

    Parameters
    ----------
    condense
        Whether what all rows say alike is said once, of the set, as the canonical form has it.
    """
    mappings = condensed(mappings) if condense else mappings
    curies = Curies.of(_addresses(mappings), mappings.curie_map)
    used = [slot for slot in slots(SssomMapping).values() if any(holds(one, slot) for one in mappings.mappings)]
    rows = sorted([_cell(slot, getattr(one, slot.name), curies) for slot in used] for one in mappings.mappings)
    table = [[slot.name for slot in used] or NEEDED, *rows]
    block = write_metadata(dict(_metadata(mappings, curies)))
    return "".join(f"#{line}\n" for line in block.splitlines()) + "".join(f"{_line(cells)}\n" for cells in table)


def _addresses(mappings: MappingSet) -> Iterator[str]:
    for told in (mappings, *mappings.mappings):
        for slot in _REFERENCES[type(told)]:
            if value := getattr(told, slot.name):
                yield from value if slot.many else (value,)


def _cell(slot: Slot, value: Any, curies: Curies) -> str:  # noqa: ANN401 - whatever a slot holds
    if isinstance(value, float | int):
        return shortest(value)
    short = _shortened(slot, value, curies)
    return short if isinstance(short, str) else joined(short)


def _shortened(slot: Slot, value: Any, curies: Curies) -> Any:  # noqa: ANN401 - texts or a text, as it comes
    """Return addresses as CURIEs, one or several; all else as it is."""
    if slot.form is not Form.REFERENCE or not value:
        return value or ""
    return [curies.shorten(one) for one in value] if slot.many else curies.shorten(value)


def shortest(number: float) -> str:
    """Return a number with three places at most, the last one rounded to the nearest, up between two.

    Example
    -------
    >>> shortest(0.91239), shortest(0.0625), shortest(1.0), shortest(0)
    ('0.912', '0.063', '1', '0')
    """
    rounded = Decimal(repr(float(number))).quantize(Decimal("0.001"), ROUND_HALF_UP)
    return f"{rounded:f}".rstrip("0").rstrip(".")


def _line(cells: Sequence[str]) -> str:
    return "\t".join('"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell for cell in cells)


def _metadata(mappings: MappingSet, curies: Curies) -> Iterator[tuple[str, Value]]:
    """Yield the slots of a set that hold something, with its prefixes, in the order of the standard."""
    if mappings.version:
        yield "sssom_version", mappings.version
    if curies.declared:
        yield "curie_map", curies.declared
    for name, slot in slots(MappingSet).items():
        if name != "sssom_version" and holds(mappings, slot):
            yield name, _yaml(slot, getattr(mappings, name), curies)


def _yaml(slot: Slot, value: Any, curies: Curies) -> Value:  # noqa: ANN401 - whatever a slot holds
    if slot.form is Form.NUMBER:
        return float(shortest(value))
    if slot.form is Form.DAY and is_day(value):
        return date.fromisoformat(value)
    short = _shortened(slot, value, curies)
    return str(short) if isinstance(short, str) else [str(one) for one in short]
