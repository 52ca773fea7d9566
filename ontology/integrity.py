"""What a graph keeps as a whole: the rules of ``publication.ttl``, asked of the store.

A rule is a shape of SHACL-SPARQL. An engine of SHACL would run its query once for every node; the store answers the
same query for all nodes at once, which takes a thousandth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from rdflib import SH, Graph
from rdflib.term import Node

from ontology.circles import on_circles
from ontology.namespaces import DCTERMS, RDF, short_name
from ontology.records import Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from ontology.vocabulary import publication

CIRCLE: Final = re.compile(r"WHERE \{\s*\$this \((.+)\)\+ \$this \.\s*\}", re.DOTALL)
"""A query for what a path leads back to."""

SEVERITIES: dict[Node | None, Severity] = {None: Severity.ERROR, SH.Warning: Severity.WARNING}


@dataclass(frozen=True)
class Rule:
    """One rule of publication.

    Parameters
    ----------
    code
        Its name, in kebab case.
    message, remedy
        What is wrong with a node that breaks it, and what to do.
    citation, source
        Who asks for it, in words and as an address.
    targets
        Patterns of SPARQL, each of which says which nodes it is about.
    query
        SELECT of SHACL-SPARQL; it may bind ``?path`` and ``?value``. Empty where more than one graph is needed to tell.
    """

    code: str
    severity: Severity
    message: str
    remedy: str
    citation: str
    source: str
    targets: tuple[str, ...]
    query: str

    def asked(self, target: str) -> str:
        """Return the query for all nodes of a target at once."""
        return self.query.replace("SELECT", "SELECT DISTINCT", 1).replace("{", f"{{ {target} ", 1)

    def broken(self, node: str, path: str = "", value: str = "", says: str = "") -> Finding:
        """Return the finding that a node breaks it.

        Parameters
        ----------
        says
            In place of the rule's own message.
        """
        return Finding(
            code=self.code,
            severity=self.severity,
            message=says or self.message,
            remedy=self.remedy,
            rule=self.citation,
            node=node,
            path=path,
            value=value,
        )


def findings(base: KnowledgeBase, release: Release) -> Report:
    """Return what breaks the rules of publication in the graph of a release, by node and rule."""
    found = {finding for rule in rules() for finding in _broken(base, release, rule)}
    return Report(sorted(found, key=lambda finding: (finding.node, finding.code, finding.path, finding.value)))


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of publication, by code."""
    graph = publication()
    return tuple(_rule(graph, shape) for shape in sorted(graph.subjects(RDF.type, SH.NodeShape), key=str))


def rule(code: str) -> Rule:
    """Return a rule of publication by its code."""
    return next(rule for rule in rules() if rule.code == code)


def _rule(graph: Graph, shape: Node) -> Rule:
    return Rule(
        code=str(shape).rpartition("#")[2],
        severity=SEVERITIES[graph.value(shape, SH.severity)],
        message=str(graph.value(shape, SH.message)),
        remedy=str(graph.value(shape, SH.description)),
        citation=str(graph.value(shape, DCTERMS.bibliographicCitation)),
        source=str(graph.value(shape, DCTERMS.source)),
        targets=tuple(sorted(_targets(graph, shape))),
        query=str(graph.value(graph.value(shape, SH.sparql), SH.select) or ""),
    )


def _targets(graph: Graph, shape: Node) -> Iterator[str]:
    """Yield patterns that bind the nodes of a shape."""
    for name in graph.objects(shape, SH.targetClass):
        yield f"$this <{RDF.type}> <{name}> ."
    for name in graph.objects(shape, SH.targetSubjectsOf):
        yield f"$this <{name}> [] ."


def _broken(base: KnowledgeBase, release: Release, rule: Rule) -> Iterator[Finding]:
    circle = CIRCLE.search(rule.query)
    found = _circling(base, release, circle[1]) if circle else frozenset()
    for target in rule.targets:
        if circle:
            things = base.rows(f"SELECT DISTINCT $this {{ {target} }}", [release.iri])
            yield from (rule.broken(node) for (node,) in things if node in found)
        else:
            for node, path, value in base.rows(rule.asked(target), [release.iri]):
                yield rule.broken(node, short_name(path), value)


def _circling(base: KnowledgeBase, release: Release, path: str) -> frozenset[str]:
    """Return what a path leads back to, in as many steps as it has links; a store follows it from each node anew."""
    return on_circles(base.rows(f"SELECT DISTINCT ?one ?other {{ ?one {path} ?other }}", [release.iri]))
