"""What there is: the vocabulary, its records, the store, reasoning and mappings."""

import logging

from ontology.errors import (
    BoundError,
    BusyError,
    ConflictError,
    CrowdedError,
    InconsistentError,
    InputError,
    LadderworksError,
    MissingFileError,
    NotFoundError,
    RefusedError,
    StoreError,
    UnreadableError,
    UnsupportedError,
    WriteError,
)
from ontology.formats import FORMATS, Format, rdf_format, serialize
from ontology.identifiers import Identifiers, slug
from ontology.reasoning import Classification, check
from ontology.records import Iri, Record, Release, SourceFile, Text
from ontology.report import Finding, Report, Severity
from ontology.shapes import findings
from ontology.store import KnowledgeBase
from ontology.triples import from_graph, to_graph, to_triples

__all__ = [
    "FORMATS",
    "BoundError",
    "BusyError",
    "Classification",
    "ConflictError",
    "CrowdedError",
    "Finding",
    "Format",
    "Identifiers",
    "InconsistentError",
    "InputError",
    "Iri",
    "KnowledgeBase",
    "LadderworksError",
    "MissingFileError",
    "NotFoundError",
    "Record",
    "RefusedError",
    "Release",
    "Report",
    "Severity",
    "SourceFile",
    "StoreError",
    "Text",
    "UnreadableError",
    "UnsupportedError",
    "WriteError",
    "check",
    "findings",
    "from_graph",
    "rdf_format",
    "serialize",
    "slug",
    "to_graph",
    "to_triples",
]

# A value that its datatype does not allow is judged at the door. rdflib would log a traceback whenever it meets one.
logging.getLogger("rdflib.term").addFilter(lambda record: not str(record.msg).startswith("Failed to convert Literal"))
