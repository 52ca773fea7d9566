"""Lines of a list of one's own: the rows of a table, or the lines of a text.

A table, CSV, TSV or a spreadsheet, has a competency a row, with other names, a description, a code and an address
where there are any; a firm's list of what its jobs ask for is one as well. A text has a competency a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ontology.errors import UnreadableError
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.binary import NO_TEXT, is_binary
from standards.corpora.statements import judge
from standards.headers import OUTCOME_NAMES, advice, listed, repeated_headers, strangers, unknown_headers
from standards.markup import lines_of
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

_BETWEEN: Final = re.compile(r"[|;\n]")
"""What parts other names in a cell."""


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


def text_lines(file: ArchivedFile) -> Iterator[Line]:
    """Yield the lines of a text that hold anything, without the marks of a list before them."""
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file.name} is no UTF-8 text (byte {error.start}); save it as UTF-8, or name a spreadsheet .xlsx"
        raise UnreadableError(message) from error
    if is_binary(file.read()):
        message = f"{file.name} {NO_TEXT}"
        raise UnreadableError(message)
    yield from (Line(row, bare(line.strip())) for row, line in enumerate(lines_of(text), 1) if line.strip())


def table_lines(file: ArchivedFile, report: Report) -> Iterator[Line]:
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
