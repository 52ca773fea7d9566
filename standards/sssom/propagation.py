"""What a set says of all its mappings, said of each, and the other way around.

See *Propagation of mapping set slots* at https://mapping-commons.github.io/sssom/spec-model/.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import fields, replace
from typing import Any, Final

from standards.sssom.mapping import SssomMapping
from standards.sssom.mapping_set import MappingSet, holds
from standards.sssom.slots import Slot, slots

PROPAGATABLE: Final[dict[str, Slot]] = {name: slot for name, slot in slots(MappingSet).items() if slot.propagatable}
"""The slots of a set that speak of its mappings."""

_BLANK: Final = {one.name: one.default for one in fields(MappingSet)}


def common(whole: MappingSet, own: Container[str]) -> dict[str, Any]:
    """Return what a set says of each of its mappings, by slot.

    Parameters
    ----------
    own
        The slots that any mapping has a value of its own in: of these the set says nothing.
    """
    told = (name for name, slot in PROPAGATABLE.items() if name not in own and holds(whole, slot))
    return {name: getattr(whole, name) for name in told}


def propagated(found: MappingSet) -> MappingSet:
    """Return a set whose mappings say themselves what it says of all of them; one without mappings stays as it is.

    Example
    -------
    >>> row = SssomMapping(predicate_id="http://x/p", mapping_justification="http://x/j")
    >>> found = MappingSet(mapping_set_id="http://x/s", license="http://x/l", mapping_tool="hand", mappings=(row,))
    >>> propagated(found).mapping_tool, propagated(found).mappings[0].mapping_tool
    ('', 'hand')
    """
    if not found.mappings:
        return found
    own = {name for name, slot in PROPAGATABLE.items() if any(holds(one, slot) for one in found.mappings)}
    said = common(found, own)
    rows = tuple(replace(one, **said) for one in found.mappings) if said else found.mappings
    return replace(found, mappings=rows, **_blank(said))


def condensed(found: MappingSet) -> MappingSet:
    """Return a set that says itself what all of its mappings say alike, where it says nothing else there.

    A set that names an older version of the standard gets no slot that this version does not have in sets.

    Example
    -------
    >>> row = SssomMapping(predicate_id="http://x/p", mapping_justification="http://x/j", mapping_tool="hand")
    >>> found = MappingSet(mapping_set_id="http://x/s", license="http://x/l", mappings=(row,))
    >>> condensed(found).mapping_tool, condensed(found).mappings[0].mapping_tool
    ('hand', '')
    """
    alike = {name: value for name, slot in PROPAGATABLE.items() if (value := _alike(found, slot))}
    rows = tuple(replace(one, **_blank(alike)) for one in found.mappings) if alike else found.mappings
    return replace(found, mappings=rows, **alike)


def bare(mapping: SssomMapping) -> SssomMapping:
    """Return a mapping without its record and without all that a set could say for it.

    Example
    -------
    >>> row = SssomMapping(predicate_id="http://x/p", mapping_justification="http://x/j")
    >>> bare(replace(row, record_id="http://x/r", mapping_tool="hand")) == row
    True
    """
    return replace(mapping, record_id="", **_blank(PROPAGATABLE))


def _alike(found: MappingSet, slot: Slot) -> Any:  # noqa: ANN401 - whatever a slot holds
    """Return the one value that all mappings have in a slot and the set may take over; nothing where there is none."""
    values = {getattr(one, slot.name) for one in found.mappings}
    if len(values) != 1 or not slot.stands_in(found.sssom_version):
        return None
    (value,) = values
    return value if getattr(found, slot.name) in (_BLANK[slot.name], value) else None


def _blank(names: Container[str]) -> dict[str, Any]:
    return {name: _BLANK[name] for name in PROPAGATABLE if name in names}
