"""What a request or a command may give, and what is said of a slip."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from typer import BadParameter

from api.terminal.amounts import read_money

HELPER = "51-9198.00"


@pytest.mark.parametrize("path", ["/api/v1/ladders", "/api/v1/ladders.svg", "/explore", "/api/v1/occupations"])
def test_a_misspelled_parameter_is_refused_with_the_nearest(client: TestClient, path: str) -> None:
    wrong = {"limt": "5"} if path.endswith("occupations") else {"from": HELPER, "regoin": "Seattle"}
    answer = client.get(path, params=wrong)
    assert answer.status_code == 400
    right = "limit" if "limt" in wrong else "region"
    assert f"the nearest is {right}" in answer.text.replace("&#39;", "'")


def test_no_route_knows_what_none_is_like(client: TestClient) -> None:
    problem = client.get("/api/v1/ladders", params={"from": HELPER, "zzzz": "1"}).json()
    assert problem["remedy"] == "Leave zzzz out."
    assert "from" in problem["detail"]


def test_a_goal_alone_asks_for_a_start(client: TestClient) -> None:
    problem = client.get("/api/v1/ladders", params={"to": HELPER}).json()
    assert problem["status"] == 400
    assert problem["remedy"].startswith("Add from")
    assert "Sectors" not in problem["detail"]


def test_a_body_that_is_no_json_is_said_to_be_none(client: TestClient) -> None:
    sent = {"content-type": "application/json"}
    problem = client.post("/api/v1/plans", content=b"{'record': 1}", headers=sent).json()
    assert problem["status"] == 400
    assert "the body is not JSON" in problem["detail"]
    assert "double quotes" in problem["remedy"]


def test_a_body_that_is_not_sent_as_json_is_told_how(client: TestClient) -> None:
    problem = client.post("/api/v1/plans", content=b"{}", headers={"content-type": "text/plain"}).json()
    assert problem["status"] == 400
    assert "application/json" in problem["remedy"]


def test_money_is_read_as_people_write_it() -> None:
    assert read_money("$62,000") == 62000
    with pytest.raises(BadParameter, match="a lot"):
        read_money("a lot")
