"""What must hold of a graph of CTDL: no competency above itself, and dates that are some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from ontology.records import Competency, Record
from ontology.report import Finding, Severity, excerpt
from standards.wire.circles import told_circles

DATED: Final = re.compile(
    r'^<([^>]*)> <([^>]*)> "([^"]*)"\^\^<http://www\.w3\.org/2001/XMLSchema#(date|dateTime)> \.$', re.MULTILINE
)
"""A statement with a date, in N-Triples."""

READ: Final = {"date": date.fromisoformat, "dateTime": datetime.fromisoformat}
FORM: Final = {"date": "a day, as 2026-01-31", "dateTime": "a moment, as 2026-01-31T09:00:00Z"}


def ill_dated(triples: bytes, file: str) -> Iterator[Finding]:
    """Yield the dates that are none; they are kept as they came."""
    for node, path, value, kind in DATED.findall(triples.decode()):
        try:
            READ[kind](value)
        except ValueError:
            yield Finding(
                code="bad-value",
                severity=Severity.WARNING,
                file=file,
                node=node,
                path=path,
                value=excerpt(value),
                message=f"no xsd:{kind}; kept as it came",
                remedy=f"Write {FORM[kind]}",
            )


def circular(records: Iterable[Record], file: str) -> Iterator[Finding]:
    """Yield each circle of competencies that are children of one another, once."""
    broader: dict[str, Iterable[str]] = {
        record.iri: record.broader for record in records if isinstance(record, Competency)
    }
    return told_circles(broader, file, "ceasn:isChildOf", things="competencies", links="links")
