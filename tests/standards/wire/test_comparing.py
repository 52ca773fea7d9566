"""The measure of losses sees each kind of departure, wherever it is made."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.standards.wire.comparing import Fate, fates, moved, paired, table

Json = Any

FIRST, SECOND = {"id": "http://x/1", "text": "Weld"}, {"id": "http://x/2", "text": "Grind"}
SAID: Json = {
    "id": "http://x/f",
    "title": "Welding",
    "subject": ["steel", "heat", "pipe"],
    "items": [FIRST, SECOND],
    "parts": [{"name": "a"}, {"name": "b"}],
    "note": None,
}


def measured(after: Json, before: Json = SAID) -> dict[str, Counter[Fate]]:
    """Return what departs from what was said, by its place."""
    found = table(fates(before, after))
    for told in found.values():
        del told[Fate.KEPT]
    return {at: told for at, told in found.items() if told}


def changed(**more: Json) -> Json:
    return {**SAID, **more}


BROKEN: dict[str, tuple[Json, dict[str, dict[Fate, int]]]] = {
    "nothing": (SAID, {}),
    "a name more": (changed(code="W"), {"/code": {Fate.ADDED: 1}}),
    "an object more": (changed(of={"a": 1, "b": [2, 3]}), {"/of/a": {Fate.ADDED: 1}, "/of/b[]": {Fate.ADDED: 2}}),
    "a text more in a list": (changed(subject=["steel", "heat", "pipe", "x"]), {"/subject[]": {Fate.ADDED: 1}}),
    "a thing more": (
        changed(items=[FIRST, SECOND, {"id": "http://x/3", "text": "Cut"}]),
        {"/items[]/id": {Fate.ADDED: 1}, "/items[]/text": {Fate.ADDED: 1}},
    ),
    "a text where nothing was": (changed(note="x"), {"/note": {Fate.EMPTY: 1, Fate.ADDED: 1}}),
    "another text": (changed(title="Joining"), {"/title": {Fate.LOST: 1, Fate.ADDED: 1}}),
    "a text twice": (changed(subject=["steel", "heat", "heat", "pipe"]), {"/subject[]": {Fate.DOUBLED: 1}}),
    "a thing twice": (
        changed(items=[FIRST, SECOND, FIRST]),
        {"/items[]/id": {Fate.DOUBLED: 1}, "/items[]/text": {Fate.DOUBLED: 1}},
    ),
    "texts in another order": (changed(subject=["heat", "pipe", "steel"]), {"/subject[]": {Fate.REORDERED: 1}}),
    "things in another order": (changed(items=[SECOND, FIRST]), {"/items[]": {Fate.REORDERED: 1}}),
    "things without a name in another order": (
        changed(parts=[{"name": "b"}, {"name": "a"}]),
        {"/parts[]": {Fate.REORDERED: 1}},
    ),
    "a thing without a name changed": (
        changed(parts=[{"name": "a"}, {"name": "c"}]),
        {"/parts[]/name": {Fate.LOST: 1, Fate.ADDED: 1}},
    ),
    "a text gone": (changed(subject=["steel", "heat"]), {"/subject[]": {Fate.LOST: 1}}),
    "a list of one more where a text was": (
        changed(title=["Welding", "Joining"]),
        {"/title": {Fate.FORM: 1, Fate.ADDED: 1}},
    ),
    "an object where a text was": (
        changed(title={"en": "W"}),
        {"/title": {Fate.LOST: 1}, "/title/en": {Fate.ADDED: 1}},
    ),
    "a text where an object was": (
        changed(items=["http://x/1"]),
        {"/items[]/id": {Fate.LOST: 2}, "/items[]/text": {Fate.LOST: 2}, "/items[]": {Fate.ADDED: 1}},
    ),
    "a name in the extensions": (
        {**{n: v for n, v in SAID.items() if n != "title"}, "extensions": {"title": "Welding", "x": 1}},
        {"/title": {Fate.EXTENSION: 1}, "/extensions/x": {Fate.ADDED: 1}},
    ),
    "a name in the extensions, too": (changed(extensions={"title": "x"}), {"/extensions/title": {Fate.ADDED: 1}}),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_each_departure_is_seen(broken: str) -> None:
    after, departing = BROKEN[broken]
    assert measured(after) == departing


def test_what_was_there_twice_and_is_there_once_is_said_so() -> None:
    assert measured(["a", "b"], ["a", "b", "a"]) == {"[]": {Fate.ONCE: 1}}
    assert measured(["b"], ["a", "b", "a"]) == {"[]": {Fate.LOST: 2}}


@pytest.mark.parametrize("nothing", [None, [], {}])
def test_nothing_that_is_left_out_is_not_kept_and_nothing_that_is_written_is(nothing: Json) -> None:
    assert table(fates({"a": nothing}, {})) == {"/a": {Fate.EMPTY: 1}}
    assert table(fates({"a": nothing}, {"a": nothing})) == {"/a": {Fate.KEPT: 1}}
    assert table(fates([nothing, "b"], ["b"])) == {"[]": {Fate.EMPTY: 1, Fate.KEPT: 1}}


def test_nothing_as_an_empty_text_is_another_form_of_it() -> None:
    assert measured({"a": ""}, {"a": None}) == {"/a": {Fate.FORM: 1}}


def test_a_renamed_value_is_not_added() -> None:
    assert table(fates({"old": "2"}, {"new": 2}, {"old": "new"})) == {"/old": {Fate.FORM: 1}}


def test_members_of_a_list_are_paired_by_what_they_are_and_the_fewest_are_moved() -> None:
    assert paired(["a", "b", "a", {"x": 1}, "2"], ["b", "a", {"x": 2}, 2]) == [1, 0, None, 2, 3]
    assert [moved(places) for places in ([0, 1, 2], [1, 2, 0], [2, 1, 0])] == [0, 1, 2]
    assert measured([2], ["2"]) == {"[]": {Fate.FORM: 1}}
