"""Lists of one's own: competencies in a table or a text, ready to be matched without an import.

A table, CSV, TSV or a spreadsheet, has a competency a row, with other names, a description, a code and an address
where there are any; a firm's list of what its jobs ask for is one as well. A text has a competency a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ontology.errors import InputError, MissingFileError, RefusedError, UnreadableError
from ontology.identifiers import Identifiers, slug
from ontology.records import Iri
from ontology.report import Finding, Report, Severity
from standards.archives import Archive, ArchivedFile
from standards.cells import SPREADSHEETS, TABBED
from standards.corpora.statements import EMPTY, LONG, LONGEST, MARKUP, judge
from standards.headers import OUTCOME_NAMES, advice, listed, repeated_headers, strangers, unknown_headers
from standards.markup import lines_of
from standards.matching import Entry
from standards.matching.items import bare
from standards.sheets import Row, Sheet, find_headings, fitting, judge_heading, judge_sheets, read_sheet
from standards.skill_lists import NAMES as OF_FIRMS
from standards.skill_lists import SKILLS, read_skill_list

NAMES: Final = {
    "label": (
        *("Competency", "Skill", "Preferred label", "Label", "Competency label", "Skill label"),
        *("Competency name", "Skill name", "Name", "Title", "Task"),
    ),
    "statement": (
        *("Statement", "Full statement", "Competency statement", "Skill statement", "Task statement"),
        *("Text", "Sentence", *OUTCOME_NAMES),
    ),
    "others": (
        *("Alternative labels", "Alternative label", "Alt labels", "Alt label", "Other names", "Other name"),
        *("Also known as", "Synonyms", "Synonym", "Aliases", "Alias"),
    ),
    "description": ("Description", "Definition", "Notes", "Note"),
    "code": ("Code", "Competency code", "Competency ID", "ID", "Identifier", "Number", "No.", "#"),
    "address": ("Address", "IRI", "URI", "Concept URI", "URL"),
    "group": ("Area", "Category", "Group", "Duty", "Skill area"),
}
"""What the columns may be called."""

REQUIRED: Final = (("label", "statement"),)
BY_JOB: Final = frozenset(("job", "must"))
"""Fields of which a firm's list has one, and no other list."""

TABLES: Final = (".csv", *(ending for ending in TABBED if ending != ".txt"), *SPREADSHEETS)
TEXTS: Final = (".txt", ".md", ".text")
ENDINGS: Final = (*TABLES, *TEXTS)
"""What the name of a list ends in, which tells it from the name of a framework."""

SAID: Final = {
    EMPTY: (
        "says no competency; the row is left out",
        "Write the competency into each row, also where cells were merged, or take the row out",
    ),
    LONG: (f"is longer than {LONGEST:,} characters; read up to there", "Put what explains it under 'Description'"),
    MARKUP: ("has HTML or control characters, which were taken out", "Look whether what is left says the competency"),
}
"""What is said of a competency that cannot be taken as it is, and the remedy."""

SHOWN: Final = 60
"""Characters of a cell that a finding shows."""

LONGEST_LOCAL: Final = 80
"""Characters of a name in an address."""

_ADDRESS: Final = re.compile(r"(https?://|urn:)[^\s<>\"{}|\\^`]+")
_BETWEEN: Final = re.compile(r"[|;\n]")
"""What parts other names in a cell."""


@dataclass(frozen=True)
class OwnList:
    """A list as a framework, and what was found wrong with it."""

    address: str
    title: str
    entries: tuple[Entry, ...]
    report: Report


@dataclass(frozen=True)
class Line:
    """A competency as the list has it: the cells of its row, or a line of a text."""

    row: int
    label: str
    column: str = ""
    others: tuple[str, ...] = ()
    description: str = ""
    code: str = ""
    address: str = ""
    group: str = ""


def is_list(name: str) -> bool:
    """Whether a name is that of a file with a list, and not of a framework.

    Example
    -------
    >>> is_list("skills.xlsx"), is_list("./skills"), is_list("esco@1.1.0"), is_list("power-generation")
    (True, True, False, False)
    """
    return name.lower().removesuffix(".gz").endswith(ENDINGS) or "/" in name


def read_own_list(path: Path, identifiers: Identifiers) -> OwnList:
    """Read a list; rows that cannot be used are findings, and are left out.

    Raises
    ------
    MissingFileError
        Where there is no such file.
    UnreadableError
        Where it is no table, or no text in UTF-8.
    RefusedError
        With every finding, where no row can be used.
    """
    if not path.is_file():
        message = f"there is no file {path}; name a list (CSV, TSV, a spreadsheet, a text), or a framework by its slug"
        raise MissingFileError(message)
    files = list(Archive([path]))
    if len(files) > 1:
        message = f"{path} holds {len(files)} files; name the one with the list"
        raise InputError(message)
    file, report = files[0], Report()
    lines = list(_table(file, report) if file.plain_name.lower().endswith(TABLES) else _text(file))
    stem = Path(file.plain_name).stem
    entries = tuple(Entries(identifiers, slug(stem), file.name, report).of(lines))
    if not entries:
        if not len(report):
            report.add(_nothing(file.name))
        raise RefusedError(report)
    return OwnList(identifiers.mint("list", slug(stem)), stem, entries, report)


def _text(file: ArchivedFile) -> Iterator[Line]:
    """Yield the lines of a text that hold anything, without the marks of a list before them."""
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file.name} is no UTF-8 text (byte {error.start}); save it as UTF-8, or name a spreadsheet .xlsx"
        raise UnreadableError(message) from error
    yield from (Line(row, bare(line.strip())) for row, line in enumerate(lines_of(text), 1) if line.strip())


