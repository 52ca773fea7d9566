"""What all requests share: the knowledge, its search, and ladders that were drawn before."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, lru_cache
from threading import Event, Lock, Thread
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Request
from markupsafe import Markup

from api.knowledge import Knowledge
from api.ladder_query import LadderQuery
from api.pages.picture import inline_picture
from api.search import Named, NameSearch
from ontology.errors import StoreError
from pathways.formats import ladder_format
from pathways.ladder import Ladder, Rung
from pathways.snapshot import Snapshot

REMEMBERED = 512
"""Ladders and drawings that are kept."""


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
    """The knowledge behind the HTTP interface; it never changes while the service runs.

    Whatever is slow to make is made once: the snapshot and the search when `warm` or the first request asks for them,
    a ladder and its drawings when they are first asked for.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._making = Lock()
        self._warmed = Event()
        self.ladder = lru_cache(REMEMBERED)(self._ladder)
        self.drawing = lru_cache(REMEMBERED)(self._drawing)
        self.picture = lru_cache(REMEMBERED)(self._picture)

    @property
    def snapshot(self) -> Snapshot:
        """Return the snapshot."""
        with self._making:
            return self.knowledge.snapshot

    @cached_property
    def titles(self) -> NameSearch:
        """Return the search over occupations by their titles."""
        return NameSearch(
            [Named(entry.iri, entry.code, entry.label.value, entry.alt_labels) for entry in self.snapshot.occupations]
        )

    @property
    def ready(self) -> bool:
        """Return whether requests are answered without waiting."""
        return "titles" in vars(self)

    def warm(self) -> None:
        """Make what the first requests need, beside the start of the service."""
        Thread(target=self._warm, daemon=True).start()

    def wait(self, patience: float) -> None:
        """Return when the service is warm, or when that failed: then the request meets the fault itself.

        Raises
        ------
        StartingError
            Where it takes longer than the patience, in seconds.
        """
        if not self._warmed.wait(patience):
            raise StartingError

    def _warm(self) -> None:
        # What fails here fails again, and is reported, in the first request.
        with suppress(Exception):
            _ = self.titles
        self._warmed.set()

    def _ladder(self, query: LadderQuery) -> Ladder:
        return query.answer(self.snapshot)

    def _drawing(self, query: LadderQuery, extension: str) -> bytes:
        return ladder_format(extension).write(self.ladder(query))

    def _picture(self, query: LadderQuery) -> Markup:
        """Return the picture of a ladder whose rungs lead to their own pages."""
        return inline_picture(self.ladder(query), page_address)


def page_address(rung: Rung) -> str:
    """Return where the page of a rung's own ladder is."""
    return f"/explore?{urlencode({'from': rung.code})}"


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


Started = Annotated[Service, Depends(_service)]
"""What a route asks for to get the service, whether it is ready or not."""


def _ready_service(service: Started) -> Service:
    service.wait(PATIENCE)
    return service


Shared = Annotated[Service, Depends(_ready_service)]
"""What a route asks for to get the service once it is ready; until then it says to come back."""
