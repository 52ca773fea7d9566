"""Stray columns of tables that were filled in: what stands in them would be lost in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ontology.records import Position
from ontology.report import Finding, Severity
from standards.agreement.motion import position_of
from standards.agreement.parties import Parties
from standards.agreement.tables import NEEDED, SAYS, SHOWN, SPOKEN_OF, YOURS
from standards.formulas import unquoted
from standards.headers import nearest
from standards.membership import former
from standards.sheets import Names, Sheet, unknown

WORDS: Final = tuple(one.word for one in Position)
"""Words that stand for a position whatever the header; ``x`` and ``yes`` do so only under what is like a name."""

OURS: Final = frozenset((*SPOKEN_OF, *SHOWN, *NEEDED, *YOURS))
"""Columns that tables of an agreement have and in which nobody takes a position."""


def stray_positions(file: str, sheet: Sheet, names: Names, parties: Parties) -> Iterator[Finding]:
    """Yield an error for each cell with a position in a column that names nobody who takes one.

    Parameters
    ----------
    names
        What the columns that are read may be called.
    """
    for header in unknown(sheet.headers, names):
        if header in OURS or header.endswith(SAYS):
            continue
        meant = nearest(header, [str(one.label) for one in parties.speaking])
        for row in sheet.rows:
            said = unquoted(row.cells.get(header, ""))
            if _is_position(said, named=bool(meant)):
                yield Finding(
                    code="stray-position",
                    severity=Severity.ERROR,
                    file=file,
                    row=row.number,
                    column=header,
                    value=said,
                    **_words(parties, header, meant),
                )


def misspelled_columns(file: str, sheet: Sheet, names: Sequence[str]) -> Iterator[Finding]:
    """Yield which headers are misspelled: an error where the column that is meant is missing and cells are filled.

    Parameters
    ----------
    names
        Of the columns to fill in.
    """
    for header in (one for one in sheet.headers if one and one not in OURS and one not in sheet.fields.values()):
        meant = nearest(header, names)
        if meant and not header.endswith(SAYS):
            lost = [row for row in sheet.rows if header in row.cells]
            yield Finding(
                code="misspelled-column",
                severity=Severity.ERROR if lost and meant not in sheet.fields else Severity.WARNING,
                file=file,
                row=lost[0].number if lost else sheet.at,
                column=header,
                value=lost[0].cells[header] if lost else "",
                message=f"nothing is read from the column {header!r}",
                remedy=f"Call it {meant!r} if that is meant, or take it out",
            )


def _is_position(said: str, *, named: bool) -> bool:
    word = said.partition(":")[0].strip()
    return position_of(word) is not None and (named or word.casefold().startswith(WORDS))


def _words(parties: Parties, header: str, meant: str) -> dict[str, str]:
    """Return what is wrong with the column, and the remedy."""
    if gone := parties.former(header):
        message = f"the column is of an organization that {former(gone.left)}: it takes no position"
        return {"message": message, "remedy": "Clear the column, or take it out"}
    there = ", ".join(parties.headed(one.iri) for one in parties.speaking) or "nobody"
    remedy = f"Call the column {meant!r} if that is meant" if meant else f"Call it by one of: {there}; or take it out"
    return {"message": "the column names no member that takes positions", "remedy": remedy}
