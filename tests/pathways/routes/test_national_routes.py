"""Routes of the real O*NET, without pay, as a career adviser would read them."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import numpy as np
import pytest

from pathways.routes import Comparison, compare
from pathways.routes.choice import unbeaten
from pathways.routes.clock import clock_of
from pathways.routes.dominance import front
from pathways.routes.figures import ways_of
from pathways.routes.ways import ways_between
from pathways.snapshot import Snapshot


def between(onet: Snapshot, start: str, goal: str) -> Comparison:
    return compare(onet, onet.find(start), onet.find(goal))


def test_a_practical_nurse_studies_no_less_for_a_registered_nurse(onet: Snapshot) -> None:
    """The school of a practical nurse counts toward that of a registered nurse, that of an aide for neither."""
    ways = between(onet, "31-1131.00", "29-1141.00").routes
    schools = {len(way.legs): way.totals.school_months.value for way in ways if way.totals.school_months}
    assert schools[2] == schools[1] == 48


def test_school_for_another_license_is_had_anew(onet: Snapshot) -> None:
    way = np.array([[onet.find("29-2061.00"), onet.find("29-1292.00")]])
    assert clock_of(onet, way).school.tolist() == [[24]]


def test_what_the_license_asks_is_named_on_every_way(onet: Snapshot) -> None:
    found = between(onet, "31-1131.00", "29-1141.00")
    assert found.routes
    for way in found.routes:
        assert "NCLEX-RN" in way.legs[-1].step.preparation.license


@pytest.mark.parametrize("seed", range(20))
def test_ways_between_any_two_are_sound_and_unbeaten(onet: Snapshot, seed: int) -> None:
    start, goal = Random(seed).sample(range(len(onet.occupations)), 2)
    pay = onet.regional(None)
    for route in compare(onet, start, goal).routes:
        way = [onet.occupations.by_iri[iri] for iri in route.rungs]
        assert way[0] == start
        assert len(set(way)) == len(way)
        assert np.isfinite([onet.steps.cost[a, b] for a, b in pairwise(way)]).all()
    found = [
        way
        for paths, cost in ways_between(onet, start, goal, None)
        for way in ways_of(onet, paths, cost, pay, open_end=False)
    ]
    kept = unbeaten(found)
    assert len(front(np.array([way.figures for way in kept]).reshape(len(kept), 6))) == len(kept)
