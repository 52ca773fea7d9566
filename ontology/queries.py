"""Questions in SPARQL, asked of all releases together; nothing can be changed by one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Final

from pydantic import BaseModel, ConfigDict
from rdflib.query import Result
from rdflib.term import Node

from ontology.errors import InputError
from ontology.formats import rdf_format, serialize
from ontology.namespaces import PREFIXES
from ontology.store import KnowledgeBase

FORMS: Final = ("txt", "tsv", "csv", "json", "ttl", "jsonld", "rdf", "nt")
"""Extensions: the first four for rows, the others for the graph of a CONSTRUCT or a DESCRIBE."""

PREFIX_TEXTS: Final = {name: str(namespace) for name, namespace in PREFIXES.items()}

QUOTED: Final = re.compile(
    r"\"{3}(?:[^\"\\]|\\.|\"(?!\"\"))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*",
    re.DOTALL,
)
"""What in a query is no keyword: strings, addresses, comments."""

SERVICE: Final = re.compile(r"(?<![?$:\w-])SERVICE(?![\w:-])", re.IGNORECASE)

WIDEST: Final = 60
"""Characters of a cell on the screen."""


class Answer(BaseModel):
    """What a query found, written in a form.

    Parameters
    ----------
    empty
        Whether it found nothing at all.
    """

    model_config = ConfigDict(frozen=True)

    content: bytes
    empty: bool


def ask(base: KnowledgeBase, query: str, form: str = "txt") -> Answer:
    """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE; the project's prefixes are known.

    Parameters
    ----------
    form
        One of `FORMS`. Text stands in for a form that the answer cannot take: a table for rows, Turtle for a graph.

    Raises
    ------
    InputError
        Where the text is no query, or asks another server. An update is none: the grammar of queries has no place
        for it.
    """
    if SERVICE.search(QUOTED.sub(" ", query)):
        message = "SERVICE is refused: a query reads this knowledge base only. Take that part out"
        raise InputError(message)
    try:
        result: Result = base.dataset.store.query(query, PREFIX_TEXTS, {}, "__UNION__")
    except (SyntaxError, ValueError) as error:
        message = f"this is no SPARQL query, and updates are refused: {error}"
        raise InputError(message) from error
    if result.graph is not None:
        written = serialize(result.graph, rdf_format(form if form in FORMS[4:] else "ttl"))
        return Answer(content=written, empty=not len(result.graph))
    if form == "json":
        rows = result.serialize(format="json", encoding="utf-8") or b""
        return Answer(content=rows + b"\n", empty=result.type == "SELECT" and not len(result.bindings))
    if result.type == "ASK":
        return Answer(content=b"true\n" if result.askAnswer else b"false\n", empty=False)
    return _rows(result, form)


def _rows(result: Result, form: str) -> Answer:
    names = [str(name) for name in result.vars or ()]
    rows = [[binding.get(name) for name in result.vars or ()] for binding in result.bindings]
    writers = {"tsv": _tsv, "csv": _csv}
    return Answer(content=writers.get(form, _table)(names, rows).encode(), empty=not rows)


def _tsv(names: Sequence[str], rows: Sequence[Sequence[Node | None]]) -> str:
    """Return SPARQL 1.1's TSV: every term as in Turtle."""
    lines = [[f"?{name}" for name in names], *([term.n3() if term else "" for term in row] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def _csv(names: Sequence[str], rows: Sequence[Sequence[Node | None]]) -> str:
    """Return SPARQL 1.1's CSV: every term as plain text."""
    written = io.StringIO()
    csv.writer(written).writerows([names, *([str(term or "") for term in row] for row in rows)])
    return written.getvalue()


def _table(names: Sequence[str], rows: Sequence[Sequence[Node | None]]) -> str:
    cells = [names, *([_short(str(term or "")) for term in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in cells
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDEST else line[: WIDEST - 1] + "…"
