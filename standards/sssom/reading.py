"""Mapping sets as SSSOM/TSV, in the canonical form of the standard (https://w3id.org/sssom)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import takewhile
from typing import Final

from ontology.errors import RefusedError, UnreadableError
from ontology.namespaces import SSSOM
from ontology.report import Finding, Report, Severity, excerpt
from standards.curies import BUILT_IN, Curies
from standards.sssom_slots import COLUMNS, LISTED, LISTED_OF_SET, NUMBERS, REFERENCES, SET_REFERENCES, SET_SLOTS
from standards.tsv import records

NO_TERM_FOUND: Final = str(SSSOM.NoTermFound)
"""Stands for a subject or an object that has no counterpart."""

VERSION: Final = "1.1"
"""Of the standard, which a file names that has slots of it."""

LITERAL: Final = "rdfs literal"
"""Type of a subject that is a text without an address; its label is the text."""

REQUIRED: Final = ("predicate_id", "object_id", "mapping_justification")
"""Slots that every mapping has, besides its subject."""

_NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_PLAIN: Final = re.compile(r"[A-Za-z0-9][^\n\"\\]*")


@dataclass(frozen=True)
class SssomMapping:
    """One row; the fields are the standard's slots, addresses written out, several values parted by ``|``.

    Parameters
    ----------
    subject_id
        Empty where the subject is a text (`LITERAL`), which then stands in its label.
    predicate_modifier
        ``Not`` where the mapping was rejected, else empty.
    reviewer_label
        Name of the person who judged it.
    mapping_cardinality
        ``1:0`` where the subject has no counterpart, ``0:1`` where the object has none, else empty.
    review_date
        When it was judged, as ``2026-11-20``; of SSSOM 1.1.
    confidence
        0 to 1.
    match_string
        What the two have in common.
    subject_type
        `LITERAL`, or empty where the subject has an address.
    object_match_field
        Property that holds the name that matched.
    similarity_score, similarity_measure
        How alike the two are, 0 to 1, and by which measure.
    other
        What no other slot holds.

    The rest is as the standard has it: https://mapping-commons.github.io/sssom/Mapping.
    """

    subject_id: str
    subject_label: str
    predicate_id: str
    object_id: str
    object_label: str
    mapping_justification: str
    predicate_modifier: str = ""
    object_category: str = ""
    reviewer_id: str = ""
    reviewer_label: str = ""
    mapping_cardinality: str = ""
    review_date: str = ""
    confidence: float | None = None
    match_string: str = ""
    comment: str = ""
    subject_type: str = ""
    object_match_field: str = ""
    similarity_score: float | None = None
    similarity_measure: str = ""
    other: str = ""
    record_id: str = ""
    subject_category: str = ""
    predicate_label: str = ""
    predicate_type: str = ""
    author_id: str = ""
    author_label: str = ""
    reviewer_agreement: str = ""
    creator_id: str = ""
    creator_label: str = ""
    license: str = ""
    subject_source: str = ""
    subject_source_version: str = ""
    object_type: str = ""
    object_source: str = ""
    object_source_version: str = ""
    mapping_provider: str = ""
    mapping_source: str = ""
    cardinality_scope: str = ""
    mapping_tool: str = ""
    mapping_tool_id: str = ""
    mapping_tool_version: str = ""
    mapping_date: str = ""
    publication_date: str = ""
    curation_rule: str = ""
    curation_rule_text: str = ""
    subject_match_field: str = ""
    subject_preprocessing: str = ""
    object_preprocessing: str = ""
    see_also: str = ""
    issue_tracker_item: str = ""


@dataclass(frozen=True)
class MappingSet:
    """Mappings with what is said of all of them; the fields are the standard's slots, several values parted by ``|``.

    Parameters
    ----------
    mapping_set_id, license
        Addresses.
    subject_source, object_source
        Addresses of what is mapped to what; that of the subject is empty where it is texts of no source.
    """

    mapping_set_id: str
    mapping_set_title: str
    license: str
    subject_source: str
    object_source: str
    mapping_tool: str
    mappings: tuple[SssomMapping, ...]
    sssom_version: str = ""
    mapping_set_version: str = ""
    mapping_set_source: str = ""
    mapping_set_description: str = ""
    mapping_set_confidence: str = ""
    creator_id: str = ""
    creator_label: str = ""
    subject_type: str = ""
    subject_source_version: str = ""
    object_type: str = ""
    object_source_version: str = ""
    predicate_type: str = ""
    mapping_provider: str = ""
    cardinality_scope: str = ""
    mapping_tool_id: str = ""
    mapping_tool_version: str = ""
    mapping_date: str = ""
    publication_date: str = ""
    subject_match_field: str = ""
    object_match_field: str = ""
    subject_preprocessing: str = ""
    object_preprocessing: str = ""
    similarity_measure: str = ""
    curation_rule: str = ""
    curation_rule_text: str = ""
    see_also: str = ""
    issue_tracker: str = ""
    other: str = ""
    comment: str = ""


def write_sssom(mappings: MappingSet) -> str:
    """Return a mapping set as SSSOM/TSV: the same text for the same set, whatever the order of its mappings."""
    curies = Curies.of(_addresses(mappings))
    rows = sorted(_row(mapping, curies) for mapping in mappings.mappings)
    used = [place for place in range(len(COLUMNS)) if any(row[place] for row in rows)]
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter="\t", lineterminator="\n")
    writer.writerow([COLUMNS[place] for place in used])
    writer.writerows([row[place] for place in used] for row in rows)
    return "".join(f"#{line}\n" for line in _header(mappings, curies)) + table.getvalue()


def read_sssom(text: str, file: str = "") -> MappingSet:
    """Return a mapping set that was written as SSSOM/TSV; slots that are not known here are left out.

    Parameters
    ----------
    file
        Its name, for what is wrong with it.

    Raises
    ------
    UnreadableError
        Where a slot of the set or a column that must be there is missing.
    RefusedError
        With every cell that is none of its slot: its row, column and value.
    """
    return read_numbered(text, file)[0]


def read_numbered(text: str, file: str = "") -> tuple[MappingSet, tuple[int, ...]]:
    """Return a mapping set as `read_sssom` does, and the line of the file that each mapping begins on."""
    table = list(records(text))
    header = ["\t".join(cells)[1:].rstrip() for _, cells in takewhile(_of_header, table)]
    prefixes, slots = _read_header(header)
    names, rows = (table[len(header)][1], table[len(header) + 1 :]) if len(header) < len(table) else ((), [])
    _check(slots, names, rows)
    reader = _Reader(file, Curies({**BUILT_IN, **prefixes}))
    mappings = tuple(reader.mapping(line, dict(zip(names, cells, strict=False))) for line, cells in rows)
    if reader.report.refused:
        raise RefusedError(reader.report)
    curies = reader.curies
    said = {field.name: slots.get(field.name, "") for field in fields(MappingSet) if field.name != "mappings"}
    said |= {name: _each(said[name], curies.expand) for name in SET_REFERENCES if said[name]}
    return MappingSet(**said, mappings=mappings), tuple(line for line, _ in rows)


def unknown_slots(text: str) -> Iterator[tuple[str, int]]:
    """Yield what a file has that is no slot of the standard, with its line: columns and slots of the set."""
    table = list(records(text))
    header = ["\t".join(cells)[1:].rstrip() for _, cells in takewhile(_of_header, table)]
    known = {*SET_SLOTS, "curie_map"}
    for number, slot in enumerate(header, start=1):
        name = slot.partition(":")[0]
        if not slot.startswith((" ", "-")) and name not in known:
            yield name, number
    if len(header) < len(table):
        line, names = table[len(header)]
        yield from ((name, line) for name in names if name not in COLUMNS)


def _addresses(mappings: MappingSet) -> Iterator[str]:
    for slot in SET_REFERENCES:
        yield from filter(None, getattr(mappings, slot).split("|"))
    for mapping in mappings.mappings:
        for slot in REFERENCES:
            yield from filter(None, getattr(mapping, slot).split("|"))


def _each(value: str, change: Callable[[str], str]) -> str:
    """Return values that are parted by ``|``, each changed."""
    return "|".join(change(one) for one in value.split("|"))


def _row(mapping: SssomMapping, curies: Curies) -> tuple[str, ...]:
    cells = []
    for slot in COLUMNS:
        value = getattr(mapping, slot)
        if slot in REFERENCES and value:
            value = _each(value, curies.shorten)
        elif isinstance(value, float):
            value = f"{value:.3f}".rstrip("0").rstrip(".")
        cells.append(" ".join(value.split()) if value else "")
    return tuple(cells)


def _header(mappings: MappingSet, curies: Curies) -> Iterator[str]:
    if mappings.sssom_version or any(mapping.review_date for mapping in mappings.mappings):
        yield f"sssom_version: {json.dumps(mappings.sssom_version or VERSION)}"
    if curies.declared:
        yield "curie_map:"
        for name, space in curies.declared.items():
            yield f"  {name}: {_scalar(space)}"
    for slot in SET_SLOTS[1:]:
        if value := getattr(mappings, slot):
            yield from _slot(slot, _each(value, curies.shorten) if slot in SET_REFERENCES else value)


def _slot(name: str, value: str) -> Iterator[str]:
    """Yield the lines of a slot of the set; one that may have several values has a line for each."""
    if name not in LISTED_OF_SET:
        yield f"{name}: {_scalar(value)}"
        return
    yield f"{name}:"
    yield from (f"  - {_scalar(one)}" for one in value.split("|"))


def _scalar(text: str) -> str:
    """Return a text as YAML has it: plain where it can be, else in quotation marks."""
    safe = _PLAIN.fullmatch(text) and ": " not in text and " #" not in text and not text.endswith((":", " "))
    return text if safe and not text[0].isdigit() else json.dumps(text, ensure_ascii=False)


def _read_header(lines: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the prefixes and the slots with one value each."""
    prefixes: dict[str, str] = {}
    slots: dict[str, str] = {}
    within = ""
    for line in lines:
        name, _, value = line.strip().partition(": ")
        if not line.startswith((" ", "-")):
            within = name.rstrip(":")
            slots[within] = _unquoted(value)
        elif within in LISTED_OF_SET:
            one = _unquoted(line.strip().removeprefix("-"))
            slots[within] = "|".join(filter(None, (slots[within], one)))
        elif within == "curie_map":
            prefixes[name] = _unquoted(value)
    return prefixes, slots


