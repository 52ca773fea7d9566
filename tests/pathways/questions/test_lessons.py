from dataclasses import replace

import numpy as np
import pytest

from ontology.errors import NotFoundError
from ontology.records import CompetencyKind, Iri
from pathways.questions.field import Field
from pathways.questions.lessons import find_competency, learning_cost, rated_competencies, relief, taught
from pathways.snapshot import Snapshot
from pathways.steps.costs import steps

# In the small world an operator has the levels (3, 2, 1, 0, 0), a senior one (4, 3, 3, 1, 0), all of importance 4
# (1 where the level is 0): (4 - 1) * (1 + 1 + 2 + 1) = 15 is missing of (4 - 1) * 11 = 33.
OPERATOR, SENIOR = "51-8010.00", "51-8020.00"
METERS = "http://localhost:8000/id/onet/2.2"


@pytest.fixture
def ends(plants: Snapshot) -> list[int]:
    return [plants.find(OPERATOR), plants.find(SENIOR)]


def test_teaching_what_the_upper_rung_asks_takes_its_whole_share_of_the_gap(plants: Snapshot, ends: list[int]) -> None:
    assert plants.gaps[ends[0], ends[1]] == pytest.approx(15 / 33)
    assert relief(plants, ends, {METERS})[0, 1] == pytest.approx(3 * 2 / 33)


def test_teaching_up_to_a_level_takes_what_lies_below_it(plants: Snapshot, ends: list[int]) -> None:
    falls = [float(relief(plants, ends, {METERS}, level)[0, 1]) for level in (0, 1, 2, 7)]

    assert falls == pytest.approx([0, 0, 3 * 1 / 33, 3 * 2 / 33])


def test_teaching_everything_leaves_no_gap(plants: Snapshot, ends: list[int]) -> None:
    everything = {iri for iri, _, _ in rated_competencies(plants, ends)}
    after = taught(plants, ends, relief(plants, ends, everything))

    assert after.gaps[ends[0], ends[1]] == pytest.approx(0, abs=1e-6)
    assert plants.gaps[ends[0], ends[1]] == pytest.approx(15 / 33)


def test_costs_fall_as_the_engine_would_count_them_with_the_smaller_gaps(power: Field) -> None:
    snapshot = power.snapshot
    everyone = range(len(snapshot.occupations))
    skill = find_competency(snapshot, everyone, "Electrical Fundamentals")
    after = taught(snapshot, everyone, relief(snapshot, everyone, {skill.iri}))
    related = snapshot.relatedness

    counted = (
        steps(snapshot.occupations, snapshot.preparation, related, related, gaps).cost
        for gaps in (snapshot.gaps, after.gaps)
    )
    before, anew = counted
    both = np.isfinite(before) & np.isfinite(anew) & np.isfinite(snapshot.steps.cost)
    fell = snapshot.steps.cost[both] - after.steps.cost[both]

    assert fell == pytest.approx(before[both] - anew[both], abs=1e-4)
    assert fell.max() > 0.01


def test_the_cost_of_learning_rises_faster_above_what_a_step_can_hold() -> None:
    gaps = np.array([0.0, 0.45, 0.55, np.nan], dtype=np.float32)

    # 0.8 * 0.45; 0.8 * 0.55 + 2 * (0.55 - 0.45); 0.8 * 0.3, which an unknown gap counts as
    assert learning_cost(gaps, np.zeros(4, dtype=np.float32)).tolist() == pytest.approx([0, 0.36, 0.64, 0.24], abs=1e-6)


def test_a_competency_is_found_by_label_code_and_address(power: Field) -> None:
    found = [
        find_competency(power.snapshot, power.members, name)
        for name in ("electrical fundamentals", "PG-ELE-01", "http://localhost:8000/id/power-generation/PG-ELE-01")
    ]

    assert {one.label.value for one in found} == {"Electrical Fundamentals"}
    with pytest.raises(NotFoundError, match=r"'Elektrical Fundamental'; the nearest of \d+: 'Electrical Fundamentals'"):
        find_competency(power.snapshot, power.members, "Elektrical Fundamental")
    with pytest.raises(NotFoundError, match=r"'zzzz'; none of the \d+ is like it"):
        find_competency(power.snapshot, power.members, "zzzz")


def test_a_name_that_several_share_says_what_each_is(power: Field) -> None:
    """O*NET has Mathematics as a skill and as knowledge."""
    rating = power.snapshot.requirements[0]
    labels = ("Mathematics", "Mathematics", *rating.labels[2:])
    kinds = (Iri(CompetencyKind.SKILL), Iri(CompetencyKind.KNOWLEDGE), *rating.kinds[2:])
    everywhere = np.maximum(rating.importance, 2).astype(np.float32)
    shared = replace(rating, labels=labels, kinds=kinds, importance=everywhere)
    snapshot = replace(power.snapshot, requirements=(shared,))
    codes = [iri.rsplit("/", 1)[-1] for iri in rating.competencies[:2]]

    with pytest.raises(NotFoundError, match=rf"{codes[0]} \(the skill\), {codes[1]} \(the knowledge\)"):
        find_competency(snapshot, power.members, "mathematics")
