"""The description of the dataset: its releases, what they hold, on what terms, and where to get them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from threading import Lock

from api.knowledge import Knowledge
from api.pages.page import render
from ontology.counting import Counts, kept_counts
from ontology.dataset import Dataset, dump_name
from ontology.documents import DOCUMENTS, write_triples
from ontology.facts import property_name
from ontology.formats import Format
from ontology.records import Release, SourceFile
from ontology.shown import open_releases
from standards.publishing import Standing, standings


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
    """Describes the dataset of a knowledge base that does not change; what is slow to count is counted once."""

    def __init__(self, knowledge: Knowledge, address: Callable[[str], str]) -> None:
        self._knowledge = knowledge
        self._address = address
        self._counting = Lock()
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

    @property
    def counts(self) -> dict[str, Counts]:
        """Return what each release holds, by its address."""
        with self._counting:
            return self._counts

    @cached_property
    def _counts(self) -> dict[str, Counts]:
        base, folder = self._knowledge.base, self._knowledge.counts
        return {release.iri: kept_counts(base, release, folder) for release in self.releases}

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
