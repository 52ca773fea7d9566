"""The order of version names."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.versions import newest, version_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["29.3", "29.9", "29.10", "30.0"],
        ["1.1.0", "1.1.1", "1.2", "1.10"],
        ["1.0", "1.0.1"],
        ["2018", "2019"],
        ["2024-05", "2024-11", "2025-01"],
        ["1.0", "2.0-draft"],
        ["v1.9", "v1.10"],
        ["draft", "2025-01", "2026-01", "May 2026"],
        ["2.0-draft", "2.0-rc1", "2.0", "2.0.1-draft"],
    ],
)
def test_numbers_count_as_numbers(ordered: list[str]) -> None:
    for shuffled in itertools.permutations(ordered):
        assert sorted(shuffled, key=version_key) == ordered
        assert newest(shuffled) == ordered[-1]


@given(st.lists(st.text(max_size=6), min_size=1, max_size=5))
def test_any_names_can_be_ordered(names: list[str]) -> None:
    assert newest(names) in names


def test_a_superscript_is_no_number() -> None:
    assert newest(["x²", "x1"]) == "x²"
