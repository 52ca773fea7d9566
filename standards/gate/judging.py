"""Judging a standard: what stands in the way of publishing it, and what is worth a look before.

A standard passes when no finding is an error. Each record is judged by its shape and all of them together by the rules
of publication (SHACL), the graph with the vocabulary by a reasoner (OWL), what it points to against the sources and
standards that are here, and its addresses against the versions that were published before.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from ontology import integrity, reasoning, shapes
from ontology.errors import InconsistentError, InputError
from ontology.records import Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.gate.addresses import reused_addresses
from standards.gate.links import wrong_links


def gate(base: KnowledgeBase, release: Release, known: KnowledgeBase | None = None) -> Report:
    """Return what stands in the way of publishing a release (errors), and what is worth a look (warnings).

    Parameters
    ----------
    base
        With the versions that were published before it.
    known
        With all that it may point to: other standards and sources; without it, the same as `base`.
    """
    with ThreadPoolExecutor(1) as aside:  # the reasoner is a process of its own, so the rest takes no longer
        contradictions = aside.submit(lambda: list(_contradictions(base, release)))
        shaped = shapes.findings(base.graph(release))
        whole = [
            *integrity.findings(base, release),
            *wrong_links(base, release, known or base),
            *_unlicensed(release),
            *reused_addresses(base, release),
        ]
        return Report([*shaped, *contradictions.result(), *whole])


def judge(base: KnowledgeBase, release: Release) -> Report:
    """Return what is wrong with the records of a release, and with all of it and the vocabulary together.

    It is for what nobody publishes here: where it cannot be reasoned over, nobody can tell, and that is no error.
    """
    with ThreadPoolExecutor(1) as aside:
        contradictions = aside.submit(lambda: list(_contradictions(base, release)))
        shaped = shapes.findings(base.graph(release))
        return Report([*shaped, *map(_eased, contradictions.result())])


def _eased(finding: Finding) -> Finding:
    if finding.code != "not-reasoned":
        return finding
    return finding.model_copy(update={"severity": Severity.UNKNOWN, "remedy": "Look at what it says in parts."})


def _contradictions(base: KnowledgeBase, release: Release) -> Iterator[Finding]:
    """Yield what the reasoner finds wrong with a release and the vocabulary together."""
    graph = base.graph(release)
    try:
        classified = reasoning.check(graph)
    except InconsistentError as error:
        rule = integrity.rule("inconsistent")
        clashes = reasoning.clashes(graph)
        yield from (rule.broken(clash.node, says=clash.says) for clash in clashes)
        if not clashes:
            yield rule.broken(release.iri, says=str(error))
    except InputError as error:
        yield integrity.rule("not-reasoned").broken(release.iri, says=str(error))
    else:
        yield from (integrity.rule("unsatisfiable-class").broken(name) for name in classified.unsatisfiable)


def _unlicensed(release: Release) -> Iterator[Finding]:
    if release.license is None:
        yield integrity.rule("release-without-license").broken(release.iri)
