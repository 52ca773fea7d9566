"""Who speaks: firms, unions, colleges, conveners, agencies, and the partnership they form."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from rdflib import URIRef

from ontology.namespaces import CETERMS, DCTERMS, LW, ORG, SKOS
from ontology.records.record import Iri, Record, Text


class Role(StrEnum):
    """What an organization is in a partnership, as the address of its concept."""

    FIRM = str(LW.Firm)
    UNION = str(LW.Union)
    COLLEGE = str(LW.College)
    CONVENER = str(LW.Convener)
    AGENCY = str(LW.Agency)


class Organization(Record):
    """A firm, union, college, convener or agency."""

    types: ClassVar[tuple[URIRef, ...]] = (ORG.Organization,)

    label: Annotated[Text, SKOS.prefLabel]
    description: Annotated[Text | None, DCTERMS.description] = None
    role: Annotated[Iri, LW.role]


class Partnership(Record):
    """A sector partnership: one industry, one region, several organizations.

    Parameters
    ----------
    industries
        NAICS codes.
    occupations
        The occupations that the partnership works on.
    """

    types: ClassVar[tuple[URIRef, ...]] = (ORG.OrganizationalCollaboration,)

    label: Annotated[Text, SKOS.prefLabel]
    description: Annotated[Text | None, DCTERMS.description] = None
    industries: Annotated[tuple[str, ...], CETERMS.industryType] = ()
    region: Annotated[Iri | None, LW.region] = None
    counties: Annotated[tuple[str, ...], LW.county] = ()
    members: Annotated[tuple[Iri, ...], ORG.hasMember] = ()
    occupations: Annotated[tuple[Iri, ...], CETERMS.occupationType] = ()
    fictional: Annotated[bool | None, LW.fictional] = None
