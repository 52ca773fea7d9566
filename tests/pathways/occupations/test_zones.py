"""Job zones: those that occupations are in, and those that one leaves with them."""

from __future__ import annotations

import pytest

from ontology.records import Iri, Text
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.zones import zones_left, zones_of


def zoned(**zones: int) -> Occupations:
    """Return occupations in job zones, by their codes with underscores."""
    codes = {name.strip("_").replace("_", "-", 1).replace("_", "."): zone for name, zone in zones.items()}
    return Occupations.of(
        OccupationEntry(iri=Iri(f"http://x/{code}"), code=code, label=Text(value=code), zone=zone)
        for code, zone in codes.items()
    )


@pytest.mark.parametrize(
    ("base", "special", "left"),
    [(4, 3, 4), (3, 4, 4), (0, 3, 3), (4, 0, 0)],
    ids=["below its base", "above its base", "base unknown", "itself unknown"],
)
def test_with_a_special_form_one_leaves_at_least_the_zone_of_its_base(base: int, special: int, left: int) -> None:
    occupations = zoned(_29_1141_00=base, _29_1141_01=special)

    assert zones_of(occupations).tolist() == [base, special]
    assert zones_left(occupations).tolist() == [base, left]


def test_a_special_form_without_a_base_and_any_other_occupation_keep_their_zones() -> None:
    occupations = zoned(_17_2141_01=3, _29_1141_00=4, _29_1142_00=2)

    assert zones_left(occupations).tolist() == zones_of(occupations).tolist() == [3, 4, 2]
