"""Whose word counts for which ladder.

A partnership rates occupations by a standard of its own, names them as its firms do, and asks for what its state asks.
That holds for the ladder of its own sector and for no other: every other ladder is computed from the national releases
alone. Where none of those describes occupations, what partnerships say is all there is.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from ontology.errors import NotFoundError
from ontology.namespaces import CETERMS
from ontology.part import Part
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.cache import snapshot_of
from pathways.sectors import Sector, find_sector
from pathways.snapshot import Snapshot

PARTNERSHIP: Final = "partnership"
"""The reader of what a partnership says."""

NATIONAL: Final = "national"
"""The name of the scope of all ladders but those of partnerships."""

Addresses = frozenset[str]


class Scopes:
    """The snapshots of a knowledge base: a national one, and for each partnership one in which it has its word.

    Parameters
    ----------
    folder
        Where snapshots are kept; ``None`` keeps nothing.
    """

    def __init__(self, base: KnowledgeBase, folder: Path | None = None) -> None:
        self._base = base
        self._folder = folder
        self._made: dict[Addresses, Snapshot] = {}

    @property
    def national(self) -> Snapshot:
        """Return the snapshot of the national releases; of everything where they describe no occupation."""
        return self._snapshot(NATIONAL, self._national)

    def of(self, partnership: str) -> Snapshot:
        """Return the snapshot in which a partnership, by its slug, has its word, and no other partnership has."""
        others = {release.iri for release in self._partnerships if release.source != partnership}
        return self._snapshot(partnership, _addresses(self._releases) - others)

    def __iter__(self) -> Iterator[Snapshot]:
        """Yield the snapshots, each once, the national one first."""
        made = (self.national, *(self.of(release.source) for release in self._partnerships))
        return iter({id(snapshot): snapshot for snapshot in made}.values())

    @cached_property
    def sectors(self) -> tuple[Sector, ...]:
        """Return the sectors across which a ladder can be drawn: partnerships and career clusters."""
        return tuple(sector for _, sector in self._sectors)

    def of_sector(self, name: str) -> Snapshot:
        """Return the snapshot for the ladder of a sector, by its slug or label.

        Raises
        ------
        NotFoundError
            With the sectors there are.
        """
        found = find_sector(self.sectors, name)
        return next(snapshot for snapshot, sector in self._sectors if sector is found)

    def of_occupations(self, *names: str) -> Snapshot:
        """Return the snapshot for a ladder between occupations: a partnership's where it alone knows all the names."""
        return next((snapshot for snapshot in self if all(_knows(snapshot, name) for name in names)), self.national)

    def tidy(self) -> None:
        """Drop from disk what was kept for partnerships that are no longer there; only for who may write."""
        names = {NATIONAL, *(release.source for release in self._partnerships)}
        kept = self._folder.iterdir() if self._folder and self._folder.is_dir() else ()
        for folder in [folder for folder in kept if folder.name not in names]:
            shutil.rmtree(folder, ignore_errors=True)

    @cached_property
    def _releases(self) -> list[Release]:
        return self._base.current()

    @cached_property
    def _partnerships(self) -> list[Release]:
        return [release for release in self._releases if release.reader == PARTNERSHIP]

    @cached_property
    def _national(self) -> Addresses:
        """Return the graphs that any ladder is computed from."""
        national = _addresses(self._releases) - _addresses(self._partnerships)
        return national if self._describe_occupations(national) else _addresses(self._releases)

    def _describe_occupations(self, graphs: Addresses) -> bool:
        prefix = self._base.identifiers.mint("onet", "")
        query = f'SELECT ?o {{ ?o a <{CETERMS.Occupation}> FILTER(STRSTARTS(STR(?o), "{prefix}")) }} LIMIT 1'
        return bool(graphs) and any(True for _ in self._base.rows(query, graphs))

    @cached_property
    def _sectors(self) -> list[tuple[Snapshot, Sector]]:
        """Return the sectors with their snapshots: clusters as the nation has them, partnerships as they see it."""
        own = [(self.of(release.source), release.source) for release in self._partnerships]
        declared = [(snapshot, sector) for snapshot, slug in own for sector in snapshot.sectors if sector.slug == slug]
        named = {sector.slug for _, sector in declared}
        return [*declared, *((self.national, s) for s in self.national.sectors if s.slug not in named)]

    def _snapshot(self, name: str, graphs: Addresses) -> Snapshot:
        if graphs not in self._made:
            part = Part(self._base, lambda release: release.iri in graphs)
            scope = NATIONAL if graphs == self._national else name
            self._made[graphs] = snapshot_of(part, self._folder / scope if self._folder else None)
        return self._made[graphs]


def _addresses(releases: Iterable[Release]) -> Addresses:
    return frozenset(release.iri for release in releases)


def _knows(snapshot: Snapshot, name: str) -> bool:
    try:
        snapshot.find(name)
    except NotFoundError:
        return False
    return True
