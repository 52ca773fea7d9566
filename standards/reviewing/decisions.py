"""Decisions: what a reviewer wrote into a file of suggestions, as `ladderworks align -o` gives it out."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ontology.errors import RefusedError, UnreadableError
from ontology.records import Verdict
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.formulas import unquoted
from standards.headers import listed
from standards.reviewing.decision import CHANGE_TO, Decision, understood
from standards.reviewing.mapping_decisions import mapping_decisions
from standards.sheets import Row, Sheet, find_headings, fitting, read_sheet
from standards.sssom import NO_TERM_FOUND

NAMES: Final = {
    "outcome": ("outcome_address", "outcome IRI"),
    "competency": ("competency_address", "competency IRI"),
    "label": ("competency",),
    "considered": ("to_consider_addresses",),
    "decision": ("decision", "verdict"),
    "change_to": ("change_to", "changed to", "instead"),
    "comment": ("comment", "comments", "reason"),
    "confidence": ("confidence",),
}
"""What the columns of a table with decisions may be called."""

REQUIRED: Final = (("decision",), ("outcome",))

NO_OUTCOME: Final = (
    "there is no outcome in this row, so there is nothing to judge",
    "If an outcome teaches this, name the competency in change_to in the row of that outcome",
)
"""What is said where a competency that no outcome teaches was decided on, and the remedy."""

MAPPINGS: Final = (b"#", b'"#', b"subject_id")
"""What SSSOM begins with; a spreadsheet program may have put its header in quotation marks."""

NOTHING: Final = (Verdict.REJECTED, Verdict.UNMATCHED)
"""What says that nothing matches, in a row where nothing is suggested."""

NAME_ONE: Final = "Write the right competency into change_to"


def read_decisions(file: ArchivedFile) -> tuple[list[Decision], Report]:
    """Return the decisions in a workbook, a CSV file or an SSSOM file, and every row that cannot be understood.

    Rows without a decision are passed over.

    Raises
    ------
    UnreadableError
        Where it is no table, or SSSOM that breaks off or is not in UTF-8.
    """
    content = file.read().removeprefix(BOM_UTF8) if file.plain_name.lower().endswith(".tsv") else b""
    if content.startswith(MAPPINGS):
        return _of_mappings(file.name, content)
    headings = find_headings(file, NAMES)
    chosen = fitting(headings, REQUIRED)
    if chosen is None or chosen.met(REQUIRED) < len(REQUIRED):
        return [], Report([_headless(file.name, chosen.headers if chosen else ())])
    sheet = read_sheet(file, chosen, NAMES)
    report = Report()
    return [decision for row in sheet.rows for decision in _of_row(file.name, sheet, row, report)], report


def read_rows(file: ArchivedFile) -> list[Decision]:
    """Return what each row of a table with suggestions is about, decided or not; nothing of SSSOM.

    Raises
    ------
    UnreadableError
        Where it is no table.
    """
    chosen = fitting(find_headings(file, NAMES), REQUIRED)
    if chosen is None or chosen.met(REQUIRED) < len(REQUIRED):
        return []
    sheet = read_sheet(file, chosen, NAMES)
    return [_written(file.name, sheet, row) for row in sheet.rows if sheet.get(row, "outcome")]


def _of_mappings(file: str, content: bytes) -> tuple[list[Decision], Report]:
    try:
        return mapping_decisions(file, content.decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"{file} is no UTF-8 from byte {error.start:,} on; save it as UTF-8"
        raise UnreadableError(message) from error
    except RefusedError as error:
        return [], error.report


def _of_row(file: str, sheet: Sheet, row: Row, report: Report) -> Iterator[Decision]:
    """Yield the decisions of a row, or report why it cannot be understood."""
    said, instead = sheet.get(row, "decision"), sheet.get(row, "change_to")
    if not said and not instead:
        if sheet.get(row, "comment"):
            report.add(_undecided(file, sheet, row))
        return
    written = _written(file, sheet, row)
    meant = understood(said) if said else Verdict.CHANGED
    offered = sheet.get(row, "considered").split()
    if meant is None:
        report.add(_unknown(written, said, offered))
    elif not written.outcome:
        report.add(written.finding("no-outcome", said, *NO_OUTCOME))
    elif problem := _contradiction(written, meant, offered):
        report.add(written.finding("unfitting-decision", said or instead, *problem))
    else:
        yield from _chosen(written, meant, offered)


def _written(file: str, sheet: Sheet, row: Row) -> Decision:
    """Return a row as it stands; its verdict is settled afterwards."""
    return Decision(
        outcome=sheet.get(row, "outcome"),
        competency=sheet.get(row, "competency"),
        verdict=Verdict.CHANGED,
        instead=unquoted(sheet.get(row, "change_to")),
        label=unquoted(sheet.get(row, "label")),
        comment=unquoted(sheet.get(row, "comment")),
        confidence=_share(sheet.get(row, "confidence")),
        file=file,
        row=row.number,
        column=sheet.fields["decision"],
        change_column=sheet.fields.get(CHANGE_TO, CHANGE_TO),
    )


def _contradiction(written: Decision, meant: Verdict | int, offered: list[str]) -> tuple[str, str] | None:
    """Return what does not fit together in a row, and the remedy."""
    if isinstance(meant, int):
        return _misnumbered(written, meant, offered)
    if meant is Verdict.CHANGED and not written.instead:
        return "change_to does not say into what", "Write code, name or address of the right competency into change_to"
    if meant is Verdict.UNMATCHED and written.instead:
        return "nothing matches, and a competency is in change_to", "Clear change_to, or write change"
    if written.competency:
        both = meant is Verdict.ACCEPTED and written.instead
        return ("it is accepted, and another one is in change_to", "Clear change_to, or write change") if both else None
    if written.instead or meant in NOTHING:
        return None
    return "nothing counts in this row that could be accepted", _numbers(offered)


def _misnumbered(written: Decision, number: int, offered: list[str]) -> tuple[str, str] | None:
    """Return what is wrong with a number that chooses among what is to consider."""
    if written.competency or not offered:
        return "a number chooses among what is to consider, and there is nothing here", "Write yes, no or change"
    return None if number <= len(offered) else ("there are fewer to consider", _numbers(offered))


def _numbers(offered: list[str]) -> str:
    return f"Write a number from 1 to {len(offered)}, or the right competency in change_to" if offered else NAME_ONE


def _chosen(written: Decision, meant: Verdict | int, offered: list[str]) -> Iterator[Decision]:
    """Yield what a row decides: where nothing is right, that, and what the row offers is rejected with it."""
    if isinstance(meant, int):
        yield _decided(written, Verdict.ACCEPTED, competency=offered[meant - 1])
    elif written.competency and meant is not Verdict.UNMATCHED:
        yield _decided(written, Verdict.CHANGED if written.instead else meant)
    elif written.instead:
        yield _decided(written, Verdict.ACCEPTED)
    else:
        yield _decided(written, Verdict.UNMATCHED, competency=NO_TERM_FOUND)
        if written.competency:
            yield _decided(written, Verdict.REJECTED)
        yield from (_decided(written, Verdict.REJECTED, competency=iri) for iri in offered)


def _decided(written: Decision, verdict: Verdict, competency: str = "") -> Decision:
    """Return a row with its verdict; what is chosen from those to consider has no label of its own in the row."""
    if competency:
        return replace(written, verdict=verdict, competency=competency, label="", confidence=None)
    return replace(written, verdict=verdict)


def _share(cell: str) -> float | None:
    """Return a confidence as 0 to 1, also from percent; ``None`` where it is none.

    Example
    -------
    >>> _share("0.87"), _share("87%"), _share("high")
    (0.87, 0.87, None)
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(%?)", cell)
    share = float(found[1]) / (100 if found[2] else 1) if found else -1
    return round(share, 6) if 0 <= share <= 1 else None


