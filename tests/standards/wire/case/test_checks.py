"""What must hold of a package as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import RefusedError
from ontology.report import Finding, Severity
from standards.wire.case.checks import checked
from standards.wire.case.package import Package
from standards.wire.case.records import Resource
from standards.wire.circles import circles
from tests.standards.wire.case.conftest import DOCUMENT, association, item, package, uuid

if TYPE_CHECKING:
    from tests.standards.wire.case.conftest import Json, Read

ONE, TWO, THREE = item(2), item(3, "Grind"), item(4, "Test")
ELSEWHERE = item(9, "Elsewhere")


def refused(read: Read, said: Json) -> list[Finding]:
    with pytest.raises(RefusedError) as error:
        read(said)
    return error.value.report.of(Severity.ERROR)


def test_two_things_at_one_address_are_refused(read: Read) -> None:
    found = refused(read, package(ONE, TWO | {"uri": ONE["uri"]}))
    assert [(finding.code, finding.node) for finding in found] == [("claimed-twice", ONE["uri"])]


def test_two_items_of_one_identifier_are_refused(read: Read) -> None:
    found = refused(read, package(ONE, TWO | {"identifier": ONE["identifier"]}))
    assert [(finding.code, finding.value) for finding in found] == [("claimed-twice", uuid(2))]


def test_however_many_claim_the_same_the_package_is_gone_through_as_often(read: Read) -> None:
    """Ten thousand items with one another's identifiers took minutes."""
    times: list[int] = []

    class Counted(Package):
        def __iter__(self) -> Iterator[Resource]:
            times[-1] += 1
            return super().__iter__()

    for number in (1, 50):
        items = [item(2 + at) for at in range(2 * number)]
        found, _ = read(package(*items))
        same = tuple(one.model_copy(update={"identifier": uuid(9)}) for one in found.items)
        times.append(0)
        assert "claimed-twice" in {one.code for one in checked(Counted(found.document, same), "made.json")}
    assert times[0] == times[1]


def test_an_item_and_an_association_may_share_an_identifier(read: Read) -> None:
    found, _ = read(package(ONE, associations=(association(2, "isChildOf", ONE, DOCUMENT),)))
    assert len(list(found)) == 3


def test_a_child_of_what_is_not_there_is_refused(read: Read) -> None:
    found = refused(read, package(ONE, associations=(association(5, "isChildOf", ONE, ELSEWHERE),)))
    assert [(finding.code, finding.path, finding.value) for finding in found] == [
        ("dangling", "destinationNodeURI", ELSEWHERE["uri"])
    ]


def test_other_associations_may_lead_elsewhere_but_not_from_elsewhere_too(read: Read) -> None:
    out = association(5, "exactMatchOf", ONE, ELSEWHERE)
    lost = association(6, "precedes", ELSEWHERE, ELSEWHERE)
    _, report = read(package(ONE, associations=(out, lost)))

    assert {(finding.code, finding.node, finding.severity) for finding in report} == {
        ("dangling", lost["uri"], Severity.WARNING)
    }


def test_children_of_one_another_are_refused_with_the_circle(read: Read) -> None:
    arrows = ((5, ONE, TWO), (6, TWO, THREE), (7, THREE, ONE))
    said = package(ONE, TWO, THREE, associations=tuple(association(n, "isChildOf", a, b) for n, a, b in arrows))
    (found,) = refused(read, said)

    assert found.code == "cycle"
    assert found.message == "3 statements are children of one another"


def test_a_type_that_case_does_not_have_is_refused_and_one_of_ones_own_is_not(read: Read) -> None:
    found = refused(read, package(ONE, TWO, associations=(association(5, "isFriendOf", ONE, TWO),)))
    assert [(finding.code, finding.value) for finding in found] == [("unknown-type", "isFriendOf")]

    own, _ = read(package(ONE, TWO, associations=(association(5, "ext:isFriendOf", ONE, TWO),)))
    assert own.associations[0].association_type == "ext:isFriendOf"


def test_addresses_of_two_versions_are_said(read: Read) -> None:
    older = TWO | {"uri": TWO["uri"].replace("v1p1", "v1p0")}
    _, report = read(package(ONE, older))
    assert [(finding.code, finding.value) for finding in report] == [("mixed-versions", "v1p0, v1p1")]


@given(st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=3), max_size=8))
def test_a_circle_is_found_exactly_where_something_is_above_itself(arrows: dict[int, list[int]]) -> None:
    named = {str(start): [str(end) for end in ends] for start, ends in arrows.items()}

    def above(start: str) -> set[str]:
        found: set[str] = set()
        left = list(named.get(start, ()))
        while left:
            if (end := left.pop()) not in found:
                found.add(end)
                left += named.get(end, ())
        return found

    found = list(circles(named))
    assert bool(found) == any(start in above(start) for start in named)
    for circle in found:
        ends = (*circle.names[1:], circle.names[0])
        assert all(end in named[start] for start, end in zip(circle.names, ends, strict=True))
        assert circle.length == len(circle.names)


def test_of_a_long_circle_the_first_are_named() -> None:
    (circle,) = circles({str(number): [str((number + 1) % 12)] for number in range(12)})

    assert circle.length == 12
    assert str(circle) == "0 -> 1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> 9 -> … -> 0"
