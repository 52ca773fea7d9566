"""Circles: what leads back to itself, by links from one thing to another."""

from __future__ import annotations

from collections.abc import Iterable


def on_circles(links: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Return the things that links lead back to, directly or through others: each link is looked at once.

    They are those that are strongly connected to others or linked to themselves.

    Example
    -------
    >>> sorted(on_circles([("a", "b"), ("b", "c"), ("c", "b"), ("c", "d"), ("d", "d"), ("d", "e")]))
    ['b', 'c', 'd']
    """
    from scipy.sparse import coo_array  # noqa: PLC0415 - only the gate needs it
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    numbers: dict[str, int] = {}
    ends = [(numbers.setdefault(one, len(numbers)), numbers.setdefault(other, len(numbers))) for one, other in links]
    if not ends:
        return frozenset()
    starts, stops = zip(*ends, strict=True)
    matrix = coo_array(([1] * len(ends), (starts, stops)), shape=(len(numbers), len(numbers)))
    _, parts = connected_components(matrix, connection="strong")
    back = {parts[start] for start, stop in ends if parts[start] == parts[stop]}
    return frozenset(name for name, number in numbers.items() if parts[number] in back)
