"""Lists that are dealt of the names of skills."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ontology.identifiers import Identifiers
from standards.harmonizing.saying import plain
from standards.sources.publication import new_release
from training.dealt import HELD_OUT, LEARNED, Dealt, _dealt, _part

NAMES = {f"skill {at}": [f"weld part {at}", f"join metal {at}", f"fuse steel {at}"] for at in range(60)}


def dealt(seed: int) -> Dealt:
    return _dealt("721", NAMES, new_release(Identifiers(), "dealt", "1", "Dealt"), Random(seed))


@given(st.integers())
def test_no_two_firms_say_a_skill_in_the_same_words(seed: int) -> None:
    found = dealt(seed)
    said = [plain(saying.words) for one in found.lists for saying in one.sayings]
    assert len(said) == len(set(said))
    assert {found.skill_of[saying.statement] for one in found.lists for saying in one.sayings} == {*NAMES}


@given(st.integers())
def test_the_words_are_names_of_the_skill(seed: int) -> None:
    found = dealt(seed)
    for one in found.lists:
        assert all(saying.words in NAMES[found.skill_of[saying.statement]] for saying in one.sayings)


def test_the_same_lots_deal_the_same_lists() -> None:
    first, again, other = ([one.sayings for one in dealt(seed).lists] for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_skill_is_learned_from_or_held_out() -> None:
    parts = [_part(f"http://data.europa.eu/esco/skill/{at}") for at in range(500)]
    assert {*parts} == {LEARNED, HELD_OUT}
    assert 0.5 < parts.count(LEARNED) / len(parts) < 0.7
