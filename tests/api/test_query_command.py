"""Checks, and queries in every form."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

QUERY = "SELECT ?l { ?o a ceterms:Occupation ; skos:notation '49-9098.00' ; skos:prefLabel ?l }"


def test_the_example_passes_its_checks(run: Run, capsys: Captured) -> None:
    assert run("check") == 0

    out = capsys.readouterr().out
    assert "vocabulary: nothing found" in out
    assert "SHACL: every shape; OWL: consistent" in out


def test_a_release_that_is_too_large_is_said_to_be_unchecked(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.checks.LARGEST", 1000)

    assert run("check", "power-generation") == 1
    out = capsys.readouterr().out
    place = "http://localhost:8000/graph/power-generation/draft"
    limit = r"and SHACL and OWL take at most 1,000 as a whole\."
    assert re.match(rf"power-generation@draft: not checked \({place} has \d,\d\d\d triples, {limit}", out)
    assert "`ladderworks status` lists them file by file, and `ladderworks query` asks for what you doubt)" in out
    assert re.search(r"each of the [\d,]+ rows in \d+ files was judged, [\d,]+ were kept", out)
    assert run("check") == 0
    assert "not checked" in capsys.readouterr().out


@pytest.mark.parametrize("extension", ["txt", "tsv", "csv", "json"])
def test_a_query_answers_in_every_form(run: Run, tmp_path: Path, extension: str) -> None:
    (tmp_path / "q.rq").write_text(QUERY)

    assert run("query", "q.rq", "-o", tmp_path / f"a.{extension}") == 0
    assert "Helpers--Installation, Maintenance, and Repair Workers" in (tmp_path / f"a.{extension}").read_text()


def test_a_query_may_build_a_graph(run: Run, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(QUERY.replace("SELECT ?l", "CONSTRUCT { ?o skos:prefLabel ?l }"))

    assert run("query", "q.rq", "-o", tmp_path / "a.ttl") == 0
    assert "skos:prefLabel" in (tmp_path / "a.ttl").read_text()


@pytest.mark.parametrize(
    ("query", "extension", "fitting"),
    [
        (QUERY, "ttl", "txt, tsv, csv, json"),
        (QUERY.replace("SELECT ?l", "CONSTRUCT { ?o skos:prefLabel ?l }"), "csv", "ttl, jsonld, rdf, nt"),
        (QUERY.replace("SELECT ?l", "ASK"), "tsv", "txt, json"),
    ],
)
def test_a_form_that_the_answer_cannot_take_is_refused(
    run: Run, tmp_path: Path, capsys: Captured, query: str, extension: str, fitting: str
) -> None:
    (tmp_path / "q.rq").write_text(query)

    assert run("query", "q.rq", "-o", tmp_path / f"a.{extension}") == 2
    assert f"cannot be written as {extension!r}; it fits one of: {fitting}" in capsys.readouterr().err
    assert not (tmp_path / f"a.{extension}").exists()


def test_no_cell_is_cut_but_on_a_terminal(
    run: Run, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "q.rq").write_text(
        "SELECT ?d { ?o skos:notation '49-9098.00' ; skos:definition|dcterms:description ?d }"
    )

    assert run("query", "q.rq", "-o", tmp_path / "a.txt") == 0
    assert run("query", "q.rq") == 0
    assert "under supervision." in (tmp_path / "a.txt").read_text()
    assert b"under supervision." in capfdbinary.readouterr().out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run("query", "q.rq") == 0
    shown = capfdbinary.readouterr().out.decode()
    assert "…" in shown
    assert max(map(len, shown.splitlines())) <= 60


def test_a_query_that_finds_nothing_ends_with_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text("SELECT ?s { ?s a <http://nothing.example/> }")

    assert run("query", "q.rq") == 1


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "LOAD <http://nothing.example/>",
        "SELECT ?s { ?s ?p ?o } ; DROP ALL",
    ],
)
def test_updates_are_refused(run: Run, tmp_path: Path, capsys: Captured, update: str) -> None:
    (tmp_path / "q.rq").write_text(update)

    assert run("query", "q.rq") == 2
    assert "updates are refused" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "updates are refused: a query only reads"),
        ("PREFIX x: <http://x/>\ninsert data { x:a x:b x:c }", "updates are refused: a query only reads"),
        (
            "SELECT ?s WHER { ?s ?p ?o }",
            "this is no SPARQL query: it cannot be read from line 1, column 16, where it has '{ ?s ?p ?o'",
        ),
        ("SELECT ?s { ?s ?p", "this is no SPARQL query: it cannot be read from line 1, column 18, at its end"),
        (
            "SELECT ?s {\n ?s no:x ?o }",
            "this is no SPARQL query: it cannot be read from line 2, column 10, where it has '?o }'; "
            "the prefix 'no' is not known",
        ),
    ],
)
def test_what_cannot_be_read_is_named_by_its_place(
    run: Run, tmp_path: Path, capsys: Captured, query: str, said: str
) -> None:
    (tmp_path / "q.rq").write_text(query)

    assert run("query", "q.rq") == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"ladderworks: {said}"


def test_a_missing_query_is_named(run: Run, capsys: Captured) -> None:
    assert run("query", "missing.rq") == 2
    assert "there is no file missing.rq" in capsys.readouterr().err
