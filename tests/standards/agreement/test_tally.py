"""The quorum, worked by hand: three firms that employ 300, 100 and 100, of whom two with 60% must adopt."""

from dataclasses import replace

import pytest

from ontology.records import Endorsement, Iri, Position, Role
from standards.agreement import Ballot, Employment, Outcome, Parties, Quorum, Statement, Status
from standards.agreement.quorum import judged
from tests.standards.agreement.conftest import FIRMS, FRAMEWORK, MINT, NOON, QUORUM, ROPES, SLUG, en, firm, members

EMPLOYMENT = Employment({firm(name): number for name, number in FIRMS.items()})
PARTIES = Parties.of(members(), [one.iri for one in members()])
BALLOT = Ballot(PARTIES, QUORUM, EMPLOYMENT)
ACCEPTED = Statement(ROPES, en("Splice"), en("Splice"), outcome=Outcome.ACCEPTED)


def says(name: str, position: Position, seen: str = ACCEPTED.seen) -> Endorsement:
    return Endorsement(
        iri=Iri(MINT(SLUG, "position", name)),
        standard=FRAMEWORK,
        organization=firm(name),
        position=Iri(position),
        subject=ROPES,
        seen=seen,
        at=NOON,
    )


YES, CHANGED, NONE, NO = Position.ENDORSE, Position.ADOPT_WITH_CHANGE, Position.ABSTAIN, Position.DISSENT


@pytest.mark.parametrize(
    ("said", "status", "share"),
    [
        ({}, Status.ACCEPTED, 0),
        ({"tug-co": YES}, Status.ACCEPTED, 0.6),  # the share is there, and one firm is missing
        ({"ferry-co": YES, "dredge-co": YES}, Status.ACCEPTED, 0.4),  # two firms, and 40% of the employment
        ({"tug-co": YES, "ferry-co": YES}, Status.AGREED, 0.8),
        ({"tug-co": CHANGED, "ferry-co": YES}, Status.AGREED, 0.8),
        ({"tug-co": YES, "ferry-co": NONE, "dredge-co": NONE}, Status.ACCEPTED, 0.6),
        ({"tug-co": YES, "ferry-co": NO, "dredge-co": YES}, Status.AGREED, 0.8),  # dissent stands beside it
        ({"tug-co": NO, "ferry-co": YES, "dredge-co": YES}, Status.CONTESTED, 0.4),  # 60% cannot be reached any more
        ({"ferry-co": NO}, Status.ACCEPTED, 0),  # the other two could still carry it
        ({"ferry-co": NO, "dredge-co": NO}, Status.CONTESTED, 0),
    ],
)
def test_the_quorum(said: dict[str, Position], status: Status, share: float) -> None:
    tally = BALLOT.tally(ACCEPTED, [says(name, position) for name, position in said.items()])

    assert tally.status is status
    assert tally.share == pytest.approx(share)


def test_a_union_or_a_college_does_not_count_among_the_firms() -> None:
    said = [says("tug-co", YES), says("seafarers", YES), says("harbor-college", YES)]
    tally = BALLOT.tally(ACCEPTED, said)

    assert (tally.status, tally.adopters) == (Status.ACCEPTED, (firm("tug-co"),))
    assert {one.organization for one in tally.positions} == {firm("tug-co"), firm("seafarers"), firm("harbor-college")}


def test_a_position_on_another_wording_is_asked_again() -> None:
    tally = BALLOT.tally(ACCEPTED, [says("tug-co", YES), says("ferry-co", YES, "e" * 64)])

    assert tally.status is Status.ACCEPTED
    assert [one.organization for one in tally.outdated] == [firm("ferry-co")]
    assert tally.silent == (firm("dredge-co"), firm("ferry-co"))


def test_a_firm_that_left_is_shown_and_does_not_count() -> None:
    left = Ballot(Parties.of(members(), [firm("tug-co"), firm("dredge-co")]), QUORUM, EMPLOYMENT)
    tally = left.tally(ACCEPTED, [says("tug-co", YES), says("ferry-co", YES)])

    assert tally.status is Status.ACCEPTED
    assert [one.organization for one in tally.departed] == [firm("ferry-co")]


