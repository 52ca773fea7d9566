"""Mapping sets read from SSSOM/TSV, whoever wrote it: all of the standard, and every departure from it reported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Final

from ontology.errors import RefusedError, UnreadableError
from ontology.report import Report, Severity
from standards.curies import BUILT_IN, Curies
from standards.sssom.former import Row, brought_up
from standards.sssom.judging import Judge, Place
from standards.sssom.mapping import LITERAL, SssomMapping
from standards.sssom.mapping_set import REQUIRED, MappingSet
from standards.sssom.metadata import Entry, Line, Metadata, read_metadata
from standards.sssom.propagation import PROPAGATABLE, common, propagated
from standards.sssom.slots import slots
from standards.sssom.values import parted
from standards.tsv import records

ENDS: Final = ("subject", "object")

ALWAYS: Final = ("predicate_id", "mapping_justification")
"""Slots that every mapping has, besides its ends."""

_LINE: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class JudgedSet:
    """A mapping set as a file has it.

    Parameters
    ----------
    lines
        That each mapping begins on.
    report
        Without errors.
    """

    mapping_set: MappingSet
    lines: tuple[int, ...]
    report: Report


def read_sssom(text: str, file: str = "") -> MappingSet:
    """Return a mapping set that was written as SSSOM/TSV; see `judged_sssom`."""
    return judged_sssom(text, file).mapping_set


def judged_sssom(text: str, file: str = "", beside: tuple[str, str] | None = None) -> JudgedSet:
    """Return a mapping set that was written as SSSOM/TSV, with what is to be said of it.

    What the set says of all its mappings, each of these says (*Propagation*), unless one has its own.

    Parameters
    ----------
    file
        Its name, for what is wrong with it.
    beside
        Name and text of the metadata file, where it has one.

    Raises
    ------
    UnreadableError
        Where the metadata cannot be read, or a slot of the set or a column that must be there is missing.
    RefusedError
        With every value that is none of its slot: its line, column and value.
    """
    taken = _taken_apart(text, file, beside)
    _check(taken)
    whole = _judged_whole(taken)
    rows = _judged_rows(taken, whole)
    if taken.judge.report.refused:
        raise RefusedError(taken.judge.report)
    found = replace(whole, mappings=tuple(one for _, one in rows))
    return JudgedSet(propagated(found), tuple(line for line, _ in rows), taken.judge.report)


@dataclass(frozen=True)
class _TakenApart:
    """A file as its metadata and its table.

    Parameters
    ----------
    table
        The columns, then the rows.
    above, judge
        Who judges the metadata, which may stand in a file of its own, and who the table; both write one report.
    """

    block: Metadata
    table: Sequence[Row]
    above: Judge
    judge: Judge

    @property
    def names(self) -> tuple[str, ...]:
        """The columns."""
        return self.table[0][1] if self.table else ()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows without the columns."""
        return self.table[1:]


def _taken_apart(text: str, file: str, beside: tuple[str, str] | None) -> _TakenApart:
    table = list(records(text))
    header = [(line, "\t".join(cells)[1:].rstrip("\t")) for line, cells in takewhile(_commented, table)]
    above = Judge(beside[0] if beside else file)
    block = read_metadata(_block(header, beside), above, slots(MappingSet))
    above = replace(above, curies=Curies({**block.prefixes, **BUILT_IN}))
    judge = replace(above, file=file)
    return _TakenApart(block, brought_up(table[len(header) :], judge), above, judge)


def _judged_whole(taken: _TakenApart) -> MappingSet:
    """Return the set without its mappings; what is wrong with the metadata is reported."""
    _judge_prefixes(taken.block, taken.above)
    return _whole(taken.block, taken.above)


def _judged_rows(taken: _TakenApart, whole: MappingSet) -> list[tuple[int, SssomMapping]]:
    """Return the mappings with the lines that they begin on; what is wrong with the table is reported."""
    _judge_columns(taken.names, taken.table, taken.judge)
    told = [(line, dict(zip(taken.names, cells, strict=False))) for line, cells in taken.rows]
    own = {name for _, cells in told for name, cell in cells.items() if cell}
    _judge_own(own, taken.block, taken.above)
    said = common(whole, own)
    found = [(line, _mapping(said, line, cells, taken.judge)) for line, cells in told]
    _judge_records(whole, found, taken.judge)
    return found


def _commented(row: Row) -> bool:
    return row[1][0].startswith("#")


def _block(header: Sequence[Line], beside: tuple[str, str] | None) -> Sequence[Line]:
    """Return the lines of the metadata, from before the rows or from the file of its own."""
    if beside is None:
        return header
    if header:
        message = "the rows have metadata before them and a metadata file besides; take out one of the two"
        raise UnreadableError(message)
    return list(enumerate(_LINE.split(beside[1]), start=1))