def _unknown(written: Decision, said: str, offered: list[str]) -> Finding:
    remedy = f"Write {_words(written, offered)}, or leave the cell empty"
    return written.finding("unknown-decision", said, "this is no decision", remedy)


def _words(written: Decision, offered: list[str]) -> str:
    """Return the words that a row allows: yes only where something is suggested, numbers where some are to choose."""
    change = "change (with the right competency in change_to)"
    if written.competency:
        return f"yes, no, {change} or none of these (the outcome matches nothing)"
    choice = f"{_choices(len(offered))} (what is to consider under that number is right), " if offered else ""
    return f"{choice}no or none of these (the outcome matches nothing), {change}"


def _choices(number: int) -> str:
    """Return the numbers that can be chosen, 1 or more of them.

    Example
    -------
    >>> _choices(1), _choices(2), _choices(3)
    ('1', '1 or 2', '1, 2 or 3')
    """
    *others, last = map(str, range(1, number + 1))
    return f"{', '.join(others)} or {last}" if others else last


def _undecided(file: str, sheet: Sheet, row: Row) -> Finding:
    return Finding(
        code="comment-only",
        severity=Severity.WARNING,
        file=file,
        row=row.number,
        column=sheet.fields["comment"],
        value=sheet.get(row, "comment"),
        message="a comment without a decision is not kept",
        remedy="Write yes, no or change beside it",
    )


def _headless(file: str, headers: tuple[str, ...]) -> Finding:
    return Finding(
        code="missing-header",
        severity=Severity.ERROR,
        file=file,
        column="decision, outcome_address",
        message=f"these columns are needed; there are {listed(headers)}",
        remedy="Take a file that `ladderworks align -o` wrote, and keep its columns",
    )
