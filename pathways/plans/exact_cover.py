"""The exact cover: the integer program behind `cover`, solved by branch and bound (HiGHS).

One variable an offer, 0 or 1, one for each inner condition, and one for each demand that is given up where offers
exclude each other. A solution whose offers wait for one another in a circle is cut off, and the program solved again:
conditions only ever gain by more offers, so whoever waits needs one that was not chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from pathways.plans.conditions import Condition
from pathways.plans.covering import Cover, Covering
from pathways.plans.offers import attainable, credits_of

SECONDS: Final = 2.0
"""What solving may take; then the greedy cover stands."""

ROUNDS: Final = 50
"""How often circles are cut off, at most."""

Terms = Mapping[int, float]


class _Program:
    """The rows and columns of an integer program that grows."""

    def __init__(self, covering: Covering) -> None:
        self.covering = covering
        self.columns = {iri: place for place, iri in enumerate(covering.useful)}
        self.credits = credits_of(covering.offers)
        self.costs = [offer.weight for offer in covering.useful.values()]
        self.rows: list[tuple[Terms, float]] = []
        self.waived: dict[int, str] = {}
        self._add_demands()
        for iri, offer in covering.useful.items():
            self._require(self.columns[iri], offer.requires)
            for other in offer.excludes:
                if other in self.columns and other != iri:
                    self.rows.append(({self.columns[iri]: -1.0, self.columns[other]: -1.0}, -1.0))

    def _add_demands(self) -> None:
        """Add that each competency is covered and each required offer chosen, or given up at a forbidding price."""
        useful, price = self.covering.useful, float(sum(self.costs)) + 1
        clashing = any(other in useful for offer in useful.values() for other in offer.excludes)
        teaching: dict[str, dict[int, float]] = {competency: {} for competency in sorted(self.covering.covered)}
        for iri, offer in useful.items():
            for competency in self.covering.covered.intersection(offer.covers):
                teaching[competency][self.columns[iri]] = 1.0
        for competency, teachers in teaching.items():
            self.rows.append(({**teachers, **self._waiver(competency, price, clashing=clashing)}, 1.0))
        for iri in sorted(self.covering.demanded):
            above = price * (len(teaching) + 1)
            self.rows.append(({self.columns[iri]: 1.0, **self._waiver(iri, above, clashing=clashing)}, 1.0))

    def _waiver(self, demand: str, price: float, *, clashing: bool) -> Terms:
        if not clashing:
            return {}
        self.waived[len(self.costs)] = demand
        self.costs.append(price)
        return {len(self.costs) - 1: 1.0}

    def _require(self, column: int, condition: Condition) -> None:
        """Add that a column is 1 only where a condition is met."""
        counted, there = self._counted(condition)
        if condition.needed > there:
            self.rows.append(({**counted, column: counted.get(column, 0.0) - (condition.needed - there)}, 0.0))
        held = {member for member in set(condition.members) if member in self.covering.held}
        lacking = condition.credits - sum(self.credits.get(member, 0.0) for member in held)
        if lacking > 0:
            earned = {self.columns[m]: self.credits.get(m, 0.0) for m in condition.members if m in self.columns}
            self.rows.append(({**earned, column: earned.get(column, 0.0) - lacking}, 0.0))

    def _counted(self, condition: Condition) -> tuple[dict[int, float], int]:
        """Return the columns that a condition counts, and how many of its members are there already."""
        there, counted = 0, dict[int, float]()
        for member in condition.members:
            if member in self.covering.held:
                there += 1
            elif member in self.columns:
                counted[self.columns[member]] = counted.get(self.columns[member], 0.0) + 1.0
        for inner in condition.conditions:
            gate = len(self.costs)
            self.costs.append(0.0)
            self._require(gate, inner)
            counted[gate] = 1.0
        return counted, there

    def solved(self) -> NDArray[np.float64] | None:
        """Return the best value of each column, ``None`` where the time is over."""
        size = len(self.costs)
        entries = [(row, column, value) for row, (terms, _) in enumerate(self.rows) for column, value in terms.items()]
        rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
        matrix = csr_matrix((values, (rows, columns)), shape=(len(self.rows), size))
        least = np.array([bound for _, bound in self.rows])
        found = milp(
            np.array(self.costs),
            constraints=LinearConstraint(matrix, lb=least),
            integrality=np.ones(size),
            bounds=Bounds(0, 1),
            options={"time_limit": SECONDS, "mip_rel_gap": 0.0},
        )
        return np.asarray(found.x) if found.status == 0 else None

    def cut(self, chosen: list[str], waiting: list[str]) -> None:
        """Add that those who wait need an offer that was not chosen, or one of them is left out."""
        terms = {self.columns[iri]: -1.0 for iri in waiting}
        terms.update({place: 1.0 for iri, place in self.columns.items() if iri not in chosen})
        self.rows.append((terms, 1.0 - len(waiting)))


def solve(covering: Covering) -> Cover | None:
    """Return the lightest cover, proven; ``None`` where it takes too long."""
    program = _Program(covering)
    for _ in range(ROUNDS):
        values = program.solved()
        if values is None:
            return None
        chosen = [iri for iri, place in program.columns.items() if values[place] > 0.5]
        order = attainable(covering.offers, covering.held, chosen)
        if len(order) == len(chosen):
            given_up = frozenset(demand for place, demand in program.waived.items() if values[place] > 0.5)
            weight = sum(covering.offers[iri].weight for iri in order)
            return Cover(tuple(order), weight, exact=True, given_up=given_up)
        program.cut(chosen, [iri for iri in chosen if iri not in order])
    return None
