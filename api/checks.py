"""Checks of what is stored: the gate for standards, SHACL and OWL for others, and word of what was not checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontology import integrity, reasoning
from ontology.named_releases import release_in_force
from ontology.records import Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from pathways.amounts import count
from standards.firm_lists import firm_lists
from standards.gate import gate, judge
from standards.harmonizing import stored_proposal
from standards.publishing.grounds import thin_requirements
from standards.sources.own import PARTNERSHIP

EMPTY = "empty-framework"
"""The rule that a standard has a competency."""

LARGEST = 200_000
"""Triples up to which a graph is checked whole; the time and the memory of OWL grow faster than the graph."""


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
    rule = integrity.rule("unsatisfiable-class")
    findings = (rule.broken(name) for name in reasoning.check().unsatisfiable)
    return Check("vocabulary", "OWL: no class contradicts itself", Report(findings))


def check_release(base: KnowledgeBase, release: Release) -> Check:
    """Check a release whole where it is small enough, or say why not."""
    name = release.name
    size = _size(base, release)
    if size > LARGEST:
        return Check(name, f"{_too_large(release, size)} {_at_the_door(base, release)}", Report(), whole=False)
    made = "SHACL: every shape; OWL: consistent with the vocabulary"
    if _is_standard(release):
        report = Report(_of_standard(base, release))
        return Check(name, f"{made}; the gate: every rule of publication", report)
    return Check(name, made, judge(base, release))


def _of_standard(base: KnowledgeBase, release: Release) -> Iterator[Finding]:
    """Yield what the gate finds; that a working copy is empty is none of it where it begins with its firms' lists.

    Once a version is in force, the standard has what was agreed on, and there is nothing to begin.
    """
    lists = [] if release.fixed else firm_lists(base, release.source)
    for finding in gate(base, release):
        if not (lists and finding.code == EMPTY):
            yield finding
        elif release_in_force(base.releases(), release.source) is None:
            yield _begun(base, release, finding, len(lists))
    if not release.fixed:
        yield from thin_requirements(base, release)


def _begun(base: KnowledgeBase, release: Release, finding: Finding, lists: int) -> Finding:
    """Return that the statements of a standard come from its firms' lists, and what to do next."""
    slug = release.source
    proposed = stored_proposal(base, slug) is not None
    todo = f"standard agreement {slug} -o {slug}.xlsx" if proposed else f"harmonize --standard {slug}"
    told = {
        "severity": Severity.INFO,
        "message": f"has no competency of its own: the standard begins with {count(lists, 'list')} of its firms",
        "remedy": f"{'Decide on what is proposed' if proposed else 'Compare these'}: `ladderworks {todo}`",
    }
    return finding.model_copy(update=told)


def _is_standard(release: Release) -> bool:
    """Return whether a release is of a standard that is worked on here, so that it may be published."""
    return release.reader == PARTNERSHIP or release.status is not None


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
