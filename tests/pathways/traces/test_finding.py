"""Finding figures by what stands on a picture."""

from __future__ import annotations

import pytest

from pathways.traces.finding import showing
from pathways.traces.records import Basis, Figure

FIGURES = tuple(
    Figure(name=name, shown=shown, basis=Basis.COMPUTED, how="", of=of)
    for name, shown, of in (
        ("gap (to learn)", "34%", "A to B"),
        ("gap (to learn)", "4%", "B to C"),
        ("Electrician: wage steps", "50%, 60%, 90% (3 steps)", ""),
        ("Welder: wage steps", "60%, 90% (2 steps)", ""),
        ("pay, median", "$57,720 a year", "A"),
        ("enough to stay", "$50,000", ""),
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4% to learn", ["4%"]),
        ("34% to learn", ["34%"]),
        ("50% to 90%", ["50%, 60%, 90% (3 steps)"]),
        ("50% to 90% of full pay", ["50%, 60%, 90% (3 steps)"]),
        ("Off-ramp", ["$50,000"]),
        ("off\N{NON-BREAKING HYPHEN}ramp", ["$50,000"]),
        ("$57,720", ["$57,720 a year"]),
        ("7,720", []),
        ("$57", []),
        ("WAGE STEPS", ["50%, 60%, 90% (3 steps)", "60%, 90% (2 steps)"]),
        ("", []),
    ],
)
def test_what_stands_on_a_picture_is_found_and_numbers_are_met_whole(text: str, found: list[str]) -> None:
    assert [figure.shown for figure in showing(FIGURES, text)] == found
