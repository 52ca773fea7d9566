"""What is wrong with a graph in SKOS: with its texts, with its labels, and with what leads nowhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ontology.namespaces import DCTERMS, RDF, SKOS, SKOSXL
from ontology.report import Finding, Severity
from ontology.statements import Statement
from standards.wire.circles import told_circles
from standards.wire.texts import fault, faults_of_text

LEADING: Final = frozenset(
    str(name)
    for name in (
        *(SKOS.broader, SKOS.narrower, SKOS.related, SKOS.broaderTransitive, SKOS.narrowerTransitive),
        *(SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch),
        *(SKOS.inScheme, SKOS.topConceptOf, SKOS.hasTopConcept, DCTERMS.type),
    )
)
"""Properties that lead from thing to thing."""

LABELS: Final = frozenset(str(name) for name in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel))
"""Properties whose values are texts (SKOS S12)."""


def judged(said: Sequence[Statement], file: str) -> Iterator[Finding]:
    """Yield what is wrong with a graph."""
    yield from (finding for one in said for finding in _of_one(one, file))
    yield from _two_labels(said, file)
    yield from _unlabeled(said, file)
    yield from _circular(said, file)
    if not any(_concepts(said)):
        message, remedy = "it has no skos:Concept", "Export a concept scheme in SKOS"
        yield Finding(code="no-concepts", severity=Severity.ERROR, file=file, message=message, remedy=remedy)


def _of_one(said: Statement, file: str) -> Iterator[Finding]:
    """Yield what is wrong with one statement."""
    yield from faults_of_text(said, file)
    if said.literal and said.predicate in LEADING:
        message = "a text where an address is expected; kept, and nothing follows it"
        yield _finding(said, file, "no-address", message, "Write it as an address: <http://…>")
    if not said.literal and said.predicate in LABELS:
        message = "an address where a label is expected (SKOS S12); kept, and not shown"
        yield _finding(said, file, "no-text", message, "Write it as a text in quotes")


def _two_labels(said: Iterable[Statement], file: str) -> Iterator[Finding]:
    """Yield where there are two preferred labels in one language (SKOS S14)."""
    labels = Counter((one.subject, one.language or "") for one in said if one.predicate == str(SKOS.prefLabel))
    for (node, tag), number in labels.items():
        if number > 1:
            yield Finding(
                code="two-labels",
                severity=Severity.WARNING,
                file=file,
                node=node,
                path="skos:prefLabel",
                value=tag,
                message=f"{number} preferred labels in one language (SKOS S14); one of them will be shown",
                remedy="Make the others skos:altLabel",
            )


def _unlabeled(said: Sequence[Statement], file: str) -> Iterator[Finding]:
    """Yield the concepts that are no competencies, since nothing names them."""
    labeled = {one.subject for one in said if one.literal and one.predicate == str(SKOS.prefLabel)}
    elsewhere = {one.subject for one in said if one.predicate == str(SKOSXL.prefLabel)}
    for node in dict.fromkeys(_concepts(said)):
        if node.startswith("_:"):
            message, remedy = "a concept without an address; kept, but nothing can lead to it", "Give it an address"
            yield _unnamed(file, "no-name", node, message, remedy)
        elif node not in labeled:
            where = "has its label in SKOS-XL only" if node in elsewhere else "has no skos:prefLabel"
            message, remedy = f"a concept that {where}; kept, but nothing is matched with it", "Add its skos:prefLabel"
            yield _unnamed(file, "no-label", node, message, remedy)


def _concepts(said: Iterable[Statement]) -> Iterator[str]:
    """Yield the names of the concepts."""
    kind, concept = str(RDF.type), str(SKOS.Concept)
    return (one.subject for one in said if one.predicate == kind and one.value == concept and not one.literal)


def _circular(said: Iterable[Statement], file: str) -> Iterator[Finding]:
    """Yield each circle of concepts above one another: SKOS does not forbid them, most readers run in circles."""
    above: dict[str, list[str]] = defaultdict(list)
    for one in said:
        if one.predicate == str(SKOS.broader) and not one.literal:
            above[one.subject].append(one.value)
        elif one.predicate == str(SKOS.narrower) and not one.literal:
            above[one.value].append(one.subject)
    for found in told_circles(dict(above), file, "skos:broader", things="concepts", links="links"):
        yield found.model_copy(update={"severity": Severity.WARNING})


def _unnamed(file: str, code: str, node: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, file=file, node=node, message=message, remedy=remedy)


def _finding(said: Statement, file: str, code: str, message: str, remedy: str) -> Finding:
    return fault(said, file, code, message, remedy).model_copy(update={"severity": Severity.WARNING})
