"""Where a ladder breaks, and which ways lead around."""

from dataclasses import replace

import numpy as np

from pathways.questions.breaks import breaks, way_around
from pathways.questions.field import Field
from pathways.questions.records import Barrier
from pathways.snapshot import Snapshot
from tests.pathways.questions.conftest import HELPER, MANAGER, SENIOR


def test_the_ladder_of_the_example_breaks_at_the_licenses_of_electricians(power: Field) -> None:
    found = {one.rung.label.value: one for one in breaks(power).found if one.entry}

    electricians = found["Helpers--Electricians"]
    assert electricians.next
    assert electricians.next.label.value == "Electricians"
    assert electricians.barriers == (Barrier.LICENSE,)
    assert "electrician certificate" in electricians.asks
    assert electricians.bridges[-1] == "Plant Electrician Apprenticeship"
    assert electricians.way_around is None
    laborers = found["Construction Laborers"]
    assert laborers.way_around
    assert laborers.way_around.label.value == "Maintenance and Repair Workers, General"


def test_another_entry_rung_alone_is_no_way_around(power: Field) -> None:
    """Helpers in production rise to laborers without a barrier, where they could have begun as well."""
    found = {one.rung.label.value: one for one in breaks(power).found if one.entry}
    helpers = found["Helpers--Production Workers"]
    entries = {power.named(place).code for place in power.entries}

    assert helpers.way_around
    assert helpers.way_around.code not in entries
    assert {one.code for one in helpers.by_way_of} <= entries


def test_a_way_around_may_lead_through_other_entry_rungs(works: Field) -> None:
    first, second, third = works.members[:3]
    easy = replace(works.snapshot, gaps=np.zeros_like(works.snapshot.gaps))
    chained = replace(works, snapshot=easy, members=(first, second, third), region=None)
    steps, free = np.full((3, 3), np.inf), np.zeros((3, 3), dtype=bool)
    steps[0, 1] = steps[1, 2] = 1.0
    chained.__dict__.update(entries=(first, second), steps=steps, licensed=free, schooled=free)

    assert way_around(chained, first) == (first, second, third)
    assert way_around(chained, third) == ()


def test_a_zone_is_skipped_without_school_where_little_preparation_lies_between(works: Field) -> None:
    snapshot = works.snapshot
    first, second = works.members[:2]
    found = []
    for more in (20, 24):
        zones, training = snapshot.zones.copy(), np.zeros_like(snapshot.preparation.training)
        zones[[first, second]], training[second] = [1, 3], more
        level = np.zeros_like(training)
        ready = replace(snapshot.preparation, training=training, education=level, experience=level, degree=level)
        skipping = replace(works, members=(first, second), snapshot=replace(snapshot, preparation=ready))
        skipping.snapshot.__dict__["zones"] = zones
        found.append(bool(skipping.schooled[0, 1]))

    assert found == [False, True]


def test_rungs_that_no_step_leads_into_are_told_from_those_behind_a_barrier(works: Field) -> None:
    """Managers are behind a barrier here; no step leads into who is left alone."""
    alone = works.members.index(works.snapshot.find(SENIOR))
    steps = works.steps.copy()
    steps[:, alone] = np.inf
    apart = replace(works)
    apart.__dict__["steps"] = steps
    answer = breaks(apart)
    title = works.named(works.members[alone]).label

    assert title in [named.label for named in answer.beyond]
    (note,) = (note for note in answer.notes if note.startswith("Of those not reached"))
    led = [
        named
        for named in answer.beyond
        if np.isfinite(steps[:, works.members.index(works.snapshot.find(named.iri))]).any()
    ]
    assert str(title) in note
    assert not [named for named in led if str(named.label) in note]


def test_what_is_not_reached_meets_a_barrier_from_every_rung_that_is(power: Field) -> None:
    reached = power.reached()

    for named in breaks(power).beyond:
        column = power.members.index(power.snapshot.find(named.iri))
        for place in reached:
            if np.isfinite(power.steps[power.members.index(place), column]):
                assert power.barriers(place, power.members[column])


def test_small_rises_of_schooling_add_up_from_the_foot_of_the_ladder(power: Field) -> None:
    degree = power.snapshot.preparation.degree.copy()
    first, second, third = power.members[:3]
    degree[[*power.entries]] = 0
    degree[[first, second, third]] = [0, 12, 24]
    stepped = replace(
        power, snapshot=replace(power.snapshot, preparation=replace(power.snapshot.preparation, degree=degree))
    )
    at = stepped.members.index

    assert not stepped.schooled[at(first), at(second)]
    assert stepped.schooled[at(second), at(third)]


def test_lower_pay_counts_from_a_tenth_on(power: Field) -> None:
    assert power.region
    start, end = power.members[:2]
    yearly = power.region.yearly.copy()
    found = []
    for after in (45_500, 44_500):
        yearly[[start, end], 1] = [50_000, after]
        found.append(replace(power, region=replace(power.region, yearly=yearly)).barriers(start, end))

    assert [Barrier.PAY in barriers for barriers in found] == [False, True]


def test_a_missing_job_zone_is_a_missing_rung(plants: Snapshot) -> None:
    places = tuple(plants.find(code) for code in (HELPER, MANAGER))
    answer = breaks(replace(Field.of(plants), members=places))

    assert "No rung stands in job zone 3: a rung is missing." in answer.notes


def test_a_sector_without_an_entry_rung_says_so(plants: Snapshot) -> None:
    answer = breaks(replace(Field.of(plants), members=(plants.find(MANAGER),), label="managers"))

    assert answer.summary == "No rung of managers is a place to begin: its lowest already asks for preparation."
