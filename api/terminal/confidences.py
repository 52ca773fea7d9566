"""Confidences as people write them on the command line."""

from __future__ import annotations

import re

import typer


def confidence_of(text: str) -> float:
    """Return a confidence, 0 to 1.

    Raises
    ------
    typer.BadParameter
        Where it is none; for a percentage, from 2 up or with its sign, it names the number that is meant.

    Example
    -------
    >>> confidence_of("0.9"), confidence_of("1")
    (0.9, 1.0)
    """
    found = re.fullmatch(r"\s*(\d*\.?\d+)\s*(%?)\s*", text)
    number = float(found[1]) if found else -1.0
    if found and not found[2] and number <= 1:
        return number
    percentage = found and (found[2] or number >= 2) and number <= 100
    meant = f"{number / 100:g}" if percentage else "0.9"
    message = f"{text!r} is no confidence: it is a number from 0 to 1; write {meant}"
    raise typer.BadParameter(message)
