"""Observations are hidden across organizations, programs, groups, measures and partnerships."""

from collections.abc import Set
from datetime import date

from ontology.records import Iri, OutcomeMeasure, OutcomeObservation
from standards.outcomes.hiding import hidden
from standards.outcomes.subjects import Subjects
from standards.outcomes.suppression import Limits


def at(*path: str) -> Iri:
    return Iri("/".join(("http://x", *path)))


SUBJECTS = Subjects(
    wholes={name: at("partnership", name) for name in ("p", "q", "r")},
    members={"p": {"a", "b", "c"}, "q": {"c", "d"}, "r": {"d"}},
    organizations={name: at("organization", name) for name in "abcd"},
    programs={("a", name): at("program", "a", name) for name in ("one", "two")},
    standards={"p": at("framework", "p")},
)


def seen(
    of: Iri, people: int, counted: int | None = None, measure: str = "PLACEMENT", group: str = "", year: int = 2024
) -> OutcomeObservation:
    return OutcomeObservation(
        iri=Iri(f"{of}/{measure}/{group}/{year}"),
        measure=Iri(OutcomeMeasure[measure]),
        of=of,
        standard=at("framework", "p"),
        group=group or None,
        start=date(year, 1, 1),
        end=date(year, 12, 31),
        value=0.5,
        numerator=counted,
        denominator=None if counted is None else people,
        people=people,
        source="s",
        reported=date(2025, 2, 1),
    )


def names(*observations: OutcomeObservation) -> Set[str]:
    """Return what is hidden, by the ends of the addresses."""
    found = hidden(observations, SUBJECTS, Limits())
    return {iri.removeprefix("http://x/") for iri in found}


ORGANIZATION = at("organization", "a")
OTHER = at("organization", "b")
THIRD = at("organization", "c")
PROGRAM = at("program", "a", "one")
SECOND = at("program", "a", "two")
WHOLE = at("partnership", "p")


def test_a_small_member_takes_another_with_it_where_the_whole_is_told() -> None:
    small, other, large = seen(ORGANIZATION, 6, 3), seen(OTHER, 20, 10), seen(THIRD, 40, 20)

    assert names(small, other, large) == {"organization/a/PLACEMENT//2024"}
    assert names(small, other, large, seen(WHOLE, 66, 33)) == {
        "organization/a/PLACEMENT//2024",
        "organization/b/PLACEMENT//2024",
    }


def test_periods_are_apart() -> None:
    whole = seen(WHOLE, 66, 33, year=2023)

    assert names(seen(ORGANIZATION, 6, 3), seen(OTHER, 60, 30, year=2023), whole) == {
        "organization/a/PLACEMENT//2024",
        "organization/b/PLACEMENT//2023",
    }


def test_programs_and_groups_are_parts() -> None:
    rest = seen(ORGANIZATION, 40, 20), seen(PROGRAM, 34, 17)
    assert names(*rest) == {"program/a/one/PLACEMENT//2024"}

    groups = seen(PROGRAM, 34, 17), seen(PROGRAM, 28, 14, group="day"), seen(PROGRAM, 6, 3, group="night")
    assert names(*groups) == {"program/a/one/PLACEMENT/day/2024", "program/a/one/PLACEMENT/night/2024"}


def test_shares_of_jobs_rest_on_the_people_who_did_them() -> None:
    assert names(seen(ORGANIZATION, 40, 2, "REWORK"), seen(OTHER, 9, 5, "REWORK")) == {"organization/b/REWORK//2024"}


def test_what_counts_the_people_of_another_measure_is_hidden_with_it() -> None:
    """Eleven of twelve were placed; that the earnings rest on eleven people would tell it."""
    placed, paid = seen(PROGRAM, 12, 11), seen(PROGRAM, 11, measure="MEDIAN_EARNINGS")

    assert names(paid) == set()
    assert names(placed, paid) == {"program/a/one/PLACEMENT//2024", "program/a/one/MEDIAN_EARNINGS//2024"}


def test_wholes_with_a_member_in_common_are_not_told() -> None:
    two = seen(WHOLE, 66, 33), seen(at("partnership", "q"), 70, 35)

    assert names(*two, seen(THIRD, 40, 20)) == {"partnership/p/PLACEMENT//2024", "partnership/q/PLACEMENT//2024"}
    assert names(two[0], seen(at("partnership", "r"), 30, 15)) == set()


def test_of_somebody_who_is_in_no_partnership() -> None:
    assert names(seen(at("organization", "d"), 9, 4), seen(WHOLE, 20, 10)) == {"organization/d/PLACEMENT//2024"}
