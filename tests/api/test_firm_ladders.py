"""Firms' ladders and apprenticeships on the command line and over HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pathways.firms.declared import ASSERTED

HYDRO = "stillwater-bend-hydro"


def test_a_firm_is_drawn_over_http(client: TestClient) -> None:
    answered = client.get("/api/v1/ladders", params={"sector": "power-generation", "firm": HYDRO})

    assert answered.status_code == 200
    ladder = answered.json()
    assert {job["label"]["value"] for rung in ladder["rungs"] for job in rung["jobs"]} == {
        "Chief Operator",
        "Hydro Mechanic",
        "Hydro Operator",
        "Hydro Project Superintendent",
        "Powerhouse Electrician",
        "Powerhouse Helper",
    }
    assert f"firm={HYDRO}" in ladder["iri"]


def test_a_firm_that_is_not_there_is_not_found(client: TestClient) -> None:
    answered = client.get("/api/v1/ladders", params={"firm": "nobody"})

    assert answered.status_code == 404
    assert HYDRO in answered.json()["detail"]


def test_no_file_is_read_for_a_request(client: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "levels.csv"
    path.write_text("role,level,statement\nCare,I,Helps\n", encoding="utf-8")

    assert client.get("/api/v1/ladders", params={"firm": str(path)}).status_code == 404


def test_bridges_are_in_the_answer(client: TestClient) -> None:
    asked = {"from": "47-3013.00", "to": "47-2111.00", "region": "Washington"}
    steps = client.get("/api/v1/ladders", params=asked).json()["steps"]
    step = next(s for s in steps if s["start"].endswith("47-3013.00") and s["end"].endswith("47-2111.00"))
    license_, trained = step["bridges"][:2]

    assert (license_["kind"], license_["required"]) == ("credential", True)
    assert (trained["kind"], trained["job_hours"], trained["wages"]["low"]) == ("apprenticeship", 8000, 47610)


def test_a_firm_and_a_list_are_drawn_by_the_command(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "levels.csv").write_text("role,level,statement\nCare,I,Helps\nCare,II,Leads\n", encoding="utf-8")

    assert run("ladder", "--firm", HYDRO, "-o", "firm.json") == 0
    assert len(json.loads((tmp_path / "firm.json").read_bytes())["rungs"]) == 6
    assert run("ladder", "--firm", "levels.csv", "-o", "levels.md") == 0
    assert ASSERTED in (tmp_path / "levels.md").read_text(encoding="utf-8")
    assert run("ladder", "--firm", HYDRO, "--from", "49-9098.00") == 2
    assert "leave out where it begins and ends" in capsys.readouterr().err
    assert run("ladder", "--firm", "gone.csv") != 0


def test_apprenticeships_are_found_by_their_names(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", "mechanic apprenticeship", "--kind", "apprenticeship", "--json") == 0

    assert "apprenticeship/powerhouse-mechanic" in capsys.readouterr().out


def test_a_firm_whose_ladder_ends_says_where_the_one_across_firms_goes_on(client: TestClient) -> None:
    for named in ({"sector": "power-generation"}, {}):
        ladder = client.get("/api/v1/ladders", params={"firm": HYDRO, **named}).json()
        (beyond,) = [note for note in ladder["notes"] if note.startswith("Outside the firm")]

        assert "from Powerhouse Electrician" in beyond
        assert beyond.endswith("goes on to Electrical Engineers.")


def test_a_list_that_lacks_a_column_is_told_the_name_that_the_message_has(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "roles.csv").write_text("role,level,Skill Name\nCare,I,Helps\n", encoding="utf-8")

    assert run("ladder", "--firm", "roles.csv") == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "there is no column 'statement'" in said
    assert "Rename 'Skill Name' to 'statement' if that is meant" in said


def test_a_ladder_without_a_step_has_the_status_of_nothing_found(run: Callable[..., int], tmp_path: Path) -> None:
    assert run("ladder", "--from", "47-3013.00", "--to", "47-3013.00", "-o", "same.json") == 1
    assert json.loads((tmp_path / "same.json").read_bytes())["steps"] == []
