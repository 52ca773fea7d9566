"""Why each competency is suggested, in every form: the name that matched, the part of the outcome, what is seen."""

from __future__ import annotations

import csv
import io
from html import escape

import openpyxl
import pytest
from rdflib import Graph

from ontology.identifiers import Identifiers
from ontology.namespaces import SKOS, SSSOM
from pathways.coverage import CurriculumMap, Target, align, coverage_format
from pathways.coverage.proposal import Proposal
from pathways.coverage.sheets.cuts import cut_words
from pathways.coverage.sight import SEEN, shared_words, sight_words
from standards.archives import ArchivedFile
from standards.curricula import read_program
from standards.matching import Evidence
from standards.sssom import read_sssom
from standards.suggested_mappings import MEASURE, other
from standards.workbook import MOST

OUTCOME = "Give first aid, call for help, lock and tag equipment before work, and align coupled shafts with indicators"


@pytest.fixture(scope="module")
def compound(target: Target) -> CurriculumMap:
    """Return a program with an outcome that says several things, and one longer than a cell of a workbook."""
    rows = f'Program,Course,Title,Outcome\nMill,M 1,Safety,"{OUTCOME}"\nMill,M 1,Safety,{"Bake bread " * 4000}\n'
    return align(read_program(ArchivedFile("mill.csv", "", rows.encode), Identifiers()), target)


@pytest.fixture(scope="module")
def shaft(compound: CurriculumMap) -> Proposal:
    """Return what a part of the outcome means."""
    (found,) = (s for s in compound.outcomes[0].suggestions if s.label == "Shaft Alignment")
    return found


def written(found: CurriculumMap, form: str) -> str:
    return coverage_format(form).write(found).decode()


def test_a_proposal_keeps_its_part_and_the_words_of_it(shaft: Proposal) -> None:
    assert shaft.part == "align coupled shafts with indicators"
    assert [OUTCOME[span.start : span.end] for span in shaft.spans] == [shaft.part]


def test_sssom_has_the_evidence_in_the_slots_of_the_standard(compound: CurriculumMap, shaft: Proposal) -> None:
    (row,) = (
        m for m in read_sssom(written(compound, "sssom.tsv")).mappings if m.object_id == shaft.iri and m.confidence
    )

    assert shaft.evidence is not None
    assert row.similarity_score == pytest.approx(shaft.evidence.meaning, abs=1e-3)
    assert row.similarity_measure == MEASURE
    assert row.object_match_field == (str(SKOS.altLabel),)
    assert row.match_string == tuple(shaft.common)
    assert row.other == other(shaft)
    assert row.other.endswith(f"matched={shaft.matched}; part={shaft.part}")
    assert row.comment == "M 1 Safety"  # what a reviewer writes behind it is read back as the comment


def test_turtle_has_it_too(compound: CurriculumMap, shaft: Proposal) -> None:
    graph = Graph().parse(data=written(compound, "ttl"), format="turtle")

    assert other(shaft) in map(str, graph.objects(None, SSSOM.other))
    assert SKOS.altLabel in graph.objects(None, SSSOM.object_match_field)


def test_csv_and_workbook_have_a_column_for_each_view(compound: CurriculumMap, shaft: Proposal) -> None:
    rows = list(csv.DictReader(io.StringIO(written(compound, "csv"))))
    (row,) = (row for row in rows if row["competency"] == shaft.label and row["confidence"])
    header = list(row)
    at = header.index("shared_words")
    book = openpyxl.load_workbook(io.BytesIO(coverage_format("xlsx").write(compound)))
    cells = next(book["Outcomes to review"].iter_rows(max_row=1))
    notes = {str(cell.value): cell.comment.text for cell in cells if cell.comment}

    assert header[at + 1 : at + 11] == ["matched", "part", *Evidence.model_fields]
    assert (row["matched"], row["part"]) == (shaft.matched, shaft.part)
    assert shaft.evidence is not None
    assert [float(row[name]) for name in Evidence.model_fields] == [value for _, value in shaft.evidence]
    assert {name.capitalize() for name in Evidence.model_fields} <= notes.keys()


def test_the_page_says_it_in_words(compound: CurriculumMap, shaft: Proposal) -> None:
    page = written(compound, "html")

    assert f"In “{shaft.part}”." in page
    assert page.count('<details class="seen"') == sum(len((*o.suggestions, *o.considered)) for o in compound.outcomes)
    assert all(escape(words) in page for words in sight_words(shaft))
    assert SEEN.keys() == Evidence.model_fields.keys()


def test_a_view_that_sees_nothing_is_not_named(shaft: Proposal) -> None:
    assert shaft.evidence is not None
    blind = shaft.model_copy(update={"evidence": shaft.evidence.model_copy(update={"words": 0.0, "covered": 0.0004})})
    said = list(sight_words(blind))

    assert f"{SEEN['covered']}: 1%" in said
    assert not any(words.startswith(SEEN["words"]) or words.endswith(" 0%") for words in said)
    assert len(said) == sum(value > 0 for _, value in blind.evidence or ())


@pytest.mark.parametrize(
    ("statement", "common", "covered", "said"),
    [
        ("Apply lockout/tagout", ("lockout", "tagout"), 1, "Shared words: lockout, tagout."),
        ("Apply LOTO", ("lockout", "tagout"), 1, "Shared words, acronyms spelled out: lockout, tagout."),
        ("Lock and tag equipment", (), 0.76, "No word is the same, but some are akin."),
        ("Isolate energy", (), 0, "No shared words: matched by meaning."),
    ],
)
def test_without_a_shared_word_the_page_says_by_what_it_matched(
    shaft: Proposal, statement: str, common: tuple[str, ...], covered: float, said: str
) -> None:
    assert shaft.evidence is not None
    evidence = shaft.evidence.model_copy(update={"covered": covered})
    found = shaft.model_copy(update={"common": common, "evidence": evidence})

    assert shared_words(found, statement) == said


def test_what_a_person_named_has_no_evidence() -> None:
    named = Proposal.model_validate({"iri": "http://x/1", "label": "Weld"})

    assert other(named) == ""


def test_a_workbook_says_what_it_cuts(compound: CurriculumMap, mapped: CurriculumMap) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(coverage_format("xlsx").write(compound))).worksheets[0]
    lead = [row[0] for row in sheet.iter_rows(values_only=True)]

    assert cut_words(compound).startswith(f"1 outcome is longer than a cell of a workbook holds ({MOST:,} characters)")
    assert cut_words(compound) in lead
    assert cut_words(mapped) == ""
