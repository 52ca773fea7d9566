"""Labeled pairs: what people say that two statements of firms are to each other, and the statements that they mean.

A row names two statements, each by its firm and either its words or their digest, where the words may not be copied:
the first 16 hexadecimal digits of the SHA-256 of the words without capitals and punctuation (`plain`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

from ontology.errors import RefusedError
from ontology.report import Finding, Report, Severity, excerpt
from standards.archives import ArchivedFile, only_file
from standards.harmonizing import FirmList, Saying
from standards.harmonizing.saying import plain
from standards.headers import advice, listed, strangers
from standards.sheets import Row, Sheet, find_headings, fitting, read_sheet

NAMES: Final = {
    "relation": ("Relation", "Label", "Judgment"),
    "firm_a": ("Firm A", "firm_a"),
    "firm_b": ("Firm B", "firm_b"),
    "statement_a": ("Statement A", "statement_a", "digest_a"),
    "statement_b": ("Statement B", "statement_b", "digest_b"),
    "part": ("Part", "Split"),
    "first": ("First pass", "first_pass"),
    "second": ("Second pass", "second_pass"),
}
"""What the columns may be called."""

REQUIRED: Final = (("relation",), ("firm_a",), ("statement_a",), ("firm_b",), ("statement_b",))

DEVELOPMENT: Final = "development"
"""The part that thresholds are chosen on; all else is held out."""

TEST: Final = "test"


class Relation(StrEnum):
    """What one statement is to another."""

    SAME = "same"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"
    DIFFERENT = "different"


@dataclass(frozen=True)
class LabeledPair:
    """Two statements, and what people say that they are to each other.

    Parameters
    ----------
    part
        `DEVELOPMENT`, or another name.
    passes
        What it was called in each pass, where that is told.
    """

    one: Saying
    other: Saying
    relation: Relation
    part: str = TEST
    passes: tuple[Relation, ...] = ()

    @property
    def same(self) -> bool:
        """Whether one statement of a standard could stand for both."""
        return self.relation is Relation.SAME


def digest(words: str) -> str:
    """Return what stands for words in a file that may not hold them.

    Example
    -------
    >>> digest("Checks valves.") == digest("checks valves"), len(digest(""))
    (True, 16)
    """
    return sha256(plain(words).encode()).hexdigest()[:16]


def read_pairs(path: Path, lists: Sequence[FirmList]) -> tuple[list[LabeledPair], Report]:
    """Return the labeled pairs of a table, and what is wrong with it.

    Raises
    ------
    RefusedError
        With every finding, where no row can be used.
    """
    file = only_file(path, "the labels")
    headings = find_headings(file, NAMES)
    chosen = fitting(headings, REQUIRED)
    if chosen is None or chosen.met(REQUIRED) < len(REQUIRED):
        raise RefusedError(Report([_headless(file, chosen.headers if chosen else ())]))
    sheet, report = read_sheet(file, chosen, NAMES), Report()
    known = {(one.slug, key): saying for one in lists for saying in one.sayings for key in _keys(saying)}
    pairs = [pair for row in sheet.rows for pair in _pair(file.name, sheet, row, known, report)]
    if not pairs:
        raise RefusedError(report)
    return pairs, report


Known = dict[tuple[str, str], Saying]


def _keys(saying: Saying) -> tuple[str, str]:
    return plain(saying.words), digest(saying.words)


def _pair(file: str, sheet: Sheet, row: Row, known: Known, report: Report) -> Iterator[LabeledPair]:
    """Yield the pair of a row, or report why there is none."""
    one, other = (_saying(file, sheet, row, side, known, report) for side in "ab")
    said = sheet.get(row, "relation").strip().casefold()
    if said not in [*Relation]:
        remedy = f"Write one of {listed([*Relation])}"
        report.add(_finding(file, sheet, row, "relation", "unknown-relation", "is no relation", remedy))
    elif one and other:
        part = sheet.get(row, "part").strip().casefold() or TEST
        passes = (sheet.get(row, field).strip().casefold() for field in ("first", "second"))
        yield LabeledPair(
            one, other, Relation(said), part, tuple(Relation(own) for own in passes if own in [*Relation])
        )


def _saying(file: str, sheet: Sheet, row: Row, side: str, known: Known, report: Report) -> Saying | None:
    firm, statement = sheet.get(row, f"firm_{side}").strip(), sheet.get(row, f"statement_{side}").strip()
    found = known.get((firm, plain(statement)))
    if found is None:
        message = f"is not in the list of {firm or 'any firm'}"
        remedy = "Name the list as FIRM=LIST with the firm as it is here, or write the statement as the list does"
        report.add(_finding(file, sheet, row, f"statement_{side}", "unknown-statement", message, remedy))
    return found


def _finding(file: str, sheet: Sheet, row: Row, field: str, code: str, message: str, remedy: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        file=file,
        row=row.number,
        column=sheet.fields[field],
        value=excerpt(sheet.get(row, field)),
        message=message,
        remedy=remedy,
    )


def _headless(file: ArchivedFile, headers: tuple[str, ...]) -> Finding:
    names = [name for field in REQUIRED for own in field for name in NAMES[own]]
    return Finding(
        code="missing-header",
        severity=Severity.ERROR,
        file=file.name,
        message=f"a relation, and firm and statement of both sides, are needed; there are {listed(headers)}",
        remedy=advice(names, strangers(headers, names)),
    )
