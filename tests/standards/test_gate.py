"""The gate lets a good standard pass and names what is wrong with another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.namespaces import CEASN, CETERMS, RDF
from ontology.records import Release
from ontology.store import KnowledgeBase
from standards.gate import gate
from standards.imports import import_release


@pytest.fixture
def base(project: Path) -> Iterator[KnowledgeBase]:
    """A knowledge base with the embedded example."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        yield base


@pytest.fixture
def draft(base: KnowledgeBase) -> Release:
    return base.release("power-generation")


def test_the_example_passes(base: KnowledgeBase, draft: Release) -> None:
    assert gate(base, draft).summary() == "no findings"


def test_what_contradicts_itself_does_not_pass(base: KnowledgeBase, draft: Release) -> None:
    graph = base.graph(draft)
    graph.add((next(graph.subjects(RDF.type, CETERMS.Occupation)), RDF.type, CEASN.Competency))

    report = gate(base, draft)

    assert report.refused
    assert "exclude each other" in next(f.message for f in report if f.code == "inconsistent")
