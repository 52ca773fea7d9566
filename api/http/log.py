"""What the service logs: no words of a request can look like a record of their own."""

from __future__ import annotations

import logging
from typing import Any

MARGIN = "    "
"""Stands before each line of a traceback."""

_TRACEBACKS = logging.Formatter()


class PlainRecord(logging.LogRecord):
    """A record whose message is one line, and whose traceback is indented."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - those of Python's own
        super().__init__(*arguments, **options)
        if self.exc_info:
            # A formatter takes what stands here already for the traceback.
            lines = _TRACEBACKS.formatException(self.exc_info).splitlines()
            self.exc_text = "\n".join(f"{MARGIN}{plain(line)}" for line in lines)

    def getMessage(self) -> str:  # noqa: N802 - Python's own name
        """Return the message, without line breaks and other control characters."""
        return plain(super().getMessage())


def plain(text: str) -> str:
    r"""Return a text in which everything that does not print is escaped.

    Example
    -------
    >>> plain("a\nINFO: b")
    'a\\nINFO: b'
    """
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)


def log_plainly() -> None:
    """Make every record of this process a plain one."""
    logging.setLogRecordFactory(PlainRecord)
