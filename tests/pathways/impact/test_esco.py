"""The impact of ESCO 1.1.1 on what rests on 1.1.0: ten concepts that were looked up by hand in the publisher's files.

The numbers are those of ``occupationSkillRelations.csv`` and of the crosswalk, as docs/how-to/version-differences.md
lists them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from pathways.impact import Impact, impact_of
from pathways.impact.impact import TouchedThing
from standards.differences import compare
from standards.differences.reference import Reference, ReferenceKind
from standards.differences.touched import Why

ESCO = "http://data.europa.eu/esco"
RADIOGRAPHER = "occupation/a9e54177-a185-404d-b6e6-15663d31137e"
SUSTAINABILITY_MANAGER = "occupation/2cf2b905-3308-4b5d-8e8d-633fc7a3f3ce"
INCLUSION = "skill/cd50d616-1f8b-481e-983f-68d2674ff82d"
STUDIO = "skill/094bc577-0389-4cbb-9c28-c0888c5942e8"
BOTH = ("esco@1.1.1", "esco@1.1.0")


@pytest.fixture(scope="module")
def impact(esco_releases: Path) -> Impact:
    with KnowledgeBase.open(esco_releases) as base:
        return impact_of(base, compare(base, "esco@1.1.0", "esco@1.1.1"))


def touched(impact: Impact, concept: str) -> TouchedThing | None:
    return next((one for one in impact.things if one.touched.thing.iri == f"{ESCO}/{concept}"), None)


def pointing(impact: Impact, concept: str) -> list[Reference]:
    return [one for one in impact.references if one.touched == f"{ESCO}/{concept}"]


@pytest.mark.parametrize(
    ("concept", "why", "references", "todo"),
    [
        (RADIOGRAPHER, Why.REMOVED, {}, "Nothing takes its place: take it out, or choose another"),
        (INCLUSION, Why.REWORDED, {ReferenceKind.NEED: 122}, "Read the new words and confirm"),
        (STUDIO, Why.REWORDED, {ReferenceKind.NEED: 2}, "Read the new words and confirm"),
        (
            SUSTAINABILITY_MANAGER,
            Why.MOVED,
            {ReferenceKind.MAPPING: 2},
            "Nothing, unless you count or filter by its group",
        ),
        ("skill/S1.11.1", Why.RECODED, {}, f"Point it to {ESCO}/skill/b590d4e5-7c62-4b4a-abc2-c270b482e0ce"),
        (
            "skill/S4.3.2",
            Why.MERGED,
            {},
            "Point it to 'S4.3.2 managing and administering human resources', which takes in more than it did",
        ),
        (
            "skill/S8.7.2",
            Why.SPLIT,
            {},
            "Choose among 'S8.7.2 maintaining mechanical equipment and tools', "
            "'S7.1.2 installing wooden and metal components', 'S8.7.3 maintaining mechanical machinery'",
        ),
    ],
)
def test_what_is_touched_and_what_points_to_it(
    impact: Impact, concept: str, why: Why, references: dict[ReferenceKind, int], todo: str
) -> None:
    one = touched(impact, concept)
    assert one is not None
    assert (one.touched.why, one.references, one.todo) == (why, references, todo)


@pytest.mark.parametrize(
    "concept",
    [
        pytest.param("skill/572c49a1-d974-46c1-a937-8358dcc97048", id="a semicolon is gone"),
        pytest.param("skill/0c52f41b-4e95-4a3c-9d47-0c71e61cf82a", id="a letter was missing"),
        pytest.param("skill/426ceaba-6867-481c-bb6b-aee3933da7d2", id="a group became a skill"),
    ],
)
def test_what_only_was_tidied_up_is_not_touched(impact: Impact, concept: str) -> None:
    assert touched(impact, concept) is None
    assert pointing(impact, concept) == []


def test_the_crosswalk_matches_one_occupation_with_two(impact: Impact) -> None:
    assert [
        (one.subject.code, one.subject.label, one.relation, one.releases)
        for one in pointing(impact, SUSTAINABILITY_MANAGER)
    ] == [
        ("11-1011.03", "Chief Sustainability Officers", "skos:closeMatch", ("crosswalk@1",)),
        ("13-1199.05", "Sustainability Specialists", "skos:closeMatch", ("crosswalk@1",)),
    ]


def test_both_releases_say_who_asks_for_it(impact: Impact) -> None:
    asked = {(one.subject.label, one.relation, one.releases) for one in pointing(impact, STUDIO)}
    assert asked == {("print studio supervisor", "essential", BOTH), ("manufacturing manager", "optional", BOTH)}
    assert {one.releases for one in pointing(impact, INCLUSION)} == {BOTH}
