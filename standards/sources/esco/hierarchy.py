"""The skills hierarchy: each row is one concept with all that is above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import polars as pl

from ontology.records import Concept
from standards.columns import encode
from standards.rules import Column, Kind, Rule, Verdict
from standards.sources.esco.release import SAME_RELEASE, EscoFile
from standards.sources.reading import Reading
from standards.tables import Table

LEVELS = range(4)
COLUMNS = (
    *(Column(f"iri_{n}", f"Level {n} URI", kind=Kind.ADDRESS, required=n == 0) for n in LEVELS),
    *(Column(f"label_{n}", f"Level {n} preferred term", required=n == 0) for n in LEVELS),
    *(Column(f"notation_{n}", f"Level {n} code", required=False, trimmed=n > 0) for n in LEVELS),
    Column("description", "Description", required=False),
    Column("scope_note", "Scope note", required=False),
)


@dataclass(frozen=True)
class Hierarchy:
    """A file of the skills hierarchy as it was read.

    Parameters
    ----------
    concepts
        Those that the skill groups do not have, with what the hierarchy says of them.
    """

    table: Table
    concepts: pl.DataFrame


def read_hierarchy(reading: Reading, file: EscoFile, groups: pl.Series | None) -> Hierarchy:
    """Read a file of the hierarchy.

    Parameters
    ----------
    groups
        The addresses of the skill groups, ``None`` where their file is missing.
    """
    table = reading.table(file.file, COLUMNS)
    named = table.frame.with_columns(_deepest("iri"), _deepest("label"), _deepest("notation"))
    new = pl.lit(True) if groups is None else pl.col("iri").is_in(groups.implode()).not_()
    concepts = named.filter(new).select("iri", "label", "notation", "description", "scope_note")
    rules = [
        Rule("empty-cell", "label", pl.col("label").is_null(), "is empty", "Fill the cell"),
        Rule(
            "duplicate-key", "iri", pl.col("iri").is_first_distinct().not_(), "is there twice", "Keep one of the rows"
        ),
    ]
    if groups is not None:
        message = "is not among the skill groups; what the hierarchy says of it is taken"
        rules.append(Rule("unknown-concept", "iri", new, message, SAME_RELEASE, Verdict.KEEP))
    headers = {**table.headers, "iri": "the deepest URI", "label": "the deepest preferred term"}
    return Hierarchy(reading.judge(replace(table, headers=headers), rules, named), concepts)


def encode_hierarchy(file: EscoFile, hierarchy: Hierarchy) -> Iterator[bytes]:
    """Yield what stands above each concept, and the concepts that are nowhere else."""
    yield encode(hierarchy.concepts, Concept, language=file.language)
    for level in LEVELS[1:]:
        above = hierarchy.table.frame.filter(pl.col(f"iri_{level}").is_not_null())
        pairs = above.select(pl.col(f"iri_{level}").alias("iri"), pl.col(f"iri_{level - 1}").alias("broader"))
        yield encode(pairs.unique(maintain_order=True), Concept, typed=False)


def _deepest(name: str) -> pl.Expr:
    """Return the cell of the deepest level that a row has."""
    cells = [pl.when(pl.col(f"iri_{level}").is_not_null()).then(pl.concat_list(f"{name}_{level}")) for level in LEVELS]
    return pl.coalesce(cells[::-1]).list.first().alias(name)
