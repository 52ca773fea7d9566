"""Statements that say several things."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.matching import parts
from standards.matching.statements import LONGEST


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("Students will be able to: read prints; size conductors; ;", ("read prints", "size conductors")),
        ("weld, braze and solder", ("weld, braze and solder",)),
        ("install, test, and repair motors", ("install motors", "test motors", "repair motors")),
        ("Select and inspect gloves and helmets", ("Select gloves and helmets", "inspect gloves and helmets")),
        ("Test and repair motors, and record the loads", ("Test motors", "repair motors", "record the loads")),
        ("Takes and reads vibration data", ("Takes vibration data", "reads vibration data")),
        ("Walk the dam and read the weirs", ("Walk the dam", "read the weirs")),
        ("Size pumps and repair valves", ("Size pumps and repair valves",)),
        ("Nuts, bolts and washers", ("Nuts, bolts and washers",)),
        ("Installing, testing and repairing motors", ("Installing motors", "testing motors", "repairing motors")),
        ("Explain pumps and welding procedures", ("Explain pumps and welding procedures",)),
        ("Install/repair motors", ("Install motors", "repair motors")),
        ("Read and/or write code", ("Read code", "write code")),
        ("Lockout/tagout equipment", ("Lockout/tagout equipment",)),
        ("Use a micrometer, and to read schematics", ("Use a micrometer", "read schematics")),
        ("Use tools and to test pumps", ("Use tools", "test pumps")),
        ("", ()),
    ],
)
def test_compound_statements_come_apart(statement: str, found: tuple[str, ...]) -> None:
    assert parts(statement) == found


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            "Students follow lockout procedures. They align shafts. They weld pipes.",
            ("Students follow lockout procedures", "They align shafts", "They weld pipes"),
        ),
        (
            "Grow E. coli for the U.S. Army, e.g. NEC strains. Weld",
            ("Grow E. coli for the U.S. Army, e.g. NEC strains", "Weld"),
        ),
        ("Ask Dr. Smith (Jones Inc. Ltd.) Go on.", ("Ask Dr. Smith (Jones Inc. Ltd.) Go on",)),
        ("Weld 1.5 mm plate. then braze", ("Weld 1.5 mm plate. then braze",)),
    ],
)
def test_sentences_come_apart_and_abbreviations_end_none(statement: str, found: tuple[str, ...]) -> None:
    assert parts(statement) == found


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("read prints\nsize conductors", ("read prints", "size conductors")),
        ("Students will be able to:\n- read prints\n- size conductors", ("read prints", "size conductors")),
        ("Students will be able to: • read prints • size conductors", ("read prints", "size conductors")),
        ("gloves,\r\n* helmets,\r\n* boots", ("gloves", "helmets", "boots")),
        ("Explain the causes of:\n1) rust\n2) wear", ("Explain the causes of: rust", "wear")),
        ("Install, test and\nrepair motors", ("Install motors", "test motors", "repair motors")),
        ("Read drawings\nof the hydraulic press", ("Read drawings of the hydraulic press",)),
        ("Install\n\nMotors", ("Install", "Motors")),
        ("1. Install motors 2. Weld pipes", ("Install motors", "Weld pipes")),
        ("You will be able to: (1) install motors (2) weld pipes", ("install motors", "weld pipes")),
        ("Pass level 1. Weld to level 2. Braze", ("Pass level 1. Weld to level 2. Braze",)),
    ],
)
def test_lines_and_items_come_apart_and_wrapped_lines_go_on(statement: str, found: tuple[str, ...]) -> None:
    assert parts(statement) == found


WORDS = ["install", "Tests", "welding", "Explain", "motors", "drawings", "hydraulic", "lockout", "plan", "PLC", "e.g"]
JOINTS = [
    " ",
    ", ",
    " and ",
    ", and ",
    ", and to ",
    " or ",
    "/",
    "; ",
    ". ",
    "\n",
    "\n- ",
    ": ",
    " • ",
    ":\n1. ",
    " then ",
]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINTS)), max_size=14))
def test_no_word_that_means_something_is_lost(pairs: list[tuple[str, str]]) -> None:
    found = " ".join(parts("".join(word + joint for word, joint in pairs)))

    assert {word for word, _ in pairs} <= set(re.findall(r"e\.g|\w+", found))


@given(st.text(alphabet="aB1 .;:,/\n•-()", max_size=60))
def test_any_text_has_parts_that_say_something(text: str) -> None:
    assert all(re.search(r"\w", part) and "\n" not in part for part in parts(text))


def test_of_what_is_too_long_the_beginning_is_parted() -> None:
    assert parts("Weld pipes. " + "X" * LONGEST + ". Braze copper.") == (
        "Weld pipes",
        "X" * (LONGEST - len("Weld pipes. ")),
    )