def _unquoted(value: str) -> str:
    value = value.strip()
    return str(json.loads(value)) if value.startswith('"') else value.strip("'")


def _of_header(record: tuple[int, tuple[str, ...]]) -> bool:
    return record[1][0].startswith("#")


def _check(slots: Mapping[str, str], names: Sequence[str], rows: Sequence[object]) -> None:
    """Refuse a file without a slot of the set or a column that must be there."""
    if not {"mapping_set_id", "license"} <= slots.keys():
        message = "an SSSOM file needs mapping_set_id and license in its header; add them"
        raise UnreadableError(message)
    missing = {*REQUIRED, *({"subject_id"} if "subject_type" not in names else ())} - {*names}
    if rows and missing:
        message = f"an SSSOM file needs the columns {', '.join(sorted(missing))}; add them"
        raise UnreadableError(message)


@dataclass(frozen=True)
class _Reader:
    """Reads rows, and reports every cell that is none of its slot."""

    file: str
    curies: Curies
    report: Report = field(default_factory=Report)

    def mapping(self, row: int, cells: Mapping[str, str]) -> SssomMapping:
        said = {field.name: cells.get(field.name, "") for field in fields(SssomMapping)}
        subject = "subject_label" if said["subject_type"] == LITERAL else "subject_id"
        for slot in (subject, *REQUIRED):
            if not said[slot]:
                message = "is empty, and every mapping needs it"
                self._say("empty-cell", row, (slot, ""), message, "Fill it in, or take the row out")
        addresses = {slot: self._address(row, slot, said[slot]) for slot in REFERENCES if said[slot]}
        numbers = {slot: self._share(row, slot, said[slot]) for slot in NUMBERS}
        return SssomMapping(**{**said, **addresses, **numbers})  # type: ignore[arg-type]

    def _address(self, row: int, slot: str, curie: str) -> str:
        try:
            return _each(curie, self.curies.expand) if slot in LISTED else self.curies.expand(curie)
        except UnreadableError:
            message, remedy = "has a prefix that curie_map does not declare", "Add the prefix to curie_map"
            self._say("undeclared-prefix", row, (slot, curie), message, remedy)
            return ""

    def _share(self, row: int, slot: str, cell: str) -> float | None:
        """Return a number from 0 to 1; ``None``, with a finding, where it is none."""
        share = float(cell) if _NUMBER.fullmatch(cell) else -1
        if 0 <= share <= 1:
            return share
        if cell:
            remedy = "Write it with a decimal point, as 0.87, or leave the cell empty"
            self._say("no-share", row, (slot, cell), "is no number from 0 to 1", remedy)
        return None

    def _say(self, code: str, row: int, cell: tuple[str, str], message: str, remedy: str) -> None:
        column, value = cell
        self.report.add(
            Finding(
                code=code,
                severity=Severity.ERROR,
                file=self.file,
                row=row,
                column=column,
                value=excerpt(value),
                message=message,
                remedy=remedy,
            )
        )
