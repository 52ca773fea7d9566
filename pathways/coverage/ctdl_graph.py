"""The curriculum map as CTDL: the program, its courses and outcomes, and what they are aligned with.

What a person accepted is what a course ``ceterms:teaches`` and an alignment of the outcome. What is only suggested
stands apart, in a ``ceterms:AlignmentMap`` that says so. What was rejected is left out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from ontology.records import Iri, Text
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.stated import Stated, stated
from standards.json_documents import Json
from standards.wire.ctdl.credentials import award
from standards.wire.ctdl.objects import Node, alignment, filled, organization, resource, words
from standards.wire.ctdl.writing import write_graph


def to_ctdl(curriculum: CurriculumMap) -> str:
    """Return a curriculum map as a graph of CTDL in JSON-LD."""
    return json.dumps(write_graph(list(_Graph(curriculum).nodes())), ensure_ascii=False, indent=2) + "\n"


class _Graph:
    """A curriculum map, resource by resource in CTDL."""

    def __init__(self, curriculum: CurriculumMap) -> None:
        self._map = curriculum
        self._accepted: dict[str, list[Stated]] = defaultdict(list)
        self._suggested: list[Stated] = []
        for one in stated(curriculum):
            (self._accepted[one.row.subject_id] if one.accepted else self._suggested).append(one)

    def nodes(self) -> Iterator[Node]:
        yield self._program()
        for course in self._map.courses:
            yield self._course(course)
            yield from (self._outcome(outcome) for outcome in course.outcomes)
        if self._suggested:
            yield self._suggestions()

    def _offered(self) -> list[Json]:
        return [organization(self._map.college)] if self._map.college else []

    def _program(self) -> Node:
        said = {
            "ceterms:name": words(self._map.label),
            "ceterms:description": words(self._map.label),
            "ceterms:offeredBy": self._offered(),
            "ceterms:resultsInCredential": [award(self._map.award)] if self._map.award else [],
            "ceterms:hasPart": [course.iri for course in self._map.in_order],
        }
        return resource(self._map.program, "ceterms:LearningProgram", said)

    def _course(self, course: CourseMatch) -> Node:
        taught: dict[str, Node] = {}
        for outcome in course.outcomes:
            for one in self._accepted[outcome.iri]:
                taught.setdefault(one.row.object_id, self._alignment(one))
        credit = {"@type": "ceterms:ValueProfile", "schema:value": course.credits}
        said = {
            "ceterms:name": words(course.label or course.code),
            "ceterms:description": words(course.label or course.code),
            "ceterms:codedNotation": course.code or None,
            "ceterms:offeredBy": self._offered(),
            "ceterms:creditValue": [credit] if course.credits is not None else [],
            "ceterms:teaches": [*(outcome.iri for outcome in course.outcomes), *taught.values()],
        }
        return resource(course.iri, "ceterms:Course", said)

    def _alignment(self, one: Stated) -> Node:
        said = alignment(
            one.row.object_id,
            one.row.object_label,
            description=one.row.comment or None,
            framework=(self._map.framework_iri, self._map.framework_label),
            weight=one.weight,
        )
        return filled({**said, "ceterms:alignmentDate": one.row.review_date or None})

    def _outcome(self, outcome: OutcomeMatch) -> Node:
        text = Text(value=outcome.statement, language=outcome.language.lower())
        said = {
            "ceasn:competencyText": words(text),
            "ceasn:inLanguage": outcome.language,
            "ceasn:majorAlignment": list(dict.fromkeys(one.row.object_id for one in self._accepted[outcome.iri])),
        }
        return resource(outcome.iri, "ceasn:Competency", said)

    def _suggestions(self) -> Node:
        title = f"Suggested alignments of {self._map.label} to {self._map.framework_label}"
        said = {
            "ceterms:name": words(title),
            "ceterms:description": words(
                "Found by comparing the wording of outcomes and competencies. Nobody has"
                " accepted them, or reviewers disagree."
            ),
            "ceterms:ownedBy": self._offered(),
            "ceterms:hasPart": [_suggestion(one) for one in self._suggested],
        }
        iri = Iri(f"{self._map.program}/alignment/{self._map.framework}")
        return resource(iri, "ceterms:AlignmentMap", said)


def _suggestion(one: Stated) -> Node:
    return filled(
        {
            "@type": "ceterms:AlignmentObject",
            "ceterms:sourceNode": one.row.subject_id,
            "ceterms:sourceNodeName": words(one.row.subject_label),
            "ceterms:targetNode": one.row.object_id,
            "ceterms:targetNodeName": words(one.row.object_label),
            "ceterms:weight": one.weight,
            "ceterms:alignmentDate": one.row.review_date or None,
            "ceterms:description": words(one.row.comment or None),
        }
    )
