"""Curriculum maps: what is taught, what is missing, and every form they are given away in."""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from ontology.errors import NotFoundError, UnsupportedError
from ontology.identifiers import Identifiers
from ontology.records import CompetencyKind, Iri
from ontology.store import KnowledgeBase
from pathways.coverage import FORMATS, CurriculumMap, Target, align, coverage_format
from pathways.coverage.wording import percent
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, read_program
from standards.imports import import_release
from standards.matching import Entry, Index
from standards.sssom import NO_TERM_FOUND, read_sssom

PROGRAM = (
    "Program,Course,Title,Outcome\n"
    "Maintenance,M 1,Safety,Lock and tag equipment\n"
    "Maintenance,M 1,Safety,=HYPERLINK(0) <script>alert(1)\n"
    'Maintenance,M 2,Shop,"Align coupled shafts with dial indicators"\n'
)


def entry(code: str, label: str, statement: str, group: str) -> Entry:
    return Entry(iri=Iri(f"http://x/id/s/{code}"), code=code, label=label, alt_labels=(statement,), group=group)


@pytest.fixture(scope="module")
def target() -> Target:
    entries = [
        entry("S1", "Lockout/Tagout", "Lock and tag equipment before work", "Safety"),
        entry("S2", "First Aid", "Give first aid & call for help", "Safety"),
        entry("M1", "Shaft Alignment", "Align coupled shafts with indicators or laser", "Mechanical"),
    ]
    return Target("s", Iri("http://x/id/framework/s"), "Standard <S>", Index.of(entries))


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    return read_program(ArchivedFile("program.csv", "", PROGRAM.encode), Identifiers())


@pytest.fixture(scope="module")
def mapped(curriculum: Curriculum, target: Target) -> CurriculumMap:
    return align(curriculum, target)


@pytest.fixture(scope="module")
def example(project: Path) -> CurriculumMap:
    folder = project / "examples/power-generation"
    path = folder / "colleges/tamarack-valley-power-generation.csv"
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [folder])
        with pytest.raises(NotFoundError):
            Target.of(base, "nothing")
        found = Target.of(base, "power-generation")
    return align(read_program(ArchivedFile(path.name, "", path.read_bytes), Identifiers()), found)


def test_says_what_is_taught_where_and_what_is_missing(mapped: CurriculumMap) -> None:
    assert [competency.code for competency in mapped.taught] == ["S1", "M1"]
    assert [competency.code for competency in mapped.gaps] == ["S2"]
    assert [outcome.statement[:4] for outcome in mapped.unmatched] == ["=HYP"]
    assert [teaching.course for teaching in mapped.taught[1].taught_by] == [mapped.courses[1].iri]


def test_every_suggestion_reaches_the_threshold(curriculum: Curriculum, target: Target, mapped: CurriculumMap) -> None:
    highest = max(s.certainty for outcome in mapped.outcomes for s in outcome.suggestions)
    strict = align(curriculum, target, threshold=highest)

    assert [s.certainty for outcome in strict.outcomes for s in outcome.suggestions] == [highest]
    assert len(strict.unmatched) == len(strict.outcomes) - 1


def test_the_example_reads_as_an_instructor_would_have_it(example: CurriculumMap) -> None:
    first = {outcome.statement: outcome.suggestions[:1] for outcome in example.outcomes}
    expected = {
        "Select and inspect personal protective equipment for a given task.": "Personal Protective Equipment",
        "Rig and move a load with chain hoists, slings and hand signals.": "Rigging and Lifting",
        "Align coupled shafts with dial indicators and with a laser tool.": "Bearings and Shaft Alignment",
        "Analyze a boiler water sample and recommend treatment.": "Water Chemistry",
        "Calibrate a pressure transmitter and document the result.": "Instrument Calibration",
        "Explain how reliability standards bind a generator operator.": "Reliability Standards",
    }

    assert {statement: first[statement][0].label for statement in expected} == expected
    assert first["Compose thesis-driven essays for different audiences."] == ()
    assert first["Evaluate, integrate and cite sources."] == ()
    assert 30 <= len(example.taught) <= 45
    assert len(example.taught) + len(example.gaps) == example.size == 74


@pytest.mark.parametrize("form", FORMATS.all, ids=lambda form: form.extension)
def test_the_same_map_is_the_same_bytes(
    form: object, curriculum: Curriculum, target: Target, mapped: CurriculumMap
) -> None:
    again = align(curriculum, target)

    assert coverage_format(form.extension).write(again) == coverage_format(form.extension).write(mapped)  # type: ignore[attr-defined]


def test_json_is_the_record(mapped: CurriculumMap) -> None:
    assert CurriculumMap.model_validate_json(coverage_format("json").write(mapped)) == mapped


def test_sssom_has_matches_unmatched_outcomes_and_gaps(mapped: CurriculumMap) -> None:
    mappings = read_sssom(coverage_format(".sssom.tsv").write(mapped).decode()).mappings

    assert sorted(m.mapping_cardinality for m in mappings) == ["", "", "0:1", "1:0"]
    assert [m.object_id for m in mappings if m.mapping_cardinality == "1:0"] == [NO_TERM_FOUND]
    assert [m.object_label for m in mappings if m.mapping_cardinality == "0:1"] == ["First Aid"]
    assert all((m.confidence or 0) >= mapped.threshold for m in mappings if not m.mapping_cardinality)


