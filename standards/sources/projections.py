"""Employment Projections: what the U.S. Bureau of Labor Statistics expects of each occupation over ten years.

Read are "Table 1.2 Occupational projections" of its workbook, and the table that its query page saves. The two name the
same columns a little differently, and both put the years into the headers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import polars as pl

from ontology.errors import InputError, MissingFileError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.records import Concept, EmploymentProjection, Region
from ontology.report import Finding, Severity
from standards.archives import Archive, ArchivedFile
from standards.cells import SEARCHED, read_cells, sheet_names
from standards.columns import encode, mint
from standards.rules import Column, Kind, Rule, Verdict, unique
from standards.sources.publication import PUBLIC_DOMAIN, Publication
from standards.sources.reading import Reading
from standards.sources.source import Delivery
from standards.tables import Table

PROJECTIONS = Publication(
    source="projections",
    title="Employment Projections",
    license=PUBLIC_DOMAIN,
    attribution="U.S. Bureau of Labor Statistics, Employment Projections; public domain.",
    page="https://www.bls.gov/emp/tables/occupational-projections-and-characteristics.htm",
)

TABLE: Final = "1.2"
"""What stands in the name of the sheet."""

YEARS: Final = re.compile(r"^Employment,? (\d{4})$", re.IGNORECASE)
"""The headers that say the first and the last year."""

NATION: Final = "0000000"
THOUSAND: Final = 1_000
"""People in the unit of the table."""

UNPUBLISHED: Final = ("\N{EM DASH}", "\N{EN DASH}", "-", "--")

SLIP: Final = 0.1
"""Thousands by which a number may be off that is rounded to tenths, at both ends together; and percent of a change."""

NAMES: Final = r".*\.(csv|xlsx)"


@dataclass(frozen=True)
class Heading:
    """Where the headers of a table are, and the years that they name.

    Parameters
    ----------
    sheet
        Name of the sheet; empty for a text table.
    at
        Number of their row, from 1.
    """

    sheet: str
    at: int
    first: int
    last: int

    @classmethod
    def of(cls, sheet: str, at: int, cells: Sequence[str]) -> Self | None:
        """Return what a row says as headers; ``None`` where it does not name two years of employment.

        Example
        -------
        >>> Heading.of("Table 1.2", 2, ["Occupation type", "Employment, 2024", "Employment, 2034"])
        Heading(sheet='Table 1.2', at=2, first=2024, last=2034)
        """
        years = sorted({int(match[1]) for cell in cells if (match := YEARS.match(cell.strip()))})
        return cls(sheet, at, *years) if len(years) == 2 else None

    @property
    def period(self) -> str:
        """Return the years as the publisher writes them.

        Example
        -------
        >>> Heading("", 1, 2024, 2034).period, Heading("", 1, 1998, 2008).period
        ('2024-34', '1998-2008')
        """
        last = str(self.last)
        return f"{self.first}-{last[2:] if last[:2] == str(self.first)[:2] else last}"

    def columns(self) -> tuple[Column, ...]:
        """Return the columns that are read."""
        span, long = self.period, f"{self.first}-{self.last}"
        matrix = f"{self.first} National Employment Matrix"
        percent = (f"Employment change, percent, {span}", f"Employment Percent Change, {long}")
        openings = (f"Occupational openings, {span} annual average", f"Occupational Openings, {long} Annual Average")
        return (
            Column("label", f"{matrix} title", ("Occupation Title",), required=False),
            Column("soc", f"{matrix} code", ("Occupation Code",), Kind.CODE, required=False, pattern=CODE),
            _number("employment", (f"Employment, {self.first}",), lowest=0),
            _number("projected_employment", (f"Employment, {self.last}",), lowest=0),
            _number("employment_change", percent),
            _number("annual_openings", openings, lowest=0),
        )

    def ignored(self) -> tuple[str, ...]:
        """Return the columns that are known and not read: each is told better by another source, or by those read."""
        first, span = self.first, self.period
        return (
            "Occupation type",
            f"Employment distribution, percent, {first}",
            f"Employment distribution, percent, {self.last}",
            f"Employment change, numeric, {span}",
            f"Employment Change, {first}-{self.last}",
            f"Percent self employed, {first}",
            *(f"Median annual wage, dollars, {year}{note}" for year in (first, first + 1) for note in ("", "[1]")),
            *(f"Median Annual Wage {year}" for year in (first, first + 1)),
            "Typical education needed for entry",
            "Typical Entry-Level Education",
            "Education Code",
            "Work experience in a related occupation",
            "Workex Code",
            "Typical on-the-job training needed to attain competency in the occupation",
            "Typical on-the-job Training",
            "trCode",
        )


CODE: Final = r'(="?)?\d{2}-\d{4}"?'
"""The query page writes ``="11-1011"``, so that a spreadsheet takes it for no date."""


def _number(name: str, headers: Sequence[str], lowest: float | None = None) -> Column:
    first, *others = headers
    return Column(
        name, first, tuple(others), Kind.DECIMAL, required=False, lowest=lowest, nulls=UNPUBLISHED, thousands=True
    )


def read_projections(
    paths: Sequence[Path], identifiers: Identifiers, version: str | None = None, skip_bad_rows: bool = False
) -> Delivery:
    """Read the projections of one round: the nation's, by occupation and group of occupations.

    See `Reader` for the parameters and for what is raised.
    """
    archive = Archive(paths)
    file, heading = _table(archive)
    reading = Reading(archive, identifiers, PROJECTIONS.source, skip_bad_rows)
    table = _projected(reading, file, heading)
    release = PROJECTIONS.release(identifiers, version or heading.period)
    return reading.deliver(release, _encoded(identifiers, heading.period, table.frame))


def _table(archive: Archive) -> tuple[ArchivedFile, Heading]:
    """Return the file with the table, and where in it the table begins."""
    files = [file for file in archive if re.fullmatch(NAMES, file.plain_name, re.IGNORECASE)]
    if not files:
        message = (
            f"there is no .csv or .xlsx file with projections in {archive.paths[0]}; download occupation.xlsx from "
            f"{PROJECTIONS.page}"
        )
        raise MissingFileError(message)
    found = [(file, heading) for file in files if (heading := _heading(file))]
    if len(found) == 1:
        return found[0]
    if not found:
        message = (
            f"{', '.join(file.name for file in files)} has no table whose headers name the employment of two years, "
            f"such as 'Employment, 2024' and 'Employment, 2034'; take table {TABLE} of occupation.xlsx from "
            f"{PROJECTIONS.page}"
        )
        raise UnreadableError(message)
    names = ", ".join(file.name for file, _ in found)
    message = f"several files hold projections: {names}; name one of them"
    raise InputError(message)


def _heading(file: ArchivedFile) -> Heading | None:
    """Return the heading on the sheet of table 1.2, or on the only sheet; ``None`` where there is none."""
    names = sheet_names(file)
    wanted = [name for name in names if TABLE in name] or (names if len(names) == 1 else [])
    for name in wanted:
        rows = read_cells(file, name or 0).frame.head(SEARCHED).drop("row").iter_rows()
        for at, cells in enumerate(rows, start=1):
            if heading := Heading.of(name, at, [cell or "" for cell in cells]):
                return heading
    return None


def _projected(reading: Reading, file: ArchivedFile, heading: Heading) -> Table:
    """Read the table, and judge what its columns say of one another."""
    ignored = heading.ignored()
    table = reading.table(file, heading.columns(), ignored=ignored, header_row=heading.at, sheet=heading.sheet or 0)
    below = _below(table.frame)
    reading.add(_footnotes(file, below))
    frame = table.frame.join(below, on="row", how="anti").with_columns(pl.col("soc").str.strip_chars('="'))
    return reading.judge(table, [*FILLED, unique("soc"), UNLIKE], frame)


def _below(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the lines behind the last row with a code: notes, which fill the first cell only."""
    coded = frame.filter(pl.col("soc").is_not_null())["row"].max()
    numbers = pl.all_horizontal(pl.col(*NUMBERS).is_null())
    return frame.filter(pl.col("soc").is_null() & numbers & (pl.col("row") > (coded if coded is not None else 0)))


