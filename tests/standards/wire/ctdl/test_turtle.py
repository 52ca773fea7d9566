"""CTDL in other syntaxes of RDF: what Credential Engine gives out in Turtle comes out as the same graph."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.errors import RefusedError, UnreadableError
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.contexts import contexts
from standards.wire.ctdl.reading import MOVED, OWN
from standards.wire.ctdl.stored import stored_graph
from standards.wire.ctdl.terms import context

NUMBERS = {f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("decimal", "double", "float", "integer")}
FRAMEWORK = """@prefix ceasn: <https://purl.org/ctdlasn/terms/> .
<http://x/f> a ceasn:CompetencyFramework ; ceasn:name "Welding"@en .
<http://x/1> a ceasn:Competency ; ceasn:competencyText "Weld it."@en ; ceasn:isPartOf <http://x/f> .
"""


def said(content: bytes, form: ox.RdfFormat) -> set[tuple[str, ...]]:
    """Return the statements of a graph without blank nodes, numbers by their value, older addresses as today's."""
    quads = list(ox.parse(content, form))
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))
    return {tuple(map(_said, quad.triple)) for quad in quads}


def _said(term: ox.NamedNode | ox.Literal) -> str:
    if isinstance(term, ox.Literal):
        number = term.datatype.value in NUMBERS
        return f"{float(term.value) if number else term.value} {term.language} {term.datatype.value}"
    moved = (new + term.value.removeprefix(old) for old, new in MOVED.items() if term.value.startswith(old))
    return next(moved, term.value)


def came_back(path: Path) -> bytes:
    """Import a file and return what is written of it, with the terms of CTDL in the place of its context's address."""
    with KnowledgeBase.in_memory() as base:
        written = stored_graph(base, import_release(base, "ctdl", [path]).release.source)
    assert all(OWN.fullmatch(address) for address in contexts(written["@context"]))
    return json.dumps({**written, "@context": context()}).encode()


@pytest.mark.parametrize(("name", "statements"), [("DQP.ttl", 588), ("bcsp-asp.ttl", 1887)])
def test_every_real_graph_in_turtle_comes_out_as_the_same_graph(
    data: Path, needs: Callable[[Path], Path], name: str, statements: int
) -> None:
    path = needs(data / "wire/ctdl/frameworks" / name)
    before = said(path.read_bytes(), ox.RdfFormat.TURTLE)
    assert said(came_back(path), ox.RdfFormat.JSON_LD) == before
    assert len(before) == statements


@pytest.mark.parametrize("end", ["ttl", "nt", "rdf", "nq", "trig"])
def test_every_syntax_says_the_same(tmp_path: Path, end: str) -> None:
    quads = list(ox.parse(FRAMEWORK, ox.RdfFormat.TURTLE))
    form = ox.RdfFormat.from_extension(end)
    (tmp_path / f"made.{end}").write_bytes(ox.serialize(quads, format=form) or b"")
    assert said(came_back(tmp_path / f"made.{end}"), ox.RdfFormat.JSON_LD) == said(
        FRAMEWORK.encode(), ox.RdfFormat.TURTLE
    )


def test_a_graph_without_a_term_of_ctdl_is_refused_and_one_that_is_none_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<http://x/1> a <http://x/2> .", encoding="utf-8")
    (tmp_path / "b.ttl").write_text(f"{FRAMEWORK} <http://x/2", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        with pytest.raises(RefusedError) as refused:
            import_release(base, "ctdl", [tmp_path / "a.ttl"])
        with pytest.raises(UnreadableError, match=r"b\.ttl: this is no Turtle: .*line 4"):
            import_release(base, "ctdl", [tmp_path / "b.ttl"])
    assert [finding.code for finding in refused.value.report] == ["no-resources"]
