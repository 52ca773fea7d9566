"""What N-Triples say, statement by statement, as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pyoxigraph as ox


class Statement(NamedTuple):
    """One statement of a graph.

    Parameters
    ----------
    subject, predicate
        Addresses; the subject ``_:b0`` where it is a blank node.
    value
        The address, or the text.
    literal
        Whether the value is a text, of whatever datatype.
    language
        Of the text, where it says one.
    """

    subject: str
    predicate: str
    value: str
    literal: bool
    language: str | None = None


def statements(triples: bytes) -> Iterator[Statement]:
    r"""Yield the statements of a graph in their order.

    Example
    -------
    >>> [*statements(b'<http://x/1> <http://x/p> "Weld"@en .\n_:b0 <http://x/p> <http://x/2> .\n')]
    ... # doctest: +NORMALIZE_WHITESPACE
    [Statement(subject='http://x/1', predicate='http://x/p', value='Weld', literal=True, language='en'),
     Statement(subject='_:b0', predicate='http://x/p', value='http://x/2', literal=False, language=None)]
    """
    for quad in ox.parse(triples, ox.RdfFormat.N_TRIPLES, lenient=True):  # it was judged when it was read
        end = quad.object
        literal = isinstance(end, ox.Literal)
        yield Statement(_name(quad.subject), quad.predicate.value, _name(end), literal, getattr(end, "language", None))


def _name(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
