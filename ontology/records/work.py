"""Work: what is done in the occupations of a standard, and what moved from one job to another."""

from __future__ import annotations

from typing import Annotated, ClassVar

from rdflib import URIRef

from ontology.namespaces import CETERMS, DCTERMS, LW, PROV, SKOS
from ontology.records.record import Iri, Record, Text


class WorkFunction(Record):
    """A critical work function: a main part of the work of a sector.

    Parameters
    ----------
    competencies
        Those of the standard that it takes.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.WorkFunction, CETERMS.WorkRole)

    label: Annotated[Text, SKOS.prefLabel]
    competencies: Annotated[tuple[Iri, ...], CETERMS.targetCompetency] = ()


class WorkTask(Record):
    """A piece of work that people in some occupations do, as a standard's panel says.

    Parameters
    ----------
    label
        The whole sentence.
    functions
        The work functions that it is a part of.
    critical
        Whether the occupation fails its purpose where it is not done, or done badly.
    competencies
        Those of the standard that it takes.
    source
        Who says so, or where it stands.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.WorkTask, CETERMS.Task)

    label: Annotated[Text, SKOS.prefLabel]
    notation: Annotated[str | None, SKOS.notation] = None
    occupations: Annotated[tuple[Iri, ...], CETERMS.hasOccupation] = ()
    functions: Annotated[tuple[Iri, ...], CETERMS.hasWorkRole] = ()
    critical: Annotated[bool | None, LW.critical] = None
    competencies: Annotated[tuple[Iri, ...], CETERMS.targetCompetency] = ()
    source: Annotated[str | None, DCTERMS.source] = None


class JobRedefinition(Record):
    """That a competency is asked for in another job, or in another occupation, since firms agreed on a standard.

    Parameters
    ----------
    moved_from, moved_to
        Occupations; nothing where a job is coded to none that the standard describes.
    firm
        Whose jobs they are, where it lets its name be said.
    former_job, new_job
        What the firm calls them; only with its name.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.JobRedefinition, PROV.Activity)

    competency: Annotated[Iri, LW.competency]
    moved_from: Annotated[Iri | None, LW.movedFrom] = None
    moved_to: Annotated[Iri | None, LW.movedTo] = None
    firm: Annotated[Iri | None, PROV.wasAssociatedWith] = None
    former_job: Annotated[Text | None, LW.formerJob] = None
    new_job: Annotated[Text | None, LW.newJob] = None
