"""Forms of codes: said in words, with a code that has them."""

import re

import pytest

from standards.code_forms import code_form


@pytest.mark.parametrize("pattern", [r"\d{2}\.\d{4}", r"\d{2}-\d{4}\.\d{2}", r"\d{2}-\d{4}", r"\d{1,7}", r"\d"])
def test_the_made_up_code_has_the_form(pattern: str) -> None:
    sample = code_form(pattern).rsplit(" ", 1)[1]

    assert re.fullmatch(pattern, sample)


def test_a_form_is_said_in_words() -> None:
    said = code_form(r"\d{2}-\d{4}\.\d{2}", "29-1141.00")

    assert said == "two digits, a hyphen, four digits, a dot, two digits, such as 29-1141.00"


@pytest.mark.parametrize("pattern", ["", r"\d+", r"\d?", r"[A-Z]{2}", r"\d{2}|\d{4}"])
def test_what_is_no_row_of_digits_and_marks_needs_an_example(pattern: str) -> None:
    assert code_form(pattern) == ""
    assert code_form(pattern, "X") == "such as X"
