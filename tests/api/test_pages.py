"""What people see and choose on the pages."""

import re

import numpy as np
import pytest
from fastapi.testclient import TestClient

from api.pages.places import places
from ontology.errors import NotFoundError
from pathways.wages import Region

HELPER, SUPERVISOR = "49-9098.00", "49-1011.00"


def region(code: str, label: str) -> Region:
    nothing = np.empty(0, dtype=np.float32)
    return Region(code, label, "May 2025", "oews", nothing.reshape(0, 3), nothing, np.empty(0, dtype=bool))


REGIONS = (
    region("0000000", "National"),
    region("0010420", "Akron, OH"),
    region("0100001", "Northwest Alabama nonmetropolitan area"),
    region("5300000", "Washington"),
    region("0200000", "Alaska"),
)


def test_states_come_before_metropolitan_areas_and_what_is_outside_them() -> None:
    offered = places(REGIONS, "")

    assert offered.default is REGIONS[0]
    assert [(group.heading, [each.label for each in group.regions]) for group in offered.groups] == [
        ("States and territories", ["Alaska", "Washington"]),
        ("Metropolitan areas", ["Akron, OH"]),
        ("Other areas", ["Northwest Alabama nonmetropolitan area"]),
    ]


@pytest.mark.parametrize(
    ("asked", "chosen"), [("5300000", "5300000"), ("washington", "5300000"), ("", ""), ("National", "")]
)
def test_a_region_is_chosen_by_code_or_name(asked: str, chosen: str) -> None:
    assert places(REGIONS, asked).chosen == chosen


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(NotFoundError, match="Atlantis"):
        places(REGIONS, "Atlantis")


def test_without_pay_there_is_nothing_to_choose() -> None:
    assert places((), "").default is None


@pytest.mark.parametrize("asked", ["5300000", "Washington", "washington"])
def test_the_region_stays_chosen_and_follows_to_the_next_ladder(client: TestClient, asked: str) -> None:
    page = client.get("/explore", params={"sector": "power-generation", "region": asked}).text

    assert re.findall(r'<option value="(\d+)" selected>', page) == ["5300000"]
    links = re.findall(r'<a href="(/explore\?from=[^"]*)"', page)
    assert links
    assert all(link.endswith(f"region={asked}") for link in links)


@pytest.mark.parametrize("asked", [SUPERVISOR, "First-Line Supervisors of Mechanics, Installers, and Repairers"])
def test_the_goal_is_shown_by_its_title(client: TestClient, asked: str) -> None:
    page = client.get("/explore", params={"from": HELPER, "to": asked}).text

    title = "First-Line Supervisors of Mechanics, Installers, and Repairers"
    assert f'name="to" maxlength="500" value="{title}"' in page
