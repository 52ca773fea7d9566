"""What names blank nodes from afar is told once, and no graph of them takes more steps than it has statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pyoxigraph as ox
import pytest

from ontology.holding import Holding
from ontology.namespaces import RDF
from tests.steps import steps

GRAPH = "http://x/graph"


def stored(lines: Iterable[str]) -> ox.Store:
    store = ox.Store()
    text = "".join(f"{line} .\n" for line in lines).replace("a:", "http://x/")
    store.load(text, ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(GRAPH))
    return store


def named(store: ox.Store, property: str) -> str:
    """Return the blank node that is said to have a property."""
    (quad,) = store.quads_for_pattern(None, ox.NamedNode(property.replace("a:", "http://x/")), None)
    return str(quad.subject.value)  # type: ignore[union-attr]


def held(*lines: str) -> list[tuple[str, str]]:
    """Return what holds the node that is marked, and how."""
    store = stored([*lines, "_:it <a:mark> <a:here>"])
    node = named(store, "a:mark")
    of = Holding(store, GRAPH).holds([node])[node]
    return [(one.holder[-1], "/".join(each.rpartition("/")[2] for each in one.path)) for one in of]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["<a:h> <a:p> _:it"], [("h", "p")]),
        (["<a:h> <a:p> _:a", "_:a <a:q> _:it"], [("h", "p/q")]),
        (["<a:h> <a:p> _:it", "<a:h> <a:q> _:it", "<a:i> <a:p> _:it"], [("h", "p"), ("h", "q"), ("i", "p")]),
        (["<a:h> <a:p> _:a", "_:a <a:q> _:it", "<a:h> <a:p> _:it"], [("h", "p")]),
        (["_:a <a:p> _:it", "_:it <a:p> _:a"], []),
        (["<a:h> <a:p> _:it", "_:a <a:p> _:it", "_:it <a:p> _:a", "_:it <a:p> _:it"], [("h", "p")]),
        ([f"<a:h> <{RDF.first}> _:it"], [("h", "22-rdf-syntax-ns#first")]),
    ],
)
def test_each_holder_once_for_each_property_of_its_own(lines: list[str], said: list[tuple[str, str]]) -> None:
    assert held(*lines) == said


def test_of_two_ways_as_long_as_each_other_the_first_by_name() -> None:
    lines = ["<a:h> <a:p> _:a", "<a:h> <a:p> _:b", "_:a <a:z> _:it", "_:b <a:q> _:it"]
    assert held(*lines) == held(*lines[::-1]) == [("h", "p/q")]


def test_cells_of_a_list_are_no_steps_however_many() -> None:
    chain = [f"_:c{place} <{RDF.rest}> _:c{place + 1}" for place in range(30)]
    assert held("<a:h> <a:p> _:c0", *chain, f"_:c30 <{RDF.first}> _:it") == [("h", "p")]


def test_a_long_way_is_shortened_in_the_middle() -> None:
    chain = [f"_:c{place} <a:q{place}> _:c{place + 1}" for place in range(30)]
    (way,) = held("<a:h> <a:p> _:c0", *chain, "_:c30 <a:z> _:it")
    assert way == ("h", "p/q0/q1/q2/q3/q4/q5/q6/…/z")


def clique(size: int) -> list[str]:
    return [f"_:a{one} <a:p> _:a{other}" for one in range(size) for other in range(size)]


def listed(size: int) -> list[str]:
    return [f"_:a{place} <{RDF.rest}> _:a{place + 1 if place + 1 < size else 'end'}" for place in range(size)]


KINDS: dict[str, Callable[[int], list[str]]] = {
    "a clique that nothing holds": clique,
    "a clique that a thing holds": lambda size: [*clique(size), "<a:h> <a:p> _:a0"],
    "a clique, each node held": lambda size: [*clique(size), *(f"<a:h> <a:p> _:a{at}" for at in range(size))],
    "a list": lambda size: [*listed(size * size), "<a:h> <a:p> _:a0"],
    "a ring": lambda size: [f"_:a{at} <a:p> _:a{(at + 1) % size**2}" for at in range(size**2)],
}


def test_what_begins_alike_is_followed_once() -> None:
    chain = [*(f"_:a{at} <a:p> _:a{at + 1}" for at in range(300)), "_:a300 <a:mark> <a:z>"]
    store = stored(lines := [*chain, *(f"<a:h{at}> <a:p> _:a0" for at in range(300))])
    asked = {named(store, "a:mark")}
    assert steps(lambda: Holding(store, GRAPH).holds(asked)) < 40 * len(lines)


@pytest.mark.parametrize("kind", KINDS)
def test_steps_grow_with_the_statements(kind: str) -> None:
    store = stored(lines := KINDS[kind](40))
    nodes = {
        quad.subject.value
        for quad in store.quads_for_pattern(None, None, None)
        if isinstance(quad.subject, ox.BlankNode)
    }
    assert steps(lambda: Holding(store, GRAPH).holds(nodes)) < 40 * len(lines)
