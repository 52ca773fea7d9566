"""What the judge of pairs was learned from."""

from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from standards.harmonizing.judge import PATH, Learned
from standards.harmonizing.likeness import VIEWS
from training.dealt import RELEASE
from training.harmonizing import AGAINST, GROUPS, NO_LIMIT, PAIRS, Example, digests, fit_judge, fit_most

LEARNED = Learned.model_validate_json(PATH.read_bytes())


def test_the_package_carries_what_was_learned_from_these_labels() -> None:
    for path in (PAIRS, GROUPS):
        assert LEARNED.data[path.name] == sha256(path.read_bytes()).hexdigest()


def test_the_package_carries_what_was_learned_from_this_release(data: Path) -> None:
    if not (data / RELEASE).is_dir():
        pytest.skip(f"{data / RELEASE} is missing")
    assert digests(data) == LEARNED.data


def test_no_view_counts_nothing_or_against_what_it_says() -> None:
    weights = {view: getattr(LEARNED.judge, view) for view in VIEWS}
    assert all(weight < 0 if view in AGAINST else weight > 0 for view, weight in weights.items())


def test_the_longer_lists_are_and_the_more_alike_the_surer_one_can_be() -> None:
    assert LEARNED.weights.most_likeness > 0
    assert LEARNED.weights.most_length > 0


def test_how_sure_one_can_be_is_learned_from_siblings() -> None:
    things = ("fryer", "floor", "oven", "window", "kettle", "freezer")
    unlike = ("Bake bread", "Pay wages", "Weld tubes", "Rake leaves", "Climb towers", "Teach riggers")
    words = [*(f"Clean the {thing}" for thing in things[:3]), *(f"Clean the {thing}" for thing in things[3:])]
    example = Example.of([*words, *unlike], (0, 0, 0, 1, 1, 1) + (0, 1) * 3, [*words, *unlike], 1.0)
    judge = LEARNED.judge.model_copy(update={"bias": 0.0})
    free = LEARNED.weights.model_copy(update={**NO_LIMIT, "bias": 20.0})
    assert example.joined(judge, free).any()
    held = free.model_copy(update=fit_most([example], judge, free))
    odds = judge.odds(example.views.astype(np.float32))
    assert (held.most(odds, np.array(6)) < 0).all()


def test_what_is_learned_tells_what_is_the_same() -> None:
    words = (
        "Weld boiler tubes",
        "Clear trash racks",
        "Welding of boiler tubes",
        "Rake trash racks clear",
        "Lead tubes",
    )
    example = Example.of(words, (0, 0, 1, 1, 1), ("weld", "rake", "weld", "rake", "lead"), 1.0)
    odds = fit_judge([example]).odds(example.views[example.known].astype(np.float32))
    assert odds[example.same == 1].min() > odds[example.same == 0].max()
