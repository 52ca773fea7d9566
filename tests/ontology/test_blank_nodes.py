"""Blank nodes get the same names for the same graph, and no graph takes long."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from itertools import combinations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.blank_nodes import with_names
from tests.steps import steps

P = ox.NamedNode("http://x/p")
EDGES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=10)


def graph(edges: list[tuple[int, int]], names: list[int]) -> list[ox.Triple]:
    return [ox.Triple(ox.BlankNode(f"n{names[a]}"), P, ox.BlankNode(f"n{names[b]}")) for a, b in edges]


def canonical(triples: list[ox.Triple]) -> set[str]:
    """The statements as RDFC-1.0 names their nodes; exact, and fast for so few."""
    said = ox.Dataset(ox.Quad(*triple) for triple in triples)
    said.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(map(str, said))


@given(EDGES, st.permutations(range(5)), st.randoms(use_true_random=False))
def test_the_names_follow_from_the_graph(edges: list[tuple[int, int]], names: list[int], chance: random.Random) -> None:
    edges = [(min(a, b), max(a, b)) for a, b in edges if a != b]  # no ring
    said, other = graph(edges, list(range(5))), graph(edges, names)
    chance.shuffle(other)
    assert set(map(str, with_names(said))) == set(map(str, with_names(other)))


@given(EDGES, EDGES)
def test_it_stays_the_same_graph_and_no_other_becomes_it(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    first, second = (graph(edges, list(range(5))) for edges in (one, other))
    named = with_names(first)
    assert canonical(named) == canonical(first)
    if set(map(str, named)) == set(map(str, with_names(second))):
        assert canonical(first) == canonical(second)


def test_what_is_said_once_more_is_said_once() -> None:
    said = graph([(0, 1), (0, 1)], [0, 1])
    assert len(with_names(said)) == 1


def read(turtle: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(turtle, ox.RdfFormat.TURTLE)]


def clique(size: int) -> str:
    return "".join(f"_:a{i} <a:p> _:a{j} . _:a{j} <a:p> _:a{i} .\n" for i, j in combinations(range(size), 2))


def listed(size: int) -> str:
    return "<a:a> <a:p> (" + " <a:m>" * size + ") ."


def chain(size: int) -> str:
    return "<a:a> <a:p> _:n0 .\n" + "".join(f"_:n{at} <a:p> _:n{at + 1} .\n" for at in range(size))


def hub(size: int) -> str:
    return "_:h <a:p> " + ", ".join(["[ <a:q> [ <a:r> <a:m> ] ]"] * size) + " ."


def ring(size: int) -> str:
    return "".join(f"_:a{at} <a:p> _:a{(at + 1) % size} .\n" for at in range(size))


def bipartite(size: int) -> str:
    return "".join(f"_:a{one} <a:p> _:b{other} .\n" for one in range(size) for other in range(size))


HARD: Mapping[str, tuple[Callable[[int], str], int, int]] = {
    "clique": (clique, 8, 32),
    "bipartite": (bipartite, 6, 24),
} | {kind.__name__: (kind, 100, 1_600) for kind in (listed, chain, hub, ring)}
"""Graphs that make others take long, with a small and a large size."""


@pytest.mark.parametrize("kind", HARD)
def test_steps_hardly_grow_faster_than_the_graph(kind: str) -> None:
    """A statement takes about as many steps in a graph that is sixteen times as large."""
    of, *sizes = HARD[kind]
    small, large = (read(of(size)) for size in sizes)
    few, many = steps(lambda: with_names(small)) / len(small), steps(lambda: with_names(large)) / len(large)
    assert many < 1.5 * few


@pytest.mark.parametrize("kind", HARD)
def test_each_node_keeps_a_name_of_its_own(kind: str) -> None:
    of, size, _ = HARD[kind]
    said = read(of(size))
    named = with_names(said)
    assert len(named) == len(said)
    assert len({t.subject for t in named}) == len({t.subject for t in said})
