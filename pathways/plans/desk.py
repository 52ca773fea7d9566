"""The desk: what plans are made with, read once from a knowledge base and kept; nothing of any person is."""

from __future__ import annotations

from threading import RLock
from typing import Final

from ontology.namespaces import CEASN, DCTERMS, SKOS
from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.occupations.requirements import Requirements
from pathways.plans.catalog import Catalog, read_catalog
from pathways.plans.known import Known
from pathways.snapshot import Snapshot
from standards.matching import Entry, Index

NAMES: Final = (str(SKOS.altLabel), str(CEASN.competencyText), str(SKOS.prefLabel))
DESCRIPTION: Final = str(DCTERMS.description)
CODE: Final = str(SKOS.notation)
SAID: Final = (*NAMES, DESCRIPTION, CODE)
"""What is said of a competency that helps to find it."""


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
        said: dict[tuple[str, str], list[str]] = {}
        subjects, predicates = (" ".join(f"<{iri}>" for iri in iris) for iris in (rating.competencies, SAID))
        query = f"SELECT DISTINCT ?s ?p ?o {{ VALUES ?s {{ {subjects} }} VALUES ?p {{ {predicates} }} ?s ?p ?o }}"
        graphs = [r.iri for r in self._base.current() if f"{r.source}@{r.version}" == rating.name]
        for subject, predicate, text in sorted(self._base.rows(query, graphs)):
            said.setdefault((subject, predicate), []).append(text)
        return [
            Entry(
                iri=Iri(iri),
                label=label,
                alt_labels=tuple(text for name in NAMES for text in said.get((iri, name), ()) if text != label),
                description=" ".join(said.get((iri, DESCRIPTION), ())[:1]),
                code=next(iter(said.get((iri, CODE), ())), ""),
            )
            for iri, label in zip(rating.competencies, rating.labels, strict=True)
        ]
