"""SSSOM (https://w3id.org/sssom): mapping sets, their slots, and their form in TSV, in both directions."""

from standards.sssom.mapping import LITERAL, NO_TERM_FOUND, NOT, SssomMapping
from standards.sssom.mapping_set import MappingSet, holds
from standards.sssom.propagation import PROPAGATABLE, bare, condensed, propagated
from standards.sssom.reading import JudgedSet, judged_sssom, read_sssom
from standards.sssom.slots import Form, Slot, slots
from standards.sssom.values import joined, parted
from standards.sssom.writing import write_sssom

__all__ = [
    "LITERAL",
    "NOT",
    "NO_TERM_FOUND",
    "PROPAGATABLE",
    "Form",
    "JudgedSet",
    "MappingSet",
    "Slot",
    "SssomMapping",
    "bare",
    "condensed",
    "holds",
    "joined",
    "judged_sssom",
    "parted",
    "propagated",
    "read_sssom",
    "slots",
    "write_sssom",
]
