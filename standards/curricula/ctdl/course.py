"""Courses in CTDL: what holds for all that a course teaches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from standards.curricula.ctdl.nodes import Node, Nodes, absolute, last_part
from standards.curricula.lines import Line

COURSE: Final = "Course"
OPPORTUNITY: Final = "LearningOpportunityProfile"


def is_course(node: Node) -> bool:
    """Whether a node is a course, by its class; a learning opportunity is one where it has no parts."""
    return COURSE in node.classes or (OPPORTUNITY in node.classes and not node.values.get("hasPart"))


def all_courses(nodes: Nodes) -> list[Node]:
    """Return the nodes that are courses, in their order."""
    return [node for node in nodes.values() if is_course(node)]


def parts(node: Node, nodes: Nodes) -> list[Node]:
    """Return what a node has as parts, whichever side says so."""
    named = [nodes[address] for address in node.references("hasPart") if address in nodes]
    naming = [other for other in nodes.values() if node.address in other.references("isPartOf")]
    return list({part.address: part for part in (*named, *naming)}.values())


def courses_of(program: Node, nodes: Nodes) -> list[Node]:
    """Return the courses among the parts of a program and the parts of these, each once."""
    found: dict[str, Node] = {}
    waiting, seen = [program], {program.address}
    while waiting:
        for part in parts(waiting.pop(0), nodes):
            if part.address not in seen:
                seen.add(part.address)
                waiting.append(part)
                if is_course(part):
                    found[part.address] = part
    return list(found.values())


def course_keys(courses: Sequence[Node]) -> dict[str, str]:
    """Return the last part of the address of each course, or all of it where two have that in common."""
    lasts = Counter(last_part(course.address) for course in courses)
    return {c.address: last_part(c.address) if lasts[last_part(c.address)] == 1 else c.address for c in courses}


def course_line(course: Node, key: str, facts: Line, nodes: Nodes) -> Line:
    """Return what holds for all lines of a course."""
    return replace(
        facts,
        row=course.place,
        course=key,
        course_iri=absolute(course.address),
        code=course.text("codedNotation", "courseCode") or None,
        title=course.text("name") or None,
        description=course.text("description") or None,
        credits=_credits(course, nodes),
        prerequisites="; ".join(_prerequisites(course, nodes)) or None,
    )


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
