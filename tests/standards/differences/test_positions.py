"""How members stand otherwise from one published version to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import pytest

from ontology.records import (
    Competency,
    Endorsement,
    Iri,
    Organization,
    Partnership,
    Position,
    PublicationStatus,
    Record,
    Release,
    Role,
    Text,
)
from ontology.store import KnowledgeBase
from standards.differences import Difference, compare
from standards.differences.stands import Stand

Put = Callable[..., Release]

ASH, BIRCH, PANEL, TIES = (Iri(f"http://x/id/std/{name}") for name in ("ash", "birch", "panel", "ties"))


def firm(address: Iri) -> Organization:
    return Organization(iri=address, label=Text(value=address.rpartition("/")[2].title()), roles=(Iri(Role.FIRM),))


def panel(*members: Iri) -> list[Record]:
    ties = Competency(iri=TIES, label=Text(value="Ties a bowline"))
    return [Partnership(iri=PANEL, label=Text(value="Panel"), members=members), firm(ASH), firm(BIRCH), ties]


def said(position: Position, *, by: Iri = ASH, version: str = "1", reason: str | None = None) -> Endorsement:
    return Endorsement(
        iri=Iri(f"http://x/id/std/said/{by[-3:]}-{position.name.lower()}-{version}"),
        standard=PANEL,
        organization=by,
        position=Iri(position),
        subject=TIES,
        seen="0" * 64,
        reason=reason,
        version=version,
        at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def words(stand: Stand | None) -> str | None:
    return None if stand is None else f"{stand.position} {stand.reason}".strip()


def told(difference: Difference) -> list[tuple[str, str, str | None, str | None]]:
    return [(one.member.label, one.subject.label, words(one.before), words(one.after)) for one in difference.positions]


@pytest.fixture
def compared(base: KnowledgeBase, put: Put) -> Callable[[Iterable[Record], Iterable[Record]], Difference]:
    def of(before: Iterable[Record], after: Iterable[Record]) -> Difference:
        put("std@1", before, status=PublicationStatus.PUBLISHED)
        put("std@2", after, status=PublicationStatus.PUBLISHED)
        return compare(base, "std@1", "std@2")

    return of


def test_a_position_that_turned_is_told_with_its_reason(compared: Callable[..., Difference]) -> None:
    before = [*panel(ASH), said(Position.DISSENT, reason="We have no ropes")]
    after = [*panel(ASH), said(Position.ENDORSE, version="2")]

    assert told(compared(before, after)) == [("Ash", "Ties a bowline", "dissent We have no ropes", "endorse")]


def test_a_position_taken_back_counts_as_none(compared: Callable[..., Difference]) -> None:
    before = [*panel(ASH), said(Position.ENDORSE)]
    after = [*panel(ASH), said(Position.WITHDRAW, version="2")]

    assert told(compared(before, after)) == [("Ash", "Ties a bowline", "endorse", None)]


def test_a_position_of_an_earlier_version_is_none_of_this_one(compared: Callable[..., Difference]) -> None:
    former = said(Position.ENDORSE)

    assert told(compared([*panel(ASH), former], [*panel(ASH), former])) == [("Ash", "Ties a bowline", "endorse", None)]


def test_how_those_stood_who_left_is_no_change_of_theirs(compared: Callable[..., Difference]) -> None:
    before = [*panel(ASH, BIRCH), said(Position.ENDORSE, by=BIRCH)]

    assert told(compared(before, panel(ASH))) == []


def test_nobody_can_stand_to_what_is_gone(compared: Callable[..., Difference]) -> None:
    before = [*panel(ASH), said(Position.ENDORSE)]
    without = [one for one in panel(ASH) if one.iri != TIES]

    assert told(compared(before, without)) == []


def test_of_a_working_copy_no_position_is_published(base: KnowledgeBase, put: Put) -> None:
    put("std@1", [*panel(ASH), said(Position.ENDORSE)], status=PublicationStatus.PUBLISHED)
    put("std@2", panel(ASH), status=PublicationStatus.DRAFT)

    found = compare(base, "std@1", "std@2")

    assert told(found) == []
    assert any(note.startswith("how members stand is not compared") for note in found.notes)
