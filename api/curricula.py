"""Curricula: a college's program from a file, or one that is in the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from api.names import ThingKind, read_names
from ontology.errors import NotFoundError
from ontology.identifiers import slug
from ontology.namespaces import CETERMS, RDF
from ontology.records import Course, LearningOutcome, Program, Release
from ontology.report import Report
from ontology.store import KnowledgeBase
from ontology.triples import from_graph
from standards.archives import Archive
from standards.programs import Curriculum, read_program


def find_curriculum(base: KnowledgeBase, name: str) -> Curriculum:
    """Return a program.

    Parameters
    ----------
    name
        A file (CSV or a spreadsheet), or a stored program: its address, the last part of it, or its title.

    Raises
    ------
    NotFoundError
        With the programs there are.
    RefusedError
        Where a cell of the file is wrong.
    """
    if Path(name).is_file():
        (file,) = Archive([Path(name)])
        return read_program(file, base.identifiers)
    stored = read_names(base, ThingKind.PROGRAM)
    for program in stored:
        if name in (program.iri, base.identifiers.local(program.iri)) or slug(name) == slug(program.label):
            return stored_curriculum(base, program.iri)
    there = ", ".join(base.identifiers.local(program.iri) for program in stored) or "none"
    message = f"{name!r} is neither a file nor a program of the knowledge base; it holds {there}"
    raise NotFoundError(message)


def stored_curriculum(base: KnowledgeBase, iri: str) -> Curriculum:
    """Return a program with its courses, by code, and their outcomes, by statement.

    Raises
    ------
    NotFoundError
        Where the newest releases have no such program.
    """
    for release in base.current():
        if (iri, str(CETERMS.LearningProgram)) in set(base.pairs(release, RDF.type)):
            return _from_release(base, release, iri)
    message = f"there is no program {iri}"
    raise NotFoundError(message)


def _from_release(base: KnowledgeBase, release: Release, iri: str) -> Curriculum:
    graph = base.graph(release)
    program = from_graph(graph, Program, iri)
    courses = sorted((from_graph(graph, Course, course) for course in program.courses), key=lambda c: c.code or "")

    def outcomes() -> Iterator[LearningOutcome]:
        for course in courses:
            taught = (from_graph(graph, LearningOutcome, outcome) for outcome in course.teaches)
            yield from sorted(taught, key=lambda outcome: outcome.statement.value)

    return Curriculum(program, tuple(courses), tuple(outcomes()), Report())
