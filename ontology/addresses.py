"""Addresses (IRIs, RFC 3987): what is one is what the store takes for one, and nobody else judges."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

PLAIN: Final = r"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?([?#][A-Za-z0-9._~/=&-]*)?$"
"""Addresses as nearly all are, for a glance at many: what does not look so may be one too."""


def is_address(text: str) -> bool:
    """Return whether a text is an absolute address.

    Example
    -------
    >>> is_address("https://x.example/a"), is_address("urn:isbn:1"), is_address("http://[x"), is_address("a b")
    (True, True, False, False)
    """
    try:
        ox.NamedNode(text)
    except ValueError:  # also of half a character
        return False
    return True
