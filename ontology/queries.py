"""Questions in SPARQL, asked of all releases together; nothing can be changed by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    r"|\"(?:[^\"\\\n\r]|\\.)*\"|'(?:[^'\\\n\r]|\\.)*'|<[^<>\"{}|^`\\\x00-\x20]*>|#[^\n\r]*|\\.",
    re.DOTALL,
)
"""What in a query is no keyword: strings, addresses, comments, escaped marks in names."""

SERVICE: Final = re.compile(r"([?$:@][\w-]*)?SERVICE\s*(?:SILENT)?\s*[^\s{}]*\s*\{", re.IGNORECASE)
"""What may ask another server, and what makes a variable, a name or a language of it. Oxigraph's grammar needs no space
around the word: ``1SERVICE?x{``."""

FROM: Final = re.compile(r"(?<![?$:\w-])FROM(?![\w:-])\s*(?P<named>NAMED\s*)?(?P<graph><[^<>\s]*>)?", re.IGNORECASE)
UPDATE_WORDS: Final = "INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH"
UPDATE_AFTER: Final = re.compile(rf";\s*(?:{UPDATE_WORDS})\b", re.IGNORECASE)
UPDATE: Final = re.compile(rf"\s*(?:{UPDATE_WORDS})\b", re.IGNORECASE)
PREFIX: Final = re.compile(r"(?:PREFIX\s+[^\s<]*|BASE)\s*<[^<>\s]*>", re.IGNORECASE)
DECLARED: Final = re.compile(r"PREFIX\s+([\w-]+):", re.IGNORECASE)
USED: Final = re.compile(r"(?<![?$:\w-])([A-Za-z][\w-]*):(?=\w)")
POSITION: Final = re.compile(r"(\d+):(\d+)")
READ: Final = 4
"""Words of a query that a message repeats."""


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


def ask(
    base: KnowledgeBase, query: str, form: str = "", widest: int | None = None, *, inferred: bool = False
) -> Answer:
    """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE; the project's prefixes are known.

    Parameters
    ----------
    form
        One of `FORMS`; a table for rows and Turtle for a graph where it is empty.
    widest
        Characters after which a cell of a table is cut; ``None`` cuts nothing.
    inferred
        Whether the query also sees what was inferred, in graphs of its own.

    Raises
    ------
    InputError
        Where the text is no query, or asks another server. An update is none: the grammar of queries has no place
        for it.
    UnsupportedError
        Where the answer cannot take the form, with those that it can.
    """
    refuse_service(query)
    try:
        result = base.answer(query, PREFIX_TEXTS, inferred=inferred)
    except (SyntaxError, ValueError) as error:
        raise InputError(refusal(query, str(error))) from error
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


def refuse_service(query: str) -> None:
    """Refuse a query that asks another server.

    Raises
    ------
    InputError
        Where it does.
    """
    plain = QUOTED.sub(lambda found: "_" if found[0].startswith("\\") else " ", query)
    if any(found[1] is None for found in SERVICE.finditer(plain)):
        message = "SERVICE is refused: a query reads this knowledge base only. Take that part out"
        raise InputError(message)


def graphs_of(query: str) -> tuple[list[str], list[str]]:
    """Return the graphs that a query names with FROM, and with FROM NAMED.

    Raises
    ------
    InputError
        Where one is not named by its whole address.

    Example
    -------
    >>> graphs_of("SELECT * FROM <http://x/a> FROM NAMED <http://x/b> { ?from ?p 'FROM' }")
    (['http://x/a'], ['http://x/b'])
    """
    plain = QUOTED.sub(lambda found: found[0] if found[0].startswith("<") else " ", query)
    found = list(FROM.finditer(plain))
    if any(not match["graph"] for match in found):
        message = "FROM takes the whole address of a graph here: FROM <http://...>"
        raise InputError(message)
    named = [match["graph"][1:-1] for match in found if match["named"]]
    return [match["graph"][1:-1] for match in found if not match["named"]], named


def refusal(query: str, said: str) -> str:
    r"""Return why a text is no query: what was met where, without all that might have stood there.

    Example
    -------
    >>> refusal("SELECT ?s {", "error at 1:12: expected one of \"(\", [0-9]")
    'this is no SPARQL query: it cannot be read from line 1, column 12, at its end'
    >>> refusal("CLEAR ALL", "error at 1:1: expected ASK")
    'updates are refused: a query only reads'
    """
    if UPDATE.match(QUOTED.sub(" ", PREFIX.sub(" ", query))):
        return "updates are refused: a query only reads"
    at = POSITION.search(said)
    if at is None:
        return f"this is no SPARQL query, and updates are refused: {said}"
    line, column = int(at[1]), int(at[2])
    rest = "".join(query.splitlines(keepends=True)[line - 1 :])[column - 1 :].split()
    met = f"where it has {' '.join(rest[:READ])!r}" if rest else "at its end"
    place = f"it cannot be read from line {line}, column {column}, {met}"
    return "; ".join([f"this is no SPARQL query: {place}", *_hints(QUOTED.sub(" ", query))])


def _hints(query: str) -> Iterator[str]:
    """Yield what may be wrong with a query, given without its strings and addresses."""
    if UPDATE_AFTER.search(query):
        yield "updates are refused"
    declared = {*PREFIX_TEXTS, *DECLARED.findall(query)}
    if unknown := sorted({name for name in USED.findall(query) if name not in declared}):
        yield f"the prefix {unknown[0]!r} is not known"


def _fitting(result: Result, form: str) -> str:
    """Return the form to write an answer in, or refuse one that it cannot take."""
    fitting = {"ASK": TRUTH_FORMS, "SELECT": ROW_FORMS}.get(result.type, GRAPH_FORMS)
    if form and form not in fitting:
        message = f"the answer to {result.type} cannot be written as {form!r}; it fits one of: {', '.join(fitting)}"
        raise UnsupportedError(message)
    return form or fitting[0]
