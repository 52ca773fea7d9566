"""Programs in CTDL: ``ceterms:LearningProgram`` and ``ceterms:Course`` in JSON-LD.

The parts of the program (``hasPart``, or ``isPartOf`` from the other side) are its courses. What a course ``teaches``
or ``assesses`` are its outcomes: competencies in the same document, by their ``ceasn:competencyText``, or
``ceterms:CredentialAlignmentObject``s, by their ``targetNodeName``. Where that is a name of a few words only, the
``targetNodeDescription`` is the statement and the name its code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.curricula.ctdl.course import all_courses, course_keys, course_line, courses_of
from standards.curricula.ctdl.nodes import ENVELOPE, Node, Nodes, read_nodes
from standards.curricula.ctdl.outcome import dangling, stating, taught
from standards.curricula.ctdl.program import facts_of, other_programs, own_lines, programs
from standards.curricula.lines import Line, to_table
from standards.json_documents import Json, looks_like_json, read_documents
from standards.tables import Table

HEADERS: Final = {
    "program": "ceterms:LearningProgram",
    "code": "ceterms:codedNotation",
    "title": "ceterms:name",
    "description": "ceterms:description",
    "credits": "ceterms:creditValue",
    "prerequisites": "ceterms:prerequisite",
    "outcome": "ceterms:teaches",
}


def is_ctdl(file: ArchivedFile) -> bool:
    """Whether a file is JSON-LD, or an envelope with it."""
    if not looks_like_json(file):
        return False
    return any(_is_linked(document) for document in read_documents(file))


def _is_linked(document: Json) -> bool:
    entry = next(iter(document), None) if isinstance(document, list) else document
    return isinstance(entry, dict) and any(
        key.startswith(("@", "ceterms:", "https://purl.org/ctdl")) or key in ENVELOPE for key in entry
    )


def read_ctdl(file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
    """Read the program of a document, or its courses where it has none; of several programs, the one with most parts.

    Nothing is fetched. The number of a line is the place of its course among the nodes of the document.

    Raises
    ------
    UnreadableError
        Where it is no JSON.
    """
    nodes = read_nodes(read_documents(file))
    ranked = sorted(programs(nodes), key=lambda program: (-len(courses_of(program, nodes)), program.place))
    program, others = (ranked[0] if ranked else None), ranked[1:]
    courses = courses_of(program, nodes) if program else all_courses(nodes)
    if not courses and not program:
        return to_table(file.name, (), Report([_nothing(file.name, nodes)]), 0, HEADERS)
    lines = [*_lines(program, courses, nodes)]
    findings = [*other_programs(file.name, others, courses, nodes), *dangling(file.name, courses, nodes)]
    return to_table(file.name, lines, Report(findings), len(lines), HEADERS)


def _lines(program: Node | None, courses: Sequence[Node], nodes: Nodes) -> Iterator[Line]:
    """Yield the lines of the courses, then of what the program teaches itself."""
    facts = facts_of(program, nodes) if program else Line(row=1)
    stated = {course.address: [*taught(course, nodes)] for course in courses}
    shared = Counter(source for outcomes in stated.values() for source in {outcome.source for outcome in outcomes})
    keys = course_keys(courses)
    for course in courses:
        base = course_line(course, keys[course.address], facts, nodes)
        yield from stating(base, stated[course.address], shared)
    if program:
        yield from own_lines(program, [*taught(program, nodes)], facts, shared)


def _nothing(file: str, nodes: Nodes) -> Finding:
    classes = ", ".join(sorted({name for node in nodes.values() for name in node.classes})) or "no classes"
    return Finding(
        code="no-course",
        severity=Severity.ERROR,
        file=file,
        message=f"there is neither a ceterms:LearningProgram nor a ceterms:Course; there are {classes}",
        remedy="Export the program with its courses",
    )
