"""Occupations that are named with their codes, because several may share a title."""

from __future__ import annotations

from typing import Protocol

from ontology.records import Text


class Coded(Protocol):
    """What has a title and a code: a rung of a ladder, an occupation of an answer."""

    @property
    def label(self) -> Text:
        """The title."""

    @property
    def code(self) -> str:
        """The code of the occupation."""


def title_and_code(occupation: Coded) -> str:
    """Return the title of an occupation with its code.

    Example
    -------
    >>> from pathways.records.rung import Rung
    >>> title_and_code(Rung(occupation="http://x/1", code="51-8013.00", label={"value": "Operators"}))
    'Operators (51-8013.00)'
    """
    return f"{occupation.label} ({occupation.code})"
