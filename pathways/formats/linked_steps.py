"""The steps of a ladder as linked data: conditions of CTDL, with the evidence that each rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ontology.records import (
    Competency,
    ComponentCondition,
    Course,
    Credential,
    CredentialComponent,
    Iri,
    Program,
    Record,
    SkillGain,
    Text,
)
from ontology.records import Evidence as Seen
from ontology.records.pathways import ctid
from pathways.formats.addresses import distinct, job, part
from pathways.formats.credential_types import credential_type
from pathways.ladders import wording
from pathways.records.bridge import Bridge, BridgeKind
from pathways.records.ladder import Basis, Evidence, Gain, Ladder, Reference, Rung, Step


@dataclass(frozen=True)
class LinkedStep:
    """A step, with the addresses of what stands for it."""

    step: Step
    ladder: Ladder

    @property
    def condition(self) -> Iri:
        """The address of what must be there to take it."""
        return self.part("way")

    @property
    def credentials(self) -> tuple[CredentialComponent, ...]:
        """What must be held besides the rung below."""
        if self.step.credentials:
            return tuple(map(self._credential, self.step.credentials))
        return tuple(self._component(Text(value=name), name, None) for name in wording.needs(self.step))

    def part(self, kind: str, *names: str) -> Iri:
        """Return the address of a part of the step."""
        return part(self.ladder, kind, self.step.start, self.step.end, *names)

    def seen(self, evidence: Evidence) -> Iri:
        """Return the address of how a view sees the step."""
        return self.part("view", evidence.view)

    def gain(self, gain: Gain) -> Iri:
        """Return the address of a competency to be gained."""
        return self.part("gain", gain.competency)

    def _credential(self, credential: Reference) -> CredentialComponent:
        return self._component(credential.label, credential.iri, credential.iri)

    def _component(self, label: Text, name: str, credential: Iri | None) -> CredentialComponent:
        iri = part(self.ladder, "credential", name, self.step.end)
        return CredentialComponent(
            iri=iri,
            ctid=ctid(iri),
            label=label,
            credential_type=credential_type(self.step, name),
            stands_for=credential,
            pathway=self.ladder.iri,
            precedes=(job(self.ladder, self.step.end),),
        )


def entrance(rung: Rung, ladder: Ladder, into: Sequence[LinkedStep]) -> tuple[Iri, ...]:
    """Return the address of the condition of a rung: that of its only way, or of the choice among several."""
    if len(into) > 1:
        return (part(ladder, "choice", rung.occupation),)
    return tuple(way.condition for way in into)


def conditions(rung: Rung, ladder: Ladder, into: Sequence[LinkedStep]) -> Iterator[Record]:
    """Yield the records of the ways into a rung, and of all that these rest on."""
    if len(into) > 1:
        yield ComponentCondition(
            iri=part(ladder, "choice", rung.occupation),
            description=Text(value=f"Any one of {len(into)} ways to {rung.label}"),
            required=1,
            conditions=distinct(way.condition for way in into),
        )
    for way in into:
        yield _condition(way)
        yield from way.credentials
        yield from _evidence(way)
        yield from chain.from_iterable(_bridge(bridge) for bridge in way.step.bridges)


def _condition(way: LinkedStep) -> ComponentCondition:
    step, takes = way.step, way.step.preparation
    targets = (job(way.ladder, step.start), *(one.iri for one in way.credentials))
    return ComponentCondition(
        iri=way.condition,
        description=Text(value=wording.sentence(step, way.ladder)),
        required=len(targets),
        targets=targets,
        direction=step.direction.value,
        gap=step.gap,
        relatedness=step.relatedness,
        support=step.support,
        wage_change=step.wage_change,
        wage_region=step.wage_region or None,
        pay_given_up=step.tradeoff.amount if step.tradeoff else None,
        learning_pay=step.learning_pay.amount if step.learning_pay else None,
        learning_share=step.learning_pay.share if step.learning_pay else None,
        long=step.long or None,
        main=step.main or None,
        bridges=tuple(bridge.iri for bridge in step.bridges if bridge.iri),
        education=_text(takes.education),
        school_months=takes.school_months,
        experience_months=takes.experience_months,
        training_months=takes.training_months,
        license=_text(takes.license),
        anew=_text(takes.anew),
        asserted=step.basis.parts(Basis.ASSERTED),
        inferred=step.basis.parts(Basis.INFERRED),
        computed=step.basis.parts(Basis.COMPUTED),
        rationale=_text(wording.why(step)),
        evidence=tuple(map(way.seen, step.evidence)),
        gains=tuple(map(way.gain, step.gains)),
        notes=tuple(Text(value=note) for note in step.notes),
    )


def _text(words: str) -> Text | None:
    return Text(value=words) if words else None


def _evidence(way: LinkedStep) -> Iterator[Record]:
    """Yield how each view sees the step, and what is to be gained, with where that is taught and attested."""
    for seen in way.step.evidence:
        yield Seen(iri=way.seen(seen), **seen.model_dump())
    for gain in way.step.gains:
        yield SkillGain(
            iri=way.gain(gain),
            competency=gain.competency,
            importance=gain.importance,
            level_from=gain.level_from,
            level_to=gain.level_to,
            share=gain.share,
            source=gain.source,
        )
        yield Competency(iri=gain.competency, label=gain.label, kind=gain.kind)
        for course in gain.taught_by:
            yield Course(iri=course.iri, label=course.label, teaches=(gain.competency,))
        for credential in gain.attested_by:
            yield Credential(iri=credential.iri, label=credential.label, attests=(gain.competency,))


def _bridge(bridge: Bridge) -> Iterator[Record]:
    """Yield a credential or a program that bridges the step; apprenticeships stand with their rung."""
    if bridge.iri and bridge.kind is BridgeKind.CREDENTIAL:
        yield Credential(
            iri=bridge.iri,
            label=bridge.label,
            kind=bridge.credential_type,
            issuer=bridge.offered_by or None,
            hours=bridge.hours,
        )
    elif bridge.iri and bridge.kind is BridgeKind.PROGRAM:
        yield Program(iri=bridge.iri, label=bridge.label, award=next(iter(bridge.awards), None))
