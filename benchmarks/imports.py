"""How fast whole releases of O*NET and ESCO arrive in a knowledge base on disk, and how much memory that takes.

Each load runs in a process of its own, so that its peak memory is its own. Two stores are the reference, both loading
the same triples from one N-Triples file: Oxigraph without this project, on disk; and rdflib's own store, in memory.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from benchmarks.measurement import Measurement, peak
from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.sources.readers import reader_of
from training.outside import outside_data

RELEASES = {"onet": ("onet/29.3-excel", 15), "esco": ("esco/1.1.1", 8)}
"""The folder of a release of each source, and the seconds that its import should not exceed."""

ROUNDS = 3
"""Times that each load is repeated; the best one counts, for the machine may be shared."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure the import of O*NET 29.3 from Excel and of ESCO 1.1.1; ``full`` adds the reference that takes minutes."""
    for source, (release, goal) in RELEASES.items():
        folder = outside_data() / release
        if folder.is_dir():
            yield from _measure_release(source, folder, goal, full)
        else:
            yield Measurement(name=f"{source}-import", value=None, unit="s", note=f"{folder} is missing")


def _measure_release(source: str, folder: Path, goal: float, full: bool) -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / f"{source}.nt"
        triples = _write(source, folder, file)
        note = f"{triples:,} triples, best of {ROUNDS}"
        rounds = [(_run(source, folder), _run("oxigraph", file)) for _ in range(ROUNDS)]
        seconds, memory = min(own for own, _ in rounds)
        raw, _ = min(other for _, other in rounds)
        yield _against(f"{source}-import", seconds, "s", raw, "pyoxigraph bulk_load, on disk", goal=2.5, note=note)
        yield Measurement(name=f"{source}-import-total", value=round(seconds, 2), unit="s", goal=goal, note=note)
        yield Measurement(name=f"{source}-import-peak-memory", value=round(memory, 3), unit="GB", goal=1.5, note=note)
        if full:
            slow, _ = _run("rdflib", file)
            yield _against(f"{source}-import-rdflib", seconds, "s", slow, "rdflib Graph.parse, in memory", note=note)


def _against(
    name: str, value: float, unit: str, reference: float, what: str, goal: float | None = None, note: str = ""
) -> Measurement:
    return Measurement(
        name=name,
        value=round(value, 2),
        unit=unit,
        reference=round(reference, 2),
        compared_with=what,
        ratio=round(value / reference, 2),
        goal=goal,
        note=note,
    )


def _write(source: str, folder: Path, file: Path) -> int:
    """Write the triples of a release to one file and return their number."""
    delivery = reader_of(source)([folder], Identifiers())
    with file.open("wb") as out:
        return sum(out.write(piece) and piece.count(b"\n") for piece in delivery.triples)


def _run(load: str, path: Path) -> tuple[float, float]:
    """Load in a process of its own; return seconds and peak memory (GB)."""
    command = [sys.executable, "-m", "benchmarks.imports", load, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def _project(source: str, folder: Path, target: Path) -> None:
    with KnowledgeBase.open(target, write=True) as base:
        import_release(base, source, [folder])


def _oxigraph(file: Path, target: Path) -> None:
    store = ox.Store(str(target))
    store.bulk_load(path=str(file), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode("http://x/graph"))
    store.flush()


def _rdflib(file: Path, _: Path) -> None:
    Graph().parse(file, format="nt")


LOADS: dict[str, Callable[[Path, Path], None]] = {
    **{source: partial(_project, source) for source in RELEASES},
    "oxigraph": _oxigraph,
    "rdflib": _rdflib,
}


def _loaded(load: str, path: Path) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as scratch:
        start = time.perf_counter()
        LOADS[load](path, Path(scratch) / "store")
        seconds = time.perf_counter() - start
    return seconds, peak() / 1e3


if __name__ == "__main__":
    print(json.dumps(_loaded(sys.argv[1], Path(sys.argv[2]))))
