"""The description of the dataset: its releases, what they hold, on what terms, and where to get them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from threading import Event, Lock
from typing import Final

from api.knowledge import Knowledge
from api.pages.page import render
from ontology.counting import Counts, kept_counts
from ontology.dataset import Dataset, dump_name
from ontology.documents import DOCUMENTS, write_triples
from ontology.errors import CrowdedError, NotFoundError, StoreError
from ontology.facts import property_name
from ontology.formats import Format
from ontology.records import Release, SourceFile
from ontology.shown import open_releases
from standards.publishing import Standing, standings

PATIENCE: Final = 1.0
"""Seconds that a request waits for what is being counted, before it is told to come back."""

NUMBER: Final = re.compile(r"/[0-9]+$")
"""What the name of a graph ends in where its release was imported again."""


@dataclass(frozen=True)
class Shown:
    """A release as the page shows it.

    Parameters
    ----------
    stands
        Where a standard stands, as people say it; empty for anything else.
    dump
        Path of its file.
    kinds
        Its largest classes in words, with how many things each has.
    """

    release: Release
    stands: str
    counts: Counts
    files: tuple[SourceFile, ...]
    dump: str
    kinds: tuple[tuple[str, int], ...]


class DatasetPage:
    """Describes the dataset of a knowledge base that does not change; what is slow to count is counted once.

    Parameters
    ----------
    address
        Returns the path under which a thing is described.
    stopping
        Set when what is being counted will not be asked for any more.
    large
        Held while a release is counted: whoever else needs much memory for a while holds it too.
    """

    def __init__(self, knowledge: Knowledge, address: Callable[[str], str], stopping: Event, large: Lock) -> None:
        self._knowledge = knowledge
        self._address = address
        self._counting, self._stopping, self._large = Lock(), stopping, large
        self.write = lru_cache(len(DOCUMENTS))(self._write)

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """Return the releases that may be taken away, by source and version."""
        return tuple(open_releases(self._knowledge.base))

    @cached_property
    def modified(self) -> datetime | None:
        """Return when anything in the dataset last changed."""
        return self._knowledge.base.moments.last()

    @cached_property
    def moments(self) -> dict[str, datetime]:
        """Return when each release was last written to, by its address."""
        return {release.iri: self._knowledge.base.moments.of(release) for release in self.releases}

    @cached_property
    def files(self) -> frozenset[str]:
        """Return the addresses of the files that releases were read from: the description tells of them."""
        return frozenset(file for release in self.releases for file in release.files)

    def release_at(self, graph: str) -> Release:
        """Return the release with the name of a graph, also with one that it had before it was imported again.

        Raises
        ------
        NotFoundError
            Where no release has it that may be taken away.
        """
        mint = self._knowledge.base.identifiers.graph
        known = {mint(release.source, release.version): release for release in self.releases}
        known |= {release.iri: release for release in self.releases}
        for name in (graph, NUMBER.sub("", graph)):
            if name in known:
                return known[name]
        message = f"there is no graph {graph!r}; /dataset lists those that there are"
        raise NotFoundError(message)

    @property
    def counts(self) -> dict[str, Counts]:
        """Return what each release holds, by its address.

        Raises
        ------
        CrowdedError
            Where that is still being counted.
        """
        return self._counted(PATIENCE)

    def count(self) -> None:
        """Count what each release holds before it is asked for."""
        self._counted()

    def _counted(self, patience: float = -1) -> dict[str, Counts]:
        if not self._counting.acquire(timeout=patience):
            message = "what the releases hold is still being counted"
            raise CrowdedError(message)
        try:
            return self._counts
        finally:
            self._counting.release()

    @cached_property
    def _counts(self) -> dict[str, Counts]:
        return dict(self._each_counted())

    def _each_counted(self) -> Iterator[tuple[str, Counts]]:
        for release in self.releases:
            if self._stopping.is_set():
                message = "the service is stopping"
                raise StoreError(message)
            with self._large:
                counts = kept_counts(self._knowledge.base, release, self._knowledge.counts)
            yield release.iri, counts

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return {one.slug: one for one in standings(self._knowledge.base)}

    def _write(self, form: Format) -> bytes:
        """Return the description in a serialization; it is kept."""
        return write_triples(Dataset(self._knowledge.base, self.counts).triples(), form)

    @cached_property
    def page(self) -> str:
        """Return the description for people."""
        shown = [self._shown(release) for release in self.releases]
        return render(
            "dataset.html",
            shown=shown,
            triples=sum(one.counts.triples for one in shown),
            forms=[(form.media_type, f"/dataset.{form.extension}") for form in DOCUMENTS],
            all_dump=f"/dumps/{dump_name('all')}",
            address=self._address,
        )

    def _shown(self, release: Release) -> Shown:
        counts = self.counts[release.iri]
        kinds = tuple((property_name(one.iri), one.number) for one in counts.classes[:4])
        files = tuple(self._knowledge.base.files(release))
        stands = self._standings[release.source].word(release) if release.stands else ""
        return Shown(release, stands, counts, files, f"/dumps/{dump_name(release.name)}", kinds)
