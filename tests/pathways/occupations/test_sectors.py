from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.errors import NotFoundError
from ontology.records import Concept, Iri, Occupation, Record, Release, Text
from ontology.store import KnowledgeBase
from pathways.occupations.facts import read_occupations
from pathways.occupations.sectors import Sector, UnknownSectorError, find_sector, read_sectors
from pathways.snapshot import Snapshot


def test_a_partnership_is_a_sector_by_the_slug_of_its_release(plants: Snapshot) -> None:
    (panel,) = [sector for sector in plants.sectors if sector.declared]
    assert (panel.slug, panel.label, panel.declared, len(panel.members)) == ("plants", "Plants", True, 5)


def test_a_cluster_holds_the_occupations_of_its_pathways(
    plant_base: KnowledgeBase, add: Callable[[KnowledgeBase, str, list[Record]], Release]
) -> None:
    cluster = Concept(iri=Iri("http://x/13"), label=Text(value="Manufacturing"))
    pathway = Concept(iri=Iri("http://x/13.1"), label=Text(value="Production"), broader=(cluster.iri,))
    bakers = Iri(plant_base.identifiers.mint("onet", "51-3011.00"))
    baking = Occupation(iri=bakers, label=Text(value="Bakers"), career_clusters=(pathway.iri,))
    add(plant_base, "clusters", [cluster, pathway, baking])
    occupations = read_occupations(plant_base)
    found = {sector.label: sector for sector in read_sectors(plant_base, occupations)}
    assert found["Production"].within == "Manufacturing"
    assert found["Manufacturing"].within == ""
    assert found["Production"].members == found["Manufacturing"].members == (occupations.find("Bakers"),)


def test_a_sector_is_found_by_slug_or_label(plants: Snapshot) -> None:
    assert find_sector(plants.sectors, "Plants") is find_sector(plants.sectors, "plants")


def test_the_beginning_of_one_slug_is_enough() -> None:
    sectors = (Sector("health-science-career-cluster", "Health Science Career Cluster", (0,)), Sector("b", "B", (1,)))
    assert find_sector(sectors, "health-science") is sectors[0]


def test_the_beginning_of_two_slugs_names_them() -> None:
    sectors = (Sector("health-a", "Health A", (0,)), Sector("health-b", "Health B", (1,)))
    with pytest.raises(NotFoundError, match="health-a, health-b"):
        find_sector(sectors, "health")


def test_pathways_of_one_label_have_addresses_of_their_own_and_the_label_names_both(
    plant_base: KnowledgeBase, add: Callable[[KnowledgeBase, str, list[Record]], Release]
) -> None:
    clusters = [Concept(iri=Iri(f"http://x/{at}"), label=Text(value=label)) for at, label in ((5, "Law"), (8, "Care"))]
    pathways = [
        Concept(iri=Iri(f"{above.iri}.1"), label=Text(value="Support"), broader=(above.iri,)) for above in clusters
    ]
    bakers = Iri(plant_base.identifiers.mint("onet", "51-3011.00"))
    baking = Occupation(iri=bakers, label=Text(value="Bakers"), career_clusters=tuple(one.iri for one in pathways))
    add(plant_base, "clusters", [*clusters, *pathways, baking])
    sectors = read_sectors(plant_base, read_occupations(plant_base))

    found = {sector.slug: sector.within for sector in sectors if sector.label == "Support"}
    assert found == {"support-care": "Care", "support-law": "Law"}
    assert find_sector(sectors, "support-law").within == "Law"
    with pytest.raises(UnknownSectorError, match="the nearest: support-care, support-law"):
        find_sector(sectors, "Support")


def test_a_word_shared_by_chance_is_no_nearest_sector() -> None:
    sectors = (Sector("area-and-group-studies", "Area, Ethnic and Group Studies", (0,)), Sector("law", "Law", (1,)))
    with pytest.raises(UnknownSectorError, match="there are area-and-group-studies, law"):
        find_sector(sectors, "major-group-47")
    with pytest.raises(UnknownSectorError, match="the nearest: area-and-group-studies"):
        find_sector(sectors, "aria and groop studies")


def test_an_unknown_sector_names_those_there_are(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="plants"):
        find_sector(plants.sectors, "zzz")


def test_of_many_sectors_that_are_not_like_the_name_it_is_said_how_many_there_are() -> None:
    titles = ("Health", "Trades", "Farming", "Finance", "Mining", "Energy")
    sectors = tuple(Sector(title.casefold(), title, (0,)) for title in titles)

    with pytest.raises(UnknownSectorError, match="there are health, trades, farming, finance, mining and 1 more"):
        find_sector(sectors, "bakery")
    with pytest.raises(UnknownSectorError, match="the nearest: mining"):
        find_sector(sectors, "minning")


def test_a_pathway_that_the_list_leaves_without_a_name_has_one(
    plant_base: KnowledgeBase, add: Callable[[KnowledgeBase, str, list[Record]], Release]
) -> None:
    pathway = Concept(iri=Iri("http://x/4.3"), label=Text(value="4.3"))
    bakers = Iri(plant_base.identifiers.mint("onet", "51-3011.00"))
    add(
        plant_base, "clusters", [pathway, Occupation(iri=bakers, label=Text(value="B"), career_clusters=(pathway.iri,))]
    )
    labels = {sector.label for sector in read_sectors(plant_base, read_occupations(plant_base))}
    assert "Human Resources Pathway" in labels
    assert "4.3" not in labels
