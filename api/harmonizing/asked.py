"""The lists that are asked for, as ``FIRM=LIST``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import InputError, MissingFileError
from ontology.identifiers import slug


@dataclass(frozen=True)
class AskedList:
    """The list of a firm.

    Parameters
    ----------
    firm
        Slug of the firm.
    path
        Its file; ``None`` where the list that is imported is meant.
    """

    firm: str
    path: Path | None


def asked_lists(said: Sequence[str]) -> list[AskedList]:
    """Return the lists that are asked for, in the order of their firms.

    Raises
    ------
    InputError
        Where a firm is not named as in addresses, or twice.
    MissingFileError
        Where there is no such file.

    Example
    -------
    >>> [one.firm for one in asked_lists(["tamarack-pud", "acme-wind"])]
    ['acme-wind', 'tamarack-pud']
    """
    found = [_asked(one) for one in said]
    firms = [one.firm for one in found]
    if twice := sorted({firm for firm in firms if firms.count(firm) > 1}):
        message = f"{', '.join(twice)} comes twice; give each firm one list, or put both lists into one file"
        raise InputError(message)
    return sorted(found, key=lambda one: one.firm)


def _asked(said: str) -> AskedList:
    firm, equals, path = said.partition("=")
    if not firm or slug(firm) != firm:
        message = f"{firm!r} in {said!r} names no firm; write it as in addresses: {slug(firm) or 'acme-wind'}"
        raise InputError(message)
    if equals and not Path(path).is_file():
        message = f"there is no file {path!r} with the list of {firm}; or leave out '=' where it is imported already"
        raise MissingFileError(message)
    return AskedList(firm, Path(path) if equals else None)
