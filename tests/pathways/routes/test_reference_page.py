"""The reference of routes says every number, column, field and form of the engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from pathways.ladders import own_school, sound
from pathways.ladders import search as drawn
from pathways.occupations import preparation
from pathways.routes import (
    FORMATS,
    Amount,
    Beaten,
    Comparison,
    Cost,
    Leg,
    Mark,
    Moved,
    Paid,
    Raise,
    Route,
    Totals,
    choice,
    clock,
    comparing,
    jobs,
    ways,
)
from pathways.routes.table import COLUMNS
from pathways.steps import costs

DOCS = Path(__file__).parents[3] / "docs"
PAGE = " ".join((DOCS / "reference" / "routes.md").read_text(encoding="utf-8").split())

NUMBERS = {
    f"costs more than {sound.FAR:g}": "FAR",
    f"up to {sound.FARTHER:g} where the goal is {sound.HIGHER} job zones or ranks higher": "FARTHER, HIGHER",
    f"support of {sound.FAR_SUPPORTED:g}": "FAR_SUPPORTED",
    f"costs at most {drawn.WORST:g} times as much as the ladder's main route": "WORST",
    f"or at most {drawn.STEP_MORE:g} more, tolls included": "STEP_MORE",
    f"has at most {drawn.DETOUR} steps more than it, or {ways.FEWEST_STEPS} in all": "DETOUR, FEWEST_STEPS",
    f"has no step that costs more than {costs.DEAREST:g}": "DEAREST",
    f"a dearer one, than {drawn.AS_STEEP:g} times that": "AS_STEEP",
    f"a support below {sound.SUPPORTED:g}": "SUPPORTED",
    f"at most {ways.MOST_OF_A_LENGTH:,}, those of least cost first": "MOST_OF_A_LENGTH",
    f"every chain of up to {ways.MOST_STEPS_UP} steps": "MOST_STEPS_UP",
    "median pays a tenth more or better": "RAISE",
    f"At most {choice.MOST_SHOWN}: the one that costs least": "MOST_SHOWN",
    f"If there are fewer than {choice.ENOUGH}, others": "ENOUGH",
    "in half of their rungs or more": "APART",
    f"A certificate ({own_school.CERTIFICATE} months)": "CERTIFICATE",
    "averaged over ten years": "HORIZON",
    f"where {jobs.WHOLE} or more are known": "WHOLE",
}


@pytest.mark.parametrize("words", NUMBERS, ids=list(NUMBERS.values()))
def test_every_number_is_that_of_the_engine(words: str) -> None:
    assert words in PAGE


def test_numbers_in_words_are_those_of_the_engine() -> None:
    assert (round(comparing.RAISE, 3), choice.APART, clock.HORIZON, preparation.BACHELOR) == (1.1, 0.5, 120, 48)


def test_every_column_and_form_is_there() -> None:
    assert [column for column in COLUMNS if f"`{column}`" not in PAGE] == []
    assert [form.extension for form in FORMATS if f"| `{form.extension}` | `{form.media_type}` |" not in PAGE] == []


@pytest.mark.parametrize("record", [Comparison, Route, Leg, Totals, Amount, Raise, Moved, Beaten, Cost, Paid])
def test_every_field_is_there(record: type[BaseModel]) -> None:
    assert [field for field in record.model_fields if f"`{field}`" not in PAGE] == []


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_is_explained_to_workers(mark: Mark) -> None:
    assert f"| {mark} |" in (DOCS / "how-to" / "compare-routes.md").read_text(encoding="utf-8")
