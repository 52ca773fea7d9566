"""Acronyms are what they stand for."""

from collections.abc import Callable

import pytest

from standards.matching import Entry, Index
from standards.matching.acronyms import ACRONYMS, spelled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troubleshoot PLCs", "Troubleshoot programmable logic controllers"),
        ("Wear PPE.", "Wear personal protective equipment."),
        ("O&M of plants", "operation and maintenance of plants"),
        ("Build a cam and a plc", "Build a cam and a plc"),  # small letters make words
        ("PPEX and XPPE, P&ID-like", "PPEX and XPPE, piping and instrumentation diagram-like"),
        ("Join the IBEW", "Join the IBEW"),
    ],
)
def test_acronyms_are_spelled_out(text: str, expected: str) -> None:
    assert spelled(text) == expected


def test_an_acronym_stands_for_several_words() -> None:
    assert all(short.isupper() for short in ACRONYMS)
    assert {short for short, long in ACRONYMS.items() if " " not in long} <= {"ECG", "EKG"}


@pytest.mark.parametrize(
    ("label", "statement"),
    [("Personal Protective Equipment", "Use PPE"), ("PPE Use", "Use personal protective equipment")],
)
def test_an_acronym_and_its_words_find_each_other(entry: Callable[..., Entry], label: str, statement: str) -> None:
    index = Index.of([entry("asked", label), entry("other", "Use of Hand Tools")])
    ((best, *_),) = index.match([statement])

    assert (best.label, best.matched) == (label, label)
    assert {"personal", "protective", "equipment"} <= set(best.common)
    assert best.confidence > 0.9
