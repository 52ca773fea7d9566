"""Parameters of requests: one that a route does not know is refused, since a misspelled one would go unheeded."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import Request
from fastapi.dependencies.models import Dependant

from api.queries.ladders import UnclearLadderError
from standards.matching.spelling import spelled_like


class UnknownParameterError(UnclearLadderError):
    """A request has a parameter that its route does not know."""


async def check_parameters(request: Request) -> None:
    """Refuse a request with a parameter that its route does not know.

    Raises
    ------
    UnknownParameterError
        With the nearest name that it knows, or all of them.
    """
    dependant = getattr(request.scope.get("route"), "dependant", None)
    known = sorted({*_names(dependant)}) if dependant else []
    for name in request.query_params:
        if name not in known:
            raise UnknownParameterError(*_refusal(name, known))


def _refusal(name: str, known: list[str]) -> tuple[str, str]:
    """Return what is wrong and what to do.

    Example
    -------
    >>> _refusal("regoin", ["from", "region"])
    ("there is no parameter 'regoin' here; the nearest is region", 'Write region in the place of regoin.')
    """
    near = [known[place] for place in spelled_like(name, known, 1)]
    if near:
        nearest = f"the nearest is {near[0]}"
        return f"there is no parameter {name!r} here; {nearest}", f"Write {near[0]} in the place of {name}."
    there = f"there are {', '.join(known)}" if known else "there are none"
    return f"there is no parameter {name!r} here; {there}", f"Leave {name} out."


def _names(dependant: Dependant) -> Iterator[str]:
    """Yield the names of the parameters of a route and of what it depends on."""
    yield from (field.alias for field in dependant.query_params)
    for below in dependant.dependencies:
        yield from _names(below)
