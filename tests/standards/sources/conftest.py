"""Importing into a passing knowledge base, and counting what arrived."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from ontology.records import SourceFile
from ontology.report import Finding
from ontology.store import KnowledgeBase
from standards.imports import Imported, import_release


@dataclass(frozen=True)
class Arrival:
    """A release in a knowledge base."""

    base: KnowledgeBase
    imported: Imported

    @property
    def files(self) -> dict[str, SourceFile]:
        return {file.name: file for file in self.base.files(self.imported.release)}

    def rows(self, query: str) -> list[tuple[str, ...]]:
        return list(self.base.rows(query, [self.imported.release.iri]))

    def count(self, pattern: str) -> int:
        """How many solutions a pattern has."""
        ((number,),) = self.rows(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
        return int(number)

    def findings(self, code: str) -> list[Finding]:
        return [finding for finding in self.imported.report if finding.code == code]


Importer = Callable[..., Arrival]


@pytest.fixture(scope="module")
def arrive() -> Iterator[Importer]:
    """A function that imports a source from paths, each time into a knowledge base of its own."""
    with ExitStack() as bases:

        def run(source: str, *paths: Path, version: str | None = None, skip_bad_rows: bool = False) -> Arrival:
            base = bases.enter_context(KnowledgeBase.in_memory())
            return Arrival(base, import_release(base, source, paths, version, skip_bad_rows))

        yield run
