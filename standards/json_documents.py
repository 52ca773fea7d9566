"""JSON documents: one, or several after another, as some registries export them."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from ontology.errors import UnreadableError
from standards.archives import ArchivedFile

Json = Any
"""What a JSON document holds: an object, a list, a text, a number, a truth value or nothing."""

_BLANK: Final = re.compile(r"[\s,]*")


def looks_like_json(file: ArchivedFile) -> bool:
    """Whether a file begins as JSON objects and lists do."""
    return file.read()[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_documents(file: ArchivedFile) -> list[Json]:
    """Return the documents of a file.

    Raises
    ------
    UnreadableError
        Where it is no JSON, with the line and column of the first fault.
    """
    try:
        return _documents(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"{file.name} is not text in UTF-8 (byte {error.start:,}); save it as UTF-8"
        raise UnreadableError(message) from error
    except json.JSONDecodeError as error:
        message = f"{file.name} is no JSON: {error.msg} in line {error.lineno}, column {error.colno}; export it again"
        raise UnreadableError(message) from error
    except RecursionError as error:
        message = f"{file.name} nests its lists too deeply to be read; export it again"
        raise UnreadableError(message) from error


def _documents(text: str) -> list[Json]:
    decoder, found = json.JSONDecoder(), []
    at = _after_blank(text, 0)
    while at < len(text):
        document, at = decoder.raw_decode(text, at)
        found.append(document)
        at = _after_blank(text, at)
    return found


def _after_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at
