"""The drawing of a ladder: which rungs and steps it shows, and the ladder that comes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ontology.records import Iri
from pathways.ladders.climbs import Pair
from pathways.ladders.describing import description, extent, sources
from pathways.ladders.notes import (
    dead_ends,
    drawn_below,
    grouped_pay,
    no_way_in,
    off_ramps,
    pay_stands_in,
    unknown_preparation,
)
from pathways.ladders.off_ramps import middle_pay, with_off_ramps
from pathways.ladders.rungs import rung
from pathways.ladders.search import Way
from pathways.ladders.standing import height, is_advanced
from pathways.ladders.transitions import transition
from pathways.occupations.marks import bars
from pathways.occupations.wages import Region
from pathways.records.ladder import Ladder, Rung, Step
from pathways.snapshot import Snapshot


@dataclass(frozen=True)
class Drawing:
    """What a ladder is to show, before anything is explained.

    Parameters
    ----------
    asked
        What was asked for, as the address of the ladder says it.
    places
        Of the rungs in the snapshot; one may be named twice.
    pairs
        The places of the two rungs of each step.
    start
        Where one stands who asks; ``None`` on the ladder of a sector.
    entries
        Places at which one can begin.
    ways
        To a goal, the best first.
    whole
        Whether a rung without a step up is a dead end, and not merely where the drawing stops.
    enough
        US dollars a year from which on one can stay on a rung; ``None`` for the median of the ladder.
    """

    title: str
    asked: Mapping[str, str]
    places: tuple[int, ...]
    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]
    start: int | None = None
    entries: frozenset[int] = frozenset()
    ways: tuple[Way, ...] = ()
    whole: bool = False
    enough: float | None = None

    @property
    def best(self) -> Way:
        """Return the best way to a goal; empty where there is none."""
        return self.ways[0] if self.ways else ()

    @cached_property
    def ends(self) -> set[int]:
        """Return the places from which no step leads on, where that says anything."""
        return {*self.places} - {start for start, _ in self.pairs} if self.whole else set()

    @cached_property
    def closed(self) -> set[int]:
        """Return the places to which no step leads and at which nobody begins, where that says anything."""
        return {*self.places} - {end for _, end in self.pairs} - self.entries if self.whole else set()


def drawn(snapshot: Snapshot, drawing: Drawing, region: Region | None) -> Ladder:
    """Return the ladder that a drawing shows, with all that is said of its rungs and steps."""
    order = sorted({*drawing.places}, key=lambda place: height(snapshot, place, region))
    steps, rungs = _steps(snapshot, drawing, region), _rungs(snapshot, drawing, order, region)
    enough = middle_pay(rungs) if drawing.enough is None else drawing.enough
    rungs = with_off_ramps(snapshot, rungs, steps, region, enough, whole=drawing.whole)
    address = {**drawing.asked, "region": region.code if region else ""}
    return Ladder(
        iri=Iri(snapshot.identifiers.service("ladders", address)),
        title=drawing.title,
        description=description(rungs, steps, region, extent(snapshot, drawing.start, drawing.best, rungs, steps)),
        rungs=rungs,
        steps=steps,
        routes=tuple(tuple(snapshot.occupations[place].iri for place in way) for way in drawing.ways),
        notes=(
            *drawing.notes,
            *_notes(snapshot, rungs, steps, enough),
            *grouped_pay(snapshot, order, region),
        ),
        sources=sources(snapshot, order, rungs, steps),
        enough=drawing.enough,
        bars=bars(snapshot.regional(region)),
    )


def _steps(snapshot: Snapshot, drawing: Drawing, region: Region | None) -> tuple[Step, ...]:
    main = set(pairwise(drawing.best))
    return tuple(
        transition(snapshot, *pair, region).model_copy(update={"main": pair in main}) for pair in drawing.pairs
    )


def _rungs(snapshot: Snapshot, drawing: Drawing, order: Sequence[int], region: Region | None) -> tuple[Rung, ...]:
    return tuple(
        rung(snapshot, place, region).model_copy(
            update={
                "entry": place in drawing.entries,
                "start": place == drawing.start,
                "dead_end": place in drawing.ends and not is_advanced(snapshot, place),
                "no_way_in": place in drawing.closed,
                "main": place in drawing.best,
            }
        )
        for place in order
    )


def _notes(snapshot: Snapshot, rungs: Sequence[Rung], steps: Sequence[Step], enough: float | None) -> Iterator[str]:
    """Yield what is to be known of any ladder with these rungs and steps."""
    yield from unknown_preparation(rungs)
    yield from no_way_in(snapshot, rungs)
    yield from drawn_below(rungs, steps)
    yield from dead_ends(rungs)
    yield from off_ramps(rungs, enough)
    yield from pay_stands_in(rungs)
