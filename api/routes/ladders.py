"""Ladders over HTTP, in every form that a ladder has."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import Offer, choose
from api.http.service import Shared
from api.queries.ladders import ALL_RUNGS, HIGHEST_WAGE, LadderQuery
from pathways.formats import FORMATS
from pathways.ladders.best_ways import MOST_WAYS, WAYS
from pathways.ladders.climbs import MOST_RUNGS
from pathways.occupations.marks import Told
from pathways.records.ladder import Ladder

router = APIRouter(prefix="/api/v1/ladders", tags=["ladders"])

OFFERS = tuple(Offer(form.extension, form.media_type, form.name) for form in FORMATS)
REFUSALS = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY)
RESPONSES = {**forms(OFFERS), **UNCHANGED, **problems(*REFUSALS)}


def told_bars(
    high_wage: Annotated[
        float, Query(ge=0, le=HIGHEST_WAGE, description="US dollars a year from which on a rung is high-wage.")
    ] = 0,
    high_skill: Annotated[int, Query(ge=0, le=5, description="Job zone from which on a rung is high-skill.")] = 0,
    in_demand: Annotated[
        float, Query(ge=0, le=1000, description="Of every 1,000 jobs, those from which on a rung is in demand.")
    ] = 0,
) -> Told:
    """Return the bars that the address names."""
    return Told(high_wage, high_skill, in_demand)


def query(  # noqa: PLR0913, PLR0917 - the parameters of a request
    bars: Annotated[Told, Depends(told_bars)],
    sector: Annotated[str, Query(max_length=200)] = "",
    start: Annotated[str, Query(alias="from", max_length=500)] = "",
    goal: Annotated[str, Query(alias="to", max_length=500)] = "",
    region: Annotated[str, Query(max_length=100)] = "",
    firm: Annotated[str, Query(max_length=200)] = "",
    language: Annotated[str, Query(max_length=35, description="BCP 47 tag of the language of the names.")] = "",
    ways: Annotated[int, Query(ge=1, le=MOST_WAYS, description="Between two: ways through different rungs.")] = WAYS,
    rungs: Annotated[int, Query(ge=2, le=ALL_RUNGS, description="Of a sector: rungs to draw at most.")] = MOST_RUNGS,
    enough: Annotated[
        float, Query(ge=0, le=HIGHEST_WAGE, description="US dollars a year that are enough to stay on a rung.")
    ] = 0,
) -> LadderQuery:
    """Return the ladder that the address asks for."""
    where, whose = (sector.strip(), start.strip(), goal.strip()), (region.strip(), firm.strip(), language.strip())
    return LadderQuery(*where, *whose, ways, rungs, enough, bars)


Asked = Annotated[LadderQuery, Depends(query)]


@router.get("", response_model=Ladder, responses=RESPONSES)
def get_ladder(
    request: Request, service: Shared, asked: Asked, form: Annotated[str, Query(alias="format", max_length=50)] = ""
) -> Response:
    """Draw the ladder of a sector, of a firm's own jobs, onward from an occupation, or from one to another.

    The form is what ``format`` names (a file extension or a media type), else what ``Accept`` prefers.
    """
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    return answer(request, offer, service.drawing(asked, offer.extension))


@router.get(".{extension}", response_model=Ladder, responses=RESPONSES)
def get_ladder_as(
    request: Request, service: Shared, asked: Asked, extension: Annotated[str, Path(max_length=50)]
) -> Response:
    """Draw a ladder in the form of a file extension."""
    offer = choose(OFFERS, extension=extension)
    return answer(request, offer, service.drawing(asked, offer.extension))
