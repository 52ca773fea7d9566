"""Frameworks out: any that the knowledge base has, in any format that is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import Final, NamedTuple

from ontology.errors import InputError, UnsupportedError
from ontology.formats import JSON_LD, N_QUADS, N_TRIPLES, RDF_XML
from ontology.store import KnowledgeBase
from standards.json_documents import Json
from standards.wire.badges.stored import stored_achievements
from standards.wire.badges.writing import write_achievements
from standards.wire.book import stored_book
from standards.wire.case.stored import stored_package
from standards.wire.case.writing import write_package
from standards.wire.ctdl.stored import stored_graph
from standards.wire.rsd.library import Library
from standards.wire.rsd.stored import stored_library
from standards.wire.rsd.table import BY_HAND, IN_BATCHES, write_table
from standards.wire.rsd.writing import write_library, write_version_2
from standards.wire.skos.stored import stored_scheme
from standards.wire.sssom.stored import stored_mappings

Write = Callable[[KnowledgeBase, str], bytes]
"""Returns a framework by its name, as a file has it."""


class Writer(NamedTuple):
    """What writes a framework in one format.

    Parameters
    ----------
    write
        Returns it; all but workbooks as UTF-8.
    ends
        How the names of such files end, the usual end first.
    """

    write: Write
    ends: tuple[str, ...]


def _json(document: Json) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def _skills(write: Callable[[Library], bytes]) -> Write:
    return lambda base, name: write(stored_library(base, name))


WRITERS: Final[dict[str, Writer]] = {
    "badges": Writer(
        lambda base, name: _json(write_achievements(stored_achievements(base, name))), (".json", ".jsonld")
    ),
    "case": Writer(lambda base, name: _json(write_package(stored_package(base, name))), (".json",)),
    "ctdl": Writer(lambda base, name: _json(stored_graph(base, name)), (".jsonld", ".json")),
    "rsd": Writer(_skills(lambda library: _json(write_library(library))), (".json",)),
    "rsd-v2": Writer(_skills(lambda library: _json(write_version_2(library))), (".json",)),
    "rsd-csv": Writer(_skills(write_table), (".csv",)),
    "rsd-csv-by-hand": Writer(_skills(partial(write_table, shape=BY_HAND)), (".csv",)),
    "rsd-csv-batch": Writer(_skills(partial(write_table, shape=IN_BATCHES)), (".csv",)),
    "skos": Writer(stored_scheme, (".ttl", ".n3", ".trig")),
    "skos-jsonld": Writer(partial(stored_scheme, form=JSON_LD), (".jsonld", ".json")),
    "skos-rdf": Writer(partial(stored_scheme, form=RDF_XML), (".rdf", ".xml", ".owl")),
    "skos-nt": Writer(partial(stored_scheme, form=N_TRIPLES), (".nt",)),
    "skos-nq": Writer(partial(stored_scheme, form=N_QUADS), (".nq",)),
    "sssom": Writer(stored_mappings, (".tsv",)),
    "sssom-rows": Writer(partial(stored_mappings, condense=False), (".tsv",)),
    "xlsx": Writer(stored_book, (".xlsx",)),
}
"""What writes a framework, by the name of the format: the first with a name that others begin with is the usual one.

A graph in Turtle is one in TriG and in N3, too.
"""

USUAL: Final = ("case", "ctdl")
"""The formats that are meant by an end which several have."""


def format_of(name: str, chosen: str | None = None) -> str:
    """Return the format of a file: the one that is chosen, or the one whose files usually end so; CASE without either.

    Parameters
    ----------
    name
        Of the file; empty where there is none.
    chosen
        Also the beginning of a name, such as ``skos``: then the end of the file decides which of these it is.

    Raises
    ------
    InputError
        Where a file of that format does not end so, or none does.

    Example
    -------
    >>> format_of("welding.ttl"), format_of("welding.json"), format_of("welding.json", "rsd"), format_of("")
    ('skos', 'case', 'rsd', 'case')
    >>> format_of("welding.rdf"), format_of("welding.json", "skos"), format_of("welding.csv", "rsd")
    ('skos-rdf', 'skos-jsonld', 'rsd-csv')
    """
    if chosen and chosen not in WRITERS:
        return chosen
    known = [form for form in WRITERS if f"{form}-".startswith(f"{chosen}-")] if chosen else [*USUAL, *WRITERS]
    end = PurePath(name).suffix.lower()
    for form in known:
        if not end or end in WRITERS[form].ends:
            return form
    ends = ", ".join(f"{form} ({' '.join(WRITERS[form].ends)})" for form in known[0 if chosen else len(USUAL) :])
    message = f"{name} does not end as {'that format' if chosen else 'any format'} does; there are {ends}"
    raise InputError(message)


def export(base: KnowledgeBase, name: str, form: str) -> bytes:
    """Return a framework in a format, byte for byte the same for the same framework.

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
    return WRITERS[form].write(base, name)
