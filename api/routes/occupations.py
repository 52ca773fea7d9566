"""Occupations over HTTP: search and look up."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict

from api.http.description import problems
from api.http.paging import Paged
from api.http.service import Service, Shared
from api.searching.things import Found, Results
from ontology.records import Iri, Text
from pathways.occupations.catalog import OccupationEntry

router = APIRouter(prefix="/api/v1/occupations", tags=["occupations"])


class OccupationMatch(BaseModel):
    """An occupation in a list.

    Parameters
    ----------
    matched
        The title that has the words searched for.
    zone
        Job zone 1 to 5; 0 where unknown.
    """

    model_config = ConfigDict(frozen=True)

    iri: Iri
    code: str
    label: Text
    matched: str
    zone: int
    description: str


@router.get("", response_model=list[OccupationMatch], responses=problems(HTTPStatus.UNPROCESSABLE_ENTITY))
def list_occupations(
    request: Request, response: Response, service: Shared, page: Paged, q: Annotated[str, Query(max_length=200)] = ""
) -> list[OccupationMatch]:
    """List the occupations whose titles have all words of ``q``; all occupations, by code, without it.

    Where no title has them, those that have them with typing mistakes mended, else those that are spelled alike.
    """
    found = search(service, q).found
    response.headers.update(page.headers(request, len(found)))
    return [match(service, each) for each in page.of(found)]


@router.get(
    "/{code:path}",
    response_model=OccupationEntry,
    responses=problems(HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY),
)
def get_occupation(service: Shared, code: Annotated[str, Path(max_length=500)]) -> OccupationEntry:
    """Look up an occupation by its code, address or title."""
    return service.occupation(code)


def search(service: Service, text: str) -> Results:
    """Return what a text finds; without one, everything in the order of codes."""
    if text.strip():
        return service.titles.search(text)
    return Results(tuple(Found(place, entry.label.value) for place, entry in enumerate(service.occupations)))


def match(service: Service, found: Found) -> OccupationMatch:
    """Return an occupation that was found as it is listed."""
    entry = service.occupations[found.place]
    return OccupationMatch(
        iri=entry.iri,
        code=entry.code,
        label=entry.label,
        matched=found.matched,
        zone=entry.zone,
        description=entry.description,
    )
