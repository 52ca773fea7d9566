"""What reviewers dispute, in every form: each says his own, nothing is said in anybody's name that nobody said."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import openpyxl
import pytest
from rdflib import Graph, URIRef

from api.terminal.wanted_table import gap_table, side_by_side, wanted_table
from ontology.namespaces import OWL, PROV, RDF, SEMAPV, SKOS
from ontology.records import IN_BULK, Iri, Verdict
from pathways.coverage import (
    Comparison,
    CurriculumMap,
    Demand,
    Target,
    align,
    compare,
    comparison_format,
    coverage_format,
)
from pathways.coverage.answers import answer, comparison_answer, foremost
from pathways.coverage.areas import Area
from pathways.coverage.basis import comparison_basis, reviewed
from pathways.coverage.pages.areas import area_table
from pathways.coverage.proposal import Standing
from pathways.coverage.sheets.areas import areas_sheet
from pathways.coverage.sheets.colors import COLORS
from standards.curricula import Curriculum
from standards.reviewing import Reviews
from standards.sssom import NO_TERM_FOUND, SssomMapping, read_sssom

YES, NO, OTHER, NONE = Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CHANGED, Verdict.UNMATCHED
LOCK, ALIGN, ATTACK = "Lock and tag", "Align coupled", "=HYPERLINK"
MANUAL, THRESHOLD = str(SEMAPV.ManualMappingCuration), str(SEMAPV.SemanticSimilarityThresholdMatching)
LEE = {"reviewer": "Lee Okafor"}
CHANGE = {"instead": "http://x/id/s/S2", "instead_label": "First Aid", "label": "Shaft Alignment"}

Judged = Callable[..., Reviews]


@pytest.fixture(scope="module")
def disputed(curriculum: Curriculum, target: Target, judged: Judged) -> CurriculumMap:
    """Return a program of which two reviewers dispute a change, and that an outcome matches nothing."""
    reviews = judged(
        (ALIGN, "M1", OTHER, {**CHANGE, "comment": "really first aid."}),
        (ALIGN, "M1", YES, LEE),
        (ATTACK, "", NONE, {"competency": NO_TERM_FOUND}),
        (ATTACK, "M2", NO, {}),
        (ATTACK, "M2", YES, LEE),
    )
    return align(curriculum, target, reviews=reviews)


def written(found: CurriculumMap, form: str) -> str:
    return coverage_format(form).write(found).decode()


def competency(code: str) -> Iri:
    return Iri(f"http://x/id/s/{code}")


def rows(found: CurriculumMap, words: str) -> list[SssomMapping]:
    return [row for row in read_sssom(written(found, "sssom.tsv")).mappings if row.subject_label.startswith(words)]


def said(found: CurriculumMap, words: str) -> set[tuple[str, str, str, str]]:
    """Return label, modifier, justification and reviewer of the mappings of an outcome."""
    return {
        (row.object_label, row.predicate_modifier, row.mapping_justification, " ".join(row.reviewer_label))
        for row in rows(found, words)
    }


def test_each_reviewer_states_his_own_judgment_beside_the_suggestion(disputed: CurriculumMap) -> None:
    assert said(disputed, ALIGN) == {
        ("Shaft Alignment", "", THRESHOLD, ""),
        ("Shaft Alignment", "Not", MANUAL, "Dana Whitefeather"),
        ("Shaft Alignment", "", MANUAL, "Lee Okafor"),
        ("First Aid", "", MANUAL, "Dana Whitefeather"),
    }
    assert len(rows(disputed, ALIGN)) == 4


def test_every_row_of_a_dispute_says_that_it_is_one(disputed: CurriculumMap) -> None:
    words = (
        "Reviewers disagree: changed to 'First Aid' by Dana Whitefeather, 2026-11-20; accepted by Lee Okafor, "
        "2026-11-20"
    )
    comments = {(row.object_label, " ".join(row.reviewer_label)): row.comment for row in rows(disputed, ALIGN)}

    assert all(words in comment for comment in comments.values())
    assert comments["First Aid", "Dana Whitefeather"].startswith("M 2 Shop. really first aid.. Reviewers disagree")
    assert comments["First Aid", "Dana Whitefeather"].endswith(" (of 'Shaft Alignment')")


def test_what_is_not_sure_enough_is_no_suggestion_of_the_machine(disputed: CurriculumMap) -> None:
    assert said(disputed, ATTACK) == {
        ("Vibration Analysis", "Not", MANUAL, "Dana Whitefeather"),
        ("Vibration Analysis", "", MANUAL, "Lee Okafor"),
    }
    machine = [row for row in read_sssom(written(disputed, "sssom.tsv")).mappings if not row.reviewer_label]
    assert all((row.confidence or 0) >= disputed.threshold for row in machine if NO_TERM_FOUND not in _pair(row))


def _pair(row: SssomMapping) -> tuple[str, str]:
    return row.subject_id, row.object_id


def test_nothing_was_found_only_where_nothing_stands_against_it(
    disputed: CurriculumMap, curriculum: Curriculum, target: Target, judged: Judged
) -> None:
    assert NO_TERM_FOUND not in {row.object_id for row in rows(disputed, ATTACK)}
    agreed = align(curriculum, target, reviews=judged((ATTACK, "", NONE, {"competency": NO_TERM_FOUND})))
    (nothing,) = rows(agreed, ATTACK)
    assert (nothing.object_id, nothing.reviewer_label) == (NO_TERM_FOUND, ("Dana Whitefeather",))


def test_what_was_accepted_in_bulk_is_no_curation_by_hand(
    curriculum: Curriculum, target: Target, judged: Judged
) -> None:
    bulk = {"reviewer": "Ann Cho", "justification": IN_BULK, "above": 0.9}
    found = align(curriculum, target, reviews=judged((LOCK, "S1", YES, {}), (LOCK, "S1", YES, bulk)))
    by = {" ".join(row.reviewer_label): row for row in rows(found, LOCK) if row.object_label == "Lockout/Tagout"}

    assert (by["Dana Whitefeather"].mapping_justification, by["Dana Whitefeather"].confidence) == (MANUAL, None)
    assert by["Ann Cho"].mapping_justification == THRESHOLD
    assert (by["Ann Cho"].confidence or 0) > 0.4


def test_who_rejects_what_is_put_in_place_says_so_of_that_one(
    curriculum: Curriculum, target: Target, judged: Judged
) -> None:
    found = align(curriculum, target, reviews=judged((ALIGN, "M1", OTHER, CHANGE), (ALIGN, "S2", NO, LEE)))
    by_hand = {(label, modifier, who) for label, modifier, how, who in said(found, ALIGN) if how == MANUAL}

    assert by_hand == {
        ("Shaft Alignment", "Not", "Dana Whitefeather"),
        ("First Aid", "", "Dana Whitefeather"),
        ("First Aid", "Not", "Lee Okafor"),
    }


def test_in_linked_data_what_is_disputed_is_stated_by_nobody(disputed: CurriculumMap) -> None:
    graph = Graph().parse(data=written(disputed, "ttl"), format="turtle")
    axioms = set(graph.subjects(RDF.type, OWL.Axiom))

    assert not list(graph.subject_objects(SKOS.closeMatch))
    assert len(axioms) == len(read_sssom(written(disputed, "sssom.tsv")).mappings)
    assert len(list(graph.subjects(PROV.wasGeneratedBy, URIRef("http://x/review/1")))) == 1, "Lee's, and no other"


def test_an_outcome_that_is_disputed_stands_once(disputed: CurriculumMap) -> None:
    lines = list(csv.DictReader(io.StringIO(written(disputed, "csv"))))
    (line,) = (line for line in lines if "HYPERLINK" in line["outcome"])
    (outcome,) = (one for one in disputed.outcomes if one.statement.startswith(ATTACK))

    assert line["competency"] == "Vibration Analysis"
    assert line["status"].startswith("reviewers disagree: ")
    assert outcome.considered == ()


def test_what_is_disputed_is_never_called_plainly_missing(
    curriculum: Curriculum, target: Target, demand: Demand, judged: Judged
) -> None:
    wanted = demand.model_copy(update={"wants": (*demand.wants[2:], *demand.wants[:2])})
    found = align(curriculum, target, reviews=judged((ATTACK, "M2", NO, {}), (ATTACK, "M2", YES, LEE)), demand=wanted)
    both = compare([found])
    chip = 'Vibration Analysis</a>{}<span class="chip possible disputed">disputed</span>'
    areas = [Area("Mechanical", found.numbers, found.missing)]

    assert next(want.label for want in found.missing) == "Vibration Analysis"
    assert found.contested == both.contested == {competency("M2")}
    for page in (written(found, "html"), comparison_format("html").write(both).decode()):
        assert chip.format(' <span class="code">M2</span> ') in page
    assert chip.format("</b> ") in "".join(area_table(areas, wanted, str, found.contested))
    assert "Vibration Analysis, disputed" in wanted_table(found.missing, wanted, found.contested)
    assert "Vibration Analysis, disputed" in gap_table(found.gaps, found.contested)
    assert "Vibration Analysis, disputed" in str(areas_sheet(areas, found.contested).rows)
    many = [found.missing[0]] * 4
    assert foremost(many, wanted, found.contested).startswith("These matter most: Vibration Analysis, disputed (1 of")
    for said in (answer(found), comparison_answer(both)):
        assert said.endswith("Of these, 1 is disputed: a reviewer accepted what another rejected.")


# --- Side by side ---


@pytest.fixture(scope="module")
def beside(disputed: CurriculumMap) -> Comparison:
    """Return the program beside a copy of itself."""
    copy = CurriculumMap.model_validate({**disputed.model_dump(), "program": "http://x/q", "label": "Copy"})
    return compare([disputed, copy])


def test_side_by_side_a_dispute_is_said_whether_it_counts_or_not(beside: Comparison) -> None:
    shaft, vibration = (beside.by_iri[Iri(f"http://x/id/s/{code}")] for code in ("M1", "M2"))

    assert [teaching.disputed for teaching in shaft.taught_in] == [True, True]
    assert (vibration.taught_in, len(vibration.disputed_in)) == ((), 2)
    assert shaft.disputed_in == ()


def test_what_a_comparison_rests_on_is_said_as_of_one_program(beside: Comparison, disputed: CurriculumMap) -> None:
    assert "2 disputed." in reviewed(disputed)
    assert "4 disputed." in comparison_basis(beside)
    assert "unconfirmed. Of " in comparison_basis(beside)


def test_every_form_side_by_side_says_disputed(beside: Comparison) -> None:
    lines = list(csv.DictReader(io.StringIO(comparison_format("csv").write(beside).decode())))
    said = {(line["competency"], line["standing"], line["disputed"]) for line in lines}
    book = openpyxl.load_workbook(io.BytesIO(comparison_format("xlsx").write(beside)))
    cells = [cell for row in book["Side by side"].iter_rows(min_row=2) for cell in row if "disputed" in str(cell.value)]
    page = comparison_format("html").write(beside).decode()

    assert ("Vibration Analysis", "not found", "yes") in said
    assert {standing for name, standing, told in said if name == "Shaft Alignment" and told} <= {
        "likely taught",
        "possibly taught",
    }
    assert [str(cell.value).split("\n")[0] for cell in cells].count("not found, disputed") == 2
    assert {cell.fill.fgColor.rgb[2:] for cell in cells} == {COLORS[Standing.POSSIBLE][1:], COLORS[Standing.ABSENT][1:]}
    assert page.count("not found, disputed") == 2
    assert page.count("%, disputed") == 2
    assert side_by_side(beside, short=False).count(", disputed") == 4


def test_in_the_sheet_to_review_a_dispute_has_the_color_of_what_is_possible(disputed: CurriculumMap) -> None:
    book = openpyxl.load_workbook(io.BytesIO(coverage_format("xlsx").write(disputed)))
    header, *lines = book["Outcomes to review"].iter_rows()
    status = [cell.value for cell in header].index("Status")
    colors = {row[3].fill.fgColor.rgb[2:] for row in lines if str(row[status].value).startswith("reviewers disagree")}

    assert colors == {COLORS[Standing.POSSIBLE][1:]}


# --- One program ---


def test_the_page_of_a_program_says_and_marks_what_is_disputed(
    curriculum: Curriculum, target: Target, judged: Judged, demand: Demand
) -> None:
    reviews = judged((ALIGN, "M1", NO, {}), (ALIGN, "M1", YES, LEE), (ATTACK, "M2", NO, {}), (ATTACK, "M2", YES, LEE))
    found = align(curriculum, target, reviews=reviews, demand=demand)
    page = written(found, "html")

    assert [want.called for want in found.disputes] == ["Vibration Analysis", "Shaft Alignment"]
    assert re.search(r'<td role="cell" class="possible disputed"[^>]*><a [^>]*>[^<]*\d+% <small>disputed</small>', page)
    assert re.search(r'<span class="mark possible disputed">\d+%, disputed</span>', page)
    assert 'class="count courses">not found, disputed</td>' in page
    assert re.search(r'<span class="mark weak">\d+%, not counted, disputed</span>', page)
    assert "<h3>Disputed by reviewers: settle these</h3>" in page
    assert '<span class="chip absent disputed">counts as not found</span>' in page
    assert re.search(r'<span class="chip possible disputed">counts as (likely|possibly) taught</span>', page)
    assert "disputed: reviewers disagree</span>" in page


def test_a_page_on_which_nobody_disagrees_says_nothing_of_disputes(mapped: CurriculumMap) -> None:
    page = written(mapped, "html")

    assert "disputed" not in page.partition("</style>")[2]
    assert "likely taught: 60% or more</span>" in page


def test_every_sheet_of_a_program_says_disputed_in_the_color_of_what_is_possible(
    curriculum: Curriculum, target: Target, judged: Judged, demand: Demand
) -> None:
    reviews = judged((ALIGN, "M1", NO, {}), (ALIGN, "M1", YES, LEE))
    found = align(curriculum, target, reviews=reviews, demand=demand)
    book = openpyxl.load_workbook(io.BytesIO(coverage_format("xlsx").write(found)))
    said = {
        name: [cell for row in book[name].iter_rows() for cell in row if str(cell.value).endswith(", disputed")]
        for name in ("At a glance", "Competencies by course", "Who teaches what")
    }

    assert {name: len(cells) for name, cells in said.items()} == {
        "At a glance": 1,
        "Competencies by course": 2,
        "Who teaches what": 1,
    }
    assert {cell.fill.fgColor.rgb[2:] for cells in said.values() for cell in cells} == {COLORS[Standing.POSSIBLE][1:]}


def test_what_a_reviewer_accepted_elsewhere_is_in_no_dispute(
    curriculum: Curriculum, target: Target, judged: Judged
) -> None:
    other = "Explain how to lock"
    reviews = judged((LOCK, "S1", NO, {}), (LOCK, "S1", YES, LEE), (other, "S1", YES, {}))
    found = align(curriculum, target, reviews=reviews)
    taught = found.by_iri["http://x/id/s/S1"]

    assert taught.iri in found.disputed
    assert not found.in_dispute(taught)
    assert [(teaching.standing, teaching.disputed) for teaching in taught.taught_by] == [
        (Standing.TAUGHT, False),
        (Standing.LIKELY, True),
    ]
