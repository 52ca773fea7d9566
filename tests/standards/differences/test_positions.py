"""How members stand otherwise from one published version to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from ontology.records import (
    Competency,
    Endorsement,
    Iri,
    Partnership,
    Position,
    PublicationStatus,
    Record,
    Release,
    Text,
)
from ontology.store import KnowledgeBase
from standards.differences import Difference, compare
from standards.differences.stands import Stand
from tests.standards.differences.conftest import firm

Put = Callable[..., Release]
Compared = Callable[[Iterable[Record], Iterable[Record]], Difference]

ASH, BIRCH, PANEL, TIES = (Iri(f"http://x/id/std/{name}") for name in ("ash", "birch", "panel", "ties"))


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


def test_a_position_that_turned_is_told_with_its_reason(between_versions: Compared) -> None:
    before = [*panel(ASH), said(Position.DISSENT, reason="We have no ropes")]
    after = [*panel(ASH), said(Position.ENDORSE, version="2")]

    assert told(between_versions(before, after)) == [("Ash", "Ties a bowline", "dissent We have no ropes", "endorse")]


def test_a_position_taken_back_counts_as_none(between_versions: Compared) -> None:
    before = [*panel(ASH), said(Position.ENDORSE)]
    after = [*panel(ASH), said(Position.WITHDRAW, version="2")]

    assert told(between_versions(before, after)) == [("Ash", "Ties a bowline", "endorse", None)]


def test_a_position_of_an_earlier_version_is_none_of_this_one(between_versions: Compared) -> None:
    former = said(Position.ENDORSE)

    assert told(between_versions([*panel(ASH), former], [*panel(ASH), former])) == [
        ("Ash", "Ties a bowline", "endorse", None)
    ]


def test_how_those_stood_who_left_is_no_change_of_theirs(between_versions: Compared) -> None:
    before = [*panel(ASH, BIRCH), said(Position.ENDORSE, by=BIRCH)]

    assert told(between_versions(before, panel(ASH))) == []


def test_nobody_can_stand_to_what_is_gone(between_versions: Compared) -> None:
    before = [*panel(ASH), said(Position.ENDORSE)]
    without = [one for one in panel(ASH) if one.iri != TIES]

    assert told(between_versions(before, without)) == []


def test_of_a_working_copy_no_position_is_published(base: KnowledgeBase, put: Put) -> None:
    put("std@1", [*panel(ASH), said(Position.ENDORSE)], status=PublicationStatus.PUBLISHED)
    put("std@2", panel(ASH), status=PublicationStatus.DRAFT)

    found = compare(base, "std@1", "std@2")

    assert told(found) == []
    assert any(note.startswith("how members stand is not compared") for note in found.notes)