def _footnotes(file: ArchivedFile, below: pl.DataFrame) -> Iterator[Finding]:
    if below.height:
        first = below.row(0, named=True)
        yield Finding(
            code="footnotes",
            severity=Severity.INFO,
            file=file.name,
            row=first["row"],
            value=first["label"] or "",
            message=f"{below.height:,} lines below the table are notes, and no rows",
        )


NUMBERS: Final = ("employment", "projected_employment", "employment_change", "annual_openings")

FILLED: Final = tuple(
    Rule("empty-cell", name, pl.col(name).is_null(), "is empty", "Fill the cell") for name in ("label", "soc")
)

_CHANGE: Final = (pl.col("projected_employment") - pl.col("employment")) / pl.col("employment") * 100
_ROOM: Final = SLIP * (1 + 100 / pl.col("employment"))

UNLIKE: Final = Rule(
    "unlike-numbers",
    "employment_change",
    (pl.col("employment") > 0) & ((_CHANGE - pl.col("employment_change")).abs() > _ROOM),
    "is not the change between the two employments of its row",
    "Download the file again; a cell of this row may have been moved or written over",
    Verdict.KEEP,
)


def _encoded(identifiers: Identifiers, period: str, rows: pl.DataFrame) -> Iterator[bytes]:
    nation = identifiers.mint("region", NATION)
    yield encode(pl.DataFrame({"iri": [nation], "label": ["National"], "code": [NATION], "kind": ["national"]}), Region)
    yield encode(rows.select(mint(identifiers, "soc", rows["soc"]), label="label", notation="soc"), Concept)
    people = ("employment", "projected_employment", "annual_openings")
    yield encode(
        rows.select(
            mint(identifiers, f"{PROJECTIONS.source}/{period}/{NATION}", rows["soc"]),
            mint(identifiers, "soc", rows["soc"]).alias("occupation"),
            pl.lit(nation).alias("region"),
            pl.lit(period).alias("period"),
            "employment_change",
            *((pl.col(name) * THOUSAND).round(0) for name in people),
        ),
        EmploymentProjection,
    )
