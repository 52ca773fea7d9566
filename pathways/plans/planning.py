"""Planning: from a person's record to the shortest set of courses and credentials toward a goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from ontology.records import Iri, Text
from pathways.bridges.apprenticeships import YEAR_OF_HOURS
from pathways.ladders.building import between
from pathways.ladders.transitions import DEGREE_MONTHS
from pathways.occupations.requirements import Requirements
from pathways.plans.balance import Need, balance
from pathways.plans.catalog import Catalog, as_offer
from pathways.plans.claims import Basis, Claim, Holdings
from pathways.plans.conditions import Condition
from pathways.plans.cover import Cover, Covering, cover, there_for
from pathways.plans.desk import PlanDesk
from pathways.plans.obstacles import Obstacle, ObstacleKind, obstacles
from pathways.plans.offers import Offer, OfferKind, offers_by_iri
from pathways.plans.person import Job, Person
from pathways.plans.plan import Dear, Part, Plan, ProgramShare, StackedCredential, Stage, Taught, Term, Totals
from pathways.plans.reading import Known, holdings, worked_in
from pathways.plans.terms import terms
from pathways.records.ladder import Ladder
from pathways.records.step import Reference
from pathways.snapshot import Snapshot

MONTH_HOURS: Final = YEAR_OF_HOURS / 12
"""Hours of a month at full time: 2,000 a year, by which registered apprenticeships are counted as well."""


def plan(
    desk: PlanDesk,
    person: Person,
    start: int,
    goal: int,
    region: str = "",
    offers: Sequence[Offer] = (),
    today: date | None = None,
) -> Plan:
    """Return the plan from what a person has to a goal.

    Parameters
    ----------
    start, goal
        Places in the snapshot of the desk. The start is a job that the person holds, whether the record says so or not.
    region
        Whose pay the ladder shows.
    offers
        Besides those of the knowledge base; of two with one address these count.
    today
        Day by which credentials lapse; the present one where ``None``.

    Raises
    ------
    NotFoundError
        Where the region is unknown.
    """
    ladder = between(desk.snapshot, start, goal, region)
    rating = desk.rating(start, goal)
    known, catalog = desk.known(rating)
    if offers:
        merged = offers_by_iri((*offers, *catalog.offers.values()))
        known, catalog = replace(known, offers=merged), replace(catalog, offers=merged)
    here = person if start == goal else _standing_at(person, desk.snapshot, start)
    held = holdings(here, known, today)
    return _Planning(desk.snapshot, known, catalog, rating, ladder, held, start, goal).plan()


def _standing_at(person: Person, snapshot: Snapshot, start: int) -> Person:
    """Return a record with the job that the question starts from, where it does not name it."""
    named = (job.name for job in person.jobs if snapshot.occupations.knows(job.name))
    if any(snapshot.find(name) == start for name in named):
        return person
    return person.model_copy(update={"jobs": (Job(name=snapshot.occupations[start].code), *person.jobs)})


@dataclass(frozen=True)
class _Planning:
    """The making of one plan."""

    snapshot: Snapshot
    known: Known
    catalog: Catalog
    rating: Requirements | None
    ladder: Ladder
    held: Holdings
    start: int
    goal: int

    def plan(self) -> Plan:
        """Return the plan."""
        steps = self.steps
        covered = len(self.covering.wanted) - len(self.untaught)
        return Plan(
            title=f"Plan: {self.ladder.title[0].lower()}{self.ladder.title[1:]}",
            start=self._reference(self.start),
            next=self._reference(self.way[0] if self.way else self.goal),
            goal=self._reference(self.goal),
            reachable=self.reachable,
            holdings=self.held,
            stages=self.stages,
            to_goal=balance(self._reference(self.goal), self.rating, self.goal, self.held.claims, self.known.usual),
            terms=steps,
            totals=totals([part for term in steps for part in term.parts]),
            covered=(len(self.covering.wanted), covered),
            untaught=self.untaught,
            dear=self._dear(),
            credentials=self._credentials(),
            programs=self._programs(),
            obstacles=self._obstacles(),
            shortest=self.cover.exact,
            method=self._method(),
            notes=tuple(self._notes()),
            ladder=self.ladder,
        )

    @cached_property
    def offers(self) -> Mapping[str, Offer]:
        """Return what may be chosen: also the apprenticeships by which a rung of the way must be entered.

        A credential that asks for years of work gets these in the apprenticeship into the same job: what is left of it
        is an examination.
        """
        found = dict(self.catalog.offers)
        for place in self.way:
            into = [as_offer(one) for one in self.catalog.apprenticeships if place in one.into]
            served = [iri for iri in self._long(place, found) if into]
            found.update({offer.iri: offer for offer in into if served or place == self._first_apprenticed})
            for iri in served:
                entry = Condition(members=tuple(offer.iri for offer in into), required=1)
                found[iri] = found[iri].model_copy(update={"requires": entry, "hours": 0.0, "covers": ()})
        return found

    def _long(self, place: int, offers: Mapping[str, Offer]) -> list[str]:
        """Return the required credentials of a rung that ask for a year of work or more."""
        required = self._required_for(self.snapshot.occupations[place].iri)
        return [iri for iri in required if iri in offers and (offers[iri].hours or 0) >= YEAR_OF_HOURS]

    def _apprenticed(self, place: int) -> bool:
        """Return whether a rung is entered by an apprenticeship and by nothing else."""
        said = self.snapshot.education(place).casefold()
        return "apprenticeship" in said and " or " not in said

    @cached_property
    def _first_apprenticed(self) -> int:
        """Return the first rung that is entered by an apprenticeship, the start among them and where none is."""
        return next((place for place in (self.start, *self.way) if self._apprenticed(place)), self.start)

    def _entries(self) -> Iterable[str]:
        """Yield the shortest apprenticeship into the first rung that is entered by one, where no credential brings it.

        Who has been through one goes on to the next rung with what is missing there, not through another one.
        """
        first = self._first_apprenticed
        into = [one.iri for one in self.catalog.apprenticeships if first in one.into and one.iri in self.offers]
        if into and first != self.start and not self._long(first, self.catalog.offers):
            yield min(into, key=lambda iri: (self.offers[iri].weight, iri))

    @cached_property
    def reachable(self) -> bool:
        """Return whether a way of sound steps leads to the goal."""
        goal = self.snapshot.occupations[self.goal].iri
        return bool(self.ladder.routes) and self.ladder.routes[0][-1] == goal

    @cached_property
    def way(self) -> tuple[int, ...]:
        """Return the rungs on the way, the start aside."""
        route = self.ladder.routes[0][1:] if self.ladder.routes else ()
        return tuple(self.snapshot.occupations.by_iri[rung] for rung in route)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """Return each rung with what neither the person nor an earlier rung brings."""
        found, claims = list[Stage](), list[Claim](self.held.claims)
        for place in self.way:
            occupation = self.snapshot.occupations[place]
            found.append(
                Stage(
                    rung=self._reference(place),
                    balance=balance(self._reference(place), self.rating, place, claims, self.known.usual),
                    education=self.snapshot.education(place),
                    license=self.snapshot.license(place),
                    required=tuple(map(self._offered, self._required(occupation.iri))),
                )
            )
            claims += worked_in(self.known, [place])
        return tuple(found)

    @cached_property
    def there(self) -> frozenset[str]:
        """Return what the person has: credentials and courses, those of the start, and competencies that carry over."""
        own = {reference.iri for reference in self.held.credentials}
        worked = {iri for job in self.held.jobs for iri in self._required_for(job.iri)}
        has = {need.competency for stage in self.stages for need in stage.balance.needs if not need.planned}
        included = {below for iri in own | worked for below in self._stacked(iri)}
        return frozenset(own | worked | has | included | self._mastered())

    def _mastered(self) -> set[str]:
        """Return the courses that teach nothing but what the person has, or gets in an apprenticeship of this way.

        What only a machine read in the person's words lets nobody off a course.
        """
        carried = (need for stage in self.stages for need in stage.balance.needs if not need.planned)
        has = {need.competency for need in carried if any(claim.basis is not Basis.MATCHED for claim in need.claims)}
        entering = (offer for offer in self.offers.values() if offer.kind is OfferKind.APPRENTICESHIP)
        known = {*has, *(competency for offer in entering for competency in offer.covers)}
        courses = (offer for offer in self.offers.values() if offer.kind is OfferKind.COURSE)
        return {offer.iri for offer in courses if offer.covers and known.issuperset(offer.covers)}

    @cached_property
    def _waived(self) -> tuple[str, ...]:
        """Return the names of the courses that the chosen ask for, and that count as passed without having been."""
        passed = {held.iri for held in self.held.credentials}
        asked = dict.fromkeys(leaf for iri in self.cover.chosen for leaf in self.offers[iri].requires.leaves())
        return tuple(
            self._name(leaf)
            for leaf in asked
            if leaf in self.there and leaf not in passed and leaf in self.offers and self.offers[leaf].covers
        )

    def _required_for(self, occupation: str) -> tuple[str, ...]:
        return (self.catalog.required_for or {}).get(occupation, ())

    def _required(self, occupation: str) -> list[str]:
        return [iri for iri in self._required_for(occupation) if iri in self.offers]

    def _stacked(self, iri: str) -> tuple[str, ...]:
        offer = self.offers.get(iri)
        return offer.stacks_on if offer else ()

    @cached_property
    def covering(self) -> Covering:
        """Return what is to be covered over the whole way."""
        wanted = {need.competency for stage in self.stages for need in stage.balance.planned}
        required = {iri for place in self.way for iri in self._required(self.snapshot.occupations[place].iri)}
        required |= set(self._entries())
        return Covering(self.offers, frozenset(wanted), frozenset(required) - self.there, self.there)

    @cached_property
    def cover(self) -> Cover:
        """Return the shortest choice."""
        return cover(self.covering)

    @cached_property
    def untaught(self) -> tuple[Need, ...]:
        """Return what is missing and no chosen offer teaches, each once."""
        taught = {competency for iri in self.cover.chosen for competency in self.offers[iri].covers}
        found = {need.competency: need for stage in self.stages for need in stage.balance.planned}
        return tuple(need for competency, need in found.items() if competency not in taught)

    @cached_property
    def steps(self) -> tuple[Term, ...]:
        """Return the chosen offers stage by stage, term by term."""
        found, done, taught = list[Term](), set(self.there), set[str]()
        for stage, chosen in zip(self.stages, self._by_stage(), strict=True):
            for parts in terms(self.offers, chosen, done):
                found.append(self._term(len(found) + 1, stage, parts, taught))
                done.update(parts)
            taught.update(competency for iri in chosen for competency in self.offers[iri].covers)
        return tuple(found)

    def _by_stage(self) -> list[list[str]]:
        """Return the chosen offers by the first stage that needs them, or what needs them."""
        left, found = list(self.cover.chosen), list[list[str]]()
        for at, stage in enumerate(self.stages):
            wanted = {need.competency for need in stage.balance.planned}
            required = {*(reference.iri for reference in stage.required), *self._entering(at)}
            last = at == len(self.stages) - 1
            wanted -= {competency for iri in required if iri in left for competency in self.offers[iri].covers}
            own = [iri for iri in left if last or iri in required or self._serves(iri, wanted)]
            own = self._with_what_they_need(own, left)
            found.append(own)
            left = [iri for iri in left if iri not in own]
        return found

    def _serves(self, iri: str, wanted: Collection[str]) -> bool:
        """Return whether an offer teaches any of what a rung asks for; an apprenticeship belongs to its own rung."""
        offer = self.offers[iri]
        return offer.kind is not OfferKind.APPRENTICESHIP and not set(wanted).isdisjoint(offer.covers)

    def _entering(self, at: int) -> set[str]:
        return {one.iri for one in self.catalog.apprenticeships if self.way[at] in one.into}

    def _with_what_they_need(self, own: Collection[str], left: Sequence[str]) -> list[str]:
        needed = set(own)
        for iri in reversed(left):
            if iri in needed:
                needed.update(leaf for leaf in self.offers[iri].requires.leaves() if leaf in left)
        return [iri for iri in left if iri in needed]

    def _term(self, number: int, stage: Stage, chosen: Iterable[str], taught: Collection[str]) -> Term:
        parts = tuple(self._part(iri, taught) for iri in chosen)
        return Term(
            number=number,
            toward=stage.rung,
            parts=parts,
            credits=sum(part.credits or 0 for part in parts),
            hours=sum(part.hours or 0 for part in parts),
        )

    def _part(self, iri: str, taught: Collection[str]) -> Part:
        """Return a part of the plan.

        Parameters
        ----------
        taught
            What is taught on the way to an earlier rung.
        """
        offer = self.offers[iri]
        leaves = dict.fromkeys(offer.requires.leaves())
        there = [leaf for leaf in leaves if leaf in self.cover.chosen or leaf in self.there]
        return Part(
            iri=offer.iri,
            name=offer.name,
            kind=offer.kind,
            provider=offer.provider,
            covers=tuple(found for found in self._taught(offer) if found.competency not in taught),
            required=iri in self.covering.required,
            before=tuple(self._name(leaf) for leaf in there),
            outside=offer.outside,
            note=offer.note,
            credits=offer.credits,
            hours=offer.known_hours,
            cost=offer.cost,
        )

    def _taught(self, offer: Offer) -> Iterable[Taught]:
        for competency in offer.covers:
            if competency in self.covering.wanted:
                label = self.known.labels[competency]
                yield Taught(competency=competency, label=label, confidence=offer.suggested.get(competency))

    def _dear(self) -> tuple[Dear, ...]:
        """Return the competencies for which alone several parts are there, the dearest first."""
        found = []
        taught = Counter(str(c) for iri in self.cover.chosen for c in self.offers[iri].covers)
        for competency in sorted(c for c in self.covering.covered if taught[c] == 1):
            alone = there_for(self.covering, self.cover, competency)
            if len(alone) > 1:
                hours = sum(self.offers[iri].known_hours or 0 for iri in alone)
                label = self.known.labels[competency]
                found.append(
                    Dear(competency=Iri(competency), label=label, parts=tuple(map(self._name, alone)), hours=hours)
                )
        return tuple(sorted(found, key=lambda dear: (-dear.hours, dear.label)))

    def _obstacles(self) -> tuple[Obstacle, ...]:
        """Return what bars required offers, or the only ones that teach what is missing; and who excludes whom."""
        untaught = {need.competency for need in self.untaught}
        offers = self.offers
        barred = [iri for iri in offers if not untaught.isdisjoint(offers[iri].covers)]
        found = obstacles(offers, self.there, (*sorted(self.covering.required), *barred))
        return (*found, *self._excluding())

    def _excluding(self) -> Iterable[Obstacle]:
        """Yield what was given up because offers exclude each other."""
        if not self.cover.given_up:
            return
        given = sorted(map(self._name, self.cover.given_up))
        useful = self.covering.useful
        pairs = {
            frozenset((iri, other)) for iri, offer in useful.items() for other in offer.excludes if other in useful
        }
        said = "; ".join(sorted(" and ".join(sorted(map(self._name, pair))) for pair in pairs))
        yield Obstacle(
            kind=ObstacleKind.CONTRADICTION,
            members=tuple(given),
            message=f"Cannot all be had together: {', '.join(given)} had to be given up, for these exclude each other: "
            f"{said}. Choose which matters more, or ask who offers them.",
        )

    def _credentials(self) -> tuple[StackedCredential, ...]:
        """Return the credentials that serve the way and are not held: by rung, those that others build on first."""
        found: dict[str, StackedCredential] = {}
        has = self.there | {c for iri in self.cover.chosen for c in self.offers[iri].covers}
        for place in self.way:
            iri = self.snapshot.occupations[place].iri
            serving = dict.fromkeys((*self._required(iri), *(self.catalog.useful_for or {}).get(iri, ())))
            for offer in self._in_order(serving):
                found.setdefault(offer.iri, self._stacked_credential(offer, place, has, self._required(iri)))
        return tuple(found.values())

    def _in_order(self, serving: Iterable[str]) -> list[Offer]:
        offers = [self.offers[iri] for iri in serving if iri in self.offers and iri not in self.there]
        offers = [offer for offer in offers if offer.kind is OfferKind.CREDENTIAL]
        return sorted(offers, key=lambda offer: (len(offer.stacks_on), offer.hours or 0, offer.label))

    def _stacked_credential(
        self, offer: Offer, place: int, has: Collection[str], required: Collection[str]
    ) -> StackedCredential:
        return StackedCredential(
            credential=self._offered(offer.iri),
            toward=self._reference(place),
            required=offer.iri in required,
            planned=offer.iri in self.cover.chosen,
            shown=(sum(competency in has for competency in offer.attests), len(offer.attests)),
            includes=tuple(map(self._offered, offer.stacks_on)),
        )

    def _programs(self) -> tuple[ProgramShare, ...]:
        """Return the programs that teach anything of what is missing, those that teach the most first."""
        offers, own = self.offers, {*self.cover.chosen, *(held.iri for held in self.held.credentials)}
        found = list(self._apprenticeships())
        for program in self.catalog.programs:
            courses = [offers[iri] for iri in program.courses if iri in offers]
            done = [offer for offer in courses if offer.iri in own]
            taught = self.covering.wanted & {competency for offer in courses for competency in offer.covers}
            if taught:
                share = ProgramShare(
                    program=Reference(iri=program.iri, label=Text(value=program.label)),
                    award=program.award,
                    college=program.college,
                    courses=(len(done), len(courses)),
                    credits=(sum(o.credits or 0 for o in done), sum(o.credits or 0 for o in courses)),
                    teaches=(len(taught), len(self.covering.wanted)),
                )
                found.append(share)
        return tuple(sorted(found, key=lambda share: (-share.teaches[0], share.credits[1], share.program.iri)))

    def _apprenticeships(self) -> Iterable[ProgramShare]:
        """Yield the apprenticeships into a rung of the way that the plan does without."""
        for one in self.catalog.apprenticeships:
            taught = self.covering.wanted & one.teaches
            if taught and one.into.intersection(self.way) and one.iri not in self.cover.chosen:
                yield ProgramShare(
                    program=Reference(iri=one.iri, label=one.label),
                    award="paid",
                    college=one.sponsor,
                    courses=(0, 0),
                    credits=(0, 0),
                    teaches=(len(taught), len(self.covering.wanted)),
                    hours=as_offer(one).hours or 0,
                )

    def _method(self) -> str:
        count = len(self.cover.chosen)
        if not count:
            return ""
        if self.cover.exact:
            return (
                "No shorter choice of these courses and credentials covers the same: proven by branch and bound, "
                "counted in hours."
            )
        return (
            "A good choice, not proven the shortest: there are too many courses and credentials to try all choices. "
            "None of it can be left out."
        )

    def _notes(self) -> Iterable[str]:
        goal = self.snapshot.occupations[self.goal].label.value
        yield from self.ladder.notes if not self.way or not self.reachable else ()
        if self.start == self.goal:
            yield "You are there already. Held against the job is what the record says apart from it."
        if self.rating is None:
            yield f"Nothing rates what {goal} need: what carries over and what is missing cannot be said."
        yield from self.held.notes
        yield from self._schooling()
        if self._waived:
            yield (
                f"Counted as passed, for they teach only what you have by then: {', '.join(self._waived)}. "
                "Ask the college for credit for prior learning."
            )
        for stage in self.stages:
            if stage.license and not stage.required and stage.license != self.snapshot.license(self.start):
                yield (
                    f"{stage.rung.label} need a license ({stage.license}); no credential here says how to get it, "
                    "so it is not in the plan. Ask the board that issues it."
                )

    def _schooling(self) -> Iterable[str]:
        """Yield which rungs ask for more school than the start has, where single courses would not do."""
        months = self.snapshot.preparation.degree
        for place, stage in zip(self.way, self.stages, strict=True):
            if months[place] - months[self.start] >= DEGREE_MONTHS:
                yield (
                    f"{stage.rung.label}: employers usually ask for schooling ({stage.education}). Courses picked "
                    "one by one lead to no degree; compare the whole programs below, if any is named."
                )

    def _reference(self, place: int) -> Reference:
        occupation = self.snapshot.occupations[place]
        return Reference(iri=occupation.iri, label=occupation.label)

    def _offered(self, iri: str) -> Reference:
        return Reference(iri=Iri(iri), label=Text(value=self._name(iri)))

    def _name(self, iri: str) -> str:
        offer = self.offers.get(iri)
        return offer.name if offer else self.known.labels.get(iri, iri)


def totals(parts: Sequence[Part]) -> Totals:
    """Return what some parts amount to; what does not say is counted.

    Example
    -------
    >>> from pathways.plans.offers import OfferKind
    >>> totals([Part(iri="http://x/a", name="A", kind=OfferKind.COURSE, credits=5, hours=150, cost=600),
    ...         Part(iri="http://x/b", name="B", kind=OfferKind.CREDENTIAL)])
    Totals(parts=2, credits=5.0, hours=150.0, months=0.9, cost=600.0, unknown_hours=1, unknown_cost=1)
    """
    costs = [part.cost for part in parts if part.cost is not None]
    hours = sum(part.hours or 0.0 for part in parts)
    return Totals(
        parts=len(parts),
        credits=sum(part.credits or 0.0 for part in parts),
        hours=hours,
        months=round(hours / MONTH_HOURS, 1),
        cost=sum(costs) if costs else None,
        unknown_hours=sum(part.hours is None for part in parts),
        unknown_cost=len(parts) - len(costs),
    )
