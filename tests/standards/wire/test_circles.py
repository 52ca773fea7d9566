"""Circles of things that stand above one another are each told, in steps that grow with the links."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from standards.wire.circles import circles, told_circles
from tests.steps import steps

Arrows = Mapping[str, list[str]]


def chain(size: int) -> Arrows:
    return {f"{at}": [f"{at + 1}"] for at in range(size)}


def ring(size: int) -> Arrows:
    return {f"{at}": [f"{(at + 1) % size}"] for at in range(size)}


def backward(size: int) -> Arrows:
    """A chain told from its end on, so that each start meets what is done already."""
    return dict([*chain(size).items()][::-1])


def clique(size: int) -> Arrows:
    side = [f"{at}" for at in range(round(size**0.5))]
    return {one: [other for other in side if other != one] for one in side}


def selves(size: int) -> Arrows:
    return {f"{at}": [f"{at}"] for at in range(size)}


@pytest.mark.parametrize(
    ("of", "size", "told"),
    [
        (chain, 100_000, 0),
        (ring, 100_000, 1),
        (backward, 5_000, 0),
        (selves, 5_000, 5_000),
        (clique, 5_000, 71 * 70 // 2),
    ],
)
def test_steps_grow_with_the_links(of: Callable[[int], Arrows], size: int, told: int) -> None:
    arrows = of(size)
    found: list[object] = []
    taken = steps(lambda: found.extend(told_circles(arrows, "it.json", "broader", things="things", links="links")))
    assert len(found) == told
    assert taken < 60 * sum(map(len, arrows.values()))


def test_a_circle_says_how_long_it_is_and_names_only_its_first() -> None:
    (circle,) = circles(ring(100_000))
    assert (circle.length, len(circle.names)) == (100_000, 10)
    assert str(circle).endswith("8 -> 9 -> … -> 0")


def test_of_a_thing_that_stands_above_itself_one_finding() -> None:
    (finding,) = told_circles({"a": ["a"]}, "it.json", "broader", things="concepts", links="links")
    assert (finding.value, finding.node) == ("a -> a", "a")
