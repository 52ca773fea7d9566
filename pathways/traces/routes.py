"""The trace of ways side by side: of each way's totals, of the times of its steps, of its rungs and steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pathways.amounts import count, months
from pathways.ladders.wording import place_name
from pathways.occupations.wages import Region
from pathways.records.coded import title_and_code
from pathways.routes import wording
from pathways.routes.route import Comparison, Cost, Leg, Route
from pathways.traces import explained
from pathways.traces.ground import Ground
from pathways.traces.ladders import owned
from pathways.traces.names import step_name
from pathways.traces.pay import everyone_input, pay_figures, place_input
from pathways.traces.preparation import answers_inputs
from pathways.traces.records import Basis, Figure, Input, computed
from pathways.traces.rungs import rung_figures
from pathways.traces.steps import GAP_NAME, step_figures
from pathways.traces.tuition import price_figures, tuition_figures
from pathways.traces.words import has_number

SCHOOL = "school, as the median answer asks"
MEDIAN, LOW, HIGH = "pay, median", "pay, 10th percentile", "pay, 90th percentile"


def route_figures(ground: Ground, comparison: Comparison) -> tuple[Figure, ...]:
    """Return the figures of ways: what is said of all, way by way, then rung by rung and step by step.

    Parameters
    ----------
    ground
        On the snapshot that the ways were looked for in.
    """
    return tuple(_Tracing(ground, comparison).figures())


def region_of(ground: Ground, comparison: Comparison) -> Region | None:
    """Return the region whose pay and jobs were compared."""
    shown = comparison.region, comparison.period
    return next((region for region in ground.snapshot.regions if (region.label, region.period) == shown), None)


@dataclass(frozen=True)
class _Tracing:
    """One trace of ways on its way."""

    ground: Ground
    comparison: Comparison

    @cached_property
    def region(self) -> Region | None:
        """Return the region whose pay and jobs were compared."""
        return region_of(self.ground, self.comparison)

    @cached_property
    def rungs(self) -> tuple[Figure, ...]:
        """Return the figures of all rungs, each with the pay that was compared."""
        return tuple(self._rungs())

    def figures(self) -> Iterator[Figure]:
        """Yield all figures."""
        yield from self._whole()
        routes = [(f"way {at}", route) for at, route in enumerate(self.comparison.routes, start=1)]
        if self.comparison.beaten:
            routes.append(("the ladder's main route", self.comparison.beaten.route))
        for owner, route in routes:
            yield from self._legs(owner, route)
            yield from self._totals(owner, route)
            yield from self._pays(owner, route)
            yield from self._tuition(owner, route)
        yield from price_figures(route for _, route in routes)
        yield from self.rungs
        steps = {(leg.step.start, leg.step.end) for _, route in routes for leg in route.legs}
        for start, end in sorted(steps):
            yield from owned(
                step_figures(self.ground, self._at(start), self._at(end), self.region), self._step(start, end)
            )

    def _whole(self) -> Iterator[Figure]:
        found = self.comparison
        ways = tuple(f"way {at}: time in all" for at, _ in enumerate(found.routes, start=1))
        ways = ways or tuple(f"{title_and_code(rung)}: job zone" for rung in found.rungs if rung.zone)
        shown = f"{count(found.looked_at, 'way')} compared, {found.unbeaten} unbeaten, {len(found.routes)} shown"
        how = (
            "every way of sound steps within the bounds; one is beaten by another that is nowhere worse and once better"
        )
        yield computed("ways", shown, how, ways, explained.COMPARED)
        for number, note in enumerate(filter(has_number, found.notes), start=1):
            how = "of the ways that were compared"
            yield computed(f"note {number}", note, how, ways, explained.COMPARED, inputs=self._limit())
        if self.region and found.rungs:
            place = self._at(found.rungs[0].occupation)
            shown = f"{self.region.label}, {self.region.period}"
            inputs = place_input(self.ground, place, self.region)
            yield Figure(name="whose pay", shown=shown, basis=Basis.ASSERTED, how="as published", inputs=inputs)

    def _limit(self) -> Iterator[Input]:
        if self.comparison.within:
            yield Input(what="most months that were named", value=str(self.comparison.within), given=True)

    def _legs(self, owner: str, route: Route) -> Iterator[Figure]:
        """Yield the times of each step of a way."""
        before: list[str] = [self._rung(route.rungs[0])]
        for at, leg in enumerate(route.legs, start=1):
            end = self._rung(leg.step.end)
            name = f"step {at}"
            worked = tuple(f"{rung}: months of training" for rung in before)
            asked = (f"{before[0]}: months of experience", f"{end}: months of experience", *worked)
            how = "what the upper rung asks for in related experience, less the work and training of the rungs before"
            yield computed(f"{name}, work before", wording.duration(leg.work_months), how, asked, explained.TIME, owner)
            how = (
                "what the median answer asks for, less what one has; in full for another kind of certificate or license"
            )
            schools = tuple(f"{rung}: {SCHOOL}" for rung in (*before, end))
            yield computed(f"{name}, school", wording.duration(leg.school_months), how, schools, explained.TIME, owner)
            trained = (f"{end}: months of training",)
            shown = wording.duration(leg.training_months)
            yield computed(f"{name}, training", shown, "on the job at the upper rung", trained, explained.TIME, owner)
            before.append(end)

    def _totals(self, owner: str, route: Route) -> Iterator[Figure]:
        """Yield the times of a way and what is to be learned on it."""
        totals, at = route.totals, range(1, len(route.legs) + 1)
        times = {
            kind: tuple(f"{owner}: step {n}, {kind}" for n in at) for kind in ("work before", "school", "training")
        }
        schools = tuple(f"{self._rung(iri)}: {SCHOOL}" for iri in route.rungs)
        shown = wording.timed(totals.months)
        how = "work, school and training of all steps; the spread is that of school, of the middle half of those asked"
        every = tuple(part for parts in times.values() for part in parts)
        yield computed("time in all", shown, how, (*every, *schools), explained.TIME, owner)
        yield computed(
            "school", wording.timed(totals.school_months), how, (*times["school"], *schools), explained.TIME, owner
        )
        for name, kind, amount in (
            ("work before a step", "work before", totals.work_months),
            ("training on the job", "training", totals.training_months),
        ):
            shown = wording.UNKNOWN if amount is None else wording.duration(amount)
            yield computed(name, shown, "added up over the steps", times[kind], explained.TIME, owner)
        if totals.to_learn is not None:
            gaps = tuple(f"{self._leg(leg)}: {GAP_NAME}" for leg in route.legs)
            how = "the gaps of the steps, added up; the widest is the largest of them"
            yield computed("to learn", wording.to_learn(route), how, gaps, explained.COMPARED, owner)

    def _pays(self, owner: str, route: Route) -> Iterator[Figure]:
        """Yield the pay and the jobs of a way."""
        totals = route.totals
        times = (f"{owner}: time in all",)
        if totals.average_pay:
            parts = tuple(self._paid(iri, name) for iri in route.rungs for name in (LOW, MEDIAN, HIGH))
            how = (
                "over ten years from today: the median of each rung, nothing at school, the lowest tenth in training, "
                "then the last rung's; the spread is the same with the 10th and the 90th percentile"
            )
            known = self._known(parts)
            yield computed("average pay", wording.average(route), how, (*times, *known), explained.AVERAGE, owner)
        yield from self._stays(owner, route)
        if totals.first_raise:
            reached = totals.first_raise.occupation
            parts = self._known((self._paid(route.rungs[0], MEDIAN), self._paid(reached, MEDIAN)))
            shown = wording.first_raise(route, self.comparison)
            how = "the first rung whose median is above the start's, when one is trained there"
            yield computed("first raise", shown, how, (*times, *parts), explained.AVERAGE, owner)
        if totals.final_pay:
            parts = self._known(tuple(self._paid(route.rungs[-1], name) for name in (LOW, MEDIAN, HIGH)))
            yield computed(
                "pay at the end", wording.paid(totals.final_pay), "of the last rung", parts, explained.AVERAGE, owner
            )
        yield from self._moved(owner, route)
        if totals.fewest_jobs_at:
            yield self._jobs(owner, route)

    def _stays(self, owner: str, route: Route) -> Iterator[Figure]:
        """Yield what a way brings beside staying at the start."""
        if self.comparison.staying:
            own = f"{owner}: {'average pay' if route.totals.average_pay else 'time in all'}"
            parts = (own, *self._known((self._paid(self.comparison.start, MEDIAN),)))
            how = "the average pay of the way less the median of the start, over the same ten years"
            yield computed("if you stay", wording.staying(route, self.comparison), how, parts, explained.AVERAGE, owner)

    def _moved(self, owner: str, route: Route) -> Iterator[Figure]:
        """Yield the pay of a way whose last rung is in another region."""
        moved = route.totals.moved
        if moved and moved.final_pay:
            there = f"{self._rung(route.rungs[-1])} in {moved.region}"
            parts = tuple(f"{there}: {name}" for name in (LOW, MEDIAN, HIGH))
            shown, name = wording.paid(moved.final_pay), f"pay at the end in {place_name(moved.region)}"
            yield computed(name, shown, "of the last rung", parts, explained.AVERAGE, owner)
            shown, name = wording.paid(moved.average_pay), f"average pay, the last rung in {place_name(moved.region)}"
            how = "as average pay, with the last rung's pay in the other region"
            own = f"{owner}: average pay" if route.totals.average_pay else f"{owner}: time in all"
            yield computed(name, shown, how, (own, *parts), explained.AVERAGE, owner)

    def _jobs(self, owner: str, route: Route) -> Figure:
        """Return the jobs at the rarest rung, and their share of all."""
        rung = self._rung(route.totals.fewest_jobs_at or "")
        how = "people employed at the rung after the start where they are fewest"
        share = bool(route.totals.jobs_share) and self.region is not None
        how += "; of 1,000 jobs: of those of all occupations of the region together" if share else ""
        inputs = everyone_input(self.ground, self.region) if share and self.region else ()
        shown, parts = wording.jobs(route, self.comparison), (f"{rung}: jobs",)
        return computed("jobs", shown, how, parts, explained.JOBS, owner, inputs)

    def _tuition(self, owner: str, route: Route) -> Iterator[Figure]:
        """Yield what a way costs by the prices that were named; nothing where none were."""
        if cost := route.totals.cost:
            schools = tuple(f"{owner}: step {at}, school" for at, _ in enumerate(route.legs, start=1))
            asked = tuple(key for leg in route.legs for key in self._unpriced(leg, cost))
            yield from tuition_figures(owner, cost, schools, asked)

    def _unpriced(self, leg: Leg, cost: Cost) -> Iterator[str]:
        """Yield the figures of what a step asks for by name and nobody prices."""
        asked = {f"credential asked for: {one.label}": str(one.label) for one in leg.step.credentials}
        for name, label in ({"license": leg.step.preparation.license} | asked).items():
            if label in cost.unknown:
                yield f"{self._leg(leg)}: {name}"

    def _rungs(self) -> Iterator[Figure]:
        for rung in self.comparison.rungs:
            place = self._at(rung.occupation)
            found = [*rung_figures(self.ground, place, self.region), self._school(place)]
            yield from owned(found, title_and_code(rung))
        moved = {(route.rungs[-1], route.totals.moved.region) for route in self.comparison.routes if route.totals.moved}
        for iri, label in sorted(moved):
            region = next(region for region in self.ground.snapshot.regions if region.label == label)
            figures = pay_figures(self.ground, self._at(iri), region)
            yield from owned(figures, f"{self._rung(iri)} in {label}")

    def _school(self, place: int) -> Figure:
        """Return the months of school of an occupation, as ways count them."""
        degree = float(self.ground.snapshot.preparation.degree[place])
        how = (
            "months of the least education that half of those asked, or more, do not exceed, or of a partnership's word"
        )
        inputs = answers_inputs(self.ground, place)
        return computed(SCHOOL, months(round(degree, 1)), how, (), explained.PREPARATION, inputs=inputs)

    def _paid(self, iri: str, name: str) -> str:
        """Return the key of the pay of a rung."""
        return f"{self._rung(iri)}: {name}"

    def _known(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        known = {figure.key for figure in self.rungs}
        return tuple(key for key in keys if key in known)

    def _at(self, iri: str) -> int:
        return self.ground.snapshot.occupations.by_iri[iri]

    def _rung(self, iri: str) -> str:
        return title_and_code(self.comparison.rung(iri))

    def _leg(self, leg: Leg) -> str:
        return self._step(leg.step.start, leg.step.end)

    def _step(self, start: str, end: str) -> str:
        return step_name(self.comparison.rung(start), self.comparison.rung(end))
