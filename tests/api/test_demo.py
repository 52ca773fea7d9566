import csv
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rdflib import Graph
from rdflib.namespace import SKOS

Run = Callable[..., int]

LADDER = {
    f"ladder.{form}" for form in ("csv", "dot", "html", "json", "jsonld", "md", "mmd", "pdf", "png", "svg", "ttl")
}
PROGRAMS = ("instrumentation-and-control-technology", "power-generation-technology", "wind-energy-maintenance")
COVERAGE = {
    f"program-{name}.{form}" for name in PROGRAMS for form in ("csv", "html", "json", "sssom.tsv", "ttl", "xlsx")
}
STANDARD = {
    *("agreement.csv", "proposal.csv", *(f"power-generation-1.0.{form}" for form in ("xlsx", "ttl", "ctdl.json"))),
    *("agreement.svg", "agreement.html", "boardroom.html", "published-agreement.html", "jobs.html"),
}
SECTOR = {"sectors.csv", "sectors.html"}
OUTCOMES = {f"outcomes.{form}" for form in ("csv", "html", "svg", "xlsx")}
COMPARISON = {f"programs.{form}" for form in ("csv", "html", "json", "xlsx")}
PAGE = {"index.html", "findings.tsv", "page/icon.svg", "page/pages.css", "page/typeface.ttf", ".made-by-ladderworks"}


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file in a folder."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, written by a process of its own."""
    folder = tmp_path_factory.mktemp("demo") / "out"
    program = Path(sys.executable).with_name("ladderworks")
    subprocess.run([program, "demo", "--out", folder], check=True, capture_output=True)
    return folder


def test_it_writes_the_ladder_the_programs_and_a_page(demo: Path) -> None:
    assert set(digests(demo)) == LADDER | COVERAGE | COMPARISON | STANDARD | SECTOR | OUTCOMES | PAGE


