"""The shapes that firms keep their lists in: a row a skill, a row a job with bullet lists, and a matrix."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ontology.records import RequirementType
from ontology.report import Report
from standards.grades import assumed, graded, rated
from standards.sheets import Sheet, bad_cell
from standards.skill_lists.jobs import yearly_pay
from standards.skill_lists.listed_skill import ListedSkill

MARKS: Final = {"B": 2.0, "I": 4.0, "A": 5.0, "X": None}
"""Marks of a matrix as levels of 0 to 7: basic works with help, independent alone, advanced teaches; X is not rated."""

_BULLET: Final = re.compile(r"^\s*(?:[-*•·]|\d+[.)])\s+")


def has_rows(sheet: Sheet) -> bool:
    """Whether a list has a row a skill, and is no matrix of skills and jobs."""
    return bool({"statement", "name"} & sheet.fields.keys()) and ("job" in sheet.fields or not _marked(sheet))


def in_rows(file: str, sheet: Sheet, report: Report) -> Iterator[ListedSkill]:
    """Yield the skills of a list with a row each; job, code and area may be merged over several rows."""
    worded = graded(sheet)
    report.extend(assumed(file, sheet))
    for row, above in sheet.filled("job", "code", "area"):
        pay = yearly_pay(file, sheet, row, report)
        statement = sheet.get(row, "statement") or sheet.get(row, "name")
        grades = rated(file, sheet, row, report, worded=worded)
        if not statement:
            column = sheet.fields.get("statement") or sheet.fields["name"]
            report.add(bad_cell(file, row.number, column, "", "is empty", "Write the skill"))
        elif grades is not None:
            note = sheet.get(row, "note")
            yield ListedSkill.model_validate(
                {**above, **grades, "statement": statement, "note": note, "pay": pay, "row": row.number}
            )


def in_bullets(file: str, sheet: Sheet, report: Report) -> Iterator[ListedSkill]:
    """Yield the skills of a list with a row a job and several skills in a cell."""
    relations = {"must": RequirementType.ESSENTIAL, "nice": RequirementType.OPTIONAL}
    for row, above in sheet.filled("job", "code"):
        pay = yearly_pay(file, sheet, row, report)
        for field, relation in relations.items():
            for line in sheet.get(row, field).splitlines():
                if statement := _BULLET.sub("", line).strip():
                    job, code = above["job"], above["code"]
                    yield ListedSkill(
                        statement=statement, job=job, code=code, relation=relation, pay=pay, row=row.number
                    )


def in_matrix(file: str, sheet: Sheet, codes: Mapping[str, str], report: Report) -> Iterator[ListedSkill]:
    """Yield the skills of a matrix with a column a job, which may have a code."""
    known = set(sheet.fields.values())
    for row, above in sheet.filled("area"):
        statement = sheet.get(row, "statement") or sheet.get(row, "name")
        for job in (header for header in sheet.headers if header not in known):
            mark = row.cells.get(job, "").upper()
            if mark in MARKS and statement:
                yield ListedSkill(
                    statement=statement,
                    job=job,
                    code=codes.get(job, ""),
                    area=above["area"],
                    relation=RequirementType.ESSENTIAL,
                    level=MARKS[mark],
                    row=row.number,
                )
            elif mark:
                remedy = f"Mark it {', '.join(MARKS)}, or leave it blank"
                report.add(bad_cell(file, row.number, job, mark, "is no mark of a skill", remedy))


def _marked(sheet: Sheet) -> bool:
    """Whether the columns that are not known hold marks, as those of a matrix do."""
    known = set(sheet.fields.values())
    cells = [cell for row in sheet.rows for header, cell in row.cells.items() if header not in known]
    return 2 * sum(cell.upper() in MARKS for cell in cells) > len(cells)
