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


def column_map(pairs: Iterable[str], fields: Iterable[str]) -> dict[str, str]:
    """Return a map from ``field=Header`` as it is written in a command.

    Raises
    ------
    InputError
        Where a pair is none, a field is none, or two are for one field or name one header.

    Example
    -------
    >>> column_map(["outcome=What they can do"], ["code", "outcome"])
    {'outcome': 'What they can do'}
    """
    parted = [pair.partition("=") for pair in pairs]
    for field, equals, header in parted:
        if not (field.strip() and equals and header.strip()):
            message = f"{field + equals + header!r} is no field=Header; write for instance outcome='What they can do'"
            raise InputError(message)
    return checked([(field.strip(), header.strip()) for field, _, header in parted], fields)


def read_column_map(file: ArchivedFile, fields: Iterable[str]) -> dict[str, str]:
    """Return a map from a TOML or JSON file: a header for each field, alone or in a table ``columns``.

    Raises
    ------
    InputError
        Where it is no such file, or a field is none.
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
    return checked([(field, header.strip()) for field, header in pairs.items()], fields)


def checked(pairs: Iterable[tuple[str, str]], fields: Iterable[str]) -> dict[str, str]:
    """Return pairs as a map, of which every field is one and stands once, and so does every header.

    Raises
    ------
    InputError
        With the fields there are.
    """
    there, found = tuple(fields), dict[str, str]()
    for field, header in pairs:
        if field not in there:
            meant = nearest(field, there)
            guess = f" (do you mean {meant!r}?)" if meant else ""
            message = f"a column map has no field {field!r}{guess}; its fields are {', '.join(there)}"
            raise InputError(message)
        if field in found:
            message = f"the column map names {found[field]!r} and {header!r} for {field!r}; keep one of them"
            raise InputError(message)
        if key(header) in map(key, found.values()):
            message = f"the column map names {header!r} for two fields; one column has one meaning"
            raise InputError(message)
        found[field] = header
    return found
