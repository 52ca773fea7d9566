"""Where everything in a graph comes from: the release, its files, its license."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import ADMS, DCAT, DCTERMS, FOAF, LW, OWL, PROV
from ontology.records.publication import PublicationStatus
from ontology.records.record import Iri, Record, Text


class SourceFile(Record):
    """A file that was read.

    Parameters
    ----------
    sha256
        Of its bytes as found, in hexadecimal.
    rows, kept
        Rows below the header, and how many of them are in the graph; the report names the others.
    """

    types: ClassVar[tuple[URIRef, ...]] = (DCAT.Distribution, PROV.Entity)

    name: Annotated[str, DCTERMS.title]
    sha256: Annotated[str, LW.sha256, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, DCAT.byteSize, Field(ge=0)]
    rows: Annotated[int, LW.rowsRead, Field(ge=0)] = 0
    kept: Annotated[int, LW.rowsKept, Field(ge=0)] = 0


class Release(Record):
    """One release of one source, held in the named graph that is its address.

    Parameters
    ----------
    source
        Slug of the source, for instance ``onet``.
    version
        As its publisher calls it, for instance ``29.3``.
    imported
        When it was read into this knowledge base, with time zone.
    since
        When the first release of its source was, where that was before.
    language
        Of its labels.
    about
        Of a document, the address of what it describes: what tells it from others, whatever its title.
    reader
        What it was imported as, for instance ``sheet``.
    skipped_bad_rows
        Whether bad rows were to be left out rather than refused.
    options
        What was said of its files besides their content, for instance ``--college 'Mill College'``.
    status
        A `PublicationStatus`, of a standard that is worked on here.
    revised
        The graph of the version that was published before it.
    part_of
        Addresses of the partnerships that have it among theirs: of a firm's list, those that the firm gave it to.
    folders
        Of a firm's list, addresses of the partnerships in whose folders it came; one that came by itself has none.
    """

    types: ClassVar[tuple[URIRef, ...]] = (DCAT.Dataset, PROV.Entity)

    source: Annotated[str, LW.source]
    version: Annotated[str, OWL.versionInfo]
    title: Annotated[Text, DCTERMS.title]
    license: Annotated[Iri | None, DCTERMS.license] = None
    attribution: Annotated[Text | None, DCTERMS.rights] = None
    page: Annotated[Iri | None, DCAT.landingPage] = None
    language: Annotated[str | None, DCTERMS.language] = None
    imported: Annotated[datetime, DCTERMS.issued]
    since: Annotated[datetime | None, DCTERMS.available] = None
    tool: Annotated[str, LW.toolVersion]
    files: Annotated[tuple[Iri, ...], DCAT.distribution] = ()
    about: Annotated[Iri | None, FOAF.primaryTopic] = None
    reader: Annotated[str | None, LW.reader] = None
    skipped_bad_rows: Annotated[bool | None, LW.skippedBadRows] = None
    options: Annotated[str | None, LW.importOptions] = None
    lacks: Annotated[tuple[str, ...], LW.lacks] = ()
    status: Annotated[Iri | None, ADMS.status] = None
    revised: Annotated[Iri | None, PROV.wasRevisionOf] = None
    part_of: Annotated[tuple[Iri, ...], DCTERMS.isPartOf] = ()
    folders: Annotated[tuple[Iri, ...], PROV.wasDerivedFrom] = ()

    @property
    def name(self) -> str:
        """As commands name it, for instance ``onet@29.3``."""
        return f"{self.source}@{self.version}"

    @property
    def stands(self) -> PublicationStatus | None:
        """The status as one of those that there are; of what is not a standard of ours, nothing."""
        return PublicationStatus(self.status) if self.status else None

    @property
    def fixed(self) -> bool:
        """Whether it was published, so that nothing in it changes any more, also where it was withdrawn since."""
        return self.stands in (PublicationStatus.PUBLISHED, PublicationStatus.WITHDRAWN)
