"""Literals as they are written and as the store keeps them: it takes ``0010`` for the number 10, and gives 10 back."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

TYPED = b'"^^<http://www.w3.org/2001/XMLSchema#'
"""What stands in each line whose literal the store may take for a value."""


def changed_lines(triples: bytes) -> list[str]:
    r"""Return the lines of N-Triples that the store gives back otherwise, and those that these would become.

    Of things with addresses only: blank nodes have other names in the store.

    Example
    -------
    >>> number = '<http://x/1> <http://x/p> "{}"^^<http://www.w3.org/2001/XMLSchema#integer> .'
    >>> said = "\n".join(map(number.format, ("7", "0010", "10")))
    >>> [line.partition('"')[2][:4] for line in changed_lines(said.encode())]
    ['0010', '10"^']
    """
    lines = [line.decode() for line in triples.splitlines() if TYPED in line and line.startswith(b"<")]
    kept = as_stored(lines)
    changed = {now for line, now in zip(lines, kept, strict=True) if now != line}
    return [line for line, now in zip(lines, kept, strict=True) if now in changed]


def as_stored(lines: Sequence[str]) -> list[str]:
    """Return each of some lines of N-Triples as the store gives it back."""
    store = ox.Store()
    for number, line in enumerate(lines):
        for quad in ox.parse(line, ox.RdfFormat.N_TRIPLES, lenient=True):
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(f"x:{number}")))
    kept = {quad.graph_name.value: f"{quad.triple} ." for quad in store if isinstance(quad.graph_name, ox.NamedNode)}
    return [kept[f"x:{number}"] for number in range(len(lines))]
