"""Frameworks out: any that the knowledge base has, in any format that is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from ontology.errors import InputError, UnsupportedError
from ontology.store import KnowledgeBase
from standards.json_documents import Json
from standards.wire.badges.stored import stored_achievements
from standards.wire.badges.writing import write_achievements
from standards.wire.case.stored import stored_package
from standards.wire.case.writing import write_package
from standards.wire.ctdl.stored import stored_graph
from standards.wire.rsd.stored import stored_library
from standards.wire.rsd.table import write_table
from standards.wire.rsd.writing import write_library
from standards.wire.skos.stored import stored_scheme
from standards.wire.sssom.stored import stored_mappings


def _json(document: Json) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


WRITERS: Final[dict[str, Callable[[KnowledgeBase, str], bytes]]] = {
    "badges": lambda base, name: _json(write_achievements(stored_achievements(base, name))),
    "case": lambda base, name: _json(write_package(stored_package(base, name))),
    "ctdl": lambda base, name: _json(stored_graph(base, name)),
    "rsd": lambda base, name: _json(write_library(stored_library(base, name))),
    "rsd-csv": lambda base, name: write_table(stored_library(base, name)),
    "skos": stored_scheme,
    "sssom": stored_mappings,
}
"""What writes a framework, by the name of the format."""


ENDS: Final = {
    "badges": (".json", ".jsonld"),
    "case": (".json",),
    "ctdl": (".jsonld", ".json"),
    "rsd": (".json",),
    "rsd-csv": (".csv",),
    "skos": (".ttl",),
    "sssom": (".tsv",),
}
"""How the names of files in each format end, the usual end first."""


def format_of(name: str, chosen: str | None = None) -> str:
    """Return the format of a file: the one that is chosen, or the one whose files usually end so; CASE without either.

    Parameters
    ----------
    name
        Of the file; empty where there is none.

    Raises
    ------
    InputError
        Where a file of that format does not end so, or none does.

    Example
    -------
    >>> format_of("welding.ttl"), format_of("welding.json"), format_of("welding.json", "rsd"), format_of("")
    ('skos', 'case', 'rsd', 'case')
    """
    end = PurePath(name).suffix.lower()
    usual = {".json": "case"} | {ends[0]: form for form, ends in ENDS.items() if ends[0] != ".json"}
    form = chosen or usual.get(end, "" if end else "case")
    if form in WRITERS and (not end or end in ENDS[form]):
        return form
    if chosen and chosen not in WRITERS:
        return chosen
    ends = ", ".join(f"{one} ({' '.join(ENDS[one])})" for one in ([chosen] if chosen else ENDS))
    message = f"{name} does not end as {'that format' if chosen else 'any format'} does; there are {ends}"
    raise InputError(message)


def export(base: KnowledgeBase, name: str, form: str) -> bytes:
    """Return a framework in a format, as UTF-8, byte for byte the same for the same framework.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm; the newest release unless one is named.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    UnsupportedError
        With the formats there are.
    """
    if form not in WRITERS:
        message = f"frameworks are not written as {form!r}; there are {', '.join(WRITERS)}"
        raise UnsupportedError(message)
    return WRITERS[form](base, name)
