"""Programs in CTDL: which node is the program, what it says of itself, and what beside it is not read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ontology.report import Finding, Severity
from standards.curricula.ctdl.course import COURSE, all_courses, is_course, parts
from standards.curricula.ctdl.nodes import Node, Nodes, absolute
from standards.curricula.ctdl.outcome import Taught, stating
from standards.curricula.lines import Line

PROGRAMS: Final = ("LearningProgram", "Program")

CIP: Final = re.compile(r"\d{2}\.\d{4}")

FURTHER: Final = (
    "several-programs",
    "ceterms:LearningProgram",
    "is a further program, and is not read",
    "Put each program in a file of its own",
)
"""What is said of a program beside the one that is read: code, column, message and remedy."""

OUTSIDE: Final = (
    "course-outside",
    "ceterms:hasPart",
    "is no part of the program that is read, and is left out",
    "Name it with ceterms:hasPart, or say ceterms:isPartOf with it",
)
"""What is said of a course outside of that program."""


def programs(nodes: Nodes) -> Iterator[Node]:
    """Yield the nodes that are programs: by their class, or because courses are their parts."""
    said = [node for node in nodes.values() if node.classes & set(PROGRAMS)]
    if said:
        yield from said
        return
    for node in nodes.values():
        if COURSE not in node.classes and any(is_course(part) for part in parts(node, nodes)):
            yield node


def facts_of(program: Node, nodes: Nodes) -> Line:
    """Return what holds for all lines of a program."""
    offering = [nodes[address] for address in program.references("offeredBy", "ownedBy") if address in nodes]
    return Line(
        row=program.place,
        program=program.text("name") or None,
        program_iri=absolute(program.address),
        cip=_cip(program, nodes),
        college=next((node.text("name") for node in offering if node.text("name")), None),
    )


def _cip(program: Node, nodes: Nodes) -> str | None:
    kinds = [nodes[address] for address in program.references("instructionalProgramType") if address in nodes]
    said = [kind.text("codedNotation") or kind.text("targetNode") for kind in kinds]
    said += [words.text for words in program.words("instructionalProgramType")]
    return next((code for code in said if CIP.fullmatch(code)), None)


def own_lines(program: Node, taught: Sequence[Taught], facts: Line, shared: Counter[str]) -> Iterator[Line]:
    """Yield what a program teaches itself, as a course of its own name."""
    if taught:
        base = replace(facts, row=program.place, course="program", title=facts.program)
        yield from stating(base, taught, shared)


def other_programs(file: str, others: Sequence[Node], courses: Sequence[Node], nodes: Nodes) -> Iterator[Finding]:
    """Yield the programs that are not read, and the courses that belong to no program that is."""
    for program in others:
        yield _left_out(file, program, program.text("name"), *FURTHER)
    taken = {course.address for course in courses}
    for course in all_courses(nodes):
        if course.address not in taken:
            yield _left_out(file, course, course.text("codedNotation", "name"), *OUTSIDE)


def _left_out(file: str, node: Node, name: str, code: str, column: str, message: str, remedy: str) -> Finding:
    """Return a warning of a program or a course that is not read."""
    return Finding(
        code=code,
        severity=Severity.WARNING,
        file=file,
        row=node.place,
        column=column,
        value=name or node.address,
        message=message,
        remedy=remedy,
    )
