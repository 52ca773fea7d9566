"""A ladder as a Pathway of CTDL keeps to the schema that is published; what it has no room for is said in own terms."""

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


@pytest.mark.parametrize("ladder", [NURSING, POWER], ids=["nursing", "power"])
def test_a_ladder_is_a_pathway_of_ctdl(ladder: Ladder) -> None:
    graph, report = read_graph(ArchivedFile("ladder.jsonld", "", lambda: to_json_ld(ladder)))
    with passing(Identifiers(), graph.triples) as (base, stored):
        departures = list(misplaced(base, stored, "ladder.jsonld"))
        paid = list(
            base.rows("SELECT ?j { ?j a ceterms:JobComponent ; lw:earnings/ceterms:medianEarnings ?m }", [stored.iri])
        )
        kinds = {kind.rpartition("/")[2] for (kind,) in base.rows("SELECT DISTINCT ?c { ?s a ?c }", [stored.iri])}
    assert list(report) == []
    assert departures == []
    assert paid
    assert {"Pathway", "JobComponent", "CredentialComponent", "ComponentCondition"} <= kinds
