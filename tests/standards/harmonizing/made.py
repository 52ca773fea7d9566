"""Lists made of a few words, as firms might have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ontology.identifiers import Identifiers
from ontology.records import Iri
from standards.harmonizing import FirmList, Proposal, Proposing, Saying, Standing, said
from standards.sources.publication import new_release

IDENTIFIERS = Identifiers()
NOWHERE = new_release(IDENTIFIERS, "made", "1", "Made for a test")


def a_list(firm: str, statements: Sequence[str], language: str = "en") -> FirmList:
    """Return the list of a firm, a statement an address."""
    address = Iri(IDENTIFIERS.mint("organization", firm))
    sayings = tuple(
        Saying(address, Iri(IDENTIFIERS.mint(firm, "skill", str(number))), words, language=language)
        for number, statement in enumerate(statements)
        for words in said(statement)
    )
    return FirmList(firm, address, firm, NOWHERE, sayings)


def lists(statements: Mapping[str, Sequence[str]]) -> list[FirmList]:
    """Return the lists of some firms."""
    return [a_list(firm, own) for firm, own in statements.items()]


def propose(found: Sequence[FirmList], former: Proposal | None = None, standing: Standing | None = None) -> Proposal:
    """Return what is proposed of some lists."""
    own = standing or Standing(IDENTIFIERS, "harbor")
    return Proposing(IDENTIFIERS, own, found, former or Proposal.of((), ())).propose()


def together(proposal: Proposal) -> list[set[str]]:
    """Return the words that each candidate stands for, of those that several voices raise."""
    return [{v.words.value for v in voices} for voices in proposal.voices_of.values() if len(voices) > 1]


def firms_of(proposal: Proposal, words: str) -> set[str]:
    """Return the firms that raise the candidate which some words say."""
    candidate = next(voice.candidate for voice in proposal.voices if voice.words.value == words)
    return {voice.firm.rpartition("/")[2] for voice in proposal.voices_of[candidate]}
