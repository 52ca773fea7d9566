"""Frameworks in the spreadsheets of OpenSALT: a workbook of document, items and associations, or a table of items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import PurePath
from typing import Final

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.cells import SPREADSHEETS, sheet_names
from standards.json_documents import Json
from standards.wire.case.associations import official_type
from standards.wire.case.meeting import association_uuid
from standards.wire.case.records import CFAssociation, CFDocument, CFItem
from standards.wire.fields import wire_fields
from standards.wire.rows import read_rows
from standards.wire.uuids import uuid_of

TEXT_TABLES: Final = (".csv", ".tsv")

SHEETS: Final = {"cfdoc": "CFDocument", "cfitem": "CFItems", "cfassociation": "CFAssociations"}
"""The sheets of a workbook, by their names in small letters, with what they hold."""

OWN: Final = {
    "uri": "uri",
    "lastchangedate": "lastChangeDateTime",
    "smartlevel": "smartLevel",
    "ischildof": "isChildOf",
}
"""Headers that are no names of fields."""

ENDS: Final = ("originNodeIdentifier", "originNodeUri", "destinationNodeIdentifier", "destinationNodeUri")
GROUP: Final = ("associationGroupIdentifier", "associationGroupName")
CODES: Final = ("originNodeHumanCodingScheme", "destinationNodeHumanCodingScheme")
"""Headers of associations; the codes follow from the items."""

LISTS: Final = {"educationLevel": ",", "conceptKeywords": "|", "subject": "|"}
"""Fields with several values in a cell, and what parts them."""

LOCAL: Final = "local:"
"""What addresses begin with that hold only within a workbook."""

WRITTEN: Final = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d+)?")
"""A moment as spreadsheets have it."""

PLACE: Final = re.compile(r"^/(CFDocument|CFItems|CFAssociations)(?:/(\d+))?(?:/([^/]+))?")


@dataclass
class Workbook:
    """What the sheets of a workbook say, row by row, under CASE's names.

    Parameters
    ----------
    rows
        By what each sheet holds.
    numbers
        Of the rows, as a spreadsheet shows them.
    headers
        Of each sheet, with the names that they are read as.
    findings
        What stands in each sheet where nothing may.
    """

    file: str
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    numbers: dict[str, Sequence[int]] = field(default_factory=dict)
    headers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    findings: dict[str, Sequence[Finding]] = field(default_factory=dict)

    def placed(self, finding: Finding) -> Finding:
        """Return a finding with its row and column in place of a JSON pointer."""
        found = PLACE.match(finding.path)
        if not found:
            return finding
        sheet, position, column = found.groups()
        there = self.numbers.get(sheet, [])
        at = int(position or 0)
        row = there[at] if at < len(there) else None
        return finding.model_copy(update={"path": "", "row": row, "column": column or ""})


def is_table(file: ArchivedFile) -> bool:
    """Whether a file is a spreadsheet or a table of text, by its name."""
    return file.plain_name.lower().endswith((*SPREADSHEETS, *TEXT_TABLES))


def read_workbook(file: ArchivedFile) -> Workbook:
    """Return the sheets of a workbook that CASE has names for, or a table as its items.

    Raises
    ------
    UnreadableError
        Where it is no spreadsheet.
    RefusedError
        Where no column has statements.
    """
    book = Workbook(file.name)
    for sheet in sheet_names(file):
        kind = SHEETS.get(_folded(sheet)) if sheet else "CFItems"
        if kind:
            _take(book, kind, file, sheet)
    if not any("fullStatement" in row for row in book.rows.get("CFItems", ())):
        raise RefusedError(Report([_no_statements(file.name)]))
    return book


def _take(book: Workbook, kind: str, file: ArchivedFile, sheet: str) -> None:
    named = partial(_header, kind)
    read = read_rows(file, named, sheet or 0)
    headers = [named(header) if header else "" for header in read.headers]
    book.numbers[kind], book.findings[kind] = read.numbers, read.findings
    book.headers[kind] = [pair for pair in zip(read.headers, headers, strict=True) if pair[0]]
    book.rows[kind] = [
        {name: cell for name, cell in zip(headers, row, strict=True) if name and cell} for row in read.cells
    ]


def _header(kind: str, name: str) -> str:
    """Return CASE's name for a header, or the header as it is."""
    model = {"CFDocument": CFDocument, "CFItems": CFItem, "CFAssociations": CFAssociation}[kind]
    known = {_folded(one): one for one in (*wire_fields(model), *ENDS, *GROUP, *CODES)} | OWN
    return known.get(_folded(name), name)


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def package_document(book: Workbook, identifiers: Identifiers) -> Json:
    """Return a workbook as the package that a server would give out."""
    return _Maker(book, identifiers).package()


