"""Collections: which concepts are green, digital, transversal, of a language or of research."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from ontology.namespaces import ESCO_DATA
from ontology.records import Concept
from standards.columns import encode
from standards.rules import Column, Kind, unique
from standards.sources.esco.release import EscoFile
from standards.sources.reading import Reading
from standards.tables import Table

SCHEMES = {
    "digCompSkillsCollection": "digcomp",
    "digitalSkillsCollection": "6c930acd-c104-4ece-acf7-f44fd7333036",
    "greenSkillsCollection": "green",
    "ictSkillsCollection": "skill-ict-groups",
    "languageSkillsCollection": "skill-language-groups",
    "researchOccupationsCollection": "8ae4b9f3-507e-4057-a145-2f96f0132613",
    "researchSkillsCollection": "research",
    "transversalSkillsCollection": "skill-transversal-groups",
}
"""The concept scheme that a collection is, by the start of the file's name."""

IGNORED = (
    "conceptType",
    "preferredLabel",
    "status",
    "skillType",
    "reuseLevel",
    "altLabels",
    "description",
    "broaderConceptUri",
    "broaderConceptPT",
)
"""What the concepts' own files say already."""


def read_collection(reading: Reading, file: EscoFile) -> Table:
    """Read one of the files in `SCHEMES`."""
    columns = [Column("iri", "conceptUri", kind=Kind.ADDRESS)]
    return reading.table(file.file, columns, [unique("iri")], ignored=IGNORED)


def encode_collection(file: EscoFile, table: Table) -> Iterator[bytes]:
    """Yield that each concept is in the scheme."""
    scheme = ESCO_DATA[f"concept-scheme/{SCHEMES[file.about]}"]
    yield encode(table.frame.select("iri", pl.lit(scheme).alias("in_scheme")), Concept, typed=False)
