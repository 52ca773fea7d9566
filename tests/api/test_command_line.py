import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from api.command_line import COMMANDS
from api.commands.align import unlisted
from api.commands.imports import as_published
from api.commands.serve import elsewhere
from api.example import example_folder
from ontology.records import Iri
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from pathways.coverage import CompetencyCoverage, CurriculumMap
from pathways.records.ladder import Ladder

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

HELPER = "49-9098.00"
QUERY = "SELECT ?l { ?o a ceterms:Occupation ; skos:notation '49-9098.00' ; skos:prefLabel ?l }"

BESIDE = [
    "outcomes-power-generation",
    *(
        f"sheet-{firm}"
        for firm in ("basalt-ridge-energy", "larkspur-plateau-wind", "stillwater-bend-hydro", "tamarack-pud")
    ),
]
"""What is stored beside the example's own release."""


def ladderworks(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command as a process of its own."""
    program = Path(sys.executable).with_name("ladderworks")
    return subprocess.run(
        [program, *arguments], check=False, capture_output=True, text=True, env={**os.environ, **environment}
    )


# --- As a process ---


def test_the_command_says_its_version() -> None:
    done = ladderworks("--version")

    assert (done.returncode, done.stdout) == (0, f"ladderworks {version('ladderworks')}\n")


def test_help_names_every_command() -> None:
    done = ladderworks("--help", COLUMNS="120")

    assert done.returncode == 0
    assert [name for name in COMMANDS if f" {name} " not in done.stdout] == []


def test_help_loads_nothing_heavy() -> None:
    heavy = "rdflib fastapi numpy pydantic polars sklearn"
    code = (
        "import sys; from api.command_line import run; run(['--help']); "
        f"print([name for name in {heavy.split()} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stderr.splitlines()[-1] == "[]"


def test_an_error_is_one_paragraph_without_a_traceback(tmp_path: Path) -> None:
    done = ladderworks("ladder", "--from", "nobody at all", LADDERWORKS_KB=str(tmp_path))

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith("ladderworks: no occupation is called 'nobody at all'")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["demo", "--bogus"], ["bogus"], ["ladder", "--region"]])
def test_wrong_use_ends_with_2(arguments: list[str]) -> None:
    assert ladderworks(*arguments).returncode == 2


def stored(status: str) -> dict[str, Any]:
    """Return what ``status --json`` says of the panel's own release; its lists and outcomes stand beside it."""
    (held,) = (one for one in json.loads(status)["releases"] if one["release"]["source"] == "power-generation")
    return dict(held)


# --- Nothing imported yet ---


def test_the_example_stands_in_and_that_is_said(run: Run, capsys: Captured) -> None:
    assert run("status") == 0

    out, err = capsys.readouterr()
    assert "power-generation" in out
    assert "using the embedded example" in err
    assert out.startswith("Knowledge base: the embedded example (nothing is imported into ")


def test_status_counts_records_as_they_are_stored(run: Run, capsys: Captured) -> None:
    assert run("status", "--json") == 0

    held = stored(capsys.readouterr().out)
    counts = {count["name"]: count["count"] for count in held["records"]}
    files = {file["name"]: (file["rows"], file["kept"]) for file in held["files"]}
    assert held["release"]["source"] == "power-generation"
    assert counts["ceterms:Occupation"] == 18
    assert counts["lw:SkillRequirement"] == 415
    assert files["requirements.csv"] == (415, 415)


# --- Import ---


def test_a_release_is_imported_and_then_used(run: Run, capsys: Captured) -> None:
    assert run("import", "partnership", example_folder()) == 0
    first, *others = capsys.readouterr().out.splitlines()
    kept, beside = others[:4], others[4:]
    said = re.match(r"power-generation draft: (\d+) of (\d+) rows of (\d+) files are in ", first)
    assert [line.partition(" ")[0] for line in beside] == BESIDE
    assert [line.partition(" (")[0] for line in kept] == [
        "decisions.csv",
        "lines.csv",
        "positions.csv",
        "ratifications.csv",
    ]
    assert kept[1].startswith("lines.csv (25 rows) is kept for comparison with the computed ladder; nothing of it is")
    assert kept[0].startswith("decisions.csv (119 rows) is kept for `ladderworks standard decide` and `position`;")

    assert run("status", "--json") == 0
    out, err = capsys.readouterr()
    files = stored(out)["files"]
    assert said is not None
    assert [sum(f["kept"] for f in files), sum(f["rows"] for f in files), len(files)] == [int(n) for n in said.groups()]
    assert len(json.loads(out)["releases"]) == 1 + len(BESIDE)
    assert err == ""

    assert run("check", "power-generation") == 0
    assert "nothing found (SHACL" in capsys.readouterr().out


def test_the_ladders_of_several_imports_are_prepared_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / "kb"))
    snapshots = tmp_path / "kb" / "snapshots"

    assert run("import", "partnership", example_folder(), "--no-prepare") == 0
    assert "s; whoever asks for a ladder first prepares it\n" in capsys.readouterr().err
    assert not [*snapshots.rglob("snapshot.json")]
    assert run("ladder", "--sector", "power-generation", "-o", "l.json") == 0
    assert [*snapshots.rglob("snapshot.json")]


