"""Credentials with what they attest, and what a program leads to, as CTDL."""

from __future__ import annotations

from typing import Final

from ontology.namespaces import CETERMS
from ontology.records import Credential
from standards.wire.ctdl.objects import Node, condition, hours, lasting, months, organization, present, resource, words
from standards.wire.ctdl.shelf import Shelf

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


def credential(shelf: Shelf, one: Credential) -> Node:
    """Return a credential with what it attests, and the occupations that it is for."""
    shown = [shelf.competency(iri) for iri in one.attests]
    takes = lasting("timeRequired", hours(one.hours), "Preparation")
    said = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.description or one.label),
        "ceterms:identifier": _identifier(one.code),
        "ceterms:subjectWebpage": one.page,
        "ceterms:offeredBy": [organization(one.issuer)] if one.issuer else [],
        "ceterms:requires": [condition("Competencies", "What a holder has shown.", Competency=shown)] * bool(shown),
        "ceterms:occupationType": shelf.occupations(one.useful_for),
        "ceterms:isRequiredFor": [*one.required_for],
        "ceterms:estimatedDuration": present([takes]),
        "ceterms:renewalFrequency": None if one.renewal_years is None else months(12 * one.renewal_years),
    }
    return resource(one.iri, _class(one.kind), said)


def award(name: str) -> Node:
    """Return what a program leads to, by its name."""
    kind = next((kind for start, kind in AWARDS.items() if name.lower().startswith(start)), "Credential")
    return {"@type": f"ceterms:{kind}", "ceterms:name": words(name)}


def _class(kind: str | None) -> str:
    """Return the class of a credential, where it is one of CTDL's."""
    return f"ceterms:{kind.removeprefix(CETERMS)}" if kind and kind.startswith(CETERMS) else "ceterms:Credential"


def _identifier(code: str | None) -> list[Node]:
    return [{"@type": "ceterms:IdentifierValue", "ceterms:identifierValueCode": code}] if code else []
