"""Proposing: from firms' lists to candidates, on top of a proposal that was made before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ontology.identifiers import Identifiers
from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Candidate, Iri, Mapping, Text, Voice
from standards.frameworks import FRAMEWORK
from standards.harmonizing.centers import centers
from standards.harmonizing.grouping import Groups
from standards.harmonizing.imperative import in_third_person
from standards.harmonizing.judge import JUDGE, WEIGHTS
from standards.harmonizing.likeness import Likeness, chance
from standards.harmonizing.lists import FirmList
from standards.harmonizing.minting import minted
from standards.harmonizing.nearby import nearby
from standards.harmonizing.neighbors import neighbors
from standards.harmonizing.proposal import Proposal, firms_of, support_of, with_support
from standards.harmonizing.saying import Saying, plain
from standards.harmonizing.standing import Standing
from standards.harmonizing.sureness import Sureness
from standards.harmonizing.texts import Integers, Texts
from standards.harmonizing.wording import common_category, worded

NOTHING = Proposal.of((), ())


@dataclass(frozen=True)
class Proposing:
    """Makes a proposal of lists; the same of the same lists, in whatever order they come.

    Parameters
    ----------
    standing
        The standard that it is for, and what it has already: a candidate stands for each of its competencies.
    former
        What was proposed, or agreed, before: its candidates stay, and what firms still say stays where it is. What is
        new joins them or one another.
    held
        Candidates of before that stay where nobody says them any more: what was decided on or published.
    """

    identifiers: Identifiers
    standing: Standing
    lists: Sequence[FirmList]
    former: Proposal = field(default=NOTHING)
    held: AbstractSet[Iri] = frozenset()

    def propose(self) -> Proposal:
        """Return the proposal."""
        found = [*self._extended(), *self._new()]
        of = len({one.firm for one in self.lists})
        candidates = [with_support(candidate, firms_of(voices), of) for candidate, voices in found]
        near = self._near([candidate.iri for candidate in candidates])
        return Proposal.of(candidates, (voice for _, voices in found for voice in voices), near)

    @cached_property
    def _sayings(self) -> list[Saying]:
        return sorted((saying for one in self.lists for saying in one.sayings), key=lambda saying: saying.key)

    @cached_property
    def _kept(self) -> dict[Iri, list[Voice]]:
        """The voices of each candidate of before that firms still raise."""
        still = {(saying.statement, saying.words) for saying in self._sayings}
        return {
            candidate: [voice for voice in voices if (voice.own_statement, voice.words.value) in still]
            for candidate, voices in self.former.voices_of.items()
        }

    @cached_property
    def _held(self) -> dict[Candidate, list[Voice]]:
        """What is there before anything new is grouped: candidates of before, and those of the standard.

        A candidate of before whose voices are gone goes with them, unless the standard has it or it is held.
        """
        of_standard = {candidate.stands_for: candidate for candidate in self.former.candidates if candidate.stands_for}
        standing = {iri: of_standard.get(iri, one) for iri, one in self.standing.candidates.items()}
        held = {one: list(self._kept.get(one.iri, ())) for one in (*standing.values(), *self.former.candidates)}
        for saying, (competency, sure) in self._covered.items():
            held[standing[competency]].append(self._voice(standing[competency].iri, saying, sure))
        staying = (one for one in held.items() if one[1] or one[0].stands_for or one[0].iri in self.held)
        return dict(staying)

    @cached_property
    def _unplaced(self) -> list[Saying]:
        """What was not there before."""
        before = {(voice.own_statement, voice.words.value) for voices in self._kept.values() for voice in voices}
        return [saying for saying in self._sayings if (saying.statement, saying.words) not in before]

    @cached_property
    def _covered(self) -> dict[Saying, tuple[Iri, float]]:
        return self.standing.covering(self._unplaced)

    @cached_property
    def _fresh(self) -> dict[tuple[str, str], list[Saying]]:
        """What was not there before and the standard does not have, by its plain words."""
        found: dict[tuple[str, str], list[Saying]] = {}
        for saying in self._unplaced:
            if saying not in self._covered:
                found.setdefault(_plain_words(saying), []).append(saying)
        return found

    @cached_property
    def _places(self) -> dict[tuple[str, str], int]:
        """The place of each text, by its plain words."""
        held = (_key(voice.words) for voices in self._held.values() for voice in voices)
        return {words: place for place, words in enumerate(sorted({*held, *self._fresh}))}

    @cached_property
    def _likeness(self) -> Likeness:
        said = {_key(voice.words): voice.words for voices in self._held.values() for voice in voices}
        said |= {words: _text(sayings[0]) for words, sayings in self._fresh.items()}
        own = [said[words] for words in self._places]
        return Likeness(Texts.of([text.value for text in own], [text.language for text in own]), JUDGE)

    @cached_property
    def _fixed(self) -> list[list[int]]:
        """The texts of each candidate of before; what two of them have, by a split, leads new words to the first."""
        seen: set[int] = set()
        found = []
        for voices in self._held.values():
            own = sorted({self._places[_key(voice.words)] for voice in voices} - seen)
            seen.update(own)
            found.append(own)
        return found

    @cached_property
    def _said_by(self) -> list[set[Iri]]:
        """Which firms say each text."""
        said_by: list[set[Iri]] = [set() for _ in self._places]
        for words, sayings in self._fresh.items():
            said_by[self._places[words]].update(saying.firm for saying in sayings)
        for voices in self._held.values():
            for voice in voices:
                said_by[self._places[_key(voice.words)]].add(voice.firm)
        return said_by

    @cached_property
    def _sureness(self) -> Sureness:
        return Sureness(self._likeness, self._said_by, neighbors(self._likeness.texts), WEIGHTS)

    @cached_property
    def _groups(self) -> list[list[int]]:
        """The groups of texts that say the same: first those of the candidates of before."""
        groups = Groups(self._sureness, self._fixed)
        groups.join()
        return groups.found

    @cached_property
    def _centers(self) -> Integers:
        """For each text the one that says best what its group says."""
        groups = [group for group in self._groups if group]
        found = np.zeros(len(self._places), dtype=np.int64)
        for group, center in zip(groups, centers(self._likeness, groups, self._said_by), strict=True):
            found[group] = center
        return found

    @cached_property
    def _sure(self) -> list[float]:
        """How sure it is of each text that it says what the center of its group says."""
        texts = np.arange(len(self._places))
        sure: list[float] = np.where(texts == self._centers, 1, self._sureness.of(texts, self._centers)).tolist()
        return sure

    @cached_property
    def _words(self) -> list[tuple[str, str]]:
        """The plain words of each text."""
        return [*self._places]

    def _new_sayings(self, group: Iterable[int]) -> list[Saying]:
        return [saying for text in group for saying in self._fresh.get(self._words[text], ())]

    def _extended(self) -> Iterator[tuple[Candidate, list[Voice]]]:
        """Yield the candidates of before and of the standard, with what now says them too."""
        for (candidate, voices), group in zip(self._held.items(), self._groups, strict=False):
            yield candidate, [*voices, *self._voices(candidate.iri, self._new_sayings(group))]

    def _new(self) -> Iterator[tuple[Candidate, list[Voice]]]:
        """Yield what says nothing that was proposed before, as candidates."""
        for group in self._groups[len(self._held) :]:
            sayings = sorted(self._new_sayings(group), key=lambda saying: saying.key)
            center = self._centers[group[0]]
            chosen = next(one for one in sayings if self._place(one) == center)
            candidate = self._candidate(chosen, sayings)
            yield candidate, self._voices(candidate.iri, sayings)

    def _near(self, candidates: Sequence[Iri]) -> Iterator[Mapping]:
        """Yield which candidates come near one another, given their addresses in the order of the groups."""
        alike = chance(self._sureness.odds)
        for one, other, likeness in nearby(alike, self._sureness.neighbors, self._groups):
            subject, target = sorted((candidates[one], candidates[other]))
            yield Mapping(
                iri=self._mint("near", subject, target),
                subject=subject,
                predicate=Iri(SKOS.related),
                object=target,
                justification=Iri(SEMAPV.SemanticSimilarityThresholdMatching),
                confidence=round(likeness, 3),
            )

    def _mint(self, kind: str, *told_by: str) -> Iri:
        return minted(self.identifiers, self.standing.standard, kind, *told_by)

    @cached_property
    def _in_third(self) -> set[Iri]:
        """The firms that write in the third person."""
        return {one.firm for one in self.lists if in_third_person(saying.words for saying in one.sayings)}

    def _candidate(self, chosen: Saying, sayings: Sequence[Saying]) -> Candidate:
        """Return a candidate in the words of one of those that say it, in the voice of a standard."""
        category = common_category(sayings)
        words = worded(chosen.words, chosen.language, in_third=chosen.firm in self._in_third)
        return Candidate(
            iri=self._mint("candidate", chosen.statement, chosen.words),
            statement=Text(value=words, language=chosen.language),
            proposed_for=Iri(self.identifiers.mint(FRAMEWORK, self.standing.standard)),
            support=Iri(support_of(1, 1)),
            category=Text(value=category) if category else None,
            worded_as=chosen.statement,
        )

    def _voices(self, candidate: Iri, sayings: Iterable[Saying]) -> list[Voice]:
        """Return the voices of what newly says a candidate, each as sure as it says what its central text says."""
        return [self._voice(candidate, saying, self._sure[self._place(saying)]) for saying in sayings]

    def _place(self, saying: Saying) -> int:
        return self._places[_plain_words(saying)]

    @cached_property
    def _taken(self) -> set[Iri]:
        """Addresses of voices of before: one whose words were mended keeps that which the old words gave it."""
        return {voice.iri for voices in self._kept.values() for voice in voices}

    def _voice(self, candidate: Iri, saying: Saying, sure: float) -> Voice:
        own = (saying.statement, saying.words)
        iri = self._mint("voice", *own)
        return Voice(
            iri=self._mint("voice", "again", *own) if iri in self._taken else iri,
            candidate=candidate,
            firm=saying.firm,
            own_statement=saying.statement,
            words=_text(saying),
            confidence=round(sure, 3),
        )


def _key(words: Text) -> tuple[str, str]:
    """Return what is the same for texts that differ in capitals and punctuation alone, and are in one language."""
    return plain(words.value), words.language


def _plain_words(saying: Saying) -> tuple[str, str]:
    """Return the same of a saying."""
    words, *_ = saying.key
    return words, saying.language


def _text(saying: Saying) -> Text:
    return Text(value=saying.words, language=saying.language)
