"""The sectors of a region over HTTP, ranked by its labor market."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import StringConstraints

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import Offer, choose
from api.http.service import Shared
from pathways.labor_market import FORMATS, Asked, Criterion, Ranking, rank_sectors, ranking_format
from pathways.occupations.sector import SectorKind

router = APIRouter(tags=["sectors"])

OFFERS = tuple(Offer(form.extension, form.media_type, form.name) for form in FORMATS)
REFUSALS = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY)
RESPONSES = {**forms(OFFERS), **UNCHANGED, **problems(*REFUSALS)}

MOST_AREAS = 20
"""Areas of which one region may be made."""

Name = Annotated[str, StringConstraints(max_length=100)]


@router.get("/api/v1/sectors", response_model=Ranking, responses=RESPONSES)
def get_sectors(
    request: Request,
    service: Shared,
    region: Annotated[list[Name], Query(min_length=1, max_length=MOST_AREAS)],
    q: Annotated[str, Query(max_length=200)] = "",
    by: Criterion = Criterion.ALL,
    kind: Annotated[tuple[SectorKind, ...], Query(max_length=len(SectorKind))] = (),
    form: Annotated[str, Query(alias="format", max_length=50)] = "",
) -> Response:
    """Rank the sectors of a region by how concentrated they are, how many jobs they have, and what these pay.

    ``region`` may be given several times, for areas side by side. The form is what ``format`` names, else what
    ``Accept`` prefers.
    """
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    asked = Asked(tuple(region), q.strip(), kind, by)
    return answer(request, offer, ranking_format(offer.extension).write(rank_sectors(service.scopes, asked)))
