"""The jobs of a firm's list: their pay and their codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ontology.report import Report
from standards.archives import ArchivedFile
from standards.sheets import Heading, Names, Row, Sheet, bad_cell, read_sheet
from standards.skill_lists.columns import JOBS, SKILLS
from standards.skill_lists.listed_skill import ListedSkill

CODE: Final = re.compile(r"\d{2}-\d{4}(?:\.\d{2})?")
AMOUNT: Final = re.compile(r"\$?\s*((?=[\d,]*[1-9])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?=\d*[1-9])\d+(?:\.\d+)?)")


def yearly_pay(file: str, sheet: Sheet, row: Row, report: Report) -> float | None:
    """Return the yearly pay that a row gives its job; ``None``, and a finding, where it is no amount."""
    cell = sheet.get(row, "pay")
    if not cell:
        return None
    if found := AMOUNT.fullmatch(cell):
        return float(found[1].replace(",", ""))
    remedy = "Write US dollars a year, like 64,500"
    report.add(bad_cell(file, row.number, sheet.fields["pay"], cell, "is no yearly pay", remedy))
    return None


def listing_jobs(headings: Sequence[Heading]) -> Heading | None:
    """Return the heading of the sheet that lists the jobs of a matrix, and no skills."""
    listing = (heading for heading in headings if heading.met(JOBS) == len(JOBS) and not heading.met(SKILLS))
    return next(listing, None)


def codes_of(file: ArchivedFile, jobs: Heading | None, names: Names) -> dict[str, str]:
    """Return the codes of the jobs, from the sheet that lists them."""
    sheet = read_sheet(file, jobs, names)
    return {sheet.get(row, "job"): sheet.get(row, "code") for row in sheet.rows}


def miscoded(skill: ListedSkill, file: str, header: str, report: Report) -> bool:
    """Return whether the code of a skill's job is none, with a finding."""
    if not skill.code or CODE.fullmatch(skill.code):
        return False
    remedy = "Write it like 49-9041 or 49-9041.00"
    report.add(bad_cell(file, skill.row, header, skill.code, "is no SOC or O*NET-SOC code", remedy))
    return True
