"""Programs, courses and apprenticeships, as learning opportunities of CTDL."""

from __future__ import annotations

from typing import Final

from ontology.records import Apprenticeship, Course, Program
from standards.json_documents import Json
from standards.wire.ctdl.credentials import award
from standards.wire.ctdl.objects import (
    Node,
    alignment,
    concept,
    condition,
    hours,
    lasting,
    months,
    organization,
    present,
    resource,
    words,
)
from standards.wire.ctdl.shelf import Shelf

CIP: Final = "Classification of Instructional Programs"


def program(one: Program) -> Node:
    """Return a program with its courses and what it leads to."""
    code = one.instructional_code
    said = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.label),
        "ceterms:offeredBy": [one.offered_by] if one.offered_by else [],
        "ceterms:instructionalProgramType": [alignment(None, code, code=code, framework=(None, CIP))] if code else [],
        "ceterms:resultsInCredential": [award(one.award)] if one.award else [],
        "ceterms:hasPart": [*one.courses],
    }
    return resource(one.iri, "ceterms:LearningProgram", said)


def course(shelf: Shelf, one: Course) -> Node:
    """Return a course with what it teaches and what must come before it."""
    there = shelf.codes[one.iri]
    before = [there[code] for code in one.prerequisites if code in there]
    others = [code for code in one.prerequisites if code not in there]
    credit = {"@type": "ceterms:ValueProfile", "schema:value": one.credits}
    said = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.description or one.label),
        "ceterms:codedNotation": one.code,
        "ceterms:creditValue": [credit] if one.credits is not None else [],
        "ceterms:prerequisite": before,
        "ceterms:requires": [condition("Prerequisite", code) for code in others],
        "ceterms:teaches": [
            alignment(outcome.iri, outcome.statement, code=outcome.code) for outcome in shelf.outcomes.get(one.iri, ())
        ],
    }
    return resource(one.iri, "ceterms:Course", said)


def apprenticeship(shelf: Shelf, one: Apprenticeship) -> Node:
    """Return an apprenticeship with what it takes, what it teaches and what it leads to."""
    times = [
        lasting("exactDuration", months(one.months), "From the beginning to the end"),
        lasting("timeRequired", hours(one.job_hours), "On-the-job training"),
        lasting("timeRequired", hours(one.instruction_hours), "Related instruction"),
    ]
    entry = shelf.conditions.get(one.entry or "")
    sponsor: list[Json] = [one.offered_by] if one.offered_by else []
    said = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.label),
        "ceterms:codedNotation": one.code,
        "ceterms:subjectWebpage": one.page,
        "ceterms:offeredBy": sponsor or ([organization(one.sponsor)] if one.sponsor else []),
        "ceterms:isRegisteredApprenticeship": one.registered,
        "ceterms:registeredBy": [organization(one.agency)] if one.agency else [],
        "ceterms:learningMethodType": [concept("learnMethod", "Apprenticeship", "Apprenticeship")],
        "ceterms:occupationType": shelf.occupations(one.occupations),
        "ceterms:entryCondition": [condition("Entry", entry.description)] if entry else [],
        "ceterms:estimatedDuration": present(times),
        "ceterms:teaches": [shelf.competency(iri) for iri in one.teaches],
        "ceterms:isPreparationFor": [*one.awards],
    }
    return resource(one.iri, "ceterms:LearningProgram", said)
