"""Sectors of a region by the command line and over HTTP: on the embedded example, which has one."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.commands import sectors
from pathways.labor_market import FORMATS, Ranking
from pathways.labor_market.table import COLUMNS

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]
SECTORS = "/api/v1/sectors"


def test_a_region_ranks_what_the_example_knows(run: Run, capsys: Captured) -> None:
    assert run("sectors", "--region", "WA") == 0

    header, *rows = csv.reader(io.StringIO(capsys.readouterr().out), delimiter="\t")
    (row,) = (dict(zip(header, cells, strict=True)) for cells in rows)
    assert header == list(COLUMNS)
    assert (row["place"], row["sector"], row["region"]) == ("1", "power-generation", "Washington")
    assert (row["occupations"], row["published"], row["growth_percent"]) == ("16", "16", "")
    assert int(row["jobs"]) > 100_000


def test_what_takes_long_says_what_it_does(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    @contextmanager
    def progress(doing: str) -> Iterator[None]:
        said.append(doing)
        yield
        said.append("done")

    monkeypatch.setattr(sectors, "progress", progress)
    assert run("sectors", "--region", "WA") == 0
    assert run("sectors") == 0
    assert said == ["Ranking the sectors of WA", "done", "Gathering the sectors", "done"]


@pytest.mark.parametrize("form", FORMATS.extensions)
def test_a_file_has_the_form_of_its_ending(run: Run, capsys: Captured, tmp_path: Path, form: str) -> None:
    made = tmp_path / f"sectors.{form}"

    assert run("sectors", "--region", "WA", "-o", str(made)) == 0
    assert made.stat().st_size > 500
    assert f"Wrote {made}: 1 sector" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--region", "Atlantis"), 1, "no pay is known for the region 'Atlantis'"),
        (("--region", "WA", "--region", "National"), 2, "Washington lies, at least in part, in the United States"),
        (("--region", "WA", "--by", "growth"), 1, "no projections are loaded; bring them with `ladderworks import pro"),
        (("--region", "WA", "--kind", "field of study"), 1, "there is no field of study to rank"),
        (("astrology", "--region", "WA"), 1, "to rank; `ladderworks sectors --all` lists"),
        (("--region", "WA", "-o", "sectors.doc"), 2, "names no form that is offered"),
        (("--by", "jobs"), 2, "name one with --region"),
        (("-o", "sectors.csv"), 2, "name one with --region"),
    ],
)
def test_what_cannot_be_ranked_is_said(
    run: Run, capsys: Captured, arguments: tuple[str, ...], status: int, said: str
) -> None:
    assert run("sectors", *arguments) == status
    assert said in capsys.readouterr().err.splitlines()[-1]


def test_http_sends_the_same_record(client: TestClient) -> None:
    answer = client.get(SECTORS, params={"region": "WA"})
    ranking = Ranking.model_validate_json(answer.content)

    assert answer.status_code == 200
    assert [sector.slug for sector in ranking.sectors] == ["power-generation"]
    assert [area.label for area in ranking.areas] == ["Washington"]


@pytest.mark.parametrize("form", FORMATS.all, ids=lambda form: form.extension)
def test_http_sends_every_form(client: TestClient, form: object) -> None:
    extension, media_type = form.extension, form.media_type  # type: ignore[attr-defined]
    named = client.get(SECTORS, params={"region": "WA", "format": extension})
    accepted = client.get(SECTORS, params={"region": "WA"}, headers={"accept": media_type})

    assert named.status_code == accepted.status_code == 200
    assert named.headers["content-type"].partition(";")[0] == media_type
    assert named.content == accepted.content


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({}, 422),
        ({"region": "Atlantis"}, 404),
        ({"region": ["WA", "National"]}, 400),
        ({"region": "WA", "by": "luck"}, 422),
        ({"region": "WA", "format": "doc"}, 406),
    ],
)
def test_http_refuses_with_a_problem(client: TestClient, params: dict[str, str | list[str]], status: int) -> None:
    answer = client.get(SECTORS, params=params)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("params", "place"),
    [
        ({"region": "WA", "q": "astrology"}, "/api/v1/sectors?region="),
        ({"region": "WA", "kind": "field of study"}, "/api/v1/sectors?region="),
        ({"region": "WA", "by": "growth"}, "/dataset"),
        ({"region": "Atlantis"}, "Give region a name from detail"),
    ],
)
def test_what_is_not_found_over_http_is_remedied_there(client: TestClient, params: dict[str, str], place: str) -> None:
    refused = client.get(SECTORS, params=params)

    assert refused.status_code == 404
    assert place in refused.json()["remedy"]
    assert "`" not in refused.text


def test_no_note_of_a_ranking_is_a_command(client: TestClient) -> None:
    notes = client.get(SECTORS, params={"region": "WA"}).json()["notes"]

    assert any("Growth is not known" in note for note in notes)
    assert not any("`" in note for note in notes)
