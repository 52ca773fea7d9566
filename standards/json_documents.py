"""JSON documents: one, or several after another, as some registries export them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Final

from ontology.errors import UnreadableError
from standards.archives import ArchivedFile

Json = Any
"""What a JSON document holds: an object, a list, a text, a number, a truth value or nothing."""

BINARY: Final = (b"PK", b"\xd0\xcf")
"""How workbooks and archives begin."""

_BLANK: Final = re.compile(r"[\s,]*")


def looks_like_json(file: ArchivedFile) -> bool:
    """Whether a file begins as JSON objects and lists do."""
    return file.read()[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


Pairs = Callable[[list[tuple[str, Json]]], Json]
"""Makes an object of its names and values, in the order of the document."""


def read_documents(file: ArchivedFile, pairs: Pairs | None = None) -> list[Json]:
    """Return the documents of a file.

    Parameters
    ----------
    pairs
        Makes each object; without it, the last value of a name that stands twice is taken.

    Raises
    ------
    UnreadableError
        Where it is no JSON, with the line and column of the first fault.
    """
    content = file.read()
    if content[:2] in BINARY:
        message = f"{file.name} is a workbook or an archive; this format is JSON: export it as that"
        raise UnreadableError(message)
    try:
        return _documents(content.decode("utf-8-sig"), pairs)
    except UnicodeDecodeError as error:
        message = f"{file.name} is not text in UTF-8 (byte {error.start:,}); save it as UTF-8"
        raise UnreadableError(message) from error
    except json.JSONDecodeError as error:
        message = f"{file.name} is no JSON: {error.msg} in line {error.lineno}, column {error.colno}; export it again"
        raise UnreadableError(message) from error
    except ValueError as error:
        message = f"{file.name} is no JSON: {error}; export it again"
        raise UnreadableError(message) from error
    except RecursionError as error:
        message = f"{file.name} nests its lists too deeply to be read; export it again"
        raise UnreadableError(message) from error


def _documents(text: str, pairs: Pairs | None) -> list[Json]:
    decoder, found = json.JSONDecoder(object_pairs_hook=pairs, parse_constant=_no_number), []
    at = _after_blank(text, 0)
    while at < len(text):
        document, at = decoder.raw_decode(text, at)
        found.append(document)
        at = _after_blank(text, at)
    return found


def _after_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _no_number(word: str) -> Json:
    message = f"{word} is no number in JSON"
    raise ValueError(message)
