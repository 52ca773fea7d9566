"""A decision: one verdict as a reviewer wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ontology.records import Verdict
from ontology.report import Finding, Severity

WORDS: Final = {
    Verdict.ACCEPTED: ("accept", "accepted", "yes", "y", "ok", "okay", "x", "true", "agree", "agreed", "✓", "✔", "+"),
    Verdict.REJECTED: ("reject", "rejected", "no", "n", "false", "disagree", "wrong", "✗", "✘", "-"),
    Verdict.CHANGED: ("change", "changed", "replace", "replaced", "instead"),
    Verdict.UNMATCHED: ("none", "none of these", "none of them", "no match", "nothing", "nothing matches"),
}
"""What people write; case and a full stop at the end make no difference."""

CHANGE_TO: Final = "change_to"
"""Name of the column for another competency in CSV; a workbook words it otherwise."""


@dataclass(frozen=True)
class Decision:
    """One verdict as it was written; nothing is known yet of whether what it names is there.

    Parameters
    ----------
    outcome
        Address of the outcome.
    competency
        Address of the competency that was suggested, empty where nothing was; ``sssom:NoTermFound`` where the verdict
        is that nothing is right.
    instead
        Code, name or address of another competency, as written.
    label
        What the file calls the competency.
    confidence
        Of the suggestion, 0 to 1.
    reviewer, dated
        Who decided and on which day (``YYYY-MM-DD``), where the file says so.
    above
        Confidence from which everything is accepted, 0 to 1, this among it; ``None`` where somebody looked at it.
    exchanged
        Whether it is of a mapping set, which may hold what is known here already, and writes a change as two mappings.
    change_column
        What the file calls ``change_to``.
    row
        As a spreadsheet shows it; ``None`` where it is of no file.
    """

    outcome: str
    competency: str
    verdict: Verdict
    instead: str = ""
    label: str = ""
    comment: str = ""
    confidence: float | None = None
    reviewer: str = ""
    dated: str = ""
    above: float | None = None
    exchanged: bool = False
    file: str = ""
    row: int | None = None
    column: str = ""
    change_column: str = CHANGE_TO

    def finding(self, code: str, value: str, message: str, remedy: str, column: str = "") -> Finding:
        """Return what is wrong with it, as an error at its place; ``change_to`` is called as in the file."""
        said = CHANGE_TO if self.change_column == CHANGE_TO else f"“{self.change_column}”"
        return Finding(
            code=code,
            severity=Severity.ERROR,
            file=self.file,
            row=self.row,
            column=(column or self.column).replace(CHANGE_TO, self.change_column),
            value=value,
            message=message.replace(CHANGE_TO, said),
            remedy=remedy.replace(CHANGE_TO, said),
        )


def understood(text: str) -> Verdict | int | None:
    """Return what is meant by the word in a decision cell: a verdict, the number of a choice, or nothing known.

    Example
    -------
    >>> understood("Yes."), understood("2"), understood("perhaps")
    (<Verdict.ACCEPTED: 'https://w3id.org/ladderworks/terms#Accepted'>, 2, None)
    >>> understood("None of these").name
    'UNMATCHED'
    """
    word = " ".join(text.casefold().split()).rstrip(".!")
    if re.fullmatch(r"[1-9](\.0)?", word):
        return int(float(word))
    return next((verdict for verdict, words in WORDS.items() if word in words), None)
