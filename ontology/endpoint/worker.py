"""The process that answers queries: it opens the store read-only, answers one query after the other, and may be killed.

It is run by its path and imports nothing of ours, so that it starts in a tenth of a second. A line of JSON on standard
input says what to open, each further line is a query; a line of JSON on standard output answers each, and says how many
bytes of the result follow.
"""

from __future__ import annotations

import csv
import ctypes
import io
import json
import platform
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

Json = dict[str, Any]
Row = Sequence[Any]
Written = tuple[Iterable[bytes], bytes]

STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
RESULTS: Final = "http://www.w3.org/2005/sparql-results#"
GRAPHS: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
    "nt": ox.RdfFormat.N_TRIPLES,
}
SPARE: Final = 2
"""Seconds after its time at which a query ends the process, should nobody have done so."""

NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
SOCKET: Final = {"x86_64": 41, "aarch64": 198}
"""The number of the call that opens a connection, by machine."""


def main() -> None:
    """Answer queries until standard input ends."""
    opening = json.loads(sys.stdin.buffer.readline())
    close_network()
    store = opened(opening)
    limit_memory(opening["memory"])
    send({}, b"")
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        signal.setitimer(signal.ITIMER_REAL, opening["seconds"] + SPARE)
        told, content = answered(store, asked)
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(told, content)


def send(told: Json, content: bytes) -> None:
    """Tell what became of a query, and its result."""
    sys.stdout.buffer.write(json.dumps({**told, "size": len(content)}).encode() + b"\n" + content)
    sys.stdout.buffer.flush()


def opened(opening: Json) -> ox.Store:
    """Return the store of a folder, or one in memory that holds what a file of N-Quads does."""
    if opening["folder"]:
        return ox.Store.read_only(opening["folder"])
    store = ox.Store()
    store.bulk_load(path=opening["dump"], format=ox.RdfFormat.N_QUADS)
    return store


def limit_memory(more: int) -> None:
    """Let the process take so many bytes of memory more than it has now; whoever needs more is ended (on Linux)."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    statm = Path("/proc/self/statm")
    if statm.exists():
        now = int(statm.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + more, now + more))


def close_network() -> None:
    """Have the kernel refuse every connection: no query reaches another server, however it is written."""
    number = SOCKET.get(platform.machine())
    if number is None:
        return
    steps = [(0x20, 0, 0, 0), (0x15, 0, 1, number), (0x06, 0, 0, 0x00050001), (0x06, 0, 0, 0x7FFF0000)]
    code = b"".join(
        op.to_bytes(2, "little") + bytes([true, false]) + value.to_bytes(4, "little")
        for op, true, false, value in steps
    )
    buffer = ctypes.create_string_buffer(code, len(code))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    program = Program(len(steps), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None)
    libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.prctl(SECCOMP, FILTER, ctypes.byref(program), 0, 0)


def answered(store: ox.Store, asked: Json) -> tuple[Json, bytes]:
    """Return what became of a query, and its result."""
    try:
        found = store.query(asked["query"], prefixes=asked["prefixes"], **dataset(asked))
        return result(found, asked)
    except SyntaxError as error:
        return {"error": "syntax", "message": str(error)}, b""
    except MemoryError:
        return {"error": "memory"}, b""
    except (RuntimeError, ValueError, OSError) as error:
        return {"error": "failed", "message": str(error)}, b""


def dataset(asked: Json) -> Json:
    """Return the graphs that a query sees, whatever it names itself; an empty name stands for what has none."""
    default = [ox.NamedNode(iri) if iri else ox.DefaultGraph() for iri in asked["default"]]
    return {"default_graph": default, "named_graphs": [ox.NamedNode(iri) for iri in asked["named"]]}


def result(found: Any, asked: Json) -> tuple[Json, bytes]:  # noqa: ANN401 - one of three kinds of pyoxigraph
    """Return a result in the form asked for, cut where it is longer than it may be."""
    kind = {ox.QuerySolutions: "rows", ox.QueryBoolean: "truth"}.get(type(found), "graph")
    form = asked["forms"][kind]
    if not form:
        return {"error": "form", "kind": kind}, b""
    if kind == "truth":
        return {"kind": kind, "form": form, "rows": 1, "cut": False}, truth(bool(found), form)
    parts = Parts(found, asked["rows"], asked["bytes"])
    content = graph(parts, form, asked["prefixes"]) if kind == "graph" else WRITERS[form](found.variables, parts)
    if form in XML_FORMS:
        content = content.replace(b"\r", b"&#13;")  # a bare one would be read as the end of a line
        if not sayable(content):
            return {"error": "xml", "kind": kind}, b""
    return {"kind": kind, "form": form, "rows": parts.number, "cut": parts.cut}, content


class Parts:
    """The rows or triples of a result, as many as may be told.

    Parameters
    ----------
    rows, size
        How many, and how many bytes of text, at most.
    """

    def __init__(self, found: Iterable[Any], rows: int, size: int) -> None:
        self._found = iter(found)
        self._rows, self._left = rows, size
        self.number, self.cut = 0, False

    def __iter__(self) -> Iterator[Any]:
        for part in islice(self._found, self._rows):
            self._left -= len(str(part)) if isinstance(part, ox.Triple) else sum(len(str(term)) for term in part)
            if self._left < 0:
                self.cut = True
                return
            self.number += 1
            yield part
        self.cut = next(self._found, None) is not None


def truth(answer: bool, form: str) -> bytes:
    """Return the answer to ASK."""
    if form == "json":
        return json.dumps({"head": {}, "boolean": answer}).encode() + b"\n"
    return f"{XML}<head/><boolean>{str(answer).lower()}</boolean></sparql>\n".encode()


XML: Final = f'<?xml version="1.0"?>\n<sparql xmlns="{RESULTS}">'


def graph(parts: Parts, form: str, prefixes: dict[str, str]) -> bytes:
    """Return triples, each once and in order; a note says in a comment where there are more."""
    triples = sorted(dict.fromkeys(parts), key=str)
    said = "".join(map(str, triples))
    used = {prefix: space for prefix, space in prefixes.items() if f"<{space}" in said}
    content = ox.serialize(triples, format=GRAPHS[form], prefixes=used) or b""
    return content + b"# Cut here: there are more triples.\n" if parts.cut and form in ("ttl", "nt") else content


def to_json(variables: Sequence[ox.Variable], parts: Parts) -> bytes:
    """Return rows as SPARQL 1.1's JSON; ``findings`` says where there are more."""
    names = [variable.value for variable in variables]
    rows = [{name: json_term(term) for name, term in zip(names, row, strict=True) if term} for row in parts]
    cut = {"code": "result-cut", "severity": "warning", "message": f"there are more than these {parts.number} rows"}
    findings = {"findings": [cut]} if parts.cut else {}
    document = {"head": {"vars": names}, "results": {"bindings": rows}, **findings}
    return json.dumps(document, ensure_ascii=False).encode() + b"\n"


