"""The written forms: what a person or a program finds in them, and that they are safe to open."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from html.parser import HTMLParser

import openpyxl
import pytest
from rdflib import Graph, URIRef

from ontology.namespaces import LW, OWL, PROV, RDF, SEMAPV, SKOS, SSSOM
from ontology.records import Verdict
from pathways.coverage import (
    COMPARISON_FORMATS,
    FORMATS,
    Comparison,
    CurriculumMap,
    Demand,
    Target,
    align,
    compare,
    comparison_format,
    coverage_format,
)
from pathways.coverage.curriculum_map import CompetencyCoverage
from pathways.coverage.pages import program_page
from pathways.coverage.pages.grid import COLUMNS
from pathways.coverage.rung_wording import ONLY_INTRODUCED
from pathways.coverage.sheets.glance import glance_sheet
from standards.archives import ArchivedFile
from standards.curricula import Curriculum
from standards.reviewing import Reviews, read_decisions
from standards.sssom import NO_TERM_FOUND, read_sssom

YES, NO = Verdict.ACCEPTED, Verdict.REJECTED


@pytest.fixture(scope="module")
def decided(curriculum: Curriculum, target: Target, demand: Demand, judged: Callable[..., Reviews]) -> CurriculumMap:
    """Return the program with one suggestion accepted and one rejected."""
    reviews = judged(("Lock and tag", "S1", YES, {"comment": "=1+1"}), ("Align coupled", "M1", NO, {}))
    return align(curriculum, target, reviews=reviews, demand=demand)


def written(found: CurriculumMap, form: str) -> str:
    return coverage_format(form).write(found).decode()


def changed(found: CurriculumMap, **facts: object) -> CurriculumMap:
    """Return a map with other facts; what was computed of the old ones is forgotten."""
    return CurriculumMap.model_validate(
        {**{name: getattr(found, name) for name in CurriculumMap.model_fields}, **facts}
    )


def workbook(found: CurriculumMap | Comparison) -> openpyxl.Workbook:
    form = coverage_format("xlsx") if isinstance(found, CurriculumMap) else comparison_format("xlsx")
    return openpyxl.load_workbook(io.BytesIO(form.write(found)))  # type: ignore[arg-type]


# --- JSON, SSSOM, Turtle ---


def test_json_is_the_record(mapped: CurriculumMap, decided: CurriculumMap) -> None:
    for found in (mapped, decided):
        assert CurriculumMap.model_validate_json(written(found, "json")) == found


def test_sssom_names_who_decided(decided: CurriculumMap) -> None:
    text = written(decided, "sssom.tsv")
    mappings = read_sssom(text).mappings
    by_hand = [m for m in mappings if m.mapping_justification == str(SEMAPV.ManualMappingCuration)]
    (accepted,) = (m for m in by_hand if not m.predicate_modifier)
    (rejected,) = (m for m in by_hand if m.predicate_modifier)

    assert '#sssom_version: "1.1"' in text
    assert (accepted.object_label, accepted.reviewer_label) == ("Lockout/Tagout", ("Dana Whitefeather",))
    assert (accepted.review_date, accepted.confidence) == ("2026-11-20", None)
    assert (rejected.predicate_modifier, rejected.object_label) == ("Not", "Shaft Alignment")
    assert {m.mapping_cardinality for m in mappings if NO_TERM_FOUND in (m.subject_id, m.object_id)} == {"0:1", "1:0"}


def test_sssom_without_reviews_is_of_no_version(mapped: CurriculumMap) -> None:
    text = written(mapped, "sssom.tsv")

    assert "sssom_version" not in text
    assert "review" not in text.splitlines()[-1]


def test_turtle_says_the_same_as_sssom(decided: CurriculumMap) -> None:
    graph = Graph().parse(data=written(decided, "ttl"), format="turtle")
    rows = read_sssom(written(decided, "sssom.tsv")).mappings
    axioms = {
        (str(graph.value(axiom, OWL.annotatedSource)), str(graph.value(axiom, OWL.annotatedTarget)))
        for axiom in graph.subjects(RDF.type, OWL.Axiom)
    }

    assert axioms == {(row.subject_id, row.object_id) for row in rows}
    (whole,) = graph.subjects(RDF.type, SSSOM.MappingSet)
    assert len(list(graph.objects(whole, SSSOM.mappings))) == len(rows)


def test_turtle_states_only_what_a_person_accepted(decided: CurriculumMap, mapped: CurriculumMap) -> None:
    graph = Graph().parse(data=written(decided, "ttl"), format="turtle")
    stated = {(str(s), str(o)) for s, o in graph.subject_objects(SKOS.closeMatch)}
    accepted = next(o for o in decided.outcomes if o.statement.startswith("Lock and tag"))

    assert stated == {(accepted.iri, "http://x/id/s/S1")}
    assert not list(Graph().parse(data=written(mapped, "ttl"), format="turtle").subject_objects(SKOS.closeMatch))
    assert [str(modifier) for modifier in graph.objects(None, SSSOM.predicate_modifier)] == ["Not"]


def test_turtle_says_who_judged_and_when(decided: CurriculumMap) -> None:
    graph = Graph().parse(data=written(decided, "ttl"), format="turtle")
    review = URIRef("http://x/review/0")

    assert (review, RDF.type, PROV.Activity) in graph
    assert graph.value(review, LW.verdict) == LW.Accepted
    assert str(graph.value(review, SSSOM.reviewer_label)) == "Dana Whitefeather"
    assert str(graph.value(review, PROV.endedAtTime)).startswith("2026-11-20T09:00:00")
    assert list(graph.subjects(PROV.wasGeneratedBy, review))


# --- Workbooks and CSV ---


def test_the_first_sheet_answers_what_is_asked_for_and_not_taught(decided: CurriculumMap) -> None:
    sheet = workbook(decided).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    header = next(place for place, row in enumerate(rows) if row[0] == "Competency")

    assert sheet.title == "At a glance"
    assert str(rows[0][0]).startswith(
        "3 of the 4 competencies that the 2 jobs of Panel ask for were found in no outcome"
    )
    assert [row[0] for row in rows[header + 1 : header + 4]] == ["First Aid", "Vibration Analysis", "Shaft Alignment"]
    assert [row[10] for row in rows[header + 1 : header + 3]] == ["Helper; Mechanic", "Mechanic"]
    assert str(rows[header + 5][0]).startswith("Unconfirmed: suggested by machine")
    assert "Hydro <Inc>: Reads vibration <plots> (70%)" in [row[8] for row in rows]


def test_every_sheet_opens_as_a_person_expects(decided: CurriculumMap) -> None:
    for sheet in workbook(decided).worksheets:
        top = int(str(sheet.auto_filter.ref).split(":")[0].strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))

        assert sheet.freeze_panes.endswith(str(top + 1))
        assert sheet.print_title_rows


def test_a_decision_is_chosen_from_a_list(decided: CurriculumMap) -> None:
    sheet = workbook(decided)["Outcomes to review"]
    header = [cell.value for cell in sheet[1]]
    at = header.index("Decision")
    offered = {str(rule.sqref): str(rule.formula1) for rule in sheet.data_validations.dataValidation}
    rows = {row[2].value: row[at].coordinate for row in sheet.iter_rows(min_row=2)}

    assert header[at : at + 3] == ["Decision", "Change to", "Comment"]
    assert offered[rows["Lockout/Tagout"]] == '"accept,reject,change,none"'
    assert offered[rows["No match"]] == '"1,2,3,none,change"'
    assert "none: nothing in the framework is right" in sheet.cell(1, at + 1).comment.text


def test_color_never_stands_without_words(decided: CurriculumMap) -> None:
    colored = [
        cell
        for sheet in workbook(decided).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb not in ("00000000", None) and cell.fill.fill_type
    ]

    assert colored
    assert [cell.coordinate for cell in colored if cell.value in (None, "")] == []


def test_no_share_looks_as_if_it_reached_a_threshold_that_it_does_not(mapped: CurriculumMap) -> None:
    almost = [
        course.model_copy(
            update={
                "outcomes": tuple(
                    o.model_copy(
                        update={
                            "suggestions": tuple(p.model_copy(update={"confidence": 0.59996}) for p in o.suggestions)
                        }
                    )
                    for o in course.outcomes
                )
            }
        )
        for course in mapped.courses
    ]
    sheet = workbook(changed(mapped, courses=tuple(almost)))["Outcomes to review"]
    at = [cell.value for cell in sheet[1]].index("Confidence")
    cells = [row[at] for row in sheet.iter_rows(min_row=2) if row[at].value != ""]

    assert {(cell.value, cell.number_format) for cell in cells if cell.value} == {(0.599, "0.0%")}


def test_a_rung_s_share_stands_beside_what_is_unconfirmed(mapped: CurriculumMap) -> None:
    sheet = workbook(mapped)["Jobs a graduate can reach"]
    header, *rows = sheet.iter_rows(values_only=True)
    helper = next(dict(zip(header, row, strict=True)) for row in rows if row[1] == "Helper")

    assert [helper[name] for name in ("Covered", "Competencies asked for", "Of these covered")] == [0.5, 2, 1]
    assert helper["Of the covered unconfirmed"] == 1


def test_tables_keep_their_roles_where_a_narrow_screen_shows_lists(
    decided: CurriculumMap, compared: Comparison
) -> None:
    for page in (written(decided, "html"), comparison_format("html").write(compared).decode()):
        assert page.count("<table") == page.count('role="table"')
        assert page.count("<tr") == page.count('role="row"')
        assert page.count("<td") == page.count('role="cell"')
        assert page.count("<th ") == page.count('role="columnheader"') + page.count('role="rowheader"')
        assert "overflow: auto" not in page
        assert "${" not in page


def test_a_long_or_missing_code_stands_as_a_number_that_the_list_of_courses_explains(mapped: CurriculumMap) -> None:
    bare = tuple(course.model_copy(update={"code": ""}) for course in mapped.courses)
    page = Outline(written(changed(mapped, courses=bare), "html")).text

    assert "#1 #2" in page
    assert "#1 Safety #2 Shop" in page


def test_no_cell_of_any_form_is_a_formula(decided: CurriculumMap, compared: Comparison) -> None:
    for book in (workbook(decided), workbook(compared)):
        assert [c.value for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"] == []
    cells = [cell for row in csv.reader(io.StringIO(written(decided, "csv"))) for cell in row]
    assert "'=HYPERLINK(0) <script>alert(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_decisions_that_are_filled_in_are_read_back(mapped: CurriculumMap) -> None:
    book = workbook(mapped)
    sheet = book["Outcomes to review"]
    at = [cell.value for cell in sheet[1]].index("Decision") + 1
    for row, word in zip(range(2, 5), ("accept", "reject", ""), strict=True):
        sheet.cell(row, at, word)
    content = io.BytesIO()
    book.save(content)
    decisions, report = read_decisions(ArchivedFile("map.xlsx", "", content.getvalue))

    assert not report.refused
    # What is rejected in a row without a match is all that was to consider, and that anything matches.
    assert [decision.verdict for decision in decisions] == [YES, Verdict.UNMATCHED, NO, NO, NO]


def test_what_the_college_declares_to_be_introduced_only_is_said(introducing: CurriculumMap) -> None:
    header, *cells = [*workbook(introducing)["Jobs a graduate can reach"].columns][-1]

    assert header.comment is not None
    assert str(header.comment.text) == ONLY_INTRODUCED
    assert [cell.value for cell in cells] == ["Lockout/Tagout"] * 2
    assert ONLY_INTRODUCED in written(introducing, "html")
    assert ">Only introduced</th>" in written(introducing, "html")
    assert "<b>I</b>" in written(introducing, "html")


def test_nothing_is_said_to_be_only_introduced_where_levels_are_inferred(mapped: CurriculumMap) -> None:
    header, *_ = workbook(mapped)["Jobs a graduate can reach"].iter_rows(values_only=True)

    assert all(rung.covered for rung in mapped.rungs)
    assert "Only introduced" not in header
    assert "Only introduced" not in written(mapped, "html")
    assert "<b>(I)</b>" in written(mapped, "html")
    assert "<b>I</b>" not in written(mapped, "html")


# --- Pages ---


class Outline(HTMLParser):
    """Tags, identifiers, links and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" else []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def compared(mapped: CurriculumMap, decided: CurriculumMap) -> Comparison:
    """Return the program beside a second one, which differs in what was decided."""
    other = changed(decided, program="http://x/id/program/other/p", label="Other <b>")
    return compare([mapped, other], {other.program: "Other College"})


