"""Frameworks out: any that the knowledge base has, in any format that is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

from ontology.errors import UnsupportedError
from ontology.store import KnowledgeBase
from standards.json_documents import Json
from standards.wire.case.stored import stored_package
from standards.wire.case.writing import write_package
from standards.wire.ctdl.stored import stored_graph
from standards.wire.rsd.stored import stored_library
from standards.wire.rsd.writing import write_library

WRITERS: Final[dict[str, Callable[[KnowledgeBase, str], Json]]] = {
    "case": lambda base, name: write_package(stored_package(base, name)),
    "ctdl": stored_graph,
    "rsd": lambda base, name: write_library(stored_library(base, name)),
}
"""What makes JSON of a framework, by the name of the format."""


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
    return json.dumps(WRITERS[form](base, name), ensure_ascii=False, indent=2).encode() + b"\n"
