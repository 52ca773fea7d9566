"""Settling: what an agreement has made of a proposal, for the next one to begin from."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.records import Candidate, Iri
from ontology.store import KnowledgeBase
from standards.agreement.reading import read_agreement
from standards.agreement.state import Agreement
from standards.agreement.statement import Outcome
from standards.harmonizing import stored_proposal
from standards.harmonizing.settled import NOTHING_SETTLED, Settled


def settled(base: KnowledgeBase, slug: str) -> Settled:
    """Return what was decided, said and published of what is proposed for a standard; nothing where nothing is."""
    if stored_proposal(base, slug) is None:
        return NOTHING_SETTLED
    agreement = read_agreement(base, slug)
    statements = agreement.statements.values()
    return Settled(
        places={voice: one.iri for one in statements for voice in one.voices},
        made=tuple(_made(agreement)),
        merged=dict(_merged(agreement)),
        held=frozenset(_held(agreement)),
    )


def _merged(agreement: Agreement) -> Iterator[tuple[Iri, Iri]]:
    """Yield the statements that were merged, each with the one that it is in by now."""
    for one in agreement.statements.values():
        if one.outcome is Outcome.MERGED:
            last = one
            while last.into and last.outcome is Outcome.MERGED:
                last = agreement.statements[last.into]
            yield one.iri, last.iri


def _made(agreement: Agreement) -> Iterator[Candidate]:
    """Yield the statements that were split off others, as candidates."""
    for one in agreement.statements.values():
        if one.split_from:
            yield Candidate(
                iri=one.iri,
                statement=one.proposed,
                proposed_for=agreement.standard,
                support=Iri(agreement.support(one)),
                category=one.category,
            )


def _held(agreement: Agreement) -> Iterator[Iri]:
    """Yield what the log names, and what a version has that was published."""
    for decision in agreement.log.decisions:
        yield from filter(None, (decision.candidate, decision.into))
    yield from (one.subject for one in agreement.log.endorsements)
    yield from agreement.published_as