def test_no_cell_is_a_formula(mapped: CurriculumMap) -> None:
    book = openpyxl.load_workbook(io.BytesIO(coverage_format("xlsx").write(mapped)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert "'=HYPERLINK(0)" in coverage_format("csv").write(mapped).decode()


class Outline(HTMLParser):
    """Tags, identifiers and links within the page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" else []


def test_the_page_stands_alone_and_its_links_lead_somewhere(example: CurriculumMap, mapped: CurriculumMap) -> None:
    for curriculum in (example, mapped):
        page = Outline()
        page.feed(coverage_format("html").write(curriculum).decode())

        assert {"script", "link", "img", "iframe"} & set(page.tags) == set()
        assert len(page.ids) == len(set(page.ids))
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
        assert page.tags.count("h1") == 1


def test_the_page_says_it_in_words_too(mapped: CurriculumMap) -> None:
    page = coverage_format("html").write(mapped).decode()

    assert "<strong>2 of 3</strong> competencies are in some outcome: 2 likely taught, all 2 unconfirmed" in page
    assert "nobody has reviewed any of them yet" in page
    assert "Standard &lt;S&gt;" in page
    assert "No match" in page
    assert '<td role="cell" class="count courses">not found</td>' in page


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(UnsupportedError, match=r"sssom\.tsv"):
        coverage_format("docx")


def test_an_unmatched_outcome_names_three_to_consider_that_count_nowhere(mapped: CurriculumMap) -> None:
    (unmatched,) = mapped.unmatched
    page = coverage_format("html").write(mapped).decode()
    counted = {(teaching.course, c.iri) for c in mapped.taught for teaching in c.taught_by}

    assert len(unmatched.considered) == 3
    assert unmatched.nearest == unmatched.considered[0]
    assert [s.certainty for s in unmatched.considered] == sorted(s.certainty for s in unmatched.considered)[::-1]
    assert all(s.certainty < mapped.threshold for s in unmatched.considered)
    assert all(outcome.considered == () for outcome in mapped.outcomes if outcome.suggestions)
    assert page.count('<dd class="consider">') == 3
    assert page.count(", not counted</span>") == 3
    assert len(counted) == 2


def reviewed(curriculum: CurriculumMap) -> list[dict[str, str]]:
    book = openpyxl.load_workbook(io.BytesIO(coverage_format("xlsx").write(curriculum)))
    header, *rows = book["Outcomes to review"].iter_rows(values_only=True)
    return [
        dict(zip(map(str, header), ("" if cell is None else str(cell) for cell in row), strict=True)) for row in rows
    ]


def test_a_reviewer_sees_what_comes_nearest_to_an_unmatched_outcome(mapped: CurriculumMap) -> None:
    (unmatched,) = mapped.unmatched
    (row,) = (row for row in reviewed(mapped) if row["Competency"] == "No match")
    of_csv = list(csv.DictReader(io.StringIO(coverage_format("csv").write(mapped).decode())))

    assert (
        row["To consider 1"]
        == f"{unmatched.considered[0].label} ({percent(unmatched.considered[0].certainty)}, not counted)"
    )
    assert row["To consider addresses"].split() == [suggestion.iri for suggestion in unmatched.considered]
    assert [r["to_consider_1"] for r in of_csv if r["competency"] == "No match"] == [row["To consider 1"]]
    assert all(not r["to_consider_1"] for r in of_csv if r["competency"] != "No match")


def test_the_workbook_leaves_out_columns_that_the_framework_does_not_fill(curriculum: Curriculum) -> None:
    bare = Entry(iri=Iri("http://x/id/s/1"), label="Shaft Alignment")
    plain = align(curriculum, Target("s", Iri("http://x/id/framework/s"), "S", Index.of([bare])))
    book = openpyxl.load_workbook(io.BytesIO(coverage_format("xlsx").write(plain)))

    assert [cell.value for cell in book["Competencies by course"][1]] == [
        *("Competency", "Standing", "Courses", "M 1", "M 2")
    ]
    assert not {"Category", "Competency code"} & reviewed(plain)[0].keys()


def test_a_product_is_meant_only_where_the_outcome_names_it() -> None:
    software = Entry(iri=Iri("http://x/1"), label="Control system software", kind=CompetencyKind.TECHNOLOGY)
    control = Entry(iri=Iri("http://x/2"), label="Infection control", kind=CompetencyKind.SKILL)
    target = Target("s", Iri("http://x/id/framework/s"), "S", Index.of([software, control]))
    rows = "Course,Outcome\nN 1,Apply control of systems\nN 1,Configure software of a control system\n"

    program = read_program(ArchivedFile("program.csv", "", rows.encode), Identifiers())
    (one, other) = align(program, target, threshold=0).outcomes

    assert [suggestion.label for suggestion in one.suggestions] == ["Infection control"]
    assert "Control system software" in {suggestion.label for suggestion in other.suggestions}


def test_a_product_is_not_named_by_a_word_that_only_begins_alike() -> None:
    software = Entry(iri=Iri("http://x/1"), label="spaCy", kind=CompetencyKind.TECHNOLOGY)
    tool = Entry(iri=Iri("http://x/2"), label="Torque wrenches", kind=CompetencyKind.TOOL)
    target = Target("s", Iri("http://x/id/framework/s"), "S", Index.of([software, tool]))
    rows = "Course,Outcome\nN 1,Explain confined space entry permits\nN 1,Use a torque wrench\n"

    program = read_program(ArchivedFile("program.csv", "", rows.encode), Identifiers())
    (one, other) = align(program, target, threshold=0).outcomes

    assert not one.suggestions
    assert not one.considered
    assert [suggestion.label for suggestion in other.suggestions] == ["Torque wrenches"]