def test_the_answer_stands_first(mapped: CurriculumMap) -> None:
    text = Outline(written(mapped, "html")).text
    question = text.index("What do the firms ask for that this program does not teach?")

    assert question < text.index("of the 4 competencies that the 2 jobs of Panel ask for were found in no outcome.")
    assert text.index("First Aid") < text.index("Which jobs can a graduate reach?")
    assert text.index("First Aid") < text.index("Vibration Analysis")
    assert "2 of 2 jobs" in text


def test_a_rung_says_what_it_lacks_and_that_a_license_comes_on_top(mapped: CurriculumMap) -> None:
    text = Outline(written(mapped, "html")).text

    assert "50%: partly covered" in text
    assert "Vibration Analysis 4.0" in text
    assert "mechanic's license" in text


def test_what_nobody_reviewed_is_never_called_taught(mapped: CurriculumMap) -> None:
    text = Outline(written(mapped, "html")).text.replace("likely taught", "").replace("possibly taught", "")

    assert " are taught" not in text
    assert " is taught" not in text


@pytest.mark.parametrize("form", [form.extension for form in FORMATS])
def test_nothing_is_lost_or_run_in_any_form(form: str, decided: CurriculumMap) -> None:
    content = coverage_format(form).write(decided)

    assert content == coverage_format(form).write(decided)
    assert form == "xlsx" or b"HYPERLINK" in content
    assert form != "html" or b"<script" not in content


