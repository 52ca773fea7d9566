"""Licenses: which states ask for them, what they take, and that only those of all states or most count on steps."""

from __future__ import annotations

import re

import numpy as np
import pytest

from ontology.records import Iri, Text
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.licenses import (
    States,
    least_education,
    license_of,
    licensed_by,
    licenses,
    services,
    some_license_of,
)
from pathways.occupations.lists import rows
from pathways.occupations.preparation import education_months, education_words, preparation_of


def occupation(code: str, zone: int, education: str = "") -> OccupationEntry:
    """Return an occupation of which nobody was asked anything."""
    iri = Iri(f"http://x/{code}")
    return OccupationEntry(iri=iri, code=code, label=Text(value=code), zone=zone, education=education)


def test_each_code_is_listed_once_in_their_order() -> None:
    codes = [row["soc"] for row in rows("licensed_occupations.csv")]

    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"\d\d-\d{4}", code) for code in codes)


def test_whoever_must_serve_first_has_a_license() -> None:
    assert {code[:7] for code in services()} - licenses().keys() <= {"53-6051"}


@pytest.mark.parametrize("code", ["33-9032", "13-1031", "47-4011", "29-2052", "47-4041", "33-2011", "21-1011"])
def test_what_most_states_license_counts(code: str) -> None:
    assert license_of(code)
    assert some_license_of(code) == ""
    assert licenses()[code].states is not States.SOME


@pytest.mark.parametrize("code", ["51-8021", "29-2081", "31-9092", "17-2051"])
def test_what_some_states_license_is_told_and_does_not_count(code: str) -> None:
    assert license_of(code) == ""
    assert some_license_of(code)
    assert "in some states, or for some of the work" in licensed_by(code)


def test_the_education_of_a_license_is_one_that_months_are_known_of() -> None:
    named = {license_.education for license_ in licenses().values()} - {""}

    assert sorted(education_months(words) for words in named) == [9, 24, 48, 72, 108]


def test_where_nobody_was_asked_a_surgeon_has_a_doctoral_or_professional_degree() -> None:
    # Job zone 5 alone stands for 84 months, a doctoral degree for 108.
    found = preparation_of({}, Occupations.of([occupation("29-1242.00", 5), occupation("29-1299.99", 5)]))

    assert found.degree.tolist() == found.education.tolist() == [108, 84]
    assert education_words(found.said("degree", 0)) == least_education("29-1242.00")


def test_an_answer_or_a_partnership_comes_before_the_license() -> None:
    nurses = Occupations.of([occupation("29-1141.00", 3), occupation("29-1242.00", 5, "Master's degree")])
    answered = preparation_of({(0, "RL"): {2: 100.0}}, nurses)

    assert answered.degree.tolist() == [0, 72]


def test_of_an_occupation_of_which_nothing_is_known_no_degree_is_made_up() -> None:
    found = preparation_of({}, Occupations.of([occupation("29-1249.00", 0)]))

    assert np.isnan(found.said("degree", 0))