def test_what_was_published_stays_agreed_as_long_as_it_reads_the_same_and_nobody_prevents_it() -> None:
    published = {ACCEPTED.seen}

    assert BALLOT.tally(ACCEPTED, [], published).status is Status.AGREED
    assert BALLOT.tally(ACCEPTED, [], {"f" * 64}).status is Status.ACCEPTED
    assert BALLOT.tally(ACCEPTED, [says("tug-co", NO)], published).status is Status.CONTESTED


def test_a_firm_whose_employment_is_unknown_counts_as_a_firm_and_on_neither_side_of_the_share() -> None:
    ballot = Ballot(PARTIES, QUORUM, Employment({firm("tug-co"): 50, firm("ferry-co"): 50}))
    tally = ballot.tally(ACCEPTED, [says("tug-co", YES), says("dredge-co", YES)])

    assert (tally.status, tally.share) == (Status.ACCEPTED, 0.5)
    assert {finding.code for finding in judged(QUORUM, PARTIES, ballot.employment)} == {"unknown-employment"}


def test_what_is_missing_is_named() -> None:
    tally = BALLOT.tally(ACCEPTED, [says("tug-co", NO), says("ferry-co", YES)])

    assert BALLOT.missing(tally) == (
        "1 more firm, 20% of the employment instead of 60%; not spoken: Dredge Co; dissent: Tug Co"
    )


def test_who_spoke_on_an_earlier_wording_is_not_called_silent() -> None:
    """A union's earlier position is none of a firm's, and who speaks again counts."""
    old = [says("ferry-co", YES, "e" * 64), says("seafarers", YES, "e" * 64)]
    tally = BALLOT.tally(ACCEPTED, [says("tug-co", YES), *old])
    all_old = BALLOT.tally(ACCEPTED, [says(name, YES, "e" * 64) for name in FIRMS])

    assert BALLOT.missing(tally) == "1 more firm; not spoken: Dredge Co; spoke on an earlier wording: Ferry Co"
    assert BALLOT.missing(all_old).endswith("60%; spoke on an earlier wording: Dredge Co, Ferry Co, Tug Co")


def test_a_share_that_is_nearly_enough_is_not_told_as_enough() -> None:
    ballot = Ballot(PARTIES, Quorum(firms=1, employment=0.6), Employment({firm("tug-co"): 597, firm("ferry-co"): 403}))
    tally = ballot.tally(ACCEPTED, [says("tug-co", YES)])

    assert ballot.missing(tally) == "59.7% of the employment instead of 60.0%; not spoken: Dredge Co, Ferry Co"


@pytest.mark.parametrize(
    ("quorum", "known", "columns"),
    [
        (Quorum(firms=4), EMPLOYMENT, ["quorum_firms"]),
        (Quorum(firms=2, employment=0.6), Employment({}), ["quorum_employment"]),
        (Quorum(unions=2), EMPLOYMENT, ["quorum_unions"]),
        (Quorum(firms=3, employment=1.0, unions=1), EMPLOYMENT, []),
    ],
)
def test_a_rule_that_cannot_be_met_is_told_at_once(quorum: Quorum, known: Employment, columns: list[str]) -> None:
    assert [finding.column for finding in judged(quorum, PARTIES, known)] == columns


def test_the_rule_in_words() -> None:
    assert Quorum(firms=3, employment=0.6).in_words(PARTIES) == (
        "adopted by 3 firms with 60% of the employment, and ratified by every union"
    )
    assert Quorum(unions=1).in_words(PARTIES) == "adopted by 1 firm, and ratified by 1 union"
    assert Quorum().unions_asked(PARTIES) == 1


def test_the_rule_names_no_union_where_none_is_asked() -> None:
    firms = {iri: one for iri, one in PARTIES.members.items() if one not in PARTIES.unions}
    without = replace(PARTIES, members=firms)

    assert Quorum(firms=2).in_words(without) == "adopted by 2 firms"
    assert Quorum(firms=2, unions=0).in_words(PARTIES) == "adopted by 2 firms"


def test_members_are_found_by_name_slug_or_address() -> None:
    found = [PARTIES.find(text) for text in ("tug-co", "TUG CO", firm("tug-co"), "nobody")]

    assert [one.iri if one else None for one in found] == [firm("tug-co")] * 3 + [None]
    assert {Role(role) for one in PARTIES.speaking for role in one.roles} == {Role.FIRM, Role.UNION, Role.COLLEGE}
