"""What the endpoint says of itself, in the words of SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import Namespace

from ontology.endpoint.pool import Endpoint
from ontology.namespaces import RDF, SD

FORMATS: Final = Namespace("http://www.w3.org/ns/formats/")

RESULTS: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "JSON-LD", "RDF_XML", "N-Triples"),
)
"""The forms of results, by the names that the W3C gives them."""


def service_description(endpoint: Endpoint, address: str) -> list[ox.Triple]:
    """Return what an endpoint is: its language, its forms, the graphs that it sees.

    Parameters
    ----------
    address
        Of the endpoint.
    """
    return list(_said(endpoint, address))


def _said(endpoint: Endpoint, address: str) -> Iterator[ox.Triple]:
    dataset, default = f"{address}#dataset", f"{address}#default-graph"
    yield _triple(address, RDF.type, SD.Service)
    yield _triple(address, SD.endpoint, address)
    yield _triple(address, SD.supportedLanguage, SD.SPARQL11Query)
    yield _triple(address, SD.feature, SD.UnionDefaultGraph)
    for form in RESULTS:
        yield _triple(address, SD.resultFormat, FORMATS[form])
    yield _triple(address, SD.defaultDataset, dataset)
    yield _triple(dataset, RDF.type, SD.Dataset)
    yield _triple(dataset, SD.defaultGraph, default)
    for number, _ in enumerate(endpoint.graphs, 1):
        yield _triple(dataset, SD.namedGraph, f"{address}#graph-{number}")
    yield _triple(default, RDF.type, SD.Graph)
    for number, graph in enumerate(endpoint.graphs, 1):
        yield _triple(f"{address}#graph-{number}", RDF.type, SD.NamedGraph)
        yield _triple(f"{address}#graph-{number}", SD.name, graph)


def _triple(subject: str, predicate: str, value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))
