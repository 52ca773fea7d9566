"""Firms' lists read from a table, whatever their shape; it is told by their headers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.headers import repeated_headers
from standards.sheets import Heading, Sheet, find_headings, fitting, judge_sheets, read_sheet
from standards.skill_lists.columns import SKILLS, called, headless, known, undeclared, unread
from standards.skill_lists.jobs import codes_of, listing_jobs, miscoded
from standards.skill_lists.listed_skill import SkillList
from standards.skill_lists.shapes import has_rows, in_bullets, in_matrix, in_rows


def read_skill_list(file: ArchivedFile, columns: Mapping[str, str] | None = None) -> SkillList:
    """Read a firm's list from a CSV file or a spreadsheet; a bad cell is a finding and its row is left out.

    Parameters
    ----------
    columns
        What the columns of some fields of `NAMES` are called, where that is said.

    Raises
    ------
    UnreadableError
        Where it is no table at all.
    """
    names = called(columns or {})
    headings = find_headings(file, names)
    sheet = read_sheet(file, fitting(headings, SKILLS), names)
    report = Report(repeated_headers(file.name, sheet.at, sheet.headers, known(names)))
    report.extend(undeclared(file.name, sheet, columns or {}))
    if "must" in sheet.fields:
        skills = list(in_bullets(file.name, sheet, report))
    elif not {"statement", "name"} & sheet.fields.keys():
        report.add(headless(file.name, sheet, names))
        skills = []
    elif has_rows(sheet):
        skills = list(in_rows(file.name, sheet, report))
    else:
        jobs = listing_jobs(headings)
        headings = [heading for heading in headings if heading is not jobs]
        skills = list(in_matrix(file.name, sheet, codes_of(file, jobs, names), report))
    if not skills and not report.refused:
        report.add(_skilless(file.name, sheet))
    report.extend(_unchosen(file.name, headings))
    if "must" in sheet.fields or has_rows(sheet):
        report.extend(unread(file.name, sheet, names))
    header = sheet.fields.get("code", "")
    good = tuple(skill for skill in skills if not miscoded(skill, file.name, header, report))
    return SkillList(file.name, good, report, len(sheet.rows), header)


def _skilless(file: str, sheet: Sheet) -> Finding:
    """Return that a list has headers and no skill: stored, it would take the place of one that has."""
    return Finding(
        code="no-rows",
        severity=Severity.ERROR,
        file=file,
        row=sheet.at,
        value=", ".join(sheet.headers[:10]),
        message="holds no skill below its header",
        remedy="Write the skills into it, or look whether another file or sheet is meant",
    )


def _unchosen(file: str, headings: Sequence[Heading]) -> Iterator[Finding]:
    """Yield which of several sheets is read, where one of them has skills."""
    chosen = fitting(headings, SKILLS)
    if chosen and chosen.met(SKILLS):
        yield from judge_sheets(file, headings, chosen, SKILLS)
