"""Routes side by side: to a goal, or up from an occupation within some months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ontology.records import Iri
from pathways.ladders.describing import sources
from pathways.ladders.goal import ways_and_notes
from pathways.ladders.rungs import rung
from pathways.ladders.unrated import unjudged
from pathways.ladders.wording import capital
from pathways.occupations.wages import TRADEOFF, find_region
from pathways.records.ladder import Rung, Source
from pathways.routes.asked import Asked
from pathways.routes.choice import chosen, unbeaten
from pathways.routes.compared import Compared, described
from pathways.routes.explaining import Explainer
from pathways.routes.figures import COMPARED, ComparedWay, beats, ways_of
from pathways.routes.notes import notes_of
from pathways.routes.route import Beaten, Comparison, Mark, Prices, Route
from pathways.routes.ways import MOST_STEPS_UP, Paths, ways_between, ways_up
from pathways.routes.wording import duration
from pathways.snapshot import Snapshot

RAISE = 1 + TRADEOFF
"""Pay at the end of a route up, in times of the start's, from which on it is more than chance."""


def compare(
    snapshot: Snapshot,
    start: int,
    goal: int,
    region: str = "",
    within: int = 0,
    move: str = "",
    *,
    prices: Prices | None = None,
) -> Comparison:
    """Return the ways from one occupation to another that nothing else beats, a handful of them.

    Parameters
    ----------
    start, goal
        Places in the snapshot, as of `Snapshot.find`.
    region
        Code or name of the region whose pay and jobs to look at; the nation where empty.
    within
        Most months that a route may take, 0 without a limit.
    move
        A region to move to for the goal.
    prices
        What ways cost; ``None`` where that is not to be compared.

    Raises
    ------
    NotFoundError
        Where a region is unknown.
    """
    return _Comparing(snapshot, Asked(start, goal, within, region, move, prices)).answer()


def compare_onward(
    snapshot: Snapshot,
    start: int,
    region: str = "",
    within: int = 0,
    move: str = "",
    *,
    prices: Prices | None = None,
) -> Comparison:
    """Return the ways up from an occupation, to wherever pay is more, that nothing else beats.

    Parameters and errors as of `compare`.
    """
    return _Comparing(snapshot, Asked(start, None, within, region, move, prices)).answer()


