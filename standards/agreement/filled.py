"""Tables that were filled in: what people want decided, and how organizations stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ontology.report import Finding, Report, Severity
from standards.agreement.hearing import WHOLE, is_on_whole
from standards.agreement.motion import Motion, Stance
from standards.agreement.naming import find
from standards.agreement.overtaken import is_shown
from standards.agreement.seen import short
from standards.agreement.state import Agreement
from standards.agreement.stray import misspelled_columns, stray_positions
from standards.agreement.tables import YOURS
from standards.archives import ArchivedFile
from standards.formulas import unquoted
from standards.headers import listed
from standards.sheets import Names, Row, Sheet, find_headings, fitting, read_sheet

MOTIONS: Final[Names] = {
    "statement": ("address", "candidate"),
    "seen": ("statement",),
    **{name: (name,) for name in ("revision", *YOURS)},
}
STANCES: Final[Names] = {
    "statement": ("address", "candidate", "code", "code_now"),
    "seen": ("statement",),
    "wording_seen": ("wording_seen", "revision"),
    "positions_seen": ("positions_seen",),
    "moves_seen": ("moves_seen",),
    **{name: (name,) for name in ("organization", "position", "change", "reason", "by")},
}
"""``revision`` is what the column of the wording was called in workbooks that were written before."""

ALONE: Final = (("organization",), ("position",))
"""What a table of positions on the whole has at least: it names no statements."""

NOW: Final = "now"
"""Says that those who speak of the whole looked at what is agreed at this moment."""


DECISIONS: Final = (
    "`address` or `statement`, and `decision`; for instance the lines `address,decision,reason` and "
    "`c7ae6d245c8a,accept,All of us do it`"
)
"""What a table of decisions has at least."""


def read_motions(file: ArchivedFile) -> tuple[list[Motion], Report]:
    """Return the motions in a table; rows without a decision are passed over, unless something else is filled in.

    Raises
    ------
    UnreadableError
        Where it is no table.
    """
    sheet, report = _sheet(file, MOTIONS, DECISIONS, (("decision",), ("statement", "seen")))
    report.extend(misspelled_columns(file.name, sheet, YOURS))
    found = []
    for row in sheet.rows:
        motion = _motion(file.name, sheet, row)
        if motion.decision:
            found.append(motion)
        elif given := [name for name in YOURS if sheet.get(row, name)]:
            message = f"{listed(given)} is filled in, and nothing is decided"
            report.add(motion.finding("undecided", "decision", message, "Write a decision, or clear the row"))
    return found, report


def _motion(file: str, sheet: Sheet, row: Row) -> Motion:
    cells = {name: unquoted(sheet.get(row, name)) for name in MOTIONS}
    return Motion(**cells, file=file, row=row.number)


def read_stances(file: ArchivedFile, agreement: Agreement, seen: str = "") -> tuple[list[Stance], Report]:
    """Return the stances in a table: one a row, or one in each column that is called like an organization.

    In such a column, what the table was written with is passed over, and so is what stands. A table without statements,
    with organization and position alone, is of positions on the whole.

    Parameters
    ----------
    seen
        What those looked at who speak of the whole, where their rows do not say it: the beginning of `Agreement.seen`,
        or `NOW` for what that is.

    Raises
    ------
    UnreadableError
        Where it is no table.
    """
    columns = _columns(agreement)
    named = (("statement", "seen"), ("position", *columns))
    names: Names = {**STANCES, **columns}
    sheet, report = _sheet(file, names, _positions(agreement), named, ALONE)
    looked_at = short(agreement.seen) if seen.casefold() == NOW else seen
    if "position" in sheet.fields:
        rows = (_stance(file.name, sheet, row) for row in sheet.rows)
        return [_looked(agreement, one, looked_at) for one in rows if one.position or one.organization], report
    parties = agreement.parties
    report.extend(stray_positions(file.name, sheet, names, parties))
    there = [one for one in columns if one in parties.members or parties.namesakes(sheet.fields.get(one, ""))]
    found = (one for row in sheet.rows for one in _across(file.name, sheet, row, there))
    said = [_looked(agreement, one, looked_at) for one in found]
    return [one for one in said if not _is_shown(agreement, one)], report


def _columns(agreement: Agreement) -> dict[str, Sequence[str]]:
    """Return how the column of each organization may be called; a name that several have names none of them."""
    parties = agreement.parties
    shared = {name: (name,) for name in (str(one.label) for one in parties.speaking) if parties.namesakes(name)}
    columns: dict[str, Sequence[str]] = {}
    for one in parties.speaking:
        alone = [str(one.label)] if parties.find(str(one.label)) == one else []
        columns[one.iri] = (parties.headed(one.iri), *alone, one.iri.rsplit("/", 1)[-1])
    return {**columns, **shared}


def _positions(agreement: Agreement) -> str:
    """Return what a table of positions has at least, with rows that this agreement would take."""
    parties, open_ones = agreement.parties, (one for one in agreement.statements.values() if not one.into)
    one = next(((one.iri.rpartition("/")[2], short(one.seen)) for one in open_ones), ("ADDRESS", "SEEN"))
    speaking, union = (
        next((each.iri.rpartition("/")[2] for each in who), "ORGANIZATION")
        for who in (parties.speaking, parties.unions)
    )
    return (
        "`address` or `statement`, `organization` and `position`, or in place of these two a column for each "
        "organization; for instance the lines `address,wording_seen,organization,position` and "
        f"`{','.join(one)},{speaking},endorse`. On the whole `organization` and `position` alone: "
        f"`organization,position,wording_seen` and `{union},ratify,{short(agreement.seen)}`"
    )


def _stance(file: str, sheet: Sheet, row: Row) -> Stance:
    cells = {name: unquoted(sheet.get(row, name)) for name in STANCES}
    if sheet.fields.keys().isdisjoint(("statement", "seen")):
        cells["statement"] = WHOLE
    return Stance(**cells, file=file, row=row.number)


def _looked(agreement: Agreement, one: Stance, seen: str) -> Stance:
    """Return a stance with what was looked at, where it is on the whole and does not say it."""
    return replace(one, wording_seen=seen) if is_on_whole(agreement, one) and not one.wording_seen else one


def _across(file: str, sheet: Sheet, row: Row, organizations: Sequence[str]) -> Iterator[Stance]:
    """Yield the stances in the columns of organizations: a position, and after a colon the change or the reason."""
    for iri in organizations:
        said = unquoted(sheet.get(row, iri))
        if not said:
            continue
        position, _, more = (part.strip() for part in said.partition(":"))
        stance = replace(_stance(file, sheet, row), organization=iri, position=position, column=sheet.fields[iri])
        changes = "change" in position.casefold()
        yield replace(stance, change=more) if changes else replace(stance, reason=more)


def _is_shown(agreement: Agreement, stance: Stance) -> bool:
    """Return whether the cell of an organization says no more than is known of it."""
    whole = is_on_whole(agreement, stance)
    subject = None if whole else find(agreement, stance.statement or stance.seen)
    return bool(whole or subject) and is_shown(agreement, subject, stance)


def _sheet(file: ArchivedFile, names: Names, least: str, *required: Sequence[Sequence[str]]) -> tuple[Sheet, Report]:
    """Return the sheet of a file that has all of one thing that is required, the first first; else nothing and why.

    Parameters
    ----------
    least
        In words, which columns it has at least, with an example.
    """
    headings = find_headings(file, names)
    for wanted in required:
        chosen = fitting(headings, wanted)
        if chosen and chosen.met(wanted) == len(wanted):
            return read_sheet(file, chosen, names), Report()
    finding = Finding(
        code="missing-column",
        severity=Severity.ERROR,
        file=file.name,
        value=", ".join(chosen.headers[:10]) if chosen else "",
        message="no sheet has the columns that are needed",
        remedy=f"Name the columns: {least}. `ladderworks standard agreement STANDARD -o FILE.xlsx` writes such tables",
    )
    return Sheet({}, (), ()), Report([finding])
