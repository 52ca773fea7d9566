"""Reading other people's graphs, in any syntax of RDF: nothing that a document names is ever fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import pyoxigraph as ox
from pydantic import JsonValue

from ontology.addresses import is_address
from ontology.blank_nodes import with_names
from ontology.errors import UnreadableError
from ontology.language_tags import is_language_tag
from ontology.nesting import ABOUT_ANOTHER, refuse_deep
from ontology.report import excerpt

Moved = Mapping[str, str]
"""Beginnings of addresses that have been moved, with those that they have now."""

SYNTAXES: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "n3": ox.RdfFormat.TURTLE,
    "rdf": ox.RdfFormat.RDF_XML,
    "owl": ox.RdfFormat.RDF_XML,
    "xml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "json": ox.RdfFormat.JSON_LD,
}
"""The syntaxes of RDF by the ends of the names of their files."""

ENTITY: Final = re.compile(rb"<!ENTITY\s+(?:%\s*)?\S+\s+(?:\"([^\"]*)\"|'([^']*)'|([A-Z]+))")
"""An entity that an XML document declares: its value, or the word before an address."""

LONGEST_ENTITY: Final = 200
"""Bytes of an entity's value: enough for a namespace, too few to blow a document up."""


MOST: Final = 1 << 24
"""Bytes of one text that the parser takes."""

TOO_MUCH: Final = f"it has a text or an address of more than {MOST >> 20} MB; keep it elsewhere and give its address"


def read_rdf(content: bytes, syntax: str) -> bytes:
    """Return what a document says as N-Triples in order; graphs that it names are taken as one.

    Parameters
    ----------
    syntax
        One of `SYNTAXES`.

    Raises
    ------
    UnreadableError
        With the line of the first fault; also for a context that is named by its address, for entities that hold
        others, lie elsewhere or are long, and for what nests deeply.
    """
    form = SYNTAXES[syntax]
    if form == ox.RdfFormat.RDF_XML:
        _refuse_entities(content)
    refuse_deep(content, form)
    try:
        quads = list(ox.parse(content, form) if form != ox.RdfFormat.JSON_LD else _json_ld(content))
    except SyntaxError as error:
        message = f"this is no {form.name}: {error.msg}"
        raise UnreadableError(message) from error
    except ValueError as error:
        message = f"this is no text in UTF-8: {error}"
        raise UnreadableError(message) from error
    except MemoryError as error:  # of the parser, which holds so much of one term
        raise UnreadableError(TOO_MUCH) from error
    if any(isinstance(quad.object, ox.Triple) for quad in quads):
        message = f"it has {ABOUT_ANOTHER}"
        raise UnreadableError(message)
    said = _ordered(quads)
    if any(len(line) > MOST for line in said.splitlines()):  # a quote is longer in N-Triples, which are parsed again
        raise UnreadableError(TOO_MUCH)
    return said


def read_json_ld(document: JsonValue, moved: Moved | None = None) -> tuple[bytes, set[str]]:
    """Return what a document says as N-Triples in order, and which of the moved beginnings stood in it.

    Parameters
    ----------
    document
        JSON-LD 1.1 whose contexts all stand in it.

    Raises
    ------
    UnreadableError
        Where it is no JSON-LD, names a context by its address, or has an address or a language tag that is none.
    """
    seen: set[str] = set()
    try:
        quads = list(_json_ld(json.dumps(document).encode()))
    except SyntaxError as error:
        message = f"this is no JSON-LD: {error.msg}"
        raise UnreadableError(message) from error
    return _ordered(_quad(quad, moved or {}, seen) for quad in quads), seen


def with_moved(triples: bytes, moved: Moved) -> tuple[bytes, set[str]]:
    r"""Return N-Triples with the addresses that their terms have now, and which of the moved beginnings stood in them.

    Example
    -------
    >>> with_moved(b'<http://x/1> <http://old/p> "a" .', {"http://old/": "http://new/"})
    (b'<http://x/1> <http://new/p> "a" .\n', {'http://old/'})
    """
    seen: set[str] = set()
    return _ordered(_quad(quad, moved, seen) for quad in ox.parse(triples, ox.RdfFormat.N_TRIPLES)), seen


def _json_ld(content: bytes) -> Iterator[ox.Quad]:
    """Return the statements of a document; a parser drops those with an ill-formed address or language tag silently."""
    for quad in ox.parse(content, ox.RdfFormat.JSON_LD, lenient=True):
        terms = (quad.subject, quad.predicate, quad.object)
        if not any(isinstance(term, ox.NamedNode) and not ABSOLUTE.match(term.value) for term in terms):
            _refuse_ill_formed(terms)
    return ox.parse(content, ox.RdfFormat.JSON_LD)


ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
"""How an address begins; without, it is a word that no context explains, which JSON-LD passes over."""


def _refuse_ill_formed(terms: tuple[Any, ...]) -> None:
    """Refuse a statement with an address or a language tag that is none."""
    place = f"what is said of {excerpt(str(terms[0]), 200)} by {excerpt(str(terms[1]), 200)}"
    for term in terms:
        if isinstance(term, ox.NamedNode) and not is_address(term.value):
            message = f"{excerpt(term.value, 200)!r} is no address, in {place}; write it as a browser does"
            raise UnreadableError(message)
    if (tag := getattr(terms[2], "language", None)) and not is_language_tag(tag):
        message = f"{excerpt(tag)!r} is no language tag (BCP 47), in {place}; write it as en, es or pt-BR"
        raise UnreadableError(message)


def _ordered(quads: Iterable[ox.Quad]) -> bytes:
    """Return statements as lines in order; blank nodes get names that follow from what is said of them."""
    said = with_names(ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    lines = ox.serialize(said, format=ox.RdfFormat.N_TRIPLES) or b""
    return b"".join(sorted(lines.splitlines(keepends=True)))


def _refuse_entities(content: bytes) -> None:
    """Refuse XML that declares entities other than short names."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "this is XML in UTF-16; save it as UTF-8"
        raise UnreadableError(message)
    for double, single, word in ENTITY.findall(content):
        value = double or single
        if word or b"&" in value or len(value) > LONGEST_ENTITY:
            message = "its DOCTYPE declares entities that hold others, lie elsewhere or are long; write them out"
            raise UnreadableError(message)


def _quad(quad: ox.Quad, moved: Moved, seen: set[str]) -> ox.Quad:
    """Return a statement in the default graph, with the addresses that its terms have now."""
    subject, predicate, end = (_now(term, moved, seen) for term in (quad.subject, quad.predicate, quad.object))
    return ox.Quad(subject, predicate, end)


def _now(term: Any, moved: Moved, seen: set[str]) -> Any:  # noqa: ANN401 - any term that RDF has
    if isinstance(term, ox.NamedNode):
        for old, new in moved.items():
            if term.value.startswith(old):
                seen.add(old)
                return ox.NamedNode(new + term.value.removeprefix(old))
    return term
