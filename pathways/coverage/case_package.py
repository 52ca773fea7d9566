"""The curriculum map as a CASE package: a program's courses and outcomes, associated with what they teach.

What a person accepted is ``isRelatedTo``, as any server takes it; what is only suggested is of a type of its own, so
that none takes it for more. Both say in their extensions what SSSOM says of them. What was rejected is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from ontology.records import Iri, Moment, Text
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.stated import Stated, last_spoken, moment, stated
from standards.sssom import joined
from standards.suggested_mappings import UNSPECIFIED, tool
from standards.wire.case.package import Package
from standards.wire.case.records import CFAssociation, CFAssociationGrouping, CFDocument, CFItem, CFLicense
from standards.wire.case.writing import write_package
from standards.wire.reading import json_text
from standards.wire.uuids import derived_uuid, uuid_of

ACCEPTED: Final = "isRelatedTo"
SUGGESTED: Final = "ext:ladderworks.suggestion"
CHILD: Final = "isChildOf"

GROUPINGS: Final = {True: "Accepted by reviewers", False: "Suggested, accepted by nobody"}
"""Titles of the groupings by whether people accepted what is in them."""


def to_case(curriculum: CurriculumMap) -> str:
    """Return a curriculum map as a CASE 1.1 package in JSON."""
    return json.dumps(write_package(to_package(curriculum)), ensure_ascii=False, indent=2) + "\n"


def to_package(curriculum: CurriculumMap) -> Package:
    """Return a curriculum map as a package whose document is the alignment."""
    writer = _Alignment(curriculum)
    associations = [*writer.hierarchy(), *writer.alignments()]
    used = {one.grouping for one in associations}
    return Package(
        writer.document(),
        items=tuple(writer.items()),
        associations=tuple(associations),
        licenses=tuple(writer.licenses()),
        groupings=tuple(one for one in writer.groupings() if one.iri in used),
    )


class _Alignment:
    """A curriculum map, piece by piece in CASE."""

    def __init__(self, curriculum: CurriculumMap) -> None:
        self._map = curriculum
        self._iri = Iri(f"{curriculum.program}/alignment/{curriculum.framework}")
        self._changed = moment(last_spoken(curriculum))
        self._licensed = None if curriculum.license == UNSPECIFIED else Iri(curriculum.license)

    def document(self) -> CFDocument:
        return CFDocument(
            iri=self._iri,
            identifier=uuid_of(self._iri),
            modified=self._changed,
            title=Text(value=f"{self._map.label} to {self._map.framework_label}"),
            description=Text(value=f"Which outcomes teach which competencies of {self._map.framework_label}"),
            creator=self._map.college or tool(),
            framework_type="Crosswalk",
            license=self._licensed,
        )

    def licenses(self) -> Iterator[CFLicense]:
        if self._licensed:
            address = Text(value=self._licensed)
            yield CFLicense(
                iri=self._licensed,
                identifier=uuid_of(self._licensed),
                modified=self._changed,
                title=address,
                text=address,
            )

    def groupings(self) -> Iterator[CFAssociationGrouping]:
        for accepted, title in GROUPINGS.items():
            iri = self._grouping(accepted=accepted)
            yield CFAssociationGrouping(
                iri=iri, identifier=uuid_of(iri), modified=self._changed, title=Text(value=title)
            )

    def _grouping(self, *, accepted: bool) -> Iri:
        return Iri(f"{self._iri}#{'accepted' if accepted else 'suggested'}")

    def items(self) -> Iterator[CFItem]:
        for course in self._map.courses:
            yield self._course(course)
            for outcome in course.outcomes:
                yield self._outcome(outcome)

    def _course(self, course: CourseMatch) -> CFItem:
        return CFItem(
            iri=course.iri,
            identifier=uuid_of(course.iri),
            modified=self._changed,
            full_statement=Text(value=course.label or course.code),
            item_type=Text(value="Course"),
            coding_scheme=course.code or None,
        )

    def _outcome(self, outcome: OutcomeMatch) -> CFItem:
        return CFItem(
            iri=outcome.iri,
            identifier=uuid_of(outcome.iri),
            modified=self._changed,
            full_statement=Text(value=outcome.statement, language=outcome.language.lower()),
            item_type=Text(value="Learning Outcome"),
            language=outcome.language,
        )

    def hierarchy(self) -> Iterator[CFAssociation]:
        """Yield where courses and outcomes stand, in the order of the college."""
        yield from self._children((course.iri for course in self._map.in_order), self._iri)
        for course in self._map.courses:
            yield from self._children((outcome.iri for outcome in course.outcomes), course.iri)

    def _children(self, children: Iterable[Iri], above: Iri) -> Iterator[CFAssociation]:
        for number, iri in enumerate(children, start=1):
            yield _association(CHILD, iri, above, self._changed, sequence=number)

    def alignments(self) -> Iterator[CFAssociation]:
        """Yield what the outcomes teach; reviewers who disagree each have their own association."""
        for one in stated(self._map):
            end = Iri(one.row.object_id)
            yield _association(
                ACCEPTED if one.accepted else SUGGESTED,
                Iri(one.row.subject_id),
                end,
                moment(one.at),
                by=(one.row.mapping_justification, joined(one.row.reviewer_label)),
                grouping=self._grouping(accepted=one.accepted),
                notes=_notes(one),
                extensions=json_text(one.slots),
                links=json_text({end: {"title": one.row.object_label, "identifier": uuid_of(end)}}),
            )


def _association(
    named: str, origin: Iri, destination: Iri, modified: Moment, by: tuple[str, ...] = (), **more: object
) -> CFAssociation:
    identifier = derived_uuid(" ".join((origin, named, destination, *by)))
    return CFAssociation.model_validate(
        {
            "iri": f"urn:uuid:{identifier}",
            "identifier": identifier,
            "modified": modified,
            "association_type": named,
            "origin": origin,
            "destination": destination,
            **more,
        }
    )


def _notes(one: Stated) -> Text:
    """Return in words how sure it is."""
    row = one.row
    sure = "" if row.confidence is None else f" with a confidence of {row.confidence:.2f}"
    said = f"Accepted by {', '.join(row.reviewer_label)}" if one.accepted else f"Suggested{sure}"
    return Text(value=". ".join(filter(None, (said, row.comment))))
