"""Traces over HTTP."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.routes.traces import EXAMPLE
from pathways.traces.records import Traced

Run = Callable[..., int]
TRACE = "/api/v1/ladders/trace"

ASKED = {
    "rung": (("51-8013.00",), {"occupation": "51-8013.00"}),
    "step": (("--from", "47-2061.00", "--to", "49-9071.00"), {"from": "47-2061.00", "to": "49-9071.00"}),
    "ladder": (("--sector", "power-generation"), {"sector": "power-generation"}),
    "firm": (("--firm", "stillwater-bend-hydro"), {"firm": "stillwater-bend-hydro"}),
    "routes": (
        ("--of", "routes", "--from", "49-9098.00", "--to", "51-8013.00", "--region", "WA", "--within", "60"),
        {"of": "routes", "from": "49-9098.00", "to": "51-8013.00", "region": "WA", "within": "60"},
    ),
    "pays": (
        ("--of", "pays", "--sector", "power-generation", "--hourly", "30", "--source", "us"),
        {"of": "pays", "sector": "power-generation", "hourly": "30", "wage-source": "us"},
    ),
    "leads-to": (("51-8013.00", "--of", "leads-to"), {"occupation": "51-8013.00", "of": "leads-to"}),
    "taught": (
        ("--of", "taught", "--sector", "power-generation", "--skill", "PG-ELE-01", "--level", "2"),
        {"of": "taught", "sector": "power-generation", "skill": "PG-ELE-01", "level": "2"},
    ),
}


@pytest.mark.parametrize("subject", ASKED)
def test_the_command_and_the_service_give_the_same_trace(
    run: Run, client: TestClient, tmp_path: Path, subject: str
) -> None:
    arguments, parameters = ASKED[subject]
    assert run("trace", *arguments, "-o", "trace.json") == 0

    served = client.get(TRACE, params=parameters)

    assert served.status_code == 200
    written = Traced.model_validate_json((tmp_path / "trace.json").read_bytes())
    own = written.model_copy(update={"figures": tuple(figure.without_paths() for figure in written.figures)})
    assert served.json() == json.loads(own.model_dump_json())


def test_where_files_lie_on_the_service_is_not_said(client: TestClient, project: Path) -> None:
    assert str(project) not in client.get(TRACE, params={"sector": "power-generation"}).text


def test_a_trace_negotiates(client: TestClient) -> None:
    named = client.get(TRACE, params={"occupation": "51-8013.00", "format": "md"})
    wanted = client.get(TRACE, params={"occupation": "51-8013.00"}, headers={"accept": "text/markdown"})

    assert named.content == wanted.content
    assert named.text.startswith("# Power Plant Operators: where each figure comes from")
    assert client.get(TRACE, params={"occupation": "51-8013.00", "format": "svg"}).status_code == 406


@pytest.mark.parametrize(
    ("parameters", "status", "detail"),
    [
        ({}, 400, "name one occupation, or a step"),
        ({"of": "pigs"}, 400, "'pigs' cannot be traced"),
        ({"of": "plan", "from": "47-3013.00"}, 400, "POST to plans/trace"),
        ({"occupation": "nobody at all"}, 404, "no occupation is called"),
        ({"occupation": "51-8013.00", "region": "Atlantis"}, 404, "Atlantis"),
        ({"occupation": "51-8013.00", "find": "pigs"}, 404, "no figure of Power Plant Operators shows"),
        ({"firm": "nobody"}, 404, "stillwater-bend-hydro"),
        ({"of": "pays", "sector": "power-generation", "wage": "much"}, 400, "'much' is not a wage"),
    ],
)
def test_what_cannot_be_traced_is_a_problem(
    client: TestClient, parameters: dict[str, str], status: int, detail: str
) -> None:
    answered = client.get(TRACE, params=parameters)

    assert (answered.status_code, answered.headers["content-type"]) == (status, "application/problem+json")
    assert detail in answered.json()["detail"]


def test_a_plan_is_traced_and_not_kept(client: TestClient) -> None:
    asked = {
        "record": {"skills": [{"name": "Rigging and Lifting", "level": 3}]},
        "from": "47-3013.00",
        "to": "47-2111.00",
    }

    answered = client.post("/api/v1/plans/trace", json=asked)

    assert (answered.status_code, answered.headers["cache-control"]) == (200, "no-store")
    figures = Traced.model_validate_json(answered.content).figures
    assert [f for f in figures if f.name == "amount" and "apprenticeships.csv" in f.model_dump_json()]
    assert client.post("/api/v1/plans/trace?format=svg", json=asked).status_code == 406


def test_the_example_in_the_documents_is_a_part_of_a_real_answer(client: TestClient) -> None:
    example = Traced.model_validate(EXAMPLE)
    asked = {"occupation": "51-8013.00", "region": "Washington", "find": "pay, median"}
    shown = client.get("/api/v1/openapi.json").json()["paths"][TRACE]["get"]["responses"]["200"]["content"]

    assert client.get(TRACE, params=asked).json() == json.loads(example.model_dump_json())
    assert shown["application/json"]["example"] == EXAMPLE
    assert shown["application/json"]["schema"] == {"$ref": "#/components/schemas/Traced"}
