"""Tables of an agreement: the state, with empty columns to decide in."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

from ontology.records import Iri, Voice
from standards.agreement.account import account
from standards.agreement.account_records import (
    AgreementAccount,
    PositionAccount,
    RequirementAccount,
    StatementAccount,
)
from standards.agreement.hearing import WHOLE, WHOLE_STATEMENT
from standards.agreement.motion import KINDS, cell_of
from standards.agreement.own_needs import own_needs
from standards.agreement.requirements import FEWEST
from standards.agreement.seen import short
from standards.agreement.state import Agreement
from standards.agreement.tally import Status
from standards.code_order import CodeOrder, code_order
from standards.workbook import Cell, Table, literal, write_workbook

OWN: Final = ("decision", "into", "voices", "wording", "label", "category", "code")
WORK: Final = ("occupation", "level", "importance", "relation", "moved_from", "moved_to")
YOURS: Final = (*OWN, *WORK, "reason")
"""Columns for those who decide."""

SHOWN: Final = ("address", "revision", "status", "support", "code_now", "category_now", "statement", "missing", "near")
"""Columns that say how a statement stands; what each firm says follows."""

SPOKEN_OF: Final = (
    *("address", "wording_seen", "positions_seen", "moves_seen", "status", "code_now", "category_now", "statement"),
)
"""Columns that say what a position is on, the code as the decisions call it; what each organization says follows."""

NEEDED: Final = (
    *("code", "status", "statement", "occupation"),
    *("relation", "relation from", "importance", "importance from", "level", "level from", "otherwise", "address"),
)
"""Columns of what occupations need."""

SAYS: Final = "says"
"""Ends the header of a column with a firm's own words."""


def write_csv(agreement: Agreement) -> bytes:
    """Return the statements as CSV, with empty columns to decide in."""
    return _as_csv(*_statements(agreement, account(agreement)))


def write_requirements(requirements: Sequence[RequirementAccount]) -> bytes:
    """Return what occupations need as CSV."""
    return _as_csv(NEEDED, [_needed(one) for one in requirements])


