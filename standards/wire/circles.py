"""Circles in what should be a tree or a hierarchy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ontology.report import Finding, Severity, excerpt


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


def told_circles(
    arrows: Mapping[str, Iterable[str]], file: str, path: str, *, things: str, links: str
) -> Iterator[Finding]:
    """Yield each circle of things that are children of one another as an error.

    Parameters
    ----------
    path
        The property that leads from a thing to what is above it.
    things, links
        What the format calls both, in the plural.
    """
    for circle in circles(arrows):
        yield Finding(
            code="cycle",
            severity=Severity.ERROR,
            file=file,
            node=circle[0],
            path=path,
            value=excerpt(" -> ".join((*circle, circle[0])), 200),
            message=f"{len(circle)} {things} are children of one another",
            remedy=f"Leave out one of these {links}",
        )
