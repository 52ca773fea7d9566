"""Lists in one line: what marks an item parts them, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.matching.items import items

VERBS = st.sampled_from(["Weld", "Read", "Apply", "Troubleshoot", "Clean", "Interrogate", "Test"])
RESTS = st.lists(
    st.sampled_from(
        ["pipes", "of 1.5 V", "e.g. gloves", "(safely; always)", "in Unit 2.", "24 h", "at 3.2.1", "and so"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
ITEMS = st.lists(st.tuples(VERBS, RESTS).map(" ".join), min_size=2, max_size=9)


def numbered(said: list[str], form: str) -> str:
    return " ".join(f"{form.format(at)} {item}" for at, item in enumerate(said, 1))


def lettered(said: list[str], form: str) -> str:
    return " ".join(f"{form.format(chr(ord('a') + at))} {item}" for at, item in enumerate(said))


@given(ITEMS, st.sampled_from(["{}.", "{})", "({})"]), st.sampled_from(["", "Students will be able to: ", "You will "]))
def test_a_numbered_list_in_one_line_comes_apart_as_it_was_joined(said: list[str], form: str, lead: str) -> None:
    assert items(lead + numbered(said, form)) == tuple(said)


@given(ITEMS, st.sampled_from(["{})", "({})"]))
def test_so_does_one_with_letters(said: list[str], form: str) -> None:
    assert items(lettered(said, form)) == tuple(said)


@given(ITEMS, st.sampled_from(["; ", " ; ", "; and ", " • ", "▪ "]))
def test_so_does_one_with_semicolons_or_bullets(said: list[str], mark: str) -> None:
    assert items(mark.join(said)) == tuple(said)


@given(ITEMS)
def test_an_item_is_no_list(said: list[str]) -> None:
    assert items(said[0]) == (said[0],)


@pytest.mark.parametrize(
    ("line", "parted"),
    [
        (
            "1. Store food at safe temperatures 2. Clean and sanitize kitchen equipment",
            ("Store food at safe temperatures", "Clean and sanitize kitchen equipment"),
        ),
        (
            "Assist people with dementia; Report changes to the nurse",
            ("Assist people with dementia", "Report changes to the nurse"),
        ),
        ("a) Weld pipes b) braze tubes", ("Weld pipes", "braze tubes")),
        ("Weld pipes; test equipment", ("Weld pipes; test equipment",)),
        ("Weld pipes; report defects.", ("Weld pipes", "report defects.")),
        ("Explain the causes of: 1) rust 2) wear", ("Explain the causes of rust", "Explain the causes of wear")),
        ("Discuss Freud; Jung and Adler on dreams", ("Discuss Freud; Jung and Adler on dreams",)),
        ("Read works by Homer; Virgil and Dante", ("Read works by Homer; Virgil and Dante",)),
        ("Use tools: DMM; PLC; HMI", ("Use tools: DMM; PLC; HMI",)),
        ("Speak French; Spanish", ("Speak French; Spanish",)),
        ("Use gear 1. and gear 2. of a lift", ("Use gear 1. and gear 2. of a lift",)),
        ("1. Read Table 2. Then apply it", ("Read Table 2. Then apply it",)),
        ("2. Weld pipes.", ("Weld pipes.",)),
        ("Measure 1.5 V and 2.5 V", ("Measure 1.5 V and 2.5 V",)),
        ("…", ("…",)),
    ],
)
def test_what_marks_an_item_and_what_does_not(line: str, parted: tuple[str, ...]) -> None:
    assert items(line) == parted
