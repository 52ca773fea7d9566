"""Proposals: candidates for the statements of a standard, with the voices of the firms that say each."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from ontology.namespaces import SKOS
from ontology.records import Candidate, Iri, Mapping, Record, Support, Voice


@dataclass(frozen=True)
class Proposal:
    """Candidates for a standard.

    Parameters
    ----------
    firms
        Addresses of the firms whose lists were compared, in order.
    candidates
        Those that most firms say first, then by their words.
    voices
        In the order of the candidates, of each by firm.
    mappings
        What a candidate may mean elsewhere, and other candidates that come near it without being joined: these are of
        the same standard, and so ``skos:related``, where a mapping property leads to another.
    """

    firms: tuple[Iri, ...]
    candidates: tuple[Candidate, ...]
    voices: tuple[Voice, ...]
    mappings: tuple[Mapping, ...] = ()

    @classmethod
    def of(cls, candidates: Iterable[Candidate], voices: Iterable[Voice], mappings: Iterable[Mapping] = ()) -> Self:
        """Return a proposal in its order."""
        raised: dict[Iri, list[Voice]] = {}
        for voice in voices:
            raised.setdefault(voice.candidate, []).append(voice)
        ordered = sorted(candidates, key=lambda one: (-firms_of(raised.get(one.iri, ())), one.statement.value, one.iri))
        told = tuple(voice for one in ordered for voice in sorted(raised.get(one.iri, ()), key=_place))
        firms = tuple(sorted({voice.firm for voice in told}))
        return cls(firms, tuple(ordered), told, tuple(sorted(mappings, key=lambda one: one.iri)))

    @cached_property
    def voices_of(self) -> Dictionary[Iri, tuple[Voice, ...]]:
        """The voices by the address of their candidate."""
        found: dict[Iri, list[Voice]] = {candidate.iri: [] for candidate in self.candidates}
        for voice in self.voices:
            found[voice.candidate].append(voice)
        return {candidate: tuple(voices) for candidate, voices in found.items()}

    @cached_property
    def near(self) -> tuple[tuple[Candidate, Candidate, float], ...]:
        """Pairs of candidates that come near one another, the nearest first, each with the likeness, 0 to 1."""
        known = {one.iri: one for one in self.candidates}
        found = [
            (known[one.subject], known[one.object], one.confidence or 0.0)
            for one in self.mappings
            if one.predicate == str(SKOS.related) and one.subject in known and one.object in known
        ]
        return tuple(sorted(found, key=lambda pair: (-pair[2], pair[0].iri, pair[1].iri)))

    @cached_property
    def near_of(self) -> Dictionary[Iri, tuple[tuple[Candidate, float], ...]]:
        """What comes near each candidate, by its address, the nearest first; what nothing comes near is not there."""
        found: dict[Iri, list[tuple[Candidate, float]]] = {}
        for one, other, likeness in self.near:
            found.setdefault(one.iri, []).append((other, likeness))
            found.setdefault(other.iri, []).append((one, likeness))
        return {candidate: tuple(near) for candidate, near in found.items()}

    @property
    def records(self) -> tuple[Record, ...]:
        """All of it."""
        return (*self.candidates, *self.voices, *self.mappings)

    def supported(self, support: Support) -> list[Candidate]:
        """Return the candidates with a degree of support."""
        return [candidate for candidate in self.candidates if candidate.supported is support]


def firms_of(voices: Iterable[Voice]) -> int:
    """Return how many firms raise some voices."""
    return len({voice.firm for voice in voices})


def _place(voice: Voice) -> tuple[str, str, str]:
    return voice.firm, voice.words.value, voice.iri


def support_of(saying: int, firms: int) -> Support:
    """Return the support of what some of the firms say.

    Example
    -------
    >>> [support_of(saying, 4).word for saying in (4, 3, 2, 1, 0)], support_of(1, 1).word
    (['core', 'shared', 'emerging', 'firm-specific', 'unsaid'], 'firm-specific')
    """
    if saying < 2:
        return Support.FIRM_SPECIFIC if saying else Support.UNSAID
    if saying == firms:
        return Support.CORE
    return Support.SHARED if 2 * saying > firms else Support.EMERGING


def with_support(candidate: Candidate, saying: int, firms: int) -> Candidate:
    """Return a candidate with the support that it has where some of the firms say it."""
    return candidate.model_copy(update={"support": Iri(support_of(saying, firms))})
