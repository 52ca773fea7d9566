import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from api.http.remedies import remedy_of
from api.terminal.failures import explain
from pathways.plans import FORMS, Plan
from pathways.plans.ends import NoRungError

Run = Callable[..., int]
HELPER, ELECTRICIAN = "47-3013.00", "47-2111.00"
ASKED: dict[str, Any] = {
    "record": {"skills": ["Lockout/Tagout", {"name": "Rigging and Lifting", "level": 3}], "text": "Bent conduit\n"},
    "from": HELPER,
    "to": ELECTRICIAN,
    "region": "Washington",
}


def test_a_plan_is_answered_over_http(client: TestClient) -> None:
    answer = client.post("/api/v1/plans", json=ASKED)

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    found = Plan.model_validate_json(answer.content)
    assert (found.start.label.value, found.goal.label.value) == ("Helpers--Electricians", "Electricians")
    assert {claim.row for claim in found.holdings.claims if claim.basis == "matched"} == {1}


@pytest.mark.parametrize("form", FORMS.all, ids=lambda form: form.extension)
def test_a_plan_negotiates_its_form(client: TestClient, form: Any) -> None:  # noqa: ANN401 - any of the forms
    accepted = client.post("/api/v1/plans", json=ASKED, headers={"accept": form.media_type})
    named = client.post(f"/api/v1/plans?format={form.extension}", json=ASKED)

    assert accepted.headers["content-type"].partition(";")[0] == form.media_type
    assert accepted.content == named.content


@pytest.mark.parametrize(
    ("asked", "status", "detail"),
    [
        ({}, 400, "a plan has a start, a goal or both"),
        ({"to": ELECTRICIAN}, 400, "it is not said where you stand"),
        ({"to": "nobody at all"}, 404, "no occupation is called"),
        ({"from": HELPER, "to": ELECTRICIAN, "region": "Atlantis"}, 404, "Atlantis"),
        (
            {"from": HELPER, "record": {"skills": [{"name": "x", "level": 9}]}},
            422,
            "skill 1 (x), level: 9 is more than 7",
        ),
        ({"from": HELPER, "wish": 1}, 422, "wish: there is no such field; there are record, from, to, region, offers"),
        ({"from": HELPER, "offers": [{"iri": "http://x/a"}]}, 422, "offer 1, label: it is missing"),
        ({"from": HELPER, "offers": 5}, 422, 'offers: 5 is no list; write [{"iri": ..., "label": ...}, ...]'),
        ({"from": "x" * 501}, 422, "is longer than 500 characters; shorten it"),
    ],
)
def test_what_cannot_be_planned_is_a_problem(client: TestClient, asked: object, status: int, detail: str) -> None:
    answer = client.post("/api/v1/plans", json=asked)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert detail in answer.json()["detail"]


def test_where_a_plan_has_no_start_titles_are_found_over_http_by_an_address(client: TestClient) -> None:
    refused = client.post("/api/v1/plans", json={"to": ELECTRICIAN})

    assert refused.status_code == 400
    assert "/api/v1/occupations?q=" in refused.json()["remedy"]
    assert "`" not in refused.text


def test_where_nothing_is_higher_each_door_says_how_a_goal_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    error = NoRungError("nothing higher is close: choose an occupation that is further off, and name it with to")
    status, remedy = remedy_of(error, "body from")
    explain(error)

    assert (status, remedy) == (404, "Add to, where you want to get; /api/v1/occupations?q= finds titles.")
    said = " ".join(capfd.readouterr().err.split())
    assert "and name it with --to; `ladderworks search WORDS --kind occupation` finds titles" in said


