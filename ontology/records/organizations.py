"""Who speaks: firms, unions, colleges, conveners, agencies, and the partnership they form."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import CETERMS, DCTERMS, LW, ORG, PROV, SKOS
from ontology.records.record import Iri, Record, Text


class Role(StrEnum):
    """What an organization is in a partnership, as the address of its concept."""

    FIRM = str(LW.Firm)
    UNION = str(LW.Union)
    COLLEGE = str(LW.College)
    CONVENER = str(LW.Convener)
    AGENCY = str(LW.Agency)


class Organization(Record):
    """A firm, union, college, convener or agency; it may be several of these.

    Parameters
    ----------
    roles
        Each a `Role`.
    employees
        Jobs that it has in the region of the partnership that says it.
    left
        Its last day as a member of the partnership that says it, of one that is none any more.
    """

    types: ClassVar[tuple[URIRef, ...]] = (ORG.Organization,)

    label: Annotated[Text, SKOS.prefLabel]
    description: Annotated[Text | None, DCTERMS.description] = None
    roles: Annotated[tuple[Iri, ...], LW.role, Field(min_length=1)]
    employees: Annotated[int | None, LW.employees, Field(ge=1)] = None
    left: Annotated[date | None, LW.memberUntil] = None

    def is_a(self, *roles: Role) -> bool:
        """Return whether it has one of some roles."""
        return any(str(role) in self.roles for role in roles)


class Partnership(Record):
    """A sector partnership: one industry, one region, several organizations.

    Parameters
    ----------
    industries
        NAICS codes.
    region
        Whose pay is shown for it; it may work in more areas, across the borders of states.
    areas
        All areas that it works in.
    counties
        With their states, for instance ``Benton, Washington``.
    occupations
        The occupations that the partnership works on.
    quorum_firms
        How many firms must adopt a statement.
    quorum_employment
        What share of the employees of all firms these must have, 0 to 1.
    quorum_unions
        How many unions must ratify the standard.
    derived_from
        Addresses of the partnerships that merged into it.
    """

    types: ClassVar[tuple[URIRef, ...]] = (ORG.OrganizationalCollaboration,)

    label: Annotated[Text, SKOS.prefLabel]
    description: Annotated[Text | None, DCTERMS.description] = None
    industries: Annotated[tuple[str, ...], CETERMS.industryType] = ()
    region: Annotated[Iri | None, LW.region] = None
    areas: Annotated[tuple[Iri, ...], DCTERMS.spatial] = ()
    counties: Annotated[tuple[str, ...], LW.county] = ()
    members: Annotated[tuple[Iri, ...], ORG.hasMember] = ()
    occupations: Annotated[tuple[Iri, ...], CETERMS.occupationType] = ()
    quorum_firms: Annotated[int | None, LW.quorumFirms, Field(ge=1)] = None
    quorum_employment: Annotated[float | None, LW.quorumEmployment, Field(ge=0, le=1)] = None
    quorum_unions: Annotated[int | None, LW.quorumUnions, Field(ge=0)] = None
    derived_from: Annotated[tuple[Iri, ...], PROV.wasDerivedFrom] = ()
    fictional: Annotated[bool | None, LW.fictional] = None


class Predecessor(Record):
    """A partnership that merged, or what one of its versions has, as what it goes on in speaks of it."""

    types: ClassVar[tuple[URIRef, ...]] = (PROV.Entity,)

    replaced_by: Annotated[tuple[Iri, ...], DCTERMS.isReplacedBy] = ()