def _table(file: ArchivedFile, report: Report) -> Iterator[Line]:
    """Yield the rows of a table; the area may be merged over several."""
    if _is_by_job(file):
        yield from _asked_for(file, report)
        return
    headings = find_headings(file, NAMES)
    chosen = fitting(headings, REQUIRED)
    sheet = read_sheet(file, chosen, NAMES)
    report.extend(repeated_headers(file.name, sheet.at, sheet.headers, _known()))
    if chosen is None or not chosen.met(REQUIRED):
        report.add(_headless(file.name, sheet))
        return
    report.extend(judge_heading(file.name, chosen))
    report.extend(judge_sheets(file.name, headings, chosen, REQUIRED))
    report.extend(f for f in unknown_headers(file.name, sheet.at, sheet.headers, _known()) if f.remedy)
    for row, above in sheet.filled("group"):
        yield _line(sheet, row, above["group"])


def _is_by_job(file: ArchivedFile) -> bool:
    chosen = fitting(find_headings(file, OF_FIRMS), SKILLS)
    return chosen is not None and chosen.met(SKILLS) > 0 and not BY_JOB.isdisjoint(chosen.fields)


def _asked_for(file: ArchivedFile, report: Report) -> Iterator[Line]:
    """Yield what the jobs of a firm ask for, each once, however many jobs do."""
    found = read_skill_list(file)
    report.extend(found.report)
    once = {" ".join(skill.statement.split()).casefold(): skill for skill in reversed(found.skills)}
    for skill in reversed(once.values()):
        yield Line(skill.row, skill.statement, description=skill.note, group=skill.area)


def _line(sheet: Sheet, row: Row, group: str) -> Line:
    """Return a row; where it has a short name and a statement, the statement is another name."""
    label, statement = sheet.get(row, "label"), sheet.get(row, "statement")
    others = [*_BETWEEN.split(sheet.get(row, "others")), statement if label else ""]
    return Line(
        row=row.number,
        label=label or statement,
        column=sheet.fields.get("label") or sheet.fields["statement"],
        others=tuple(filter(None, (judge(other)[0] for other in others))),
        description=judge(sheet.get(row, "description"))[0],
        code=sheet.get(row, "code"),
        address=sheet.get(row, "address"),
        group=group,
    )


@dataclass
class Entries:
    """Makes concepts of lines, each with an address of its own, and reports what is wrong with them.

    Parameters
    ----------
    local
        Of the list, in addresses.
    addresses, labels
        The row that each is of, so far.
    """

    identifiers: Identifiers
    local: str
    file: str
    report: Report
    addresses: dict[str, int] = field(default_factory=dict)
    labels: dict[str, int] = field(default_factory=dict)

    def of(self, lines: list[Line]) -> Iterator[Entry]:
        """Yield the concepts, in their order."""
        for line in lines:
            label, finding = judge(line.label)
            if finding:
                self._say(line, finding, *SAID[finding])
            if label and (address := self._address(line, label)):
                self.addresses[address] = line.row
                self.labels.setdefault(label.casefold(), line.row)
                yield Entry(
                    iri=Iri(address),
                    label=label,
                    alt_labels=tuple(dict.fromkeys(other for other in line.others if other != label)),
                    description=line.description,
                    code=line.code,
                    group=line.group,
                )

    def _address(self, line: Line, label: str) -> str:
        """Return the address of a line: its own, or one of its code or its name; empty where it repeats another."""
        for address in self._given(line):
            if address not in self.addresses:
                return address
            message = f"has the same code or address as row {self.addresses[address]}; it gets another address"
            self._say(line, "repeated-code", message, "Give each competency a code of its own")
        if label.casefold() in self.labels:
            message = f"is already there, in row {self.labels[label.casefold()]}; the row is left out"
            self._say(line, "repeated-competency", message, "Keep one, or give each a code where both are meant")
            return ""
        named = self._mint(slug(label)[:LONGEST_LOCAL].rstrip("-"))
        return named if named not in self.addresses else f"{named}-{line.row}"

    def _given(self, line: Line) -> Iterator[str]:
        """Yield the addresses that a line gives by its address or its code."""
        if _ADDRESS.fullmatch(line.address):
            yield line.address
        elif line.address:
            message = f"has {line.address!r} as its address, which is none; it gets one of this list"
            self._say(line, "malformed-address", message, "Write it in full: http(s)://… or urn:…")
        if line.code:
            yield self._mint(line.code)

    def _mint(self, local: str) -> str:
        return self.identifiers.mint("list", self.local, local)

    def _say(self, line: Line, code: str, message: str, remedy: str) -> None:
        self.report.add(
            Finding(
                code=code,
                severity=Severity.WARNING,
                file=self.file,
                row=line.row,
                column=line.column,
                value=line.label if len(line.label) <= SHOWN else f"{line.label[:SHOWN]}…",
                message=message,
                remedy=remedy,
            )
        )


def _nothing(file: str) -> Finding:
    return Finding(
        code="empty-list",
        severity=Severity.ERROR,
        file=file,
        message="holds no competency",
        remedy="Write one a line, or a table with a column 'Competency'",
    )


def _headless(file: str, sheet: Sheet) -> Finding:
    names = [*NAMES["label"], *NAMES["statement"][:1]]
    return Finding(
        code="missing-header",
        severity=Severity.ERROR,
        file=file,
        row=sheet.at,
        message=f"no column holds competencies; there are {listed(sheet.headers)}",
        remedy=advice(names, strangers(sheet.headers, _known())),
    )


def _known() -> list[str]:
    return [name for names in NAMES.values() for name in names]
