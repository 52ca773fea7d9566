"""Licenses as people write them, with the state that gave them, and firms that are called like a state."""

import pytest

from pathways.plans.held_licenses import license_in

ASSISTANT, PRACTICAL = "state nursing assistant certification", "practical nurse license (NCLEX-PN)"
REGISTERED = "registered nurse license (NCLEX-RN)"


@pytest.mark.parametrize(
    ("said", "license_"),
    [
        ("CNA", ASSISTANT),
        ("CNA, Washington, 2021", ASSISTANT),
        ("CNA (Texas)", ASSISTANT),
        ("WA State Nursing Assistant Certified", ASSISTANT),
        ("LPN, Oregon", PRACTICAL),
        ("LPN, OR, exp. 2027", PRACTICAL),
        ("New York State Licensed Practical Nurse", PRACTICAL),
        ("Washington RN license", REGISTERED),
        ("Registered Nurse, State of Ohio", REGISTERED),
        ("State of Washington Registered Nurse license", REGISTERED),
        ("RN, West Virginia", REGISTERED),
        ("CDL Class A, WA", "commercial driver's license (CDL)"),
    ],
)
def test_a_license_is_read_with_the_state_that_gave_it(said: str, license_: str) -> None:
    assert license_in(said) == license_


@pytest.mark.parametrize(
    "said",
    [
        "Washington",
        "State of Ohio",
        "Washington Electric, licensed contractor",
        "CNA Washington Inc",
        "Registered Nurse, Washington Hospital",
        "Registered Nurse, Oregon Health & Science University",
        "Ohio State University Registered Nurse program",
        "Texas Roadhouse Certified Trainer",
        "Electrician, Washington",
    ],
)
def test_a_firm_that_is_called_like_a_state_makes_no_license(said: str) -> None:
    assert license_in(said) == ""