class _Maker:
    """Makes a package of the rows of a workbook."""

    def __init__(self, book: Workbook, identifiers: Identifiers) -> None:
        self._book, self._identifiers = book, identifiers
        self._document = self._head()
        self._items = [self._item(row) for row in book.rows["CFItems"]]
        self._by_name = {one[name]: one for one in (self._document, *self._items) for name in ("uri", "identifier")}

    def package(self) -> Json:
        associations = list(self._associations())
        if not any(one["associationType"] == "isChildOf" for one in associations):
            associations += self._hierarchy()
        return {
            "CFDocument": self._document,
            "CFItems": self._items,
            "CFAssociations": associations,
            "CFDefinitions": {"CFAssociationGroupings": list(self._groupings())},
        }

    def _head(self) -> dict[str, Json]:
        """Return the document: as its sheet says, else named after the file and as old as its newest item."""
        said = next(iter(self._book.rows.get("CFDocument", ())), {})
        dates = [moment for row in self._book.rows["CFItems"] if (moment := row.get("lastChangeDateTime"))]
        title = PurePath(self._book.file).name.partition(".")[0]
        known = {"title": title, "identifier": uuid_of(self._address(title))}
        newest = {"lastChangeDateTime": max(map(_moment, dates))} if dates else {}
        return self._resource({**known, **newest, **said})

    def _resource(self, said: Mapping[str, str]) -> dict[str, Json]:
        """Return a row as a resource."""
        made: dict[str, Json] = dict(said)
        if said.get("uri", LOCAL).startswith(LOCAL):
            made["uri"] = self._address(said["identifier"])
        if "lastChangeDateTime" in said:
            made["lastChangeDateTime"] = _moment(said["lastChangeDateTime"])
        for name, mark in LISTS.items():
            if name in said:
                made[name] = [one.strip() for one in said[name].split(mark) if one.strip()]
        return made

    def _item(self, row: Mapping[str, str]) -> dict[str, Json]:
        shown = (
            row.get("uri") or f"{self._document['uri']} {row.get('humanCodingScheme') or row.get('fullStatement', '')}"
        )
        known = {"identifier": uuid_of(shown), **self._age()}
        said = {name: cell for name, cell in row.items() if name not in ("smartLevel", "isChildOf")}
        return self._resource({**known, **said})

    def _age(self) -> dict[str, str]:
        """Return the moment of the document, for what says none of its own."""
        return {name: self._document[name] for name in ("lastChangeDateTime",) if name in self._document}

    def _address(self, identifier: str) -> str:
        return self._identifiers.mint("case", identifier.lower())

    def _associations(self) -> Iterator[dict[str, Json]]:
        for row in self._book.rows.get("CFAssociations", ()):
            used = (*ENDS, *GROUP, *CODES)
            said = {name: cell for name, cell in row.items() if name not in used}
            origin = self._link(row, "origin")
            known = {"identifier": uuid_of(" ".join(row.values())), **self._age()}
            found = self._resource({**known, **said})
            found["associationType"] = official_type(row.get("associationType", ""))
            found |= {"originNodeURI": origin, "destinationNodeURI": self._link(row, "destination")}
            if found["associationType"] == "isChildOf":
                found |= self._sequence(row.get("originNodeIdentifier", ""))
            if row.get(GROUP[0]):
                found["CFAssociationGroupingURI"] = self._grouping(row)
            yield found

    def _link(self, row: Mapping[str, str], end: str) -> dict[str, Json]:
        """Return the end of an association; addresses that hold only in the workbook give way to those of items."""
        identifier, uri = row.get(f"{end}NodeIdentifier", ""), row.get(f"{end}NodeUri", "")
        identifier = identifier or uri.removeprefix(LOCAL)
        if known := self._by_name.get(identifier) or self._by_name.get(uri):
            return _linked(known)
        address = self._address(identifier) if not uri or uri.startswith(LOCAL) else uri
        return {"title": identifier, "identifier": identifier, "uri": address}

    def _sequence(self, identifier: str) -> dict[str, Json]:
        """Return where an item stands among its siblings, by the last number of its smart level."""
        return _last(self._levels.get(identifier, ""))

    @cached_property
    def _levels(self) -> dict[str, str]:
        return {row.get("identifier", ""): row.get("smartLevel", "") for row in self._book.rows["CFItems"]}

    def _grouping(self, row: Mapping[str, str]) -> dict[str, Json]:
        identifier = row[GROUP[0]]
        return {"title": row.get(GROUP[1], identifier), "identifier": identifier, "uri": self._address(identifier)}

    def _groupings(self) -> Iterator[dict[str, Json]]:
        rows = (row for row in self._book.rows.get("CFAssociations", ()) if row.get(GROUP[0]))
        for made in {row[GROUP[0]]: self._grouping(row) for row in rows}.values():
            yield {**made, **self._age()}

    def _hierarchy(self) -> Iterator[dict[str, Json]]:
        """Yield what stands above each item: by a column that says so, else by smart levels, else the document."""
        rows = self._book.rows["CFItems"]
        by_level = {row["smartLevel"]: one for row, one in zip(rows, self._items, strict=True) if "smartLevel" in row}
        by_code = {code: one for one in self._items if (code := one.get("humanCodingScheme"))}
        for row, one in zip(rows, self._items, strict=True):
            level, parent = row.get("smartLevel", ""), row.get("isChildOf", "")
            above = self._by_name.get(parent) or by_code.get(parent)
            above = above or by_level.get(level.rpartition(".")[0]) or self._document
            yield self._child(one, above, level)

    def _child(self, one: dict[str, Json], above: Mapping[str, Json], level: str) -> dict[str, Json]:
        identifier = association_uuid("isChildOf", one["uri"], above["uri"])
        ends = {"originNodeURI": _linked(one), "destinationNodeURI": _linked(above)}
        made = {"identifier": identifier, "uri": f"urn:uuid:{identifier}", "associationType": "isChildOf", **ends}
        return {**made, **self._age(), **_last(level)}


def _last(level: str) -> dict[str, Json]:
    """Return the last number of a smart level as the place among siblings, where there is one."""
    last = level.rpartition(".")[2]
    return {"sequenceNumber": int(last)} if last.isdigit() else {}


def _linked(one: Mapping[str, Json]) -> dict[str, Json]:
    title = one.get("fullStatement", one.get("title", ""))
    return {"title": title, "identifier": one["identifier"], "uri": one["uri"]}


def _moment(cell: str) -> str:
    """Return a moment in the form of ISO 8601, where a cell holds one."""
    found = WRITTEN.fullmatch(cell)
    return f"{found[1]}T{found[2]}" if found else cell


def _no_statements(file: str) -> Finding:
    return Finding(
        code="missing-header",
        severity=Severity.ERROR,
        file=file,
        row=1,
        message="no column is called fullStatement, in a sheet CF Item or in a table",
        remedy="Export it from OpenSALT, name the column so, or import a list of skills: ladderworks import sheet",
    )


def told_in_rows(book: Workbook, findings: Iterable[Finding]) -> list[Finding]:
    """Return what stands in a workbook where nothing may, and findings by row and column."""
    return [*(one for of in book.findings.values() for one in of), *map(book.placed, findings)]
