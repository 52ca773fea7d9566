"""How things are shown: as the newer release names them, else as the older one does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ontology.store import KnowledgeBase
from standards.differences.statements import UNKNOWN, Card, cards
from standards.differences.thing import Thing


@dataclass
class Shown:
    """What is shown of the things of two releases; each is read once.

    Parameters
    ----------
    older, newer
        Graphs of the two.
    """

    base: KnowledgeBase
    older: str
    newer: str
    _then: dict[str, Card] = field(default_factory=dict)
    _now: dict[str, Card] = field(default_factory=dict)

    def read(self, subjects: Iterable[str]) -> None:
        """Read what is to be shown of some things, many at once."""
        missing = {iri for iri in subjects if iri not in self._now and iri not in self._then}
        self._now |= cards(self.base, self.newer, missing)
        self._then |= cards(self.base, self.older, missing)

    def thing(self, iri: str) -> Thing:
        """Return a thing as the newer release shows it; what neither names goes by its address."""
        return (self._now.get(iri) or self._then.get(iri, UNKNOWN)).thing(iri)

    def before(self, iri: str) -> Thing:
        """Return a thing as the older release shows it."""
        return (self._then.get(iri) or self._now.get(iri, UNKNOWN)).thing(iri)

    def names(self, iri: str) -> bool:
        """Return whether any of the two gives a thing a name; ratings and requirements have none."""
        return any(iri in cards and cards[iri].label for cards in (self._now, self._then))

    def kind(self, iri: str) -> str:
        """Return what people call a thing."""
        return self.thing(iri).kind
