"""The ladder as linked data: a CTDL Pathway in Turtle and JSON-LD."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ontology.formats import JSON_LD, TURTLE, Format, serialize
from ontology.records import Apprenticeship, EntryCondition, Iri, Occupation, Record, Text, WageStep
from ontology.records.pathways import (
    ComponentCondition,
    CredentialComponent,
    Earnings,
    JobComponent,
    Pathway,
    ctid,
)
from ontology.triples import to_graph
from pathways.ladders import wording
from pathways.ladders.account import Address, occupation_address
from pathways.records.bridge import Bridge
from pathways.records.ladder import Ladder, Reference, Rung, Step


def to_turtle(ladder: Ladder, link: Address = occupation_address) -> bytes:
    """Return a ladder as Turtle; its addresses are those of the knowledge base, whatever the links of pages."""
    return _serialized(ladder, TURTLE)


def to_json_ld(ladder: Ladder, link: Address = occupation_address) -> bytes:
    """Return a ladder as JSON-LD; its addresses are those of the knowledge base, whatever the links of pages."""
    return _serialized(ladder, JSON_LD)


def records(ladder: Ladder) -> Iterator[Record]:
    """Yield the records that a ladder consists of in CTDL: the pathway first, then rung by rung."""
    ways = [_Way(step, ladder) for step in ladder.steps]
    yield _pathway(ladder, ways)
    for rung in ladder.rungs:
        into = [way for way in ways if way.step.end == rung.occupation]
        yield _job(rung, ladder, into)
        yield _occupation(rung)
        yield from _earnings(rung, ladder)
        yield from _alternatives(rung, ladder, into)
        yield from chain.from_iterable(way.credentials for way in into)
        yield from chain.from_iterable(_apprenticeship(bridge, rung) for bridge in rung.apprenticeships)


def _serialized(ladder: Ladder, form: Format) -> bytes:
    return serialize(to_graph(records(ladder)), form)


@dataclass(frozen=True)
class _Way:
    """A step, with the addresses of what stands for it."""

    step: Step
    ladder: Ladder

    @property
    def condition(self) -> Iri:
        return _part(self.ladder, "way", self.step.start, self.step.end)

    @property
    def credentials(self) -> tuple[CredentialComponent, ...]:
        """What must be held besides the rung below."""
        if self.step.credentials:
            return tuple(map(self._credential, self.step.credentials))
        return tuple(self._named(name) for name in wording.needs(self.step))

    def _credential(self, credential: Reference) -> CredentialComponent:
        return self._component(credential.label, credential.iri, credential.iri)

    def _named(self, name: str) -> CredentialComponent:
        return self._component(Text(value=name), name, None)

    def _component(self, label: Text, name: str, credential: Iri | None) -> CredentialComponent:
        iri = _part(self.ladder, "credential", name, self.step.end)
        return CredentialComponent(
            iri=iri,
            ctid=ctid(iri),
            label=label,
            stands_for=credential,
            pathway=self.ladder.iri,
            precedes=(_job_iri(self.ladder, self.step.end),),
        )


def _pathway(ladder: Ladder, ways: Iterable[_Way]) -> Pathway:
    jobs = [_job_iri(ladder, rung.occupation) for rung in ladder.rungs]
    credentials = sorted({part.iri for way in ways for part in way.credentials})
    return Pathway(
        iri=ladder.iri,
        ctid=ctid(ladder.iri),
        label=Text(value=ladder.title),
        description=Text(value=wording.summary(ladder)),
        parts=(*jobs, *credentials),
        destinations=tuple(_job_iri(ladder, goal) for goal in _goals(ladder)),
        notes=tuple(Text(value=note) for note in ladder.notes),
        sources=tuple(f"{source.title}. {source.attribution}".strip() for source in ladder.sources),
    )


def _goals(ladder: Ladder) -> tuple[str, ...]:
    """Return where a ladder leads: the end of its best route, or for a sector every rung that nothing leaves."""
    if ladder.routes:
        return (ladder.routes[0][-1],)
    left = {step.start for step in ladder.steps}
    ends = [rung for rung in ladder.rungs if rung.occupation not in left]
    advanced = [rung for rung in ends if not rung.dead_end] or ends or list(ladder.rungs[-1:])
    return tuple(rung.occupation for rung in advanced)


def _job(rung: Rung, ladder: Ladder, into: list[_Way]) -> JobComponent:
    iri = _job_iri(ladder, rung.occupation)
    out = [step.end for step in ladder.steps if step.start == rung.occupation]
    return JobComponent(
        iri=iri,
        ctid=ctid(iri),
        label=rung.label,
        description=Text(value=wording.rung_sentence(rung, ladder)),
        stands_for=rung.occupation,
        pathway=ladder.iri,
        destination_of=ladder.iri if rung.occupation in _goals(ladder) else None,
        precedes=_distinct(_job_iri(ladder, end) for end in out),
        preceded_by=_distinct(_job_iri(ladder, way.step.start) for way in into),
        conditions=_entrance(rung, ladder, into),
        earnings=_part(ladder, "earnings", rung.occupation) if rung.wage else None,
    )


def _entrance(rung: Rung, ladder: Ladder, into: list[_Way]) -> tuple[Iri, ...]:
    """Return the address of the condition of a rung: that of its only way, or of the choice among several."""
    if len(into) > 1:
        return (_part(ladder, "choice", rung.occupation),)
    return tuple(way.condition for way in into)


def _alternatives(rung: Rung, ladder: Ladder, into: list[_Way]) -> Iterator[ComponentCondition]:
    if len(into) > 1:
        yield ComponentCondition(
            iri=_part(ladder, "choice", rung.occupation),
            description=Text(value=f"Any one of {len(into)} ways to {rung.label}"),
            required=1,
            conditions=_distinct(way.condition for way in into),
        )
    for way in into:
        targets = (_job_iri(ladder, way.step.start), *(part.iri for part in way.credentials))
        yield ComponentCondition(
            iri=way.condition,
            description=Text(value=wording.sentence(way.step, ladder)),
            required=len(targets),
            targets=targets,
            direction=way.step.direction.value,
            gap=way.step.gap,
            relatedness=way.step.relatedness,
            wage_change=way.step.wage_change,
            main=way.step.main or None,
            bridges=tuple(bridge.iri for bridge in way.step.bridges if bridge.iri),
        )


def _occupation(rung: Rung) -> Occupation:
    return Occupation(
        iri=rung.occupation,
        label=rung.label,
        notation=rung.code or None,
        job_zone=rung.zone or None,
        entry=rung.entry or None,
        education=Text(value=rung.education) if rung.education else None,
    )


def _earnings(rung: Rung, ladder: Ladder) -> Iterator[Earnings]:
    if rung.wage:
        yield Earnings(
            iri=_part(ladder, "earnings", rung.occupation),
            description=Text(value=f"Yearly pay in {rung.wage.region}, {rung.wage.period}"),
            low=rung.wage.low,
            median=rung.wage.median,
            high=rung.wage.high,
            period=rung.wage.period,
            source=rung.wage.source,
        )


def _apprenticeship(bridge: Bridge, rung: Rung) -> Iterator[Record]:
    """Yield what is known of an apprenticeship into a rung: hours, wage steps, entry."""
    if bridge.iri is None:
        return
    percents = bridge.wages.percents if bridge.wages else ()
    steps = [
        WageStep(iri=Iri(f"{bridge.iri}/wage/{at}"), position=at, percent=percent)
        for at, percent in enumerate(percents, 1)
    ]
    entry = Iri(f"{bridge.iri}/entry") if bridge.entry else None
    yield Apprenticeship(
        iri=bridge.iri,
        label=bridge.label,
        sponsor=bridge.offered_by or None,
        occupations=(rung.occupation,),
        registered=bridge.registered,
        agency=bridge.agency or None,
        job_hours=bridge.job_hours,
        instruction_hours=bridge.instruction_hours,
        months=bridge.months,
        entry=entry,
        wage_steps=tuple(step.iri for step in steps),
    )
    yield from steps
    if entry:
        yield EntryCondition(iri=entry, description=Text(value=bridge.entry))


def _job_iri(ladder: Ladder, occupation: str) -> Iri:
    return _part(ladder, "job", occupation)


def _part(ladder: Ladder, kind: str, *names: str) -> Iri:
    """Return the address of a part of a ladder, the same for the same names."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(names)).hex[:12]
    return Iri(f"{ladder.iri}#{kind}-{name}")


def _distinct(iris: Iterable[Iri]) -> tuple[Iri, ...]:
    return tuple(dict.fromkeys(iris))
