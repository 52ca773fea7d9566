from __future__ import annotations

import pytest

from pathways.ladders.notes import what_stands_between
from pathways.ladders.sound import FAR
from pathways.snapshot import Snapshot


def test_from_the_nearest_rung_the_ladder_that_leads_on_is_named(plants: Snapshot) -> None:
    said = what_stands_between(plants, plants.find("Plant Helpers"), plants.find("Plant Managers"))
    assert said.startswith(
        "The nearest rung that can be reached is Plant Helpers. From there a ladder of its own leads on"
    )
    assert " to Plant Managers through " in said


def test_where_none_leads_on_the_rule_that_bars_the_step_is_named(
    plants: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pathways.ladders.sound.FARTHER", FAR)  # else they lead there by way of the plants
    said = what_stands_between(plants, plants.find("Bakers"), plants.find("Plant Nurses"))
    assert "Plant Nurses are no step from there, because " in said
