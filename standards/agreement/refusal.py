"""Refusal: nothing is kept where anything is wrong."""

from __future__ import annotations

from ontology.errors import ConflictError, RefusedError
from ontology.report import Report
from standards.agreement.seen import CONFLICT


def refuse(report: Report) -> None:
    """Refuse what has errors; somebody else's change is told as such.

    Raises
    ------
    ConflictError
        Where one of them is such a change.
    RefusedError
        Where none is.
    """
    if any(finding.code == CONFLICT for finding in report):
        raise ConflictError(report)
    if report.refused:
        raise RefusedError(report)
