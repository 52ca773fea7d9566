"""The sides of a small world: what each compares, and what it knows nothing of."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pytest

from ontology.identifiers import Identifiers
from ontology.records import Iri, Rating, Record, Release
from ontology.store import KnowledgeBase
from pathways.occupations.facts import read_occupations
from pathways.occupations.requirements import read_requirements
from pathways.occupations.wages import Region
from pathways.relatedness.sides import Side, sides_of
from pathways.relatedness.sides.placed import placed
from pathways.relatedness.views import read_writings

Add = Callable[[KnowledgeBase, str, Iterable[Record]], Release]


def sides(base: KnowledgeBase) -> dict[str, Side]:
    """Return the sides of a knowledge base without answers on education and without pay, by name."""
    occupations = read_occupations(base)
    requirements, writings = read_requirements(base, occupations), read_writings(base, occupations)
    return {side.name: side for side in sides_of(base, occupations, writings, requirements, {}, ())}


def test_every_side_is_square_and_of_its_own_name(plant_base: KnowledgeBase) -> None:
    occupations = read_occupations(plant_base)
    found = sides(plant_base)

    assert len(found) == 28
    assert {side.similarity.shape for side in found.values()} == {(len(occupations), len(occupations))}
    assert {side.known.shape for side in found.values()} == {(len(occupations),)}


def test_a_side_of_which_nothing_is_said_knows_nothing(plant_base: KnowledgeBase) -> None:
    found = sides(plant_base)

    assert {name for name, side in found.items() if side.known.any()} >= {"skills", "titles, words", "classification"}
    assert not any(found[name].known.any() for name in ("tools", "tasks, words", "interests", "pay", "knowledge"))


def test_without_ratings_the_sides_of_ratings_know_nothing(plant_base: KnowledgeBase) -> None:
    occupations = read_occupations(plant_base)
    found = list(sides_of(plant_base, occupations, read_writings(plant_base, occupations), (), {}, ()))

    assert [side.name for side in found] == list(sides(plant_base))
    assert not found[0].known.any()


def test_the_closer_by_skills_the_more_alike(plant_base: KnowledgeBase) -> None:
    occupations, skills = read_occupations(plant_base), sides(plant_base)["skills"].similarity
    supervisors, managers, bakers = map(
        occupations.find, ("Supervisors of Plant Operators", "Plant Managers", "Bakers")
    )

    assert skills[supervisors, managers] > 0 > skills[supervisors, bakers]


def test_classification_is_the_share_of_the_groups_in_common(plant_base: KnowledgeBase) -> None:
    occupations, shared = read_occupations(plant_base), sides(plant_base)["classification"].similarity
    operators, seniors, nurses = map(occupations.find, ("Plant Operators", "Senior Plant Operators", "Plant Nurses"))

    # 51-8010 and 51-8020 share 51, 51-8 and 51-80, and differ from the sixth letter on
    assert shared[operators, seniors] == pytest.approx(3 / 5)
    assert shared[operators, operators] == 1
    assert shared[operators, nurses] == 0


def test_job_zones_lie_apart_by_their_difference(plant_base: KnowledgeBase) -> None:
    occupations, zones = read_occupations(plant_base), sides(plant_base)["job zone"].similarity

    assert zones[occupations.find("Bakers"), occupations.find("Plant Nurses")] == -3


def test_education_lies_apart_by_what_would_have_to_move_and_how_far(plant_base: KnowledgeBase) -> None:
    occupations = read_occupations(plant_base)
    answers = {(0, "RL"): {2: 100.0}, (1, "RL"): {2: 50.0, 4: 50.0}, (2, "RW"): {1: 100.0}}
    education = next(side for side in placed(occupations, answers, ()) if side.name == "education")

    # half of the answers lie two levels higher
    assert education.similarity[0, 1] == pytest.approx(-1)
    assert education.known.tolist() == [True, True] + [False] * (len(occupations) - 2)


def test_pay_is_compared_by_its_logarithm_where_it_is_known(plant_base: KnowledgeBase) -> None:
    occupations = read_occupations(plant_base)
    yearly = np.full((len(occupations), 3), np.nan, dtype=np.float32)
    yearly[:2, 1] = 30_000, 60_000
    nothing = np.full(len(occupations), np.nan, dtype=np.float32)
    nation = Region("0000000", "National", "May 2025", "oews", yearly, nothing, np.zeros(len(occupations), dtype=bool))
    pay = next(side for side in placed(occupations, {}, (nation,)) if side.name == "pay")

    assert pay.similarity[0, 1] == pytest.approx(-np.log(2))
    assert pay.known.sum() == 2


def test_interests_are_compared_by_their_standard_scores(plant_base: KnowledgeBase, add: Add) -> None:
    mint, rated = Identifiers().mint, {"51-8010.00": (5, 1), "51-8020.00": (4, 2), "51-3011.00": (1, 5)}
    add(
        plant_base,
        "interests",
        [
            Rating(
                iri=Iri(mint("interests", "rating", code, str(element))),
                occupation=Iri(mint("onet", code)),
                element=Iri(mint("interests", f"1.B.1.{element}")),
                scale=Iri(mint("interests", "scale", "OI")),
                value=value,
            )
            for code, values in rated.items()
            for element, value in enumerate(values)
        ],
    )
    occupations, interests = read_occupations(plant_base), sides(plant_base)["interests"]
    operators, seniors, bakers = map(occupations.find, ("Plant Operators", "Senior Plant Operators", "Bakers"))

    assert interests.known.sum() == 3
    assert interests.similarity[operators, seniors] == pytest.approx(1, abs=0.05)
    assert interests.similarity[operators, bakers] == pytest.approx(-1, abs=0.05)
