"""What a partnership has beside its standard, as CTDL: organizations, occupations, jobs, credentials, programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Final, TypeVar

from ontology.namespaces import CETERMS
from ontology.records import (
    Apprenticeship,
    Competency,
    Concept,
    Course,
    Credential,
    EntryCondition,
    Iri,
    Job,
    LearningOutcome,
    Occupation,
    Organization,
    Partnership,
    Program,
    Record,
    RequirementType,
    Role,
    SkillRequirement,
    Text,
)
from ontology.store import KnowledgeBase
from standards.json_documents import Json
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
from standards.wire.listed import Listed

R = TypeVar("R", bound=Record)

TYPES: Final = {
    str(Role.FIRM): ("Business", "Business"),
    str(Role.UNION): ("LaborUnion", "Labor Union"),
    str(Role.COLLEGE): ("Postsecondary", "Post-Secondary"),
    str(Role.CONVENER): ("CoordinatingBody", "Coordinating Body"),
    str(Role.AGENCY): ("Government", "Government"),
}
"""CTDL's types of organizations, with their labels, by the role in a partnership."""

AWARDS: Final = {
    "associate of applied science": "AssociateOfAppliedScienceDegree",
    "associate of applied arts": "AssociateOfAppliedArtsDegree",
    "associate of science": "AssociateOfScienceDegree",
    "associate of arts": "AssociateOfArtsDegree",
    "associate": "AssociateDegree",
    "bachelor of science": "BachelorOfScienceDegree",
    "bachelor of arts": "BachelorOfArtsDegree",
    "bachelor": "BachelorDegree",
    "certificate": "Certificate",
    "diploma": "Diploma",
}
"""CTDL's classes of credentials by what the names of awards begin with, longer ones first."""

CIP: Final = "Classification of Instructional Programs"
NAICS: Final = "North American Industry Classification System"
SOC: Final = "O*NET-SOC"

ASKED: Final = {
    str(RequirementType.ESSENTIAL): ("requires", "What everybody in the occupation must be able to do."),
    str(RequirementType.OPTIONAL): ("recommends", "What it is good to be able to do in the occupation."),
}
"""The property and the description of the condition with the competencies that an occupation asks for."""


def beside(base: KnowledgeBase, of: Listed) -> Iterator[Node]:
    """Yield what a partnership has beside its standard; of any other framework nothing, or what its release has so."""
    if of.framework.iri == base.identifiers.mint("framework", of.release.source):
        yield from _Shelf(base, of).nodes()


def weight(importance: float | None) -> float | None:
    """Return an importance of 1 to 5 as a share, 0 to 1, as CTDL weighs requirements: (importance - 1) / 4.

    Example
    -------
    >>> weight(1), weight(4.5), weight(4.6), weight(5), weight(None)
    (0.0, 0.875, 0.9, 1.0, None)
    """
    return None if importance is None else round((importance - 1) / 4, 4)


