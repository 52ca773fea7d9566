"""Who came to a partnership and left it from one release to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ontology.records import Iri, Partnership, Record, Release, Text
from ontology.store import KnowledgeBase
from standards.differences import Difference, compare
from tests.standards.differences.conftest import firm

Put = Callable[..., Release]
Compared = Callable[[Iterable[Record], Iterable[Record]], Difference]
Changes = list[tuple[str, list[str], list[str]]]

ASH, BIRCH, CEDAR = (Iri(f"http://x/id/std/{name}") for name in ("ash", "birch", "cedar"))


def panel(name: str, *members: Iri) -> Partnership:
    return Partnership(iri=Iri(f"http://x/id/std/{name}"), label=Text(value=name), members=members)


def told(difference: Difference) -> Changes:
    return [
        (one.partnership.label, [each.label for each in one.joined], [each.label for each in one.left])
        for one in difference.members
    ]


def test_who_came_and_who_left(between_versions: Compared) -> None:
    before = [panel("north", ASH, BIRCH), firm(ASH), firm(BIRCH)]
    after = [panel("north", ASH, CEDAR), firm(ASH), firm(CEDAR)]

    assert told(between_versions(before, after)) == [("north", ["Cedar"], ["Birch"])]


def test_who_left_is_told_though_it_is_described_still(between_versions: Compared) -> None:
    described = [firm(ASH), firm(BIRCH)]

    found = between_versions([panel("north", ASH, BIRCH), *described], [panel("north", ASH), *described])

    assert told(found) == [("north", [], ["Birch"])]


def test_who_went_from_one_to_another_of_the_same_release_did_neither(between_versions: Compared) -> None:
    described = [firm(ASH), firm(BIRCH)]
    before = [panel("north", ASH, BIRCH), panel("south"), *described]
    after = [panel("north", ASH), panel("south", BIRCH), *described]

    assert told(between_versions(before, after)) == []


def test_what_is_no_standard_of_ours_has_no_members_to_tell(base: KnowledgeBase, put: Put) -> None:
    put("std@1", [panel("north", ASH), firm(ASH)])
    put("std@2", [panel("north"), firm(ASH)])

    assert told(compare(base, "std@1", "std@2")) == []
