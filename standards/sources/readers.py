"""The readers of all sources, and what sort of files each takes."""

from __future__ import annotations

from importlib import import_module

from ontology.errors import NotFoundError
from standards.sources.own import (
    BADGES,
    CASE,
    CTDL,
    DOCUMENTS,
    OUTCOMES,
    PARTNERSHIP,
    PROGRAM,
    RSD,
    SCHEME,
    SHEET,
    SSSOM_SET,
)
from standards.sources.source import Reader

SOURCES = {
    "onet": "standards.sources.onet:read_onet",
    "esco": "standards.sources.esco:read_esco",
    "oews": "standards.sources.oews:read_oews",
    "projections": "standards.sources.projections:read_projections",
    "crosswalk": "standards.sources.crosswalk:read_crosswalk",
    "soc": "standards.sources.soc:read_soc",
    "cip": "standards.sources.cip:read_cip",
    PARTNERSHIP: "standards.sources.partnership:read_partnership",
    PROGRAM: "standards.sources.single:read_college_program",
    SHEET: "standards.sources.single:read_firm_list",
    OUTCOMES: "standards.sources.outcomes:read_outcomes",
    CASE: "standards.sources.case:read_case",
    RSD: "standards.sources.rsd:read_rsd",
    CTDL: "standards.sources.ctdl:read_ctdl",
    SCHEME: "standards.sources.skos:read_scheme",
    BADGES: "standards.sources.badges:read_badges",
    SSSOM_SET: "standards.sources.sssom:read_mapping_set",
}
"""The reader of each source, as ``module:function``; a reader is loaded when it is needed."""

OWN = (PARTNERSHIP, PROGRAM, SHEET, OUTCOMES, *DOCUMENTS)
"""Sources whose files people write themselves, so that what is in them is theirs to mend or to drop."""

SINGLE = ("crosswalk", PROGRAM, SHEET, OUTCOMES, *DOCUMENTS)
"""Sources whose releases are one file."""

CITING = (PARTNERSHIP, SHEET)
"""Whose readers judge codes of occupations by those that the knowledge base has."""


def reader_of(source: str) -> Reader:
    """Return the reader of a source.

    Raises
    ------
    NotFoundError
        With the sources there are.
    """
    if source not in SOURCES:
        message = f"there is no source {source!r}; there are {', '.join(SOURCES)}"
        raise NotFoundError(message)
    module, _, function = SOURCES[source].partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader
