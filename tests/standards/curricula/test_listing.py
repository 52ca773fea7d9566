"""Listings: what states an outcome and what only leads one in, on lines as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.curricula.listing import Listing, listing, unordered

VERBS = st.sampled_from(["Weld", "Read", "Apply", "Clean", "Interrogate"])
ITEMS = st.lists(st.tuples(VERBS, st.sampled_from(["pipes", "of 1.5 V", "a (b; c)"])).map(" ".join), min_size=2)
MARKS = st.sampled_from(["", "- ", "* ", "*\t", "• ", '" ', '"\t', "-- "])


@given(ITEMS, MARKS, st.sampled_from(["", "Students will be able to:\n", "LEARNING OUTCOMES\n\n", "You will:\n \n"]))
def test_a_line_is_an_outcome_whatever_marks_it(said: list[str], mark: str, lead: str) -> None:
    assert listing(lead + "\n".join(mark + item for item in said)).statements == tuple(said)


@given(ITEMS, st.sampled_from(["{}. ", "{}) ", "({}) ", "{}.\t", "{}."]))
def test_so_is_a_line_with_a_number(said: list[str], form: str) -> None:
    assert listing("\n".join(form.format(at) + item for at, item in enumerate(said, 1))).statements == tuple(said)


@given(st.text(alphabet='ab1.):;-•"\n ', max_size=60))
def test_nothing_of_any_text_is_lost_but_marks_and_punctuation(text: str) -> None:
    found = listing(text)
    kept = "".join((*found.statements, *found.left_out))

    for word in ("ab", "bab", "aab"):
        assert (word in text) <= (word in kept)


@pytest.mark.parametrize(
    ("text", "statements", "left_out"),
    [
        (
            "Explain the causes of:\n- rust\n- fatigue\nDescribe:\n- a pump",
            ("Explain the causes of rust", "Explain the causes of fatigue", "Describe: a pump"),
            ("Explain the causes of:", "Describe:"),
        ),
        ("Students will be able to:", ("Students will be able to:",), ()),
        (
            "Upon completion, students should be able to\nweld",
            ("weld",),
            ("Upon completion, students should be able to",),
        ),
        ("1. Name the risks\n\nwith security gaps\n2. Act", ("Name the risks with security gaps", "Act"), ()),
        ("weld pipes\nread prints", ("weld pipes", "read prints"), ()),
        ("None", (), ("None",)),
        (".\nWeld", ("Weld",), (".",)),
        ("", (), ()),
        (
            "This seminar has the following aims. Students will lead. Topics include\n- pay\n- rest",
            ("Lead.", "pay", "rest"),
            ("This seminar has the following aims. Topics include",),
        ),
        ("SLO 1: weld pipes; SLO 2: read prints; SLO 3 - cut", ("weld pipes", "read prints", "cut"), ()),
        ("CLO#1. Weld CLO#2. Read prints", ("Weld", "Read prints"), ()),
        ("SLO 1: Students will weld\nSLO 2: They will read prints", ("Weld", "Read prints"), ()),
        ("Students will be able to: SLO 1: Weld; SLO 2: Braze", ("Weld", "Braze"), ()),
        ("Meet SLO 2: weld pipes", ("Meet SLO 2: weld pipes",), ()),
        ("They will weld, braze and cut pipe.", ("Weld, braze and cut pipe.",), ()),
        ("At the end of the course the successful student can braze", ("Braze",), ()),
        ("Students will be present", ("Students will be present",), ()),
        (
            "You will be able to:- Diagnose faults;\n- Mend them; and",
            ("Diagnose faults", "Mend them"),
            (),
        ),
    ],
)
def test_what_leads_in_and_what_is_led_in(text: str, statements: tuple[str, ...], left_out: tuple[str, ...]) -> None:
    assert listing(text) == Listing(statements, left_out)


@given(ITEMS.flatmap(st.permutations), st.booleans())
def test_a_list_without_its_order_gets_it_back_from_its_numbers(said: list[str], with_lead: bool) -> None:
    numbered = [f"{at}. {item}" for at, item in enumerate(said, 1)]
    entries = [*numbered[::-1], "Students will:"] if with_lead else numbered[::-1]

    assert unordered(entries).statements == tuple(said)


def test_of_several_lead_ins_without_order_none_leads_anything() -> None:
    assert unordered(["Explain:", "rust", "Describe:", "wear and tear"]) == Listing(
        ("rust", "wear and tear"), ("Explain:", "Describe:")
    )


@pytest.mark.parametrize(
    "piece", ["1) ", "a ", "; and weld it", "- ", "Students will. ", "x: ", '" ', "((", "\t \t", "1."]
)
def test_half_a_megabyte_is_read(piece: str) -> None:  # which would not end in quadratic time
    for text in (piece * (500_000 // len(piece)), (piece * (9_000 // len(piece)) + "\n") * 55):
        assert sum(len(statement) for statement in listing(text).statements) <= len(text)
