"""What the CASE service answers with, and where in the knowledge base it is."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from threading import Lock
from typing import Final, TypeVar

from api.ims.offered import Offered, offered
from api.ims.packages import Packages
from api.ims.written import Written, encoded, laid_out
from ontology.errors import LadderworksError, NotFoundError
from ontology.store import KnowledgeBase
from standards.frameworks import PUBLISHED
from standards.json_documents import Json
from standards.precedence import first_imports
from standards.uncollected import uncollected
from standards.wire.case.identified import identifiers
from standards.wire.case.stored import stored_heading, stored_package
from standards.wire.case.writing import Writer

LINKED: Final = ("CFItems", "CFAssociations")
"""What names the document that it belongs to."""

LOG: Final = logging.getLogger(__name__)

T = TypeVar("T")

Document = Mapping[str, Json]


class UnknownObjectError(NotFoundError):
    """Nothing that is offered has an identifier, or nothing has to do with what has it.

    Parameters
    ----------
    kind
        Where it was looked for, for instance ``CFItems``.
    why
        Ends the sentence, where it is not that there is no such thing.
    """

    def __init__(self, kind: str, identifier: str, why: str = "is in no framework that is offered here") -> None:
        super().__init__(f"{kind}/{identifier} {why}")


class UnwritableError(LadderworksError):
    """A framework cannot be written as CASE; the others can."""

    def __init__(self, name: str, error: Exception) -> None:
        super().__init__(f"{name} cannot be written as CASE ({type(error).__name__}); import it again, or remove it")


class Provider:
    """Looks up documents, packages and their parts; made for one knowledge base, which does not change.

    Which documents and identifiers there are is asked for once, when it is first needed, and a package is written when
    something of it is, but for those that `warm` writes.

    Parameters
    ----------
    large
        Held while a package is written, see `Packages`.
    """

    def __init__(self, base: KnowledgeBase, large: Lock | None = None) -> None:
        self._base = base
        self._packages = Packages(self._written, large=large)
        self._learning = Lock()
        self._indexing = Lock()

    @property
    def documents(self) -> Mapping[str, Document]:
        """Return the documents that are offered by their identifiers, by title."""
        with self._learning:
            return self._documents

    def warm(self) -> None:
        """Write the packages of all but the large publications before they are asked for."""
        known = self.documents
        self._packages.prepare(one for one in known if self._offers[one].release.source not in PUBLISHED)

    def stop(self) -> None:
        """Let `warm` end with the package that it is at."""
        self._packages.stop()

    def document(self, identifier: str) -> bytes:
        """Return a document.

        Raises
        ------
        UnknownObjectError
            Where there is none.
        """
        return encoded(_known("CFDocuments", identifier, self.documents))

    def package(self, identifier: str) -> Written:
        """Return the package of a document, by the identifier that both have.

        Raises
        ------
        UnknownObjectError
            Where there is no such document.
        """
        _known("CFPackages", identifier, self.documents)
        return self._packages(identifier)

    def resource(self, kind: str, identifier: str) -> bytes:
        """Return one resource of a list of packages; items and associations with the document that they belong to.

        Raises
        ------
        UnknownObjectError
            Where there is none.
        """
        document = self._holder(kind, identifier)
        more = self._link(document) if kind in LINKED else b""
        return self._packages(document).resource(kind, identifier, more)

    def with_below(self, kind: str, identifier: str) -> bytes:
        """Return a concept, a subject or a type, and after it all that stand below it, as a set.

        Raises
        ------
        UnknownObjectError
            Where there is none.
        """
        written = self._packages(self._holder(kind, identifier))
        found = [identifier, *written.below(kind, identifier)]
        return b"{" + _listed(kind, (written.resource(kind, one) for one in found)) + b"}"

    def item_associations(self, identifier: str) -> bytes:
        """Return an item with the associations of its framework that it is an end of.

        Raises
        ------
        UnknownObjectError
            Where there is no such item, or no such association: a set has at least one.
        """
        document = self._holder("CFItems", identifier)
        written = self._packages(document)
        touching = written.touching.get(identifier)
        if not touching:
            raise UnknownObjectError("CFItemAssociations", identifier, "is an item that is an end of no association")
        item = written.resource("CFItems", identifier, self._link(document))
        associations = (written.resource("CFAssociations", one) for one in touching)
        return b'{"CFItem":' + item + b"," + _listed("CFAssociations", associations) + b"}"

    def _holder(self, kind: str, identifier: str) -> str:
        """Return the identifier of the document whose package has a resource; of several, the one that came first."""
        _ = self.documents
        with self._indexing:  # takes seconds, in which documents are answered
            return _known(kind, identifier, self._index.get(kind, {}))

    def _link(self, document: str) -> bytes:
        """Return the member by which a resource names its document."""
        said = self.documents[document]
        return b',"CFDocumentURI":' + encoded({name: said[name] for name in ("title", "identifier", "uri")})

    @cached_property
    def _offers(self) -> Mapping[str, Offered]:
        """Return what is offered by the identifiers of the documents."""
        return {identifier: offer for identifier, (offer, _) in self._headed.items()}

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        found = [self._document(said) for _, said in self._headed.values()]
        found.sort(key=lambda document: (document["title"].casefold(), document["identifier"]))
        return {document["identifier"]: document for document in found}

    @cached_property
    def _headed(self) -> Mapping[str, tuple[Offered, Document]]:
        """Return what is offered with its document, by the identifier of that, in the order in which sources came.

        The log says what is left out: what cannot be written, and what has the identifier of one that came before.
        """
        found: dict[str, tuple[Offered, Document]] = {}
        for offer in self._in_order():
            with _told(offer.name):
                said = self._heading(offer).document()
                first, _ = found.setdefault(said["identifier"], (offer, said))
                if first != offer:
                    LOG.warning("%s has the identifier of %s and is left out", offer.name, first.name)
        return found

    def _in_order(self) -> list[Offered]:
        """Return what is offered, of each source what is in force first."""
        first = first_imports(self._base.releases())
        return sorted(offered(self._base), key=lambda offer: (first[offer.release.source], offer.release.source))

    def _document(self, said: Document) -> Document:
        """Return a document with the address of its package here."""
        identifier = said["identifier"]
        uri = self._base.identifiers.case("CFPackages", identifier)
        return {**said, "CFPackageURI": {"title": said["title"], "identifier": identifier, "uri": uri}}

    @cached_property
    def _index(self) -> Mapping[str, Mapping[str, str]]:
        """Return the documents that resources belong to, by the names of lists and identifiers."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for document, offer in self._offers.items():
            with _told(offer.name):
                for kind, identifier in self._identifiers(offer):
                    found[kind].setdefault(identifier, document)
        return found

    def _identifiers(self, offer: Offered) -> Iterator[tuple[str, str]]:
        return identifiers(self._base, offer.name, edition=offer.edition, dropped=not offer.edition)

    def _heading(self, offer: Offered) -> Writer:
        return Writer(stored_heading(self._base, offer.name, edition=offer.edition), strict=True)

    def _written(self, document: str) -> Written:
        offer = self._offers[document]
        try:
            with uncollected():
                package = stored_package(self._base, offer.name, edition=offer.edition, dropped=not offer.edition)
                return laid_out(Writer(package, strict=True).package())
        except Exception as error:
            LOG.exception("%s cannot be written as CASE", offer.name)
            raise UnwritableError(offer.name, error) from error


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say in the log what is wrong with one framework, and go on with the others."""
    try:
        yield
    except Exception:
        LOG.exception("%s cannot be written as CASE and is left out", name)


def _known(kind: str, identifier: str, there: Mapping[str, T]) -> T:
    if identifier not in there:
        raise UnknownObjectError(kind, identifier)
    return there[identifier]


def _listed(kind: str, resources: Iterable[bytes]) -> bytes:
    """Return a member that is a list."""
    return encoded(kind) + b":[" + b",".join(resources) + b"]"
