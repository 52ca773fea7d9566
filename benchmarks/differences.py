"""How fast two large releases are compared, and how much memory that takes.

The releases are made here: concepts in a tree of tens, named in as many languages as ESCO has; in the newer one a
hundredth of the names are others, and every group has another address. The reference subtracts the same two graphs from
each other with rdflib, both ways, which is only the first step.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from rdflib import Graph

from benchmarks.measurement import Measurement, peak
from ontology.namespaces import CEASN, RDF, SKOS
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from standards.differences import compare

T = TypeVar("T")

CONCEPTS: Final = 15_000
LANGUAGES: Final = 27
GROUP: Final = 10
"""Concepts under each group."""

CHANGED: Final = 100
"""Of so many concepts one is named otherwise."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure a comparison; ``full`` adds rdflib, which takes minutes."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with KnowledgeBase.open(folder / "kb", write=True) as base:
            for version in (1, 2):
                base.replace(_release(version), [], made(version))
        seconds, memory, changed = _apart(folder / "kb")
        note = f"{CONCEPTS:,} concepts in {LANGUAGES} languages on each side, {changed:,} changed, on disk"
        yield Measurement(name="differences", value=round(seconds, 1), unit="s", goal=60.0, note=note)
        yield Measurement(name="differences-peak-memory", value=round(memory), unit="MB", goal=1000.0, note=note)
        if full:
            yield _beside_rdflib(seconds)


def made(version: int) -> Iterator[bytes]:
    """Yield a release as N-Triples, a thousand concepts at a time."""
    for start in range(0, CONCEPTS, 1000):
        yield "".join(line for number in range(start, start + 1000) for line in _concept(number, version)).encode()


def _concept(number: int, version: int) -> Iterator[str]:
    concept = f"<http://x/{number}>"
    yield f"{concept} <{RDF.type}> <{CEASN.Competency}> .\n{concept} <{RDF.type}> <{SKOS.Concept}> .\n"
    other = " anew" if version > 1 and number % CHANGED == 0 else ""
    for language in range(LANGUAGES):
        tag = f"{chr(97 + language // 26)}{chr(97 + language % 26)}"
        yield f'{concept} <{SKOS.prefLabel}> "test motor {number}{other} as its manual says"@{tag} .\n'
    group = number // GROUP
    yield f"{concept} <{SKOS.broader}> <http://x/group/{version}/{group}> .\n"
    if number % GROUP == 0:
        yield f"<http://x/group/{version}/{group}> <{RDF.type}> <{SKOS.Concept}> .\n"
        yield f'<http://x/group/{version}/{group}> <{SKOS.prefLabel}> "motors of series {group}"@en .\n'


def _release(version: int) -> Release:
    return Release(
        iri=Iri("http://x/graph"),
        source="made",
        version=str(version),
        title=Text(value="Made"),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="benchmark",
    )


def _apart(folder: Path) -> tuple[float, float, int]:
    """Compare in a process of its own; return its seconds of processors, its peak memory in MB, and what changed."""
    command = [sys.executable, "-m", "benchmarks.differences", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, memory, changed = json.loads(done.stdout)
    return seconds, memory, changed


def _compared(folder: Path) -> tuple[float, float, int]:
    with KnowledgeBase.open(folder) as base:
        seconds, found = _timed(lambda: compare(base, "made@1", "made@2"))
    return seconds, peak(), len(found.changed)


def _beside_rdflib(seconds: float) -> Measurement:
    graphs = [Graph().parse(data=b"".join(made(version)), format="nt") for version in (1, 2)]
    subtracting, _ = _timed(lambda: (graphs[0] - graphs[1], graphs[1] - graphs[0]))
    return Measurement(
        name="differences-rdflib",
        value=round(seconds, 1),
        unit="s",
        reference=round(subtracting, 1),
        compared_with="rdflib Graph - Graph, both ways, in memory and already parsed",
        ratio=round(seconds / subtracting, 2),
    )


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return the seconds of a processor that something takes, and what it returns."""
    started = time.process_time()
    done = work()
    return time.process_time() - started, done


if __name__ == "__main__":
    print(json.dumps(_compared(Path(sys.argv[1]))))
