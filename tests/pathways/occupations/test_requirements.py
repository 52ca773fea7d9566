from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import ArrayLike

from ontology.records import Iri, SkillRequirement, Text
from ontology.store import KnowledgeBase
from pathways.computing import most_specific
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.requirements import Requirements, gap, gaps, read_requirements, shortfall
from pathways.snapshot import Snapshot
from standards.encoding import encoded
from standards.sources.publication import new_release

IMPORTANCE = arrays(np.float32, (4, 3), elements=st.floats(1, 5, width=32))
LEVEL = arrays(np.float32, (4, 3), elements=st.floats(0, 7, width=32))


def rated(importance: ArrayLike, level: ArrayLike, name: str = "test@1") -> Requirements:
    rows, columns = np.array(importance, dtype=np.float32), np.array(level, dtype=np.float32)
    names = tuple(f"http://x/{n}" for n in range(rows.shape[1]))
    return Requirements(name, names, names, (), rows, columns)


def test_gap_is_the_share_that_is_missing() -> None:
    # b needs (4 - 1) * 3 + (2 - 1) * 2 = 11; a lacks (4 - 1) * (3 - 1) = 6
    both = rated([[3, 3], [4, 2]], [[1, 5], [3, 2]])
    assert gap(both, 0)[1] == pytest.approx(6 / 11)


def test_gap_to_what_is_unrated_is_unknown() -> None:
    assert np.isnan(gaps(rated([[3], [0]], [[1], [0]]))).tolist() == [[False, True], [True, True]]


def test_shortfall_ignores_what_one_has_in_plenty() -> None:
    assert shortfall(*(np.array([number], dtype=np.float32) for number in (5, 6, 2))).tolist() == [0]


@given(IMPORTANCE, LEVEL)
def test_gaps_lie_between_nothing_and_everything(importance: np.ndarray, level: np.ndarray) -> None:
    found = gaps(rated(importance, level))
    known = found[~np.isnan(found)]
    assert ((known >= 0) & (known <= 1 + 1e-6)).all()
    assert all(value == 0 for value in np.diag(found) if not np.isnan(value))


@given(IMPORTANCE, LEVEL)
def test_all_gaps_are_those_of_each_start_to_the_last_bit(importance: np.ndarray, level: np.ndarray) -> None:
    importance[2] = 0
    both = rated(importance, level)
    assert np.array_equal(gaps(both), np.stack([gap(both, start) for start in range(4)]), equal_nan=True)


def test_no_occupations_have_no_gaps() -> None:
    assert gaps(rated(np.zeros((0, 3)), np.zeros((0, 3)))).shape == (0, 0)


def test_the_ratings_of_fewer_occupations_come_first() -> None:
    wide = rated([[3], [4], [4]], [[1], [2], [3]])
    narrow = rated([[3], [4], [0]], [[1], [5], [0]], "panel@1")
    found = most_specific([narrow, wide], 3)
    assert found[0, 1] == pytest.approx(4 / 5)
    assert found[0, 2] == pytest.approx(2 / 3)


def test_requirements_are_read_from_the_knowledge_base(plants: Snapshot) -> None:
    (ratings,) = plants.requirements
    operator = plants.find("Plant Operators")
    column = ratings.labels.index("weld pipe")
    assert ratings.name == "onet@1"
    assert (ratings.importance[operator, column], ratings.level[operator, column]) == (4, 3)


@pytest.mark.parametrize(("known", "stands"), [(0, False), (2, False), (3, True)])
def test_what_a_release_rates_half_of_or_less_does_not_speak_for_a_job(known: int, stands: bool) -> None:
    """Of four requirements of nurses so many have an importance; cooks have one, and it has."""
    nurse, cook = (
        OccupationEntry(iri=Iri(f"http://x/{name}"), code=name, label=Text(value=name)) for name in ("1", "2")
    )
    with KnowledgeBase.in_memory() as base:
        needs = [need(nurse.iri, number, known=number < known) for number in range(4)]
        release = new_release(base.identifiers, "panel", "1", "Panel")
        base.replace(release, [], [encoded([*needs, need(cook.iri, 0, known=True)])])
        (ratings,) = read_requirements(base, Occupations.of([nurse, cook]))

    assert ratings.rated.tolist() == [stands, True]
    assert np.count_nonzero(ratings.level, axis=1).tolist() == [known if stands else 0, 1]


def need(occupation: str, number: int, *, known: bool) -> SkillRequirement:
    return SkillRequirement(
        iri=Iri(f"{occupation}/need/{number}"),
        occupation=Iri(occupation),
        competency=Iri(f"http://x/competency/{number}"),
        importance=4 if known else None,
        level=3 if known else None,
    )
