"""A ladder as a Pathway of CTDL keeps to the schema that is published, but for one thing that it has no room for."""

from __future__ import annotations

import pytest

from ontology.identifiers import Identifiers
from pathways.formats import to_json_ld
from pathways.records.ladder import Ladder
from standards.archives import ArchivedFile
from standards.sources.graph import passing
from standards.wire.ctdl.judging import misplaced
from standards.wire.ctdl.reading import read_graph
from tests.pathways.formats.test_formats import NURSING, POWER

EARNINGS = ("wrong-domain", "ceterms:aggregateData")
"""What a job pays stands at its component; CTDL has room for earnings at credentials and what is learned only."""


@pytest.mark.parametrize("ladder", [NURSING, POWER], ids=["nursing", "power"])
def test_a_ladder_is_a_pathway_of_ctdl(ladder: Ladder) -> None:
    graph, report = read_graph(ArchivedFile("ladder.jsonld", "", lambda: to_json_ld(ladder)))
    with passing(Identifiers(), graph.triples) as (base, stored):
        departures = {(one.code, one.path) for one in misplaced(base, stored, "ladder.jsonld")}
        kinds = {kind.rpartition("/")[2] for (kind,) in base.rows("SELECT DISTINCT ?c { ?s a ?c }", [stored.iri])}
    assert list(report) == []
    assert departures == {EARNINGS}
    assert {"Pathway", "JobComponent", "CredentialComponent", "ComponentCondition"} <= kinds
