"""A partnership and its members, as organizations of CTDL."""

from __future__ import annotations

from typing import Final

from ontology.records import Organization, Partnership, Role
from standards.wire.ctdl.objects import Node, alignment, concept, resource, words

TYPES: Final = {
    str(Role.FIRM): ("Business", "Business"),
    str(Role.UNION): ("LaborUnion", "Labor Union"),
    str(Role.COLLEGE): ("Postsecondary", "Post-Secondary"),
    str(Role.CONVENER): ("CoordinatingBody", "Coordinating Body"),
    str(Role.AGENCY): ("Government", "Government"),
}
"""CTDL's types of organizations, with their labels, by the role in a partnership."""

NAICS: Final = "North American Industry Classification System"


def partnership(one: Partnership) -> Node:
    """Return a partnership with its industries."""
    said = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.description),
        "ceterms:agentType": [concept("orgType", "Collaborative", "Collaborative")],
        "ceterms:industryType": [alignment(None, code, code=code, framework=(None, NAICS)) for code in one.industries],
    }
    return resource(one.iri, "ceterms:Organization", said)


def member(one: Organization) -> Node:
    """Return a member of a partnership."""
    kinds = [TYPES[role] for role in TYPES if one.is_a(Role(role))]
    said = {
        "ceterms:name": words(one.label),
        "ceterms:description": words(one.description),
        "ceterms:agentType": [concept("orgType", *kind) for kind in kinds],
    }
    return resource(one.iri, "ceterms:Organization", said)
