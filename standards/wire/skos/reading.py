"""SKOS in: concepts and schemes, in any syntax of RDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from ontology.errors import InputError, RefusedError, UnreadableError
from ontology.graph_reading import SYNTAXES, read_rdf
from ontology.namespaces import SKOS
from ontology.report import Finding, Report, Severity, excerpt
from standards.archives import ArchivedFile
from standards.wire.documents import BOUNDS

LITERAL: Final = re.compile(r'^<([^>]*)> <([^>]*)> "((?:[^"\\]|\\.)*)"(?:@(\S+)|\^\^<[^>]*>)? \.$', re.MULTILINE)
"""A statement with a literal, in N-Triples."""

TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*|x(-[A-Za-z0-9]{1,8})+")
"""A language tag as BCP 47 has them: a code of two or three letters first, or a private one."""


@dataclass(frozen=True)
class SkosGraph:
    """What a file says.

    Parameters
    ----------
    triples
        N-Triples, in order.
    concepts
        How many concepts it has.
    """

    triples: bytes
    concepts: int


def read_skos(file: ArchivedFile) -> tuple[SkosGraph, Report]:
    """Return what a file says, and what was found on the way.

    Raises
    ------
    InputError
        Where the end of its name is none of a syntax of RDF.
    UnreadableError
        Where it is not in that syntax, with the line of the first fault.
    RefusedError
        Where something in it is wrong; the error carries the report.
    """
    syntax = PurePath(file.plain_name).suffix.removeprefix(".").lower()
    if syntax not in SYNTAXES:
        message = (
            f"{file.name} does not end in {', '.join(f'.{name}' for name in SYNTAXES)}; rename it after its syntax"
        )
        raise InputError(message)
    try:
        triples = read_rdf(file.read(), syntax)
    except UnreadableError as error:
        message = f"{file.name}: {error}"
        raise UnreadableError(message) from error
    said = triples.decode()
    concepts = said.count(f"> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{SKOS.Concept}> .")
    report = Report(_judged(said, concepts, file.name))
    if report.refused:
        raise RefusedError(report)
    return SkosGraph(triples, concepts), report


def _judged(said: str, concepts: int, file: str) -> Iterator[Finding]:
    """Yield what is wrong with literals, and with labels together (SKOS S14: one preferred label in a language)."""
    preferred: Counter[tuple[str, str]] = Counter()
    for node, path, text, tag in LITERAL.findall(said):
        if len(text) > BOUNDS.text:
            yield _too_long(file, node, path, text)
        if tag and not TAG.fullmatch(tag):
            yield _no_language(file, node, path, tag)
        if path == str(SKOS.prefLabel):
            preferred[node, tag] += 1
    yield from (_two_labels(file, node, tag) for (node, tag), number in preferred.items() if number > 1)
    if not concepts:
        yield Finding(
            code="no-concepts",
            severity=Severity.ERROR,
            file=file,
            message="it has no skos:Concept",
            remedy="Export a concept scheme in SKOS",
        )


def _too_long(file: str, node: str, path: str, text: str) -> Finding:
    return Finding(
        code="too-long",
        severity=Severity.ERROR,
        file=file,
        node=node,
        path=path,
        value=excerpt(text),
        message=f"a text of {len(text):,} characters, where at most {BOUNDS.text:,} are read",
        remedy="Shorten it, or keep it elsewhere and give its address",
    )


def _no_language(file: str, node: str, path: str, tag: str) -> Finding:
    return Finding(
        code="no-language",
        severity=Severity.WARNING,
        file=file,
        node=node,
        path=path,
        value=tag,
        message="this is no language tag; kept as it came",
        remedy="Write it as en, es or pt-BR (BCP 47)",
    )


def _two_labels(file: str, node: str, tag: str) -> Finding:
    return Finding(
        code="two-labels",
        severity=Severity.WARNING,
        file=file,
        node=node,
        path="skos:prefLabel",
        value=tag,
        message="two preferred labels in one language (SKOS S14); one of them will be shown",
        remedy="Make the others skos:altLabel",
    )
