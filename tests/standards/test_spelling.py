"""Words that someone may have meant."""

import pytest

from standards.matching.spelling import Spelling


def likeliest(word: str, *known: str) -> str:
    return Spelling(dict.fromkeys(known, 1)).guesses(word)[0].word


@pytest.mark.parametrize(
    ("typed", "known"),
    [("bussines", "business"), ("glss", "glass"), ("analisys", "analysis"), ("camspus", "campus")],
)
def test_an_s_that_makes_no_plural_stays(typed: str, known: str) -> None:
    assert likeliest(typed, known) == known


def test_a_plural_is_known_without_its_s() -> None:
    assert likeliest("electrican", "electricians") == "electrician"


def test_of_equals_the_word_that_stands_in_a_name_is_the_likelier() -> None:
    assert likeliest("wedlers", "welders") == "welders"
    assert likeliest("rooferz", "roofers") == "roofers"
