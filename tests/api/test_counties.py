"""A county as region: whoever names one is shown the pay of what it lies in, and told, whatever is asked."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

HELPER, ELECTRICIAN = "47-3013.00", "47-2111.00"
COUNTY = "Chelan County, WA"
SAID = "No pay is published of Chelan County, WA: that of Washington stands in."
ASKED = {"from": HELPER, "to": ELECTRICIAN, "region": COUNTY}


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("ladders", ASKED),
        ("ladders", {**ASKED, "region": "53007"}),
        ("ladders", {"sector": "power-generation", "region": COUNTY}),
        ("ladders", {"from": HELPER, "region": COUNTY}),
        ("ladders/routes", ASKED),
        ("ladders/routes", {"from": HELPER, "move": COUNTY}),
    ],
)
def test_a_ladder_and_its_ways_say_whose_pay_stands_in(client: TestClient, path: str, asked: dict[str, Any]) -> None:
    found = client.get(f"/api/v1/{path}", params=asked, headers={"accept": "application/json"}).json()
    other = {key: "Washington" if key in ("region", "move") else value for key, value in asked.items()}
    same = client.get(f"/api/v1/{path}", params=other, headers={"accept": "application/json"}).json()

    assert found["notes"] == [SAID, *same["notes"]]
    assert {key: value for key, value in found.items() if key not in ("notes", "iri")} == {
        key: value for key, value in same.items() if key not in ("notes", "iri")
    }


def test_a_plan_says_whose_pay_stands_in(client: TestClient) -> None:
    found = client.post("/api/v1/plans", json={**ASKED, "record": {"skills": ["Lockout/Tagout"]}}).json()

    assert found["notes"][0] == SAID
    assert "Washington" in found["ladder"]["description"]


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_people_read_says_so(client: TestClient, form: str) -> None:
    assert SAID in client.get("/api/v1/ladders", params={**ASKED, "format": form}).text


def test_a_county_of_a_state_without_pay_is_unknown(client: TestClient) -> None:
    answer = client.get("/api/v1/ladders", params={**ASKED, "region": "Cook County, IL"})

    assert answer.status_code == 404
    assert "no pay is known for the region 'Cook County, IL'" in answer.json()["detail"]
