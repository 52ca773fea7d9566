"""What bridges a step, what it takes and pays, and that no licensed occupation is reached without its license."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.store import KnowledgeBase
from pathways.bridges.crossing import closed, earnings
from pathways.cache import read_snapshot, write_snapshot
from pathways.computing import compute_snapshot
from pathways.diagrams import to_svg
from pathways.formats import to_csv, to_html, to_markdown, to_turtle
from pathways.ladders.building import between, onward, sector
from pathways.ladders.transitions import transition
from pathways.occupations.catalog import Occupations
from pathways.occupations.licenses import UNSEEN, licenses
from pathways.occupations.wages import find_region
from pathways.records.bridge import Bridge, BridgeKind
from pathways.records.ladder import Direction, Ladder, Step
from pathways.snapshot import Snapshot
from standards.imports import import_release

HELPER, ELECTRICIAN, MECHANIC, RELAYS = "47-3013.00", "47-2111.00", "49-9041.00", "49-2095.00"


@pytest.fixture(scope="module")
def panel(project: Path) -> Snapshot:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        return compute_snapshot(base)


@pytest.fixture(scope="module")
def ladder(panel: Snapshot) -> Ladder:
    return sector(panel, "power-generation")


def step(snapshot: Snapshot, start: str, end: str, region: str = "Washington") -> Step:
    return transition(snapshot, snapshot.find(start), snapshot.find(end), find_region(snapshot.regions, region))


def apprenticeship(of: Step) -> Bridge:
    (found,) = [bridge for bridge in of.bridges if bridge.kind is BridgeKind.APPRENTICESHIP]
    return found


# --- What an apprenticeship takes, pays and closes ----------------------------------


def test_an_apprentice_earns_shares_of_the_journey_median(panel: Snapshot) -> None:
    found = apprenticeship(step(panel, HELPER, ELECTRICIAN))

    assert found.wages
    # Electricians earn $95,220 in the middle in Washington: half of it in the first period, nine tenths in the last.
    assert (found.wages.percents[0], found.wages.percents[-1], len(found.wages.percents)) == (50, 90, 8)
    assert (found.wages.low, found.wages.high) == (47_610, 85_698)
    assert (found.wages.region, found.wages.period) == ("Washington", "May 2025")
    assert (found.job_hours, found.instruction_hours, found.months) == (8000, 720, 48)


def test_without_pay_of_a_region_the_percents_stay(panel: Snapshot) -> None:
    found = apprenticeship(transition(panel, panel.find(HELPER), panel.find(ELECTRICIAN)))

    assert found.wages
    assert (found.wages.percents[0], found.wages.low, found.wages.high) == (50, None, None)


def test_what_it_closes_is_the_share_of_the_gap_in_what_it_trains(panel: Snapshot) -> None:
    start, end = panel.find(HELPER), panel.find(ELECTRICIAN)
    rating = panel.requirements_of(start, end)
    assert rating
    (offer,) = [one for one in panel.offers.apprenticeships if end in one.into]
    parts = {
        name: max(float(rating.importance[end, at]) - 1, 0)
        * max(float(rating.level[end, at] - rating.level[start, at]), 0)
        for at, name in enumerate(rating.competencies)
    }

    by_hand = sum(part for name, part in parts.items() if name in offer.teaches) / sum(parts.values())
    assert apprenticeship(step(panel, HELPER, ELECTRICIAN)).closes == pytest.approx(by_hand, abs=0.001)
    assert 0.5 < by_hand < 1


def test_a_long_step_into_an_apprenticed_rung_is_a_bridge_and_not_called_long(panel: Snapshot) -> None:
    """Helpers become mechanics through four years that are paid; nothing bridges the way to a supervisor."""
    found = step(panel, "47-2061.00", MECHANIC)

    assert found.gap
    assert found.gap > 0.5
    assert (found.direction, found.long) == (Direction.BRIDGE, False)
    assert str(apprenticeship(found).label) == "Powerhouse Mechanic Apprenticeship"


def test_who_is_through_an_apprenticeship_needs_no_second_one_of_it(panel: Snapshot) -> None:
    assert all(bridge.kind is not BridgeKind.APPRENTICESHIP for bridge in step(panel, MECHANIC, "49-1011.00").bridges)


def test_a_credential_that_the_apprenticeship_ends_with_is_not_named_beside_it(panel: Snapshot) -> None:
    labels = [str(bridge.label) for bridge in step(panel, HELPER, ELECTRICIAN).bridges]

    assert "Washington Certificate of Completion of Apprenticeship" not in labels
    assert labels[0].startswith("Washington (01) General Journey Level Electrician")


@given(st.lists(st.floats(1, 100), min_size=1, max_size=9), st.floats(1, 1e6))
def test_pay_is_between_nothing_and_the_journey_wage(percents: list[float], median: float) -> None:
    low, high = earnings(sorted(percents), median)

    assert low is not None
    assert high is not None
    assert 0 <= low <= high <= median + 0.01


@given(st.lists(st.floats(0, 50), min_size=1, max_size=6), st.data())
def test_more_that_is_taught_closes_no_less(missing: list[float], data: st.DataObject) -> None:
    names = [str(at) for at in range(len(missing))]
    some = set(data.draw(st.lists(st.sampled_from(names), min_size=1)))
    part, whole = (closed(np.array(missing), names, covered) for covered in (some, set(names)))

    if sum(missing) > 0:
        assert part is not None
        assert whole is not None
        assert 0 <= part <= whole
        assert whole == pytest.approx(1, abs=0.001)
    else:
        assert part is whole is None


# --- Licensure ------------------------------------------------------------------------


def names_the_license(of: Step) -> bool:
    """Return whether what a step needs by law is among its bridges, and is marked as required."""
    license_ = of.preparation.license.casefold()
    return any(bridge.required and str(bridge.label).casefold() in license_ for bridge in of.bridges)


def test_no_licensed_occupation_is_reached_without_its_license_named(panel: Snapshot) -> None:
    """Of all pairs of the panel's occupations, drawn or not."""
    places = range(len(panel.occupations))
    pairs = [(a, b) for a in places for b in places if a != b and panel.license(b) not in ("", panel.license(a))]
    unnamed = [pair for pair in pairs if not names_the_license(transition(panel, *pair))]

    assert len(pairs) > 50
    assert unnamed == []


