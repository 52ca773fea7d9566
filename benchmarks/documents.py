"""How long a linked-data document takes: a concept in many languages, and an occupation with hundreds of ratings.

Both are made here. "First" is the first time that a document is asked for, "warm" every further time. The reference is
rdflib, which serializes the same triples from its own graph in memory: it need not find them first.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from rdflib import Graph, URIRef

from api.linked.documents import Documents
from benchmarks.measurement import Measurement
from benchmarks.service import EMPTY, SERVE, fetched, served
from ontology.descriptions import describe
from ontology.documents import DOCUMENTS, write_document
from ontology.formats import Format
from ontology.records import Competency, Iri, Occupation, Record, Release, SkillRequirement, Text
from ontology.store import KnowledgeBase
from ontology.together import Together
from ontology.triples import to_graph

LANGUAGES: Final = (
    *("ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu"),
    *("is", "it", "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv"),
)
OTHER_NAMES: Final = 12
"""In each language."""

RATINGS: Final = 400
"""Of the occupation."""

GOAL: Final = 10.0
"""Milliseconds."""

ROUNDS: Final = 30
"""Times that each thing is done; the best one counts, for the machine may be shared."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure both things in all forms; ``full`` adds nothing."""
    with KnowledgeBase.in_memory() as base:
        put(base)
        for thing in ("concept", "occupation"):
            for form in DOCUMENTS:
                yield from _measured(base, thing, form)
    yield from _over_http()


def put(base: KnowledgeBase) -> None:
    """Put what is measured into a knowledge base."""
    lines = to_graph([_concept(base), *_occupation(base)]).serialize(format="nt", encoding="utf-8")
    release = Release(
        iri=Iri("http://ignored/"),
        source="made",
        version="1",
        title=Text(value="Made to measure"),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="benchmarks",
    )
    base.replace(release, [], [lines])


def _concept(base: KnowledgeBase) -> Record:
    names = [Text(value=f"install motor number {n}", language=tag) for n in range(OTHER_NAMES) for tag in LANGUAGES]
    return Competency(
        iri=Iri(base.identifiers.mint("made", "concept")),
        label=Text(value="install motors"),
        alt_labels=tuple(names),
    )


def _occupation(base: KnowledgeBase) -> Iterator[Record]:
    occupation = Iri(base.identifiers.mint("made", "occupation"))
    yield Occupation(iri=occupation, label=Text(value="Motor installers"))
    for number in range(RATINGS):
        competency = Iri(base.identifiers.mint("made", f"C-{number}"))
        yield Competency(iri=competency, label=Text(value=f"install motors of kind {number}"))
        iri = Iri(base.identifiers.mint("made", f"need-{number}"))
        importance, level = 1 + number % 40 / 10, number % 70 / 10
        yield SkillRequirement(
            iri=iri, occupation=occupation, competency=competency, importance=importance, level=level
        )


def _measured(base: KnowledgeBase, thing: str, form: Format) -> Iterator[Measurement]:
    iri, newest = base.identifiers.mint("made", thing), Together(base)
    address = base.identifiers.document(iri) or ""
    content = write_document(describe(newest, iri), address, form)
    graph = _as_rdflib(newest, iri)
    reference = _best(lambda: graph.serialize(format=form.rdflib))
    documents = Documents(base, lambda _: "")
    name, size = f"document-{thing}-{form.extension}", f"{len(graph):,} triples, {len(content):,} bytes"
    first = _best(lambda: write_document(describe(newest, iri), address, form))
    yield _against(f"{name}-first", first, reference, f"{size}; goal for the value")
    yield _against(f"{name}-warm", _best(lambda: documents(iri, form.extension)), reference, "goal for the value")


def _over_http() -> Iterator[Measurement]:
    """Measure a document and an empty answer over HTTP, both asked for again and again: wall time, the best one."""
    path = "/doc/made/concept.ttl"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "kb"
        with KnowledgeBase.open(folder, write=True) as base:
            put(base)
        with served(EMPTY, folder, "/") as (_, idle), served(SERVE, folder, path) as (_, address):
            times = {url: min(_wall(url) for _ in range(10 * ROUNDS)) for url in (f"{idle}/", f"{address}{path}")}
    reference, seconds = times.values()
    yield _against("document-concept-ttl-http", seconds, reference, "goal for the value").model_copy(
        update={"compared_with": "FastAPI, an empty answer"}
    )


def _wall(url: str) -> float:
    """Return the seconds that an address takes to answer."""
    started = time.perf_counter()
    fetched(url)
    return time.perf_counter() - started


def _as_rdflib(newest: Together, iri: str) -> Graph:
    """Return a description as rdflib has it."""
    lines = write_document(describe(newest, iri), f"{iri}.nt", DOCUMENTS[-1])
    graph = Graph().parse(data=lines, format="nt")
    assert (URIRef(iri), None, None) in graph
    return graph


def _against(name: str, seconds: float, reference: float, note: str) -> Measurement:
    return Measurement(
        name=name,
        value=round(seconds * 1000, 3),
        unit="ms",
        reference=round(reference * 1000, 3),
        compared_with="rdflib Graph.serialize",
        ratio=round(seconds / reference, 4),
        goal=GOAL,
        note=note,
    )


def _best(work: Callable[[], object]) -> float:
    """Return the seconds of a processor that something takes, the best time of many."""
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)
