"""The particulars of a decision, in words: what it says beside its kind, its statement and what an occupation needs."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.records import Decision, Iri
from standards.agreement.seen import short
from standards.agreement.state import Agreement


def particulars(agreement: Agreement, one: Decision) -> str:
    """Return what a decision says more, for instance ``from Deckhand (Tug Co) to Mate (Tug Co)``; empty where nothing.

    For the partnership alone: it names jobs and words of firms' own lists.
    """
    return "; ".join(_particulars(agreement, one))


def _particulars(agreement: Agreement, one: Decision) -> Iterator[str]:
    if one.moved_from and one.moved_to:
        yield f"from {_place(agreement, one.moved_from)} to {_place(agreement, one.moved_to)}"
    yield from (_voice(agreement, voice) for voice in one.voices)
    if one.label:
        yield f"name {one.label}"
    if one.category:
        yield f"category {one.category}"
    if one.code:
        yield f"code {one.code}"
    if one.undoes:
        yield _undone(agreement, one.undoes)


def _place(agreement: Agreement, place: Iri) -> str:
    """Return what a job is called and at whom, or an occupation; the address of what is there no more."""
    job = agreement.work.job.get(place)
    if job:
        return f"{job.label} ({agreement.parties.name(job.offered_by)})"
    return agreement.occupations.get(place, place)


def _voice(agreement: Agreement, voice: Iri) -> str:
    """Return whose words a decision names; of words that are proposed no more, whose they were."""
    known = agreement.voice.get(voice)
    firm = known.firm if known else agreement.former_voices.get(voice)
    whose = agreement.parties.name(firm) if firm else voice
    return f"{whose}: “{known.words}”" if known else f"words of {whose}"


def _undone(agreement: Agreement, iri: Iri) -> str:
    undone = agreement.log.decided.get(iri)
    what = f"{undone.decided.word} of {undone.at:%Y-%m-%d}" if undone else "a decision"
    return f"takes back {what} ({short(iri.rsplit('/', 1)[-1])})"
