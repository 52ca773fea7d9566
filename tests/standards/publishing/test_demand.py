"""What one or two firms ask for otherwise changes nothing that was published: they leave, join or send a new list."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.identifiers import Identifiers
from ontology.records import Iri, Job, JobRequirement, RequirementType, Text
from standards.agreement import Need
from standards.agreement.requirements import FEWEST, Asked, Work
from standards.publishing.demand import Demand, Demands
from standards.publishing.footing import Described, Footings, Rows

ESSENTIAL, OPTIONAL = Iri(RequirementType.ESSENTIAL), Iri(RequirementType.OPTIONAL)
SAILOR, ENGINEER, CHARTS, TIDES = (Iri(f"http://x/{name}") for name in ("sailor", "engineer", "charts", "tides"))
FIRMS = [Iri(f"http://x/{name}") for name in "abcdefg"]
A, B, C, D, E, F, G = FIRMS
Lists = Mapping[Iri, Asked]

SAID = st.builds(
    Asked,
    level=st.sampled_from([None, 1.0, 3.0, 4.0, 7.0]),
    importance=st.sampled_from([None, 2.0, 5.0]),
    relation=st.sampled_from([None, ESSENTIAL, OPTIONAL]),
)
LISTS = st.dictionaries(st.sampled_from(FIRMS), SAID)
CHANGES = st.dictionaries(st.sampled_from(FIRMS), st.none() | SAID, min_size=1, max_size=1)


def job(firm: Iri, number: str = "") -> Iri:
    return Iri(f"{firm}/job{number}")


def statement(firm: Iri) -> Iri:
    return Iri(f"{firm}/charts")


def work(lists: Lists, place: Iri = SAILOR, silent: int = 0) -> Work:
    """A job of each firm that asks for charts, and of some others that do not."""
    said = tuple(
        JobRequirement(
            iri=Iri(f"{firm}/asks"),
            job=job(firm),
            skill=statement(firm),
            level=one.level,
            importance=one.importance,
            relation=one.relation,
        )
        for firm, one in lists.items()
    )
    others = [Iri(f"http://x/silent-{number}") for number in range(silent)]
    jobs = (Job(iri=job(firm), label=Text(value="Mate"), offered_by=firm, occupations=(place,)) for firm in lists)
    quiet = (Job(iri=job(firm), label=Text(value="Mate"), offered_by=firm, occupations=(place,)) for firm in others)
    return Work((*jobs, *quiet), said)


def demand(lists: Lists, footings: Footings, silent: int = 0, known: frozenset[Iri] = frozenset({CHARTS})) -> Demand:
    """What it comes to that firms ask sailors for charts; nobody asks, where it is not told."""
    found = Demands(work(lists, silent=silent), footings).of(map(statement, FIRMS), {}, known)
    return found.get(SAILOR, Demand(None, {}, lists))


def published(made: Demand, competency: Iri = CHARTS) -> Footings:
    """What the version rests on that says so."""
    rows = tuple(Rows(Identifiers(), "harbor").asked(competency, made.need, made.asked)) if made.need else ()
    described = Described(frozenset({competency}), frozenset({SAILOR}))
    return Footings(rows, (described,), described.competencies, members=frozenset(FIRMS))


def changed(lists: Lists, changes: Mapping[Iri, Asked | None]) -> dict[Iri, Asked]:
    return {firm: one for firm, one in {**lists, **changes}.items() if one}


def differing(before: Need | None, after: Need | None) -> bool:
    """Whether anybody who reads both versions sees another requirement, a number that there was none of among them."""
    return before != after


@given(LISTS, st.dictionaries(st.sampled_from(FIRMS), st.none() | SAID, max_size=FEWEST - 1), st.integers(0, 4))
def test_what_one_or_two_firms_ask_otherwise_is_in_no_difference(
    lists: Lists, changes: Mapping[Iri, Asked | None], silent: int
) -> None:
    """They leave, join, ask for it no more, or at other numbers; and others with such jobs, who do not ask, come."""
    first = demand(lists, Footings())
    second = demand(changed(lists, changes), published(first), silent)

    assert not differing(first.need, second.need)


@given(LISTS, st.lists(CHANGES, max_size=8))
def test_what_changes_after_many_versions_rests_on_three_firms(
    lists: Lists, rounds: list[Mapping[Iri, Asked | None]]
) -> None:
    """One firm asks otherwise before each version. Whatever a version changes, three firms asked otherwise since then
    last changed."""
    now, before, since = dict(lists), demand(lists, Footings()), set[Iri]()
    for changes in rounds:
        now, since = changed(now, changes), since | changes.keys()
        after = demand(now, published(before))
        if differing(before.need, after.need):
            assert len(since) >= FEWEST
            since = set()
        before = after


@given(LISTS)
def test_the_first_version_says_what_the_firms_ask(lists: Lists) -> None:
    expected = work(lists).needs(map(statement, FIRMS))

    assert demand(lists, Footings()).need == expected.get(SAILOR)


def say(level: float | None = None, relation: Iri | None = None, importance: float | None = None) -> Asked:
    return Asked(level, importance, relation)


THREE = {A: say(2), B: say(3), C: say(6)}


def test_by_hand_a_firm_that_leaves() -> None:
    """The median of 2, 3 and 6 is 3. Without the third firm there would be none, for two give one."""
    first = demand(THREE, Footings())
    left = {A: THREE[A], B: THREE[B]}
    second = demand(left, published(first))

    assert demand(left, Footings()).need == Need(SAILOR, None, None, ESSENTIAL)
    assert second.need == first.need == Need(SAILOR, 3, None, ESSENTIAL)
    assert second.stands
    assert second.otherwise == "asked for otherwise now; stays until decided, or 3 firms ask otherwise"


def test_by_hand_the_only_firm_that_asks_leaves() -> None:
    first = demand({A: say(2)}, Footings(), silent=2)
    second = demand({}, published(first))

    assert second.need == first.need == Need(SAILOR, None, None, OPTIONAL)
    assert second.otherwise == "asked for by nobody now; stays until decided, or 3 firms ask otherwise"


def test_by_hand_a_fourth_firm_joins() -> None:
    """The median of 2, 3, 6 and 7 would be 4.5, from which anybody could tell that the fourth has 6 or more."""
    first = demand(THREE, Footings())
    second = demand({**THREE, D: say(7)}, published(first))

    assert demand({**THREE, D: say(7)}, Footings()).need == Need(SAILOR, 4.5, None, ESSENTIAL)
    assert second.need == first.need


def test_by_hand_three_firms_that_join_change_it() -> None:
    """2, 3, 6, 7, 7 and 7: 6.5."""
    now = {**THREE, D: say(7), E: say(7), F: say(7)}
    third = demand(now, published(demand(THREE, Footings())))

    assert third.need == Need(SAILOR, 6.5, None, ESSENTIAL)
    assert not third.stands
    assert not third.otherwise


def test_by_hand_firms_that_join_one_after_the_other_change_it_with_the_third() -> None:
    now, made = dict(THREE), demand(THREE, Footings())
    levels = []
    for firm in (D, E, F):
        now[firm] = say(7)
        made = demand(now, published(made))
        levels.append(made.need.level if made.need else None)

    assert levels == [3, 3, 6.5]


def test_by_hand_all_three_that_ask_for_it_leave() -> None:
    assert demand({}, published(demand(THREE, Footings()))).need is None


def test_a_number_that_a_third_firm_brings_is_not_told_until_three_have_brought_one() -> None:
    """Two firms give 2 and 6, so no level is told. One beside the third that joins would say of it that it asks."""
    now, made = {A: say(2), B: say(6)}, demand({A: say(2), B: say(6)}, Footings())
    levels = []
    for firm in (C, D, E):
        now[firm] = say(3)
        made = demand(now, published(made))
        levels.append(made.need.level if made.need else None)

    assert levels == [None, None, 3]
    assert not made.stands


@pytest.mark.parametrize(("asking", "needed"), [(1, False), (2, False), (3, True)])
def test_what_a_version_did_not_ask_for_takes_three_firms(asking: int, needed: bool) -> None:
    found = demand(dict.fromkeys(FIRMS[:asking], say(4)), published(Demand(None, {}, {})))

    assert bool(found.need) == needed
    assert ("left out until decided" in found.otherwise) != needed


@pytest.mark.parametrize(
    ("members", "needed"), [(FIRMS, True), ([C], False), (None, True)], ids=["they stayed", "they joined", "none"]
)
def test_what_no_version_had_is_needed_as_in_a_first_one_unless_those_who_joined_alone_ask(
    members: list[Iri] | None, needed: bool
) -> None:
    footings = Footings(members=None if members is None else frozenset(members))
    found = demand({A: say(4), B: say(5)}, footings)

    assert bool(found.need) == needed
    assert found.otherwise == (
        "" if needed else "asked for by 2 firms since the last version; left out until decided, or 3 ask for it"
    )


def test_two_statements_that_become_one_need_what_asks_for_most_and_count_each_firm_once() -> None:
    """Charts: 2, 3 and 6, so 3; tides: 5, 5 and 5, of the same firms. As one 5; a firm that leaves changes nothing, for
    the other two ask for 3.5 and 4 in both."""
    charts = published(demand(THREE, Footings()))
    tides = published(demand(dict.fromkeys(THREE, say(5, ESSENTIAL)), Footings()), TIDES)
    both = Footings(
        (*charts.rows, *tides.rows), (*charts.versions, *tides.versions), charts.live | tides.live, (), charts.members
    )
    found = demand({A: say(3.5, ESSENTIAL), B: say(4, ESSENTIAL)}, both, known=frozenset({CHARTS, TIDES}))

    assert found.need == Need(SAILOR, 5, None, ESSENTIAL)
    assert {*found.asked} == {A, B, C}


@pytest.mark.parametrize(("others", "left"), [({}, False), ({B: say(2)}, True)])
def test_a_firms_job_that_was_decided_to_ask_no_more_takes_the_need_along(others: Lists, left: bool) -> None:
    """It moves from a sailor's job to an engineer's; sailors need it as long as another firm asked for it there."""
    footings = published(demand({A: say(4), **others}, Footings()))
    oiler = Job(iri=job(A, "-2"), label=Text(value="Oiler"), offered_by=A, occupations=(ENGINEER,))
    now = work({A: say(4), **others})
    made = Demands(Work((*now.jobs, oiler), now.requirements), footings)
    found = made.of(map(statement, FIRMS), {job(A): oiler.iri}, {CHARTS})

    assert (SAILOR in found) == left
    assert found[ENGINEER].need == Need(ENGINEER, None, None, ESSENTIAL)
