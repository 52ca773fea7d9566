"""Circles in what should be a tree or a hierarchy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def circles(arrows: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield a circle for each arrow that closes one, going through a graph in depth once.

    Example
    -------
    >>> list(circles({"a": ["b"], "b": ["c"], "c": ["b"]}))
    [('b', 'c')]
    """
    done: set[str] = set()
    for start in arrows:
        way: dict[str, Iterator[str]] = {} if start in done else {start: iter(arrows[start])}
        while way:
            here = next(reversed(way))
            further = next(way[here], None)
            if further is None:
                done.add(here)
                del way[here]
            elif further in way:
                names = list(way)
                yield tuple(names[names.index(further) :])
            elif further not in done:
                way[further] = iter(arrows.get(further, ()))
