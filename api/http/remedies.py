"""What to do about a request that could not be answered: which parameter, and what it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http import HTTPStatus

from annotated_types import Ge, Le, MaxLen
from fastapi import Request
from fastapi.dependencies.models import Dependant
from pydantic.fields import FieldInfo

from api.http.service import StartingError
from api.queries.ladders import UnclearLadderError
from ontology.errors import (
    BoundError,
    ConflictError,
    CrowdedError,
    InconsistentError,
    InputError,
    LadderworksError,
    NotFoundError,
    StoreError,
    UnsupportedError,
)
from pathways.labor_market import NoSectorError, UnloadedError
from pathways.plans.ends import NoRungError, NoStartError

BRANCHES: Mapping[type[LadderworksError], tuple[HTTPStatus, str]] = {
    UnloadedError: (
        HTTPStatus.NOT_FOUND,
        "Whoever runs this service can load it; /dataset lists what is loaded.",
    ),
    NoSectorError: (
        HTTPStatus.NOT_FOUND,
        "Leave out q and kind, or change them; /api/v1/sectors?region= ranks all of a region.",
    ),
    NoRungError: (
        HTTPStatus.NOT_FOUND,
        "Add to, where you want to get; /api/v1/occupations?q= finds titles.",
    ),
    NotFoundError: (
        HTTPStatus.NOT_FOUND,
        "Ask for something that is there: detail names what is like it, where anything is.",
    ),
    NoStartError: (
        HTTPStatus.BAD_REQUEST,
        "Add from, or a job to the record; /api/v1/occupations?q= finds titles.",
    ),
    UnsupportedError: (HTTPStatus.NOT_ACCEPTABLE, "Ask for one of the forms that detail lists."),
    ConflictError: (HTTPStatus.CONFLICT, "Look at it as it is now, and say it anew."),
    BoundError: (HTTPStatus.UNPROCESSABLE_ENTITY, "Ask for less, or work on the files at /dumps."),
    InputError: (HTTPStatus.BAD_REQUEST, "Change the value that detail names."),
    InconsistentError: (HTTPStatus.CONFLICT, "Take away one of the statements that contradict each other."),
    StartingError: (HTTPStatus.SERVICE_UNAVAILABLE, "Ask again in a few seconds, as Retry-After says."),
    CrowdedError: (HTTPStatus.SERVICE_UNAVAILABLE, "Ask again in a few seconds, as Retry-After says."),
    StoreError: (HTTPStatus.SERVICE_UNAVAILABLE, "Try again in a minute."),
}
"""Status and remedy of each branch of the error tree."""

OCCUPATION = (
    "an occupation by its code (such as 47-2111.00), its address or its title; /api/v1/occupations?q= finds titles."
)
PLACES = {
    "query sector": "Give sector a slug from detail or any other sector by its label; / lists them.",
    "query region": "Give region a name from detail, the letters of a state (WA) or a code, "
    "or leave it out for the pay of the nation.",
    "query language": "Give language one of the tags in detail, or leave it out for English.",
    "query from": f"Give from {OCCUPATION}",
    "query to": f"Give to {OCCUPATION}",
    "path code": f"Give code {OCCUPATION}",
    "path standard": "Give standard one that is published, or a version of it that detail names; "
    "/api/v1/standards lists them.",
    "query skill": "Give skill a competency by its label, code or address; bars part several. "
    "/api/v1/questions/doors lists those of a sector.",
    "query format": "Give format one of the extensions or media types in detail, or leave it out.",
    "path extension": "End the path in one of the extensions in detail.",
    "header accept": "Put one of the media types in detail into Accept.",
}
"""Remedies for what stands in a place of a request."""

PEOPLE = {
    "query sector": "Choose a sector from the list on the first page.",
    "query region": "Write a place whose pay is loaded, the letters of a state such as WA, or nothing for the nation.",
    "query language": "Choose one of the languages above, or take language= out of the address for English.",
    "query from": "",
    "query to": "",
    "path code": "",
    "path standard": "The list of standards has all that are published.",
}
"""What a page says in their place; the search on it stands for those that are empty."""

REFUSALS = {
    HTTPStatus.NOT_FOUND: "Start at /, or at /api/v1/occupations or /api/v1/standards.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Send a GET request, or to /api/v1/plans a POST request; nothing is changed here.",
    HTTPStatus.LENGTH_REQUIRED: "Say in Content-Length how long the body is.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Send less: a record with what matters, without pictures.",
}
"""Remedies for what no route takes."""


def remedy_of(error: Exception, place: str) -> tuple[HTTPStatus, str]:
    """Return the status and the remedy of one of our errors.

    Parameters
    ----------
    place
        Where in the request the value at fault stands; empty where that is unknown.
    """
    kinds = [kind for kind in BRANCHES if isinstance(error, kind)]
    status, remedy = BRANCHES[kinds[0]] if kinds else (HTTPStatus.INTERNAL_SERVER_ERROR, "")
    if isinstance(error, UnclearLadderError):
        return status, error.remedy
    if isinstance(error, UnloadedError | NoSectorError | NoRungError):
        return status, remedy
    return status, PLACES.get(place, remedy) if isinstance(error, NotFoundError | UnsupportedError) else remedy


def advice(place: str, remedy: str) -> str:
    """Return what to do about a request in words for people, who see neither parameters nor ``detail``.

    Example
    -------
    >>> advice("query limit", "Give limit a whole number from 1 to 200.")
    'In the address: give limit a whole number from 1 to 200.'
    """
    if place in PEOPLE:
        return PEOPLE[place]
    return f"In the address: {remedy[:1].lower()}{remedy[1:]}" if remedy and "detail" not in remedy else ""


def allowed(request: Request, name: str) -> str:
    """Return what a parameter of the route of a request may be, as a remedy; empty where that is unknown."""
    route = request.scope.get("route")
    dependant: Dependant | None = getattr(route, "dependant", None)
    fields = dict(_parameters(dependant)) if dependant else {}
    return _sentence(name, fields[name]) if name in fields else ""


def _parameters(dependant: Dependant) -> Iterator[tuple[str, FieldInfo]]:
    for field in (*dependant.query_params, *dependant.path_params):
        yield field.alias, field.field_info
    for below in dependant.dependencies:
        yield from _parameters(below)


def _sentence(name: str, field: FieldInfo) -> str:
    """Return what to give a parameter.

    Example
    -------
    >>> from typing import Annotated
    >>> _sentence("limit", FieldInfo.from_annotation(Annotated[int, Ge(1), Le(200)]))
    'Give limit a whole number from 1 to 200.'
    """
    least = next((mark.ge for mark in field.metadata if isinstance(mark, Ge)), None)
    most = next((mark.le for mark in field.metadata if isinstance(mark, Le)), None)
    longest = next((mark.max_length for mark in field.metadata if isinstance(mark, MaxLen)), None)
    if field.annotation is int:
        bounds = f" from {least}{' up' if most is None else f' to {most}'}" if least is not None else ""
        return f"Give {name} a whole number{bounds}."
    return f"Give {name} {'a value' if longest is None else f'a text of at most {longest:,} characters'}."
