"""Addresses of what a proposal holds: the same in every run, and their last parts in every installation."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from ontology.identifiers import Identifiers
from ontology.records import Iri

DIGITS: Final = 12
"""Hexadecimal digits that tell the things of one standard apart."""


def minted(identifiers: Identifiers, standard: str, kind: str, *told_by: str) -> Iri:
    """Return the address of a thing of a standard.

    Parameters
    ----------
    told_by
        What tells it from all others of its kind: words, and addresses, of which the installation's own beginning does
        not count.

    Example
    -------
    >>> here, there = Identifiers(), Identifiers(base="https://skills.example.org")
    >>> own = [minted(each, "wind", "voice", each.mint("acme", "skill", "1"), "Climb") for each in (here, there)]
    >>> own[0].rpartition("/")[2] == own[1].rpartition("/")[2]
    True
    """
    local = "\n".join(part.removeprefix(identifiers.base) for part in told_by)
    return Iri(identifiers.mint(standard, kind, sha256(local.encode()).hexdigest()[:DIGITS]))
