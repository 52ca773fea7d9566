"""Decisions as people write them: what is understood, and what is said of the rest with row and column."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ontology.errors import UnreadableError
from ontology.records import Verdict
from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.reviewing import Decision, read_decisions, understood
from standards.sssom import NO_TERM_FOUND, MappingSet, SssomMapping, write_sssom

YES, NO, OTHER = Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CHANGED
HEADER = (
    "outcome,competency,decision,change_to,comment,confidence,outcome_address,competency_address,to_consider_addresses"
)


def table(*rows: str, header: str = HEADER, name: str = "wind.csv") -> ArchivedFile:
    content = "\n".join([header, *rows]).encode()
    return ArchivedFile(name, "", lambda: content)


def row(
    decision: str = "", change_to: str = "", comment: str = "", competency: str = "http://x/a", offered: str = ""
) -> str:
    return f"Weld.,Weld pipe,{decision},{change_to},{comment},0.8,http://x/o,{competency},{offered}"


def one(file: ArchivedFile) -> Decision:
    (decision,), report = read_decisions(file)
    assert len(report) == 0, report.summary()
    return decision


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *((word, YES) for word in ("accept", "Accepted", "YES", "y", "Ok.", " x ", "true", "✓")),
        *((word, NO) for word in ("reject", "Rejected.", "No", "n", "false", "✗")),
        *((word, Verdict.UNMATCHED) for word in ("none", "None of these.", " none  of them ", "No match")),
        *((word, OTHER) for word in ("change", "Changed", "replace")),
        *((("2"), 2), ("3.0", 3)),
        *((word, None) for word in ("perhaps", "yes and no", "0", "10", "")),
    ],
)
def test_words_for_a_decision(word: str, meant: Verdict | int | None) -> None:
    assert understood(word) == meant


def test_a_row_becomes_a_decision_with_its_place() -> None:
    assert one(table(row(), row("yes", comment="Of course."))) == Decision(
        outcome="http://x/o",
        competency="http://x/a",
        verdict=YES,
        label="Weld pipe",
        comment="Of course.",
        confidence=0.8,
        file="wind.csv",
        row=3,
        column="decision",
    )


@pytest.mark.parametrize(
    ("cells", "verdict", "competency", "instead"),
    [
        (row("no"), NO, "http://x/a", ""),
        (row("change", "B-2"), OTHER, "http://x/a", "B-2"),
        (row("", "B-2"), OTHER, "http://x/a", "B-2"),
        (row("no", "B-2"), OTHER, "http://x/a", "B-2"),
        (row("2", competency="", offered="http://x/1 http://x/2"), YES, "http://x/2", ""),
        (row("", "B-2", competency="", offered="http://x/1"), YES, "", "B-2"),
        (row("yes", "B-2", competency=""), YES, "", "B-2"),
    ],
    ids=["no", "change", "only another", "no, but another", "a number", "none of these", "one that was not suggested"],
)
def test_what_a_row_decides(cells: str, verdict: Verdict, competency: str, instead: str) -> None:
    decision = one(table(cells))

    assert (decision.verdict, decision.competency, decision.instead) == (verdict, competency, instead)


def test_none_of_these_in_the_row_of_a_suggestion_is_of_the_whole_outcome() -> None:
    decisions, report = read_decisions(table(row("none of these", comment="Not ours.")))

    assert [(one.verdict, one.competency, one.comment) for one in decisions] == [
        (Verdict.UNMATCHED, NO_TERM_FOUND, "Not ours."),
        (NO, "http://x/a", "Not ours."),
    ]
    assert len(report) == 0


@pytest.mark.parametrize("word", ["no", "none", "none of these"])
@pytest.mark.parametrize("offered", [[], ["http://x/1", "http://x/2"]])
def test_that_nothing_is_right_is_kept_and_rejects_what_is_to_consider(offered: list[str], word: str) -> None:
    decisions, report = read_decisions(table(row(word, competency="", offered=" ".join(offered))))

    assert [(decision.verdict, decision.competency) for decision in decisions] == [
        (Verdict.UNMATCHED, NO_TERM_FOUND),
        *((NO, iri) for iri in offered),
    ]
    assert len(report) == 0


@pytest.mark.parametrize(
    ("cells", "code", "message"),
    [
        (row("perhaps"), "unknown-decision", "this is no decision ('perhaps'). Write yes, no, change"),
        (row("maybe"), "unknown-decision", "or none of these (the outcome matches nothing)"),
        (
            row("maybe", competency="", offered="http://x/1 http://x/2 http://x/3"),
            "unknown-decision",
            "Write 1, 2 or 3 (what is to consider under that number is right), no or none of these (",
        ),
        (row("maybe", competency="", offered="http://x/1"), "unknown-decision", "Write 1 (what is to consider"),
        (
            row("maybe", competency=""),
            "unknown-decision",
            "Write no or none of these (the outcome matches nothing), ch",
        ),
        (row("none", "B-2"), "unfitting-decision", "nothing matches, and a competency is in change_to"),
        (row("change"), "unfitting-decision", "change_to does not say into what"),
        (row("yes", "B-2"), "unfitting-decision", "it is accepted, and another one is in change_to"),
        (row("1"), "unfitting-decision", "a number chooses among what is to consider"),
        (row("3", competency="", offered="http://x/1"), "unfitting-decision", "there are fewer to consider"),
        (row("yes", competency="", offered="http://x/1"), "unfitting-decision", "Write a number from 1 to 1"),
        (row("yes", competency=""), "unfitting-decision", "Write the right competency into change_to"),
        (",Weld pipe,yes,,,,,http://x/a,", "no-outcome", "there is no outcome in this row"),
    ],
)
def test_what_cannot_be_understood_is_named_with_row_and_column(cells: str, code: str, message: str) -> None:
    decisions, report = read_decisions(table(row("yes"), cells))

    (finding,) = report
    assert len(decisions) == 1
    assert (finding.code, finding.file, finding.row, finding.column) == (code, "wind.csv", 3, "decision")
    assert message in str(finding)
    assert report.refused


def test_every_bad_row_is_named() -> None:
    _, report = read_decisions(table(*[row("perhaps")] * 30))

    assert [finding.row for finding in report] == list(range(2, 32))


def test_a_comment_alone_is_pointed_out_and_refuses_nothing() -> None:
    decisions, report = read_decisions(table(row(comment="hm")))

    assert (decisions, [finding.code for finding in report], report.refused) == ([], ["comment-only"], False)


def test_a_table_without_the_columns_is_refused_with_what_it_has() -> None:
    _, report = read_decisions(table("Weld.", header="outcome"))

    assert "these columns are needed; there are 'outcome'" in str(next(iter(report)))


def test_a_workbook_is_read_from_the_sheet_with_the_decisions(workbook: Callable[..., ArchivedFile]) -> None:
    headers = [name.capitalize().replace("_", " ") for name in HEADER.split(",")]
    cells = ["Weld.", "Weld pipe", "Yes", "", "'=not a formula", "87%", "http://x/o", "http://x/a", ""]
    file = workbook(grid=[["Category", "Competency"], ["Welding", "Weld pipe"]], review=[headers, cells])

    decision = one(file)

    assert (decision.verdict, decision.row, decision.column) == (YES, 2, "Decision")
    assert (decision.comment, decision.confidence) == ("=not a formula", 0.87)


MAPPING = SssomMapping(
    subject_id="http://x/id/outcome/1",
    subject_label="Weld.",
    predicate_id="http://www.w3.org/2004/02/skos/core#closeMatch",
    object_id="http://x/id/acme/a",
    object_label="Weld pipe",
    mapping_justification="https://w3id.org/semapv/vocab/SemanticSimilarityThresholdMatching",
    confidence=0.8,
)

CURATED = "https://w3id.org/semapv/vocab/ManualMappingCuration"


def test_mappings_that_a_person_judged_are_decisions() -> None:
    curated = replace(MAPPING, mapping_justification=CURATED)
    mappings = (
        MAPPING,
        replace(MAPPING, subject_id="http://x/id/outcome/2", reviewer_label=("Dana", "Lee"), review_date="2025-03-01"),
        replace(curated, subject_id="http://x/id/outcome/3", predicate_modifier="Not"),
        replace(MAPPING, subject_id="http://x/id/outcome/4", object_id=NO_TERM_FOUND),
        replace(curated, subject_id="http://x/id/outcome/5", object_id=NO_TERM_FOUND, reviewer_label=("Dana",)),
        replace(curated, subject_id="http://x/id/outcome/6", object_id=NO_TERM_FOUND, predicate_modifier="Not"),
    )
    whole = MappingSet(mapping_set_id="http://x/set", license="http://x/license", mappings=mappings)
    content = write_sssom(whole)

    decisions, report = read_decisions(ArchivedFile("wind.sssom.tsv", "", content.encode))

    assert len(report) == 0
    lines = content.splitlines()
    found = [(d.outcome[-1], d.verdict, d.reviewer, d.dated, lines[(d.row or 0) - 1].split("\t")[0]) for d in decisions]
    assert found == [
        ("2", YES, "Dana", "2025-03-01", "outcome:2"),
        ("2", YES, "Lee", "2025-03-01", "outcome:2"),
        ("3", NO, "", "", "outcome:3"),
        ("5", Verdict.UNMATCHED, "Dana", "", "outcome:5"),
    ]


def test_a_byte_order_mark_and_a_bad_cell_of_a_mapping_set() -> None:
    judged = replace(MAPPING, reviewer_label=("Dana",), mapping_justification=CURATED)
    whole = MappingSet(mapping_set_id="http://x/set", license="http://x/license", mappings=(judged,))
    content = write_sssom(whole)

    decisions, report = read_decisions(ArchivedFile("wind.sssom.tsv", "", f"\ufeff{content}".encode))
    none, wrong = read_decisions(ArchivedFile("wind.sssom.tsv", "", content.replace("\t0.8", "\thigh").encode))

    assert ([d.reviewer for d in decisions], len(report)) == (["Dana"], 0)
    assert none == []
    assert [(f.file, f.row, f.column, f.value) for f in wrong] == [
        ("wind.sssom.tsv", len(content.splitlines()), "confidence", "high")
    ]


def test_what_of_a_mapping_set_is_not_read_is_said() -> None:
    judged = replace(MAPPING, reviewer_label=("Dana",), mapping_justification=CURATED, comment="né")
    content = write_sssom(MappingSet(mapping_set_id="http://x/set", license="http://x/license", mappings=(judged,)))

    _, report = read_decisions(ArchivedFile("x.sssom.tsv", "", content.replace("comment", "verdict").encode))
    with pytest.raises(UnreadableError, match="is no UTF-8 from byte"):
        read_decisions(ArchivedFile("x.sssom.tsv", "", lambda: content.encode("latin-1")))

    assert [(f.code, f.severity, f.column) for f in report] == [("unknown-slot", Severity.WARNING, "verdict")]


def test_a_column_is_called_as_in_the_file() -> None:
    _, report = read_decisions(table(row("change"), row("yes", "B-2"), header=HEADER.replace("change_to", "Change to")))
    changed, accepted = report

    assert changed.message == "“Change to” does not say into what"
    assert accepted.remedy == "Clear “Change to”, or write change"
