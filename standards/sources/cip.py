"""CIP: the Classification of Instructional Programs of the United States, and its crosswalk to the SOC."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from ontology.errors import InputError, MissingFileError
from ontology.identifiers import Identifiers
from ontology.namespaces import SEMAPV, SKOS, SSSOM
from ontology.records import Concept, Mapping, Scheme
from standards.archives import Archive, ArchivedFile
from standards.columns import encode, mint
from standards.rules import Column, Kind, Rule, Verdict, unique
from standards.sources.publication import PUBLIC_DOMAIN, Publication
from standards.sources.reading import Reading
from standards.sources.source import Delivery
from standards.tables import Table

CIP = Publication(
    source="cip",
    title="Classification of Instructional Programs",
    license=PUBLIC_DOMAIN,
    attribution="National Center for Education Statistics, Classification of Instructional Programs; public domain.",
    page="https://nces.ed.gov/ipeds/cipcode/",
)

CODE = r"\d{2}(\.\d{2}(\d{2})?)?"
PROGRAMS = (
    Column("notation", "CIPCode", kind=Kind.CODE, pattern=f'="{CODE}"|{CODE}'),
    Column("action", "Action", required=False),
    Column("label", "CIPTitle"),
    Column("definition", "CIPDefinition", required=False),
    Column("related", "CrossReferences", required=False),
    Column("hidden_labels", "Examples", required=False),
)
PAIRS = (
    Column("cip", "CIP2020Code", aliases=("CIP2010Code",), kind=Kind.CODE, pattern=r"\d{2}\.\d{4}"),
    Column("subject_label", "CIP2020Title", aliases=("CIP2010Title",)),
    Column("soc", "SOC2018Code", aliases=("SOC2010Code",), kind=Kind.CODE, pattern=r"\d{2}-\d{4}"),
    Column("object_label", "SOC2018Title", aliases=("SOC2010Title",)),
)
SHEET = "CIP-SOC"
WITHDRAWN = ("Moved from", "Deleted")
NO_PROGRAM, NO_OCCUPATION = "99.9999", "99-9999"
"""Stand for the other side where the publishers looked and found no match."""


def read_cip(
    paths: Sequence[Path], identifiers: Identifiers, version: str | None = None, skip_bad_rows: bool = False
) -> Delivery:
    """Read the programs with their definitions, and which occupations they prepare for; either will do.

    See `Reader` for the parameters and for what is raised.
    """
    archive = Archive(paths)
    programs = _named(archive, r"CIPCode\d{4}\.csv")
    text, sheet = (_named(archive, rf"CIP\d{{4}}_SOC\d{{4}}_Crosswalk\.{form}") for form in ("csv", "xlsx"))
    pairs = text or sheet
    if programs is None and pairs is None:
        message = (
            f"there is no CIPCode2020.csv and no CIP2020_SOC2018_Crosswalk.csv or .xlsx in {archive.paths[0]}; "
            "download them from https://nces.ed.gov/ipeds/cipcode/resources.aspx?y=56"
        )
        raise MissingFileError(message)
    version = version or _version(file for file in (programs, pairs) if file)
    reading = Reading(archive, identifiers, CIP.source, skip_bad_rows)
    if text and sheet and _year(text) == _year(sheet):
        reading.pass_over(sheet, text)
    program_table = _programs(reading, programs) if programs else None
    pair_table = _pairs(reading, pairs, program_table) if pairs else None
    release = CIP.release(identifiers, version, tuple(_lacks(program_table, pair_table)))
    return reading.deliver(release, _encoded(identifiers, version, program_table, pair_table))


def _programs(reading: Reading, file: ArchivedFile) -> Table:
    table = reading.table(file, PROGRAMS, ignored=("CIPFamily", "TextChange"))
    frame = table.frame.with_columns(pl.col("notation").str.strip_chars('="'))
    orphan = _above().is_in(frame["notation"].implode()).not_()
    message, remedy = "has no broader code in this file", "Add that code, or download the file again"
    return reading.judge(table, [unique("notation"), Rule("unknown-code", "notation", orphan, message, remedy)], frame)


def _pairs(reading: Reading, file: ArchivedFile, programs: Table | None) -> Table:
    rules = [unique("cip", "soc")]
    if programs:
        codes = pl.concat([programs.frame["notation"], pl.Series([NO_PROGRAM])])
        bad = pl.col("cip").is_in(codes.implode()).not_()
        message = f"is not in {programs.name}"
        rules.append(Rule("unknown-code", "cip", bad, message, "Take both files of one release", Verdict.LEAVE_OUT))
    table = reading.table(file, PAIRS, rules, sheet=SHEET)
    for column, code in (("cip", NO_PROGRAM), ("soc", NO_OCCUPATION)):
        count = int((table.frame[column] == code).sum())
        message = f"rows say {code}, NO MATCH: they are kept as mappings to sssom:NoTermFound"
        reading.note(table.name, table.headers.get(column, column), "no-match", count, message)
    return table


def _encoded(identifiers: Identifiers, version: str, programs: Table | None, pairs: Table | None) -> Iterator[bytes]:
    if programs:
        yield from _encoded_programs(identifiers, version, programs.frame)
    if pairs:
        yield from _encoded_pairs(identifiers, pairs.frame)


def _encoded_programs(identifiers: Identifiers, version: str, programs: pl.DataFrame) -> Iterator[bytes]:
    scheme = identifiers.mint(CIP.source, version)
    named = _described(identifiers, scheme, programs)
    yield encode(named, Concept)
    iris = named.select("iri", related=programs["related"], hidden_labels=programs["hidden_labels"])
    yield encode(_related(identifiers, iris), Concept, typed=False)
    yield encode(_examples(iris), Concept, typed=False)
    families = named.filter(pl.col("notation").str.len_chars() == 2)["iri"].to_list()
    whole = pl.DataFrame({"iri": [scheme], "label": [f"{CIP.title} {version}"], "top_concepts": [families]})
    yield encode(whole, Scheme)


def _described(identifiers: Identifiers, scheme: str, programs: pl.DataFrame) -> pl.DataFrame:
    """Return programs with their addresses, and those of what each stands under and of what took its place."""
    broader, successor = programs.select(_above())["notation"], programs.select(_successor())["definition"]
    gone = pl.col("action").is_in(WITHDRAWN)
    return programs.select(
        "notation",
        "label",
        "definition",
        mint(identifiers, CIP.source, programs["notation"]),
        mint(identifiers, CIP.source, broader).alias("broader"),
        mint(identifiers, CIP.source, successor).alias("replaced_by"),
        pl.lit(scheme).alias("in_scheme"),
        pl.when(gone).then(pl.lit(value=True)).alias("deprecated"),
    )


def _related(identifiers: Identifiers, iris: pl.DataFrame) -> pl.DataFrame:
    """Return the addresses of the programs whose codes a program names beside it, one a row."""
    codes = iris.select("iri", pl.col("related").str.extract_all(r"\b\d{2}\.\d{4}\b")).explode("related").drop_nulls()
    return codes.with_columns(mint(identifiers, CIP.source, codes["related"]).alias("related"))


def _examples(iris: pl.DataFrame) -> pl.DataFrame:
    """Return the examples of each program, one a row."""
    examples = pl.col("hidden_labels").str.strip_prefix("Examples:").str.split(", - ")
    listed = iris.select("iri", examples).explode("hidden_labels")
    return listed.with_columns(pl.col("hidden_labels").str.strip_chars(" -"))


def _encoded_pairs(identifiers: Identifiers, pairs: pl.DataFrame) -> Iterator[bytes]:
    """Yield the mappings, and what they say as triples of their own; a program that has no match says nothing."""
    no_term = pl.lit(str(SSSOM.NoTermFound))
    mappings = pairs.select(
        mint(identifiers, "mapping/cip-soc", pairs["cip"], pairs["soc"]),
        subject=pl.when(pl.col("cip") == NO_PROGRAM).then(no_term).otherwise(mint(identifiers, "cip", pairs["cip"])),
        predicate=pl.lit(str(SKOS.relatedMatch)),
        object=pl.when(pl.col("soc") == NO_OCCUPATION).then(no_term).otherwise(mint(identifiers, "soc", pairs["soc"])),
        justification=pl.lit(str(SEMAPV.ManualMappingCuration)),
        subject_label="subject_label",
        object_label="object_label",
    )
    yield encode(mappings, Mapping)
    found = mappings.filter((pl.col("subject") != no_term) & (pl.col("object") != no_term))
    yield encode(found.select(iri="subject", related_matches="object"), Concept, typed=False)


def _above() -> pl.Expr:
    """Return the code above each: 01.0101 stands under 01.01, and that under 01."""
    code = pl.col("notation")
    return (
        pl.when(code.str.len_chars() > 5).then(code.str.head(5)).when(code.str.len_chars() > 2).then(code.str.head(2))
    )


def _successor() -> pl.Expr:
    """Return the code that a moved or deleted one is now reported under, as its definition says."""
    said = pl.col("definition").str.extract(rf"\b(?:to|under) ({CODE})$")
    return pl.when(pl.col("action").is_in(WITHDRAWN)).then(said)


def _lacks(programs: Table | None, pairs: Table | None) -> Iterator[str]:
    if programs is None:
        yield "Without CIPCode2020.csv, the programs of study have no definitions and no broader fields."
    if pairs is None:
        yield "Without the CIP-SOC crosswalk, programs of study do not lead to occupations."


def _named(archive: Archive, pattern: str) -> ArchivedFile | None:
    return next((file for file in archive if re.fullmatch(pattern, file.plain_name, re.IGNORECASE)), None)


def _year(file: ArchivedFile) -> str:
    match = re.match(r"CIP(?:Code)?(\d{4})", file.name, re.IGNORECASE)
    return match[1] if match else ""


def _version(files: Iterator[ArchivedFile]) -> str:
    years = {year for file in files if (year := _year(file))}
    if len(years) == 1:
        return years.pop()
    message = f"the files are of several releases, {', '.join(sorted(years))}; name those of one"
    raise InputError(message)
