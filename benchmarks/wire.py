"""How fast a large CASE package is read, imported and written, and how much memory that takes.

The package is made here: ten thousand statements in a tree of tens, each related to another. The references read the
same data in the same run: Python's own reader of JSON the package, rdflib the same triples.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from rdflib import Graph

from benchmarks.measurement import Measurement, peak
from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.imports import import_release
from standards.sources.readers import reader_of
from standards.wire.case.reading import read_package
from standards.wire.case.writing import write_package
from standards.wire.exporting import export
from standards.wire.uuids import uuid_of

Json = Any
T = TypeVar("T")

ITEMS: Final = 10_000
SERVER: Final = "https://cases.example.org/ims/case/v1p1"
SOURCE: Final = "case-ten-thousand-statements"
ROUNDS: Final = 3
"""Times that each thing is done; the best one counts, for the machine may be shared."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure CASE; ``full`` adds rdflib, which takes most of a minute."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "package.json"
        path.write_text(json.dumps(made(ITEMS)), encoding="utf-8")
        yield from _reading(path)
        yield from _importing(path)
        yield from _exporting(path)
        if full:
            yield from _beside_rdflib(path, Path(scratch) / "package.nt")


def made(items: int) -> Json:
    """Return a package of so many statements and twice as many associations."""
    document = _resource("CFDocuments", 0, title="Ten thousand statements", creator="Mill College", language="en")
    listed = [_item(number) for number in range(items)]
    tree = [_association(n, "isChildOf", one, listed[n // 10] if n > 9 else document) for n, one in enumerate(listed)]
    related = [_association(items + n, "isRelatedTo", one, listed[n * 7 % items]) for n, one in enumerate(listed)]
    return {"CFDocument": document, "CFItems": listed, "CFAssociations": tree + related}


def _item(number: int) -> Json:
    statement = f"Install, test and repair motor number {number} as its maker's manual says"
    words = {"humanCodingScheme": f"M.{number}", "conceptKeywords": ["motors", "repair"], "educationLevel": ["13"]}
    return _resource("CFItems", number, fullStatement=statement, **words)


def _association(number: int, named: str, origin: Json, end: Json) -> Json:
    ends = {"originNodeURI": _link(origin), "destinationNodeURI": _link(end)}
    return _resource("CFAssociations", number, associationType=named, sequenceNumber=number % 10, **ends)


def _resource(kind: str, number: int, **more: Json) -> Json:
    identifier = uuid_of(f"{kind} {number}")
    when = "2026-01-31T09:00:00Z"
    return {"identifier": identifier, "uri": f"{SERVER}/{kind}/{identifier}", "lastChangeDateTime": when, **more}


def _link(of: Json) -> Json:
    title = of.get("fullStatement", of.get("title"))
    return {"title": title, "identifier": of["identifier"], "uri": of["uri"]}


def _reading(path: Path) -> Iterator[Measurement]:
    file = ArchivedFile(path.name, str(path.parent), path.read_bytes)
    alone, _ = _best(lambda: json.loads(path.read_bytes()))
    seconds, (package, _) = _best(lambda: read_package(file, Identifiers()))
    yield _against("case-read", seconds, alone, "json.loads")
    dumped, _ = _best(lambda: json.dumps(json.loads(path.read_bytes())))
    seconds, _ = _best(lambda: json.dumps(write_package(package)))
    yield _against("case-write", seconds, dumped, "json.loads and json.dumps")


def _importing(path: Path) -> Iterator[Measurement]:
    runs = [_apart(path) for _ in range(ROUNDS)]
    note = f"{ITEMS:,} items, {2 * ITEMS:,} associations, on disk, best of {ROUNDS}"
    seconds, memory = min(seconds for seconds, _ in runs), min(memory for _, memory in runs)
    yield Measurement(name="case-import", value=round(seconds, 2), unit="s", goal=3.0, note=note)
    yield Measurement(name="case-import-peak-memory", value=round(memory), unit="MB", goal=500.0, note=note)


def _exporting(path: Path) -> Iterator[Measurement]:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "case", [path])
        seconds, _ = _best(lambda: export(base, SOURCE, "case"))
    yield Measurement(name="case-export", value=round(seconds, 2), unit="s", note="out of the knowledge base, as JSON")


def _beside_rdflib(path: Path, triples: Path) -> Iterator[Measurement]:
    """Measure rdflib on the same triples: its parser beside the import, its serializer beside the export."""
    with triples.open("wb") as out:
        out.writelines(reader_of("case")([path], Identifiers()).triples)
    parsing, graph = _timed(lambda: Graph().parse(triples, format="nt"))
    writing, _ = _timed(lambda: graph.serialize(format="turtle"))
    seconds, _ = _apart(path)
    yield _against("case-import-rdflib", seconds, parsing, "rdflib Graph.parse of the triples alone, in memory")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "case", [path])
        seconds, _ = _timed(lambda: export(base, SOURCE, "case"))
    yield _against("case-export-rdflib", seconds, writing, "rdflib Graph.serialize as Turtle")


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return the seconds of a processor that something takes, and what it returns."""
    started = time.process_time()
    done = work()
    return time.process_time() - started, done


def _best(work: Callable[[], T]) -> tuple[float, T]:
    return min((_timed(work) for _ in range(ROUNDS)), key=lambda run: run[0])


def _apart(path: Path) -> tuple[float, float]:
    """Import in a process of its own; return its seconds of processors, and its peak memory in MB."""
    command = [sys.executable, "-m", "benchmarks.wire", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def _imported(path: Path) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder, KnowledgeBase.open(Path(folder) / "kb", write=True) as base:
        seconds, _ = _timed(lambda: import_release(base, "case", [path]))
    return seconds, peak()


def _against(name: str, value: float, reference: float, what: str) -> Measurement:
    return Measurement(
        name=name,
        value=round(value, 2),
        unit="s",
        reference=round(reference, 2),
        compared_with=what,
        ratio=round(value / reference, 2),
        note=f"{ITEMS:,} items, {2 * ITEMS:,} associations, best of {ROUNDS}",
    )


if __name__ == "__main__":
    print(json.dumps(_imported(Path(sys.argv[1]))))
