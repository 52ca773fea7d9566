"""Programs in CTDL: ``ceterms:LearningProgram`` and ``ceterms:Course`` in JSON-LD.

The parts of the program (``hasPart``, or ``isPartOf`` from the other side) are its courses. What a course ``teaches``
or ``assesses`` are its outcomes: competencies in the same document, by their ``ceasn:competencyText``, or
``ceterms:CredentialAlignmentObject``s, by their ``targetNodeName``. Where that is a name of a few words only, the
``targetNodeDescription`` is the statement and the name its code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.columns import ABSOLUTE
from standards.curricula.json_documents import Json, looks_like_json, read_documents
from standards.curricula.lines import Line, to_table
from standards.curricula.linked_nodes import ENVELOPE, Node, Words, read_nodes
from standards.tables import Table

PROGRAMS: Final = ("LearningProgram", "Program")
COURSE: Final = "Course"
OPPORTUNITY: Final = "LearningOpportunityProfile"
TAUGHT: Final = ("teaches", "assesses")
FEW_WORDS: Final = 5
"""From how many words on a name says what students can do."""

CIP: Final = re.compile(r"\d{2}\.\d{4}")
HEADERS: Final = {
    "program": "ceterms:LearningProgram",
    "code": "ceterms:codedNotation",
    "title": "ceterms:name",
    "description": "ceterms:description",
    "credits": "ceterms:creditValue",
    "prerequisites": "ceterms:prerequisite",
    "outcome": "ceterms:teaches",
}

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

Nodes = Mapping[str, Node]


@dataclass(frozen=True)
class Taught:
    """An outcome of a course, and the address of the node that it comes from."""

    words: Words
    source: str
    code: str | None = None
    own: bool = False
    """Whether the node is a competency of the document, not one that it only points to."""


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
    programs = sorted(_programs(nodes), key=lambda program: (-len(_courses(program, nodes)), program.place))
    program, others = (programs[0] if programs else None), programs[1:]
    courses = _courses(program, nodes) if program else _all_courses(nodes)
    if not courses and not program:
        return to_table(file.name, (), Report([_nothing(file.name, nodes)]), 0, HEADERS)
    facts = _facts(program, nodes) if program else Line(row=1)
    taught = {course.address: [*_taught(course, nodes)] for course in courses}
    findings = [*_other_programs(file.name, others, courses, nodes), *_dangling(file.name, courses, nodes)]
    shared = Counter(each.source for outcomes in taught.values() for each in {t.source: t for t in outcomes}.values())
    keys = _course_keys(courses)
    lines = [
        line
        for course in courses
        for line in _stating(_course_line(course, keys[course.address], facts, nodes), taught[course.address], shared)
    ]
    if program:
        lines += _of_program(program, [*_taught(program, nodes)], facts, shared)
    return to_table(file.name, lines, Report(findings), len(lines), HEADERS)


def _programs(nodes: Nodes) -> Iterator[Node]:
    """Yield the nodes that are programs: by their class, or because courses are their parts."""
    said = [node for node in nodes.values() if node.classes & set(PROGRAMS)]
    if said:
        yield from said
        return
    for node in nodes.values():
        if COURSE not in node.classes and any(_is_course(part) for part in _parts(node, nodes)):
            yield node


def _is_course(node: Node) -> bool:
    return COURSE in node.classes or (OPPORTUNITY in node.classes and not node.values.get("hasPart"))


def _all_courses(nodes: Nodes) -> list[Node]:
    return [node for node in nodes.values() if _is_course(node)]


def _parts(node: Node, nodes: Nodes) -> list[Node]:
    """Return what a node has as parts, whichever side says so."""
    named = [nodes[address] for address in node.references("hasPart") if address in nodes]
    naming = [other for other in nodes.values() if node.address in other.references("isPartOf")]
    return list({part.address: part for part in (*named, *naming)}.values())


def _courses(program: Node, nodes: Nodes) -> list[Node]:
    """Return the courses among the parts of a program and the parts of these, each once."""
    found: dict[str, Node] = {}
    waiting, seen = [program], {program.address}
    while waiting:
        for part in _parts(waiting.pop(0), nodes):
            if part.address not in seen:
                seen.add(part.address)
                waiting.append(part)
                if _is_course(part):
                    found[part.address] = part
    return list(found.values())


def _taught(node: Node, nodes: Nodes) -> Iterator[Taught]:
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
        yield Taught(competency, node.address, code, own=bool(re.match(ABSOLUTE, node.address)))
    elif name and full and len(name.text.split()) < FEW_WORDS:
        yield Taught(full, node.address, code or name.text)
    elif said := name or full:
        yield Taught(said, node.address, code)


def _course_keys(courses: list[Node]) -> dict[str, str]:
    """Return the last part of the address of each course, or all of it where two have that in common."""
    lasts = Counter(_last(course.address) for course in courses)
    return {c.address: _last(c.address) if lasts[_last(c.address)] == 1 else c.address for c in courses}


def _course_line(course: Node, key: str, facts: Line, nodes: Nodes) -> Line:
    """Return what holds for all lines of a course."""
    return replace(
        facts,
        row=course.place,
        course=key,
        course_iri=_absolute(course.address),
        code=course.text("codedNotation", "courseCode") or None,
        title=course.text("name") or None,
        description=course.text("description") or None,
        credits=_credits(course, nodes),
        prerequisites="; ".join(_prerequisites(course, nodes)) or None,
    )


def _of_program(program: Node, taught: list[Taught], facts: Line, shared: Counter[str]) -> Iterator[Line]:
    """Yield what a program teaches itself, as a course of its own name."""
    if taught:
        base = replace(facts, row=program.place, course="program", title=facts.program)
        yield from _stating(base, taught, shared)


def _stating(base: Line, taught: list[Taught], shared: Counter[str]) -> Iterator[Line]:
    """Yield the lines of a course; what several courses teach is an outcome of each, with an address of its own."""
    for outcome in taught:
        own = outcome.own and shared[outcome.source] == 1
        yield replace(
            base,
            outcome=outcome.words.text,
            language=outcome.words.language,
            outcome_code=outcome.code,
            outcome_iri=outcome.source if own else None,
            outcome_key=_last(outcome.source) if outcome.own else None,
        )
    if not taught:
        yield base


def _facts(program: Node, nodes: Nodes) -> Line:
    """Return what holds for all lines of a program."""
    offering = [nodes[address] for address in program.references("offeredBy", "ownedBy") if address in nodes]
    return Line(
        row=program.place,
        program=program.text("name") or None,
        program_iri=_absolute(program.address),
        cip=_cip(program, nodes),
        college=next((node.text("name") for node in offering if node.text("name")), None),
    )


def _cip(program: Node, nodes: Nodes) -> str | None:
    kinds = [nodes[address] for address in program.references("instructionalProgramType") if address in nodes]
    said = [kind.text("codedNotation") or kind.text("targetNode") for kind in kinds]
    said += [words.text for words in program.words("instructionalProgramType")]
    return next((code for code in said if CIP.fullmatch(code)), None)


def _credits(course: Node, nodes: Nodes) -> float | None:
    """Return the credits of a course: a number, or the value of the first profile with one."""
    profiles = [nodes[address] for address in course.references("creditValue") if address in nodes]
    said = [profile.text("value", "minValue") for profile in profiles]
    said += [course.text("creditValue"), course.text("creditUnitValue"), course.text("creditHourValue")]
    numbers = (_number(text) for text in said)
    return next((number for number in numbers if number is not None), None)


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None


def _prerequisites(course: Node, nodes: Nodes) -> list[str]:
    """Return the codes or names of the courses that come first, directly or in a condition."""
    conditions = [nodes[address] for address in course.references("requires") if address in nodes]
    named = course.references("prerequisite")
    named += [each for condition in conditions for each in condition.references("targetLearningOpportunity")]
    said = [nodes[each].text("codedNotation", "name") or each if each in nodes else each for each in named]
    return list(dict.fromkeys([*said, *(words.text for words in course.words("prerequisite"))]))


def _absolute(address: str) -> str | None:
    return address if re.match(ABSOLUTE, address) else None


def _last(address: str) -> str:
    return re.split(r"[/#]", address.rstrip("/#"))[-1]


def _nothing(file: str, nodes: Nodes) -> Finding:
    classes = ", ".join(sorted({name for node in nodes.values() for name in node.classes})) or "no classes"
    return Finding(
        code="no-course",
        severity=Severity.ERROR,
        file=file,
        message=f"there is neither a ceterms:LearningProgram nor a ceterms:Course; there are {classes}",
        remedy="Export the program with its courses",
    )


def _other_programs(file: str, others: list[Node], courses: list[Node], nodes: Nodes) -> Iterator[Finding]:
    """Yield the programs that are not read, and the courses that belong to no program that is."""
    for program in others:
        yield _left_out(file, program, program.text("name"), *FURTHER)
    taken = {course.address for course in courses}
    for course in _all_courses(nodes):
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


def _dangling(file: str, courses: list[Node], nodes: Nodes) -> Iterator[Finding]:
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
