"""SHACL: what a graph lacks, or says in the wrong form, before it is published.

The shapes are for the graphs that people agree on: a partnership, one version of a standard. pyshacl works through
some eight thousand triples a second and holds them all in memory; for a source release of two million that is minutes
and gigabytes, and it is not done. Its rows were judged one by one when they were read, and every record keeps the same
limits, which a test holds the shapes to.
"""

from __future__ import annotations

from rdflib import SH, Graph
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.namespaces import PREFIXES
from ontology.report import Finding, Report, Severity
from ontology.vocabulary import shapes

SEVERITIES: dict[Node | None, Severity] = {SH.Violation: Severity.ERROR, SH.Warning: Severity.WARNING}


def findings(graph: Graph) -> Report:
    """Return what the shapes find in a graph, by node and rule.

    Parameters
    ----------
    graph
        Ten thousand triples take about a second.
    """
    from pyshacl import validate  # noqa: PLC0415 - slow to load, and only publishing needs it

    rules = shapes()
    data = Graph(bind_namespaces="none")
    data += graph
    _, results, _ = validate(data, shacl_graph=rules, inference="none")
    assert isinstance(results, Graph)
    found = {_finding(results, result, rules) for result in results.subjects(SH.focusNode)}
    return Report(sorted(found, key=lambda finding: (finding.node, finding.code, finding.value)))


def _finding(results: Graph, result: Node, rules: Graph) -> Finding:
    rule = results.value(result, SH.sourceShape)
    return Finding(
        code=str(rule).rpartition("#")[2],
        severity=SEVERITIES[results.value(result, SH.resultSeverity)],
        message=str(rules.value(rule, SH.message)),
        remedy=str(rules.value(rule, SH.description)),
        node=str(results.value(result, SH.focusNode)),
        path=_path(rules, rules.value(rule, SH.path)),
        value=str(results.value(result, SH.value) or ""),
    )


def _path(rules: Graph, path: Node | None) -> str:
    """Return a property with its prefix, or several that stand for each other, with bars between."""
    several = rules.value(path, SH.alternativePath)
    names = Collection(rules, several) if several else [path]
    return "|".join(_short(name) for name in names)


def _short(name: Node | None) -> str:
    """Return an address with its prefix."""
    for prefix, namespace in PREFIXES.items():
        if str(name).startswith(str(namespace)):
            return f"{prefix}:{str(name).removeprefix(str(namespace))}"
    return str(name)
