"""SKOS in: concepts and schemes, in any syntax of RDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from ontology.errors import InputError, RefusedError, UnreadableError
from ontology.graph_reading import SYNTAXES, read_rdf
from ontology.namespaces import RDF, SKOS
from ontology.report import Report
from ontology.statements import statements
from standards.archives import ArchivedFile
from standards.wire.documents import read_document
from standards.wire.skos.judging import judged

JSON: Final = ("jsonld", "json")
"""Syntaxes in JSON, whose faults are told by their places."""


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
    if syntax in JSON and (faults := read_document(file)[1]):
        raise RefusedError(Report(faults))
    try:
        triples = read_rdf(file.read(), syntax)
    except UnreadableError as error:
        message = f"{file.name}: {error}"
        raise UnreadableError(message) from error
    said = [*statements(triples)]
    report = Report(judged(said, file.name))
    if report.refused:
        raise RefusedError(report)
    concepts = sum(one.predicate == str(RDF.type) and one.value == str(SKOS.Concept) for one in said)
    return SkosGraph(triples, concepts), report