@pytest.mark.parametrize("form", [form.extension for form in COMPARISON_FORMATS])
def test_a_comparison_is_the_same_bytes_each_time(form: str, compared: Comparison) -> None:
    assert comparison_format(form).write(compared) == comparison_format(form).write(compared)


def test_pages_stand_alone_and_their_links_lead_somewhere(decided: CurriculumMap, compared: Comparison) -> None:
    for content in (written(decided, "html"), comparison_format("html").write(compared).decode()):
        page = Outline(content)

        assert not {"script", "link", "img", "iframe"} & set(page.tags)
        assert len(page.ids) == len(set(page.ids))
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
        assert page.tags.count("h1") == page.tags.count("main") == 1


def test_the_words_that_speak_for_a_match_are_marked(decided: CurriculumMap) -> None:
    page = written(decided, "html")

    assert "<mark>Lock and tag equipment" in page
    assert "Accepted by Dana Whitefeather, 2026-11-20. “=1+1”" in page
    assert "Rejected by Dana Whitefeather, 2026-11-20." in page


def test_page_and_workbook_name_the_college_where_it_is_known(mapped: CurriculumMap) -> None:
    offered = mapped.model_copy(update={"college": "Pine <College>"})
    page = coverage_format("html").write(offered).decode()

    assert f"<title>{offered.label}, Pine &lt;College&gt;: curriculum map</title>" in page
    assert '<p class="lead">Pine &lt;College&gt;, ' in page
    assert any(f"{offered.label}, Pine <College>, " in line for line in glance_sheet(offered).lead)
    assert f"<title>{mapped.label}: curriculum map</title>" in coverage_format("html").write(mapped).decode()


