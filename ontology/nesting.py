"""How deep a document of RDF nests: looked at before a parser does, which no depth may bring down."""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

import pyoxigraph as ox

from ontology.errors import UnreadableError

DEEPEST: Final = 500
"""Lists, nodes and elements within one another."""

NESTING: Final = (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG, ox.RdfFormat.JSON_LD)
"""Syntaxes that nest by brackets."""

OPENING, CLOSING = b"[({", b"])}"

SKIPPED: Final = re.compile(
    rb'"""(?:[^"\\]++|\\.|"(?!""))*+"""'
    rb"|'''(?:[^'\\]++|\\.|'(?!''))*+'''"
    rb'|"(?:[^"\\\r\n]++|\\.)*+"'
    rb"|'(?:[^'\\\r\n]++|\\.)*+'"
    rb"|<[^<>\"{}|^`\s]*+>"
    rb"|\\."
    rb"|#[^\r\n]*+",
    re.DOTALL,
)
"""Texts, addresses and comments of Turtle and its kin; a carriage return ends a comment, too."""

END: Final = re.compile(rb"\r\n|\r|\n")
"""The end of a line, as parsers count lines."""

TEXT: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
"""A text of JSON."""

ABOUT: Final = re.compile(SKIPPED.pattern + rb"|(<<)", re.DOTALL)


ABOUT_ANOTHER: Final = "a statement about a statement (RDF 1.2), which is not read here; take it out"


def refuse_deep(content: bytes, form: ox.RdfFormat) -> None:
    """Refuse what nests more than `DEEPEST` deep, and statements about statements, which nest too and have no place.

    Raises
    ------
    UnreadableError
        With the line where that begins.
    """
    if form == ox.RdfFormat.RDF_XML:
        _refuse_deep_xml(content)
    elif form in NESTING and sum(map(content.count, (b"[", b"(", b"{"))) > DEEPEST:
        _refuse_deep_brackets(content, TEXT if form == ox.RdfFormat.JSON_LD else SKIPPED)
    if form not in (ox.RdfFormat.JSON_LD, ox.RdfFormat.RDF_XML) and b"<<" in content:
        _refuse_statements(content)


def _refuse_deep_xml(content: bytes) -> None:
    parser, depth = expat.ParserCreate(), 0

    def begin(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _too_deep("elements", parser.CurrentLineNumber)

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        message = f"this is no XML: {error}"
        raise UnreadableError(message) from error


def _refuse_deep_brackets(content: bytes, skipped: re.Pattern[bytes]) -> None:
    depth = 0
    for line, text in enumerate(END.split(skipped.sub(_lines, content)), start=1):
        for letter in text.translate(None, OTHERS):
            depth += 1 if letter in OPENING else -1
            if depth > DEEPEST:
                raise _too_deep("brackets", line)


OTHERS: Final = bytes(set(range(256)) - set(OPENING + CLOSING))


def _lines(found: re.Match[bytes]) -> bytes:
    """Return the ends of lines in what is skipped, so that lines are counted right."""
    return b"\n" * len(END.findall(found[0]))


def _refuse_statements(content: bytes) -> None:
    for found in ABOUT.finditer(content):
        if found[1]:
            line = len(END.findall(content, 0, found.start())) + 1
            message = f"line {line:,} has {ABOUT_ANOTHER}"
            raise UnreadableError(message)


def _too_deep(what: str, line: int) -> UnreadableError:
    message = f"{what} stand within one another more than {DEEPEST} deep in line {line:,}; export it flat"
    return UnreadableError(message)
