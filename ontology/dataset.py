"""The dataset described: a DCAT catalog of its releases, each a VoID dataset with what it holds and where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox
from rdflib import Namespace
from rdflib.term import URIRef

from ontology.counting import Counts
from ontology.documents import DOCUMENTS
from ontology.identifiers import Identifiers
from ontology.namespaces import ADMS, DCAT, DCTERMS, FOAF, LW, OWL, PREFIXES, PROV, RDF, SPDX, VOID, XSD
from ontology.records import Release, SourceFile
from ontology.store import KnowledgeBase

DCAT_3: Final = Namespace(str(DCAT))
"""DCAT with the terms of its version 3, which rdflib does not know yet."""
W3C_FORMATS: Final = Namespace("http://www.w3.org/ns/formats/")
MEDIA_TYPES: Final = Namespace("https://www.iana.org/assignments/media-types/")
PROTOCOL: Final = "http://www.w3.org/TR/sparql11-protocol/"
FEATURES: Final = {"ttl": "Turtle", "jsonld": "JSON-LD", "rdf": "RDF_XML", "nt": "N-Triples"}

Value = ox.NamedNode | ox.Literal


class Dataset:
    """Describes the releases of a knowledge base.

    Parameters
    ----------
    releases
        Those to describe, with their counts.
    """

    def __init__(self, base: KnowledgeBase, releases: Mapping[str, Counts]) -> None:
        self._base = base
        self._counts = releases
        self._releases = [release for release in base.releases() if release.iri in releases]
        self._places = Places(base.identifiers)

    def triples(self) -> list[ox.Triple]:
        """Return the description, the catalog first; what is said of a thing stands together."""
        described = (said for each in self._releases for said in self._of(each))
        return list(dict.fromkeys([*self._catalog(), *self._service(), *described]))  # releases may share files

    def _catalog(self) -> Iterator[ox.Triple]:
        home = self._places.dataset
        yield from _types(home, DCAT.Catalog, VOID.Dataset)
        yield _said(home, DCTERMS.title, _words("Skills, occupations and career pathways"))
        yield _said(home, DCTERMS.description, _words("All releases that this service holds, one named graph each."))
        if modified := self._base.moments.last():
            yield _said(home, DCTERMS.modified, _moment(modified))
        yield _said(home, FOAF.homepage, ox.NamedNode(f"{self._places.base}/"))
        for release in self._releases:
            yield _said(home, DCAT.dataset, ox.NamedNode(release.iri))
            yield _said(home, VOID.subset, ox.NamedNode(release.iri))
        yield _said(home, DCAT.service, ox.NamedNode(self._places.sparql))
        yield _said(home, VOID.sparqlEndpoint, ox.NamedNode(self._places.sparql))
        yield _said(home, VOID.dataDump, ox.NamedNode(self._places.dump("all")))
        yield _said(home, VOID.uriSpace, ox.Literal(f"{self._places.base}/id/"))
        yield _said(home, VOID.triples, _number(sum(counts.triples for counts in self._counts.values())))
        for form in DOCUMENTS:
            yield _said(home, VOID.feature, ox.NamedNode(W3C_FORMATS[FEATURES[form.extension]]))

    def _service(self) -> Iterator[ox.Triple]:
        service = self._places.sparql
        yield from _types(service, DCAT.DataService)
        yield _said(service, DCTERMS.title, _words("SPARQL 1.1, read-only"))
        yield _said(service, DCAT.endpointURL, ox.NamedNode(service))
        yield _said(service, DCAT.endpointDescription, ox.NamedNode(service))
        yield _said(service, DCTERMS.conformsTo, ox.NamedNode(PROTOCOL))
        for release in self._releases:
            yield _said(service, DCAT.servesDataset, ox.NamedNode(release.iri))

    def _of(self, release: Release) -> Iterator[ox.Triple]:
        yield from _types(release.iri, DCAT.Dataset, VOID.Dataset)
        yield from self._origin(release)
        yield from self._versions(release)
        yield from self._contents(release.iri, self._counts[release.iri])
        yield _said(release.iri, VOID.sparqlEndpoint, ox.NamedNode(self._places.sparql))
        yield from self._distribution(release)
        yield from self._files(release)
        yield from _partitions(release.iri, self._counts[release.iri])

    def _origin(self, release: Release) -> Iterator[ox.Triple]:
        """Yield whose a release is, and on what terms."""
        iri = release.iri
        yield _said(iri, DCTERMS.title, ox.Literal(release.title.value, language=release.title.language))
        yield _said(iri, DCTERMS.issued, _moment(release.imported))
        yield _said(iri, DCTERMS.modified, _moment(self._base.moments.of(release)))
        if release.license:
            yield _said(iri, DCTERMS.license, ox.NamedNode(release.license))
        if release.attribution:
            yield _said(
                iri, DCTERMS.rights, ox.Literal(release.attribution.value, language=release.attribution.language)
            )
        if release.page:
            yield _said(iri, DCAT.landingPage, ox.NamedNode(release.page))
        if release.language:
            yield _said(iri, DCTERMS.language, ox.Literal(release.language))
        for publisher in publishers(self._base, release):
            yield _said(iri, DCTERMS.publisher, ox.NamedNode(publisher))

    def _versions(self, release: Release) -> Iterator[ox.Triple]:
        yield _said(release.iri, DCAT_3.version, ox.Literal(release.version))
        yield _said(release.iri, OWL.versionInfo, ox.Literal(release.version))
        if release.status:
            yield _said(release.iri, ADMS.status, ox.NamedNode(release.status))
        if release.revised:
            yield _said(release.iri, DCAT_3.previousVersion, ox.NamedNode(release.revised))
            yield _said(release.iri, PROV.wasRevisionOf, ox.NamedNode(release.revised))
        for other in self._releases:
            if other.revised == release.iri:
                yield _said(release.iri, DCTERMS.isReplacedBy, ox.NamedNode(other.iri))

    def _contents(self, iri: str, counts: Counts) -> Iterator[ox.Triple]:
        yield _said(iri, VOID.triples, _number(counts.triples))
        yield _said(iri, VOID.entities, _number(counts.entities))
        yield _said(iri, VOID.classes, _number(len(counts.classes)))
        yield _said(iri, VOID.properties, _number(len(counts.properties)))
        if counts.example:
            yield _said(iri, VOID.exampleResource, ox.NamedNode(counts.example))
        used = [one.iri for one in (*counts.classes, *counts.properties)]
        for space in sorted(
            {str(space) for space in PREFIXES.values() for term in used if term.startswith(str(space))}
        ):
            yield _said(iri, VOID.vocabulary, ox.NamedNode(space))
        for name, parts in (("class", counts.classes), ("property", counts.properties)):
            for number, _ in enumerate(parts, 1):
                yield _said(iri, VOID[f"{name}Partition"], ox.NamedNode(f"{iri}#{name}-{number}"))

    def _distribution(self, release: Release) -> Iterator[ox.Triple]:
        dump = self._places.dump(release.name)
        yield _said(release.iri, VOID.dataDump, ox.NamedNode(dump))
        yield _said(release.iri, DCAT.distribution, ox.NamedNode(dump))
        for file in self._base.files(release):
            yield _said(release.iri, PROV.wasDerivedFrom, ox.NamedNode(file.iri))
        yield from _types(dump, DCAT.Distribution)
        yield _said(dump, DCTERMS.title, _words(f"{release.name}, gzipped N-Quads"))
        yield _said(dump, DCAT.downloadURL, ox.NamedNode(dump))
        yield _said(dump, DCAT.mediaType, ox.NamedNode(MEDIA_TYPES["application/n-quads"]))
        yield _said(dump, DCAT.compressFormat, ox.NamedNode(MEDIA_TYPES["application/gzip"]))
        yield _said(dump, DCAT.accessService, ox.NamedNode(self._places.sparql))
        if release.license:
            yield _said(dump, DCTERMS.license, ox.NamedNode(release.license))

    def _files(self, release: Release) -> Iterator[ox.Triple]:
        """Yield what is known of the files that a release was read from."""
        for file in self._base.files(release):
            yield from _file(file)


class Places:
    """Where things of the whole dataset are."""

    def __init__(self, identifiers: Identifiers) -> None:
        self.base = identifiers.base
        self.dataset = identifiers.dataset
        self.sparql = f"{self.base}/sparql"

    def dump(self, name: str) -> str:
        """Return the address of the dump of a release by its name, or of all."""
        return f"{self.base}/dumps/{dump_name(name)}"


def dump_name(name: str) -> str:
    """Return the name of the file of a release; what no address may hold is escaped.

    Example
    -------
    >>> dump_name("oews@May 2025")
    'oews@May%202025.nq.gz'
    """
    return f"{quote(name, safe='@')}.nq.gz"


def publishers(base: KnowledgeBase, release: Release) -> Iterator[str]:
    """Yield who publishes the frameworks of a release, as it says itself."""
    query = "SELECT ?by { ?s a ceasn:CompetencyFramework ; ceasn:publisher|dcterms:publisher ?by FILTER(isIRI(?by)) }"
    yield from sorted({by for (by,) in base.rows(query, [release.iri])})


def _partitions(iri: str, counts: Counts) -> Iterator[ox.Triple]:
    for number, part in enumerate(counts.classes, 1):
        yield _said(f"{iri}#class-{number}", VOID["class"], ox.NamedNode(part.iri))
        yield _said(f"{iri}#class-{number}", VOID.entities, _number(part.number))
    for number, part in enumerate(counts.properties, 1):
        yield _said(f"{iri}#property-{number}", VOID.property, ox.NamedNode(part.iri))
        yield _said(f"{iri}#property-{number}", VOID.triples, _number(part.number))


def _file(file: SourceFile) -> Iterator[ox.Triple]:
    checksum = f"{file.iri}#sha256"
    yield from _types(file.iri, PROV.Entity)
    yield _said(file.iri, DCTERMS.title, ox.Literal(file.name))
    yield _said(file.iri, DCAT.byteSize, _number(file.size))
    yield _said(file.iri, LW.rowsRead, _number(file.rows))
    yield _said(file.iri, LW.rowsKept, _number(file.kept))
    yield _said(file.iri, SPDX.checksum, ox.NamedNode(checksum))
    yield from _types(checksum, SPDX.Checksum)
    yield _said(checksum, SPDX.algorithm, ox.NamedNode(SPDX.checksumAlgorithm_sha256))
    yield _said(checksum, SPDX.checksumValue, ox.Literal(file.sha256, datatype=ox.NamedNode(XSD.hexBinary)))


def _types(iri: str, *types: URIRef) -> Iterator[ox.Triple]:
    yield from (_said(iri, RDF.type, ox.NamedNode(one)) for one in types)


def _said(subject: str, predicate: URIRef, value: Value) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), value)


def _words(text: str) -> ox.Literal:
    return ox.Literal(text, language="en")


def _number(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=ox.NamedNode(XSD.integer))


def _moment(moment: datetime) -> ox.Literal:
    return ox.Literal(moment.isoformat(), datatype=ox.NamedNode(XSD.dateTime))
