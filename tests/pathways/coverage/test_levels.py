"""Introduced, reinforced, mastered: declared or inferred."""

from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Iri, TeachingLevel
from pathways.coverage.levels import Lesson, teaching_levels
from standards.matching.bloom import BloomLevel

I, R, M = TeachingLevel  # noqa: E741 - as the field writes them


def levels(
    *lessons: tuple[int, BloomLevel | None] | tuple[int, BloomLevel | None, TeachingLevel],
) -> list[TeachingLevel | None]:
    """Return the levels of courses that the college puts into terms, by the numbers of these."""
    terms = [place for place, *_ in lessons]
    made = [
        Lesson(
            Iri(f"http://x/{at}"),
            bloom,
            tuple(said),
            frozenset(Iri(f"http://x/{other}") for other, term in enumerate(terms) if term < place),
        )
        for at, (place, bloom, *said) in enumerate(lessons)
    ]
    return list(teaching_levels(made).values())


def test_the_first_introduces_the_last_masters_and_those_between_reinforce() -> None:
    assert levels((0, BloomLevel.APPLY), (1, BloomLevel.CREATE), (2, BloomLevel.APPLY)) == [I, R, M]


def test_the_last_masters_only_where_students_apply() -> None:
    assert levels((0, None), (1, BloomLevel.UNDERSTAND)) == [I, R]
    assert levels((0, None), (1, None)) == [I, R]


def test_nothing_says_how_far_a_single_course_goes() -> None:
    assert levels((3, BloomLevel.CREATE)) == [None]


def test_courses_of_one_term_stand_alike() -> None:
    assert levels((0, BloomLevel.APPLY), (0, BloomLevel.APPLY)) == [None, None]
    assert levels((0, BloomLevel.APPLY), (1, BloomLevel.APPLY), (1, BloomLevel.REMEMBER)) == [I, M, R]


def test_the_order_of_the_file_does_not_count() -> None:
    assert levels((2, BloomLevel.APPLY), (0, BloomLevel.APPLY)) == [M, I]


def test_a_course_that_no_prerequisite_ties_to_the_others_has_no_level() -> None:
    first, last, other = (Iri(f"http://x/{name}") for name in ("first", "last", "other"))
    found = teaching_levels(
        [
            Lesson(first, BloomLevel.APPLY),
            Lesson(last, BloomLevel.APPLY, after=frozenset([first])),
            Lesson(other, BloomLevel.APPLY, after=frozenset([Iri("http://x/elsewhere")])),
        ]
    )

    assert found == {first: I, last: M, other: None}


def test_what_the_college_declares_counts() -> None:
    assert levels((0, BloomLevel.REMEMBER, M), (1, BloomLevel.CREATE, R)) == [M, R]
    assert levels((3, BloomLevel.CREATE, R)) == [R]


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([None, *BloomLevel])), min_size=1, max_size=8))
def test_only_what_comes_first_of_several_is_introduced_and_nothing_is_mastered_before_it(
    lessons: list[tuple[int, BloomLevel | None]],
) -> None:
    found = levels(*lessons)
    terms = {place for place, _ in lessons}

    assert all((level is None) == (len(terms) == 1) for level in found)
    assert all((level is I) == (place == min(terms)) for level, (place, _) in zip(found, lessons, strict=True) if level)
    mastered = [bloom for level, (_, bloom) in zip(found, lessons, strict=True) if level is M]
    assert all(bloom is not None and bloom >= BloomLevel.APPLY for bloom in mastered)
