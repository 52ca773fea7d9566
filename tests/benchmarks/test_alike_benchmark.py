"""The benchmark of lists that say one thing over and over: what they say, and what is said of that."""

from difflib import SequenceMatcher

from benchmarks.alike import FIRMS, PARTS, SENTENCE, SIZE, identical, lists, measurements, nearly
from benchmarks.harmonizing import STATEMENTS


def test_nearly_identical_statements_are_ten_thousand_and_the_same_each_time() -> None:
    one = nearly()
    assert len(one) == len(set(one)) == SIZE
    assert one == nearly()
    assert min(SequenceMatcher(None, SENTENCE, each).ratio() for each in one[:500]) > 0.7


def test_they_are_dealt_to_firms_each_statement_with_an_address_of_its_own() -> None:
    dealt = lists(identical())
    assert [len(one.sayings) for one in dealt] == [STATEMENTS] * FIRMS
    assert len({saying.statement for one in dealt for saying in one.sayings}) == SIZE


def test_time_and_memory_are_told_beside_the_reference() -> None:
    found = {"seconds": 28.0, "clock": 30.0, "memory": 470.0, "candidates": 3.0, "every_pair": 56.0}
    told = [measurement for name in PARTS for measurement in measurements(name, found)]
    assert [one.name for one in told] == [
        *("harmonizing-identical-10000", "harmonizing-identical-10000-memory"),
        *("harmonizing-nearly-identical-10000", "harmonizing-nearly-identical-10000-memory"),
    ]
    assert (told[0].ratio, told[0].goal, told[1].value) == (0.5, 60, 470)
