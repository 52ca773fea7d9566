"""Releases to store, and a knowledge base in memory and one in a folder to store them in."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.loads import Load
from ontology.namespaces import SKOS
from ontology.records import Concept, Iri, PublicationStatus, Release, SourceFile, StatusChange, Text
from ontology.store import KnowledgeBase


class Full:
    """A store on a full disk: it can be read."""

    def __init__(self, store: ox.Store) -> None:
        self.query, self.quads_for_pattern = store.query, store.quads_for_pattern

    def update(self, _: str) -> None:
        raise OSError(28, "No space left on device")


def release(version: str, source: str = "onet") -> Release:
    return Release(
        iri=Iri("http://ignored/"),
        source=source,
        version=version,
        title=Text(value=f"{source} {version}"),
        imported=datetime(2025, 1, 1, tzinfo=UTC),
        tool="test",
    )


def load(source: str, triples: Iterable[bytes]) -> Load:
    return Load(release("1", source=source), [], triples)


def file(name: str) -> SourceFile:
    return SourceFile(iri=Iri(f"http://x/file/{name}"), name=name, sha256="0" * 64, size=1)


def lines(*labels: str) -> list[bytes]:
    """Return N-Triples, one piece for each label."""
    return [f'<http://x/{n}> <{SKOS.prefLabel}> "{label}"@en .\n'.encode() for n, label in enumerate(labels)]


def labels(base: KnowledgeBase, name: str) -> list[str]:
    return sorted(label for _, label in base.pairs(base.release(name), SKOS.prefLabel))


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a knowledge base that holds onet 1 with one label."""
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        base.replace(release("1"), [file("old.txt")], lines("old"))
    return tmp_path / "kb"


HEAD = f"""
import os, resource, signal, sys
from pathlib import Path
from ontology.errors import StoreError
from ontology.records import Release
from ontology.queries import ask
from ontology.store import KnowledgeBase
folder = Path(sys.argv[1])
release = Release.model_validate_json({release("1").model_dump_json()!r})
"""


def run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a program in another process."""
    command = [sys.executable, "-c", HEAD + program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


READ = """
with KnowledgeBase.open(folder) as base:
    for (label,) in base.rows("SELECT ?label { ?s skos:prefLabel ?label }", [base.release("onet").iri]):
        print(label)
"""


def concept(number: int) -> Concept:
    return Concept(iri=Iri(f"http://x/new/{number}"), label=Text(value=f"new {number}"))


def standing(version: str, status: PublicationStatus | None) -> Release:
    return release(version, "power").model_copy(update={"status": Iri(status) if status else None})


def change(status: PublicationStatus, version: str = "draft", day: int = 1) -> StatusChange:
    return StatusChange(
        iri=Iri(f"http://localhost:8000/id/power/change/{status.word}"),
        standard=Iri("http://localhost:8000/id/framework/power"),
        version=version,
        status=Iri(status),
        by="Dana Whitefeather",
        at=datetime(2025, 6, day, tzinfo=UTC),
    )
