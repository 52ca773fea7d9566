"""Column maps: what a college calls the columns of its spreadsheet, where that is not recognized."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from typing import Final

from ontology.errors import InputError
from standards.archives import ArchivedFile
from standards.headers import key, nearest

ColumnMap = Mapping[str, str]
"""The header of each field that is named."""

TABLE: Final = "columns"
"""The table of a TOML or JSON file that may hold the map; it may also be the whole file."""


def parted(pairs: Iterable[str]) -> list[tuple[str, str]]:
    """Return field and header of ``field=Header``, as it is written in a command.

    Raises
    ------
    InputError
        Where one is no such pair.

    Example
    -------
    >>> parted(["outcome=What they can do"])
    [('outcome', 'What they can do')]
    """
    found = [tuple(part.strip() for part in pair.partition("=")) for pair in pairs]
    for (field, equals, header), pair in zip(found, pairs, strict=True):
        if not (field and equals and header):
            message = f"{pair!r} is neither a file nor FIELD=HEADER; write for instance outcome='What they can do'"
            raise InputError(message)
    return [(field, header) for field, _, header in found]


def read_pairs(file: ArchivedFile) -> list[tuple[str, str]]:
    """Return field and header from a TOML or JSON file: pairs, alone or in a table ``columns``.

    Raises
    ------
    InputError
        Where it is no such file.
    """
    try:
        text = file.read().decode("utf-8-sig")
        read = json.loads(text) if file.plain_name.lower().endswith(".json") else tomllib.loads(text)
    except (UnicodeDecodeError, json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        message = f'{file.name} is no column map ({error}); write TOML: outcome = "What they can do"'
        raise InputError(message) from error
    pairs = read.get(TABLE, read) if isinstance(read, dict) else read
    if not isinstance(pairs, dict) or not all(isinstance(header, str) and header.strip() for header in pairs.values()):
        message = f'{file.name} is no column map: a header for each field, such as outcome = "What they can do"'
        raise InputError(message)
    return [(field, header.strip()) for field, header in pairs.items()]


def column_map(pairs: Iterable[tuple[str, str]], fields: Iterable[str]) -> ColumnMap:
    """Return pairs of field and header as a map, in which every field and every header stands once.

    Raises
    ------
    InputError
        Where a field is none, with those there are, or where two contradict each other.

    Example
    -------
    >>> column_map([("outcome", "What they can do")], ["code", "outcome"])
    {'outcome': 'What they can do'}
    """
    there, found = tuple(fields), dict[str, str]()
    for field, header in pairs:
        if field not in there:
            meant = nearest(field, there)
            guess = f" (do you mean {meant!r}?)" if meant else ""
            message = f"a column map has no field {field!r}{guess}; its fields are {', '.join(there)}"
            raise InputError(message)
        if found.get(field, header) != header:
            message = f"the column map names {found[field]!r} and {header!r} for {field!r}; keep one of them"
            raise InputError(message)
        if any(key(header) == key(other) for named, other in found.items() if named != field):
            message = f"the column map names {header!r} for two fields; a column has one meaning"
            raise InputError(message)
        found[field] = header
    return found
