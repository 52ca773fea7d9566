"""Checks of what is stored: SHACL and OWL for the graphs that people agree on, and word of what was not checked."""

from __future__ import annotations

from dataclasses import dataclass

from ontology import reasoning, shapes
from ontology.errors import InconsistentError, InputError
from ontology.records import Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from pathways.amounts import count

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
    size = _size(base, release)
    if size > LARGEST:
        return Check(name, f"{_too_large(release, size)} {_at_the_door(base, release)}", Report(), whole=False)
    report = shapes.findings(base.graph(release))
    report.extend(_contradictions(base, release))
    return Check(name, "SHACL: every shape; OWL: consistent with the vocabulary", report)


def _too_large(release: Release, size: int) -> str:
    """Return why a release is not checked."""
    most = f"SHACL and OWL take at most {LARGEST:,} as a whole"
    return f"{release.iri} has {count(size, 'triple')}, and {most}."


def _at_the_door(base: KnowledgeBase, release: Release) -> str:
    """Return what of a release was checked when it came in, and what to do instead of checking it now."""
    files = base.files(release)
    rows, kept = sum(file.rows for file in files), sum(file.kept for file in files)
    judged = f"each of the {count(rows, 'row')} in {count(len(files), 'file')} was judged, {kept:,} were kept"
    remedy = "`ladderworks status` lists them file by file, and `ladderworks query` asks for what you doubt"
    return f"At its import {judged}; {remedy}"


def _size(base: KnowledgeBase, release: Release) -> int:
    """Return how many triples a release has."""
    ((number,),) = base.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", [release.iri])
    return int(number)


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
