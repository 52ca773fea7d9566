"""A statement under agreement: a candidate of the proposal, as all that was decided of it leaves it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from ontology.records import Iri, Text


class Outcome(StrEnum):
    """What was decided of a statement."""

    OPEN = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MERGED = "merged"


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
    """

    occupation: Iri
    level: float | None = None
    importance: float | None = None
    relation: Iri | None = None


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
        In the order of their addresses.
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
        said = [_text(one) for one in (self.wording, self.label, self.category)]
        needs = [[one.occupation, one.level, one.importance, one.relation] for one in self.needs]
        moves = [[one.moved_from, one.moved_to] for one in self.moves]
        return digest([said, self.code, self.outcome, self.into, sorted(self.voices), needs, moves])


def digest(value: object) -> str:
    """Return the SHA-256 digest, in hexadecimal, of a value that JSON can hold.

    Example
    -------
    >>> digest(["Lock out", "en"])[:12]
    '980a723babdd'
    """
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()


def wording_digest(wording: Text) -> str:
    """Return the digest of a wording, by which a position knows what it was shown."""
    return digest(_text(wording))


def _text(text: Text | None) -> list[str] | None:
    return None if text is None else [text.value, text.language]
