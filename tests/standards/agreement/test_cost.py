"""What an agreement costs grows with the statements, not with their square: counted in steps, never by a clock."""

from dataclasses import replace
from functools import partial
from unittest.mock import Mock

import pytest

from ontology.identifiers import Identifiers
from ontology.records import Candidate, Endorsement, Iri, Position, SkillRequirement, Support, Voice
from standards.agreement import (
    Agreement,
    Ballot,
    Employment,
    Log,
    Motion,
    Outcome,
    Parties,
    Quorum,
    account,
    judge,
    write_book,
)
from standards.publishing.agreed import AgreedStandard
from standards.publishing.links import Links
from tests.standards.agreement.conftest import DANA, FRAMEWORK, MINT, NOON, SAILOR, SLUG, en, firm, members
from tests.steps import steps

FEW, MANY, FOURFOLD = 20, 100, 4


def many(number: int) -> Agreement:
    """A proposal with so many statements, each of which two firms say."""
    addresses = [Iri(MINT(SLUG, "candidate", f"{at:04d}")) for at in range(number)]
    said = [
        Candidate(iri=one, statement=en(f"Row boat {one[-4:]}"), proposed_for=FRAMEWORK, support=Iri(Support.SHARED))
        for one in addresses
    ]
    voices = [
        Voice(
            iri=Iri(f"{one}/{name}"),
            candidate=one,
            firm=firm(name),
            own_statement=Iri(f"{one}/own-{name}"),
            words=en("Row"),
            confidence=0.9,
        )
        for one in addresses
        for name in ("tug-co", "ferry-co")
    ]
    inside = Parties.of(members(), [one.iri for one in members()])
    ballot = Ballot(inside, Quorum(firms=2), Employment({}))
    return Agreement(SLUG, FRAMEWORK, tuple(said), tuple(voices), Log(), ballot)


def accepted(agreement: Agreement) -> Agreement:
    """Accept all of it, by revision, and give each a code."""
    motions = [Motion(one.iri, "accept", one.revision) for one in agreement.statements.values()]
    decisions, report = judge(agreement, motions, DANA, Identifiers())
    assert not report.refused
    return Agreement(SLUG, FRAMEWORK, agreement.candidates, agreement.voices, Log(tuple(decisions)), agreement.ballot)


def test_accepting_four_times_as_many_takes_four_times_the_steps() -> None:
    taken = [steps(partial(accepted, many(number))) for number in (FEW, FOURFOLD * FEW)]

    assert taken[1] < 1.2 * FOURFOLD * taken[0]


def test_telling_four_times_as_many_takes_four_times_the_steps() -> None:
    agreements = [accepted(many(number)) for number in (FEW, FOURFOLD * FEW)]
    taken = [steps(partial(account, one)) for one in agreements]

    assert {one.outcome for one in agreements[1].statements.values()} == {Outcome.ACCEPTED}
    assert taken[1] < 1.2 * FOURFOLD * taken[0]


def test_a_workbook_asks_for_the_account_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Mock(side_effect=account)
    monkeypatch.setattr("standards.agreement.tables.account", asked)
    write_book(many(2))

    assert asked.call_count == 1


def test_publishing_four_times_as_many_takes_four_times_the_steps() -> None:
    taken = [steps(partial(published, accepted(many(number)))) for number in (MANY, FOURFOLD * MANY)]

    assert taken[1] < 1.2 * FOURFOLD * taken[0]


def published(agreement: Agreement) -> int:
    """Say what a version has of it, where both firms adopt all; the number of records."""
    said = [
        Endorsement(
            iri=Iri(f"{one.iri}/{name}"),
            standard=FRAMEWORK,
            organization=firm(name),
            position=Iri(Position.ENDORSE),
            subject=one.iri,
            seen=one.seen,
            at=NOON,
        )
        for one in agreement.statements.values()
        for name in ("tug-co", "ferry-co")
    ]
    agreed = replace(agreement, log=replace(agreement.log, endorsements=tuple(said)))
    needs = [
        SkillRequirement(iri=Iri(f"{one.iri}/needed"), occupation=SAILOR, competency=Iri(MINT(SLUG, one.code or "")))
        for one in agreed.statements.values()
    ]
    links = Links(Identifiers(), SLUG, {})
    standard = AgreedStandard(
        agreed, Identifiers(), frozenset({SAILOR}), tuple(needs), frozenset(), {}, agreed.work, links
    )
    records = list(standard.records("1.0"))
    assert len(records) == 5 * len(agreed.statements)
    return len(records)
