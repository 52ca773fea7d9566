"""Blank nodes get the same names for the same graph, and no graph takes long."""

from __future__ import annotations

import random
import time
from itertools import combinations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.blank_nodes import with_names

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


def clique(size: int) -> str:
    return "".join(f"_:a{i} <a:p> _:a{j} . _:a{j} <a:p> _:a{i} .\n" for i, j in combinations(range(size), 2))


HARD = {
    "a clique": clique(100),
    "a list of the same": "<a:a> <a:p> (" + " <a:m>" * 20_000 + ") .",
    "a chain": "<a:a> <a:p> " + "[ <a:p> " * 400 + "<a:b>" + "]" * 400 + " .",
    "a hub of pairs": "_:h <a:p> " + ", ".join(["[ <a:q> [ <a:r> <a:m> ] ]"] * 10_000) + " .",
    "a ring": "".join(f"_:a{i} <a:p> _:a{(i + 1) % 2_000} .\n" for i in range(2_000)),
}


@pytest.mark.parametrize("kind", HARD)
def test_no_graph_takes_long(kind: str) -> None:
    said = [quad.triple for quad in ox.parse(HARD[kind], ox.RdfFormat.TURTLE)]
    began = time.process_time()
    named = with_names(said)
    assert time.process_time() - began < 20  # under two on a usual machine
    assert len(named) == len(said)
    assert len({t.subject for t in named}) == len({t.subject for t in said})
