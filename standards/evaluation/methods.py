"""Methods of linking: each is made of the concepts of a framework and then ranks them for texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from standards.matching import Entry, Index

OWN: Final = "Ladderworks"
"""The name of the engine among the methods."""


@dataclass(frozen=True)
class Ranked:
    """What a method finds for one text.

    Parameters
    ----------
    concepts
        Addresses, best first, none twice.
    confidences
        The probability of each, 0 to 1; empty where the method says none.
    """

    concepts: tuple[str, ...]
    confidences: tuple[float, ...] = ()


class Method(Protocol):
    """Something that finds concepts for texts."""

    def rank(self, texts: Sequence[str], top: int) -> list[Ranked]:
        """Return the concepts for each text, at most some."""


Maker = Callable[[Sequence[Entry]], Method]
"""Makes a method ready for a framework: reads its model, indexes the concepts."""


class Engine:
    """The project's own matching, as `standards.matching` has it.

    Parameters
    ----------
    index
        Of these entries, where it is made already.
    """

    def __init__(self, entries: Sequence[Entry], index: Index | None = None) -> None:
        self.index = Index.of(entries) if index is None else index

    def rank(self, texts: Sequence[str], top: int) -> list[Ranked]:
        """Return the suggestions for each text."""
        return [
            Ranked(tuple(str(s.iri) for s in found), tuple(s.confidence for s in found))
            for found in self.index.match(texts, top)
        ]