class _Shelf:
    """The records of a release by kind, and the objects that CTDL has for them."""

    def __init__(self, base: KnowledgeBase, of: Listed) -> None:
        self._base, self._of = base, of
        self._listed = {one.iri for one in of.competencies}

    def nodes(self) -> Iterator[Node]:
        """Yield all, kind by kind, each by address."""
        makers: list[tuple[type[Record], Callable[..., Node]]] = [
            (Partnership, self._partnership),
            (Organization, self._organization),
            (Occupation, self._occupation),
            (Job, self._job),
            (Credential, self._credential),
            (Program, self._program),
            (Course, self._course),
            (Apprenticeship, self._apprenticeship),
        ]
        for kind, make in makers:
            yield from map(make, self._all(kind))

    def _all(self, kind: type[R]) -> list[R]:
        return sorted(self._base.records(self._of.release, kind), key=lambda one: one.iri)

    @cached_property
    def _concepts(self) -> dict[str, Concept]:
        return {one.iri: one for kind in (Occupation, Competency) for one in self._all(kind)}

    @cached_property
    def _schemes(self) -> dict[str, str]:
        """The titles of the firms' lists by their addresses."""
        query = "SELECT ?s ?t { ?s a ceasn:CompetencyFramework ; skos:prefLabel ?t } ORDER BY ?s ?t"
        return dict(row for row in self._base.rows(query, [self._of.release.iri]))  # type: ignore[misc]

    @cached_property
    def _requirements(self) -> dict[str, list[SkillRequirement]]:
        return _by(self._all(SkillRequirement), lambda one: one.occupation)

    @cached_property
    def _outcomes(self) -> dict[str, list[LearningOutcome]]:
        return _by(self._all(LearningOutcome), lambda one: one.course)

    @cached_property
    def _codes(self) -> dict[str, dict[str, Iri]]:
        """The courses of the programs that a course belongs to, by their codes."""
        coded = {one.iri: one.code for one in self._all(Course)}
        found: dict[str, dict[str, Iri]] = defaultdict(dict)
        for program in self._all(Program):
            for course in program.courses:
                found[course].update({code: iri for iri in program.courses if (code := coded.get(iri))})
        return found

    @cached_property
    def _conditions(self) -> dict[str, EntryCondition]:
        return {one.iri: one for one in self._all(EntryCondition)}

    def _partnership(self, one: Partnership) -> Node:
        said = {
            "ceterms:name": words(one.label),
            "ceterms:description": words(one.description),
            "ceterms:agentType": [concept("orgType", "Collaborative", "Collaborative")],
            "ceterms:industryType": [
                alignment(None, code, code=code, framework=(None, NAICS)) for code in one.industries
            ],
        }
        return resource(one.iri, "ceterms:Organization", said)

    def _organization(self, one: Organization) -> Node:
        kind = TYPES.get(one.role)
        said = {
            "ceterms:name": words(one.label),
            "ceterms:description": words(one.description),
            "ceterms:agentType": [concept("orgType", *kind)] if kind else [],
        }
        return resource(one.iri, "ceterms:Organization", said)

    def _occupation(self, one: Occupation) -> Node:
        bring = {"Education": one.education, "Licensure": one.licensure}
        said: dict[str, list[Node]] = {"requires": [condition(name, text) for name, text in bring.items() if text]}
        for relation, (name, description) in ASKED.items():
            asked = [r for r in self._requirements.get(one.iri, ()) if (r.relation or _ESSENTIAL) == relation]
            if asked:
                needed = [self._asked(each) for each in asked]
                said.setdefault(name, []).append(condition("Competencies", description, Competency=needed))
        about = {
            "ceterms:name": words(one.label),
            "ceterms:description": words(one.description),
            "ceterms:alternateName": words(*one.alt_labels),
            "ceterms:codedNotation": one.notation,
        }
        return resource(one.iri, "ceterms:Occupation", about | {f"ceterms:{name}": said[name] for name in said})

    def _asked(self, one: SkillRequirement) -> Node:
        """Return a competency that an occupation asks for; CTDL has words only for the level."""
        rated = {"importance": (one.importance, 5), "level": (one.level, 7)}
        told = ", ".join(f"{name} {value:g} of {most}" for name, (value, most) in rated.items() if value is not None)
        return self._competency(one.competency, told.capitalize() or None, weight(one.importance))

    def _competency(self, iri: str, description: str | None = None, share: float | None = None) -> Node:
        """Return an alignment with a competency: of the standard, or of a firm's list."""
        known = self._concepts.get(iri)
        scheme = next(iter(known.in_scheme), None) if known else None
        framework: tuple[str | None, Text | str] | None = None
        if iri in self._listed:
            framework = self._of.framework.iri, self._of.framework.label
        elif scheme and scheme in self._schemes:
            framework = scheme, self._schemes[scheme]
        return alignment(
            iri,
            known.label if known else iri,
            code=known.notation if known else None,
            description=description,
            framework=framework,
            weight=share,
        )

    def _occupations(self, addresses: Iterable[Iri]) -> list[Node]:
        return [self._coded(iri) for iri in addresses]

    def _coded(self, iri: Iri) -> Node:
        """Return an alignment with an occupation; of one that the release does not describe, by its code."""
        known, code = self._concepts.get(iri), iri.rpartition("/")[2]
        code = known.notation or code if known else code
        return alignment(iri, known.label if known else code, code=code, framework=(None, SOC))

    def _job(self, one: Job) -> Node:
        said = {
            "ceterms:name": words(one.label),
            "ceterms:description": words(one.label),
            "ceterms:offeredBy": [one.offered_by],
            "ceterms:occupationType": self._occupations(one.occupations),
            "ceterms:targetCompetency": [self._competency(iri) for iri in one.skills],
            "ceterms:workPay": _pay(one.annual_pay),
        }
        return resource(one.iri, "ceterms:Job", said)

    def _credential(self, one: Credential) -> Node:
        shown = [self._competency(iri) for iri in one.attests]
        takes = lasting("timeRequired", hours(one.hours), "Preparation")
        said = {
            "ceterms:name": words(one.label),
            "ceterms:description": words(one.description or one.label),
            "ceterms:identifier": _identifier(one.code),
            "ceterms:subjectWebpage": one.page,
            "ceterms:offeredBy": [organization(one.issuer)] if one.issuer else [],
            "ceterms:requires": [condition("Competencies", "What a holder has shown.", Competency=shown)] * bool(shown),
            "ceterms:occupationType": self._occupations(one.useful_for),
            "ceterms:isRequiredFor": [*one.required_for],
            "ceterms:estimatedDuration": present([takes]),
            "ceterms:renewalFrequency": None if one.renewal_years is None else months(12 * one.renewal_years),
        }
        return resource(one.iri, _class(one.kind), said)

    def _program(self, one: Program) -> Node:
        code = one.instructional_code
        said = {
            "ceterms:name": words(one.label),
            "ceterms:description": words(one.label),
            "ceterms:offeredBy": [one.offered_by] if one.offered_by else [],
            "ceterms:instructionalProgramType": [alignment(None, code, code=code, framework=(None, CIP))]
            if code
            else [],
            "ceterms:resultsInCredential": [award(one.award)] if one.award else [],
            "ceterms:hasPart": [*one.courses],
        }
        return resource(one.iri, "ceterms:LearningProgram", said)

    def _course(self, one: Course) -> Node:
        there = self._codes[one.iri]
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
                alignment(outcome.iri, outcome.statement, code=outcome.code)
                for outcome in self._outcomes.get(one.iri, ())
            ],
        }
        return resource(one.iri, "ceterms:Course", said)

    def _apprenticeship(self, one: Apprenticeship) -> Node:
        times = [
            lasting("exactDuration", months(one.months), "From the beginning to the end"),
            lasting("timeRequired", hours(one.job_hours), "On-the-job training"),
            lasting("timeRequired", hours(one.instruction_hours), "Related instruction"),
        ]
        entry = self._conditions.get(one.entry or "")
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
            "ceterms:occupationType": self._occupations(one.occupations),
            "ceterms:entryCondition": [condition("Entry", entry.description)] if entry else [],
            "ceterms:estimatedDuration": present(times),
            "ceterms:teaches": [self._competency(iri) for iri in one.teaches],
            "ceterms:isPreparationFor": [*one.awards],
        }
        return resource(one.iri, "ceterms:LearningProgram", said)


_ESSENTIAL: Final = str(RequirementType.ESSENTIAL)


def _by(records: Iterable[R], key: Callable[[R], str]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for one in records:
        found[key(one)].append(one)
    return found


def _class(kind: str | None) -> str:
    """Return the class of a credential, where it is one of CTDL's."""
    return f"ceterms:{kind.removeprefix(CETERMS)}" if kind and kind.startswith(CETERMS) else "ceterms:Credential"


def award(name: str) -> Node:
    """Return what a program leads to, by its name."""
    kind = next((kind for start, kind in AWARDS.items() if name.lower().startswith(start)), "Credential")
    return {"@type": f"ceterms:{kind}", "ceterms:name": words(name)}


def _identifier(code: str | None) -> list[Node]:
    return [{"@type": "ceterms:IdentifierValue", "ceterms:identifierValueCode": code}] if code else []


def _pay(yearly: float | None) -> list[Node]:
    """Return what a firm says that a job pays: CTDL has words for it."""
    told = words(f"{yearly:,.0f} US dollars a year") if yearly is not None else None
    return [{"@type": "ceterms:PayProfile", "ceterms:description": told, "ceterms:currency": "USD"}] if told else []
