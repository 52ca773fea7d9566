"""What can be told of private lists once others are public, by how few stand behind what is published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ontology.records import Footing, Iri, PublicationStatus, Release, SkillRequirement
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.imports import import_release
from standards.publishing import Mover, keep_back, release_list
from standards.publishing.exposure import Exposure, exposure
from standards.publishing.footing import footing_release
from standards.sources.publication import new_release

FIRMS = ("dam", "plant", "mill", "grid", "yard")
OCCUPATION = Iri("http://localhost:8000/id/onet/51-8013.00")
WELD, LOCK = (Iri(f"http://localhost:8000/id/river/{name}") for name in ("weld", "lock"))


def organization(name: str) -> Iri:
    return Iri(f"http://localhost:8000/id/organization/{name}")


def asks(competency: Iri, firm: str | None, level: float | None) -> Footing:
    iri = Iri(f"{competency}/{firm}")
    whose = organization(firm) if firm else None
    return Footing(iri=iri, competency=competency, occupation=OCCUPATION, firm=whose, level=level)


def heard(competency: Iri) -> list[Footing]:
    """That all five lists were compared."""
    return [
        Footing(iri=Iri(f"{competency}/heard/{firm}"), competency=competency, firm=organization(firm), said=True)
        for firm in FIRMS
    ]


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    """Five firms' lists, and a version: the level of welding is of four of them, that of locking the panel's own."""
    rows = [
        *(asks(WELD, firm, level) for firm, level in zip(FIRMS, (2, 3, 4, 5, None), strict=True)),
        asks(WELD, None, 3.5),
        *(asks(LOCK, firm, 2) for firm in FIRMS[:3]),
        asks(LOCK, None, 2),
        *heard(WELD),
    ]
    needs = [
        SkillRequirement(iri=Iri(f"{one}/needed"), competency=one, occupation=OCCUPATION, level=level)
        for one, level in ((WELD, 3.5), (LOCK, 6))
    ]
    with KnowledgeBase.in_memory() as base:
        for firm in FIRMS:
            own = tmp_path / f"{firm}.csv"
            own.write_text("Skill,Level\nWeld boiler tubes,2\n")
            import_release(base, "sheet", [own])
        version = new_release(base.identifiers, "river", "1.0", "River 1.0", language="en")
        published = {"reader": "partnership", "status": Iri(PublicationStatus.PUBLISHED)}
        base.replace(version.model_copy(update=published), [], [encoded(needs)])
        base.replace(footing_release(base.identifiers, "river"), [], [encoded(rows)])
        yield base


def release(base: KnowledgeBase, firm: str) -> Exposure:
    return exposure(base, release_list(base, "river", firm, Mover("Ines Calder", at=later())))


def later() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=1)


def test_as_long_as_three_private_lists_stand_behind_each_number_nobody_is_exposed(base: KnowledgeBase) -> None:
    """Of four levels one is public; of five lists that were compared, too. What the panel states rests on none."""
    assert release(base, "dam") == Exposure(0, ())


def test_with_two_behind_it_both_are_named_and_what_the_panel_states_rests_on_none(base: KnowledgeBase) -> None:
    """The level is of the mill and the grid still; that five lists were compared leaves three."""
    release(base, "dam")

    assert release(base, "plant") == Exposure(1, ("grid", "mill"))


def test_of_a_list_that_a_number_does_not_rest_on_nothing_is_said_of_it(base: KnowledgeBase) -> None:
    """The yard gives no level: beside its list, that of the dam and the plant, two lists stand behind the support."""
    for firm in ("dam", "plant"):
        release(base, firm)

    assert release(base, "yard") == Exposure(1, ("grid", "mill"))


def test_who_is_alone_behind_it_is_named_and_where_nobody_is_left_nobody(base: KnowledgeBase) -> None:
    for firm in ("dam", "plant", "yard"):
        release(base, firm)

    assert release(base, "mill") == Exposure(2, ("grid",))
    assert release(base, "grid") == Exposure(0, ())


def test_a_list_that_is_kept_back_again_is_private(base: KnowledgeBase) -> None:
    release(base, "dam")
    keep_back(base, "river", "dam", Mover("Ines Calder", at=later() + timedelta(seconds=1)))

    assert release(base, "plant") == Exposure(0, ())


def test_a_list_that_the_firm_gave_for_another_standard_neither_hides_nor_exposes_this_one(
    base: KnowledgeBase,
) -> None:
    """The grid's list for the roads is public, its list for the river is not."""
    add_list(base, "grid", standard="roads")
    for firm in ("dam", "plant"):
        release(base, firm)
    roads = release_list(base, "roads", "grid", Mover("Ines Calder", at=later()))

    assert (roads.source, exposure(base, roads)) == ("sheet-roads-grid", Exposure(0, ()))
    assert release(base, "mill") == Exposure(2, ("grid", "yard"))


def test_a_list_of_the_standards_own_stands_before_the_one_of_the_firms_name(base: KnowledgeBase) -> None:
    add_list(base, "grid", standard="river")
    named = base.release("sheet-grid")
    release(base, "dam")

    assert release(base, "grid") == Exposure(1, ("mill", "plant"))
    assert exposure(base, named) == Exposure(0, ())


def add_list(base: KnowledgeBase, firm: str, standard: str) -> None:
    """Store what a firm gave for a standard alone beside its list for all others."""
    own = new_release(base.identifiers, f"sheet-{standard}-{firm}", "1", f"List of {firm}", language="en")
    for_one = {"reader": "sheet", "part_of": (Iri(base.identifiers.mint("partnership", standard)),)}
    said = base.graph(base.release(f"sheet-{firm}")).serialize(format="nt").encode()
    base.replace(own.model_copy(update=for_one), [], [said])


def test_nothing_rests_on_a_list_before_anything_is_published(base: KnowledgeBase) -> None:
    stored: list[Release] = [one for one in base.releases() if one.reader == "footing"]
    base.remove(stored)

    assert {release(base, firm) for firm in FIRMS} == {Exposure(0, ())}
