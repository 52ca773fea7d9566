"""Outcomes in CTDL: competencies and alignments that a course or a program teaches or assesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ontology.addresses import is_address
from ontology.report import Finding, Severity
from standards.curricula.ctdl.nodes import Node, Nodes, Words, last_part
from standards.curricula.lines import Line

TAUGHT: Final = ("teaches", "assesses")
FEW_WORDS: Final = 5
"""From how many words on a name says what students can do."""


@dataclass(frozen=True)
class Taught:
    """An outcome of a course, and the address of the node that it comes from."""

    words: Words
    source: str
    code: str | None = None
    own: bool = False
    """Whether the node is a competency of the document, not one that it only points to."""


def taught(node: Node, nodes: Nodes) -> Iterator[Taught]:
    """Yield what a course teaches or assesses, each statement once."""
    seen: set[str] = set()
    for outcome in _stated(node, nodes):
        if outcome.words.text not in seen:
            seen.add(outcome.words.text)
            yield outcome


def _stated(node: Node, nodes: Nodes) -> Iterator[Taught]:
    for name in TAUGHT:
        for words in node.words(name):
            yield Taught(words, "")
        for address in node.references(name):
            if address in nodes:
                yield from _outcome(nodes[address])


def _outcome(node: Node) -> Iterator[Taught]:
    """Yield the outcome that a competency or an alignment stands for, if it says any."""
    code = node.text("codedNotation") or None
    competency = next(iter(node.words("competencyText", "competencyLabel")), None)
    name = next(iter(node.words("targetNodeName", "name")), None)
    full = next(iter(node.words("targetNodeDescription", "description")), None)
    if competency:
        yield Taught(competency, node.address, code, own=is_address(node.address))
    elif name and full and len(name.text.split()) < FEW_WORDS:
        yield Taught(full, node.address, code or name.text)
    elif said := name or full:
        yield Taught(said, node.address, code)


def stating(base: Line, outcomes: Sequence[Taught], shared: Counter[str]) -> Iterator[Line]:
    """Yield the lines of a course; what several courses teach is an outcome of each, with an address of its own."""
    for outcome in outcomes:
        own = outcome.own and shared[outcome.source] == 1
        yield replace(
            base,
            outcome=outcome.words.text,
            language=outcome.words.language,
            outcome_code=outcome.code,
            outcome_iri=outcome.source if own else None,
            outcome_key=last_part(outcome.source) if outcome.own else None,
        )
    if not outcomes:
        yield base


def dangling(file: str, courses: Sequence[Node], nodes: Nodes) -> Iterator[Finding]:
    """Yield the competencies that a course points to and the document does not hold, and those that say nothing."""
    for course in courses:
        for address in course.references(*TAUGHT):
            if address not in nodes or not list(_outcome(nodes[address])):
                yield Finding(
                    code="no-statement",
                    severity=Severity.WARNING,
                    file=file,
                    row=course.place,
                    column="ceterms:teaches",
                    value=address,
                    message="has no text in this document, and nothing is fetched; the outcome is missing",
                    remedy="Export the competencies with the courses, or give a targetNodeName",
                )