def test_a_wrong_offer_is_told_with_value_place_and_remedy_and_the_rest_beside(client: TestClient) -> None:
    offer = {"iri": "http://x/a", "label": "Relay School", "cost": -5, "covers": ["nonsense"]}
    problem = client.post("/api/v1/plans", json={"from": HELPER, "offers": [offer]}).json()

    assert problem["value"] == "nonsense"
    assert problem["place"] == "body offer 1 (Relay School), covers"
    assert problem["remedy"] == "Search for it by its name."
    assert problem["detail"].split("\n") == [
        "offer 1 (Relay School), covers: 'nonsense' is no address of a competency; search for it by its name",
        "offer 1 (Relay School), cost: -5 is less than 0; give 0 or more, or leave it out where it is not known",
    ]


def test_of_many_wrong_values_the_first_are_told_and_the_rest_counted(client: TestClient) -> None:
    asked = {"from": HELPER, "record": {"skills": [{"name": "x", "level": level} for level in range(8, 34)]}}
    lines = client.post("/api/v1/plans", json=asked).json()["detail"].split("\n")

    assert len(lines) == 21
    assert lines[0].startswith("skill 1 (x), level: 8 is more than 7; ")
    assert lines[-1] == "and 6 more"


def test_half_of_a_character_in_a_wrong_value_is_told_all_the_same(client: TestClient) -> None:
    body = '{"from": "47-3013.00", "record": {"skills": [{"name": "\\ud800", "level": "\\udfff"}]}}'
    answer = client.post("/api/v1/plans", content=body, headers={"content-type": "application/json"})

    assert answer.status_code == 422
    assert answer.json()["detail"].startswith(
        "skill 1 (\\ud800), name: '\\ud800' holds half of a character; write it again\n"
    )


def test_a_request_without_an_end_or_beyond_all_bounds_is_refused(client: TestClient) -> None:
    large = client.post("/api/v1/plans", content=b"x" * 2_000_001)
    chunked = client.post("/api/v1/plans", content=iter([b"{}"]))

    assert (large.status_code, chunked.status_code) == (413, 411)
    assert "Send less" in large.json()["remedy"]


def test_without_a_goal_the_next_rung_is_planned(client: TestClient) -> None:
    found = client.post("/api/v1/plans", json={"from": HELPER}).json()

    assert found["goal"]["label"]["value"] != "Helpers--Electricians"
    assert found["next"] == found["goal"]


