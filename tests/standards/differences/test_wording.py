"""How far texts were changed: what is only tidied up is told from what says something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.differences.wording import Extent, Fate, extent, marked, pieces


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Weld pipes", "weld pipes", Extent.SIGNS),
        ("Weld pipes; test them", "Weld pipes. Test them.", Extent.SIGNS),
        ("him- or herself", "him-or herself", Extent.SIGNS),
        ("work up on", "work upon", Extent.SIGNS),
        ("organise labour", "organize labor", Extent.SPELLING),
        ("elecrical anomalies", "electrical anomalies", Extent.SPELLING),
        ("the centre of mass", "the center of mass", Extent.SPELLING),
        ("increase pressure", "decrease pressure", Extent.WORDS),
        ("moral conduct", "amoral conduct", Extent.WORDS),
        ("weld steel", "weed steel", Extent.WORDS),
        ("up to 10 kV", "up to 15 kV", Extent.WORDS),
        ("up to 10000 V", "up to 15000 V", Extent.WORDS),
        ("never work alone", "work alone", Extent.WORDS),
        ("", "work alone", Extent.WORDS),
    ],
)
def test_extent(before: str, after: str, expected: Extent) -> None:
    assert extent([before], [after]) is expected
    assert extent([after], [before]) is expected


def test_several_names_are_compared_whatever_their_order() -> None:
    assert extent(["Welder", "pipe fitter"], ["Pipe Fitter", "welder"]) is Extent.SIGNS
    assert extent(["welder"], ["welder", "fitter"]) is Extent.WORDS


def test_what_stayed_is_shortened_around_what_was_changed() -> None:
    before = "one two three four five six old seven eight nine ten eleven twelve"
    assert (
        marked(before, before.replace("old", "new")) == "… three four five six [-old-] {+new+} seven eight nine ten …"
    )
    assert marked("all gone", "now other") == "[-all gone-] {+now other+}"
    assert marked("a b", "a b c") == "a b {+c+}"


LONG = "weld " * 3000
"""Word by word this would take hours a thousand times as long: every word is like every other."""


@pytest.mark.parametrize(
    ("before", "after", "shown", "expected"),
    [
        (f"{LONG}pipes", f"{LONG}plates", "… weld weld weld weld [-pipes-] {+plates+}", Extent.WORDS),
        (f"pipes {LONG}", f"plates {LONG}", "[-pipes-] {+plates+} weld weld weld weld …", Extent.WORDS),
        (f"{LONG}{LONG}", f"{LONG}and {LONG}", "… weld weld weld weld {+and+} weld weld weld weld …", Extent.WORDS),
        (
            f"{LONG}elecrical",
            f"{LONG}electrical",
            "… weld weld weld weld [-elecrical-] {+electrical+}",
            Extent.SPELLING,
        ),
        (LONG, LONG, "…", Extent.SIGNS),
    ],
)
def test_long_texts_are_compared_from_both_ends(before: str, after: str, shown: str, expected: Extent) -> None:
    assert extent([before], [after]) is expected
    assert marked(before, after) == shown


def test_what_is_not_alike_in_a_long_text_is_one_change() -> None:
    before, after = (f"begin {one} {LONG}{one} end" for one in ("here", "there"))
    assert marked(before, after).startswith("begin [-here weld")
    assert extent([before], [after]) is Extent.WORDS


TEXTS = st.lists(st.sampled_from(["weld", "Weld,", "pipes", "(flat)", "and", "10", "kV;", "2-inch"]), max_size=8).map(
    " ".join
)


@given(before=TEXTS, after=TEXTS)
def test_pieces_make_both_texts(before: str, after: str) -> None:
    found = pieces(before, after)
    then = "".join(piece.text for piece in found if piece.fate is not Fate.CAME)
    now = "".join(piece.text for piece in found if piece.fate is not Fate.GONE)
    assert "".join(then.split()) == "".join(before.split())
    assert now.strip() == after


def test_a_comma_alone_is_a_piece_of_its_own() -> None:
    found = pieces("the voltage and the task", "the voltage, the label and the task")
    assert [(piece.fate, piece.text) for piece in found] == [
        (Fate.STAYED, "the voltage"),
        (Fate.CAME, ", the label"),
        (Fate.STAYED, " and the task"),
    ]
