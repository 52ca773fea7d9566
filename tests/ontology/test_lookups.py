"""What a store finds can be left half read on any thread: no iterator of the store stays behind in a frame."""

import gc
import sys
from collections.abc import Callable, Iterable
from threading import Thread

import pyoxigraph as ox
import pytest

from ontology.namespaces import RDF, SKOS
from ontology.records import Concept, Release
from ontology.store import KnowledgeBase
from ontology.together import Together
from tests.ontology.stored import release as made

CONCEPTS = "SELECT ?s { ?s a skos:Concept }"
FAILING = 'SELECT ?s { { ?s a skos:Concept } UNION { SERVICE <http://localhost:1/> { ?s ?p "x" } } }'
"""A query that fails when its first rows are read already."""

Read = Callable[[KnowledgeBase, Release], Iterable[object]]

READS: dict[str, Read] = {
    "rows": lambda base, release: base.rows(CONCEPTS, [release.iri]),
    "pairs": lambda base, release: base.pairs(release, SKOS.prefLabel),
    "records": lambda base, release: base.records(release, Concept),
    "quads": lambda base, _: Together(base).quads(None, ox.NamedNode(RDF.type)),
    "triples": lambda base, release: base.graph(release).triples((None, None, None)),
    "graphs": lambda base, _: base.dataset.store.contexts(),
    "answer": lambda base, release: base.answer("SELECT ?s { GRAPH ?g { ?s ?p ?o } }", {}),
    "construct": lambda base, release: base.answer("CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }", {}),
}


@pytest.fixture
def complaints(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what is said of objects that are dropped where they may not be."""
    said: list[str] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda one: said.append(str(one.exc_value)))
    return said


@pytest.fixture
def stored() -> tuple[KnowledgeBase, Release]:
    """Return a release of three concepts."""
    base = KnowledgeBase.in_memory()
    lines = (
        f'<http://x/{n}> <{RDF.type}> <{SKOS.Concept}> .\n<http://x/{n}> <{SKOS.prefLabel}> "{n}"@en .\n'
        for n in range(3)
    )
    return base, base.replace(made("1"), [], ["".join(lines).encode()])


def carried(work: Callable[[], object]) -> list[BaseException]:
    """Run something on a thread and return the exception that it ends with, with all of its frames."""
    caught: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except Exception as error:
            caught.append(error)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    return caught


def begin(found: Iterable[object]) -> None:
    """Read one and raise, with the rest at hand."""
    reading = iter(found)
    next(reading)
    message = "the reader gives up"
    raise RuntimeError(message)


@pytest.mark.parametrize("name", READS)
def test_what_is_left_half_read_can_be_dropped_on_another_thread(
    name: str, stored: tuple[KnowledgeBase, Release], complaints: list[str]
) -> None:
    caught = carried(lambda: begin(READS[name](*stored)))
    assert [str(error) for error in caught] == ["the reader gives up"]
    caught.clear()
    gc.collect()
    assert not complaints


@pytest.mark.parametrize("kind", ["rows", "answer"])
def test_what_fails_on_the_way_can_be_dropped_on_another_thread(
    kind: str, stored: tuple[KnowledgeBase, Release], complaints: list[str]
) -> None:
    base, release = stored
    work = {
        "rows": lambda: base.rows(FAILING, [release.iri]),
        "answer": lambda: base.answer(f"PREFIX skos: <{SKOS}> {FAILING}", {}),
    }
    caught = carried(work[kind])
    assert [type(error) for error in caught] == [OSError]
    caught.clear()
    gc.collect()
    assert not complaints


def test_an_iterator_of_the_store_itself_cannot(complaints: list[str]) -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("http://x/1"), ox.NamedNode(RDF.type), ox.NamedNode(SKOS.Concept)))
    caught = carried(lambda: begin(store.quads_for_pattern(None, None, None)))
    assert caught
    caught.clear()
    gc.collect()
    assert [said.endswith("is unsendable, but is being dropped on another thread") for said in complaints] == [True]
