"""Searching, and what is related."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

HELPER = "49-9098.00"


def test_search_finds_by_kind(run: Run, capsys: Captured) -> None:
    assert run("search", "mechanic helper", "--json") == 0

    (found,) = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["code"]) == ("occupation", HELPER)
    assert found["iri"].endswith(f"/id/onet/{HELPER}")


def test_what_a_course_teaches_is_an_outcome_and_no_skill(run: Run, capsys: Captured) -> None:
    def kinds(*of: str) -> set[str]:
        assert run("search", "lockout", "--json", *of) == 0
        return {found["kind"] for found in json.loads(capsys.readouterr().out) if "/id/outcome/" in found["iri"]}

    assert kinds() == {"outcome"}
    assert kinds("--kind", "skill") == set()


@pytest.mark.parametrize("text", ["zzzzqqq", "R"])
def test_finding_nothing_is_said_and_ends_with_1(run: Run, capsys: Captured, text: str) -> None:
    assert run("search", text, "--kind", "program") == 1

    out, err = capsys.readouterr()
    assert out == ""
    assert f"ladderworks: nothing is called {text!r}; try fewer words" in err


def test_what_was_corrected_is_said(run: Run, capsys: Captured) -> None:
    assert run("search", "regging and lifting", "--kind", "skill") == 0

    out, err = capsys.readouterr()
    assert "Rigging and Lifting" in out
    assert "Nothing is called 'regging and lifting'. Showing results for 'rigging and lifting':" in err


def test_related_is_tsv_with_titles_behind_its_numbers(run: Run, tmp_path: Path) -> None:
    assert run("related", HELPER, "Electricians", "--top", 3, "-o", tmp_path / "r.tsv") == 0

    header, *rows = (line.split("\t") for line in (tmp_path / "r.tsv").read_text().splitlines())
    assert header == ["occupation", "rank", "related", "score", "title"]
    assert ["47-3013.00", "Helpers--Electricians"] in [[row[2], row[4]] for row in rows]
    assert [row[:2] for row in rows] == [[code, str(n)] for code in (HELPER, "47-2111.00") for n in (1, 2, 3)]
    assert all(0 < float(row[3]) <= 1 for row in rows)


def test_all_occupations_have_related_ones(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("related", "--all", "--top", 1) == 0

    assert len(capfdbinary.readouterr().out.splitlines()) == 1 + 18


def test_related_needs_codes_or_all(run: Run) -> None:
    assert run("related") == 2
    assert run("related", HELPER, "--all") == 2
