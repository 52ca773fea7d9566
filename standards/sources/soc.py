"""SOC: the Standard Occupational Classification of the United States, its structure and its definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from ontology.errors import InputError, MissingFileError
from ontology.identifiers import Identifiers
from ontology.records import Concept, Scheme
from standards.archives import Archive, ArchivedFile
from standards.columns import encode, mint
from standards.rules import Column, Kind, Rule, Verdict, unique
from standards.sources.publication import PUBLIC_DOMAIN, Publication
from standards.sources.reading import Reading
from standards.sources.source import Delivery
from standards.tables import Table

SOC = Publication(
    source="soc",
    title="Standard Occupational Classification",
    license=PUBLIC_DOMAIN,
    attribution="U.S. Bureau of Labor Statistics, Standard Occupational Classification; public domain.",
    page="https://www.bls.gov/soc/",
)

LEVELS = ("Major", "Minor", "Broad", "Detailed")
CODE = r"\d{2}-\d{4}"
STRUCTURE = (
    Column("Major", "Major Group", kind=Kind.CODE, pattern=CODE, required=False),
    Column("Minor", "Minor Group", kind=Kind.CODE, pattern=CODE, required=False),
    Column("Broad", "Broad Group", aliases=("Broad Occupation",), kind=Kind.CODE, pattern=CODE, required=False),
    Column("Detailed", "Detailed Occupation", kind=Kind.CODE, pattern=CODE, required=False),
    Column("label", ""),
)
DEFINITIONS = (
    Column("level", "SOC Group", values=LEVELS),
    Column("notation", "SOC Code", kind=Kind.CODE, pattern=CODE),
    Column("label", "SOC Title"),
    Column("definition", "SOC Definition", required=False),
)
SHARED = pl.when(pl.col("level") == "Minor").then(2).otherwise(4)
"""How many characters a code has in common with the group above it: 29-1221 stands under 29-1210."""
MISPLACED = Rule(
    "misplaced-code",
    "notation",
    pl.col("notation").str.head(SHARED).ne_missing(pl.col("above").str.head(SHARED)) & (pl.col("level") != "Major"),
    "does not belong to the group that it stands under",
    "Restore the order of the rows",
)
PLACED = (unique("notation"), MISPLACED)


def read_soc(
    paths: Sequence[Path], identifiers: Identifiers, version: str | None = None, skip_bad_rows: bool = False
) -> Delivery:
    """Read the structure and the definitions of the SOC; either will do.

    See `Reader` for the parameters and for what is raised.
    """
    archive = Archive(paths)
    structure, definitions = _named(archive, "structure"), _named(archive, "definition")
    if structure is None and definitions is None:
        message = (
            f"there is no soc_structure_2018.xlsx and no soc_2018_definitions.xlsx in {archive.paths[0]}; "
            "download them from https://www.bls.gov/soc/2018/"
        )
        raise MissingFileError(message)
    version = version or _version(archive)
    reading = Reading(archive, identifiers, SOC.source, skip_bad_rows)
    tables = [_defined(reading, definitions)] if definitions else []
    tables += [_structured(reading, structure, tables)] if structure else []
    lacks = () if definitions else ("Without the file of definitions, the occupations are not described.",)
    release = SOC.release(identifiers, version, lacks)
    return reading.deliver(release, _encoded(identifiers, version, tables))


def _defined(reading: Reading, file: ArchivedFile) -> Table:
    table = reading.table(file, DEFINITIONS, header_row=None)
    return reading.judge(table, PLACED, table.frame.with_columns(_above()))


def _structured(reading: Reading, file: ArchivedFile, defined: Sequence[Table]) -> Table:
    """Read the structure, whose level is the column that the code stands in."""
    table = reading.table(file, STRUCTURE, header_row=None)
    level = pl.coalesce(pl.when(pl.col(name).is_not_null()).then(pl.lit(name)) for name in LEVELS).alias("level")
    frame = table.frame.with_columns(level, pl.coalesce(LEVELS).alias("notation"))
    rules = [*PLACED, *(_undefined(other) for other in defined)]
    empty = Rule("empty-cell", "notation", pl.col("notation").is_null(), "is empty", "Fill in the code")
    return reading.judge(table, [empty, *rules], frame.with_columns(_above()))


def _undefined(defined: Table) -> Rule:
    bad = pl.col("notation").is_in(defined.frame["notation"].implode()).not_()
    return Rule("unknown-code", "notation", bad, "has no definition", "Take both files of one release", Verdict.KEEP)


def _above() -> pl.Expr:
    """Return the code of the group above each row: the last one of the level above it."""
    last = {name: pl.when(pl.col("level") == name).then(pl.col("notation")).forward_fill() for name in LEVELS[:-1]}
    steps = zip(LEVELS[1:], LEVELS[:-1], strict=True)
    return pl.coalesce(pl.when(pl.col("level") == low).then(last[high]) for low, high in steps).alias("above")


def _encoded(identifiers: Identifiers, version: str, tables: Sequence[Table]) -> Iterator[bytes]:
    scheme = identifiers.mint(SOC.source, version)
    columns = ["level", "notation", "label", "definition", "above"]
    frames = [table.frame.select(name for name in columns if name in table.frame.columns) for table in tables]
    concepts = pl.concat(frames, how="diagonal").unique("notation", keep="first", maintain_order=True)
    named = concepts.with_columns(
        mint(identifiers, SOC.source, concepts["notation"]),
        mint(identifiers, SOC.source, concepts["above"]).alias("broader"),
        pl.lit(scheme).alias("in_scheme"),
    )
    yield encode(named.drop("level", "above"), Concept)
    top = named.filter(pl.col("level") == "Major")["iri"].to_list()
    whole = pl.DataFrame({"iri": [scheme], "label": [f"{SOC.title} {version}"], "top_concepts": [top]})
    yield encode(whole, Scheme)


def _named(archive: Archive, word: str) -> ArchivedFile | None:
    return next((file for file in archive if "soc" in file.name.lower() and word in file.name.lower()), None)


def _version(archive: Archive) -> str:
    years = {match[0] for file in archive if (match := re.search(r"20\d\d", file.name))}
    if len(years) == 1:
        return years.pop()
    message = "the file names do not say which SOC they are; name it with --release, for instance --release 2018"
    raise InputError(message)