def test_an_import_says_how_long_it_took(run: Run, capsys: Captured) -> None:
    assert run("import", "partnership", example_folder()) == 0

    timed = r"^Loaded in \d+\.\d s, then prepared the ladders in \d+\.\d s$"
    assert re.search(timed, capsys.readouterr().err, re.MULTILINE)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The example with forty requirements of competencies that it does not have."""
    folder = tmp_path / "broken"
    shutil.copytree(example_folder(), folder)
    rows = (folder / "requirements.csv").read_text().splitlines()
    rows[1:41] = [row.replace(",PG-", ",XX-") for row in rows[1:41]]
    (folder / "requirements.csv").write_text("\n".join(rows))
    return folder


def test_after_a_refusal_it_is_said_what_to_do(run: Run, broken: Path, capsys: Captured) -> None:
    assert run("import", "partnership", broken) == 1
    assert "Correct the rows and import again, or leave them out with --skip-bad-rows" in capsys.readouterr().err

    assert run("import", "partnership", broken, "--skip-bad-rows") == 0
    assert "(the first of 40)" in capsys.readouterr().err


def test_what_cannot_be_skipped_is_not_told_to_be(run: Run, broken: Path, capsys: Captured) -> None:
    occupations = broken / "occupations.csv"
    occupations.write_text(occupations.read_text().replace("code", "number", 1))

    assert run("import", "partnership", broken, "--skip-bad-rows") == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("Nothing was stored. --skip-bad-rows left out what it can; correct what is said above")


def test_what_is_no_fault_of_a_row_is_not_told_to_be_skipped(run: Run, broken: Path, capsys: Captured) -> None:
    (broken / "occupations.csv").unlink()

    assert run("import", "partnership", broken) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == "Nothing was stored. Correct what is said above and import again"


def test_bad_rows_are_refused_and_all_of_them_listed(run: Run, broken: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", "partnership", broken, "--report", tmp_path / "report.tsv") == 1

    err = capsys.readouterr().err
    report = (tmp_path / "report.tsv").read_text().splitlines()
    assert "40 errors" in err
    assert "(the first of 40)" in err
    assert sum("XX-" in line for line in report) == 40
    assert run("status", "--json") == 0
    assert stored(capsys.readouterr().out)


def test_a_source_that_is_not_there_is_wrong_use(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", "astrology", tmp_path) == 2
    assert "onet" in capsys.readouterr().err


# --- Remove ---


def test_a_source_is_removed_and_what_is_lost_said(run: Run, capsys: Captured) -> None:
    run("import", "partnership", example_folder())
    capsys.readouterr()

    assert run("remove", "power-generation", "--yes") == 0
    out = capsys.readouterr().out.splitlines()
    assert re.match(r"  power-generation@draft · Cascade River .*\([\d,]+ rows of \d+ files\)$", out[1])
    assert [line.split("@")[0].strip() for line in out[2 : 2 + len(BESIDE)]] == BESIDE
    assert out[2 + len(BESIDE) : 4 + len(BESIDE)] == ["Removed.", "No longer computed:"]
    assert "  ladders and related occupations: no occupation is left" in out
    assert "  ladder --sector: power-generation" in out
    assert "  ladder --region: National, Washington" in out
    assert (
        "  align: Instrumentation and Control Technology, Power Generation Technology, Wind Energy Maintenance" in out
    )
    assert sum(line.startswith("  link --to and align --to: ") for line in out) == 1
    assert out[-1] == "Nothing is imported any more: commands use the embedded example."

    assert run("status") == 0
    assert capsys.readouterr().out.startswith("Knowledge base: the embedded example")


def test_one_release_is_removed_and_the_newest_named(run: Run, capsys: Captured) -> None:
    for year in ("2025.1", "2026.1"):
        run("import", "partnership", example_folder(), "--release", year)
    capsys.readouterr()

    assert run("remove", "power-generation@2026.1", "--yes") == 0
    out = capsys.readouterr().out
    assert "power-generation@2025.1 ·" not in out
    assert "The newest of power-generation is now power-generation@2025.1." in out
    assert "Everything that could be computed still can be, from what is left." in out

    run("status", "--json")
    assert stored(capsys.readouterr().out)["release"]["version"] == "2025.1"


@pytest.mark.parametrize(("said", "status", "held"), [("n\n", 1, 6), ("y\n", 0, 0)])
def test_a_person_is_asked_first(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, status: int, held: int
) -> None:
    run("import", "partnership", example_folder())
    capsys.readouterr()
    answer = io.StringIO(said)
    monkeypatch.setattr(answer, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdin", answer)

    assert run("remove", "power-generation") == status
    assert ("Nothing was removed." in capsys.readouterr().out) == bool(held)
    with KnowledgeBase.open(tmp_path / "kb") as base:
        assert len(base.releases()) == held


@pytest.mark.parametrize(("said", "status"), [("n\n", 1), ("y\n", 0)])
def test_an_answer_may_come_through_a_pipe(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch, said: str, status: int
) -> None:
    run("import", "partnership", example_folder())
    monkeypatch.setattr("sys.stdin", io.StringIO(said))

    assert run("remove", "power-generation") == status
    assert ("Nothing was removed." in capsys.readouterr().out) == bool(status)


def test_a_script_that_does_not_answer_has_to_say_that_it_means_it(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", "partnership", example_folder())
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert run("remove", "power-generation") == 2
    assert "say --yes where this is meant" in capsys.readouterr().err
    assert run("status") == 0
    assert "power-generation draft" in capsys.readouterr().out


def test_what_is_not_there_cannot_be_removed(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("remove", "power-generation", "--yes") == 1
    assert "nothing is imported into" in capsys.readouterr().err
    assert not (tmp_path / "kb").exists()

    run("import", "partnership", example_folder())
    assert run("remove", "power-generation@1999", "--yes") == 1
    assert ", power-generation@draft, " in capsys.readouterr().err


# --- Looking up ---


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


# --- Ladders ---


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


# --- Statements, checks and queries ---


def test_statements_are_linked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "statements.txt").write_text("Apply lockout and tagout\n\nRead single-line diagrams\n")

    assert run("link", "--to", "power-generation", "--top", 2, "statements.txt", "-o", tmp_path / "l.tsv") == 0

    header, *rows = (line.split("\t") for line in (tmp_path / "l.tsv").read_text().splitlines())
    assert header == ["statement", "rank", "id", "label", "confidence"]
    assert len(rows) == 4
    assert rows[0][2].endswith("/id/power-generation/PG-SAF-03")


def test_a_statement_that_begins_as_a_formula_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "statements.txt").write_text("=HYPERLINK(0) lockout\n- Apply lockout and tagout\n")

    assert run("link", "--to", "power-generation", "--top", 1, "statements.txt", "-o", tmp_path / "l.tsv") == 0

    rows = (tmp_path / "l.tsv").read_text().splitlines()[1:]
    assert [row.partition("\t")[0] for row in rows] == ["'=HYPERLINK(0) lockout", "'- Apply lockout and tagout"]


def test_statements_may_come_from_a_pipe(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"Apply lockout and tagout\n")
    os.close(writing)

    assert run("link", "--to", "power-generation", "--top", 1, f"/dev/fd/{reading}") == 0
    os.close(reading)
    assert b"PG-SAF-03" in capfdbinary.readouterr().out


def test_statements_may_come_from_standard_input() -> None:
    program = Path(sys.executable).with_name("ladderworks")
    command = [str(program), "link", "--to", "power-generation", "--top", "1", "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, input="Apply lockout and tagout\n")

    assert "PG-SAF-03" in done.stdout


def test_no_statements_find_nothing(run: Run, capsys: Captured) -> None:
    assert run("link", "--to", "power-generation", "/dev/null") == 1
    assert run("link", "--to", "power-generation", "missing.txt") == 2
    assert "there is no file missing.txt; name one with a statement" in capsys.readouterr().err


def test_a_framework_that_is_not_there_is_named_with_those_that_are(run: Run, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "statements.txt").write_text("Weld\n")

    assert run("link", "--to", "astrology", "statements.txt") == 1
    assert "tamarack-pud" in capsys.readouterr().err


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


# --- Programs ---


@pytest.mark.parametrize(
    "program", ["wind-energy-maintenance", "Wind Energy Maintenance", "wind ENERGY maintenance", "wind energy", "WIND"]
)
def test_a_stored_program_is_held_against_the_standard(run: Run, capsys: Captured, program: str) -> None:
    assert run("align", program, "--to", "power-generation") == 0
    wind = r"Wind Energy Maintenance, Tamarack Valley College \(fictional\)"
    assert re.match(rf"{wind}: \d+ of the 74 competencies that the 18 jobs of ", capsys.readouterr().out)


@pytest.mark.parametrize("extension", ["sssom.tsv", "csv", "xlsx", "json", "html", "ttl"])
def test_a_program_from_a_file_is_written_in_every_form(run: Run, tmp_path: Path, extension: str) -> None:
    program = example_folder() / "colleges" / "tamarack-valley-wind-energy.xlsx"

    assert run("align", program, "--to", "tamarack-pud", "-o", tmp_path / f"map.{extension}") == 0
    assert (tmp_path / f"map.{extension}").stat().st_size > 1000


def test_a_program_on_the_screen_is_what_it_lacks_then_its_outcomes(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("align", "wind", "--to", "power-generation") == 0
    head, offer, lacking, found, outcomes = capsys.readouterr().out.strip().split("\n\n")
    assert "ladderworks align wind --to power-generation --job 49-9081.00 holds it" in offer
    columns, *rows = outcomes.splitlines()

    nothing = re.search(
        r" ask for were found in no outcome\. (\d) of 22 outcomes match nothing: \1 nearly matched ", head
    )
    assert re.search(r" Some of the \d\d missing may be taught in other words: check these outcomes first ", head)
    assert re.fullmatch(r"Teamwork Across Crafts +18 of 18 jobs  4\.1 of 5", lacking.splitlines()[1])
    assert lacking.splitlines()[-1].endswith(" more; -o FILE.html for all")
    assert "of 22 outcomes match nothing" not in found, "once is enough"
    assert columns.split("\t") == ["course", "statement", "may mean", "how sure"]
    assert sum(row.startswith("WET") for row in rows) == 22
    lockout = r"(WET 101)?\tApply lockout/tagout to .+ rotor energy\.\tLockout/Tagout\t\d\d% likely"
    assert sum(bool(re.fullmatch(lockout, row)) for row in rows) == 1
    assert nothing
    assert sum("\tno match\t" in row for row in rows) == int(nothing[1])

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("api.terminal.outcome_table.SHOWN", 5)
    assert run("align", "wind", "--to", "power-generation") == 0
    shown = capsys.readouterr().out.strip().split("\n\n")[-1].splitlines()
    assert max(map(len, shown)) < 150
    assert shown[6] == f"… and {len(rows) - 5} more; -o FILE.html for all"


def test_a_program_that_is_not_there_is_named_with_those_that_are(run: Run, capsys: Captured) -> None:
    assert run("align", "astrology", "--to", "power-generation") == 1
    assert "wind-energy-maintenance" in capsys.readouterr().err


def test_a_part_that_several_programs_have_names_them(run: Run, capsys: Captured) -> None:
    assert run("align", "technology", "--to", "power-generation") == 1

    err = capsys.readouterr().err
    assert "'technology' fits several programs; name one of: " in err
    assert "power-generation-technology" in err
    assert "wind" not in err.split("; name one of: ")[1]


def test_columns_that_are_not_read_are_said(run: Run, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "p.csv").write_text("Course,Learning outcomes,Favorite color\nA 1,Apply lockout and tagout,red\n")

    assert run("align", "p.csv", "--to", "power-generation") == 0
    out, err = capsys.readouterr()
    assert "Favorite color" in err
    assert "Favorite color" not in out
    assert "matches something." in out


def test_what_a_page_does_not_list_is_not_promised() -> None:
    map_of = {
        "program": "http://x/p",
        "label": "P",
        "framework": "f",
        "framework_iri": "http://x/f",
        "framework_label": "F",
    }
    large = CurriculumMap.model_validate({**map_of, "size": 9_000, "threshold": 0.4, "competencies": (), "courses": ()})

    gap = CompetencyCoverage(iri=Iri("http://x/g"), label="G")

    assert unlisted(large).startswith("What is lacking is not listed")
    assert unlisted(large.model_copy(update={"size": 1, "competencies": (gap,)})).startswith("found in no outcome")


# --- Serve ---


def test_a_port_that_is_taken_is_said_before_anything_is_served(run: Run, capsys: Captured) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run("serve", "--port", port) == 2

    err = capsys.readouterr().err
    assert f"cannot listen on 127.0.0.1, port {port}: Address already in use; choose another with --port" in err
    assert "Serving on" not in err


def test_addresses_that_lead_to_another_port_are_warned_of() -> None:
    assert "not port 8765" in elsewhere("http://localhost:8000", 8765)
    assert elsewhere("http://localhost:8000", 8000) == ""
    assert elsewhere("https://ladders.example", 8765) == ""


# --- Files that leave the machine ---


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


def test_the_demonstration_ends_without_what_nobody_can_tell(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("demo", "--out", tmp_path / "demo") == 0
    assert "unknown" not in capsys.readouterr().err


def test_faults_of_the_publisher_need_nothing_done() -> None:
    odd = Finding(code="unknown-code", severity=Severity.WARNING, message="is withdrawn", file="a.txt", row=3)
    cut = odd.model_copy(update={"code": "cut-short"})
    unclear = odd.model_copy(update={"severity": Severity.UNKNOWN})

    assert as_published("onet", Report([odd]), skipped=False)
    assert not as_published("onet", Report([odd]), skipped=True)
    assert not as_published("partnership", Report([odd]), skipped=False)
    assert not as_published("onet", Report([odd, cut]), skipped=False)
    assert not as_published("onet", Report([odd, unclear]), skipped=False)


def test_rows_of_what_is_read_whole_are_not_offered_to_be_left_out(run: Run, capsys: Captured) -> None:
    Path("skills.csv").write_text("RSD Name,Skill Statement\nWeld,Weld it.\nGrind,\n", encoding="utf-8")
    assert run("import", "rsd", "skills.csv") == 1
    assert "Nothing was stored. Correct what is said above and import again" in capsys.readouterr().err
    assert run("import", "rsd", "skills.csv", "--skip-bad-rows") == 2
    assert "what comes as rsd is read whole or not at all" in capsys.readouterr().err
