"""Short lists in which a statement stands beside the same in other words, or beside a sibling."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from training.siblings import SHARES, SIZES, Names, _dealt

THINGS = ("fryer", "floor", "oven", "grill", "window", "kettle", "freezer", "counter", "sink", "shelf")
ACTS = {"clean": ("clean the {}", "wash the {}", "the {} is cleaned"), "repair": ("repair the {}", "fix the {}")}
SKILLS = {f"{act} {thing}": [name.format(thing) for name in names] for act, names in ACTS.items() for thing in THINGS}
NAMES = Names.of(SKILLS)


@given(st.integers(0, len(NAMES.words) - 1), st.randoms(use_true_random=False))
def test_a_counterpart_is_the_same_skill_or_another(name: int, lots: Random) -> None:
    again, sibling = NAMES.again(name, lots), NAMES.sibling(name, lots)
    assert again != name
    assert NAMES.skills[again] == NAMES.skills[name]
    assert sibling is None or NAMES.skills[sibling] != NAMES.skills[name]


def test_a_sibling_is_one_act_on_another_thing() -> None:
    fryer = NAMES.words.index("clean the fryer")
    found = {NAMES.words[sibling] for seed in range(20) if (sibling := NAMES.sibling(fryer, Random(seed))) is not None}
    assert found
    assert all("fryer" not in words for words in found if words.startswith("clean"))


@given(st.integers())
def test_every_statement_has_one_counterpart_and_no_skill_is_said_by_two_pairs(seed: int) -> None:
    found = _dealt(NAMES, "kitchen", Random(seed))
    one, other = ([found.skill_of[saying.statement] for saying in own.sayings] for own in found.lists)
    assert len(one) == len(other) <= max(SIZES)
    assert len({*one, *other}) == len(one) + sum(here != there for here, there in zip(one, other, strict=True))


def test_some_lists_share_nothing_and_some_much() -> None:
    shares = set()
    for seed in range(40):
        one, other = _dealt(NAMES, "kitchen", Random(seed)).lists
        same = [
            NAMES.skills[NAMES.words.index(left.words)] == NAMES.skills[NAMES.words.index(right.words)]
            for left, right in zip(one.sayings, other.sayings, strict=True)
        ]
        shares.add(sum(same) / len(same))
    assert min(shares) == min(SHARES)
    assert max(shares) > 0.6
