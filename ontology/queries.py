"""Questions in SPARQL, asked of all releases together; nothing can be changed by one."""

from __future__ import annotations

import re
from typing import Final

from pydantic import BaseModel, ConfigDict
from rdflib.query import Result

from ontology.errors import InputError, UnsupportedError
from ontology.formats import rdf_format, serialize
from ontology.namespaces import PREFIXES
from ontology.solutions import solutions, write_solutions
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
    names, found = solutions(result)
    return Answer(content=write_solutions(names, found, form, widest), empty=not found)


def _fitting(result: Result, form: str) -> str:
    """Return the form to write an answer in, or refuse one that it cannot take."""
    fitting = {"ASK": TRUTH_FORMS, "SELECT": ROW_FORMS}.get(result.type, GRAPH_FORMS)
    if form and form not in fitting:
        message = f"the answer to {result.type} cannot be written as {form!r}; it fits one of: {', '.join(fitting)}"
        raise UnsupportedError(message)
    return form or fitting[0]
