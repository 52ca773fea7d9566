"""An evaluation in words and as a file: nothing lost, nothing a spreadsheet runs, wide enough for a terminal."""

import csv
import io
import json

import pytest

from standards.evaluation import (
    BASELINES,
    FORMS,
    AnnotatedSet,
    AnnotatedText,
    Evaluation,
    Measure,
    Unit,
    account,
    evaluate,
    head,
)
from standards.evaluation.account import verdicts
from standards.evaluation.forms import COLUMNS
from standards.evaluation.results import Score
from standards.matching import Entry


@pytest.fixture(scope="session")
def found(entries: list[Entry]) -> Evaluation:
    texts = [AnnotatedText(e.alt_labels[0], e.label, frozenset({frozenset({str(e.iri)})})) for e in entries]
    nothing = AnnotatedText("write poems", "write poems", frozenset())
    sets = [AnnotatedSet("=shop", Unit.SENTENCE, (*texts, nothing), lost=2)]
    return evaluate("six skills", entries, sets, [BASELINES["rapidfuzz"]], samples=50)


def difference(data: str, value: float, low: float, high: float) -> Score:
    measure, unit = Measure.MRR, Unit.SPAN
    return Score(data=data, unit=unit, method="we", measure=measure, against="they", value=value, low=low, high=high)


def test_json_holds_everything_and_reads_back(found: Evaluation) -> None:
    assert Evaluation.model_validate_json(FORMS["json"](found)) == found
    assert json.loads(FORMS["json"](found))["reliability"][0]["bins"]


def test_csv_has_a_row_for_each_figure_and_each_speed(found: Evaluation) -> None:
    header, *rows = csv.reader(io.StringIO(FORMS["csv"](found).decode()))

    assert tuple(header) == COLUMNS
    assert len(rows) == len(found.scores) + 2 * len(found.speeds)
    assert rows[0][0] == "'=shop"
    assert [row[2:4] for row in rows[-2:]] == [["rapidfuzz", "index"], ["rapidfuzz", "statements"]]


def test_markdown_has_the_tables_and_the_reliability(found: Evaluation) -> None:
    page = FORMS["md"](found).decode()

    assert page.startswith("# Linking to six skills: 6 concepts with 12 labels.")
    for title in ("By how much", "Calibration", 'How honest the "unmatched"', "Speed", "Reliability: =shop"):
        assert f"\n## {title}" in page
    assert all(line.count("|") >= 4 for line in page.splitlines() if line.startswith("|"))


def test_what_is_left_out_is_said(found: Evaluation) -> None:
    first = next(account(found))

    assert (
        first.title == "=shop, sentences: 6 with an answer, 1 without; 2 left out, whose concepts the framework lacks"
    )
    assert first.rows[1][4:] == ("\N{EN DASH}", "\N{EN DASH}")
    assert "50 draws" in head(found)


def test_every_row_has_a_cell_for_each_column(found: Evaluation) -> None:
    for section in account(found):
        assert {len(row) for row in section.rows} == {len(section.header)}


def test_all_texts_together_are_a_row_of_every_table_and_counted_in_no_verdict(entries: list[Entry]) -> None:
    texts = [AnnotatedText(e.alt_labels[0], e.label, frozenset({frozenset({str(e.iri)})})) for e in entries]
    sets = [AnnotatedSet(name, Unit.SENTENCE, (text,)) for name, text in zip("ab", texts, strict=False)]
    found = evaluate("six skills", entries, sets, [BASELINES["rapidfuzz"]], samples=20)
    *ahead, compared, calibrated, unmatched, _ = account(found)

    assert [section.title.partition(",")[0].partition(":")[0] for section in ahead] == ["a", "b", "all texts"]
    assert all(section.rows[-1][0] == "all texts" for section in (compared, calibrated, unmatched))
    assert "of 6 comparisons" in compared.notes[0]
    assert b"\n## Reliability: all texts, Ladderworks\n" in FORMS["md"](found)
    assert b"\nall texts,,Ladderworks,RP@5," in FORMS["csv"](found)


def test_which_differences_hold_is_said(found: Evaluation) -> None:
    scores = (difference("a", 0.1, 0.05, 0.2), difference("b", -0.1, -0.2, -0.05), difference("c", 0.1, -0.1, 0.2))
    ahead, behind, chance = verdicts(found.model_copy(update={"scores": scores}))

    assert "ahead in 1 of 3 comparisons" in ahead
    assert behind == "It is behind, and that holds, in: MRR of b, spans against they."
    assert chance == "These may be chance on so few texts: MRR of c, spans against they."
