"""ESCO's profiles as they are read from a knowledge base."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from ontology.errors import NotFoundError
from ontology.records import Iri, Record, Release, Text
from ontology.store import KnowledgeBase
from pathways.profiles import OPTIONAL, gaps, read_profiles
from standards.sources.esco.records import EscoOccupation

Add = Callable[[KnowledgeBase, str, Iterable[Record]], Release]


def occupation(name: str, essential: str, optional: str = "") -> EscoOccupation:
    """Return an occupation that asks for skills, each a letter."""
    needed, useful = ([Iri(f"http://x/skill/{letter}") for letter in letters] for letters in (essential, optional))
    return EscoOccupation(
        iri=Iri(f"http://x/{name}"),
        label=Text(value=name),
        alt_labels=(Text(value=f"{name} worker"), Text(value=f"{name}in", language="de")),
        notation=f"1.{name}",
        essential_skills=tuple(needed),
        optional_skills=tuple(useful),
    )


@pytest.fixture
def base(plant_base: KnowledgeBase, add: Add) -> KnowledgeBase:
    add(plant_base, "esco", [occupation("welder", "ab", "c"), occupation("cutter", "a"), occupation("idler", "")])
    return plant_base


def test_essential_skills_weigh_more_than_optional_ones(base: KnowledgeBase) -> None:
    profiles = read_profiles(base)
    welder = profiles.occupations.find("welder worker")
    assert profiles.weights[welder].toarray().ravel().tolist() == pytest.approx([1, 1, OPTIONAL])
    assert [skill[-1] for skill in profiles.skills] == ["a", "b", "c"]


def test_only_esco_occupations_are_profiles_also_those_without_skills(base: KnowledgeBase) -> None:
    profiles = read_profiles(base)
    assert [str(entry.label) for entry in profiles.occupations] == ["cutter", "idler", "welder"]
    gap = gaps(profiles.weights)
    assert gap[2, 0] == 0
    assert gap[0, 2] == pytest.approx((1 + OPTIONAL) / (2 + OPTIONAL))
    assert gap[0, 1] != gap[0, 1]


def test_without_esco_that_is_said(plant_base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="esco"):
        read_profiles(plant_base)