def _check(taken: _TakenApart) -> None:
    """Refuse a file without a slot of the set or a column that must be there."""
    if lacking := [name for name in REQUIRED if not taken.block.slots.get(name, Entry(0, ())).values]:
        message = (
            f"an SSSOM file needs {' and '.join(lacking)} in its metadata; add what is missing, or name its "
            "metadata file (.sssom.yml) too"
        )
        raise UnreadableError(message)
    ends = (f"{end}_id" for end in ENDS if f"{end}_type" not in {*taken.names, *taken.block.slots})
    if taken.rows and (missing := {*ALWAYS, *ends} - {*taken.names}):
        message = f"an SSSOM file needs the columns {', '.join(sorted(missing))}; add them"
        raise UnreadableError(message)


def _judge_prefixes(block: Metadata, judge: Judge) -> None:
    """Report prefixes of the standard that a file gives another meaning."""
    for prefix, space in block.prefixes.items():
        if BUILT_IN.get(prefix, space) != space:
            remedy = f"Let it stand for {BUILT_IN[prefix]}, or take another prefix"
            judge.refuse(Place(1, "curie_map"), "other-meaning", f"gives {prefix} another meaning", remedy, space)


def _judge_columns(names: Sequence[str], table: Sequence[Row], judge: Judge) -> None:
    """Report columns that stand twice, that the standard does not have, and cells without a column."""
    line = table[0][0] if table else 1
    for name, number in Counter(filter(None, names)).items():
        if number > 1:
            message = f"stands over {number} columns"
            judge.refuse(Place(line, name), "column-twice", message, "Keep one of them", name)
        if name not in slots(SssomMapping):
            _unknown(Place(line, name), judge)
    for number, cells in table[1:]:
        over = [cell for cell, name in zip(cells, [*names, *[""] * len(cells)], strict=False) if cell and not name]
        if over:
            remedy = "Put texts with tabs in quotation marks, or name the column"
            judge.refuse(Place(number, ""), "extra-cell", "has cells without a column", remedy, ", ".join(over))


def _judge_own(own: Set[str], block: Metadata, judge: Judge) -> None:
    """Report what a set says of all its mappings though some say it themselves."""
    for name in PROPAGATABLE.keys() & own & block.slots.keys():
        if block.slots[name].values:
            message = "is said of the set and of rows; so it holds of those rows only that say it (Propagation)"
            judge.say(Severity.INFO, Place(block.slots[name].line, name), "not-of-all", message, "")


def _unknown(place: Place, judge: Judge) -> None:
    message = "no slot of SSSOM 1.1, or an extension of it; what it says is not kept"
    remedy = "Say it in the slot that is meant, or in other or comment"
    judge.say(Severity.WARNING, place, "unknown-slot", message, remedy, place.slot)


def _whole(block: Metadata, judge: Judge) -> MappingSet:
    """Return the set without its mappings."""
    known = slots(MappingSet)
    for name, entry in block.slots.items():
        if name not in known:
            _unknown(Place(entry.line, name), judge)
    told: dict[str, Any] = {
        name: judge.held(entry.line, known[name], entry.values) for name, entry in block.slots.items() if name in known
    }
    return MappingSet(curie_map=dict(block.prefixes), **told)


def _mapping(said: Mapping[str, Any], line: int, cells: Mapping[str, str], judge: Judge) -> SssomMapping:
    """Return the mapping of a row; what it lacks is reported.

    Parameters
    ----------
    said
        What the set says of all its mappings.
    """
    for slot in (*(_end(said, cells, end) for end in ENDS), *ALWAYS):
        if not cells.get(slot):
            remedy = "Fill it in, or take the row out"
            judge.refuse(Place(line, slot), "empty-cell", "is empty, and every mapping needs it", remedy)
    known = slots(SssomMapping)
    told: dict[str, Any] = {
        name: judge.held(line, known[name], parted(cell) if known[name].many else [cell])
        for name, cell in cells.items()
        if cell and name in known
    }
    return SssomMapping(**{**dict.fromkeys(ALWAYS, ""), **told})


def _end(said: Mapping[str, Any], cells: Mapping[str, str], end: str) -> str:
    """Return the slot that says what an end of a mapping is: its address, or the text that it is."""
    kind = cells.get(f"{end}_type") or said.get(f"{end}_type")
    return f"{end}_label" if kind == LITERAL else f"{end}_id"


def _judge_records(whole: MappingSet, rows: Sequence[tuple[int, SssomMapping]], judge: Judge) -> None:
    """Report every row whose ``record_id`` is that of the set, or of another row that says something else."""
    counted = Counter([whole.mapping_set_id, *(one.record_id for one in {one for _, one in rows})])
    for line, one in rows:
        if one.record_id and counted[one.record_id] > 1:
            message, remedy = "is the address of another row or of the set, too", "Give each row its own"
            judge.refuse(Place(line, "record_id"), "record-twice", message, remedy, one.record_id)
