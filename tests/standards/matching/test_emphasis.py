"""Words of every course count half."""

import pytest

from standards.matching.emphasis import COURSE_STEMS, LESS, emphasis
from standards.matching.lexicon import Lexicon
from standards.matching.terms import stem


@pytest.mark.parametrize("word", ["principles", "fundamentals", "introduction", "techniques", "theory"])
def test_words_of_every_course_count_half(word: str) -> None:
    assert emphasis(stem(word)) == LESS == 0.5


@pytest.mark.parametrize("word", ["weld", "turbine", "founding", "foundations", "import", "turnover"])
def test_words_of_a_field_count_whole(word: str) -> None:
    assert emphasis(stem(word)) == 1


def test_all_are_single_stems() -> None:
    assert all(own == stem(own) and own.isalpha() for own in COURSE_STEMS)


def test_a_label_is_about_what_its_course_words_are_of() -> None:
    """Both labels have principles, 1 + ln(3 / 3) = 1, of which half counts; one welding, 1 + ln(3 / 2) = 1.40547."""
    lexicon, _, _ = Lexicon.of(["Welding principles", "Payroll principles"], ["", ""])
    weight = dict(zip(lexicon.labels.vocabulary, lexicon.labels.weights.tolist(), strict=True))

    assert weight == pytest.approx({"payroll": 1.40547, "principl": 0.5, "weld": 1.40547}, abs=1e-5)
