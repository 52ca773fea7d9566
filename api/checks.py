"""Checks of what is stored: SHACL and OWL for the graphs that people agree on, and word of what was not checked."""

from __future__ import annotations

from dataclasses import dataclass

from api.console import counted
from ontology import reasoning, shapes
from ontology.errors import InconsistentError, InputError
from ontology.records import Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase

LARGEST = 50_000
"""Triples up to which a graph is checked whole; SHACL takes some thousand a second, OWL grows faster than the graph."""


@dataclass(frozen=True)
class Check:
    """What was checked of a graph, and what was found.

    Parameters
    ----------
    name
        Of the release, for instance ``power-generation@2026.1``.
    made
        Which checks, or why none, in words.
    whole
        Whether the graph was checked; a large one is not.
    """

    name: str
    made: str
    report: Report
    whole: bool = True


def check_vocabulary() -> Check:
    """Check that the vocabulary holds together."""
    classes = reasoning.check().unsatisfiable
    findings = (
        Finding(
            code="unsatisfiable-class",
            severity=Severity.ERROR,
            message="nothing can ever be an instance of this class",
            remedy="Take one of the axioms about it away.",
            node=name,
        )
        for name in classes
    )
    return Check("vocabulary", "OWL: no class contradicts itself", Report(findings))


def check_release(base: KnowledgeBase, release: Release) -> Check:
    """Check a release whole where it is small enough, or say why not."""
    name = f"{release.source}@{release.version}"
    if _is_large(base, release):
        return Check(name, _at_the_door(base, release), Report(), whole=False)
    report = shapes.findings(base.graph(release))
    report.extend(_contradictions(base, release))
    return Check(name, "SHACL: every shape; OWL: consistent with the vocabulary", report)


def _at_the_door(base: KnowledgeBase, release: Release) -> str:
    """Return why a release is not checked, and what was when it came in."""
    files = base.files(release)
    rows, kept = sum(file.rows for file in files), sum(file.kept for file in files)
    judged = f"each of the {counted(rows, 'row')} in {counted(len(files), 'file')} was judged, {kept:,} were kept"
    return f"with more than {LARGEST:,} triples it is too large for SHACL and OWL; at its import {judged}"


def _is_large(base: KnowledgeBase, release: Release) -> bool:
    query = f"SELECT ?s {{ ?s ?p ?o }} OFFSET {LARGEST} LIMIT 1"
    return any(base.rows(query, [release.iri]))


def _contradictions(base: KnowledgeBase, release: Release) -> list[Finding]:
    try:
        reasoning.check(base.graph(release))
    except InconsistentError as error:
        return [_finding(release, "inconsistent", Severity.ERROR, error)]
    except InputError as error:
        return [_finding(release, "not-reasoned", Severity.UNKNOWN, error)]
    return []


def _finding(release: Release, code: str, severity: Severity, error: Exception) -> Finding:
    return Finding(code=code, severity=severity, message=str(error), node=release.iri)
