from itertools import combinations

import pytest

from ontology.records import Iri
from pathways.plans.conditions import ALWAYS, Condition, all_of
from pathways.plans.prerequisites import prerequisite

A, B, C = (Iri(f"http://x/{name}") for name in "abc")


@pytest.mark.parametrize("required", [0, 1, 2, 3])
def test_n_of_m_is_met_by_n_and_more(required: int) -> None:
    condition = Condition(members=(A, B, C), required=required)
    subsets = [subset for size in range(4) for subset in combinations((A, B, C), size)]

    assert [condition.met(subset, {}) for subset in subsets] == [len(subset) >= required for subset in subsets]


@pytest.mark.parametrize(
    ("there", "both", "either", "nested"),
    [
        ((), False, False, False),
        ((A,), False, True, False),
        ((B,), False, True, False),
        ((C,), False, False, False),
        ((A, B), True, True, False),
        ((A, C), False, True, True),
        ((B, C), False, True, True),
        ((A, B, C), True, True, True),
    ],
)
def test_truth_table_of_and_or_and_both(there: tuple[Iri, ...], both: bool, either: bool, nested: bool) -> None:
    either_of = Condition(members=(A, B), required=1)
    c_and_either = Condition(members=(C,), conditions=(either_of,))

    assert all_of(A, B).met(there, {}) is both
    assert either_of.met(there, {}) is either
    assert c_and_either.met(there, {}) is nested


def test_credits_add_up_over_what_is_there() -> None:
    condition = Condition(members=(A, B, C), required=1, credits=8)

    assert not condition.met({A}, {A: 5, B: 3, C: 5})
    assert condition.met({A, B}, {A: 5, B: 3, C: 5})
    assert not condition.met({A, B}, {A: 5})


def test_nothing_is_asked_of_everybody() -> None:
    assert ALWAYS.met((), {})
    assert ALWAYS.impossible({}) == ""


def test_a_member_that_is_named_twice_counts_once() -> None:
    twice = Condition(members=(A, A, B), required=2)

    assert not twice.met({A}, {})
    assert twice.met({A, B}, {})
    assert Condition(members=(A, A), required=2).impossible({}) == "asks for 2 of 1"


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        (Condition(members=(A, B), required=3), "asks for 3 of 2"),
        (Condition(members=(A, B), credits=20), "asks for 20 credits of courses that have 10"),
        (Condition(members=(A,), conditions=(Condition(members=(B,), required=2),)), "asks for 2 of 1"),
        (Condition(members=(A,), conditions=(Condition(members=(B,), required=2),), required=1), ""),
    ],
)
def test_a_condition_that_nothing_meets_says_why(condition: Condition, why: str) -> None:
    assert condition.impossible({A: 5, B: 5}) == why


def test_prerequisites_are_read_as_colleges_write_them() -> None:
    codes = {"pgt101": "http://x/1", "math110": "http://x/2", "engl&101": "http://x/3"}

    said, outside = prerequisite(["PGT 101 | MATH 110 (may be taken at the same time)", "Placement test"], codes)
    assert (said.members, said.conditions, outside) == (("http://x/1", "http://x/2"), (), ("Placement test",))

    said, outside = prerequisite(["pgt101 or ENGL& 101; MATH 110"], codes)
    assert said.members == ("http://x/2",)
    assert [inner.members for inner in said.conditions] == [("http://x/1", "http://x/3")]
    assert outside == ()
