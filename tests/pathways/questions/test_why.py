from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pathways.ladders.refusals import WORDS, refusals
from pathways.questions.field import Field
from pathways.questions.reasons import Why
from pathways.questions.why import why
from pathways.questions.writing import table, write_markdown
from pathways.snapshot import Snapshot
from pathways.steps.rules import Bar

HELPER, OPERATOR, NURSE, BAKER = "51-9198.00", "51-8010.00", "29-1141.00", "51-3011.00"


def barred(snapshot: Snapshot, bars: Bar, start: str, end: str) -> Snapshot:
    """Return a world in which some rules bar one step."""
    held = snapshot.steps.bars.copy()
    held[snapshot.find(start), snapshot.find(end)] = bars
    return replace(snapshot, steps=replace(snapshot.steps, bars=held))


def asked(snapshot: Snapshot, start: str, end: str) -> Why:
    return why(Field.of(snapshot), snapshot.find(start), snapshot.find(end))


def test_a_step_is_answered_with_what_speaks_for_it(plants: Snapshot) -> None:
    found = asked(plants, HELPER, OPERATOR)
    assert found.sound
    assert found.summary.startswith("Yes. Plant Operators are a step from Plant Helpers: ")
    assert not found.refusals
    assert {"relatedness", "to learn", "preparation"} <= {reason.what for reason in found.found}
    assert any(reason.what.startswith("view: ") and reason.source for reason in found.found)


def test_every_bar_has_words_of_its_own(plants: Snapshot) -> None:
    said = [words(plants, plants.find(OPERATOR), plants.find(NURSE)) for words in WORDS.values()]
    assert set(WORDS) == set(Bar)
    assert len(set(said)) == len(said)
    assert all(words and words[0].islower() and not words.endswith(".") for words in said)


def test_what_is_barred_is_no_step_and_each_rule_is_named(plants: Snapshot) -> None:
    found = asked(barred(plants, Bar.OTHER_CREW | Bar.UNLED, HELPER, OPERATOR), HELPER, OPERATOR)
    assert not found.sound
    assert [refusal.rule for refusal in found.refusals] == ["unled", "other-crew"]
    assert found.summary.startswith("No. Plant Operators are no step from Plant Helpers, because ")
    assert "; and because it leads a crew of another field" in found.summary


def test_steps_have_a_cost_where_no_rule_bars_them_and_nowhere_else(plants: Snapshot) -> None:
    np.testing.assert_array_equal(np.isfinite(plants.steps.cost), plants.steps.bars == 0)


@pytest.mark.parametrize(("start", "end"), [(BAKER, NURSE), (NURSE, HELPER)])
def test_what_is_no_step_says_why(plants: Snapshot, start: str, end: str) -> None:
    found = asked(plants, start, end)
    assert found.refusals == refusals(plants, plants.find(start), plants.find(end))
    assert found.refusals
    assert not found.sound


def test_the_same_occupation_twice_is_said(plants: Snapshot) -> None:
    assert "both ends" in asked(plants, HELPER, HELPER).summary


def test_where_a_way_goes_through_others_they_are_named(plants: Snapshot) -> None:
    found = asked(plants, HELPER, "11-3051.00")
    assert [rung.code for rung in (found.way[0], found.way[-1])] == [HELPER, "11-3051.00"]
    between = [rung.label.value for rung in found.way[1:-1]]
    assert between
    assert f"through {', then '.join(between)}" in found.summary


def test_the_table_names_what_each_figure_is_from(plants: Snapshot) -> None:
    header, *rows = table(asked(plants, HELPER, OPERATOR))
    assert header == ("what", "figure", "source")
    assert rows
    assert "| relatedness |" in write_markdown(asked(plants, HELPER, OPERATOR))
