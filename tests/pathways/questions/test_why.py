from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ontology.store import KnowledgeBase
from pathways.bridges.words import described
from pathways.computing import compute_snapshot
from pathways.ladders import wording
from pathways.ladders.refusals import WORDS, refusals
from pathways.ladders.transitions import transition
from pathways.questions.field import Field
from pathways.questions.reasons import Why
from pathways.questions.why import why
from pathways.questions.writing import table, write_answer, write_markdown
from pathways.records.bridge import BridgeKind
from pathways.records.step import Follows
from pathways.snapshot import Snapshot
from pathways.steps.following import LEAST
from pathways.steps.rules import Bar
from standards.imports import import_release

HELPER, OPERATOR, NURSE, BAKER = "51-9198.00", "51-8010.00", "29-1141.00", "51-3011.00"


@pytest.fixture(scope="module")
def example(project: Path) -> Snapshot:
    """The snapshot of the example, which has apprenticeships."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        return compute_snapshot(base)


def barred(snapshot: Snapshot, bars: Bar, start: str, end: str) -> Snapshot:
    """Return a world in which some rules bar one step."""
    held = snapshot.steps.bars.copy()
    held[snapshot.find(start), snapshot.find(end)] = bars
    return replace(snapshot, steps=replace(snapshot.steps, bars=held))


def asked(snapshot: Snapshot, start: str, end: str) -> Why:
    return why(Field.of(snapshot), snapshot.find(start), snapshot.find(end))


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        (HELPER, OPERATOR, "Yes. Plant Operators are a step from Plant Helpers"),
        (BAKER, NURSE, "No. Plant Nurses are no step from Bakers"),
        (NURSE, HELPER, "No. Plant Helpers are no step from Plant Nurses"),
    ],
)
def test_what_is_a_step_and_what_is_none_is_said_with_its_reasons(
    plants: Snapshot, start: str, end: str, answer: str
) -> None:
    found = asked(plants, start, end)
    assert found.summary.startswith(f"{answer}, because ")
    assert found.refusals == refusals(plants, plants.find(start), plants.find(end))
    assert found.sound is not bool(found.refusals)
    assert found.sound is answer.startswith("Yes")


def test_a_step_is_answered_with_what_speaks_for_it(plants: Snapshot) -> None:
    found = asked(plants, HELPER, OPERATOR)
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


def test_the_same_occupation_twice_is_said_and_nothing_else(plants: Snapshot) -> None:
    found = asked(plants, HELPER, HELPER)
    sentence = "Plant Helpers are both ends: there is no step to ask about."

    assert write_markdown(found) == f"# Why from Plant Helpers to Plant Helpers?\n\n{sentence}\n"
    assert found.step is None
    assert write_answer(found, "csv").decode("utf-8-sig") == f"{sentence}\r\n"


def test_no_view_ranks_a_step_behind_more_than_it_knows(plants: Snapshot) -> None:
    known = {opinion.name: int(opinion.known.sum()) for opinion in plants.opinions}
    codes = [one.code for one in plants.occupations if one.code]
    for end in codes[1:]:
        for reason in asked(plants, codes[0], end).found:
            if reason.what.startswith("view: "):
                rank, others = re.findall(r"number (\d+) of (\d+)", reason.figure)[0]
                assert int(rank) <= int(others) == known[reason.what.removeprefix("view: ")] - 1


def test_a_step_that_rests_on_a_rule_says_so(plants: Snapshot) -> None:
    start, end = plants.find(HELPER), plants.find(OPERATOR)
    rules = np.full_like(plants.steps.follows, [*LEAST].index(Follows.TRADE) + 1)
    found = asked(replace(plants, steps=replace(plants.steps, follows=rules)), HELPER, OPERATOR)

    assert ", because those who help at this trade go on to learn it: " in found.summary
    near = f"{plants.steps.relatedness[start, end]:.3f} of 1, because those who help at this trade go on to learn it"
    assert [reason.figure for reason in found.found if reason.what == "taken as"] == [near]


def test_months_and_bridges_are_told_as_the_ladder_tells_them(example: Snapshot) -> None:
    field, bridged = Field.of(example), set()
    for end in {place for one in example.offers.apprenticeships for place in one.into}:
        step = transition(example, example.find("49-9098.00"), end, field.region)
        found = {reason.what: reason.figure for reason in why(field, example.find("49-9098.00"), end).found}
        needs = ", ".join(str(one.label) for one in step.credentials) or step.preparation.license
        told = [one for one in step.bridges if one.kind is not BridgeKind.LICENSE]
        bridged |= {one.kind for one in told}
        assert found.get("takes", "") == wording.takes(step)
        assert found.get("pay while learning", "") == wording.at_first(step)
        assert all(found[f"bridge: {one.label}"] == described(one, needs) for one in told)
    assert BridgeKind.APPRENTICESHIP in bridged


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
