"""Completeness: whether files of relations and files of concepts fit together, or one of them was cut off.

ESCO's own releases have a few relations to concepts that they no longer hold (1.1.1: 67 of 123,855), and give every
occupation skills and every concept a broader one. Where much is missing, a download stopped between two rows, or files
are of several releases.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_

import polars as pl

from ontology.report import Finding, Report, Severity
from standards.rules import Rule
from standards.sources.reading import Reading
from standards.tables import Table

SHARE = 0.01
"""The share of rows, or of concepts, that may be without their counterpart."""

FEW = 10
"""As many may always be."""

SHOWN = 3
"""How many of them are named."""

CUT = "download both again, of one release; --skip-bad-rows takes them as they are"


def judge_strangers(reading: Reading, table: Table, rules: Sequence[Rule]) -> Table:
    """Judge the concepts that the rows of a table name: one error where many are unknown, else each row by itself."""
    if not rules:
        return table
    bad = reduce(or_, (rule.bad for rule in rules))
    strange = table.frame.filter(bad)
    if not _many(strange.height, table.rows):
        return reading.judge(table, rules)
    report = Report([*table.report, _strangers(table, strange, rules)])
    return reading.judge(replace(table, report=report, frame=table.frame.filter(~bad)), [])


def incomplete(table: Table, concepts: str, known: pl.Series) -> Iterator[Finding]:
    """Yield a finding where more than a few of the concepts that a table is about are in none of its rows.

    Parameters
    ----------
    concepts
        What the file is called that has them.
    known
        Their addresses.
    """
    without = known.filter(~known.is_in(table.frame["iri"].implode())).sort()
    if not _many(len(without), len(known)):
        return
    yield Finding(
        code="cut-short",
        severity=_severity(table),
        file=table.name,
        column=table.headers["iri"],
        value=", ".join(without.head(SHOWN)),
        message=f"{len(without):,} of {len(known):,} concepts in {concepts} are in none of its rows, such as these",
        remedy=f"The file may be cut short: {CUT}",
    )


def _strangers(table: Table, strange: pl.DataFrame, rules: Sequence[Rule]) -> Finding:
    rule = next(rule for rule in rules if not strange.filter(rule.bad).is_empty())
    first = strange.filter(rule.bad)
    out = "; they are left out" if table.skip_bad_rows else ""
    return Finding(
        code="unknown-concept",
        severity=_severity(table),
        file=table.name,
        row=first["row"][0],
        column=table.headers[rule.column],
        value=", ".join(first[rule.column].unique(maintain_order=True).head(SHOWN)),
        message=f"{strange.height:,} of {table.rows:,} rows name a concept that {rule.message}, such as these{out}",
        remedy=f"The file that should hold them may be cut short, or of another release: {CUT}",
    )


def _severity(table: Table) -> Severity:
    return Severity.WARNING if table.skip_bad_rows else Severity.ERROR


def _many(number: int, of: int) -> bool:
    return number > max(FEW, SHARE * of)
