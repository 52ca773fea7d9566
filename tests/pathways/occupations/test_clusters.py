"""Career clusters: the list of 2007, brought up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.records import Concept, Iri, Occupation, Text
from ontology.store import KnowledgeBase
from pathways.occupations.clusters import LISTED, recoded
from pathways.occupations.facts import read_codes
from pathways.occupations.sectors import Sector, SectorKind, sectors_of
from standards.imports import import_release

TITLES = {
    "15-1211.00": "Computer Systems Analysts",
    "15-1243.00": "Database Architects",
    "15-1251.00": "Computer Programmers",
    "15-1252.00": "Software Developers",
    "15-1253.00": "Software Quality Assurance Analysts and Testers",
    "31-1131.00": "Nursing Assistants",
}


@pytest.fixture
def software(tmp_path: Path, add: object) -> tuple[Sector, ...]:
    """Return the sectors of an O*NET whose list names two of four occupations with computers."""
    folder = tmp_path / "onet"
    folder.mkdir()
    rows = [f"{code}\t{title}\tx" for code, title in TITLES.items()]
    (folder / "Occupation Data.txt").write_text("\n".join(["O*NET-SOC Code\tTitle\tDescription", *rows]) + "\n")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "onet", [folder], "29.3")
        mint = base.identifiers.mint
        cluster = Concept(iri=Iri(mint("onet/cluster", "11")), label=Text(value="Information Technology"))
        pathway = Concept(
            iri=Iri(mint("onet/cluster", "11.4")), label=Text(value="Programming"), broader=(cluster.iri,)
        )
        listed = [
            Occupation(iri=Iri(mint("onet", code)), label=Text(value=TITLES[code]), career_clusters=(pathway.iri,))
            for code in ("15-1211.00", "15-1251.00")
        ]
        add(base, "clusters", [cluster, pathway, *listed])  # type: ignore[operator]
        return sectors_of(base, read_codes(base))


def test_what_became_of_a_withdrawn_occupation_is_in_its_cluster_and_so_is_the_rest_of_its_group(
    software: tuple[Sector, ...],
) -> None:
    cluster = next(sector for sector in software if sector.kind is SectorKind.CLUSTER)
    codes = sorted(TITLES)
    assert [codes[place] for place in cluster.inferred] == ["15-1243.00", "15-1252.00", "15-1253.00"]
    assert [codes[place] for place in cluster.members] == codes[:5]
    assert cluster.listed == LISTED


def test_an_occupation_of_another_group_stays_out(software: tuple[Sector, ...]) -> None:
    nursing = sorted(TITLES).index("31-1131.00")
    assert not any(nursing in sector.members for sector in software if sector.kind is SectorKind.CLUSTER)


def test_the_list_of_successors_names_each_once_in_its_pathway() -> None:
    assert all(len(codes) == len({*codes}) for codes in recoded().values())
    assert "31-1131.00" in recoded()["8.1"]


def test_all_clusters_of_the_release_hold_what_belongs_there(national: Path) -> None:
    with KnowledgeBase.open(national) as base:
        codes = read_codes(base)
        clusters = [s for s in sectors_of(base, codes) if s.kind is SectorKind.CLUSTER]
    order = sorted(codes.values())
    held = {sector.slug.partition("-")[0]: {order[place] for place in sector.members} for sector in clusters}
    assert len(clusters) == 16
    assert {"31-1131.00", "29-2061.00", "29-1141.00", "29-1292.00", "31-9097.00"} <= held["health"]
    assert {"15-1232.00", "15-1231.00", "15-1244.00", "15-1252.00", "15-1211.00", "11-3021.00"} <= held["information"]
    assert {"25-9042.00", "25-2021.00", "25-3031.00", "25-4022.00"} <= held["education"]
    missing = {code for code in order if not code.startswith("55")}.difference(*held.values())
    assert len(missing) < 30, missing
