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

from ontology.errors import InputError, UnsupportedError
from ontology.formats import rdf_format, serialize
from ontology.namespaces import PREFIXES
from ontology.store import KnowledgeBase

ROW_FORMS: Final = ("txt", "tsv", "csv", "json")
TRUTH_FORMS: Final = ("txt", "json")
GRAPH_FORMS: Final = ("ttl", "jsonld", "rdf", "nt")
FORMS: Final = (*ROW_FORMS, *GRAPH_FORMS)
"""Extensions: those for the rows of a SELECT, and those for the graph of a CONSTRUCT or a DESCRIBE."""

PREFIX_TEXTS: Final = {name: str(namespace) for name, namespace in PREFIXES.items()}

QUOTED: Final = re.compile(
    r"\"{3}(?:[^\"\\]|\\.|\"(?!\"\"))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*",
    re.DOTALL,
)
"""What in a query is no keyword: strings, addresses, comments."""

SERVICE: Final = re.compile(r"(?<![?$:\w-])SERVICE(?![\w:-])", re.IGNORECASE)


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


def ask(base: KnowledgeBase, query: str, form: str = "", widest: int | None = None) -> Answer:
    """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE; the project's prefixes are known.

    Parameters
    ----------
    form
        One of `FORMS`; a table for rows and Turtle for a graph where it is empty.
    widest
        Characters after which a cell of a table is cut; ``None`` cuts nothing.

    Raises
    ------
    InputError
        Where the text is no query, or asks another server. An update is none: the grammar of queries has no place
        for it.
    UnsupportedError
        Where the answer cannot take the form, with those that it can.
    """
    if SERVICE.search(QUOTED.sub(" ", query)):
        message = "SERVICE is refused: a query reads this knowledge base only. Take that part out"
        raise InputError(message)
    try:
        result = base.answer(query, PREFIX_TEXTS)
    except (SyntaxError, ValueError) as error:
        message = f"this is no SPARQL query, and updates are refused: {error}"
        raise InputError(message) from error
    form = _fitting(result, form)
    if result.graph is not None:
        return Answer(content=serialize(result.graph, rdf_format(form)), empty=not len(result.graph))
    if form == "json":
        rows = result.serialize(format="json", encoding="utf-8") or b""
        return Answer(content=rows + b"\n", empty=result.type == "SELECT" and not len(result.bindings))
    if result.type == "ASK":
        return Answer(content=b"true\n" if result.askAnswer else b"false\n", empty=False)
    return _rows(result, form, widest)


def _fitting(result: Result, form: str) -> str:
    """Return the form to write an answer in, or refuse one that it cannot take."""
    fitting = {"ASK": TRUTH_FORMS, "SELECT": ROW_FORMS}.get(result.type, GRAPH_FORMS)
    if form and form not in fitting:
        message = f"the answer to {result.type} cannot be written as {form!r}; it fits one of: {', '.join(fitting)}"
        raise UnsupportedError(message)
    return form or fitting[0]


def _rows(result: Result, form: str, widest: int | None) -> Answer:
    names = [str(name) for name in result.vars or ()]
    rows = [[binding.get(name) for name in result.vars or ()] for binding in result.bindings]
    writers = {"tsv": _tsv, "csv": _csv}
    written = writers[form](names, rows) if form in writers else _table(names, rows, widest)
    return Answer(content=written.encode(), empty=not rows)


def _tsv(names: Sequence[str], rows: Sequence[Sequence[Node | None]]) -> str:
    """Return SPARQL 1.1's TSV: every term as in Turtle."""
    lines = [[f"?{name}" for name in names], *([term.n3() if term else "" for term in row] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def _csv(names: Sequence[str], rows: Sequence[Sequence[Node | None]]) -> str:
    """Return SPARQL 1.1's CSV: every term as plain text."""
    written = io.StringIO()
    csv.writer(written).writerows([names, *([str(term or "") for term in row] for row in rows)])
    return written.getvalue()


def _table(names: Sequence[str], rows: Sequence[Sequence[Node | None]], widest: int | None) -> str:
    cells = [names, *([_short(str(term or ""), widest) for term in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in cells
    )


def _short(text: str, widest: int | None) -> str:
    line = " ".join(text.split())
    return line if widest is None or len(line) <= widest else line[: widest - 1] + "…"
