"""Where the tuition of ways comes from: prices that whoever asks has named, added up, and what none of them prices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pathways.amounts import money
from pathways.routes import wording
from pathways.routes.route import Cost, Paid, Route
from pathways.traces import explained
from pathways.traces.records import Basis, Figure, Input, computed


def price_figures(routes: Iterable[Route]) -> Iterator[Figure]:
    """Yield the price of each offer that is paid on some ways, once: it is given with the question."""
    paid = {part.iri: part for route in routes for part in (route.totals.cost.parts if route.totals.cost else ())}
    for part in paid.values():
        shown = money(part.amount)
        given = Input(what=f"offer that was given with the question: {part.label}", value=shown, given=True)
        yield Figure(name=_name(part), shown=shown, basis=Basis.ASSERTED, how="as you say", inputs=(given,))


def tuition_figures(owner: str, cost: Cost, schools: tuple[str, ...], asked: tuple[str, ...]) -> Iterator[Figure]:
    """Yield what a way costs, and what of it nobody prices.

    Parameters
    ----------
    schools
        Keys of the figures of the school before each step: only where some is missing is a program paid.
    asked
        Keys of the figures of what the steps ask for by name and nobody prices.
    """
    how = "the prices of the offers that its steps need, each once, added up"
    how += "; what is not priced is in no sum" if cost.unknown else ""
    parts = (*map(_name, cost.parts), *schools)
    yield computed("tuition and fees", wording.tuition(cost), how, parts, explained.TUITION, owner)
    if cost.unknown:
        how = "what the steps ask for and no offer that was named has a price of"
        yield computed("not priced", ", ".join(cost.unknown), how, (*asked, *schools), explained.TUITION, owner)


def _name(part: Paid) -> str:
    """Return what the price of an offer is called: two may share a label."""
    return f"price of {part.label} ({part.iri})"
