"""XML as it may be sent: well-formed, or refused with what XML 1.0 has no place for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate

from ontology.errors import UnsupportedError

SHOWN: Final = 30
"""Characters before the place, and after it, that a message shows."""


def well_formed(content: bytes, others: Iterable[str]) -> bytes:
    r"""Return XML that was written by a library, so that it is read again as what it was written of.

    The return of a carriage is escaped: who reads XML takes a bare one for the end of a line. All else that XML cannot
    say (control characters, U+FFFE, names of properties with other signs than those of names) has no escape.

    Parameters
    ----------
    others
        Names of the forms that can say it.

    Raises
    ------
    UnsupportedError
        Where it is no XML, with the place.

    Example
    -------
    >>> well_formed(b"<p>a\r\nb</p>", ["ttl"])
    b'<p>a&#13;\nb</p>'
    """
    content = content.replace(b"\r", b"&#13;")
    parser = ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(content, True)
    except ExpatError as error:
        message = f"XML cannot say {_place(content, parser.ErrorByteIndex)}; ask for one of: {', '.join(others)}"
        raise UnsupportedError(message) from error
    return content


def _place(content: bytes, at: int) -> str:
    """Return what stands at a place, and around it."""
    before, after = content[:at].decode("utf-8", "replace"), content[at:].decode("utf-8", "replace")
    return f"U+{ord(after[0]):04X} in {(before[-SHOWN:] + after[:SHOWN])!r}"
