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
from threading import RLock
from typing import Final

from ontology.namespaces import CETERMS
from ontology.records import Release
from ontology.shown import shown_releases
from ontology.store import KnowledgeBase
from pathways.cache import snapshot_of
from pathways.occupations.catalog import Occupations
from pathways.occupations.facts import read_codes, read_occupations, read_places
from pathways.occupations.sectors import Sector, find_sector, read_partnerships, sectors_of
from pathways.snapshot import Snapshot
from standards.firm_lists import partnership_address
from standards.sources.own import PARTNERSHIP

NATIONAL: Final = "national"
"""The name of the scope of all ladders but those of partnerships."""

PARTNERSHIPS: Final = "partnerships"
"""The folder of the scopes of partnerships, whatever these are called."""

Addresses = frozenset[str]


class Scopes:
    """The snapshots of a knowledge base: a national one, and for each partnership one in which it has its word.

    Each is loaded or computed when it is first asked for, and once, however many threads ask.

    Parameters
    ----------
    folder
        Where snapshots are kept; ``None`` keeps nothing.
    """

    def __init__(self, base: KnowledgeBase, folder: Path | None = None) -> None:
        self._base = base
        self._folder = folder
        self._made: dict[Addresses, Snapshot] = {}
        self._making = RLock()

    @property
    def base(self) -> KnowledgeBase:
        """Return the knowledge base that all are of."""
        return self._base

    @property
    def national(self) -> Snapshot:
        """Return the snapshot of the national releases; of everything where they describe no occupation."""
        return self._snapshot(NATIONAL, self._national)

    def of(self, partnership: str) -> Snapshot:
        """Return the snapshot in which a partnership, by its slug, has its word, and no other partnership has."""
        return self._snapshot(f"{PARTNERSHIPS}/{partnership}", self._graphs(partnership))

    def __iter__(self) -> Iterator[Snapshot]:
        """Yield the snapshots, each once, the national one first."""
        made = (self.national, *(self.of(release.source) for release in self._partnerships))
        return iter({id(snapshot): snapshot for snapshot in made}.values())

    def prepare(self) -> None:
        """Make every snapshot of which a ladder can be asked, so that it is on disk by then.

        Of a partnership that names no occupations yet there is no ladder.
        """
        _ = self.national
        for partnership in (slug for slug, own in self.named.items() if len(own)):
            self.of(partnership)

    @cached_property
    def sectors(self) -> tuple[Sector, ...]:
        """Return the sectors across which a ladder can be drawn, of every kind; makes no snapshot.

        Members are places in the snapshot of the sector's ladder.
        """
        return tuple(sector for _, sector in self._sectors)

    def of_sector(self, name: str) -> Snapshot:
        """Return the snapshot for the ladder of a sector, by its slug or label.

        Raises
        ------
        NotFoundError
            With the sectors there are.
        """
        found = find_sector(self.sectors, name)
        partnership = next(slug for slug, sector in self._sectors if sector is found)
        return self.of(partnership) if partnership else self.national

    def of_occupations(self, *names: str) -> Snapshot:
        """Return the snapshot for a ladder between occupations: a partnership's where it alone knows all the names."""
        national = self.national.occupations
        unknown = [name for name in names if not national.knows(name)]
        if not unknown:
            return self.national
        naming = (slug for slug, own in self.named.items() if all(own.knows(name) for name in unknown))
        made = (self.of(slug) for slug in naming)
        knowing = (snapshot for snapshot in made if all(snapshot.occupations.knows(name) for name in names))
        return next(knowing, self.national)

    def tidy(self) -> None:
        """Drop from disk what was kept for partnerships that are no longer there; only for who may write."""
        if self._folder:
            _keep_only(self._folder, {NATIONAL, PARTNERSHIPS})
            _keep_only(self._folder / PARTNERSHIPS, {release.source for release in self._partnerships})

    @cached_property
    def _releases(self) -> tuple[Release, ...]:
        """The newest releases, and the versions in force of the standards that are worked on."""
        return tuple(dict.fromkeys((*self._base.current(), *shown_releases(self._base.releases()))))

    @cached_property
    def _partnerships(self) -> list[Release]:
        return [release for release in self._base.current() if release.reader == PARTNERSHIP]

    @cached_property
    def _national(self) -> Addresses:
        """Return the graphs that any ladder is computed from."""
        own = {release.source for release in self._partnerships}
        national = _addresses(r for r in self._releases if r.source not in own and not r.part_of)
        return national if self._describe_occupations(national) else _addresses(self._releases)

    def _describe_occupations(self, graphs: Addresses) -> bool:
        prefix = self._base.identifiers.mint("onet", "")
        query = f'SELECT ?o {{ ?o a <{CETERMS.Occupation}> FILTER(STRSTARTS(STR(?o), "{prefix}")) }} LIMIT 1'
        return bool(graphs) and any(True for _ in self._base.rows(query, graphs))

    @cached_property
    def _sectors(self) -> list[tuple[str, Sector]]:
        """Return the sectors with the partnership in whose ladder they are seen; empty for the national one."""
        own = [(release.source, sector) for release in self._partnerships for sector in self._declared(release.source)]
        named = {sector.slug for _, sector in own}
        part = self._part(self._national)
        others = sectors_of(part, read_codes(part))
        return [*own, *(("", sector) for sector in others if sector.slug not in named)]

    def _declared(self, partnership: str) -> list[Sector]:
        """Return what a partnership declares a sector: its panels."""
        part = self._part(self._graphs(partnership))
        return [sector for sector in read_partnerships(part, read_places(part)) if sector.slug == partnership]

    @cached_property
    def named(self) -> dict[str, Occupations]:
        """Return by the slug of a partnership the occupations that it names itself; makes no snapshot."""
        parts = {release.source: self._part(_addresses([release])) for release in self._partnerships}
        return {slug: read_occupations(part) for slug, part in parts.items()}

    def _graphs(self, partnership: str) -> Addresses:
        """Return the graphs that the ladder of a partnership is computed from."""
        address = partnership_address(self._base, partnership)
        others = {release.source for release in self._partnerships} - {partnership}
        own = (r for r in self._releases if not r.part_of or address in r.part_of)
        return _addresses(r for r in own if r.source not in others)

    def _part(self, graphs: Addresses) -> KnowledgeBase:
        return self._base.part(lambda release: release.iri in graphs)

    def _snapshot(self, name: str, graphs: Addresses) -> Snapshot:
        if graphs in self._made:  # who asks for it need not wait while another one is computed
            return self._made[graphs]
        with self._making:
            if graphs not in self._made:
                scope = NATIONAL if graphs == self._national else name
                self._made[graphs] = snapshot_of(self._part(graphs), self._folder / scope if self._folder else None)
            return self._made[graphs]


def _keep_only(folder: Path, names: set[str]) -> None:
    """Remove the folders in a folder that have other names."""
    kept = list(folder.iterdir()) if folder.is_dir() else []
    for other in [child for child in kept if child.name not in names]:
        shutil.rmtree(other, ignore_errors=True)


def _addresses(releases: Iterable[Release]) -> Addresses:
    return frozenset(release.iri for release in releases)