def test_addresses_that_lead_nowhere_are_no_links(decided: CurriculumMap) -> None:
    assert 'href="http' not in program_page(decided, lambda _: "")
    assert 'href="http://x/id/s/S1"' in program_page(decided)


def test_of_many_courses_each_row_names_its_own(mapped: CurriculumMap) -> None:
    course = mapped.courses[0]
    more = (
        course.model_copy(update={"iri": f"http://x/c/{n}", "code": f"X {n}", "outcomes": ()}) for n in range(COLUMNS)
    )
    page = written(changed(mapped, courses=(*mapped.courses, *more)), "html")

    assert page.count('class="course"') == 0
    assert page.count('class="chip ') == sum(len(c.taught_by) for c in mapped.competencies)
    assert 'aria-label="Courses"' in page


def test_another_language_than_the_framework_s_is_said(mapped: CurriculumMap) -> None:
    note = "The outcomes are in another language (de) than the framework (en-US)."
    german = tuple(
        course.model_copy(
            update={"outcomes": tuple(o.model_copy(update={"language": "de-at"}) for o in course.outcomes)}
        )
        for course in mapped.courses
    )

    assert note in Outline(written(changed(mapped, courses=german), "html")).text
    assert note not in Outline(written(mapped, "html")).text


def test_taught_once_and_often_are_counted(mapped: CurriculumMap) -> None:
    (shaft,) = (c for c in mapped.competencies if c.code == "M1")
    often = CompetencyCoverage(iri=shaft.iri, label=shaft.label, taught_by=shaft.taught_by * 5)
    found = changed(mapped, competencies=(shaft, often))

    assert (len(found.once), len(found.often)) == (1, 1)
    assert "stands in 5 courses or more: Shaft Alignment" in Outline(written(found, "html")).text


