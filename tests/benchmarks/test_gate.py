"""The standard that the gate is measured on keeps every rule."""

import pytest

from benchmarks import gate as benchmark
from ontology import integrity, shapes
from ontology.store import KnowledgeBase
from ontology.triples import to_graph


def test_the_standard_that_is_measured_keeps_every_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark, "COMPETENCIES", 30)
    monkeypatch.setattr(benchmark, "OCCUPATIONS", 10)
    with KnowledgeBase.in_memory() as base:
        graph = to_graph(benchmark.made(base))
        triples = graph.serialize(format="nt", encoding="utf-8")
        release = base.replace(benchmark._release(), [], [triples])

        assert shapes.findings(graph).summary() == "no findings"
        assert integrity.findings(base, release).summary() == "no findings"
