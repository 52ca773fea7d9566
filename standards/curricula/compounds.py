"""Compounds: outcomes that say several things, each of which is matched on its own as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ontology.report import Finding, Severity, excerpt
from standards.curricula.listing import listing
from standards.matching.compounds import parts
from standards.tables import Table

COMPOUND: Final = "compound-statement"

QUOTED: Final = 240
"""Characters of the parts that a finding quotes."""


def compounds(table: Table) -> Iterator[Finding]:
    """Yield which things an outcome of a program says where it says several; one that comes again is told once."""
    told: set[str] = set()
    for row, statement in _statements(table):
        found = () if statement in told else parts(statement)
        told.add(statement)
        if len(found) > 1:
            yield Finding(
                code=COMPOUND,
                severity=Severity.INFO,
                file=table.name,
                row=row,
                column=table.headers.get("outcome", "outcome"),
                value=excerpt(" | ".join(found), QUOTED),
                message=f"says {len(found)} things; each is matched on its own, beside the whole",
            )


def _statements(table: Table) -> Iterator[tuple[int, str]]:
    """Yield each outcome and its row; a cell may list several."""
    said = table.frame.drop_nulls("outcome").select("row", "outcome", "outcome_iri", "outcome_key")
    for row, outcome, iri, key in said.iter_rows():
        for statement in (outcome,) if iri or key else listing(outcome).statements:
            yield row, statement