def _as_csv(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*columns])
    writer.writerows([f"{cell:g}" if isinstance(cell, float) else literal(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def write_book(agreement: Agreement, requirements: Sequence[RequirementAccount] = ()) -> bytes:
    """Return a workbook: a sheet to decide in, one for the positions of the organizations, requirements, and the log.

    Parameters
    ----------
    requirements
        What occupations need, as a version would have it; with none, there is no sheet for them.
    """
    told = account(agreement, requirements)
    needed = [_requirement_table(told)] if told.requirements else []
    return write_workbook(
        f"Agreement on {agreement.slug}",
        [_decision_table(agreement, told), _position_table(agreement, told), *needed, _log(told)],
    )


def _statements(agreement: Agreement, told: AgreementAccount) -> tuple[list[str], list[list[Cell]]]:
    """Return the columns and a row for each statement that something can still be decided of, most said first."""
    firms = list(dict.fromkeys(voice.firm for voice in agreement.voices))
    open_ones = [one for one in told.statements if one.status is not Status.MERGED]
    open_ones.sort(key=lambda one: (-len({voice.firm for voice in one.voices}), one.category, one.wording, one.address))
    columns = [*SHOWN, *(f"{agreement.parties.headed(firm)} {SAYS}" for firm in firms), *YOURS]
    return columns, [_row(agreement, one, firms) for one in open_ones]


def _row(agreement: Agreement, one: StatementAccount, firms: Sequence[Iri]) -> list[Cell]:
    voices = [agreement.voice[Iri(voice.address)] for voice in one.voices]
    spoken = [(voice.firm, _own_words(agreement, voice)) for voice in voices]
    said = {firm: " | ".join(words for who, words in spoken if who == firm) for firm in firms}
    near = " | ".join(f"{other.wording} ({other.likeness:.2f})" for other in one.near)
    shown = (short(one.revision), one.status, one.support, one.code, one.category, one.wording, one.missing, near)
    return [one.address, *shown, *said.values(), *[""] * len(YOURS)]


def _own_words(agreement: Agreement, voice: Voice) -> str:
    """Return a firm's own words, and how well it asks for that in its jobs."""
    asked = own_needs(agreement.work, voice.own_statement)
    return f"{voice.words.value} [{asked}]" if asked else voice.words.value


def _decision_table(agreement: Agreement, told: AgreementAccount) -> Table:
    columns, rows = _statements(agreement, told)
    first = len(columns) - len(YOURS)
    widths = [12, 14, 11, 13, 11, 18, 50, 30, 40, *[32] * (first - len(SHOWN)), *[14] * len(YOURS)]
    words = [names[0] for names in KINDS.values()]
    rule = f"Rule: {told.rule}. One decision a row; copy a row for a second one."
    return Table(
        name="Decisions",
        columns=columns,
        rows=rows,
        widths=widths,
        lead=[f"Agreement on {agreement.slug}", rule],
        filtered=True,
        plain=(0,),
        yours=range(first, len(columns)),
        choices={(row, first): words for row in range(len(rows))},
        landscape=True,
    )


def _position_table(agreement: Agreement, told: AgreementAccount) -> Table:
    """Return statement by organization: what each has said on what it reads now, to be filled in and changed.

    By category and code, as people go through a standard; those without one come last, by their wording.
    """
    speaking = [one.iri for one in agreement.parties.speaking]
    open_ones = sorted((one for one in told.statements if not one.status.closed), key=_place)
    rows: list[list[Cell]] = [[*_shown(one), *_said(speaking, one.positions)] for one in open_ones]
    whole: list[Cell] = [WHOLE, short(told.wording_seen), short(told.positions_seen), "", "", "", "", WHOLE_STATEMENT]
    words = "endorse · adopt with change: NEW WORDING · abstain · dissent: REASON"
    return Table(
        name="Positions",
        columns=[*SPOKEN_OF, *map(agreement.parties.headed, speaking)],
        rows=[[*whole, *_said(speaking, told.whole)], *rows],
        widths=[12, 14, 14, 14, 11, 11, 18, 60, *[24] * len(speaking)],
        lead=["How each organization stands", f"{words} · of the whole: ratify · refuse: REASON"],
        plain=(0,),
        yours=range(len(SPOKEN_OF), len(SPOKEN_OF) + len(speaking)),
        landscape=True,
    )


def _place(one: StatementAccount) -> tuple[bool, str, CodeOrder, str, str]:
    """Return the place of a statement in a list: by category and code, then by wording."""
    return not one.category, one.category.casefold(), code_order(one.code), one.wording, one.address


def _shown(one: StatementAccount) -> list[Cell]:
    """Return what a position is on, see `SPOKEN_OF`."""
    seen = short(one.wording_seen), short(one.positions_seen), short(one.moves_seen)
    return [one.address, *seen, one.status, one.code, one.category, one.wording]


def _said(organizations: Sequence[Iri], positions: Sequence[PositionAccount]) -> list[Cell]:
    said: dict[str, Cell] = {
        one.address: cell_of(one.position, one.change or one.reason) for one in positions if one.counts
    }
    return [said.get(organization, "") for organization in organizations]


def _requirement_table(told: AgreementAccount) -> Table:
    """Return what occupations need of what is agreed or open still; nobody's own numbers are told."""
    how = f"Numbers are decided, stated in a table of the standard itself, or medians of {FEWEST} firms or more"
    decide = "To decide one, write a row with the decision level or not needed into the sheet Decisions"
    return Table(
        name="Requirements",
        columns=NEEDED,
        rows=[_needed(one) for one in told.requirements],
        widths=[11, 11, 50, 40, 11, 16, 12, 22, 8, 22, 40, 12],
        lead=["What occupations need, as a version would have it", f"{how}. {decide}"],
        filtered=True,
        plain=(len(NEEDED) - 1,),
        landscape=True,
    )


def _needed(one: RequirementAccount) -> list[Cell]:
    return [
        *(one.code, one.status, one.wording, one.occupation, one.relation, one.relation_from),
        *(one.importance, one.importance_from, one.level, one.level_from, one.otherwise, one.statement),
    ]


def _log(told: AgreementAccount) -> Table:
    rows: list[list[Cell]] = [
        [
            *(f"{one.at:%Y-%m-%d %H:%M}", one.by, one.decision, one.code, one.named, one.into),
            *(one.wording, one.particulars, one.reason),
            *(one.occupation, one.relation, one.importance, one.level),
            *("" if one.counts else "undone", one.statement, one.address),
        ]
        for one in told.decisions
    ]
    said = ["at (UTC)", "by", "decision", "code now", "statement then", "into", "wording", "particulars"]
    said += ["reason", "occupation", "relation", "importance", "level"]
    return Table(
        name="Log",
        columns=[*said, "counts no more", "address", "address of the decision"],
        rows=rows,
        widths=[17, 20, 12, 13, 50, 40, 50, 40, 50, 40, 11, 12, 8, 14, 40, 40],
        plain=(14, 15),
    )
