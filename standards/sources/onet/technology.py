"""Software and tools that occupations use, under UNSPSC: the United Nations Standard Products and Services Code."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from ontology.records import Competency, CompetencyKind, Concept, Occupation
from standards.columns import encode, mint
from standards.sources.onet.download import OCCUPATION, REPEATED, Download
from standards.sources.onet.occupations import OCCUPATIONS
from standards.tables import Column, Kind, unique

COMMODITIES = "UNSPSC Reference"
LEVELS = ("commodity", "class", "family", "segment")
"""From the narrowest to the broadest."""

EXAMPLE = Column("example", "Example")


def _code(level: str) -> Column:
    return Column(level, f"{level.title()} Code", kind=Kind.CODE, pattern=r"\d{8}")


def read_technology(download: Download) -> Iterator[bytes]:
    """Judge the tables and return the triples."""
    columns = [
        column for level in LEVELS for column in (_code(level), Column(f"{level}_title", f"{level.title()} Title"))
    ]
    commodities = download.read(COMMODITIES, columns, [unique("commodity")])
    if commodities.rows:
        download.codes[COMMODITIES] = commodities.frame["commodity"]
    flags = [
        Column("hot", "Hot Technology", kind=Kind.FLAG, required=False),
        Column("in_demand", "In Demand", kind=Kind.FLAG, required=False),
    ]
    technologies = _used(download, "Technology Skills", flags)
    return _encoded(download, commodities.frame, technologies, _used(download, "Tools Used", []))


def _used(download: Download, name: str, flags: list[Column]) -> pl.DataFrame:
    rules = [
        *download.known("occupation", OCCUPATIONS),
        *download.known("commodity", COMMODITIES),
        unique("occupation", "example"),
    ]
    columns = [OCCUPATION, EXAMPLE, _code("commodity"), *flags]
    return download.read(name, columns, rules, ignored=[*REPEATED, "Commodity Title"]).frame


def _encoded(
    download: Download, commodities: pl.DataFrame, technologies: pl.DataFrame, tools: pl.DataFrame
) -> Iterator[bytes]:
    for level, above in zip(LEVELS, (*LEVELS[1:], None), strict=True):
        yield encode(_level(download, commodities, level, above), Concept)
    iri = download.mint("technology", technologies["example"])
    yield from _examples(download, technologies.with_columns(iri), CompetencyKind.TECHNOLOGY)
    used = technologies.select(download.mint(technologies["occupation"]), "in_demand", technologies=iri)
    yield encode(used.drop("in_demand"), Occupation, typed=False)
    demanded = used.filter("in_demand").select("iri", in_demand_technologies="technologies")
    yield encode(demanded, Occupation, typed=False)
    iri = download.mint("tool", tools["example"])
    yield from _examples(download, tools.with_columns(iri), CompetencyKind.TOOL)
    yield encode(tools.select(download.mint(tools["occupation"]), tools=iri), Occupation, typed=False)


def _level(download: Download, commodities: pl.DataFrame, level: str, above: str | None) -> pl.DataFrame:
    """Return the commodities of one level of the hierarchy, each once."""
    once = commodities.unique(level, maintain_order=True, keep="first")
    frame = once.select(mint(download.identifiers, "unspsc", once[level]), label=f"{level}_title", notation=level)
    return frame.with_columns(broader=mint(download.identifiers, "unspsc", once[above])) if above else frame


def _examples(download: Download, used: pl.DataFrame, kind: CompetencyKind) -> Iterator[bytes]:
    """Yield each thing that is used, once, under every commodity that the source puts it in."""
    once = used.unique("iri", maintain_order=True, keep="first")
    hot = pl.when("hot").then(pl.lit(value=True)) if "hot" in used.columns else pl.lit(None, pl.Boolean)
    yield encode(once.select("iri", hot.alias("hot"), label="example", kind=pl.lit(str(kind))), Competency)
    pairs = used.unique(["iri", "commodity"], maintain_order=True)
    above = mint(download.identifiers, "unspsc", pairs["commodity"]).alias("broader")
    yield encode(pairs.select("iri", above), Competency, typed=False)
