"""Acronyms are what they stand for."""

from collections.abc import Callable

import pytest

from standards.matching import UNMATCHED, Entry, Index
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
        ("Use IT tools; ask for information technology (IT)", "Use ICT tools; ask for ICT"),
        ("Information and communications technologies", "ICT"),
        ("Use it, its parts, and BIT", "Use it, its parts, and BIT"),
        ("USE IT OR LOSE IT", "USE IT OR LOSE IT"),  # among capitals, IT may be the word
        ("IT", "ICT"),
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


@pytest.mark.parametrize("statement", ["Use IT tools", "Use information technology tools", "Use tools of ICT"])
def test_information_technology_has_one_name(entry: Callable[..., Entry], statement: str) -> None:
    index = Index.of([entry("asked", "use IT tools"), entry("other", "use hand tools")])
    ((best, *_),) = index.match([statement])

    assert best.label == "use IT tools"
    assert best.common == ("ict", "tools")
    assert best.evidence.covered == 1
    assert best.confidence > 0.9


def test_tools_alone_are_not_those_of_information_technology(entry: Callable[..., Entry]) -> None:
    index = Index.of([entry("asked", "use IT tools"), entry("other", "use hand tools")])
    ((*found,),) = index.match(["Show how to use it and the tools of economists"])

    asked = next(suggestion for suggestion in found if suggestion.label == "use IT tools")
    assert asked.common == ("tools",)
    assert asked.evidence.covered < 0.6
    assert asked.confidence < UNMATCHED