def test_nor_in_the_national_releases(onet: Snapshot) -> None:
    """Of all steps that a ladder may draw into one of some hundred licensed occupations, from any other."""
    ends = [place for place in range(len(onet.occupations)) if onet.license(place)]
    pairs = [
        (int(start), end)
        for end in ends
        for start in np.flatnonzero(np.isfinite(onet.steps.cost[:, end]))
        if onet.license(int(start)) != onet.license(end)
    ]
    steps = [transition(onet, *pair) for pair in pairs[:: max(1, len(pairs) // 300)]]

    assert len(ends) > 90
    assert len(steps) >= 100
    assert [(step.start, step.end) for step in steps if not names_the_license(step)] == []
    assert {step.direction for step in steps} == {Direction.BRIDGE}


# --- What people see --------------------------------------------------------------------


def test_every_form_says_that_one_earns_while_one_learns(ladder: Ladder) -> None:
    words = "Earn while you learn"
    drawn = to_svg(ladder)

    assert to_markdown(ladder).count(words) == 5
    assert drawn.count(f">{words}: 8,000 hours") == 2
    assert words in to_html(ladder)
    assert "Plant Electrician Apprenticeship" in to_csv(ladder)
    turtle = to_turtle(ladder).decode()
    assert turtle.count(" a lw:Apprenticeship ;") == 5
    assert re.search(r"lw:bridgedBy [^;]*apprenticeship/plant-electrician>", turtle)


def test_the_words_name_hours_instruction_steps_and_entry(ladder: Ladder) -> None:
    told = to_markdown(ladder)

    assert "4 years: 8,000 hours at work and 720 hours of related instruction." in told
    assert "Pay rises in 8 steps from 50% to 90% of the journey wage, $47,610 to $85,698 a year" in told
    assert "To enter: Age 18 or older; high school diploma or equivalent with one year of algebra" in told
    assert "Training at paid work of Larkspur Plateau Wind (fictional), not a registered apprenticeship." in told


def test_a_ladder_up_and_a_ladder_between_have_bridges_too(panel: Snapshot) -> None:
    for drawn in (onward(panel, panel.find(HELPER)), between(panel, panel.find(HELPER), panel.find(ELECTRICIAN))):
        into = [step for step in drawn.steps if step.end.endswith(ELECTRICIAN)]
        assert into
        assert all(apprenticeship(step) for step in into)


def test_offers_are_read_again_where_a_snapshot_was_kept(panel: Snapshot, tmp_path: Path) -> None:
    write_snapshot(panel, tmp_path)

    assert read_snapshot(tmp_path).offers == panel.offers


# --- Pay while learning -------------------------------------------------------------


def test_an_apprenticeship_that_begins_below_what_one_earns_says_so(panel: Snapshot, ladder: Ladder) -> None:
    found = step(panel, ELECTRICIAN, RELAYS)
    wages = apprenticeship(found).wages

    # Electricians earn $95,220; the apprenticeship to relay work begins at less, though its end pays more.
    assert wages
    assert wages.low
    assert (found.wage_change or 0) > 0
    assert found.learning_pay
    assert found.learning_pay.amount == pytest.approx(95_220 - wages.low, abs=1)
    lost = f"at first ${found.learning_pay.amount:,.0f} a year less than on the rung before"
    assert f"**Pay while learning**: {lost}" in to_markdown(ladder)
    assert "lower pay at first" in to_svg(ladder)


# --- Who licenses -------------------------------------------------------------------


def test_every_license_of_the_list_says_who_licenses_and_whether_that_was_looked_at() -> None:
    for code, found in licenses().items():
        assert found.source, code
        assert re.match(rf"{UNSEEN}$|\d{{4}}-\d\d-\d\d", found.seen), code


def test_a_license_by_its_name_has_a_source(panel: Snapshot) -> None:
    found = replace(panel, credentials=())
    (license_,) = [one for one in step(found, HELPER, ELECTRICIAN).bridges if one.kind is BridgeKind.LICENSE]
    place = panel.find(ELECTRICIAN)

    assert panel.occupations[place].license  # the partnership's word
    assert license_.source == "power-generation@draft"
    entries = list(panel.occupations)
    entries[place] = entries[place].model_copy(update={"license": ""})
    silent = replace(found, occupations=Occupations(tuple(entries)))
    (general,) = [one for one in step(silent, HELPER, ELECTRICIAN).bridges if one.kind is BridgeKind.LICENSE]

    assert general.source.startswith("State and local electrical boards")
    told = to_markdown(between(silent, silent.find(HELPER), place))
    assert "who licenses: State and local electrical boards" in told
