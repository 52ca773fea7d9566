import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

ASKED = {
    "leads-to": ("51-8013.00",),
    "doors": (),
    "breaks": (),
    "pays": ("--wage", "60000", "--source", "an example"),
    "taught": ("Electrical Fundamentals",),
    "why": ("51-8013.00", "47-2111.00"),
}
PATHS = {
    "leads-to": "to=51-8013.00",
    "doors": "",
    "breaks": "",
    "pays": "wage=60000&wage-source=an+example",
    "taught": "skill=Electrical+Fundamentals",
    "why": "from=51-8013.00&to=47-2111.00",
}


@pytest.mark.parametrize("question", ASKED)
def test_every_question_is_answered_in_words(run: Run, capsys: Captured, question: str) -> None:
    assert run("ask", question, *ASKED[question], "--sector", "power-generation") == 0

    assert capsys.readouterr().out.splitlines()[4].startswith("| ")


@pytest.mark.parametrize("question", ASKED)
def test_the_command_and_the_service_give_the_same_answer(
    run: Run, client: TestClient, tmp_path: Path, question: str
) -> None:
    assert run("ask", question, *ASKED[question], "--sector", "power-generation", "-o", "answer.json") == 0

    served = client.get(f"/api/v1/questions/{question}?sector=power-generation&{PATHS[question]}")
    written = json.loads((tmp_path / "answer.json").read_text())
    assert served.status_code == 200
    assert {**served.json(), "asked": None} == {**written, "asked": None}


@pytest.mark.parametrize(("form", "media_type"), [("md", "text/markdown"), ("csv", "text/csv")])
def test_answers_negotiate(client: TestClient, form: str, media_type: str) -> None:
    path = "/api/v1/questions/breaks?sector=power-generation"

    named, wanted = client.get(f"{path}&format={form}"), client.get(path, headers={"accept": media_type})

    assert named.content == wanted.content
    assert named.headers["content-type"].startswith(media_type)
    assert client.get(f"{path}&format=svg").status_code == 406


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("doors",), "name a sector; there are power-generation"),
        (("doors", "--sector", "bakery"), "no sector is called 'bakery'"),
        (
            ("pays", "--sector", "power-generation"),
            "give a wage of your own, by the year or by the hour: none is assumed",
        ),
        (("pays", "--wage", "1", "--hourly", "1", "--sector", "power-generation"), "give a wage of your own"),
        (("pays", "--wage", "45000"), "name one of the two"),
        (("pays", "--wage", "25", "--sector", "power-generation"), "write --hourly 25 ($52,000 a year)"),
        (("pays", "--wage", "-1", "--sector", "power-generation"), "is no amount to live on"),
        (("leads-to", "nobody at all"), "no occupation is called 'nobody at all'"),
        (("taught", " ", "--sector", "power-generation"), "name a skill"),
        (("taught", "baking", "--sector", "power-generation"), "no competency that these occupations need is called"),
        (
            ("breaks", "--sector", "power-generation", "--region", "Atlantis"),
            "no pay is known for the region 'Atlantis'",
        ),
    ],
)
def test_what_cannot_be_answered_says_why(run: Run, capsys: Captured, arguments: tuple[str, ...], said: str) -> None:
    assert run("ask", *arguments) != 0
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("doors", 400),
        ("doors?sector=bakery", 404),
        ("pays?sector=power-generation", 400),
        ("pays?sector=power-generation&wage=-1", 400),
        ("leads-to", 422),
        ("leads-to?to=nobody+at+all", 404),
        ("taught?sector=power-generation&skill=%20", 400),
        ("taught?sector=power-generation&skill=Lockout/Tagout&level=high", 400),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client: TestClient, path: str, status: int) -> None:
    refused = client.get(f"/api/v1/questions/{path}")

    assert refused.status_code == status
    assert refused.headers["content-type"] == "application/problem+json"


def test_a_wage_by_the_hour_says_how_a_year_was_made_of_it(run: Run, capsys: Captured) -> None:
    assert run("ask", "pays", "--hourly", "30", "--source", "our own budget", "--sector", "power-generation") == 0

    out = capsys.readouterr().out
    assert "# Which rungs pay $62,400 a year" in out
    assert "The threshold is from: our own budget; $30.00 an hour times 2,080 hours." in out


def test_nothing_found_ends_with_one_and_a_sentence(run: Run, capsys: Captured) -> None:
    assert run("ask", "taught", "Electrical Fundamentals", "--level", "0", "--sector", "power-generation") == 1

    out = capsys.readouterr().out
    assert "Nothing changes" in out
    assert "|" not in out
