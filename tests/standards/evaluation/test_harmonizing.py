"""Harmonizing measured on labeled pairs: the labels, the measures, the methods."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import NotFoundError, RefusedError
from standards.evaluation.harmonizing import (
    DEVELOPMENT,
    FORMS,
    LabeledPair,
    Relation,
    evaluate_harmonizing,
    read_pairs,
)
from standards.evaluation.harmonizing.evaluation import agreement
from standards.evaluation.harmonizing.measures import Scores, b_cubed, pairwise
from standards.evaluation.harmonizing.methods import METHODS, Threshold, by_letters
from standards.evaluation.harmonizing.pairs import TEST, digest
from standards.harmonizing import FirmList
from tests.standards.harmonizing.made import lists
from training.harmonizing import LISTS, PAIRS, read_lists

HEADER = "part,relation,firm_a,statement_a,firm_b,statement_b,first_pass,second_pass\n"
OWN = {
    "dam": ("Clear trash racks with the rake", "Prepare the operating and capital budget"),
    "plant": ("Prepares the capital and operating budget", "Weld boiler tubes"),
}
SAME = f'development,same,dam,"{OWN["dam"][1]}",plant,"{OWN["plant"][0]}",same,same\n'
OTHER = f'test,different,dam,"{OWN["dam"][0]}",plant,{digest(OWN["plant"][1])},different,related\n'


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "pairs.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


@pytest.fixture
def own() -> list[FirmList]:
    return lists(OWN)


def test_statements_are_named_by_their_words_or_their_digest(tmp_path: Path, own: list[FirmList]) -> None:
    pairs, report = read_pairs(table(tmp_path, SAME, OTHER), own)
    assert [(p.one.words, p.other.words, p.same, p.part) for p in pairs] == [
        (OWN["dam"][1], OWN["plant"][0], True, DEVELOPMENT),
        (OWN["dam"][0], OWN["plant"][1], False, "test"),
    ]
    assert not len(report)


@pytest.mark.parametrize(
    ("row", "code", "value"),
    [
        ("test,alike,dam,Clear trash racks with the rake,plant,Weld boiler tubes,,\n", "unknown-relation", "alike"),
        ("test,same,dam,Fly kites,plant,Weld boiler tubes,,\n", "unknown-statement", "Fly kites"),
        ("test,same,nobody,Weld boiler tubes,plant,Weld boiler tubes,,\n", "unknown-statement", "Weld boiler tubes"),
    ],
)
def test_a_bad_row_is_named_and_the_others_count(
    tmp_path: Path, own: list[FirmList], row: str, code: str, value: str
) -> None:
    pairs, report = read_pairs(table(tmp_path, SAME, row), own)
    (finding,) = report
    assert (len(pairs), finding.code, finding.row, finding.value) == (1, code, 3, value)


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n"])
def test_a_table_without_the_columns_is_refused(tmp_path: Path, own: list[FirmList], content: str) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RefusedError):
        read_pairs(path, own)


def test_measures_of_a_worked_example() -> None:
    # Put together: a-b, a-c, d-e; belong together: a-b, c-d
    pairs = [("a", "b"), ("a", "c"), ("c", "d"), ("d", "e")]
    found, right = [True, True, False, True], [True, False, True, False]
    assert pairwise(found, right) == Scores(precision=1 / 3, recall=1 / 2)
    # precision: a 2/3, b 2/2, c 1/2, d 1/2, e 1/2; recall: a 2/2, b 2/2, c 1/2, d 1/2, e 1/1
    scores = b_cubed(pairs, found, right)
    assert scores.precision == pytest.approx(19 / 30)
    assert scores.recall == pytest.approx(0.8)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=20))
def test_what_is_right_throughout_scores_one(judged: list[tuple[bool, bool]]) -> None:
    right = [belongs for _, belongs in judged]
    pairs = [(f"one {number}", f"other {number}") for number in range(len(judged))]
    if any(right):
        assert pairwise(right, right).f1 == 1
    if judged:
        assert b_cubed(pairs, right, right).f1 == pytest.approx(1)


def test_kappa_of_a_worked_example(own: list[FirmList]) -> None:
    one, other = own[0].sayings[0], own[1].sayings[0]
    said = [("same", "same"), ("same", "related"), ("related", "related"), ("related", "related")]
    pairs = [LabeledPair(one, other, Relation(a), passes=(Relation(a), Relation(b))) for a, b in said]
    # alike 3/4; by chance 2/4 * 1/4 + 2/4 * 3/4 = 1/2; kappa (3/4 - 1/2) / (1 - 1/2)
    told = agreement(pairs)
    assert told is not None
    assert told == pytest.approx((0.75, 0.5))
    assert agreement([]) is None


def test_a_threshold_is_the_one_with_the_best_f1(tmp_path: Path, own: list[FirmList]) -> None:
    pairs, _ = read_pairs(table(tmp_path, SAME, OTHER.replace("test", "development")), own)
    method = Threshold(by_letters, pairs)
    assert method(pairs) == [True, False]
    assert method.enough == by_letters(pairs)[0]


def test_every_method_is_measured_on_every_part(tmp_path: Path, own: list[FirmList]) -> None:
    pairs, _ = read_pairs(table(tmp_path, SAME, OTHER), own)
    found = evaluate_harmonizing(own, pairs, samples=10)
    assert {(one.method, one.part) for one in found.results} == {
        (m, p) for m in METHODS for p in ("development", "test")
    }
    assert {(one.firm, one.part, one.over, one.under) for one in found.errors if one.part == "development"} == {
        ("dam", "development", 0, 0),
        ("plant", "development", 0, 0),
    }
    assert {one.part for one in evaluate_harmonizing(own, pairs, samples=10, part="test").results} == {"test"}
    with pytest.raises(NotFoundError, match="development, test"):
        evaluate_harmonizing(own, pairs, part="nothing")


def test_without_pairs_for_development_the_others_are_at_their_best_and_it_is_said(
    tmp_path: Path, own: list[FirmList]
) -> None:
    pairs, _ = read_pairs(table(tmp_path, SAME.replace("development", "test"), OTHER), own)
    found = evaluate_harmonizing(own, pairs, samples=10)
    f1 = {one.method: one.pairwise.f1 for one in found.results}

    assert f1["rapidfuzz alone"] == 1
    assert "best F1 on these very pairs, which favors them" in FORMS["md"](found).decode()


def test_how_far_the_passes_agree_is_said_once_of_all_pairs(tmp_path: Path, own: list[FirmList]) -> None:
    pairs, _ = read_pairs(table(tmp_path, SAME, OTHER), own)
    written = FORMS["md"](evaluate_harmonizing(own, pairs, samples=10)).decode()

    assert written.count("Two passes call 50.0% of all pairs alike") == 1
    assert "best F1 on the development part" in written


def test_what_is_missed_may_be_told_to_come_near() -> None:
    tubes, rake, again = "Weld boiler tubes", "Clear trash racks with the rake", "Weld leaking tubes of the boiler shut"
    base = lists({"plant": (tubes, again), "dam": (rake,)})
    of = {saying.words: saying for one in base for saying in one.sayings}
    pairs = [LabeledPair(of[tubes], of[other], Relation.SAME) for other in (rake, again)]
    (missed,) = evaluate_harmonizing(base, pairs, samples=10).missed
    assert (missed.part, missed.pairs, missed.near) == ("test", 2, 1)


def test_it_is_written_in_three_forms(tmp_path: Path, own: list[FirmList]) -> None:
    pairs, _ = read_pairs(table(tmp_path, SAME, OTHER), own)
    found = evaluate_harmonizing(own, pairs, samples=10)
    written = {form: write(found).decode() for form, write in FORMS.items()}
    assert json.loads(written["json"])["agreement"][0] == 0.5
    assert "| Ladderworks | 1.000 | 1.000 | 1.000 |" in written["md"]
    rows = list(csv.DictReader(written["csv"].splitlines()))
    assert len(rows) == 2 * len(METHODS) * 2


def test_the_labels_of_the_real_lists_are_whole(data: Path) -> None:
    if not (data / "frameworks/firm_lists").is_dir():
        pytest.skip(f"{data / 'frameworks/firm_lists'} is missing")
    pairs, report = read_pairs(PAIRS, read_lists(data))
    assert not len(report)
    assert len(pairs) >= 300
    held_out = sum(pair.part != DEVELOPMENT for pair in pairs)
    assert 0.32 <= held_out / len(pairs) <= 0.35
    known = {side.words for pair in pairs if pair.part == DEVELOPMENT for side in (pair.one, pair.other)}
    assert not any(side.words in known for pair in pairs if pair.part == TEST for side in (pair.one, pair.other))
    assert {pair.relation for pair in pairs} == {*Relation}
    assert all(len(pair.passes) == 2 for pair in pairs)
    assert {pair.one.firm.rpartition("/")[2] for pair in pairs} <= {*LISTS}
