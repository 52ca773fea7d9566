"""The desk: what plans are made with, read once from a knowledge base and kept; nothing of any person is."""

from __future__ import annotations

from threading import RLock

from ontology.errors import NotFoundError
from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.occupations.requirements import Requirements
from pathways.plans.catalog import Catalog, read_catalog
from pathways.plans.reading import Known
from pathways.snapshot import Snapshot
from standards.frameworks import read_framework
from standards.matching import Entry, Index


class PlanDesk:
    """Makes plans from one snapshot.

    Parameters
    ----------
    base
        The knowledge base that the snapshot is of.
    """

    def __init__(self, base: KnowledgeBase, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._base = base
        self._made: dict[str, tuple[Known, Catalog]] = {}
        self._making = RLock()

    def rating(self, start: int, goal: int) -> Requirements | None:
        """Return the ratings that a plan is made by: the most specific that rate both ends, else the goal."""
        snapshot = self.snapshot
        if both := snapshot.requirements_of(start, goal):
            return both
        of_goal = [rating for rating in snapshot.requirements if rating.rated[goal]]
        return min(of_goal, key=lambda rating: int(rating.rated.sum()), default=None)

    def known(self, rating: Requirements | None) -> tuple[Known, Catalog]:
        """Return what records are held against and what is offered, for some ratings; made once."""
        name = rating.name if rating else ""
        with self._making:
            if name not in self._made:
                self._made[name] = self._make(rating)
            return self._made[name]

    def _make(self, rating: Requirements | None) -> tuple[Known, Catalog]:
        index = Index.of(self._entries(rating)) if rating else None
        catalog = read_catalog(self._base, self.snapshot.occupations, self.snapshot.teaching, index)
        return Known(self.snapshot.occupations, rating, index, catalog.offers), catalog

    def _entries(self, rating: Requirements) -> list[Entry]:
        """Return the competencies of some ratings as concepts that can be found, with all that is said of them."""
        rated = dict(zip(rating.competencies, rating.labels, strict=True))
        try:
            told: dict[str, Entry] = {str(entry.iri): entry for entry in read_framework(self._base, rating.name)}
        except NotFoundError:
            told = {}
        return [told.get(iri) or Entry(iri=Iri(iri), label=label) for iri, label in rated.items()]
