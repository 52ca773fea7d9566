"""Related words: read whole, in both directions, learned from the files that are named."""

import json
import re

from standards.matching.kinship import CHANCE
from standards.matching.related import PATH, related

LARGEST = 300_000
"""Bytes that the package may carry for it."""


def test_kinship_goes_both_ways_within_bounds() -> None:
    words = related()

    assert all(words[other][one] == near for one, own in words.items() for other, near in own.items())
    assert all(0.5 - CHANCE - 0.01 <= near <= 1 - CHANCE for own in words.values() for near in own.values())
    assert not [word for word, own in words.items() if word in own]


def test_the_file_is_small_and_names_what_it_was_learned_from() -> None:
    learned = json.loads(PATH.read_bytes())

    assert PATH.stat().st_size < LARGEST
    assert {"esco", "onet"} == {name.partition("/")[0] for name in learned["data"]}
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in learned["data"].values())


def test_tools_and_drawings_are_known_by_their_company() -> None:
    words = related()

    assert {"voltag", "oscilloscop"} <= words["multimet"].keys()
    assert {"draw", "diagram", "schematic"} <= words["blueprint"].keys()
