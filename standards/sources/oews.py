"""OEWS: pay and employment by occupation and region, as the U.S. Bureau of Labor Statistics estimates them each May."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from ontology.errors import InputError, MissingFileError, UnreadableError
from ontology.identifiers import Identifiers, slug
from ontology.records import Concept, Region, WageObservation
from standards.archives import Archive, ArchivedFile
from standards.columns import encode, mint
from standards.rules import Column, Kind, unique
from standards.sources.publication import PUBLIC_DOMAIN, Publication
from standards.sources.reading import Reading
from standards.sources.source import Delivery
from standards.tables import Table

OEWS = Publication(
    source="oews",
    title="Occupational Employment and Wage Statistics",
    license=PUBLIC_DOMAIN,
    attribution="U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics; public domain.",
    page="https://www.bls.gov/oes/tables.htm",
)

UNPUBLISHED = ("*", "**", "#", "~", "-")
"""Not estimated, not released, or at least as high as the publisher's top code."""

NAMES = r"(?!file_desc|field_desc).*\.(csv|xlsx)"
"""The tables; the publisher packs a description of their columns beside them."""

ALL_INDUSTRIES = "000000"
PIECE = 20_000
"""Rows encoded at a time."""


def _number(name: str, header: str, official: str) -> Column:
    return Column(name, header, (official,), Kind.DECIMAL, required=False, lowest=0, nulls=UNPUBLISHED, thousands=True)


NUMBERS = (
    _number("employment", "Employment", "TOT_EMP"),
    _number("employment_error", "Employment percent relative standard error", "EMP_PRSE"),
    _number("hourly_mean", "Hourly mean wage", "H_MEAN"),
    _number("annual_mean", "Annual mean wage", "A_MEAN"),
    _number("wage_error", "Wage percent relative standard error", "MEAN_PRSE"),
    _number("hourly_10", "Hourly 10th percentile wage", "H_PCT10"),
    _number("hourly_25", "Hourly 25th percentile wage", "H_PCT25"),
    _number("hourly_median", "Hourly median wage", "H_MEDIAN"),
    _number("hourly_75", "Hourly 75th percentile wage", "H_PCT75"),
    _number("hourly_90", "Hourly 90th percentile wage", "H_PCT90"),
    _number("annual_10", "Annual 10th percentile wage", "A_PCT10"),
    _number("annual_25", "Annual 25th percentile wage", "A_PCT25"),
    _number("annual_median", "Annual median wage", "A_MEDIAN"),
    _number("annual_75", "Annual 75th percentile wage", "A_PCT75"),
    _number("annual_90", "Annual 90th percentile wage", "A_PCT90"),
    _number("per_thousand", "Employment per 1,000 jobs", "JOBS_1000"),
    _number("location_quotient", "Location Quotient", "LOC_QUOTIENT"),
)
COLUMNS = (
    Column("area", "area_code", ("AREA",), Kind.CODE, pattern=r"\d{1,7}"),
    Column("region", "area_name", ("AREA_TITLE",)),
    Column("industry", "naics", ("NAICS",), Kind.CODE, pattern=r"[\dA-Z-]{2,6}"),
    Column("soc", "soc_code", ("OCC_CODE",), Kind.CODE, pattern=r"\d{2}-\d{4}"),
    Column("occupation", "occupation", ("OCC_TITLE",)),
    *NUMBERS,
)
IGNORED = (
    "industry",
    "NAICS_TITLE",
    "AREA_TYPE",
    "PRIM_STATE",
    "I_GROUP",
    "OWN_CODE",
    "O_GROUP",
    "PCT_TOTAL",
    "PCT_RPT",
    "ANNUAL",
    "HOURLY",
)
KINDS = {
    "national": r"^0000000$",
    "state": r"^\d{2}00000$",
    "metropolitan": r"^00\d{5}$",
    "nonmetropolitan": r"",
}
"""What the seven digits of an area look like, the first that fits."""

LACKING = {
    "national": "Without the national file, there is no pay for the nation as a whole.",
    "state": "Without the state file, there is no pay by state.",
    "metropolitan": "Without the metropolitan file, there is no pay by metropolitan area.",
}


def read_oews(
    paths: Sequence[Path], identifiers: Identifiers, version: str | None = None, skip_bad_rows: bool = False
) -> Delivery:
    """Read one May's estimates: the nation, the states, the metropolitan areas, or what there is of them.

    See `Reader` for the parameters and for what is raised.
    """
    archive = Archive(paths)
    files = [file for file in archive if re.fullmatch(NAMES, file.plain_name, re.IGNORECASE)]
    if not files:
        message = (
            f"there is no .csv, .csv.gz or .xlsx file with wages in {archive.paths[0]}; download them from {OEWS.page}"
        )
        raise MissingFileError(message)
    period = version or _period(archive, files)
    reading = Reading(archive, identifiers, OEWS.source, skip_bad_rows)
    tables = [_wages(reading, file) for file in files]
    release = OEWS.release(identifiers, period, _lacks(tables))
    return reading.deliver(release, _encoded(identifiers, period, tables))


