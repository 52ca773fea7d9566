"""What confidences are worth where a standard covers little of what is said."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Competency, Iri, Text
from standards.harmonizing import Standing
from standards.harmonizing.covered_share import USUAL, with_share
from tests.standards.harmonizing.made import IDENTIFIERS, a_list

SAID = (
    "Locks out and tags equipment before work",
    "Terminates DC and AC wiring",
    "Finds and repairs ground faults",
    "Torques module clamps and lugs",
    "Commissions string inverters",
    "Plans and schedules crews",
    "Reads one-line diagrams",
    "Bends conduit and pulls wire",
    "Sells systems to home owners",
    "Writes up the day in the field log",
    "Drives and backs trailers",
    "Digs trenches for cable",
)


def test_a_worked_example() -> None:
    # What is surely so or not stays, whatever the share.
    assert with_share(np.array([1.0, 1.0, 0.0, 0.0])) == pytest.approx([1, 1, 0, 0], abs=1e-4)
    (half,) = with_share(np.array([1.0] * 50 + [0.0] * 50 + [0.5]))[-1:]
    # (50 + half + 10 x 0.6) / (101 + 10) of them are covered, and the odds of the half are those of
    # that share over those of 0.6
    share = (56 + half) / 111
    assert half == pytest.approx(1 / (1 + (USUAL / (1 - USUAL)) / (share / (1 - share))), abs=1e-3)


def test_where_most_are_covered_confidence_stays_as_it_is() -> None:
    own = np.array([0.95] * 80 + [0.45] * 20)
    assert with_share(own) == pytest.approx(own)


def test_where_hardly_any_is_covered_little_is_sure() -> None:
    assert with_share(np.array([0.0] * 190 + [0.5] * 10)).max() < 0.1


@given(st.lists(st.floats(0, 1), max_size=60))
def test_no_confidence_rises_and_their_order_stays(own: list[float]) -> None:
    found = with_share(np.array(own))
    assert ((found >= 0) & (found <= np.array(own))).all()
    assert (np.diff(found[np.argsort(own, kind="stable")]) >= -1e-9).all()


def test_a_small_draft_takes_what_it_says_and_leaves_the_rest() -> None:
    draft = ("Lock out and tag equipment", "Lay out and mount racking on the roof or ground")
    own = [Competency(iri=Iri(f"http://x.org/{at}"), label=Text(value=words)) for at, words in enumerate(draft)]
    sayings = a_list("mesa", SAID).sayings
    covered = Standing(IDENTIFIERS, "solar", own).covering(sayings)
    assert {saying.words for saying in covered} == {SAID[0]}
