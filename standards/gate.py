"""The gate: what stands in the way of publishing a standard, and what is worth a look before.

A standard passes when no finding is an error. What is judged is the graph of one release: each record by its shape
(SHACL), and all of it together with the vocabulary by a reasoner (OWL).
"""

from __future__ import annotations

from collections.abc import Iterator

from ontology import integrity, reasoning, shapes
from ontology.errors import InconsistentError, InputError
from ontology.records import Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase


def gate(base: KnowledgeBase, release: Release) -> Report:
    """Return what stands in the way of publishing a release (errors), and what is worth a look (warnings)."""
    report = shapes.findings(base.graph(release))
    report.extend(integrity.findings(base, release))
    report.extend(contradictions(base, release))
    return report


def contradictions(base: KnowledgeBase, release: Release) -> Iterator[Finding]:
    """Yield what the reasoner finds wrong with a release and the vocabulary together."""
    try:
        classified = reasoning.check(base.graph(release))
    except InconsistentError as error:
        yield _finding(release.iri, "inconsistent", str(error), "Take one of the statements that clash away.")
    except InputError as error:
        yield _finding(release.iri, "not-reasoned", str(error), "Nothing is published that was not reasoned over.")
    else:
        yield from (_unsatisfiable(name) for name in classified.unsatisfiable)


def _unsatisfiable(name: str) -> Finding:
    message = "nothing can ever be an instance of this class"
    return _finding(name, "unsatisfiable-class", message, "Take one of the axioms about it away.")


def _finding(node: str, code: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, message=message, remedy=remedy, node=node)
