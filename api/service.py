"""What all requests share: the knowledge, its search, and ladders that were drawn before."""

from __future__ import annotations

from functools import cached_property, lru_cache
from threading import Lock, Thread
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Request
from markupsafe import Markup

from api.knowledge import Knowledge
from api.ladder_query import LadderQuery
from api.pages.picture import inline_picture
from api.search import Named, NameSearch
from pathways.formats import ladder_format
from pathways.ladder import Ladder, Rung
from pathways.snapshot import Snapshot

REMEMBERED = 512
"""Ladders and drawings that are kept."""


class Service:
    """The knowledge behind the HTTP interface; it never changes while the service runs.

    Whatever is slow to make is made once: the snapshot and the search when `warm` or the first request asks for them,
    a ladder and its drawings when they are first asked for.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._making = Lock()
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
        Thread(target=lambda: self.titles, daemon=True).start()

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


Shared = Annotated[Service, Depends(_service)]
"""What a route asks for to get the service."""
