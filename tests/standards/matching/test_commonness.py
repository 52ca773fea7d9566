"""How common words are at work."""

import json
import re
from math import log

import pytest

from standards.matching.commonness import PATH, telling

LARGEST = 150_000
"""Bytes that the package may carry for it."""


def test_a_word_tells_by_how_few_texts_have_it() -> None:
    """Of 247,771 texts 2,874 have inspect and 133 harness: ln(247772 / 2875) = 4.4565, ln(247772 / 134) = 7.5224."""
    counted = json.loads(PATH.read_bytes())

    assert (counted["texts"], counted["words"]["inspect"], counted["words"]["harness"]) == (247771, 2874, 133)
    assert telling(["inspect", "harness"]).tolist() == pytest.approx([4.4565, 7.5224], abs=1e-4)


def test_a_word_that_hardly_any_text_has_tells_most() -> None:
    assert telling(["xyzzy"]).tolist() == pytest.approx([log(247772)])


def test_a_word_of_every_course_tells_half() -> None:
    count = json.loads(PATH.read_bytes())["words"]["principl"]

    assert telling(["principl"]).tolist() == pytest.approx([log(247772 / (1 + count)) / 2])


def test_of_no_words_nothing_is_told() -> None:
    assert telling([]).shape == (0,)


def test_the_file_is_small_and_names_what_it_was_counted_in() -> None:
    counted = json.loads(PATH.read_bytes())

    assert PATH.stat().st_size < LARGEST
    assert {"esco", "onet"} == {name.partition("/")[0] for name in counted["data"]}
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in counted["data"].values())
    assert all(0 < count <= counted["texts"] for count in counted["words"].values())
