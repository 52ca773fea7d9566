"""The words and tables of an evaluation of relatedness."""

from __future__ import annotations

import json

from pathways.evaluation.relatedness import Found
from pathways.evaluation.relatedness_account import account, cells, head, to_json, to_markdown


def one(split: str, method: str, occupations: int) -> Found:
    return Found(
        split=split,
        method=method,
        occupations=occupations,
        recall=0.6051,
        recall_from=0.59,
        recall_to=0.62,
        reciprocal_rank=0.982,
    )


FOUND = (one("all", "Ladderworks", 3), one("all", "titles", 3), one("odd", "Ladderworks", 2))


def test_each_split_that_has_occupations_is_a_table() -> None:
    all_, odd = account(FOUND)

    assert all_.title == "All occupations: 3"
    assert all_.rows[0] == ("Ladderworks", "0.605", "0.590\N{EN DASH}0.620", "0.982")
    assert [row[0] for row in odd.rows] == ["Ladderworks"]
    assert "3 occupations" in head(FOUND)


def test_every_form_has_every_figure() -> None:
    assert [Found.model_validate(each) for each in json.loads(to_json(FOUND))] == list(FOUND)
    assert to_markdown(FOUND).decode().count("| Ladderworks | 0.605 |") == 2
    assert len(cells(FOUND)) == 1 + len(FOUND)
