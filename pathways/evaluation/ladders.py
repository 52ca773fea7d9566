"""How much of textbook ladders is found between their first rung and their last.

The engine is asked only for the two ends. Of each ladder is measured whether its rungs are all drawn, and in order
along drawn steps; what share of the rungs between the ends, and of the moves, is drawn; and how many rungs were drawn
for that, since who draws everything finds everything. Ladders are drawn again with replacement for the intervals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from ontology.frozen import Frozen
from pathways.evaluation.families import FamilyResults
from pathways.evaluation.finders import FINDERS, Finder
from pathways.evaluation.textbook import ELSEWHERE, TextbookLadder
from pathways.ladders.best_ways import WAYS
from pathways.ladders.search import Way
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot
from standards.evaluation.bootstrap import Bootstrap, Floats, interval, ratio

TEST: Final = "test"
"""The split of which no single ladder is told, so that nobody tunes on it."""


class Measure(StrEnum):
    """What is measured of ladders."""

    WHOLE = "whole"
    """Share of the ladders of which every rung is drawn, in order along drawn steps."""
    RUNGS = "rungs"
    """Share of the rungs between the ends that are drawn."""
    MOVES = "moves"
    """Share of the moves that are drawn as one step."""
    DRAWN = "drawn"
    """Rungs between the ends that are drawn for a ladder."""


COUNTED: Final = {Measure.WHOLE: 0, Measure.RUNGS: 1, Measure.MOVES: 2, Measure.DRAWN: 3}
"""The column of what is counted; what it is divided by is four columns on."""


class Group(Frozen):
    """Ladders that are judged together: of a split, or of a sector in it."""

    split: str
    sector: str
    ladders: int


class Figure(Frozen):
    """One figure with its 95% interval.

    Parameters
    ----------
    against
        The other finder, where it is a difference from that.
    """

    split: str
    sector: str
    finder: str
    measure: Measure
    value: float | None
    low: float | None
    high: float | None
    against: str = ""


class Recovered(Frozen):
    """What the engine found of one ladder."""

    ladder: str
    sector: str
    whole: bool
    rungs_found: tuple[str, ...]
    rungs_missed: tuple[str, ...]
    ways: tuple[tuple[str, ...], ...]


class LadderEvaluation(Frozen):
    """All figures, and each ladder that is not for testing only.

    Parameters
    ----------
    families
        Results on role families, to stand beside.
    """

    occupations: int
    region: str
    samples: int
    seed: int
    finders: tuple[str, ...]
    most: int
    groups: tuple[Group, ...]
    figures: tuple[Figure, ...]
    single: tuple[Recovered, ...]
    families: FamilyResults | None = None

    @property
    def splits(self) -> tuple[Group, ...]:
        """Return the ladders of each split."""
        return tuple(group for group in self.groups if not group.sector)

    def figure(self, split: str, sector: str, finder: str, measure: Measure, against: str = "") -> Figure | None:
        """Return one figure, ``None`` where there is none."""
        key = (split, sector, finder, measure, against)
        return next((f for f in self.figures if (f.split, f.sector, f.finder, f.measure, f.against) == key), None)


def counts(ladder: TextbookLadder, ways: Sequence[Way]) -> list[float]:
    """Return what some ways hold of a ladder, as of `COUNTED`, and below it what each is a share of.

    Example
    -------
    Of a ladder of four, one of two rungs and one of three moves are drawn, among two rungs in all.

    >>> ladder = TextbookLadder("", "", "", (1, 2, 3, 4))
    >>> counts(ladder, [(1, 2, 9, 4), (1, 4)])
    [0.0, 1.0, 1.0, 2.0, 1.0, 2.0, 3.0, 1.0]
    """
    places, moves = ladder.places, ladder.moves
    steps = {step for way in ways for step in pairwise(way)}
    drawn = {place for way in ways for place in way}
    found = [
        all(leads(steps, a, b) for a, b in moves),
        sum(place in drawn for place in places[1:-1]),
        sum(move in steps for move in moves),
        len(drawn - {places[0], places[-1]}),
    ]
    return [float(n) for n in (*found, 1, len(places) - 2, len(moves), 1)]


def leads(steps: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether some steps lead from one rung to another.

    Example
    -------
    >>> leads({(1, 2), (2, 3)}, 1, 3), leads({(1, 2), (2, 3)}, 3, 1)
    (True, False)
    """
    seen, left = {start}, [start]
    while left:
        here = left.pop()
        left += [b for a, b in steps if a == here and b not in seen]
        seen.update(left)
    return end in seen


class Draws(NamedTuple):
    """How the intervals are drawn: a bootstrap over ladders; the same seed gives the same figures."""

    samples: int = 1000
    seed: int = 0


