"""Circles in what should be a tree or a hierarchy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ontology.report import Finding, Severity, excerpt

SHOWN: Final = 10
"""Things of a circle that are named."""


@dataclass(frozen=True)
class Circle:
    """Things that are each above the next, and the last above the first.

    Parameters
    ----------
    names
        Of the first of them, `SHOWN` at most.
    length
        How many they are.
    """

    names: tuple[str, ...]
    length: int

    def __str__(self) -> str:
        further = ("…",) if self.length > len(self.names) else ()
        return " -> ".join((*self.names, *further, self.names[0]))


def circles(arrows: Mapping[str, Iterable[str]]) -> Iterator[Circle]:
    """Yield a circle for each arrow that closes one, going through a graph in depth once.

    Example
    -------
    >>> list(map(str, circles({"a": ["b"], "b": ["c"], "c": ["b"]})))
    ['b -> c -> b']
    """
    done: set[str] = set()
    way: list[tuple[str, Iterator[str]]] = []
    places: dict[str, int] = {}
    for start in arrows:
        if start not in done:
            places[start] = len(way)
            way.append((start, iter(arrows[start])))
        while way:
            here, ends = way[-1]
            further = next(ends, None)
            if further is None:
                done.add(here)
                del places[way.pop()[0]]
            elif (place := places.get(further)) is not None:
                yield Circle(tuple(name for name, _ in way[place : place + SHOWN]), len(way) - place)
            elif further not in done:
                places[further] = len(way)
                way.append((further, iter(arrows.get(further, ()))))


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
            node=circle.names[0],
            path=path,
            value=excerpt(str(circle), 200),
            message=f"{circle.length:,} {things} are children of one another",
            remedy=f"Leave out one of these {links}",
        )
