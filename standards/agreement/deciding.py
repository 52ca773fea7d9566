"""Deciding: motions judged against the state as it is now, and kept, all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from ontology.errors import InputError
from ontology.identifiers import Identifiers
from ontology.records import Decision, DecisionKind, Iri
from ontology.store import KnowledgeBase
from standards.agreement.docket import judge
from standards.agreement.log import undone
from standards.agreement.motion import Motion
from standards.agreement.naming import named_decision
from standards.agreement.reading import read_agreement
from standards.agreement.refusal import refuse
from standards.agreement.repeated import is_kept
from standards.agreement.replay import Idle
from standards.agreement.signature import Signature
from standards.agreement.state import Agreement
from standards.agreement.storage import append


@dataclass(frozen=True)
class Decided:
    """What was stored, and what it leaves.

    Parameters
    ----------
    idle
        Decisions that count and do nothing any more, because of what was stored.
    repeated
        Number of motions that were decided before, and are not kept twice.
    """

    decisions: tuple[Decision, ...]
    agreement: Agreement
    idle: tuple[Idle, ...] = ()
    repeated: int = 0


def decide(base: KnowledgeBase, slug: str, motions: Sequence[Motion], signature: Signature) -> Decided:
    """Store what is decided of a proposal, all of it or nothing.

    What was decided before, the same on the same revision, is not kept twice.

    Whoever calls it holds the lock of the writer, so that nobody decides between the look at the state and the entry.

    Raises
    ------
    ConflictError
        Where somebody has changed a statement since it was looked at, with all that is wrong.
    RefusedError
        Where something else is wrong, with all that is.
    NotFoundError
        Where nothing is proposed for the standard.
    """
    before = read_agreement(base, slug)
    new = [one for one in motions if not is_kept(before, base.identifiers, one)]
    decisions, report = judge(before, new, signature, base.identifiers)
    refuse(report)
    return replace(_stored(base, before, decisions), repeated=len(motions) - len(new))


def undo(base: KnowledgeBase, slug: str, decision: str, signature: Signature, reason: str) -> Decided:
    """Undo a decision: it stays in the log and counts no more. An undoing can be undone, too.

    Parameters
    ----------
    decision
        Its address, or the beginning of the last part of it.

    Raises
    ------
    NotFoundError
        Where there is no such decision, or nothing is proposed for the standard.
    InputError
        Where it is undone already, or nobody says why.
    """
    before = read_agreement(base, slug)
    target = named_decision(before, decision)
    if not reason.strip():
        message = f"say with --reason why {decision!r} is undone: whoever relied on it will ask"
        raise InputError(message)
    if target.iri in undone(before.log.decisions):
        message = f"{decision!r} counts no more already: it was undone before; there is nothing left to do"
        raise InputError(message)
    return _stored(base, before, [_undoing(base.identifiers, before, target, signature, reason.strip())])


def _undoing(
    identifiers: Identifiers, before: Agreement, target: Decision, signature: Signature, reason: str
) -> Decision:
    one, organization = before.statements.get(target.candidate), signature.organization(before)
    return Decision(
        iri=Iri(identifiers.mint(before.slug, "decision", uuid4().hex)),
        standard=before.standard,
        candidate=target.candidate,
        kind=Iri(DecisionKind.UNDO),
        by=signature.name,
        decider=signature.decider(identifiers, before, organization),
        on_behalf_of=organization,
        at=before.log.after(signature.at),
        reason=reason,
        basis=one.revision if one else target.basis,
        undoes=target.iri,
    )


def _stored(base: KnowledgeBase, before: Agreement, decisions: Sequence[Decision]) -> Decided:
    append(base, before.slug, decisions)
    after = replace(before, log=replace(before.log, decisions=(*before.log.decisions, *decisions)))
    known = {idle.decision.iri for idle in before.replayed.idle}
    return Decided(tuple(decisions), after, tuple(one for one in after.replayed.idle if one.decision.iri not in known))
