"""The groups of the SOC and the fields of study as sectors."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.records import Concept, Iri, Record, Release, Text
from ontology.store import KnowledgeBase
from pathways.occupations.facts import read_codes
from pathways.occupations.fields_of_study import title_of
from pathways.occupations.groups import groups, minor_group, read_groups
from pathways.occupations.sectors import SectorKind, UnknownSectorError, find_sector, sectors_of


def test_a_group_needs_two_occupations_and_a_minor_one_names_its_major_one() -> None:
    places = {"15-1252.00": 0, "15-1211.00": 1, "15-2051.00": 2, "29-1141.00": 3}
    found = {sector.slug: (sector.members, sector.within) for sector in read_groups(places)}
    assert found == {
        "computer-and-mathematical-occupations": ((0, 1, 2), ""),
        "computer-occupations": ((0, 1), "Computer and Mathematical Occupations"),
    }


def test_every_occupation_with_a_known_major_group_has_a_minor_one() -> None:
    assert all(minor_group(code) == code for code in groups())
    assert minor_group("31-1131.00") == "31-1100"
    assert minor_group("55-1011.00") == ""


def test_a_field_of_study_holds_what_its_programs_lead_to(
    plant_base: KnowledgeBase, add: Callable[[KnowledgeBase, str, list[Record]], Release]
) -> None:
    codes = read_codes(plant_base)
    works = sorted({code[:7] for code in codes.values()})[:2]
    mint = plant_base.identifiers.mint
    family = Concept(iri=Iri(mint("cip", "48")), notation="48", label=Text(value="PRECISION PRODUCTION."))
    program = Concept(
        iri=Iri(mint("cip", "48.0501")),
        notation="48.0501",
        label=Text(value="Machine Tool Technology."),
        related_matches=tuple(Iri(mint("soc", work)) for work in works),
    )
    add(plant_base, "cip", [family, program])
    (field,) = [s for s in sectors_of(plant_base, codes) if s.kind is SectorKind.FIELD]
    order = sorted(codes.values())
    assert (field.slug, field.label) == ("precision-production-programs", "Precision Production Programs")
    assert {order[place][:7] for place in field.members} == {*works}


def test_titles_are_read_without_their_capitals() -> None:
    assert title_of("PARKS, RECREATION, LEISURE, FITNESS, AND KINESIOLOGY.") == (
        "Parks, Recreation, Leisure, Fitness, and Kinesiology Programs"
    )


def test_a_word_finds_all_sectors_that_have_it() -> None:
    sectors = tuple(read_groups({"15-1252.00": 0, "15-1211.00": 1, "15-2051.00": 2}))
    with pytest.raises(UnknownSectorError, match="computer-and-mathematical-occupations, computer-occupations"):
        find_sector(sectors, "computer")
    assert find_sector(sectors, "computer-and").label == "Computer and Mathematical Occupations"
