"""Lines: statements that are read once, cleaned, parted and embedded, to be held against several indexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from standards.matching.acronyms import spelled
from standards.matching.compounds import parts
from standards.matching.embedding import Floats, Pieces
from standards.matching.statements import clean
from standards.matching.terms import stem, words

BLOCK: Final = 128
"""Statements that are matched at once."""


@dataclass(frozen=True)
class Spoken:
    """What a block of statements says, whatever index it is held against.

    Parameters
    ----------
    words
        Of each, its acronyms spelled out.
    pieces
        Word pieces of each, in small letters.

    Example
    -------
    >>> spoken = Spoken.of(["Weld pipes, weld tubes"])
    >>> spoken.words, spoken.said, spoken.stems
    ((('weld', 'pipes', 'weld', 'tubes'),), (('weld', 'pipes', 'tubes'),), (('weld', 'pipe', 'weld', 'tube'),))
    """

    words: tuple[tuple[str, ...], ...]
    pieces: Pieces

    @classmethod
    def of(cls, statements: Sequence[str]) -> Self:
        """Return what some statements say."""
        plain = [spelled(statement) for statement in statements]
        return cls(tuple(tuple(words(text)) for text in plain), Pieces.of([text.lower() for text in plain]))

    @cached_property
    def said(self) -> tuple[tuple[str, ...], ...]:
        """Return the words of each, each once."""
        return tuple(tuple(dict.fromkeys(own)) for own in self.words)

    @cached_property
    def stems(self) -> tuple[tuple[str, ...], ...]:
        """Return the words of each without their endings."""
        return tuple(tuple(map(stem, own)) for own in self.words)

    @cached_property
    def meaning(self) -> Floats:
        """Return the embedding of each on all dimensions."""
        return self.pieces.meaning()


class Lines:
    """Statements as `Index.match` reads them, kept to be held against several indexes.

    Parameters
    ----------
    statements
        In someone's own words.

    Example
    -------
    >>> lines = Lines(["Weld pipes and read prints", "Paint"])
    >>> lines.several
    (('Weld pipes and read prints', 'Weld pipes', 'read prints'), ('Paint',))
    """

    def __init__(self, statements: Sequence[str]) -> None:
        self.several = tuple(map(_several, statements))

    @property
    def blocks(self) -> list[list[str]]:
        """Return the statements and their parts, as many together as are matched at once."""
        texts = [text for texts in self.several for text in texts]
        return [texts[at : at + BLOCK] for at in range(0, len(texts), BLOCK)]

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """Return what each block says."""
        return tuple(map(Spoken.of, self.blocks))


def _several(statement: str) -> tuple[str, ...]:
    """Return a cleaned statement and, where it says several things, its parts."""
    whole = clean(statement)
    found = parts(statement)
    return (whole, *found) if len(found) > 1 else (whole,)
