"""Acceptances: what anybody is told of the decisions by which a standard's statements came to be in it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from rdflib import URIRef

from ontology.namespaces import DCTERMS, LW, PROV
from ontology.records.record import Iri, Record


class Acceptance(Record):
    """That a statement was accepted for a standard: its address is that of the `Decision`, which is kept back.

    Who decided, on what and in which words stays in the log.

    Parameters
    ----------
    standard
        Address of its framework.
    dated
        The day, as YYYY-MM-DD in UTC.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Acceptance, PROV.Activity)

    standard: Annotated[Iri, LW.decidedFor]
    dated: Annotated[str, DCTERMS.date]
