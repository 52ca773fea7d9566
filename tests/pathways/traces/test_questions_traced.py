"""Every number of an answer to a reverse question has a trace that ends in rows of files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from pathways.questions.breaks import breaks
from pathways.questions.doors import doors
from pathways.questions.field import Field
from pathways.questions.leads_to import leads_to
from pathways.questions.pays import pays
from pathways.questions.records import Answer, Breaks, LeadsTo, Passage, Pays
from pathways.questions.taught import taught_in_one_more
from pathways.questions.teaching_records import Doors, Taught
from pathways.questions.writing import Line, table, write_markdown
from pathways.records.coded import title_and_code
from pathways.traces.ground import Ground
from pathways.traces.names import door_name, passage
from pathways.traces.records import Traced
from pathways.traces.traces import trace_answer

Judge = Callable[[Traced], list[str]]
NUMBER = re.compile(r"\$?\d+(?:,\d{3})*(?:\.\d+)?%?")
NAMES = re.compile(r"\d\d-\d{4}\.\d\d|10th percentile")
"""Codes of occupations, and what a column is called."""


@pytest.fixture(scope="module", params=["pays", "leads to", "licensed", "doors", "breaks", "taught"])
def answered(ground: Ground, request: pytest.FixtureRequest) -> tuple[Answer, Traced]:
    """An answer with its trace."""
    field = Field.of(ground.snapshot, "power-generation", "Chelan County, WA")
    asked: dict[str, Callable[[], Answer]] = {
        "pays": lambda: pays(field, 62_000, "our own budget, 2025"),
        "leads to": lambda: leads_to(field, ground.snapshot.find("51-8013.00")),
        "licensed": lambda: leads_to(field, ground.snapshot.find("47-2111.00")),
        "doors": lambda: doors(field),
        "breaks": lambda: breaks(field),
        "taught": lambda: taught_in_one_more(field, ["PG-ELE-01", "PG-SAF-03"], 2.5),
    }
    found = asked[request.param]()
    return found, trace_answer(ground, found, field)


def _owners(answer: Answer) -> list[set[str]]:
    """Return whose figures each row of an answer's table shows."""
    if isinstance(answer, Pays):
        return [{title_and_code(one.rung)} for one in answer.found]
    if isinstance(answer, LeadsTo):
        return [{f"from {title_and_code(one.entry)}", title_and_code(one.entry)} for one in answer.found]
    if isinstance(answer, Breaks):
        ends = [(one.rung, one.next or one.rung) for one in answer.found]
        return [{title_and_code(a), passage(Passage(start=a, end=b))} for a, b in ends]
    if isinstance(answer, Taught):
        return [{passage(one.passage)} for one in answer.found]
    assert isinstance(answer, Doors)
    return [{door_name(one)} for one in answer.found]


def _untraced(answer: Answer, traced: Traced) -> Iterator[tuple[Line, set[str]]]:
    """Yield each row of an answer's table with the numbers in it that no figure of its own shows."""
    for row, own in zip(table(answer)[1:], _owners(answer), strict=True):
        shown = {n for figure in traced.figures if figure.of in own for n in NUMBER.findall(figure.shown)}
        yield row, {n for cell in row for n in NUMBER.findall(NAMES.sub("", "" if cell is None else str(cell)))} - shown


def test_every_number_of_a_row_is_traced(answered: tuple[Answer, Traced]) -> None:
    answer, traced = answered
    rows = list(_untraced(answer, traced))

    assert rows
    assert [(row, left) for row, left in rows if left] == []


def test_every_number_of_what_is_said_is_traced(answered: tuple[Answer, Traced]) -> None:
    answer, traced = answered
    shown = {n for figure in traced.figures for n in NUMBER.findall(figure.shown)}
    sources = {n for source in answer.sources for n in NUMBER.findall(f"{source.title} {source.attribution}")}

    assert {*NUMBER.findall(NAMES.sub("", write_markdown(answer)))} - shown - sources == set()


def test_every_figure_of_an_answer_ends_in_rows(answered: tuple[Answer, Traced], unfounded: Judge) -> None:
    assert unfounded(answered[1]) == []


def test_every_formula_of_an_answer_is_explained(answered: tuple[Answer, Traced], unexplained: Judge) -> None:
    assert unexplained(answered[1]) == []


def test_a_county_falls_back_to_the_row_of_its_state(ground: Ground) -> None:
    field = Field.of(ground.snapshot, "power-generation", "Chelan County, WA")
    traced = trace_answer(ground, pays(field, 62_000), field)
    stated = [i for figure in traced.figures if figure.name == "pay, median" for i in figure.inputs]

    assert "No pay is published of Chelan County, WA: that of Washington stands in." in traced.notes
    assert {stated_.finding.keys["area_code"] for stated_ in stated if stated_.finding} == {"5300000"}


@pytest.mark.parametrize("ask", [lambda field: pays(field, 62_000), breaks])
def test_pay_that_stands_in_for_that_of_a_city_is_traced_row_by_row(
    metro: Ground, unfounded: Judge, ask: Callable[[Field], Answer]
) -> None:
    field = Field.of(metro.snapshot, "power-generation", "Wenatchee")
    answer = ask(field)
    traced = trace_answer(metro, answer, field)
    _, *rows = table(answer)

    assert any("Washington" in str(cell) for row in rows for cell in row)
    assert unfounded(traced) == []
    assert [row for row, left in _untraced(answer, traced) if left] == []
