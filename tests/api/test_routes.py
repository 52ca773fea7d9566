"""Ways side by side: the command, the HTTP interface, and the page."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from fastapi.testclient import TestClient

from api.command_line import run
from api.terminal.exit_status import ExitStatus
from pathways.routes import FORMATS, Comparison
from pathways.routes.table import COLUMNS

HELPER, PLANT_MANAGER = "49-9098.00", "11-3051.00"
ROUTES = "/api/v1/ladders/routes"
TO_GOAL = {"from": HELPER, "to": PLANT_MANAGER, "region": "Washington"}


@pytest.fixture
def found(client: TestClient) -> Comparison:
    return Comparison.model_validate_json(client.get(ROUTES, params=TO_GOAL).content)


def test_ways_are_the_record_itself(found: Comparison) -> None:
    assert (
        found.title
        == "Ways from Helpers\u2013Installation, Maintenance, and Repair Workers to Industrial Production Managers"
    )
    assert found.region == "Washington"
    assert [(route.rungs[0], route.rungs[-1]) for route in found.routes] == [(found.start, found.goal)] * len(
        found.routes
    )
    assert found.looked_at >= found.unbeaten >= len(found.routes) >= 2


@pytest.mark.parametrize("form", FORMATS.all, ids=lambda form: form.extension)
def test_every_form_is_sent_by_extension_and_by_media_type(client: TestClient, form: object) -> None:
    extension, media_type = form.extension, form.media_type  # type: ignore[attr-defined]
    named = client.get(ROUTES, params={**TO_GOAL, "format": extension})
    accepted = client.get(ROUTES, params=TO_GOAL, headers={"accept": media_type})

    assert named.status_code == accepted.status_code == 200
    assert named.headers["content-type"].partition(";")[0] == media_type
    assert named.content == accepted.content


def test_the_table_has_a_row_for_each_way_and_leaves_unknown_costs_empty(client: TestClient, found: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(ROUTES, params={**TO_GOAL, "format": "csv"}).text)))

    assert list(rows[0]) == list(COLUMNS)
    assert [row["codes"].split("; ")[0] for row in rows] == [HELPER] * len(found.routes)
    assert {row["tuition_and_fees"] for row in rows} == {""}


def test_the_workbook_sets_ways_side_by_side(client: TestClient, found: Comparison) -> None:
    content = client.get(ROUTES, params={**TO_GOAL, "format": "xlsx"}).content
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)

    assert book.sheetnames == ["Side by side", "Steps", "What to know"]
    said = [[cell for cell in row if cell] for row in book["Side by side"].iter_rows(values_only=True)]
    assert [f"Way {at}" for at in range(1, len(found.routes) + 1)] in said
    assert not any("Tuition and fees" in row for row in said), "nobody named prices"


@pytest.mark.parametrize("form", ["md", "txt", "html"])
def test_words_name_every_rung_and_say_that_costs_are_not_known(
    client: TestClient, found: Comparison, form: str
) -> None:
    text = client.get(ROUTES, params={**TO_GOAL, "format": form}).text.replace("\\-", "-")
    assert [str(rung.label) for rung in found.rungs if str(rung.label) not in text] == []
    assert ("Tuition, fees" in text) == (form != "txt"), "said once, where the rows are explained"
    assert "Tuition and fees" not in text


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({}, 400, "name it with from"),
        ({"from": "no such job"}, 404, "no such job"),
        ({"from": HELPER, "region": "Atlantis"}, 404, "Atlantis"),
        ({"from": HELPER, "move": "Atlantis"}, 404, "Atlantis"),
        ({"from": HELPER, "within": "-1"}, 422, "within"),
        ({"from": HELPER, "format": "docx"}, 406, "xlsx"),
    ],
    ids=["no start", "no such start", "region", "move", "within", "form"],
)
def test_what_cannot_be_compared_is_refused(client: TestClient, asked: dict[str, str], status: int, said: str) -> None:
    answer = client.get(ROUTES, params=asked)
    assert answer.status_code == status
    assert said in json.dumps(answer.json())


# --- The page ---


def test_the_page_has_a_column_for_each_way(client: TestClient, found: Comparison) -> None:
    page = client.get("/compare", params={**TO_GOAL, "move": "Washington", "within": "240"}).text

    assert page.count('<th scope="col">') == len(found.routes)
    assert 'data-way="Way 1"' in page
    assert '<option value="240" selected>240 months</option>' in page
    assert "Pay at the end in Washington" in page


def test_the_page_of_a_ladder_leads_to_the_comparison(client: TestClient) -> None:
    assert f"/compare?from={HELPER}&amp;to={PLANT_MANAGER}" in client.get("/explore", params=TO_GOAL).text
    assert f"/compare?from={HELPER}" in client.get("/explore", params={"from": HELPER}).text
    assert "/compare?" not in client.get("/explore", params={"sector": "power-generation"}).text


@pytest.mark.parametrize(
    ("goal", "said"),
    [("electric", "Which one do you mean by “electric”?"), ("xylophonist", "No occupation is called “xylophonist”")],
)
def test_where_the_goal_is_unclear_the_page_offers_some_and_shows_ways_up(
    client: TestClient, goal: str, said: str
) -> None:
    page = client.get("/compare", params={"from": HELPER, "to": goal}).text
    assert said in page
    assert "<h1>Ways up from" in page
    assert (f'<a href="/compare?from={HELPER}&amp;to=' in page) is (goal == "electric")


def test_where_nothing_can_be_compared_the_page_says_why(client: TestClient) -> None:
    page = client.get("/compare", params={"from": HELPER, "to": HELPER}).text
    assert "Start and goal are the same" in page
    assert "<table" not in page


# --- The command ---


@pytest.fixture
def nothing_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / "kb"))
    return tmp_path


def test_the_command_sets_ways_one_under_the_other(
    nothing_imported: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["routes", "--from", HELPER, "--to", PLANT_MANAGER, "--region", "WA"]) == ExitStatus.DONE
    text = capfdbinary.readouterr().out.decode()
    assert text.startswith("Ways from Helpers\u2013Installation")
    assert "\nWay 2: " in text


def test_the_command_writes_the_form_of_the_file(nothing_imported: Path) -> None:
    for form in FORMATS:
        file = nothing_imported / f"ways.{form.extension}"
        assert run(["routes", "--from", HELPER, "--within", "36", "-o", str(file)]) == ExitStatus.DONE
        assert file.stat().st_size


def test_the_command_refuses_what_is_unknown(nothing_imported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["routes", "--from", HELPER, "--region", "Atlantis"]) == ExitStatus.FOUND
    assert "Atlantis" in capsys.readouterr().err


def test_a_language_that_nothing_is_named_in_is_refused_with_those_there_are(client: TestClient) -> None:
    for address in (ROUTES, "/api/v1/ladders"):
        refused = client.get(address, params={**TO_GOAL, "language": "fi"})
        assert refused.status_code == 404
        assert "nothing here is named in 'fi'; there are names in en" in refused.json()["detail"]
        assert refused.json()["remedy"] == "Give language one of the tags in detail, or leave it out for English."
    assert client.get(ROUTES, params={**TO_GOAL, "language": "en"}).status_code == 200


@pytest.mark.parametrize("page", ["/explore", "/compare"])
def test_a_page_keeps_its_language(client: TestClient, page: str) -> None:
    text = client.get(page, params={**TO_GOAL, "language": "en"}).text

    assert '<input type="hidden" name="language" value="en">' in text
    assert "&amp;language=en" in text
