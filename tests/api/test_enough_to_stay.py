"""A year's pay that is enough to stay means the same on the command line, over HTTP, on the page and in a trace."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from fastapi.testclient import TestClient

Run = Callable[..., int]
SECTOR = {"sector": "power-generation", "enough": "30000"}


def test_the_command_and_the_service_mark_the_same_off_ramps(run: Run, client: TestClient, tmp_path: Path) -> None:
    drawn = tmp_path / "ladder.json"
    run("ladder", "--sector", "power-generation", "--enough", "30000", "-o", str(drawn))
    ladder, served = json.loads(drawn.read_text()), client.get("/api/v1/ladders", params=SECTOR).json()
    plain = client.get("/api/v1/ladders", params={"sector": "power-generation"}).json()

    assert ladder["enough"] == served["enough"] == 30_000
    assert [rung["off_ramp"] for rung in ladder["rungs"]] == [rung["off_ramp"] for rung in served["rungs"]]
    assert any("$30,000 a year counts as enough" in note for note in served["notes"])
    assert served["iri"] != plain["iri"]


def test_the_page_asks_for_it_and_keeps_it(client: TestClient) -> None:
    page = client.get("/explore", params=SECTOR).text

    assert 'name="enough"' in page
    assert 'value="30000"' in page
    assert "$30,000 a year counts as enough" in page


def test_a_way_to_a_goal_has_no_use_for_it_and_says_so(client: TestClient) -> None:
    asked = {"from": "49-9098.00", "to": "17-2071.00", "enough": "30000"}
    notes = client.get("/api/v1/ladders", params=asked).json()["notes"]

    assert "A way to a goal has no off-ramps: the wage that is enough to stay is not used." in notes


def test_what_is_no_yearly_pay_is_refused(client: TestClient) -> None:
    found = client.get("/api/v1/ladders", params={**SECTOR, "enough": "-1"})

    assert (found.status_code, found.json()["place"]) == (422, "query enough")


def test_a_trace_takes_the_ladder_as_it_was_drawn(client: TestClient) -> None:
    traced = client.get("/api/v1/ladders/trace", params=SECTOR).json()
    enough = next(figure for figure in traced["figures"] if figure["name"] == "enough to stay")
    few = client.get("/api/v1/ladders/trace", params={"sector": "power-generation", "rungs": "6"}).json()

    assert (enough["shown"], enough["inputs"][0]["given"]) == ("$30,000", True)
    assert len(few["occupations"]) == 6
