"""What a page says of its thing in the words of schema.org, for search engines: JSON-LD inside the page."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from ontology.descriptions import Description
from ontology.facts import Fact, Need, Value
from ontology.namespaces import CEASN, CETERMS, DCTERMS, LW, ORG, RDF, SKOS
from ontology.records import Release
from pathways.records.ladder import Wage

Json = dict[str, Any]

TYPES: Final = {
    str(CETERMS.Occupation): "Occupation",
    str(CETERMS.Job): "Occupation",
    str(CETERMS.Course): "Course",
    str(CETERMS.LearningProgram): "EducationalOccupationalProgram",
    str(LW.Apprenticeship): "EducationalOccupationalProgram",
    str(CETERMS.Credential): "EducationalOccupationalCredential",
    str(ORG.Organization): "Organization",
    str(ORG.OrganizationalCollaboration): "Organization",
    str(CEASN.CompetencyFramework): "DefinedTermSet",
    str(SKOS.ConceptScheme): "DefinedTermSet",
    str(CEASN.Competency): "DefinedTerm",
    str(SKOS.Concept): "DefinedTerm",
}
"""The classes of things with those of schema.org, the most telling first."""

ALL: Final[Mapping[str, tuple[str, ...]]] = {
    "alternateName": (str(SKOS.altLabel),),
    "description": (str(DCTERMS.description), str(CETERMS.description), str(SKOS.definition)),
}
"""What everything has besides its name, with the properties that say it."""

OWN: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "Occupation": {"occupationalCategory": (str(SKOS.notation),)},
    "Course": {
        "courseCode": (str(CETERMS.codedNotation),),
        "provider": (str(CETERMS.offeredBy),),
        "teaches": (str(CETERMS.teaches),),
    },
    "EducationalOccupationalProgram": {
        "identifier": (str(CETERMS.codedNotation),),
        "provider": (str(CETERMS.offeredBy),),
        "hasCourse": (str(CETERMS.hasPart),),
        "occupationalCredentialAwarded": (str(CETERMS.isPreparationFor),),
    },
    "EducationalOccupationalCredential": {
        "credentialCategory": (str(LW.credentialType),),
        "recognizedBy": (str(LW.issuer),),
        "competencyRequired": (str(CETERMS.assesses),),
    },
    "DefinedTermSet": {"publisher": (str(CEASN.publisher),)},
    "DefinedTerm": {
        "termCode": (str(SKOS.notation), str(CEASN.codedNotation)),
        "inDefinedTermSet": (str(CEASN.isPartOf), str(SKOS.inScheme)),
    },
    "Organization": {},
    "Thing": {},
}
"""What things of a type have besides, with the properties that say it."""

THINGS: Final = {
    "provider": "Organization",
    "recognizedBy": "Organization",
    "publisher": "Organization",
    "teaches": "DefinedTerm",
    "competencyRequired": "DefinedTerm",
    "inDefinedTermSet": "DefinedTermSet",
    "hasCourse": "Course",
    "occupationalCredentialAwarded": "EducationalOccupationalCredential",
}
"""What the values of some are, where they are things; the others are words."""

MOST: Final = 40
"""Values of one property: search engines need not have them all."""


def schema_org(
    description: Description,
    title: str,
    said: Iterable[Fact],
    needed: Iterable[Need],
    wage: Wage | None,
    page: str,
) -> str:
    """Return what a thing is in the words of schema.org, as JSON-LD that can stand inside a page.

    Parameters
    ----------
    wage
        What an occupation pays in the nation; ``None`` where that is not known.
    page
        The whole address of the page about the thing.
    """
    facts = {str(fact.predicate): fact.values for fact in said}
    kind = type_of({value.iri for value in facts.get(str(RDF.type), ())})
    found: Json = {"@context": "https://schema.org", "@type": kind, "@id": description.iri, "name": title, "url": page}
    for name, properties in {**ALL, **OWN[kind]}.items():
        said_so = sorted((value for each in properties for value in facts.get(each, ())), key=_is_foreign)
        if values := [_value(value, THINGS.get(name, "")) for value in said_so[:MOST]]:
            found[name] = _alone(values)
    if kind == "Occupation":
        found |= _work(needed, wage)
    found["subjectOf"] = _alone([_source(release) for release in description.releases])
    return _inside(found)


def type_of(classes: Collection[str]) -> str:
    """Return the type of a thing by its classes.

    Example
    -------
    >>> type_of({str(SKOS.Concept), str(CETERMS.Occupation)}), type_of(set())
    ('Occupation', 'Thing')
    """
    return next((name for iri, name in TYPES.items() if iri in classes), "Thing")


def _value(value: Value, kind: str) -> Json | str:
    """Return a value as words, in their language where that is not English, or as a thing of a type."""
    if not kind:
        return {"@value": value.text, "@language": value.language} if _is_foreign(value) else value.text
    return {"@type": kind, **({"@id": value.iri} if value.iri else {}), "name": value.text}


def _is_foreign(value: Value) -> bool:
    """Return whether words are in a language that is known, and not English."""
    return not value.language.startswith(("en", "und")) and bool(value.language)


def _work(needed: Iterable[Need], wage: Wage | None) -> Json:
    """Return what an occupation asks for, the most important first, and what it pays."""
    skills = [_value(need.competency, "DefinedTerm") for need in needed][:MOST]
    found: Json = {"skills": _alone(skills)} if skills else {}
    if wage is not None:
        found["estimatedSalary"] = _salary(wage)
    return found


def _salary(wage: Wage) -> Json:
    """Return yearly pay; what is not known is left out."""
    parts = {"percentile10": wage.low, "median": wage.median, "percentile90": wage.high}
    known = {name: amount for name, amount in parts.items() if amount is not None}
    basis = {"name": f"{wage.region}, {wage.period}: {wage.source}", "currency": "USD", "duration": "P1Y"}
    return {"@type": "MonetaryAmountDistribution", **basis, **known}


def _source(release: Release) -> Json:
    """Return the release that says something, with its terms."""
    found: Json = {"@type": "Dataset", "@id": release.iri, "name": str(release.title), "version": release.version}
    if release.license:
        found["license"] = release.license
    if release.attribution:
        found["creditText"] = str(release.attribution)
    return found


def _alone(values: Sequence[Json | str]) -> Json | str | Sequence[Json | str]:
    """Return the one value there is, or all."""
    return values[0] if len(values) == 1 else values


def _inside(found: Json) -> str:
    r"""Return JSON that ends no element of a page, whatever stands in it.

    Example
    -------
    >>> print(_inside({"name": "</script><b>&"}))
    {"name": "\u003c/script\u003e\u003cb\u003e\u0026"}
    """
    written = json.dumps(found, ensure_ascii=False)
    for mark in "<>&\u2028\u2029":
        written = written.replace(mark, f"\\u{ord(mark):04x}")
    return written
