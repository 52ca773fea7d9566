"""SHACL: what a graph lacks, or says in the wrong form, before it is published.

pyshacl is the judge. It works through some eight thousand triples a second and holds them all in memory, so it is
given only the nodes that may be wrong (`ontology.suspects`): a graph without any is judged in a single pass. The rows
of a source release were judged one by one when they were read, and every record keeps the same limits, which a test
holds the shapes to.
"""

from __future__ import annotations

from collections.abc import Set

from rdflib import SH, BNode, Graph
from rdflib.term import Node

from ontology.namespaces import DCTERMS, RDFS, short_name
from ontology.report import Finding, Report, Severity
from ontology.suspects import paths, suspects
from ontology.vocabulary import publication, shapes

SEVERITIES: dict[Node | None, Severity] = {SH.Violation: Severity.ERROR, SH.Warning: Severity.WARNING}

OWN = "Ladderworks, what every record holds"
"""Who asks for a rule that nobody else is named for."""


def findings(graph: Graph) -> Report:
    """Return what the shapes find in a graph, by node and rule.

    Parameters
    ----------
    graph
        A hundred thousand triples take about a second, and ten thousand that may be wrong another one.
    """
    rules = shapes()
    data = _about(suspects(graph, rules), graph)
    return _judged(data, rules) if len(data) else Report()


def _about(nodes: Set[Node], graph: Graph) -> Graph:
    """Return what a graph says of some nodes, and which classes stand above which.

    Blank nodes that they point to stand there without what is said of them, which no shape looks at: pyshacl spells
    out what it finds, and would go through blank nodes that lead to one another again and again.
    """
    data = Graph(bind_namespaces="none")
    for node in nodes:
        for _, predicate, value in graph.triples((node, None, None)):
            data.add((node, predicate, BNode(f"{value}-end") if isinstance(value, BNode) else value))
    data += graph.triples((None, RDFS.subClassOf, None)) if nodes else ()
    return data


def _judged(data: Graph, rules: Graph) -> Report:
    from pyshacl import validate  # noqa: PLC0415 - slow to load, and only what may be wrong needs it

    _, results, _ = validate(data, shacl_graph=rules, inference="none")
    assert isinstance(results, Graph)
    rules += publication()  # where the rules that others ask for, too, are cited
    found = {_finding(results, result, rules) for result in results.subjects(SH.focusNode)}
    return Report(sorted(found, key=lambda finding: (finding.node, finding.code, finding.value)))


def _finding(results: Graph, result: Node, rules: Graph) -> Finding:
    rule = results.value(result, SH.sourceShape)
    assert rule is not None
    return Finding(
        code=str(rule).rpartition("#")[2],
        severity=SEVERITIES[results.value(result, SH.resultSeverity)],
        message=str(rules.value(rule, SH.message)),
        remedy=str(rules.value(rule, SH.description)),
        node=str(results.value(result, SH.focusNode)),
        path="|".join(short_name(str(path)) for path in paths(rules, rule)),
        value=str(results.value(result, SH.value) or ""),
        rule=str(rules.value(rule, DCTERMS.bibliographicCitation) or OWN),
    )
