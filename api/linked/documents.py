"""Documents about things, each made once in each form and kept as long as there is room."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urlencode

from api.http.drawings import Drawings
from api.http.negotiation import Offer
from ontology import formats
from ontology.descriptions import Description
from ontology.documents import DOCUMENTS, write_document
from ontology.errors import NotFoundError
from ontology.history import History
from ontology.store import KnowledgeBase

OFFERS: Final = (Offer("html", "text/html"), *(Offer(form.extension, form.media_type, form.name) for form in DOCUMENTS))

KEPT: Final = 32 * 1024 * 1024
"""Bytes of documents that are kept."""

ASKED: Final = 10_000
"""Addresses of which it is remembered whether there is a document about them."""

RESERVED: Final = "%/:?#[]@!$&'()*+,;="
"""What an address holds besides letters, digits and -._~ (RFC 3986); all else is escaped."""

Page = Callable[[Description], str]
"""What writes the page about a thing."""


class Documents:
    """Documents about the things of a knowledge base that does not change.

    Parameters
    ----------
    page
        Writes the form for people.

    Attributes
    ----------
    modified
        When the knowledge base last changed: what is taken away, or back, changes documents about things that it says
        nothing of any more, and what they say instead is older.
    """

    def __init__(self, base: KnowledgeBase, page: Page) -> None:
        self.history = History(base)
        self.newest = self.history.shown
        self.modified = base.moments.last()
        self._page = page
        self._kept = Drawings(self._write, KEPT)
        self.knows = lru_cache(ASKED)(self._knows)

    def __call__(self, iri: str, extension: str) -> bytes:
        """Return the document about a thing in the form of an extension.

        Raises
        ------
        NotFoundError
            Where nothing is known of the thing.
        """
        return self._kept((iri, extension))

    def address(self, iri: str, offer: Offer | None = None) -> str:
        """Return the path under which a thing is described, in a form where one is given."""
        base = self.newest.base.identifiers
        document, ending = base.document(iri), f".{offer.extension}" if offer else ""
        if document and not (ending and self.knows(iri + ending)):  # which is another thing, with a document of its own
            return document.removeprefix(base.base) + ending
        return f"/doc?{urlencode({'iri': iri, **({'format': offer.extension} if offer else {})})}"

    def _knows(self, iri: str) -> bool:
        """Return whether there is a document about a thing."""
        with suppress(NotFoundError):
            return bool(self.history.describe(iri))
        return False

    def links(self, iri: str) -> str:
        """Return the value of ``Link``: the thing that a document describes, and the document in its other forms."""
        others = (f'<{self.address(iri, offer)}>; rel="alternate"; type="{offer.media_type}"' for offer in OFFERS)
        return ", ".join(
            [f'<{quote(iri, RESERVED)}>; rel="describes"', *(quote(link, RESERVED + '<>" ') for link in others)]
        )

    def _write(self, asked: tuple[str, str]) -> bytes:
        iri, extension = asked
        description = self.history.describe(iri)
        if extension == "html":
            return self._page(description).encode()
        whole = self.newest.base.identifiers.base + self.address(iri)
        return write_document(description, whole, formats.rdf_format(extension))
