"""Jobs: what one firm calls its positions, kept apart from the occupations they are coded to."""

from __future__ import annotations

from typing import Annotated, ClassVar

from rdflib import URIRef

from ontology.namespaces import CETERMS, SKOS
from ontology.records.record import Iri, Record, Text


class Job(Record):
    """A firm's own job title.

    Parameters
    ----------
    occupations
        What the firm codes it to.
    skills
        What the firm's own list asks of the people in it.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.Job,)

    label: Annotated[Text, SKOS.prefLabel]
    offered_by: Annotated[Iri, CETERMS.offeredBy]
    occupations: Annotated[tuple[Iri, ...], CETERMS.occupationType] = ()
    skills: Annotated[tuple[Iri, ...], CETERMS.skillEmbodied] = ()
