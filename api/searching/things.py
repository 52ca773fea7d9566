"""Things that can be found by their names, and what a search found of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """A thing that can be found by its names.

    Parameters
    ----------
    others
        Other names than its label.
    leads
        Whether a ladder can be drawn of it.
    """

    iri: str
    code: str
    label: str
    others: tuple[str, ...] = ()
    leads: bool = False


@dataclass(frozen=True)
class Found:
    """A thing that a search found.

    Parameters
    ----------
    place
        Among the things that were searched.
    matched
        The name that has the words: its own or another.
    """

    place: int
    matched: str


@dataclass(frozen=True)
class Results:
    """What a search found, the best first.

    Parameters
    ----------
    corrected
        The words that were searched for in place of those asked for; empty where these were.
    near
        Whether no name has the words, so that these are only spelled alike.
    """

    found: tuple[Found, ...] = ()
    corrected: str = ""
    near: bool = False
