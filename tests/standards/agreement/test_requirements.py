"""What occupations need, worked by hand from what three firms ask for."""

import pytest

from ontology.records import Iri, Job, JobRequirement, Record, RequirementType
from standards.agreement.requirements import Work
from tests.standards.agreement.conftest import CHARTS, ENGINEER, ENGINES, MINT, SAILOR, TIDES, asked, firm, lists, own

ESSENTIAL, OPTIONAL = Iri(RequirementType.ESSENTIAL), Iri(RequirementType.OPTIONAL)


def work(records: list[Record] | None = None) -> Work:
    known = records if records is not None else [one for each in lists().values() for one in each]
    jobs = tuple(one for one in known if isinstance(one, Job))
    return Work(jobs, tuple(one for one in known if isinstance(one, JobRequirement)))


def own_of(candidate: Iri) -> list[Iri]:
    return [own(candidate, name) for name in lists()]


@pytest.mark.parametrize(
    ("candidate", "occupation", "relation"),
    [
        (CHARTS, SAILOR, ESSENTIAL),  # two of three firms with such jobs ask for it
        (TIDES, SAILOR, OPTIONAL),  # one of three does
        (ENGINES, ENGINEER, ESSENTIAL),  # both firms with such jobs ask for it
    ],
)
def test_what_most_firms_ask_for_is_essential_and_no_number_of_one_or_two_is_told(
    candidate: Iri, occupation: Iri, relation: Iri
) -> None:
    (need,) = work().needs(own_of(candidate)).values()

    assert (need.occupation, need.level, need.importance, need.relation) == (occupation, None, None, relation)


@pytest.mark.parametrize(("importance", "told"), [(1, 4), (None, None)])
def test_numbers_of_three_firms_come_to_their_median(importance: float | None, told: float | None) -> None:
    ferry = asked("ferry-co", "Mate", SAILOR, {CHARTS: (6, importance)})
    (need,) = work([*(one for each in lists().values() for one in each), *ferry]).needs(own_of(CHARTS)).values()

    # levels: the tug company's 2 and 4 come to 3, the dredge company says 5, the ferry company 6; importance: 4, 4, 1
    assert (need.level, need.importance) == (5, told)


def says(relation: RequirementType | None, *firms: str) -> list[Record]:
    """The charts, with what some firms say of them."""
    found: list[Record] = []
    for one in (one for each in lists().values() for one in each):
        said = isinstance(one, JobRequirement) and any(f"/{firm}/" in one.job for firm in firms)
        found.append(one.model_copy(update={"relation": relation and Iri(relation)}) if said else one)
    return found


def test_what_most_of_those_say_who_say_it_counts() -> None:
    optional = work(says(RequirementType.OPTIONAL, "tug-co")).needs(own_of(CHARTS))
    split = [*says(RequirementType.OPTIONAL, "tug-co")]
    both = [
        one.model_copy(update={"relation": ESSENTIAL})
        if isinstance(one, JobRequirement) and "/dredge-co/" in one.job
        else one
        for one in split
    ]

    assert optional[SAILOR].relation == OPTIONAL
    assert work(both).needs(own_of(CHARTS))[SAILOR].relation == OPTIONAL  # half is not more than half


def test_a_requirement_that_moved_to_another_job_is_that_of_its_occupation() -> None:
    moves = {Iri(MINT("dredge-co", "job", "Hand")): Iri(MINT("dredge-co", "job", "Engineer"))}
    needs = work().needs(own_of(CHARTS), moves)

    # one of the three firms that have sailors asks for it now, and one of the two that have engineers
    assert {occupation: need.relation for occupation, need in needs.items()} == {SAILOR: OPTIONAL, ENGINEER: OPTIONAL}


def test_a_requirement_that_moved_to_an_occupation_is_asked_for_there_by_the_firm() -> None:
    """Also where the firm has no job in it: else nobody would need it any more."""
    asked = work().asked(own_of(TIDES), {Iri(MINT("ferry-co", "job", "Deckhand")): ENGINEER})

    assert {place: {*firms} for place, firms in asked.items()} == {ENGINEER: {firm("ferry-co")}}
    assert asked[ENGINEER][firm("ferry-co")].level == 2


def test_a_list_that_only_names_what_a_job_asks_for_gives_no_numbers() -> None:
    jobs = [one for each in lists().values() for one in each if isinstance(one, Job)]
    (need,) = work([*jobs]).needs(own_of(ENGINES)).values()

    assert (need.level, need.importance, need.relation) == (None, None, ESSENTIAL)
    assert work([]).needs(own_of(ENGINES)) == {}
