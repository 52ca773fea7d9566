"""The trace of a plan: of what carries over and what is missing, of each course and credential, and of their sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pathways.amounts import count
from pathways.occupations.requirements import Requirements
from pathways.plans import wording
from pathways.plans.account import LINES, NAMED
from pathways.plans.balance import Balance, Need
from pathways.plans.claims import READ_BY_A_MACHINE, Claim
from pathways.plans.claims import Basis as Ground_
from pathways.plans.groups import groups
from pathways.plans.offers import OfferKind
from pathways.plans.plan import Part, Plan, ProgramShare, StackedCredential, Term
from pathways.plans.understood import uncounted, understood
from pathways.traces import explained
from pathways.traces.bridges import apprenticeship_row
from pathways.traces.ground import Ground, competency_inputs, local_id
from pathways.traces.ladders import ladder_figures
from pathways.traces.milestones import milestone_figures
from pathways.traces.records import Basis, Figure, Input, computed
from pathways.traces.words import course_inputs, credential_inputs

GOAL = "the goal"


def plan_figures(ground: Ground, plan: Plan) -> tuple[Figure, ...]:
    """Return the figures of a plan, then those of the ladder above it.

    Parameters
    ----------
    ground
        On the snapshot that the plan was made in.
    """
    return (*_Tracing(ground, plan).figures(), *ladder_figures(ground, plan.ladder))


@dataclass(frozen=True)
class _Tracing:
    """One trace of a plan on its way."""

    ground: Ground
    plan: Plan

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Return the courses and credentials of all terms."""
        return tuple(part for term in self.plan.terms for part in term.parts)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures of the plan."""
        plan = self.plan
        yield from self._whole()
        for term in plan.terms:
            yield self._term(term)
            yield from (figure for part in term.parts for figure in self._part(part))
        yield from map(self._credential, plan.credentials)
        yield from map(self._program, plan.programs)
        for number, stage in enumerate(plan.stages, start=1):
            owner = f"rung {number}: {stage.rung.label}"
            yield from self._needs(owner, stage.balance)
            before = plan.stages[number - 2].rung if number > 1 else plan.start
            yield from milestone_figures(self.ground, owner, stage, before)
        yield from self._needs(GOAL, plan.to_goal)

    def _whole(self) -> Iterator[Figure]:
        plan = self.plan
        amounts = tuple(f"{self._name(part)}: amount" for part in self.parts)
        needs = tuple(self._key(GOAL, need) for need in plan.to_goal.needs)
        planned = tuple(
            self._key(f"rung {number}: {stage.rung.label}", need)
            for number, stage in enumerate(plan.stages, start=1)
            for need in stage.balance.planned
        )
        how = "1 less the gap of a step, with the levels of the record below it; counts are of what a plan must see to"
        yield computed("summary", wording.summary(plan), how, (*needs, *planned), explained.BALANCE)
        if plan.terms:
            how = "added up over the courses and credentials; months at 2,000 hours a year"
            yield computed("totals", wording.totals(plan.totals), how, amounts, explained.SET)
        for dear in plan.dear:
            shown = f"{', '.join(dear.parts)}: {dear.hours:,.0f} hours"
            own = tuple(f"{self._name(part)}: amount" for part in self.parts if part.name in dear.parts)
            yield computed(f"dear: {dear.label}", shown, "hours of what is there for it alone", own, explained.SET)
        yield from self._said((*needs, *planned, *amounts))

    def _said(self, parts: tuple[str, ...]) -> Iterator[Figure]:
        """Yield what is said in sentences: notes, obstacles, and how the record was read."""
        plan = self.plan
        for name, lines in (("note", plan.notes), ("obstacle", [found.message for found in plan.obstacles])):
            for number, line in enumerate(lines, start=1):
                how = "worked out from the rungs, courses and credentials of the plan"
                yield computed(f"{name} {number}", line, how, parts, explained.SET, inputs=self._record())
        yield from self._read()

    def _read(self) -> Iterator[Figure]:
        """Yield how the record was read, line by line, and what of it does not count."""
        at, record = explained.RECORD, self._record()
        read, lost = understood(self.plan.holdings), uncounted(self.plan.holdings)
        if len(read) > LINES:
            yield computed("lines read, left out", f"{len(read) - LINES} more", "counted", (), at, inputs=record)
        for number, line in enumerate((*filter(None, [self.plan.begins]), *read), start=1):
            how = "a name where it is one; else what the matching engine takes it to mean, with its confidence"
            yield computed(f"line read {number}", line, how, (), at, inputs=record)
        for number, line in enumerate(lost, start=1):
            how = "compared with all that the goal is rated by"
            yield computed(f"not counted {number}", line, how, (), at, inputs=record)
        if (more := len(lost) - NAMED) > 0:
            yield computed("not counted, left out", f"{more} more", "counted", (), at, inputs=record)

    def _record(self) -> tuple[Input, ...]:
        """Return the record as what it is: given, and not kept."""
        held = (*self.plan.holdings.jobs, *self.plan.holdings.credentials)
        return (
            Input(
                what="record that was given, not stored", value=", ".join(str(one.label) for one in held), given=True
            ),
        )

    def _term(self, term: Term) -> Figure:
        amounts = tuple(f"{self._name(part)}: amount" for part in term.parts)
        how = "added up over its courses and credentials"
        return computed(f"term {term.number}", wording.term(term), how, amounts, explained.SET)

    def _part(self, part: Part) -> Iterator[Figure]:
        """Yield the figures of a course or a credential."""
        rows, owner = self._rows(part), self._name(part)
        hours = f", {part.hours:,.0f} hours" if part.hours is not None else ""
        stated = ", ".join(words for words in (part.note, *part.conditions, *part.outside, part.provider) if words)
        shown = f"{part.name}: {wording.amounts(part)}{hours}; {stated}"
        how = "as stated; a credit counts as 30 hours"
        yield Figure(
            name="amount",
            shown=shown,
            basis=Basis.ASSERTED,
            how=how,
            inputs=rows,
            of=owner,
            explained=explained.SET,
        )
        if part.before:
            names = {other.name: f"{self._name(other)}: amount" for other in self.parts}
            first = tuple(names[name] for name in part.before if name in names)
            how = "what it asks for first, in the plan or had already"
            yield computed("after", ", ".join(part.before), how, first, explained.SET, owner, rows)
        for taught in part.covers:
            sure = f" ({wording.sure(taught.confidence)})" if taught.confidence is not None else ""
            how = "the matching engine's confidence in its outcomes" if sure else "as a release or a reviewer says"
            name = f"teaches {taught.label} ({local_id(taught.competency)})"
            yield computed(name, f"{taught.label}{sure}", how, (), explained.CONFIDENCE, owner, rows)

    def _rows(self, part: Part) -> tuple[Input, ...]:
        """Return the rows that describe a course or a credential; what was given with the question is said to be."""
        if part.kind is OfferKind.COURSE:
            found = tuple(course_inputs(self.ground, part.iri, part.name))
        elif part.kind is OfferKind.CREDENTIAL:
            found = tuple(credential_inputs(self.ground, part.iri, part.name, "name", "typical_hours", "attests"))
        else:
            found = apprenticeship_row(self.ground, part.iri, part.name)
        return found or (Input(what=f"{part.kind} that was given with the question", value=part.name, given=True),)

    def _credential(self, found: StackedCredential) -> Figure:
        iri, label = found.credential.iri, str(found.credential.label)
        has, of = found.shown
        shown = f"{label}: {has} of the {of} competencies that it attests"
        below = ", ".join(str(one.label) for one in found.includes)
        rows = tuple(credential_inputs(self.ground, iri, label, "name", "attests", "issuer"))
        rows = rows or (Input(what="credential that was given with the question", value=label, given=True),)
        how = "of those it attests, what the record or the plan has"
        shown = f"{shown}; it includes {below}" if below else shown
        return computed(f"credential: {label}", shown, how, (), explained.SET, inputs=(*rows, *self._record()))

    def _program(self, share: ProgramShare) -> Figure:
        offers = self.ground.snapshot.offers
        program = next((one for one in offers.programs if one.iri == share.program.iri), None)
        label = str(share.program.label)
        if program:
            rows = [row for iri in sorted(program.courses) for row in course_inputs(self.ground, iri, f"of {label}")]
        else:
            rows = [*apprenticeship_row(self.ground, share.program.iri, label)]
        own = f"; this plan and what you passed make up {share.courses[0]} of them" if share.courses[0] else ""
        shown = (
            f"{label}, {share.college}: {count(share.courses[1], 'course')}, {share.credits[1]:g} credits, "
            f"{share.hours:,.0f} hours; teaches {share.teaches[0]} of the {share.teaches[1]} to learn{own}"
        )
        how = "its courses, their credits added up, and what they teach of what is planned for"
        name = f"program: {label} ({local_id(share.program.iri)})"
        return computed(name, shown, how, (), explained.SET, inputs=rows)

    def _needs(self, owner: str, found: Balance) -> Iterator[Figure]:
        """Yield the needs of a rung, and how many a list leaves out."""
        place = self.ground.snapshot.occupations.by_iri[found.occupation.iri]
        for need in found.needs:
            inputs = (
                *self._rated(found, place, need),
                *(i for claim in need.claims for i in self._claimed(found, claim)),
            )
            shown = f"{wording.level(need)}, importance {need.importance:g} of 5: {wording.grounds(need)}"
            how = "rated, against the record"
            yield computed(self._need(need), shown, how, (), explained.BALANCE, owner, inputs)
        for name, _, group in groups(found):
            if len(group) > NAMED:
                parts = tuple(self._key(owner, need) for need in group)
                shown = f"{len(group) - NAMED} more"
                yield computed(f"left out: {name}", shown, "counted", parts, explained.BALANCE, owner)

    def _rated(self, found: Balance, place: int, need: Need) -> tuple[Input, ...]:
        rating = self._rating(found)
        return competency_inputs(self.ground, rating, need.competency, [place]) if rating else ()

    def _rating(self, found: Balance) -> Requirements | None:
        """Return the ratings that a record was held against."""
        return next((one for one in self.ground.snapshot.requirements if one.name == found.source), None)

    def _claimed(self, found: Balance, claim: Claim) -> Iterator[Input]:
        """Yield a claim as what it is: given in the record, or what a job that was held is rated to need."""
        value = "" if claim.level is None else f"level {claim.level:g}"
        yield Input(what=wording.ground(claim), value=value, given=True)
        rating = self._rating(found)
        if rating is None or claim.competency not in rating.competencies:
            return
        if claim.basis is Ground_.INFERRED:
            occupations = self.ground.snapshot.occupations
            jobs = [place for place, entry in enumerate(occupations) if entry.label.value == claim.said]
            yield from competency_inputs(self.ground, rating, claim.competency, jobs)
        elif claim.basis in READ_BY_A_MACHINE:
            everyone = range(len(self.ground.snapshot.occupations))
            yield from competency_inputs(self.ground, rating, claim.competency, everyone)

    def _name(self, part: Part) -> str:
        return f"{part.kind} {part.name} ({local_id(part.iri)})"

    def _need(self, need: Need) -> str:
        return f"{need.label} ({need.kind.rpartition('#')[2].lower()}, {local_id(need.competency)})"

    def _key(self, owner: str, need: Need) -> str:
        return f"{owner}: {self._need(need)}"
