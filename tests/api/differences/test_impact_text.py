"""How an impact reads: what points to a thing, how, and which versions say so."""

from __future__ import annotations

from api.differences.impact_text import write_text
from pathways.impact import Impact
from pathways.impact.impact import TouchedThing
from pathways.impact.ladders import TouchedLadder, TouchedOccupation
from standards.differences.difference import Side
from standards.differences.reference import Reference, ReferenceKind
from standards.differences.thing import Thing
from standards.differences.touched import Touched, Why

WELD = Thing(iri="http://x/weld", label="Weld", kind="skill", code="H-1")
THEIRS = Thing(iri="http://x/theirs", label="Join", kind="concept", code="T1")
SIDE = Side(name="std@1", title="Standard", graph="http://x/graph", things=1)


def reference(kind: ReferenceKind, relation: str, *releases: str, outgoing: bool = False) -> Reference:
    return Reference(
        kind=kind, releases=releases, touched=WELD.iri, subject=THEIRS, relation=relation, outgoing=outgoing
    )


def lines(*references: Reference, ladders: tuple[TouchedLadder, ...] = ()) -> list[str]:
    gone = Touched(thing=WELD, why=Why.REMOVED)
    counted = {kind: sum(one.kind is kind for one in references) for kind in {one.kind for one in references}}
    thing = TouchedThing(touched=gone, todo=gone.todo, references=counted)
    return write_text(
        Impact(older=SIDE, newer=SIDE, things=(thing,), references=references, ladders=ladders), 10
    ).splitlines()


def test_versions_of_one_standard_are_told_apart_and_together() -> None:
    link = reference(ReferenceKind.LINK, "skos:related", "panel@1.1", "panel@1.0", "panel@draft", "dock@2")
    assert "    1 link: T1 Join [skos:related, panel@1.1, @1.0 and @draft, dock@2]" in lines(link)


def test_a_mapping_of_the_thing_itself_is_told_as_its_own() -> None:
    mapping = reference(ReferenceKind.MAPPING, "skos:broadMatch", "crosswalk@1", outgoing=True)
    assert "    1 mapping: T1 Join [its skos:broadMatch, crosswalk@1]" in lines(mapping)


def test_ladders_say_how_many_of_their_occupations_and_courses_are_named_only_where_there_are_any() -> None:
    welder = TouchedOccupation(occupation=THEIRS, competencies=2)
    ladder = TouchedLadder(sector="harbor", label="Harbor Panel", kind="partnership", size=3, occupations=(welder,))
    found = lines(ladders=(ladder,))

    at = found.index("Ladder of Harbor Panel, --sector harbor: 1 of 3 occupations")
    assert found[at + 1] == "  T1 Join: asks for 2 things that changed"
    assert "1 ladder touched" in found
    assert not [line for line in found if "outcome" in line]


def test_a_ladder_that_asks_otherwise_for_the_same_things_is_touched_and_nothing_else_is_not() -> None:
    welder = TouchedOccupation(occupation=THEIRS, competencies=2)
    ladder = TouchedLadder(sector="harbor", label="Harbor Panel", kind="partnership", size=3, occupations=(welder,))
    empty = Impact(older=SIDE, newer=SIDE, things=())

    asked = write_text(empty.model_copy(update={"ladders": (ladder,)}), 10)
    assert "Nothing is touched" not in asked
    assert "No thing is touched itself; what is asked for changed.\n1 ladder touched\n" in asked
    assert "Nothing is touched." in write_text(empty, 10)
