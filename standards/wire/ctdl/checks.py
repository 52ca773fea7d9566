"""What must hold of CTDL: no address of two resources, no competency above itself, and dates that are some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from ontology.records import Competency, Record
from ontology.report import Finding, Severity, excerpt
from standards.json_documents import Json
from standards.wire.circles import told_circles
from standards.wire.contexts import Steps
from standards.wire.documents import pointer


def described_twice(documents: Sequence[Json], file: str) -> Iterator[Finding]:
    """Yield the addresses that two resources of one graph claim, or resources of two graphs that are not alike."""
    seen: dict[str, tuple[Steps, Json]] = {}
    for one, at in _described(list(documents), ()):
        graph, first = seen.setdefault(str(one["@id"]), (at[:-1], one))
        if first is not one and (graph == at[:-1] or first != one):
            yield Finding(
                code="claimed-twice",
                severity=Severity.ERROR,
                file=file,
                node=str(one["@id"]),
                path=pointer(*(at[1:] if len(documents) == 1 else at), "@id"),
                value=excerpt(str(one["@id"])),
                message="two resources have this @id",
                remedy="Give each its own, or leave out the copy",
            )


def _described(value: Json, at: Steps) -> Iterator[tuple[dict[str, Json], Steps]]:
    """Yield the resources that a document describes one beside another, with the steps that lead to them."""
    if isinstance(value, list):
        for position, one in enumerate(value):
            yield from _described(one, (*at, position))
    elif isinstance(value, dict):
        if "@type" in value and isinstance(value.get("@id"), str):
            yield value, at
        yield from _described(value.get("@graph"), (*at, "@graph"))


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
