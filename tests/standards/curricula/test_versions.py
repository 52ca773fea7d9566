"""Versions of a course: one course, whatever number of entries a catalog has for it."""

from __future__ import annotations

import json

from ontology.identifiers import Identifiers
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, as_one_course, read_program

SAFETY = "Explain how to lock and tag equipment"
SHOP = "Align coupled shafts with dial indicators"


def catalog(*entries: tuple[str, str, str]) -> Curriculum:
    """Return a program of entries with a code, a title and an objective each."""
    listed = [
        {"clu_id": str(at), "code": code, "title": title, "learning_objectives": [said]}
        for at, (code, title, said) in enumerate(entries)
    ]
    return read_program(ArchivedFile("catalog.json", "", json.dumps(listed).encode), Identifiers())


def test_entries_of_one_code_are_one_course_that_teaches_each_thing_once() -> None:
    read = catalog(
        ("M 1", "Safety", SAFETY), ("M 2", "Shop", SHOP), ("M1", "Safety II", f"{SAFETY} "), ("M 1", "S", SHOP)
    )

    found, versions = as_one_course(read)

    assert [(course.code, course.label.value, versions[course.iri]) for course in found.courses] == [
        ("M 1", "Safety", 3),
        ("M 2", "Shop", 1),
    ]
    assert [[o.statement.value for o in found.outcomes_of(course)] for course in found.courses] == [
        [SAFETY, SHOP],
        [SHOP],
    ]
    assert found.program.courses == tuple(course.iri for course in found.courses)
    assert [course.teaches for course in found.courses] == [
        tuple(outcome.iri for outcome in found.outcomes_of(course)) for course in found.courses
    ]


def test_what_people_spoke_of_is_kept_in_the_place_of_the_first() -> None:
    read = catalog(("M 1", "Safety", SAFETY), ("M 1", "Safety", SAFETY))
    last = read.outcomes[-1].iri

    found, _ = as_one_course(read, lambda outcome: outcome == last)

    assert [outcome.iri for outcome in found.outcomes] == [last]
    assert found.outcomes[0].course == found.courses[0].iri


def test_courses_without_a_code_stay_apart() -> None:
    read = catalog(("", "Safety", SAFETY), ("", "Safety", SHOP))

    assert as_one_course(read)[0] is read
