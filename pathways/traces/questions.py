"""The trace of the answers to reverse questions: row by row, with the rungs, steps and ratings behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pathways.amounts import money, months
from pathways.occupations.requirements import Requirements
from pathways.occupations.wages import Region
from pathways.questions.records import (
    Answer,
    Break,
    Breaks,
    EntryWay,
    LeadsTo,
    Named,
    Passage,
    PayingRung,
    Pays,
    Verdict,
)
from pathways.questions.teaching_records import Door, Doors, Taught, TaughtStep
from pathways.records.coded import title_and_code
from pathways.traces import explained
from pathways.traces.ground import Ground, competency_inputs
from pathways.traces.ladders import owned
from pathways.traces.names import door_name, passage
from pathways.traces.pay import pay_figures
from pathways.traces.preparation import zone_figures
from pathways.traces.records import Basis, Figure, Input, computed
from pathways.traces.rungs import rung_figures
from pathways.traces.steps import GAP_NAME, cost_figure, step_figures
from pathways.traces.words import course_inputs

BEFORE, AFTER = "to learn, now", "to learn, after"
LOW, MEDIAN = "pay, 10th percentile", "pay, median"


@dataclass(frozen=True)
class Questioned:
    """An answer with what it was computed from.

    Parameters
    ----------
    members
        Places of the occupations that were asked about.
    region
        Whose pay counts.
    """

    ground: Ground
    answer: Answer
    members: tuple[int, ...]
    region: Region | None

    def figures(self) -> tuple[Figure, ...]:
        """Return the figures of the answer: its sentence, its rows, then the rungs and steps behind them."""
        found = self.answer
        if isinstance(found, Pays):
            rows, at = self._pays(found), explained.PAYS
        elif isinstance(found, LeadsTo):
            rows, at = self._leads_to(found), explained.LEADS_TO
        elif isinstance(found, Doors):
            rows, at = self._doors(found), explained.DOORS
        elif isinstance(found, Breaks):
            rows, at = self._breaks(found), explained.BREAKS
        elif isinstance(found, Taught):
            rows, at = self._taught(found), explained.TAUGHT
        else:
            message = f"{type(found).__name__} has no trace"
            raise TypeError(message)
        made = tuple(rows)
        own = tuple(figure.key for figure in made if figure.explained == at)
        return (*self._said(own, at), *made, *self._zones(made))

    def _said(self, rows: tuple[str, ...], at: str) -> Iterator[Figure]:
        """Yield what is said of all rows: the sentence, and the notes."""
        found = self.answer
        counted = (*rows, *(f"{self._name(place)}: job zone" for place in self.members))
        how = "counted over the rungs that were asked about, and taken from the rows below"
        given = tuple(self._given())
        yield computed("answer", found.summary, how, counted, at, inputs=given)
        for number, note in enumerate(found.notes, start=1):
            yield computed(f"note {number}", note, how, counted, at, inputs=given)
        yield computed("question", found.title, "as it was asked", counted, at, inputs=given)

    def _given(self) -> Iterator[Input]:
        """Yield what whoever asks has named."""
        found = self.answer
        if isinstance(found, Pays):
            yield Input(
                what="wage that was named", value=f"{money(found.threshold)}; {found.threshold_source}", given=True
            )
        else:
            yield from (Input(what=name, value=said, given=True) for name, said in found.asked.items() if said)

    def _zones(self, made: Iterable[Figure]) -> Iterator[Figure]:
        """Yield the job zones of the rungs that have no other figures."""
        there = {figure.of for figure in made}
        for place in self.members:
            if self._name(place) not in there:
                yield from owned(zone_figures(self.ground, place), self._name(place))

    def _pays(self, found: Pays) -> Iterator[Figure]:
        for one in found.found:
            rung = self._rung(one.rung)
            yield from rung
            yield self._verdict(one, {figure.key for figure in rung})

    def _verdict(self, one: PayingRung, known: set[str]) -> Figure:
        owner = title_and_code(one.rung)
        parts = tuple(key for name in (LOW, MEDIAN) if (key := f"{owner}: {name}") in known)
        how = "the 10th percentile, else the median, against the wage that was named"
        if one.verdict is Verdict.UNKNOWN:
            how, parts = "no pay is published here", (f"{owner}: job zone",)
        return computed("pays it", one.verdict.value, how, parts, explained.PAYS, owner, self._given())

    def _leads_to(self, found: LeadsTo) -> Iterator[Figure]:
        rungs = {rung.iri: rung for way in found.found for rung in way.rungs} | {found.goal.iri: found.goal}
        yield from (figure for rung in rungs.values() for figure in self._rung(rung))
        steps = {(a.iri, b.iri): Passage(start=a, end=b) for way in found.found for a, b in pairwise(way.rungs)}
        yield from (figure for step in steps.values() for figure in self._step(step, cost=True))
        yield from (figure for way in found.found for figure in self._way(way, found.goal))

    def _way(self, way: EntryWay, goal: Named) -> Iterator[Figure]:
        owner = f"from {title_and_code(way.entry)}"
        costs = tuple(f"{passage(Passage(start=a, end=b))}: cost" for a, b in pairwise(way.rungs))
        how = "the costs of the steps of the best way, added up"
        yield computed("cost", f"{way.cost:g}", how, costs, explained.LEADS_TO, owner)
        how = "ways of sound steps that are offered from here; the best is traced below"
        yield computed("ways", str(way.ways), how, costs, explained.LEADS_TO, owner)
        ends = tuple(f"{title_and_code(rung)}: preparation in all" for rung in (goal, way.entry))
        how = "preparation that the goal asks for, less that of the entry job, or none"
        yield computed("more preparation", months(round(way.months)), how, ends, explained.LEADS_TO, owner)
        if way.asks:
            licensed = [rung for rung in way.rungs[1:] if self.ground.snapshot.license(self._at(rung))]
            parts = (
                *(f"{title_and_code(rung)}: license" for rung in licensed),
                *(f"{title_and_code(r)}: education" for r in way.rungs[1:]),
            )
            how = "licenses on the way, and schooling above that of the entry job"
            yield computed("asks for", "; ".join(way.asks), how, parts, explained.LEADS_TO, owner)

    def _doors(self, found: Doors) -> Iterator[Figure]:
        steps = {passage(step): step for door in found.found for step in door.opened}
        yield from (figure for step in steps.values() for figure in self._step(step))
        for door in found.found:
            yield from self._door(door)

    def _door(self, door: Door) -> Iterator[Figure]:
        owner = door_name(door)
        inputs = self._competency(door.competency)
        how = "what the gaps of all sound steps fall by where it is taught: (importance - 1) * levels missing, of each"
        yield computed("gaps removed", f"{door.removed:g}", how, (), explained.DOORS, owner, inputs)
        how = "sound steps whose gap falls by a twentieth of itself or more"
        yield computed("steps eased", f"{door.eased} steps", how, (), explained.DOORS, owner, inputs)
        gaps = tuple(f"{passage(step)}: {GAP_NAME}" for step in door.opened)
        how = "steps that skills alone open then, and did not before"
        yield computed("steps opened", f"{len(door.opened)} steps", how, gaps, explained.DOORS, owner, inputs)
        for course in door.taught_by:
            label = course.label.value
            stated = tuple(course_inputs(self.ground, course.iri, label))
            how = "as a release or a reviewer says"
            yield Figure(
                name=f"taught in: {label}", shown=label, basis=Basis.ASSERTED, how=how, inputs=stated, of=owner
            )

    def _breaks(self, found: Breaks) -> Iterator[Figure]:
        rungs = {rung.iri: rung for one in found.found for rung in (one.rung, one.next) if rung}
        yield from (figure for rung in rungs.values() for figure in self._rung(rung))
        for one in found.found:
            if one.next:
                yield from self._step(Passage(start=one.rung, end=one.next, gap=one.gap))
                yield self._break(one, one.next)

    def _break(self, one: Break, following: Named) -> Figure:
        step = passage(Passage(start=one.rung, end=following))
        change = "" if one.wage_change is None else f"; pay {one.wage_change:+.0%}"
        shown = f"{', '.join(one.barriers)}{change}"
        parts = tuple(f"{step}: {name}" for name in (GAP_NAME, "change of pay") if self._has(one, name))
        how = "most new, a license, schooling from the foot of the ladder, or pay that falls by more than a tenth"
        known = parts or (f"{title_and_code(one.rung)}: job zone",)
        return computed("barriers", shown, how, known, explained.BREAKS, title_and_code(one.rung))

    def _has(self, one: Break, name: str) -> bool:
        return (one.gap if name == GAP_NAME else one.wage_change) is not None

    def _taught(self, found: Taught) -> Iterator[Figure]:
        competencies = [competency.iri for competency in found.competencies]
        for one in found.found:
            yield from self._step(one.passage)
            yield self._after(one, competencies)

    def _after(self, one: TaughtStep, competencies: Sequence[str]) -> Figure:
        owner = passage(one.passage)
        ends = [self._at(rung) for rung in (one.passage.start, one.passage.end)]
        inputs = tuple(stated for iri in competencies for stated in self._competency(iri, ends))
        how = "the gap now, less what is missing in what is taught: (importance - 1) * levels, of what is asked"
        stated, taken = (*inputs, *self._given()), (f"{owner}: {BEFORE}",)
        return computed(AFTER, f"{one.gap_after:.1%}", how, taken, explained.TAUGHT, owner, stated)

    def _rung(self, rung: Named) -> tuple[Figure, ...]:
        place = self._at(rung)
        found = list(rung_figures(self.ground, place, None))
        found += pay_figures(self.ground, place, self.region) if self.region else ()
        return tuple(owned(found, title_and_code(rung)))

    def _step(self, step: Passage, *, cost: bool = False) -> Iterator[Figure]:
        """Yield the figures of a step, its gap as answers show it, and its cost where it is asked for."""
        ends = self._at(step.start), self._at(step.end)
        found = [*step_figures(self.ground, *ends, self.region)]
        if step.gap is not None:
            how = "the gap, to a tenth of a percent"
            found.append(computed(BEFORE, f"{step.gap:.1%}", how, (GAP_NAME,), explained.GAP))
        if cost:
            found.append(cost_figure(self.ground, *ends, [figure.name for figure in found]))
        yield from owned(found, passage(step))

    @cached_property
    def _rating(self) -> tuple[Requirements, ...]:
        return tuple(sorted(self.ground.snapshot.requirements, key=lambda rating: int(rating.rated.sum())))

    def _competency(self, iri: str, places: Sequence[int] = ()) -> tuple[Input, ...]:
        """Return the rows that rate a competency for the rungs, of the ratings that decide."""
        rating = next((rating for rating in self._rating if iri in rating.competencies), None)
        return competency_inputs(self.ground, rating, iri, places or self.members) if rating else ()

    def _at(self, rung: Named) -> int:
        return self.ground.snapshot.occupations.by_iri[rung.iri]

    def _name(self, place: int) -> str:
        return title_and_code(self.ground.snapshot.occupations[place])
