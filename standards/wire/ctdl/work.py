"""Occupations with what they ask for, what is done in them, and firms' jobs, as CTDL."""

from __future__ import annotations

from typing import Final

from ontology.records import Job, Occupation, RequirementType, SkillRequirement, WorkFunction, WorkTask
from standards.wire.ctdl.objects import Node, condition, resource, words
from standards.wire.ctdl.shelf import Shelf

_ESSENTIAL: Final = str(RequirementType.ESSENTIAL)

ASKED: Final = {
    str(RequirementType.ESSENTIAL): ("requires", "What everybody in the occupation must be able to do."),
    str(RequirementType.OPTIONAL): ("recommends", "What it is good to be able to do in the occupation."),
}
"""The property and the description of the condition with the competencies that an occupation asks for."""


def weight(importance: float | None) -> float | None:
    """Return an importance of 1 to 5 as a share, 0 to 1, as CTDL weighs requirements: (importance - 1) / 4.

    Example
    -------
    >>> weight(1), weight(4.5), weight(4.6), weight(5), weight(None)
    (0.0, 0.875, 0.9, 1.0, None)
    """
    return None if importance is None else round((importance - 1) / 4, 4)


def occupation(shelf: Shelf, one: Occupation) -> Node:
    """Return an occupation with a condition for each kind of thing that it asks for."""
    bring = {"Education": one.education, "Licensure": one.licensure}
    said: dict[str, list[Node]] = {"requires": [condition(name, text) for name, text in bring.items() if text]}
    for relation, (name, description) in ASKED.items():
        asked = [r for r in shelf.requirements.get(one.iri, ()) if (r.relation or _ESSENTIAL) == relation]
        if asked:
            needed = [_asked(shelf, each) for each in asked]
            said.setdefault(name, []).append(condition("Competencies", description, Competency=needed))
    about = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.description),
        "ceterms:alternateName": words(*one.alt_labels),
        "ceterms:codedNotation": one.notation,
        "ceterms:hasWorkRole": [*one.work_functions],
    }
    return resource(one.iri, "ceterms:Occupation", about | {f"ceterms:{name}": said[name] for name in said})


def _asked(shelf: Shelf, one: SkillRequirement) -> Node:
    """Return a competency that an occupation asks for; CTDL has words only for the level."""
    rated = {"importance": (one.importance, 5), "level": (one.level, 7)}
    told = ", ".join(f"{name} {value:g} of {most}" for name, (value, most) in rated.items() if value is not None)
    return shelf.competency(one.competency, told.capitalize() or None, weight(one.importance))


def function(shelf: Shelf, one: WorkFunction) -> Node:
    """Return a critical work function: CTDL has work roles, each with its tasks and what they take."""
    said = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.label),
        "ceterms:hasTask": [task.iri for task in shelf.all(WorkTask) if one.iri in task.functions],
        "ceterms:targetCompetency": [shelf.competency(iri) for iri in one.competencies],
    }
    return resource(one.iri, "ceterms:WorkRole", said)


def task(shelf: Shelf, one: WorkTask) -> Node:
    """Return a task; CTDL has words only for whether it is critical, and for who says so."""
    told = ["Critical." if one.critical else "", f"Source: {one.source}" if one.source else ""]
    said = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.label),
        "ceterms:codedNotation": one.notation,
        "ceterms:hasOccupation": [*one.occupations],
        "ceterms:hasWorkRole": [*one.functions],
        "ceterms:targetCompetency": [shelf.competency(iri) for iri in one.competencies],
        "ceasn:comment": words(" ".join(filter(None, told))),
    }
    return resource(one.iri, "ceterms:Task", said)


def job(shelf: Shelf, one: Job) -> Node:
    """Return a firm's job with its occupations, what it asks for and what it pays."""
    said = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.label),
        "ceterms:offeredBy": [one.offered_by],
        "ceterms:occupationType": shelf.occupations(one.occupations),
        "ceterms:targetCompetency": [shelf.competency(iri) for iri in one.skills],
        "ceterms:workPay": _pay(one.annual_pay),
    }
    return resource(one.iri, "ceterms:Job", said)


def _pay(yearly: float | None) -> list[Node]:
    """Return what a firm says that a job pays: CTDL has words for it."""
    told = words(f"{yearly:,.0f} US dollars a year") if yearly is not None else None
    return [{"@type": "ceterms:PayProfile", "ceterms:description": told, "ceterms:currency": "USD"}] if told else []