class _Comparing:
    """One comparison on its way."""

    def __init__(self, snapshot: Snapshot, asked: Asked) -> None:
        self._snapshot = snapshot
        self._asked = asked
        self._region = find_region(snapshot.regions, asked.region)
        self._pay = snapshot.regional(self._region)
        there = find_region(snapshot.regions, asked.move) if asked.move else None
        elsewhere = snapshot.regional(there) if there else None
        self._explainer = Explainer(snapshot, self._region, self._pay, elsewhere, asked.prices)

    def answer(self) -> Comparison:
        """Return the comparison."""
        ways, notes = self._ways()
        kept = unbeaten(ways)
        picked = chosen(kept, open_end=self._asked.open_end)
        return self._comparison(Compared(ways, kept, picked, self._drawn(ways), notes))

    def _ways(self) -> tuple[list[ComparedWay], list[str]]:
        """Return all ways to compare, and what must be said of them."""
        asked = self._asked
        if asked.goal is None:
            return self._up()
        drawn, notes = ways_and_notes(self._snapshot, asked.start, asked.goal, self._region, 1)
        reached = drawn[0][-1]
        if reached == asked.start:
            return [], notes
        kept, said = self._within(self._to(reached), _label(self._snapshot, reached))
        return kept, [*notes, *said]

    def _to(self, goal: int) -> list[ComparedWay]:
        start = self._asked.start
        found = ways_between(self._snapshot, start, goal, self._region)
        return [way for paths, cost in found for way in self._figured(paths, cost)]

    def _figured(self, paths: Paths, cost: np.ndarray) -> list[ComparedWay]:
        asked = self._asked
        return ways_of(self._snapshot, paths, cost, self._pay, open_end=asked.open_end, prices=asked.prices)

    def _up(self) -> tuple[list[ComparedWay], list[str]]:
        """Return the ways to where pay is more than at the start."""
        start, pay = self._asked.start, self._pay.yearly[:, 1]
        name = _label(self._snapshot, start)
        if told := unjudged(self._snapshot, start):
            return [], [f"{capital(told)}."]
        if np.isnan(pay[start]):
            return [], [f"Pay of {name} is not known here, so it cannot be said where pay is more: name a goal."]
        found: list[ComparedWay] = []
        for paths, cost in ways_up(self._snapshot, start):
            kept = pay[paths[:, -1]] >= RAISE * pay[start]
            found += self._figured(paths[kept], cost[kept])
        if not found:
            return [], [f"No way of {MOST_STEPS_UP} sound steps leads from {name} to work that pays a tenth more."]
        return self._within(found, "work that pays a tenth more")

    def _within(self, ways: list[ComparedWay], where: str) -> tuple[list[ComparedWay], list[str]]:
        """Return the ways that take no longer than asked; the shortest one where none does."""
        most = self._asked.within
        kept = [way for way in ways if not most or way.figures[0] <= most]
        if kept:
            return kept, []
        shortest = min(ways, key=lambda way: (way.figures[0], way.cost))
        takes = duration(shortest.figures[0])
        return [shortest], [f"No way to {where} takes {duration(most)} or less: the shortest takes {takes}."]

    def _drawn(self, ways: Sequence[ComparedWay]) -> ComparedWay | None:
        """Return the main route of the ladder: the way of least cost."""
        if self._asked.goal is None:
            return None
        return min(ways, key=lambda way: (way.cost, len(way.places), way.places), default=None)

    def _comparison(self, found: Compared) -> Comparison:
        snapshot, asked, region = self._snapshot, self._asked, self._region
        places = sorted({*found.shown, *self._asked.ends}, key=lambda place: snapshot.occupations[place].code)
        rungs = tuple(rung(snapshot, place, region) for place in places)
        routes = tuple(
            self._explainer.route(way, marks, drawn=way == found.drawn) for way, marks in found.picked.items()
        )
        goal = None if asked.goal is None else snapshot.occupations[asked.goal]
        instead = self._instead(routes)
        return Comparison(
            iri=Iri(snapshot.identifiers.service("ladders/routes", self._address())),
            title=self._title(toward=bool(instead)),
            description=described(found, region, instead),
            start=snapshot.occupations[asked.start].iri,
            goal=goal.iri if goal else None,
            within=asked.within or None,
            region=region.label if region else "",
            period=region.period if region else "",
            staying=self._explainer.staying(asked.start),
            rungs=rungs,
            routes=routes,
            beaten=self._beaten(found),
            looked_at=len(found.ways),
            unbeaten=len(found.kept),
            notes=(*found.notes, *notes_of(snapshot, rungs, routes, self._pay)),
            sources=self._sources(places, rungs, routes),
        )

    def _beaten(self, found: Compared) -> Beaten | None:
        """Return the ladder's main route with what beats it, one that is shown before all others."""
        drawn, picked = found.drawn, list(found.picked)
        if drawn is None or drawn in found.kept:
            return None
        better = next(way for way in (*picked, *found.kept) if beats(way, drawn))
        marks = (*COMPARED, Mark.LEAST_TUITION)
        where = [mark for mark, a, b in zip(marks, better.compared, drawn.compared, strict=False) if a < b]
        by = picked.index(better) + 1 if better in picked else 0
        return Beaten(route=self._explainer.route(drawn, drawn=True), by=by, better_in=tuple(where))

    def _address(self) -> Mapping[str, str]:
        asked, codes = self._asked, self._snapshot.occupations
        parts = {
            "from": codes[asked.start].code,
            "to": "" if asked.goal is None else codes[asked.goal].code,
            "within": str(asked.within or ""),
            "region": self._region.code if self._region else "",
            "move": asked.move,
        }
        return {name: value for name, value in parts.items() if value}

    def _instead(self, routes: Sequence[Route]) -> str:
        """Return the nearest rung, which the ways lead to where the goal is too far; empty where it is not."""
        if self._asked.goal is None or not routes:
            return ""
        reached = self._snapshot.occupations.by_iri[routes[0].rungs[-1]]
        return "" if reached == self._asked.goal else _label(self._snapshot, reached)

    def _title(self, *, toward: bool) -> str:
        start = _label(self._snapshot, self._asked.start)
        if self._asked.goal is not None:
            return f"Ways from {start} {'toward' if toward else 'to'} {_label(self._snapshot, self._asked.goal)}"
        limit = f" within {duration(self._asked.within)}" if self._asked.within else ""
        return f"Ways up from {start}{limit}"

    def _sources(self, places: Sequence[int], rungs: Sequence[Rung], routes: Sequence[Route]) -> tuple[Source, ...]:
        """Return the releases that anything said is from, also of the pay and the jobs of a region."""
        steps = [leg.step for route in routes for leg in route.legs]
        return sources(self._snapshot, places, rungs, steps, {region.source for region in self._pay.chain})


def _label(snapshot: Snapshot, place: int) -> str:
    return str(snapshot.occupations[place].label)
