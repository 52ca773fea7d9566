"""Amounts of money on the command line, as people write them."""

from __future__ import annotations

from typing import Any, Final

import typer

from api.queries.questions import number
from ontology.errors import InputError


def read_money(text: str) -> float:
    """Return an amount of dollars.

    Raises
    ------
    typer.BadParameter
        Where it is none, with an example.

    Example
    -------
    >>> read_money("$62,000"), read_money("21.50")
    (62000.0, 21.5)
    """
    plain = text.strip()
    try:
        owed = plain.startswith("-")
        amount = number(plain.removeprefix("-"), "an amount of dollars")
    except InputError as error:
        raise typer.BadParameter(str(error)) from None
    if amount is None:
        message = "give an amount of dollars, such as 45000 or 21.50"
        raise typer.BadParameter(message)
    return -amount if owed else amount


MONEY: Final[dict[str, Any]] = {"parser": lambda text: read_money(str(text)), "metavar": "DOLLARS"}
"""What an option for an amount is made with; the types are Typer's."""
