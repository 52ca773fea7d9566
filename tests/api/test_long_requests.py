"""A problem repeats only the beginning of what was sent, and says of a skill what a skill may be."""

import pytest
from fastapi.testclient import TestClient

LONG = "a" * 50_000


@pytest.mark.parametrize(
    "path", ["/api/v1/ladders?sector=", "/api/v1/occupations?limit=", "/api/v1/ladders?format=x&from="]
)
def test_a_long_value_is_cut(client: TestClient, path: str) -> None:
    refused = client.get(f"{path}{LONG}")
    problem = refused.json()
    assert 400 <= refused.status_code < 500
    assert len(problem["value"]) <= 201
    assert problem["value"] in ("x", f"{'a' * 200}…")
    assert len(refused.content) < 2000


def test_the_detail_of_our_own_errors_is_cut_as_well(client: TestClient) -> None:
    refused = client.get("/api/v1/questions/taught", params={"sector": "power-generation", "skill": LONG[:500]})
    problem = refused.json()
    assert refused.status_code == 404
    assert problem["value"] == f"{'a' * 200}…"
    assert LONG[:201] not in refused.text
    assert problem["place"] == "query skill"


def test_a_path_that_is_not_there_is_cut(client: TestClient) -> None:
    problem = client.get(f"/api/v1/nothing/{LONG}").json()
    assert len(problem["value"]) == 201
    assert len(problem["detail"]) < 400


def test_an_unknown_skill_is_told_what_a_skill_may_be(client: TestClient) -> None:
    problem = client.get("/api/v1/questions/taught?sector=power-generation&skill=Elektrical+Fundamental").json()
    assert "the nearest of" in problem["detail"]
    assert "Electrical Fundamentals" in problem["detail"]
    assert problem["remedy"].startswith("Give skill a competency by its label, code or address")


def test_the_place_of_a_deep_condition_is_cut(client: TestClient) -> None:
    body: object = "x"
    for _ in range(200):
        body = {"conditions": [body]}
    refused = client.post("/api/v1/plans", json={"goal": "51-8013.00", "credentials": [{"requires": body}]})
    assert 400 <= refused.status_code < 500
    assert len(refused.json()["place"]) <= 201
