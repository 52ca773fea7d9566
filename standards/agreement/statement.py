"""A statement under agreement: a candidate of the proposal, as all that was decided of it leaves it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from enum import StrEnum

from ontology.records import Iri, Text


class Outcome(StrEnum):
    """What was decided of a statement."""

    OPEN = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MERGED = "merged"

    @property
    def closed(self) -> bool:
        """Whether it is not to be in the standard by itself."""
        return self in (Outcome.REJECTED, Outcome.MERGED)


@dataclass(frozen=True)
class Need:
    """What an occupation needs of a statement, as somebody decided.

    Parameters
    ----------
    level
        0 to 7.
    importance
        1 to 5.
    relation
        A `RequirementType`.
    needed
        False where it was decided that the occupation does not need it.
    """

    occupation: Iri
    level: float | None = None
    importance: float | None = None
    relation: Iri | None = None
    needed: bool = True

    def over(self, before: Need | None) -> Need:
        """Return it with what was said before where it says nothing.

        Example
        -------
        >>> job = Iri("http://x/a")
        >>> Need(job, level=6).over(Need(job, level=4, importance=3)) == Need(job, level=6, importance=3)
        True
        >>> Need(job, needed=False).over(Need(job, level=4)).level is None
        True
        """
        if before is None or not (self.needed and before.needed):
            return self
        return Need(
            self.occupation,
            before.level if self.level is None else self.level,
            before.importance if self.importance is None else self.importance,
            self.relation or before.relation,
        )


@dataclass(frozen=True)
class JobMove:
    """That a statement is asked for in another occupation, or in another job of a firm, than before."""

    moved_from: Iri
    moved_to: Iri


@dataclass(frozen=True)
class Statement:
    """A candidate as it stands.

    Parameters
    ----------
    proposed
        The wording that it was put forward with.
    wording
        The one that it has now.
    voices
        Addresses of the firms' voices in it.
    stands_for
        The competency that the standard has for it already.
    into
        The statement that it was merged into.
    split_from
        The statement that its voices came from.
    needs
        By occupation.
    moves
        In the order of their addresses; from each occupation or job one at most.
    """

    iri: Iri
    proposed: Text
    wording: Text
    voices: frozenset[Iri] = frozenset()
    label: Text | None = None
    category: Text | None = None
    code: str | None = None
    stands_for: Iri | None = None
    outcome: Outcome = Outcome.OPEN
    into: Iri | None = None
    split_from: Iri | None = None
    needs: tuple[Need, ...] = ()
    moves: tuple[JobMove, ...] = ()

    @property
    def needed(self) -> dict[Iri, Need]:
        """What was decided that occupations need of it, by the occupation."""
        return {one.occupation: one for one in self.needs}

    @property
    def moved(self) -> dict[Iri, JobMove]:
        """Where it moves to, by where from."""
        return {one.moved_from: one for one in self.moves}

    @property
    def called(self) -> list[list[str] | None]:
        """Its wording, label and category, as a digest takes them."""
        return [_text(one) for one in (self.wording, self.label, self.category)]

    @property
    def reworded(self) -> bool:
        """Whether it reads otherwise than it was proposed."""
        return self.wording != self.proposed

    @property
    def seen(self) -> str:
        """Digest of its wording: a position on it holds as long as this stays the same."""
        return wording_digest(self.wording)

    @property
    def revision(self) -> str:
        """Digest of all that counts of it: a decision on it rests on what the person saw."""
        needs = [[one.occupation, one.level, one.importance, one.relation] for one in self.needs]
        moves = [[one.moved_from, one.moved_to] for one in self.moves]
        return digest([self.called, self.code, self.outcome, self.into, sorted(self.voices), needs, moves])


def digest(value: object) -> str:
    """Return the SHA-256 digest, in hexadecimal, of a value that JSON can hold.

    Example
    -------
    >>> digest(["Lock out", "en"])[:12]
    '980a723babdd'
    """
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in any case of letters.

    Example
    -------
    >>> sorted(words_of("Read charts, read TIDES"))
    ['charts', 'read', 'tides']
    """
    return frozenset(re.findall(r"\w+", text.casefold()))


def wording_digest(wording: Text) -> str:
    """Return the digest of a wording, by which a position knows what it was shown."""
    return digest(_text(wording))


def _text(text: Text | None) -> list[str] | None:
    return None if text is None else [text.value, text.language]
