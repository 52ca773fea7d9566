"""What took the place of what: found where it shows, and never forced."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from standards.differences.likeness import Content, words
from standards.differences.nearest import nearest
from standards.differences.pairing import Sides
from standards.differences.succession import Followed, SuccessionKind
from standards.differences.successions import Successions


def thing(text: str, code: str = "", narrower: str = "", kind: str = "skill") -> Content:
    return Content(
        kind,
        codes=frozenset({code} - {""}),
        names=frozenset({text}),
        named=words([text]),
        narrower=frozenset(narrower.split()),
    )


def told(found: Successions) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.kind.value, one.older, one.newer) for one in found.all]


def only(found: Successions) -> Followed:
    (one,) = found.all
    return one


def test_the_same_words_under_another_address_are_the_same() -> None:
    found = Successions(Sides({"a": thing("weld pipes")}, {"b": thing("weld pipes"), "c": thing("cut steel")}))

    assert told(found) == [("recoded", ("a",), ("b",))]
    assert only(found).similarity == 1
    assert only(found).evidence == ("worded alike",)


def test_one_word_of_four_is_too_much_without_more_evidence_and_enough_under_the_same_code() -> None:
    wooden, metal = "installing wooden structural components", "installing metal structural components"
    assert told(Successions(Sides({"a": thing(wooden)}, {"b": thing(metal)}))) == []

    # 2 x 3 words in common over 4 + 4 is 0.75; the same code halves what is missing: 0.875.
    same = only(Successions(Sides({"a": thing(wooden, "S7")}, {"b": thing(metal, "S7")})))
    assert (same.kind, same.similarity) == (SuccessionKind.RECODED, 0.875)


def test_a_code_that_is_given_to_something_else_is_no_succession() -> None:
    climbing, positioning = thing("climbing", "S6.2.4"), thing("positioning materials, tools", "S6.2.4")
    found = Successions(Sides({"a": climbing}, {"b": positioning}))

    assert told(found) == []
    assert nearest(found.placed, ["a"], ["b"]) == {}


def test_kinds_are_kept_apart() -> None:
    assert told(Successions(Sides({"a": thing("weld")}, {"b": thing("weld", kind="occupation")}))) == []


def test_the_parts_of_a_statement_are_a_split() -> None:
    older = {"a": thing("isolate electrical, hydraulic equipment and verify zero energy")}
    newer = {
        "b": thing("isolate electrical equipment and verify zero energy"),
        "c": thing("isolate hydraulic equipment and verify zero energy"),
    }
    found = Successions(Sides(older, newer))

    assert told(found) == [("split", ("a",), ("b", "c"))]
    assert found.all[0].similarity == 1


def test_parts_that_leave_half_of_it_out_are_no_split() -> None:
    older = {"a": thing("mount, wire, test, document, ship, sell pumps")}
    newer = {"b": thing("mount pumps"), "c": thing("ship pumps")}

    assert told(Successions(Sides(older, newer))) == []


def test_two_in_the_words_of_one_are_a_merger() -> None:
    older = {"a": thing("planting trees and crops"), "b": thing("pruning trees and crops")}
    found = Successions(Sides(older, {"c": thing("planting and pruning trees and crops")}))

    assert ("merged", ("a", "b"), ("c",)) in told(found)


def test_groups_are_followed_by_what_stands_under_them() -> None:
    older = {"a": thing("investigating", narrower="1 2 3 4 5")}
    newer = {"b": thing("research", narrower="1 2 3"), "c": thing("forensics", narrower="4 5")}
    found = only(Successions(Sides(older, newer)))

    assert (found.kind, found.newer) == (SuccessionKind.SPLIT, ("b", "c"))
    assert found.evidence == (
        "3 of 5 that stood under it stand there now",
        "2 of 5 that stood under it stand there now",
    )


def test_half_of_a_group_is_not_most_of_it() -> None:
    older = {"a": thing("climbing", narrower="1 2 3 4 5 6")}
    gained = {"k": Content("skill", narrower=frozenset("123789"), is_part=True)}

    assert told(Successions(Sides(older, {}, gained=gained))) == []


def test_a_group_that_is_emptied_into_a_larger_one_is_not_split() -> None:
    older = {"a": thing("wooden parts", "W", "1 2"), "m": thing("metal parts", "M", "3 4")}
    newer = {"w": thing("wooden parts", "W"), "x": thing("parts of wood, of metal", narrower="1 2 3 4 5 6 7 8")}
    found = Successions(Sides(older, newer))

    assert "split" not in {one.kind.value for one in found.all}
    assert ("merged", ("a", "m"), ("x",)) in told(found)


def test_some_that_leave_a_group_that_goes_on_do_not_merge_it() -> None:
    older, newer = {"a": thing("accompanying", narrower="1 2 3")}, {"b": thing("welcoming", narrower="1 2 3 8 9")}
    left = {"k": Content("skill", narrower=frozenset("89"), is_part=True)}

    assert [one for one in Successions(Sides(older, newer, lost=left)).all if "k" in one.older] == []


def test_a_name_that_goes_over_to_a_thing_of_both_is_a_merger() -> None:
    gained = {"k": Content("skill", names=frozenset({"radiotherapist"}), is_part=True)}
    found = Successions(Sides({"a": thing("radiotherapist")}, {}, gained=gained))

    assert told(found) == [("merged", ("a", "k"), ("k",))]


def test_a_hierarchy_is_followed_upward_level_by_level() -> None:
    """The groups in the middle have other addresses as well; what stands under the top ones is known by its heirs."""
    older = {
        "S1": thing("working with others", "S1", "S1.0"),
        "S1.0": thing("working with others", "S1.0", "x y"),
    }
    newer = {
        "u1": thing("working with others", "S1", "u10"),
        "u10": thing("working with others", "S1.0", "x y"),
    }
    found = Successions(Sides(older, newer))

    assert found.heirs == {"S1": "u1", "S1.0": "u10"}
    assert {one.similarity for one in found.all} == {1}


def test_what_a_release_says_goes_before_what_is_worked_out() -> None:
    sides = Sides({"a": thing("weld pipes")}, {"b": thing("weld pipes"), "c": thing("join metal")})
    found = Successions(sides, frozenset({("a", "c")}))

    assert told(found) == [("replaced", ("a",), ("c",))]
    assert only(found).asserted


def test_what_is_near_is_named_and_is_no_successor() -> None:
    found = Successions(Sides({"a": thing("weld steel pipes")}, {"b": thing("weld copper pipes")}))

    assert found.all == ()
    near = nearest(found.placed, ["a"], ["b"])["a"]
    assert (near.newer, near.likeness) == ("b", 0.6667)


class Walked(frozenset[tuple[str, str]]):
    """Pairs that count how often they are gone through."""

    times = 0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        Walked.times += 1
        return super().__iter__()


@pytest.mark.parametrize("number", [4, 40])
def test_what_is_said_is_gone_through_as_often_however_much_it_is(number: int) -> None:
    pairs = Walked((f"a{n}", f"b{n}") for n in range(number))
    sides = Sides(*({f"{end}{n}": thing(f"{end} {n}") for n in range(number)} for end in "ab"))
    Walked.times = 0

    assert len(Successions(sides, pairs).heirs) == number
    assert Walked.times <= 6