def test_a_second_run_is_the_same_byte_for_byte_and_says_where_to_look(
    demo: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("demo", "--out", tmp_path / "again") == 0

    assert digests(tmp_path / "again") == digests(demo)
    out = capsys.readouterr().out
    assert f"Open {tmp_path / 'again' / 'index.html'}" in out
    assert "`ladderworks serve --demo`" in out


def test_every_link_of_the_page_leads_to_a_file_or_a_place(demo: Path) -> None:
    page = (demo / "index.html").read_text()
    links = set(re.findall(r'(?:href|src)="([^"]+)"', page))
    places = set(re.findall(r'id="([^"]+)"', page))

    assert links
    for link in links:
        file, _, place = link.partition("#")
        assert (demo / file).is_file() if file else place in places, link


def test_the_page_shows_the_picture_the_coverage_and_the_findings(demo: Path) -> None:
    page = (demo / "index.html").read_text()

    assert "<svg" in page
    assert page.count("Pay is the median of a year (Washington, ") == 1, "beside the picture, and not in it as well"
    assert page.count('<div class="stack"') == len(PROGRAMS)
    assert page.count("</b> found in no outcome") == len(PROGRAMS)
    assert page.count("competencies that the firms ask for are in no outcome<") == len(PROGRAMS)
    lacks = r"\d+ of the 75 competencies that the 18 jobs of .+ ask for were found in none of the 3 programs\."
    assert re.search(lacks, page)
    assert "These matter most: " in page
    assert 'href="programs.html"' in page
    assert "SHACL: every shape; OWL: consistent with the vocabulary" in page
    assert "<script" not in page


def test_what_firms_ask_for_comes_before_the_picture_and_the_words_are_elsewhere(demo: Path) -> None:
    page = (demo / "index.html").read_text()

    assert page.index("were found in none of the 3 programs") < page.index("<svg")
    assert 'href="ladder.html#words"' in page
    assert 'id="rung-' not in page
    assert re.search(r"\d+ findings to know of</summary>.*says 2 things", page, re.DOTALL)


def words(page: Path) -> str:
    """The words of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8")).split())


def test_it_shows_why_these_jobs(demo: Path) -> None:
    page = words(demo / "index.html")
    (row,) = csv.DictReader((demo / "sectors.csv").read_text(encoding="utf-8-sig").splitlines())

    assert "The occupations of the sector have 138,410 jobs in Washington (May 2025), 4% of all there." in page
    assert "Half of these jobs pay $73,644 a year or more; the median of all work there is $62,990." in page
    assert "3 occupations are critical" in page
    assert "Electrical Engineers : 1.7 times as common as in the nation" in page
    assert row["sector"] == "power-generation"
    assert "Bureau of Labor Statistics" in page
    assert "1 sector, beside all work there." in words(demo / "sectors.html")


def test_it_shows_what_went_with_the_standard_and_hides_what_rests_on_few(demo: Path) -> None:
    page = words(demo / "index.html")
    observations = list(csv.DictReader((demo / "outcomes.csv").read_text(encoding="utf-8-sig").splitlines()))

    assert "With the standard: 19.4% (33 of 170) before, 10.2% (18 of 176) after" in page
    assert "which may as well be no difference" in page
    assert "5 of 42 figures are hidden" in page
    assert [row["hidden"] for row in observations].count("yes") == 5
    assert (demo / "outcomes.svg").read_text().strip() in (demo / "index.html").read_text()
    assert 'id="words"' in (demo / "outcomes.html").read_text()


def test_what_went_with_the_standard_knows_that_it_was_published(demo: Path) -> None:
    told = words(demo / "outcomes.html")
    assert "The standard was first ratified or published on 2026-03-19" in told
    assert "neither ratified nor published" not in told


def test_it_shows_how_the_standard_came_about(demo: Path) -> None:
    page = words(demo / "index.html")
    assert "The four firms brought 190 statements" in page
    assert "75 statements are agreed , and published as version 1.0" in page
    assert "Larkspur Plateau Wind (fictional) dissents from PG-SAF-10" in page
    assert "Local 9418 (fictional) ratified it on March 13, 2026" in page


def test_what_was_agreed_is_what_is_published(demo: Path) -> None:
    graph = Graph().parse(demo / "power-generation-1.0.ttl")
    notations = {str(code) for code in graph.objects(None, SKOS.notation)}
    assert len(notations) == 75
    assert "PG-SAF-11" in notations
    said = list(csv.DictReader((demo / "agreement.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {row["status"] for row in said} == {"agreed", "rejected"}


def test_the_workbook_has_what_is_published_for_people_who_know_no_addresses(demo: Path) -> None:
    sheets = load_workbook(demo / "power-generation-1.0.xlsx").worksheets

    assert [sheet.title for sheet in sheets] == [
        *("About", "Competencies", "Occupations", "Requirements", "Tasks", "Credentials", "Positions"),
        "Job redefinitions",
    ]
    assert sheets[1].max_row == 1 + 75
    addresses = {
        (sheet.title, sheet.cell(1, cell.column).value)
        for sheet in sheets[1:]
        for row in sheet.iter_rows()
        for cell in row
        if str(cell.value).startswith("http")
    }
    assert addresses <= {("Competencies", "address"), ("Credentials", "page")}


def test_the_pages_lead_to_each_other(demo: Path) -> None:
    compared = (demo / "programs.html").read_text()
    ladder = (demo / "ladder.html").read_text()

    for name in PROGRAMS:
        page = (demo / f"program-{name}.html").read_text()
        rungs = set(re.findall(r'href="ladder\.html#([^"]+)"', page))
        assert f'href="program-{name}.html"' in compared
        assert '<a href="index.html">Cascade River' in page
        assert rungs
        assert all(f'id="{rung}"' in ladder for rung in rungs)


def test_each_job_of_the_standard_leads_to_its_rung(demo: Path) -> None:
    ladder, jobs = ((demo / name).read_text() for name in ("ladder.html", "jobs.html"))
    rungs = re.findall(r'Where it leads: <a href="ladder\.html#([^"]+)">', jobs)

    assert len(rungs) == jobs.count("<details") > 15
    assert all(f'id="{rung}"' in ladder for rung in rungs)


def test_every_page_leads_back_to_the_first_and_has_its_typeface(demo: Path) -> None:
    for path in demo.glob("*.html"):
        page = path.read_text()
        assert re.search(r'<a class="brand" href="index.html">', page), path.name
        assert 'url("page/typeface.ttf")' in page or path.name == "index.html"


def test_what_matches_nothing_is_linked_where_it_is_listed(demo: Path) -> None:
    index, compared = ((demo / name).read_text() for name in ("index.html", "programs.html"))
    targets = {f"program-{name}.html#unasked" for name in PROGRAMS}
    linked = set(re.findall(r'href="([^"]+#unasked)"', compared))

    assert linked <= targets
    assert linked == set(re.findall(r'href="([^"]+#unasked)"', index)) != set()
    assert all('id="unasked"' in (demo / link.partition("#")[0]).read_text() for link in linked)
    assert "ladderworks align" not in compared


def test_titles_are_printed_with_a_dash_and_data_keep_those_of_the_source(demo: Path) -> None:
    for name in ("index.html", "ladder.html", "ladder.svg", "ladder.md", "programs.html"):
        assert "Helpers--" not in (demo / name).read_text(), name
    for name in ("ladder.json", "ladder.csv", "ladder.ttl", "programs.json"):
        assert "Helpers--" in (demo / name).read_text(), name


def test_a_folder_that_is_not_its_own_is_left_alone(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "thesis.txt").write_text("years of work")

    assert run("demo", "--out", tmp_path / "work") == 2
    assert "holds something else" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "work").iterdir()] == ["thesis.txt"]


def test_the_demonstration_ends_without_what_nobody_can_tell(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("demo", "--out", tmp_path / "demo") == 0
    assert "unknown" not in capsys.readouterr().err
