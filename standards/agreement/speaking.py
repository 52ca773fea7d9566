"""Speaking: positions of organizations, judged and kept, all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ontology.records import Endorsement
from ontology.store import KnowledgeBase
from standards.agreement.hearing import judge_stances
from standards.agreement.motion import Stance
from standards.agreement.reading import read_agreement
from standards.agreement.refusal import refuse
from standards.agreement.signature import Signature
from standards.agreement.state import Agreement
from standards.agreement.storage import append


@dataclass(frozen=True)
class Spoken:
    """What was stored, and what it leaves."""

    endorsements: tuple[Endorsement, ...]
    agreement: Agreement


def speak(base: KnowledgeBase, slug: str, stances: Sequence[Stance], signature: Signature) -> Spoken:
    """Store how organizations stand to a proposal, all of it or nothing.

    Raises
    ------
    ConflictError
        Where a wording has changed since it was looked at, with all that is wrong.
    RefusedError
        Where something else is wrong, with all that is.
    NotFoundError
        Where nothing is proposed for the standard.
    """
    before = read_agreement(base, slug)
    said, report = judge_stances(before, stances, signature, base.identifiers)
    refuse(report)
    append(base, slug, said)
    log = replace(before.log, endorsements=(*before.log.endorsements, *said))
    return Spoken(tuple(said), replace(before, log=log))
