"""The ladder as linked data: a CTDL Pathway in Turtle and JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ontology.formats import JSON_LD, TURTLE, Format, serialize
from ontology.records import (
    Apprenticeship,
    Earnings,
    EntryCondition,
    Iri,
    JobComponent,
    Jurisdiction,
    Occupation,
    Pathway,
    Record,
    Text,
    WageStep,
)
from ontology.records.pathways import ctid
from ontology.triples import to_graph
from pathways.formats.addresses import distinct, job, part
from pathways.formats.linked_steps import LinkedStep, conditions, entrance
from pathways.ladders import wording
from pathways.ladders.account import Address, occupation_address
from pathways.records.bridge import Bridge
from pathways.records.ladder import Ladder, Rung, Wage


def to_turtle(ladder: Ladder, link: Address = occupation_address) -> bytes:
    """Return a ladder as Turtle; its addresses are those of the knowledge base, whatever the links of pages."""
    return _serialized(ladder, TURTLE)


def to_json_ld(ladder: Ladder, link: Address = occupation_address) -> bytes:
    """Return a ladder as JSON-LD; its addresses are those of the knowledge base, whatever the links of pages."""
    return _serialized(ladder, JSON_LD)


def records(ladder: Ladder) -> Iterator[Record]:
    """Yield the records that a ladder consists of in CTDL: the pathway first, then rung by rung."""
    ways = [LinkedStep(step, ladder) for step in ladder.steps]
    yield _pathway(ladder, ways)
    for rung in ladder.rungs:
        into = [way for way in ways if way.step.end == rung.occupation]
        yield _job(rung, ladder, into)
        yield _occupation(rung)
        yield from _earnings(rung, ladder)
        yield from conditions(rung, ladder, into)
        yield from chain.from_iterable(_apprenticeship(bridge, rung) for bridge in rung.apprenticeships)


def _serialized(ladder: Ladder, form: Format) -> bytes:
    return serialize(to_graph(records(ladder)), form)


def _pathway(ladder: Ladder, ways: Iterable[LinkedStep]) -> Pathway:
    jobs = [job(ladder, rung.occupation) for rung in ladder.rungs]
    credentials = sorted({part.iri for way in ways for part in way.credentials})
    return Pathway(
        iri=ladder.iri,
        ctid=ctid(ladder.iri),
        label=Text(value=ladder.title),
        description=Text(value=wording.summary(ladder)),
        parts=(*jobs, *credentials),
        destinations=tuple(job(ladder, goal) for goal in _goals(ladder)),
        notes=tuple(Text(value=note) for note in (wording.marks_meaning(ladder), *ladder.notes) if note),
        sources=tuple(f"{source.title}. {source.attribution}".strip() for source in ladder.sources),
    )


def _goals(ladder: Ladder) -> tuple[str, ...]:
    """Return where a ladder leads: the end of its best route, or for a sector every rung that nothing leaves.

    An off-ramp is a destination too: CTDL has no other word for a place on a way where one may stay.
    """
    if ladder.routes:
        return (ladder.routes[0][-1],)
    left = {step.start for step in ladder.steps}
    ends = [rung for rung in ladder.rungs if rung.occupation not in left]
    advanced = [rung for rung in ends if rung.off_ramp or not rung.dead_end] or ends or list(ladder.rungs[-1:])
    return tuple(rung.occupation for rung in advanced)


def _job(rung: Rung, ladder: Ladder, into: list[LinkedStep]) -> JobComponent:
    iri = job(ladder, rung.occupation)
    out = [step.end for step in ladder.steps if step.start == rung.occupation]
    return JobComponent(
        iri=iri,
        ctid=ctid(iri),
        label=rung.label,
        description=Text(value=wording.rung_sentence(rung, ladder)),
        stands_for=rung.occupation,
        pathway=ladder.iri,
        destination_of=ladder.iri if rung.occupation in _goals(ladder) else None,
        precedes=distinct(job(ladder, end) for end in out),
        preceded_by=distinct(job(ladder, way.step.start) for way in into),
        conditions=entrance(rung, ladder, into),
        marks=tuple(mark.value for mark in rung.marks),
        earnings=part(ladder, "earnings", rung.occupation) if rung.wage else None,
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


def _earnings(rung: Rung, ladder: Ladder) -> Iterator[Record]:
    if rung.wage:
        region = part(ladder, "region", rung.wage.region)
        yield Jurisdiction(iri=region, description=Text(value=rung.wage.region))
        yield Earnings(
            iri=part(ladder, "earnings", rung.occupation),
            description=Text(value=_paid(rung.wage)),
            low=rung.wage.low,
            median=rung.wage.median,
            high=rung.wage.high,
            period=rung.wage.period,
            jurisdiction=region,
            source=rung.wage.source,
            instead_of=rung.wage.instead_of or None,
        )


def _paid(wage: Wage) -> str:
    missing = f"; not published for {wage.instead_of}" if wage.instead_of else ""
    return f"Yearly pay in {wage.region}, {wage.period}{missing}"


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
