"""What all requests share: the knowledge, its search, and ladders that were drawn before."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractContextManager, suppress
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Annotated

from fastapi import Depends, Request

from api.agreements.public import PublicAgreements
from api.example import example_folder
from api.http.drawings import Drawings
from api.ims.provider import Provider
from api.knowledge import Knowledge
from api.linked.dataset import DatasetPage
from api.linked.documents import Documents
from api.linked.page import write_page
from api.queries.ladders import LadderQuery
from api.queries.plans import Desks
from api.searching.search import NameSearch
from api.searching.things import Named
from ontology.descriptions import Description
from ontology.endpoint import Bounds, Endpoint
from ontology.errors import StoreError
from ontology.shown import KEPT_BACK
from pathways.formats import ladder_format
from pathways.ladders.rungs import rung
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.together import published
from pathways.occupations.wages import find_region
from pathways.records.ladder import Ladder, Rung
from pathways.revisions import Revision, published_revision
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot
from standards.citations.shelf import Shelf

REMEMBERED = 64
"""Ladders that are kept; none has more than some dozens of rungs."""

REVISED = 16
"""Revisions of standards that are kept."""

DRAWN = 64 * 1024 * 1024
"""Bytes of drawings that are kept."""

PAY_ALONE = {"description": "", "education": "", "schooling": (), "license": "", "some_license": ""}
"""What of a rung is not told where it is made of what is not shown."""

PATIENCE = 1.0
"""Seconds that a request waits for a service that is starting, before it is told to come back."""

WAIT = 5
"""Seconds after which to come back."""


class StartingError(StoreError):
    """The service is still computing what its answers are made of.

    Parameters
    ----------
    wait
        Seconds after which to ask again.
    """

    def __init__(self, wait: int = WAIT) -> None:
        super().__init__("the service has just started and is still computing its ladders")
        self.wait = wait


class Service:
    """The knowledge behind the HTTP interface; it never changes: `Current` turns to another service instead.

    Whatever is slow to make is made once: the snapshots and the search when `warm` or the first request asks for them,
    a ladder and its drawings when they are first asked for.

    Parameters
    ----------
    releases
        Folders, zips and files in which traces look for rows, besides the embedded example.
    bounds
        Of the queries of anybody.

    Raises
    ------
    MissingFileError
        Where there is nothing at one of them.
    """

    def __init__(self, knowledge: Knowledge, releases: Sequence[Path] = (), bounds: Bounds | None = None) -> None:
        self.knowledge = knowledge
        self.shelf = Shelf((*releases, example_folder()))
        self.desks = Desks(knowledge.base, knowledge.indexes)
        self.endpoint = Endpoint(knowledge.base, knowledge.store, bounds)
        self._making, self._large = Lock(), Lock()
        self._warmed, self._stopping = Event(), Event()
        self._warming: Thread | None = None
        self._drawings = Drawings(self._draw, DRAWN)
        self.ladder = lru_cache(REMEMBERED)(self._ladder)
        self.revision = lru_cache(REVISED)(self._revision)

    def _revision(self, standard: str, since: str) -> Revision:
        """Return what a published version of a standard changes."""
        return published_revision(self.knowledge.base, standard, since)

    @property
    def scopes(self) -> Scopes:
        """Return the snapshots, the national one made."""
        with self._making:
            scopes = self.knowledge.scopes
            _ = scopes.national
            return scopes

    @property
    def snapshot(self) -> Snapshot:
        """Return the snapshot that any ladder but a partnership's is drawn from."""
        return self.scopes.national

    @property
    def _sayings(self) -> tuple[Occupations, ...]:
        """Return what the nation says of occupations, then each partnership."""
        return (self.snapshot.occupations, *self.scopes.named.values())

    @cached_property
    def occupations(self) -> Occupations:
        """Return the occupations of all scopes, each as the nation knows it, else as a partnership does."""
        known: dict[str, OccupationEntry] = {}
        for occupations in self._sayings:
            for entry in occupations:
                known.setdefault(entry.iri, entry)
        return Occupations.of(known.values())

    @cached_property
    def titles(self) -> NameSearch:
        """Return the search over the occupations by their titles, also by those that partnerships' firms use.

        And by the codes that their pay is published under together with others.
        """
        names: dict[str, dict[str, None]] = {}
        for occupations in self._sayings:
            for entry in occupations:
                names.setdefault(entry.iri, {}).update(dict.fromkeys((entry.label.value, *entry.alt_labels)))
        for entry in self.occupations:
            del names[entry.iri][entry.label.value]
        return NameSearch(
            [
                Named(entry.iri, entry.code, entry.label.value, (*names[entry.iri], *published(entry.code)[1:]))
                for entry in self.occupations
            ]
        )

    def occupation(self, name: str) -> OccupationEntry:
        """Return an occupation by code, address or title, in the scope that knows it.

        Raises
        ------
        NotFoundError
            With the nearest titles; also where several occupations share a title, with these.
        """
        snapshot = self.scopes.of_occupations(name)
        return snapshot.occupations[snapshot.find(name)]

    @cached_property
    def documents(self) -> Documents:
        """Return the documents about all things."""
        return Documents(self.knowledge.base, self._page)

    def _page(self, description: Description) -> str:
        about = self.agreements.about(description.iri)
        return write_page(self.documents, self._rung(description.item), description, about)

    @cached_property
    def agreements(self) -> PublicAgreements:
        """Return what was published of agreements."""
        return PublicAgreements(self.knowledge.base, self.documents.address)

    def _rung(self, iri: str) -> Rung | None:
        """Return what a ladder says of an occupation: pay in the nation, education, license.

        Where it is made of work on a standard that is not shown, that is pay alone.
        """
        if iri not in self.occupations.by_iri:
            return None
        snapshot = self.scopes.of_occupations(iri)
        found = rung(snapshot, snapshot.find(iri), find_region(snapshot.regions, ""))
        hidden = self._hidden.intersection(source.name for source in snapshot.sources)
        return found.model_copy(update=PAY_ALONE) if hidden else found

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """Return the names of the releases that nobody may ask for, but for those that no rung rests on."""
        shown = {release.iri for release in self.dataset.releases}
        own = (release for release in self.knowledge.base.releases() if release.reader not in KEPT_BACK)
        return frozenset(release.name for release in own if release.iri not in shown)

    @cached_property
    def case(self) -> Provider:
        """Return what the CASE service answers with."""
        return Provider(self.knowledge.base, self._large)

    @cached_property
    def dataset(self) -> DatasetPage:
        """Return the description of the dataset."""
        return DatasetPage(self.knowledge, self.documents.address, self._stopping, self._large)

    @property
    def ready(self) -> bool:
        """Return whether requests are answered without waiting."""
        return "titles" in vars(self)

    def warm(self) -> None:
        """Make what the first requests need, beside the start of the service."""
        self._warming = Thread(target=self._warm, name="warming", daemon=True)
        self._warming.start()

    def stop(self) -> None:
        """Prepare nothing further that `warm` has not begun: nobody will ask for it."""
        self._stopping.set()
        self.case.stop()

    def close(self) -> None:
        """Return when nothing reads the knowledge any more that `warm` has begun: it is about to be let go of."""
        if self._warming:
            self._warming.join()

    def wait(self, patience: float | None = None) -> None:
        """Return when the service is warm, or when that failed: then the request meets the fault itself.

        Raises
        ------
        StartingError
            Where it takes longer than the patience, in seconds; without one, it waits for as long as it takes.
        """
        if not self._warmed.wait(patience):
            raise StartingError

    def _warm(self) -> None:
        # What fails here fails again, and is reported, in the first request.
        with suppress(Exception):
            _ = self.titles
        self._warmed.set()
        with suppress(Exception):
            self.dataset.count()
        with suppress(Exception):
            self.case.warm()

    def drawing(self, query: LadderQuery, extension: str) -> bytes:
        """Return a ladder in the form of a file extension."""
        return self._drawings((query, extension))

    def _ladder(self, query: LadderQuery) -> Ladder:
        return query.answer(self.scopes)

    def _draw(self, asked: tuple[LadderQuery, str]) -> bytes:
        query, extension = asked
        return ladder_format(extension).write(self.ladder(query))


async def _service(request: Request) -> AsyncIterator[Service]:
    held: AbstractContextManager[Service] = request.app.state.current.held()
    with held as service:
        yield service


Started = Annotated[Service, Depends(_service)]
"""What a route asks for to get the service, whether it is ready or not; it stays open until the route has answered."""


def ready_service(service: Started) -> Service:
    """Return the service once it is ready.

    Raises
    ------
    StartingError
        Where it is not, after some patience.
    """
    service.wait(PATIENCE)
    return service


Shared = Annotated[Service, Depends(ready_service)]
"""What a route asks for to get the service once it is ready; until then it says to come back."""
