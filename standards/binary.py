"""Binary files: bytes that are no text, whatever the name of their file says."""

from __future__ import annotations

from typing import Final

LOOKED_AT: Final = 10_000
"""Bytes at the beginning of a file that are looked at."""

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))

NO_TEXT: Final = (
    "holds bytes that no text has; it is no text, whatever its name says. Look whether another file is meant"
)
"""What is said of such a file, after its name."""


def is_binary(data: bytes) -> bool:
    r"""Return whether most bytes at the beginning are control characters, as no text has them in any encoding.

    Example
    -------
    >>> is_binary(b"\0" * 9), is_binary(b"Weld\0\0\0"), is_binary("Weld".encode("utf-16-le"))
    (True, False, False)
    """
    beginning = data[:LOOKED_AT]
    return 2 * len(beginning.translate(None, _CONTROLS)) < len(beginning)
