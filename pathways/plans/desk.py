"""The desk: what plans are made with, read once from a knowledge base and kept; nothing of any person is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Final

from ontology.namespaces import CEASN, DCTERMS, SKOS
from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.occupations.requirements import Requirements
from pathways.occupations.wages import find_region
from pathways.plans.catalog import Catalog, read_catalog
from pathways.plans.known import Known
from pathways.plans.work import JobWork, Work, read_job_work
from pathways.records.step import Reference
from pathways.snapshot import Snapshot
from standards.indexes import activity_index
from standards.matching import Entry, Index

NAMES: Final = (str(SKOS.altLabel), str(CEASN.competencyText), str(SKOS.prefLabel))
DESCRIPTION: Final = str(DCTERMS.description)
CODE: Final = str(SKOS.notation)
SAID: Final = (*NAMES, DESCRIPTION, CODE)
"""What is said of a competency that helps to find it."""

WAYS: Final = 64
"""Ways whose tasks and tools are kept; those of one take about a third of a second to index, and some 2 MB."""


class PlanDesk:
    """Makes plans from one snapshot.

    Parameters
    ----------
    base
        The knowledge base that the snapshot is of.
    folder
        Where the index of work is kept; ``None`` keeps nothing.
    """

    def __init__(self, base: KnowledgeBase, snapshot: Snapshot, folder: Path | None = None) -> None:
        self.snapshot = snapshot
        self._folder = folder
        self._base = base
        self._made: dict[str, tuple[Known, Catalog]] = {}
        self._works: OrderedDict[tuple[str, ...], JobWork] = OrderedDict()
        self._making = RLock()

    def rating(self, start: int, goal: int) -> Requirements | None:
        """Return the ratings that a plan is made by: the most specific that rate both ends, else the goal or the start.

        Where nothing rates the goal, the rungs before it are rated all the same.
        """
        snapshot = self.snapshot
        if both := snapshot.requirements_of(start, goal):
            return both
        rated = ([rating for rating in snapshot.requirements if rating.rated[end]] for end in (goal, start))
        return min(next(filter(None, rated), []), key=lambda rating: int(rating.rated.sum()), default=None)

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
        nation = find_region(self.snapshot.regions, "")
        employed = nation.employment if nation else None
        return Known(self.snapshot.occupations, rating, index, catalog.offers, employed), catalog

    def work(self, places: Sequence[int]) -> Work | None:
        """Return what lines of a record are held against besides; ``None`` where nothing says of what work consists.

        Parameters
        ----------
        places
            Of the occupations whose tasks and tools are looked at, the first one first.
        """
        with self._making:
            index = self._activities
            if index is None:
                return None
            occupations = [self.snapshot.occupations[place] for place in dict.fromkeys(places)]
            names = {str(one.iri): Reference(iri=one.iri, label=one.label) for one in occupations}
            return Work(index, self._job_work(tuple(names)), names)

    def _job_work(self, occupations: tuple[str, ...]) -> JobWork:
        """Return what some occupations do and work with; of the ways that were asked of last it is kept."""
        if occupations not in self._works:
            self._works[occupations] = read_job_work(self._base, occupations)
        self._works.move_to_end(occupations)
        while len(self._works) > WAYS:
            self._works.popitem(last=False)
        return self._works[occupations]

    @cached_property
    def _activities(self) -> Index | None:
        return activity_index(self._base, self._folder)

    def _entries(self, rating: Requirements) -> list[Entry]:
        """Return the competencies of some ratings as concepts that can be found, with all that is said of them."""
        said: dict[tuple[str, str], list[str]] = {}
        subjects = " ".join(f"<{iri}>" for iri in rating.competencies)
        graphs = [self._base.release(rating.name).iri]
        for predicate in SAID:  # one by one: where both are lists, the whole graph is looked through
            query = f"SELECT DISTINCT ?s ?o {{ VALUES ?s {{ {subjects} }} ?s <{predicate}> ?o }}"
            for subject, text in sorted(self._base.rows(query, graphs)):
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
