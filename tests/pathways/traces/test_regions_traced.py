"""Pay of metropolitan areas, of the wider region that stands in for one, and of counties, down to the rows."""

from __future__ import annotations

from collections.abc import Callable

from pathways.ladders.building import sector
from pathways.routes import compare
from pathways.traces.ground import Ground
from pathways.traces.records import Basis, Figure, Traced
from pathways.traces.traces import trace_ladder, trace_routes, trace_rung

Judge = Callable[[Traced], list[str]]
MECHANIC, OPERATOR, HELPER = "49-9071.00", "51-8013.00", "49-9098.00"


def _paid(traced: Traced) -> list[tuple[str, Figure]]:
    return [(f.name, f) for f in traced.figures if f.name.startswith("pay, median")]


def _row(figure: Figure) -> tuple[str, int, str]:
    """Return the file, the row and the median that a figure of pay rests on."""
    finding = figure.inputs[0].finding
    assert finding
    row = finding.rows[0]
    return finding.file, row.number, next(cell for header, cell in row.cells.items() if "median" in header)


def test_the_pay_of_a_city_is_in_the_row_of_its_file(metro: Ground) -> None:
    ((name, figure),) = _paid(trace_rung(metro, metro.snapshot.find(MECHANIC), "Wenatchee"))

    assert (name, figure.shown, figure.basis) == ("pay, median", "$51,230 a year", Basis.ASSERTED)
    assert _row(figure) == ("metro.csv", 3, "51230")


def test_where_a_city_publishes_none_the_state_stands_in_by_name(metro: Ground) -> None:
    ((name, figure),) = _paid(trace_rung(metro, metro.snapshot.find(OPERATOR), "Wenatchee"))

    assert (name, figure.shown, figure.basis) == ("pay, median", "$131,620 a year", Basis.INFERRED)
    assert figure.how.startswith("Wenatchee-East Wenatchee, WA publishes none: that of Washington stands in")
    assert _row(figure) == ("wages.csv", 34, "131620")


def test_a_county_is_told_and_traced_to_its_area_or_its_state(metro: Ground) -> None:
    traced = trace_rung(metro, metro.snapshot.find(HELPER), "Chelan County, WA")
    other = trace_rung(metro, metro.snapshot.find(OPERATOR), "Grays Harbor County, WA")

    assert "No pay is published of Chelan County, WA: that of Wenatchee-East Wenatchee, WA stands in." in traced.notes
    assert _row(dict(_paid(traced))["pay, median"]) == ("metro.csv", 4, "44100")
    assert "No pay is published of Grays Harbor County, WA: that of Washington stands in." in other.notes
    assert _row(dict(_paid(other))["pay, median"]) == ("wages.csv", 34, "131620")


def test_ways_in_a_city_take_the_pay_that_stands_in(metro: Ground, unfounded: Judge) -> None:
    find = metro.snapshot.find
    traced = trace_routes(metro, compare(metro.snapshot, find(HELPER), find(OPERATOR), "Wenatchee"))
    end = next(figure for figure in traced.figures if figure.name == "pay at the end")

    assert "Power Plant Operators (51-8013.00): pay, median" in end.parts
    assert unfounded(traced) == []


def test_the_name_and_the_month_of_a_city_are_in_its_files(metro: Ground, unfounded: Judge) -> None:
    traced = trace_ladder(metro, sector(metro.snapshot, "power-generation", "Wenatchee"))
    paid = next(figure for figure in traced.figures if figure.name == "whose pay")
    found = [(f.file, f.rows[0].number) for stated in paid.inputs if (f := stated.finding)]

    assert paid.shown.startswith("Wenatchee-East Wenatchee, WA, May 2025")
    assert found == [("metro.csv", 2), ("manifest.json", 3)]
    assert unfounded(traced) == []
