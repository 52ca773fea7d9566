"""Ladders as files and on the screen, and what leaves the machine in them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from pathways.records.ladder import Ladder

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

HELPER = "49-9098.00"
QUERY = "SELECT ?l { ?o a ceterms:Occupation ; skos:notation '49-9098.00' ; skos:prefLabel ?l }"


@pytest.mark.parametrize("extension", ["svg", "png", "pdf", "dot", "mmd", "json", "ttl", "jsonld", "md", "html", "csv"])
def test_a_ladder_is_written_in_the_form_of_its_file(run: Run, tmp_path: Path, extension: str) -> None:
    file = tmp_path / f"ladder.{extension}"

    assert run("ladder", "--sector", "power-generation", "-o", file) == 0
    assert file.stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "file", "said"),
    [
        (("ladder", "--sector", "power-generation"), "ladder.svg", r"18 rungs, \d+ steps$"),
        (("related", HELPER, "--top", "3"), "r.tsv", "1 occupation, 3 related ones"),
        (("link", "--to", "power-generation", "--top", "2", "s.txt"), "l.tsv", "1 statement, 2 suggestions"),
        (("query", "q.rq"), "a.json", "166 bytes"),
        (
            ("align", "wind", "--to", "power-generation"),
            "a.html",
            r"6 courses, 22 outcomes; \d+ of 74 competencies of ",
        ),
    ],
)
def test_what_was_written_is_said_beside_the_result(
    run: Run, tmp_path: Path, capsys: Captured, arguments: tuple[str, ...], file: str, said: str
) -> None:
    (tmp_path / "s.txt").write_text("Apply lockout and tagout\n")
    (tmp_path / "q.rq").write_text(QUERY)

    assert run(*arguments, "-o", file) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert re.match(f"Wrote {file}: {said}", err.splitlines()[-1])


def test_a_ladder_leads_from_start_to_goal(run: Run, tmp_path: Path) -> None:
    assert run("ladder", "--from", "mechanic helper", "--to", "11-3051.00", "-o", tmp_path / "l.json") == 0

    ladder = Ladder.model_validate_json((tmp_path / "l.json").read_bytes())
    codes = {rung.occupation: rung.code for rung in ladder.rungs}
    assert {(codes[way[0]], codes[way[-1]]) for way in ladder.routes} == {(HELPER, "11-3051.00")}


def test_a_ladder_on_the_screen_is_words(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("ladder", "--from", HELPER) == 0
    assert capfdbinary.readouterr().out.startswith(b"# Up from ")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 2),
        (("--sector", "power-generation", "--from", HELPER), 2),
        (("--sector", "power-generation", "--to", HELPER), 2),
        (("--sector", "astrology"), 1),
        (("--from", HELPER, "--region", "atlantis"), 1),
        (("--from", HELPER, "-o", "ladder.doc"), 2),
        (("--from", HELPER, "-o", "nowhere/ladder.svg"), 2),
    ],
)
def test_what_cannot_be_drawn_is_said(run: Run, capsys: Captured, arguments: tuple[str, ...], status: int) -> None:
    assert run("ladder", *arguments) == status
    assert capsys.readouterr().err.splitlines()[-1].startswith("ladderworks: ")


def test_sectors_are_listed_by_slug_and_title(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("sectors") == 0

    header, *rows = (line.split("\t") for line in capfdbinary.readouterr().out.decode().splitlines())
    assert header == ["sector", "title", "part of", "occupations", "kind", "inferred"]
    title = "Cascade River Power Generation Skill Panel (fictional)"
    assert rows == [["power-generation", title, "", "18", "partnership", "0"]]


def test_sectors_are_found_by_the_words_of_their_names(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("sectors", "power") == 0
    assert len(capfdbinary.readouterr().out.splitlines()) == 2

    assert run("sectors", "astrology") == 1
    assert b"no sector has 'astrology' in its name" in capfdbinary.readouterr().err


def test_a_ladder_names_what_it_does_not_draw_and_draws_all_on_demand(
    run: Run, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("ladder", "--sector", "power-generation", "--rungs", "5") == 0
    assert "## Not drawn" in capfdbinary.readouterr().out.decode()

    assert run("ladder", "--sector", "power-generation", "--rungs", "5", "--all") == 0
    assert "## Not drawn" not in capfdbinary.readouterr().out.decode()


def test_a_ladder_of_nothing_says_where_sectors_are_listed(run: Run, capsys: Captured) -> None:
    assert run("ladder") == 2
    assert "`ladderworks sectors` lists them all" in capsys.readouterr().err


@pytest.mark.parametrize("extension", ["html", "md", "pdf", "svg"])
def test_no_file_links_to_the_machine_that_made_it(run: Run, tmp_path: Path, extension: str) -> None:
    assert run("ladder", "--sector", "power-generation", "-o", tmp_path / f"l.{extension}") == 0
    content = (tmp_path / f"l.{extension}").read_bytes()

    assert b"localhost" not in content
    if extension == "pdf":
        notes = (note.get_object() for page in PdfReader(tmp_path / "l.pdf").pages for note in page.get("/Annots", ()))
        assert [note for note in notes if "localhost" in str(note)] == []


def test_a_published_address_stays_linked(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LADDERWORKS_BASE_IRI", "https://ladders.example")

    assert run("ladder", "--from", HELPER, "-o", tmp_path / "l.md") == 0
    assert f"(<https://ladders.example/id/onet/{HELPER}>)" in (tmp_path / "l.md").read_text()


def test_where_only_states_are_loaded_it_is_said_how_to_have_cities(run: Run, capsys: Captured) -> None:
    assert run("ladder", "--from", HELPER, "--region", "Spokane") == 1
    assert "import the metropolitan file of the wage statistics to have cities" in capsys.readouterr().err
