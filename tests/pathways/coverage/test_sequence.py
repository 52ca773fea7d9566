"""Sequence: the order in which courses are taken, as far as it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Course, Iri, Text
from pathways.coverage.sequence import OrderedBy, order_of, read_term


def course(code: str, term: str = "", needs: tuple[str, ...] = ()) -> Course:
    slug = code.replace(" ", "-") or "none"
    return Course(
        iri=Iri(f"http://x/{slug}"), label=Text(value=code), code=code, term=term or None, prerequisites=needs
    )


def places(*courses: Course) -> tuple[OrderedBy, list[int]]:
    order = order_of(courses)
    return order.by, [order.places[one.iri] for one in courses]


@pytest.mark.parametrize(
    "terms",
    [
        ("Fall 1", "Winter 1", "Spring 1", "Summer 1", "Fall 2"),
        ("Fall 1", "Winter 2", "Spring 3", "Fall 4"),
        ("Quarter 1", "Q2", "3rd quarter", "Fourth Quarter"),
        ("Term 1", "Semester 2", "Sem. 3"),
        ("Year 1 Fall", "Spring, Year 1", "Second Year Fall"),
        ("Y1 Q1", "Year 1, Quarter 2", "2nd year quarter 1"),
        ("Year 1", "2nd year", "Year 3"),
        ("Fall 2026", "Winter 2027", "2027 Spring", "Fall 2027"),
        ("1", "2", "10"),
    ],
)
def test_terms_of_one_kind_come_in_order(terms: tuple[str, ...]) -> None:
    found = [read_term(term) for term in terms]

    assert None not in found
    assert len({term.kind for term in found if term}) == 1
    assert [term.place for term in found if term] == sorted({term.place for term in found if term})


@pytest.mark.parametrize("term", ["", "Fall", "Fall/Spring", "any", "Senior", "as needed", "every other year", "TBD 3"])
def test_what_says_no_term_orders_nothing(term: str) -> None:
    assert read_term(term) is None


def test_terms_order_courses_and_those_of_one_term_are_taken_together() -> None:
    by, found = places(course("A 3", "Winter 1"), course("A 2", "Fall 1"), course("A 1", "Fall 1"))

    assert (by, found) == (OrderedBy.TERMS, [1, 0, 0])


def test_one_course_without_a_term_makes_prerequisites_count() -> None:
    by, found = places(course("A 9", "Fall 1"), course("A 8", "", ("A-9 or consent",)), course("A 7", "", ("A 8",)))

    assert (by, found) == (OrderedBy.NUMBERS_AND_PREREQUISITES, [0, 1, 2])


def test_one_prerequisite_moves_one_course_and_leaves_the_capstone_last() -> None:
    codes = ("IMT-290", "IMT-101", "IMT-205", "IMT-220", "IMT-210")
    by, found = places(*(course(code, "", ("IMT 220",) if code == "IMT-205" else ()) for code in codes))

    assert by is OrderedBy.NUMBERS_AND_PREREQUISITES
    assert [codes[found.index(place)] for place in range(5)] == ["IMT-101", "IMT-210", "IMT-220", "IMT-205", "IMT-290"]


def test_a_prerequisite_that_stands_before_changes_nothing() -> None:
    _, found = places(course("A 101"), course("A 120"), course("A 205", "", ("A 120",)), course("A 290"))

    assert found == [0, 1, 2, 3]


def test_courses_of_one_number_are_taken_together_unless_one_needs_the_other() -> None:
    assert places(course("A 101"), course("B 101"), course("C 102", "", ("A 101",)))[1] == [0, 0, 1]
    assert places(course("A 101", "", ("B 101",)), course("B 101"))[1] == [1, 0]


def test_without_numbers_prerequisites_move_a_course_of_the_file() -> None:
    by, found = places(course("Lab", "", ("PGT 2",)), course("Shop"), course("PGT 2"), course("Last"))

    assert (by, found) == (OrderedBy.FILE_AND_PREREQUISITES, [2, 0, 1, 3])


def test_a_circle_of_prerequisites_ends() -> None:
    by, found = places(course("A 1", "", ("A 2",)), course("A 2", "", ("A 1", "A 2")))

    assert by is OrderedBy.NUMBERS_AND_PREREQUISITES
    assert found == [0, 1]


@given(st.lists(st.tuples(st.integers(100, 299), st.sets(st.integers(0, 7))), unique_by=lambda one: one[0], max_size=8))
def test_no_course_stands_before_one_that_it_needs_and_the_others_stay(drawn: list[tuple[int, set[int]]]) -> None:
    needs = {code: [drawn[at][0] for at in sorted(at_) if at < place] for place, (code, at_) in enumerate(drawn)}
    found = order_of([course(f"A {code}", "", tuple(f"A {need}" for need in needs[code])) for code, _ in drawn]).places
    order = sorted(needs, key=lambda code: found[Iri(f"http://x/A-{code}")])

    assert all(order.index(need) < order.index(code) for code in needs for need in needs[code])
    for at, code in enumerate(order):
        ready = [late for late in order[at:] if not set(needs[late]) & set(order[at:])]
        assert code == min(ready)


def test_without_terms_and_prerequisites_numbers_count_then_the_file() -> None:
    assert places(course("A 201"), course("B 101")) == (OrderedBy.NUMBERS, [1, 0])
    assert places(course("Safety"), course("Shop")) == (OrderedBy.FILE, [0, 1])
    assert order_of(()).places == {}


@given(st.lists(st.sampled_from(["Fall 1", "Spring 1", "Fall 2", "", "soon", "Q3"]), max_size=6))
def test_every_course_has_a_place_whatever_the_terms(terms: list[str]) -> None:
    courses = [course(f"A {number}", term) for number, term in enumerate(terms)]
    order = order_of(courses)

    assert order.places.keys() == {one.iri for one in courses}
    assert set(order.places.values()) == set(range(len(set(order.places.values()))))


def test_only_terms_and_prerequisites_say_what_comes_before_what() -> None:
    def before(*courses: Course) -> list[set[str]]:
        found = order_of(courses).before
        return [{iri.rsplit("/", 1)[-1] for iri in found.get(one.iri, ())} for one in courses]

    assert before(course("A 101"), course("A 201")) == [set(), set()]
    assert before(course("A 1", "Fall 1"), course("A 2", "Fall 1"), course("A 3", "Winter 1")) == [
        set(),
        set(),
        {"A-1", "A-2"},
    ]
    chain = course("A 1"), course("A 2", "", ("A 1",)), course("A 3", "", ("A 2",)), course("B 9")
    assert before(*chain) == [set(), {"A-1"}, {"A-1", "A-2"}, set()]
    assert before(course("A 1", "", ("A 2",)), course("A 2", "", ("A 1",))) == [set(), set()]
