"""The part of a partnership's working copy that is its standard.

Firms' own lists and jobs, colleges' programs and wages are in the working copy too; none of them is published with the
standard.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph, Literal, URIRef

from ontology.namespaces import CEASN, CETERMS, LW, ORG, OWL, RDF, SKOS
from ontology.records import Iri

WHOLE = (CETERMS.Occupation, CETERMS.Credential, ORG.Organization, ORG.OrganizationalCollaboration)
"""Classes of which all is published: whose standard it is, for which work, and what attests it."""


def extract(graph: Graph, framework: Iri, version: str) -> Graph:
    """Return what is published of a working copy, under the name of a version.

    Parameters
    ----------
    graph
        The working copy.
    framework
        Address of the standard's framework.
    """
    found = Graph()
    for subject in _subjects(graph, URIRef(framework)):
        found += graph.triples((subject, None, None))
    found.set((URIRef(framework), OWL.versionInfo, Literal(version)))
    return found


def _subjects(graph: Graph, framework: URIRef) -> Iterator[URIRef]:
    items = {item for item in graph.subjects(SKOS.inScheme, framework) if isinstance(item, URIRef)}
    yield framework
    yield from items
    yield from _asking(graph, items)
    for name in WHOLE:
        yield from _named(graph, name)
    for partnership in graph.subjects(RDF.type, ORG.OrganizationalCollaboration):
        yield from (region for region in graph.objects(partnership, LW.region) if isinstance(region, URIRef))


def _asking(graph: Graph, items: set[URIRef]) -> Iterator[URIRef]:
    """Yield the requirements of the occupations that ask for items of the standard."""
    for requirement in _named(graph, LW.SkillRequirement):
        if graph.value(requirement, LW.competency) in items:
            yield requirement


def _named(graph: Graph, name: URIRef) -> Iterator[URIRef]:
    yield from (subject for subject in graph.subjects(RDF.type, name) if isinstance(subject, URIRef))


def items_of(graph: Graph, framework: Iri) -> set[Iri]:
    """Return the framework and its competencies that a version has in force; what it only keeps as dropped is none."""
    listed = graph.subjects(SKOS.inScheme, URIRef(framework))
    kept = {str(item) for item in listed if (item, OWL.deprecated, Literal(True)) not in graph}
    competencies = {item for item in kept if (URIRef(item), RDF.type, CEASN.Competency) in graph}
    return {Iri(framework), *(Iri(item) for item in competencies)}