@dataclass(frozen=True)
class Trial:
    """Who is to find which ladders.

    Parameters
    ----------
    region
        Whose pay and jobs the engine looks at.
    finders
        The engine first.
    most
        Ways through different rungs that each finder may draw.
    """

    ladders: Sequence[TextbookLadder]
    region: Region | None = None
    finders: Mapping[str, Finder] = field(default_factory=lambda: FINDERS)
    most: int = WAYS
    draws: Draws = field(default_factory=Draws)

    def ways(self, snapshot: Snapshot, finder: Finder) -> list[list[Way]]:
        """Return the ways that a finder finds between the ends of each ladder."""
        return [finder(snapshot, one.places[0], one.places[-1], self.region, self.most) for one in self.ladders]


def evaluate(snapshot: Snapshot, trial: Trial, tell: Callable[[str], None] = lambda _: None) -> LadderEvaluation:
    """Find the ways between the ends of all ladders by each finder, and measure what they hold.

    Parameters
    ----------
    tell
        Is told what is being done.
    """
    ways: dict[str, list[list[Way]]] = {}
    for name, finder in trial.finders.items():
        tell(f"finding ladders by {name}")
        ways[name] = trial.ways(snapshot, finder)
    tables = {
        name: np.array([counts(ladder, way) for ladder, way in zip(trial.ladders, found, strict=True)])
        for name, found in ways.items()
    }
    groups = _groups(trial.ladders)
    own = next(iter(trial.finders))
    return LadderEvaluation(
        occupations=len(snapshot.occupations),
        region=trial.region.label if trial.region else "",
        samples=trial.draws.samples,
        seed=trial.draws.seed,
        finders=tuple(trial.finders),
        most=trial.most,
        groups=tuple(Group(split=split, sector=sector, ladders=len(rows)) for (split, sector), rows in groups.items()),
        figures=tuple(figure for key, rows in groups.items() for figure in _figures(key, rows, tables, trial.draws)),
        single=tuple(
            _recovered(snapshot, ladder, found)
            for ladder, found in zip(trial.ladders, ways[own], strict=True)
            if ladder.split != TEST
        ),
    )


def _groups(ladders: Sequence[TextbookLadder]) -> dict[tuple[str, str], list[int]]:
    """Return the rows of each split, and of each sector in the splits that are not for testing only."""
    groups: dict[tuple[str, str], list[int]] = {}
    for row, ladder in enumerate(ladders):
        groups.setdefault((ladder.split, ""), []).append(row)
        if ladder.split != TEST and ladder.sector != ELSEWHERE:
            groups.setdefault((ladder.split, ladder.sector), []).append(row)
    return groups


def _figures(key: tuple[str, str], rows: Sequence[int], tables: Mapping[str, Floats], draws: Draws) -> Iterable[Figure]:
    """Yield the figures of some ladders by each finder, and by how much the first is ahead of each other."""
    split, sector = key
    bootstrap = Bootstrap(list(rows), draws.samples, draws.seed)
    sums = {name: bootstrap.sums(table[rows]) for name, table in tables.items()}
    totals = {name: table[rows].sum(axis=0) for name, table in tables.items()}
    own = next(iter(tables))
    for measure, column in COUNTED.items():
        value = {name: ratio(total[column], total[column + len(COUNTED)]) for name, total in totals.items()}
        drawn = {name: ratio(sum_[:, column], sum_[:, column + len(COUNTED)]) for name, sum_ in sums.items()}
        for name in tables:
            yield _figure(split, sector, name, measure, value[name], drawn[name])
            if name != own:
                ahead = (value[own] - value[name], drawn[own] - drawn[name])
                yield _figure(split, sector, own, measure, *ahead, against=name)


def _figure(
    split: str, sector: str, finder: str, measure: Measure, value: Floats, drawn: Floats, against: str = ""
) -> Figure:
    low, high = interval(drawn) or (np.nan, np.nan)
    said, least, most = (None if np.isnan(number) else round(float(number), 4) for number in (value, low, high))
    key = {"split": split, "sector": sector, "finder": finder, "measure": measure, "against": against}
    return Figure.model_validate({**key, "value": said, "low": least, "high": most})


def _recovered(snapshot: Snapshot, ladder: TextbookLadder, ways: Sequence[Way]) -> Recovered:
    """Return what was found of one ladder, by titles."""
    drawn = {place for way in ways for place in way}
    found, missed = (
        tuple(snapshot.occupations[place].label.value for place in ladder.places[1:-1] if (place in drawn) is there)
        for there in (True, False)
    )
    return Recovered(
        ladder=ladder.name,
        sector=ladder.sector,
        whole=bool(counts(ladder, ways)[COUNTED[Measure.WHOLE]]),
        rungs_found=found,
        rungs_missed=missed,
        ways=tuple(tuple(snapshot.occupations[place].label.value for place in way) for way in ways),
    )
