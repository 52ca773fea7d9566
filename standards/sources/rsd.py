"""Rich Skill Descriptors of any library: a collection, or a list of skills named after its file."""

from __future__ import annotations

from itertools import chain

from ontology.identifiers import Identifiers
from ontology.records import Text
from standards.archives import ArchivedFile
from standards.sources.document import Document, DocumentReader, title_of
from standards.sources.own import RSD
from standards.sources.publication import Terms
from standards.wire.order import ordered
from standards.wire.rsd.meeting import meant
from standards.wire.rsd.reading import read_library


def _document(file: ArchivedFile, identifiers: Identifiers) -> Document:
    library, report = read_library(file, identifiers)
    collection = library.collection
    title = collection.name.value if collection else title_of(file)
    skills = [skill.iri for skill in library.skills]
    return Document(
        title=title,
        address=collection.iri if collection else None,
        wholes={collection.iri: collection.uuid or ""} if collection else {},
        terms=Terms(attribution=Text(value=collection.author) if collection and collection.author else None),
        count=sum(1 for _ in library),
        records=lambda framework: chain(ordered(library), meant(library, framework, title)),
        report=report,
        things=skills,
        items=skills,
    )


read_rsd = DocumentReader(RSD, _document)
"""Reads a library of skills."""