def _wages(reading: Reading, file: ArchivedFile) -> Table:
    read = reading.table(file, COLUMNS, ignored=IGNORED)
    table = reading.judge(read, [unique("area", "industry", "soc")], read.frame.with_columns(_area()))
    for column in NUMBERS:
        count = table.frame[column.name].null_count()
        message = "values are not published: not estimated, not released, or above the top code"
        reading.note(table.name, table.headers.get(column.name, column.header), "not-published", count, message)
    return table


def area_kind(code: str) -> str:
    """Return what the area with a code of seven digits is.

    Example
    -------
    >>> area_kind("0000000"), area_kind("5300000"), area_kind("0042660"), area_kind("5300001")
    ('national', 'state', 'metropolitan', 'nonmetropolitan')
    """
    return next(kind for kind, pattern in KINDS.items() if re.search(pattern, code))


def _area() -> pl.Expr:
    """Return areas in seven digits; spreadsheets have 99 for the nation, 1 for Alabama, 10180 for Abilene."""
    code = pl.col("area")
    state = pl.concat_str(code.str.zfill(2), pl.lit("00000"))
    short = pl.when(code == "99").then(pl.lit("0000000")).otherwise(state)
    return pl.when(code.str.len_chars() <= 2).then(short).otherwise(code.str.zfill(7)).alias("area")


def _lacks(tables: Sequence[Table]) -> tuple[str, ...]:
    there = {kind for table in tables for kind in table.frame.select(_kind("area").unique()).to_series()}
    return tuple(sentence for kind, sentence in LACKING.items() if kind not in there)


def _encoded(identifiers: Identifiers, period: str, tables: Sequence[Table]) -> Iterator[bytes]:
    for table in tables:
        yield encode(_regions(identifiers, table.frame), Region)
        yield encode(_occupations(identifiers, table.frame), Concept)
        for piece in table.frame.iter_slices(PIECE):
            yield encode(_observations(identifiers, period, piece), WageObservation)


def _regions(identifiers: Identifiers, rows: pl.DataFrame) -> pl.DataFrame:
    regions = rows.unique("area", keep="first", maintain_order=True)
    iri = mint(identifiers, "region", regions["area"])
    return regions.select(iri, label="region", code="area", kind=_kind("area"))


def _occupations(identifiers: Identifiers, rows: pl.DataFrame) -> pl.DataFrame:
    """Return the occupations by name: some are groups of OEWS's own that the SOC does not have."""
    occupations = rows.unique("soc", keep="first", maintain_order=True)
    return occupations.select(mint(identifiers, "soc", occupations["soc"]), label="occupation", notation="soc")


def _observations(identifiers: Identifiers, period: str, rows: pl.DataFrame) -> pl.DataFrame:
    industry = pl.when(pl.col("industry") != ALL_INDUSTRIES).then(pl.col("industry"))
    return rows.select(
        mint(identifiers, f"oews/{slug(period)}", rows["area"], rows["industry"], rows["soc"]),
        mint(identifiers, "soc", rows["soc"]).alias("occupation"),
        mint(identifiers, "region", rows["area"]).alias("region"),
        industry.alias("industry"),
        pl.lit(period).alias("period"),
        *(column.name for column in NUMBERS),
    )


def _kind(area: str) -> pl.Expr:
    kinds = [pl.when(pl.col(area).str.contains(pattern)).then(pl.lit(kind)) for kind, pattern in KINDS.items()]
    return pl.coalesce(kinds).alias("kind")


def _period(archive: Archive, files: Sequence[ArchivedFile]) -> str:
    """Return the month that the manifest or the names of the files give: ``May 2025``."""
    manifest = archive.find("manifest.json")
    if manifest and (said := _manifest_period(manifest)):
        return said
    years = {match[1] for file in files if (match := re.search(r"(?:may[ _-]?|M)(\d{4})", file.name))}
    if len(years) == 1:
        return f"May {years.pop()}"
    message = "the files do not say which month they are for; name it with --release 'May 2025'"
    raise InputError(message)


def _manifest_period(manifest: ArchivedFile) -> str | None:
    try:
        said = json.loads(manifest.read())["release"]["description"]
    except (ValueError, LookupError, TypeError) as error:
        message = f"{manifest.name} does not give release.description ({error}); name the month with --release"
        raise UnreadableError(message) from error
    return said if isinstance(said, str) else None