def test_the_service_keeps_and_logs_nothing_of_a_record(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    secret = "Xanthippe Quillfeather"
    caplog.set_level(logging.DEBUG)
    asked = {**ASKED, "record": {"text": f"{secret}\nRigging", "jobs": [secret], "badges": [secret]}}
    answer = client.post("/api/v1/plans", json=asked)
    refused = client.post("/api/v1/plans", json={**asked, "from": ""})

    assert (answer.status_code, refused.status_code) == (200, 400)
    assert secret in answer.text
    assert secret not in refused.text
    assert secret not in caplog.text
    service: Any = client.app.state.current.service  # type: ignore[attr-defined]
    assert secret not in str(vars(service)) + str([vars(desk) for desk in service.desks._made.values()])


def test_a_fault_of_ours_is_told_without_the_record(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        message = "could not read 'Xanthippe'"
        raise ValueError(message)

    monkeypatch.setattr("api.queries.plans.plan", fail)
    lenient = TestClient(client.app, base_url="http://localhost:8000", raise_server_exceptions=False)
    answer = lenient.post("/api/v1/plans", json=ASKED)

    assert answer.status_code == 500
    assert "Xanthippe" not in answer.text + caplog.text


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(["skills", "jobs", "credentials", "badges", "text"])


@given(st.dictionaries(FIELDS, JSON, max_size=3), JSON)
def test_whatever_a_record_holds_the_answer_is_a_plan_or_a_problem(
    client: TestClient, record: dict[str, object], badge: object
) -> None:
    badge_like = {"credentialSubject": {"achievement": badge}, "badge": badge}
    body = {"record": {**record, "badges": [badge_like]}, "from": HELPER, "to": ELECTRICIAN}
    content = json.dumps(body, allow_nan=True).encode(errors="surrogatepass")
    answer = client.post("/api/v1/plans", content=content, headers={"content-type": "application/json"})

    assert answer.status_code in (200, 422)


# --- The command ---


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text("Kind,Name,Level\nskill,Lockout/Tagout,3.5\njob,Helpers--Electricians,\nskill,Juggling,high\n")
    return path


@pytest.mark.parametrize("extension", ["md", "html", "json", "csv"])
def test_a_plan_is_written_in_the_form_of_its_file(run: Run, mine: Path, tmp_path: Path, extension: str) -> None:
    assert run("ladder", "--to", ELECTRICIAN, "--have", mine, "-o", tmp_path / f"plan.{extension}") == 0

    assert "Plant Electrician Apprenticeship" in (tmp_path / f"plan.{extension}").read_text()


def test_the_plan_comes_first_and_the_ladder_beneath(run: Run, mine: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("ladder", "--from", HELPER, "--to", ELECTRICIAN, "--have", mine) == 0

    out, err = capfd.readouterr()
    assert out.startswith("# From Helpers")
    assert out.index("## Your plan") < out.index("“Juggling”, line 4") < out.index("the way begins at this rung")
    assert "Nothing of this record was stored" in out
    assert "is no number from 0 to 7" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--sector", "power-generation", "--have", "mine.csv"), "not across a sector"),
        (("--have", "mine.csv"), "both: where you stand, name it with --from; where to, name it with --to"),
        (("--from", HELPER, "--have", "nothing.csv"), "there is no file nothing.csv"),
        (("--from", HELPER, "--have", "mine.csv", "-o", "plan.svg"), "'plan.svg' names no form"),
        (("--from", HELPER, "--have", "mine.csv", "-o", "mine.csv"), "would replace what is read"),
        (("--from", HELPER, "--offers", "offers.json"), "name what you have with --have"),
        (("--from", HELPER, "--have", "mine.csv", "--offers", "mine.csv"), "is no JSON"),
    ],
)
def test_a_plan_that_cannot_be_made_says_why(
    run: Run, mine: Path, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run("ladder", *arguments) == 2
    assert said in capfd.readouterr().err


def test_a_plan_calls_what_to_name_as_the_door_does_that_it_came_through(
    run: Run, client: TestClient, tmp_path: Path
) -> None:
    soldier = "US Army 12B"
    (tmp_path / "soldier.csv").write_text(f"Kind,Name\njob,{soldier}\nskill,Rigging\n")
    asked = ("--from", HELPER, "--to", ELECTRICIAN, "--have", tmp_path / "soldier.csv")
    assert run("ladder", *asked, "-o", tmp_path / "plan.json") == 0
    own = Plan.model_validate_json((tmp_path / "plan.json").read_text())
    body = {"from": HELPER, "to": ELECTRICIAN, "record": {"jobs": [{"name": soldier}], "skills": ["Rigging"]}}
    sent = Plan.model_validate_json(client.post("/api/v1/plans", json=body).content)

    assert [one.why.count("name that with --from;") for one in own.holdings.unmatched] == [1]
    assert [one.why.count("name that with from;") for one in sent.holdings.unmatched] == [1]


def test_further_offers_come_from_a_file(run: Run, mine: Path, tmp_path: Path) -> None:
    competency = "http://localhost:8000/id/power-generation/PG-ELE-06"
    offer = {"iri": "http://x/relays", "label": "Relay School", "covers": [competency], "hours": 40, "cost": 900}
    (tmp_path / "offers.json").write_text(json.dumps([offer]))
    asked = ("--from", HELPER, "--to", "49-2095.00", "--have", mine, "--offers", tmp_path / "offers.json")

    assert run("ladder", *asked, "-o", tmp_path / "plan.md") == 0
    assert (
        "[Relay School](<http://x/relays>), 40 hours, $900: teaches Protective Relays"
        in (tmp_path / "plan.md").read_text()
    )

    (tmp_path / "offers.json").write_text('[{"iri": "x"}]')
    assert run("ladder", *asked) == 2