def json_term(term: Any) -> dict[str, str]:  # noqa: ANN401 - any term that RDF has
    """Return a term as SPARQL 1.1's JSON has it."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        message = "a triple is no value of SPARQL 1.1's results; ask for its parts"
        raise ValueError(message)
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    typed = {} if term.datatype.value == STRING else {"datatype": term.datatype.value}
    return {"type": "literal", "value": term.value, **typed}


def to_xml(variables: Sequence[ox.Variable], parts: Parts) -> bytes:
    """Return rows as SPARQL 1.1's XML; a comment says where there are more."""
    names = [variable.value for variable in variables]
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    rows = "".join(f"<result>{''.join(bindings(names, row))}</result>\n" for row in parts)
    cut = "<!-- Cut here: there are more rows. -->" if parts.cut else ""
    return f"{XML}<head>{head}</head><results>\n{rows}{cut}</results></sparql>\n".encode()


def bindings(names: Sequence[str], row: Row) -> Iterator[str]:
    """Yield the cells of a row that hold something."""
    for name, term in zip(names, row, strict=True):
        if term is not None:
            yield f"<binding name={quoteattr(name)}>{xml_term(json_term(term))}</binding>"


def xml_term(term: dict[str, str]) -> str:
    """Return a term as SPARQL 1.1's XML has it."""
    marks = {"xml:lang": "xml:lang", "datatype": "datatype"}
    said = "".join(f" {mark}={quoteattr(term[name])}" for name, mark in marks.items() if name in term)
    return f"<{term['type']}{said}>{escape(term['value'])}</{term['type']}>"


def to_csv(variables: Sequence[ox.Variable], parts: Parts) -> bytes:
    """Return rows as SPARQL 1.1's CSV: every term as plain text."""
    written = io.StringIO()
    rows = ([plain(term) for term in row] for row in parts)
    csv.writer(written).writerows([[variable.value for variable in variables], *rows])
    return written.getvalue().encode()


def plain(term: Any) -> str:  # noqa: ANN401 - any term that RDF has
    """Return a term without its marks; a blank node keeps its own."""
    return "" if term is None else str(term) if isinstance(term, ox.BlankNode) else str(term.value)


def to_tsv(variables: Sequence[ox.Variable], parts: Parts) -> bytes:
    """Return rows as SPARQL 1.1's TSV: every term as in Turtle."""
    lines = [[str(variable) for variable in variables]]
    lines += [["" if term is None else str(term) for term in row] for row in parts]
    return "".join("\t".join(line) + "\n" for line in lines).encode()


XML_FORMS: Final = ("xml", "rdf")


def sayable(content: bytes) -> bool:
    """Return whether it is XML: that has no place for control characters, nor for some names of properties."""
    try:
        ParserCreate(namespace_separator=" ").Parse(content, True)
    except ExpatError:
        return False
    return True


WRITERS: Final[dict[str, Callable[[Sequence[ox.Variable], Parts], bytes]]] = {
    "json": to_json,
    "xml": to_xml,
    "csv": to_csv,
    "tsv": to_tsv,
}

if __name__ == "__main__":
    main()