# --- Side by side ---


def test_programs_side_by_side_say_what_is_in_one_in_both_and_in_none(compared: Comparison) -> None:
    labels = {program.label: [c.code for c in compared.only(program.iri)] for program in compared.programs}

    assert [c.code for c in compared.common] == ["S1"]
    assert labels == {"Maintenance": ["M1"], "Other <b>": []}
    assert [c.code for c in compared.untaught] == ["S2", "M2"]
    assert [want.label for want in compared.unmet] == ["First Aid", "Vibration Analysis"]
    assert compared.programs[1].college == "Other College"
    assert Comparison.model_validate_json(compared.model_dump_json()) == compared


def test_a_comparison_shows_every_program_in_words(compared: Comparison) -> None:
    page = comparison_format("html").write(compared).decode()
    text = Outline(page).text

    assert "1 competency is in both of them." in text
    assert "2 of the 4 competencies that the 2 jobs of Panel ask for were found in neither program." in text
    assert "Other <b> Certificate, Other College" in text
    assert "<b>Other" not in page
    rows = list(csv.DictReader(io.StringIO(comparison_format("csv").write(compared).decode())))
    assert {row["standing"] for row in rows if row["competency_code"] == "S2"} == {"not found"}
    assert {row["program"] for row in rows if row["competency_code"] == "S1"} == {"Maintenance", "Other <b>"}


def test_programs_of_different_frameworks_are_not_compared(mapped: CurriculumMap) -> None:
    other = changed(mapped, framework_iri="http://x/other")

    with pytest.raises(ValueError, match="not of 2: http://x/id/framework/s, http://x/other"):
        compare([mapped, other])
    with pytest.raises(ValueError, match="none"):
        compare([])


def test_a_rung_says_apart_what_is_accepted_only_where_that_is_not_all(mapped: CurriculumMap) -> None:
    rung = next(rung for rung in mapped.rungs if rung.covered)
    sure = rung.model_copy(update={"confirmed": rung.covered, "accepted": rung.share})
    half = rung.model_copy(update={"confirmed": 0, "accepted": rung.share / 2})
    pages = [
        coverage_format("html").write(mapped.model_copy(update={"rungs": (one,)})).decode() for one in (sure, half)
    ]

    assert ["% accepted: " in page for page in pages] == [False, True]
    assert ["It counts suggestions that no reviewer has accepted" in page for page in pages] == [False, True]
