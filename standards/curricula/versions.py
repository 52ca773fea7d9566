"""Versions: entries of a catalog that have one code are one course, whatever number of times it was revised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ontology.records import Course, Iri, LearningOutcome
from standards.curricula.curriculum import Curriculum


def as_one_course(
    curriculum: Curriculum, spoken: Callable[[Iri], bool] = lambda _: False
) -> tuple[Curriculum, Mapping[Iri, int]]:
    """Return a program in which the courses of one code are one, and of how many versions each consists.

    The first stands for all, with what any of them teaches; what several say in the same words it teaches once.

    Parameters
    ----------
    spoken
        Whether people spoke of an outcome: that is kept, also where another says the same.

    Example
    -------
    >>> from ontology.records import Program, Text
    >>> from ontology.report import Report
    >>> courses = [Course(iri=f"http://x/{at}", label=Text(value="Safety"), code="S 1") for at in (1, 2)]
    >>> said = Text(value="Work safely")
    >>> outcomes = [LearningOutcome(iri=f"{c.iri}/a", statement=said, course=c.iri) for c in courses]
    >>> program = Program(iri="http://x/p", label=Text(value="P"), offered_by="http://x/o")
    >>> found, versions = as_one_course(Curriculum(program, tuple(courses), tuple(outcomes), Report()))
    >>> versions, [outcome.iri for outcome in found.outcomes]
    ({'http://x/1': 2}, ['http://x/1/a'])
    """
    by_code: dict[str, list[Course]] = {}
    for course in curriculum.courses:
        by_code.setdefault(_code(course), []).append(course)
    if len(by_code) == len(curriculum.courses):
        return curriculum, {course.iri: 1 for course in curriculum.courses}
    taught: dict[str, list[LearningOutcome]] = {}
    for outcome in curriculum.outcomes:
        taught.setdefault(outcome.course, []).append(outcome)
    outcomes = {same[0].iri: tuple(_outcomes(same, taught, spoken)) for same in by_code.values()}
    courses = tuple(_one(same, outcomes[same[0].iri]) for same in by_code.values())
    program = curriculum.program.model_copy(update={"courses": tuple(course.iri for course in courses)})
    every = tuple(outcome for course in courses for outcome in outcomes[course.iri])
    found = replace(curriculum, program=program, courses=courses, outcomes=every)
    return found, {same[0].iri: len(same) for same in by_code.values()}


def _code(course: Course) -> str:
    """Return what versions of a course have in common: the code however it is spaced, else its own address."""
    return "".join((course.code or "").upper().split()) or course.iri


def _one(versions: Sequence[Course], outcomes: Iterable[LearningOutcome]) -> Course:
    """Return the course that stands for its versions; what the first does not say is taken from a later one."""
    credits_ = (course.credits for course in versions if course.credits is not None)
    terms = (course.term for course in versions if course.term)
    needed = (code for course in versions for code in course.prerequisites)
    facts = {
        "credits": next(credits_, None),
        "term": next(terms, None),
        "prerequisites": tuple(dict.fromkeys(needed)),
        "teaches": tuple(outcome.iri for outcome in outcomes),
    }
    return versions[0].model_copy(update=facts)


def _outcomes(
    versions: Sequence[Course], taught: Mapping[str, Sequence[LearningOutcome]], spoken: Callable[[Iri], bool]
) -> Iterator[LearningOutcome]:
    """Yield what any version teaches, in the words of each once, as outcomes of the first."""
    alike: dict[str, list[LearningOutcome]] = {}
    for outcome in (outcome for course in versions for outcome in taught.get(course.iri, ())):
        alike.setdefault(" ".join(outcome.statement.value.casefold().split()), []).append(outcome)
    for same in alike.values():
        for outcome in [one for one in same if spoken(one.iri)] or same[:1]:
            yield outcome.model_copy(update={"course": versions[0].iri})
