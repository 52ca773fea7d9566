"""Occupations: what they are called, how much preparation they take, and which are near."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from ontology.records import JobZone, Occupation, RelatedOccupation
from standards.columns import encode
from standards.sources.onet.download import OCCUPATION, REPEATED, Download
from standards.tables import Column, Kind, unique

OCCUPATIONS = "Occupation Data"
ZONES = "Job Zone Reference"

ZONE = Column("job_zone", "Job Zone", kind=Kind.INTEGER, lowest=1, highest=5)
RELATED = Column("related", "Related O*NET-SOC Code", kind=Kind.CODE, pattern=OCCUPATION.pattern)
TIERS = ("Primary-Short", "Primary-Long", "Supplemental")


def read_occupations(download: Download) -> Iterator[bytes]:
    """Judge the tables, note the codes of the occupations for the other tables, and return the triples."""
    columns = [OCCUPATION, Column("label", "Title"), Column("description", "Description")]
    occupations = download.read(OCCUPATIONS, columns, [unique("occupation")], ignored=())
    if occupations.rows:
        download.codes[OCCUPATIONS] = occupations.frame["occupation"]
        download.titles = occupations.frame.select("occupation", "label")
    return _encoded(
        download, occupations.frame, _titles(download), _reported(download), _zones(download), _related(download)
    )


def _titles(download: Download) -> pl.DataFrame:
    columns = [OCCUPATION, Column("title", "Alternate Title"), Column("short", "Short Title", required=False)]
    rules = [*download.known("occupation", OCCUPATIONS), unique("occupation", "title", "short")]
    return download.read("Alternate Titles", columns, rules, unused=["Source(s)"]).frame


def _reported(download: Download) -> pl.DataFrame:
    columns = [OCCUPATION, Column("title", "Reported Job Title")]
    rules = [*download.known("occupation", OCCUPATIONS), unique("occupation", "title")]
    return download.read("Sample of Reported Titles", columns, rules, unused=["Shown in My Next Move"]).frame


def _zones(download: Download) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the zones, and which occupation is in which."""
    names = {
        "label": "Name",
        "experience": "Experience",
        "education": "Education",
        "training": "Job Training",
        "examples": "Examples",
        "preparation_range": "SVP Range",
    }
    columns = [ZONE, *(Column(name, header) for name, header in names.items())]
    zones = download.read(ZONES, columns, [unique("job_zone")]).frame
    rules = [*download.known("occupation", OCCUPATIONS), unique("occupation")]
    placed = download.read("Job Zones", [OCCUPATION, ZONE], rules, unused=["Date", "Domain Source"]).frame
    return zones, placed


def _related(download: Download) -> pl.DataFrame:
    columns = [
        OCCUPATION,
        RELATED,
        Column("tier", "Relatedness Tier", values=TIERS, required=False),
        Column("rank", "Index", kind=Kind.INTEGER, lowest=1),
    ]
    rules = [
        *download.known("occupation", OCCUPATIONS),
        *download.known("related", OCCUPATIONS),
        unique("occupation", "related"),
    ]
    return download.read("Related Occupations", columns, rules, ignored=[*REPEATED, "Related Title"]).frame


def _encoded(
    download: Download,
    occupations: pl.DataFrame,
    titles: pl.DataFrame,
    reported: pl.DataFrame,
    zones: tuple[pl.DataFrame, pl.DataFrame],
    related: pl.DataFrame,
) -> Iterator[bytes]:
    """Yield the triples of all the tables."""
    mint = download.mint
    frame = occupations.select(mint(occupations["occupation"]), "label", "description", notation="occupation")
    yield encode(frame, Occupation)
    yield from _names(download, titles, reported)
    yield from _preparation(download, *zones)
    pair = related.select(
        mint("related", related["occupation"], related["related"]),
        "tier",
        "rank",
        occupation=mint(related["occupation"]),
        related=mint(related["related"]),
    )
    yield encode(pair, RelatedOccupation)


def _names(download: Download, titles: pl.DataFrame, reported: pl.DataFrame) -> Iterator[bytes]:
    """Yield what else occupations are called."""
    mint = download.mint
    called = titles.select(mint(titles["occupation"]), alt_labels="title", hidden_labels="short")
    yield encode(called.unique(["iri", "alt_labels"]).drop("hidden_labels"), Occupation, typed=False)
    yield encode(called.unique(["iri", "hidden_labels"]).drop("alt_labels"), Occupation, typed=False)
    yield encode(reported.select(mint(reported["occupation"]), reported_titles="title"), Occupation, typed=False)


def _preparation(download: Download, reference: pl.DataFrame, placed: pl.DataFrame) -> Iterator[bytes]:
    """Yield the job zones, and which occupation is in which."""
    mint = download.mint
    yield encode(
        reference.drop("row", "job_zone").with_columns(
            mint("job-zone", reference["job_zone"]), notation=reference["job_zone"].cast(pl.String)
        ),
        JobZone,
    )
    yield encode(placed.select(mint(placed["occupation"]), "job_zone"), Occupation, typed=False)
