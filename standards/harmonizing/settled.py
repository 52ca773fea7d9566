"""Settled: what was decided, said and published of a proposal, from which the next one begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ontology.records import Candidate, Iri, Voice
from standards.harmonizing.proposal import Proposal, firms_of, with_support


@dataclass(frozen=True)
class Settled:
    """What has become of the candidates of a proposal.

    Parameters
    ----------
    places
        The statement that each voice is in by now, by its address.
    made
        The statements that were split off others, as candidates.
    merged
        Candidates that went into others, with the one that each is in by now.
    held
        What was decided on, spoken of or published: it stays, also where nobody says it any more.
    """

    places: Mapping[Iri, Iri] = field(default_factory=dict)
    made: tuple[Candidate, ...] = ()
    merged: Mapping[Iri, Iri] = field(default_factory=dict)
    held: frozenset[Iri] = frozenset()

    def begun(self, former: Proposal) -> Proposal:
        """Return a proposal as decisions have left it: what is said anew joins the voices where they are now."""
        known = {one.iri for one in former.candidates}
        made = [one for one in self.made if one.iri not in known]
        there = [one for one in former.candidates if one.iri not in self.merged]
        return Proposal.of([*there, *made], self._placed(former), former.mappings)

    def ended(self, former: Proposal, made: Proposal) -> Proposal:
        """Return what was made of `begun` as it is stored: replayed decisions move the voices of before anew."""
        before = {voice.iri: voice.candidate for voice in former.voices}
        voices = [
            voice.model_copy(update={"candidate": before.get(voice.iri, voice.candidate)}) for voice in made.voices
        ]
        return Proposal.of([*made.candidates, *self._kept(former, voices, len(made.firms))], voices, made.mappings)

    def _kept(self, former: Proposal, voices: Sequence[Voice], firms: int) -> Iterator[Candidate]:
        """Yield the candidates that went into others, with the support that they have by now."""
        for one in former.candidates:
            if one.iri in self.merged:
                yield with_support(one, firms_of(voice for voice in voices if voice.candidate == one.iri), firms)

    def _placed(self, former: Proposal) -> Iterator[Voice]:
        for voice in former.voices:
            place = self.merged.get(voice.candidate, voice.candidate)
            yield voice.model_copy(update={"candidate": self.places.get(voice.iri, place)})


NOTHING_SETTLED = Settled()
