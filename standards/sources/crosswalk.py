"""The official crosswalk between ESCO and O*NET: which occupations of the two are the same, close, broader or narrower.

Each row has the O*NET occupation first, but its type of match is said of the other: where it is ``broadMatch``, the
O*NET occupation (Cooks, Restaurant) is the broader one of the ESCO occupation (grill cook). So the subject of a
mapping here is ESCO's concept, and its predicate the type of match as published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from ontology.errors import InputError, MissingFileError
from ontology.identifiers import Identifiers
from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Concept, Mapping
from standards.archives import Archive, ArchivedFile
from standards.cells import read_cells
from standards.columns import encode, mint
from standards.rules import Column, Kind, unique
from standards.sources.publication import Publication
from standards.sources.reading import Reading
from standards.sources.source import Delivery
from standards.tables import Table

CROSSWALK = Publication(
    source="crosswalk",
    title="ESCO-O*NET Crosswalk",
    license=None,
    attribution=(
        "ESCO Secretariat of the European Commission, with the U.S. Department of Labor, "
        "Employment and Training Administration; public."
    ),
    page="https://esco.ec.europa.eu/en/use-esco/other-crosswalks",
)

MATCHES = {
    "exactMatch": "exact_matches",
    "closeMatch": "close_matches",
    "broadMatch": "broad_matches",
    "narrowMatch": "narrow_matches",
    "exactISCO": "exact_matches",
}
"""The field of a `Concept` for each type of match; ``exactISCO`` is an exact match with an ISCO group."""

COLUMNS = (
    Column("onet", "O*NET Id", kind=Kind.CODE, pattern=r"\d{2}-\d{4}\.\d{2}"),
    Column("object_label", "O*NET Title"),
    Column("subject", "ESCO or ISCO URI", kind=Kind.ADDRESS),
    Column("subject_label", "ESCO or ISCO Title"),
    Column("match", "Type of Match", values=tuple(MATCHES)),
)
IGNORED = ("O*NET Description", "ESCO or ISCO Description")
VERSION = "Mapping project version"


def read_crosswalk(
    paths: Sequence[Path], identifiers: Identifiers, version: str | None = None, skip_bad_rows: bool = False
) -> Delivery:
    """Read the crosswalk, a CSV file with some rows about the mapping project above its header.

    See `Reader` for the parameters and for what is raised.
    """
    archive = Archive(paths)
    file = _crosswalk(archive)
    version = version or _version(file)
    reading = Reading(archive, identifiers, CROSSWALK.source, skip_bad_rows)
    table = reading.table(file, COLUMNS, [unique("onet", "subject")], ignored=IGNORED, header_row=None)
    table = reading.judge(table, [], table.frame.with_columns(_titles(reading, table)))
    return reading.deliver(CROSSWALK.release(identifiers, version), _encoded(identifiers, table.frame))


def _encoded(identifiers: Identifiers, rows: pl.DataFrame) -> Iterator[bytes]:
    local = rows["subject"].str.extract(r"([^/]+)$")
    fields = {match: str(SKOS[match.replace("ISCO", "Match")]) for match in MATCHES}
    mappings = rows.select(
        mint(identifiers, "mapping/esco-onet", local, rows["onet"]),
        "subject",
        "subject_label",
        "object_label",
        predicate=pl.col("match").replace_strict(fields),
        object=mint(identifiers, "onet", rows["onet"]),
        justification=pl.lit(str(SEMAPV.ManualMappingCuration)),
    )
    yield encode(mappings, Mapping)
    for match, field in MATCHES.items():
        asserted = mappings.filter(rows["match"] == match)
        yield encode(
            asserted.select(pl.col("subject").alias("iri"), pl.col("object").alias(field)), Concept, typed=False
        )


def _titles(reading: Reading, table: Table) -> Iterator[pl.Series]:
    """Yield the columns with titles, as they were meant: some were published as UTF-8 read as Windows-1252."""
    for name in ("subject_label", "object_label"):
        published = table.frame[name]
        unusual = published.filter(published.str.contains(r"[^\x00-\x7f]")).unique()
        titles = published.replace(unusual, [_mended(title) for title in unusual])
        count = int((titles != published).sum())
        message = "titles were published with damaged characters and are mended"
        reading.note(table.name, table.headers.get(name, name), "encoding", count, message)
        yield titles


def _mended(title: str) -> str:
    """Return a title whose UTF-8 was once read as Windows-1252, put right, or as it is.

    Example
    -------
    >>> _mended("maÃ®tre"), _mended("maître")
    ('maître', 'maître')
    """
    try:
        return title.encode("cp1252").decode().replace("\u00a0", " ")
    except UnicodeError:
        return title


def _crosswalk(archive: Archive) -> ArchivedFile:
    for file in archive:
        if file.plain_name.lower().endswith(".csv") and b"ESCO or ISCO URI" in file.read():
            return file
    message = (
        f"there is no CSV file with a column 'ESCO or ISCO URI' in {archive.paths[0]}; download the ESCO-O*NET "
        f"crosswalk from {CROSSWALK.page} (the CIP-SOC crosswalk is imported with `ladderworks import cip`)"
    )
    raise MissingFileError(message)


def _version(file: ArchivedFile) -> str:
    """Return the version that the rows above the header give."""
    top = read_cells(file).frame
    said = top.filter(pl.col("0") == VERSION)["1"].to_list()
    if said and said[0]:
        return str(said[0])
    message = f"{file.name} has no row {VERSION!r}; name its release with --release, for instance --release 1"
    raise InputError(message)
