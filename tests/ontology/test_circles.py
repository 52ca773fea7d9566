"""What leads back to itself, held against following every link by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ontology.circles import on_circles
from tests.steps import steps

LINKS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=12)


def reached(links: list[tuple[str, str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        new = {other for one, other in links if one == here} - found
        found |= new
        waiting.extend(new)
    return found


@given(LINKS)
def test_what_can_be_reached_from_itself(links: list[tuple[str, str]]) -> None:
    assert on_circles(links) == {one for one in "abcdef" if one in reached(links, one)}


def test_steps_grow_with_the_links() -> None:
    ring = [(f"{at}", f"{(at + 1) % 10_000}") for at in range(10_000)]
    assert len(on_circles(ring)) == 10_000
    assert steps(lambda: on_circles(ring)) < 20 * len(ring)
    assert on_circles(ring[1:]) == frozenset()
