"""The exact cover: the integer program behind `cover`, solved by branch and bound (HiGHS).

One variable an offer, 0 or 1, one for each inner condition, and one for each demand that is given up where offers
exclude each other. A solution whose offers wait for one another in a circle is cut off, and the program solved again:
conditions only ever gain by more offers, so whoever of them is chosen needs one that their conditions name and that
was not chosen (the loop formula of an unfounded set). All rounds share one time; when it is over, the lightest cover
that was found stands, if there is one, and is not called the best.

References
----------
Lin, F. & Zhao, Y. (2004). ASSAT: computing answer sets of a logic program by SAT solvers. Artificial Intelligence
157(1-2), for loop formulas. Huangfu, Q. & Hall, J. A. J. (2018), for HiGHS.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from time import monotonic
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from pathways.plans.conditions import Condition
from pathways.plans.covering import Cover, Covering
from pathways.plans.offers import attainable, credits_of

SECONDS: Final = 2.0
"""What all rounds of solving together may take."""

Terms = Mapping[int, float]


class _Program:
    """The rows and columns of an integer program that grows."""

    def __init__(self, covering: Covering) -> None:
        self.covering = covering
        self.columns = {iri: place for place, iri in enumerate(covering.useful)}
        self.credits = credits_of(covering.offers, covering.offers)
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
        held = {member for member in condition.members if member in self.covering.held}
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

    def solved(self, seconds: float) -> tuple[NDArray[np.float64] | None, bool]:
        """Return a good value of each column, ``None`` where the time did not suffice, and whether it is the best."""
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
            options={"time_limit": seconds, "mip_rel_gap": 0.0},
        )
        return (None if found.x is None else np.asarray(found.x)), found.status == 0

    def cut(self, chosen: Collection[str], waiting: Collection[str]) -> None:
        """Add that whoever waits for another in a circle needs one that their conditions name and nobody chose."""
        named = {leaf for iri in waiting for leaf in self.covering.offers[iri].requires.leaves()}
        ways_in = {self.columns[iri]: 1.0 for iri in self.columns if iri in named and iri not in chosen}
        self.rows.extend(({**ways_in, self.columns[iri]: -1.0}, 0.0) for iri in waiting)

    def cover(self, values: NDArray[np.float64], order: list[str], *, exact: bool) -> Cover:
        """Return a solution as the cover that it is."""
        given_up = frozenset(demand for place, demand in self.waived.items() if values[place] > 0.5)
        weight = sum(self.covering.offers[iri].weight for iri in order)
        return Cover(tuple(order), weight, exact=exact, given_up=given_up)


def solve(covering: Covering) -> Cover | None:
    """Return the lightest cover that could be found in time, ``None`` where none was.

    It is exact where it is proven that none weighs less.
    """
    program, end = _Program(covering), monotonic() + SECONDS
    while (seconds := end - monotonic()) > 0:
        values, best = program.solved(seconds)
        if values is None:
            return None
        chosen = [iri for iri, place in program.columns.items() if values[place] > 0.5]
        order = attainable(covering.offers, covering.held, chosen)
        if len(order) == len(chosen):
            return program.cover(values, order, exact=best)
        program.cut(chosen, [iri for iri in chosen if iri not in order])
    return None
