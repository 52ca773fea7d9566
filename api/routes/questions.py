"""The reverse questions over HTTP."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import Offer, choose
from api.http.service import Shared
from api.queries.questions import QuestionQuery, Wage, number
from pathways.questions.reasons import Why
from pathways.questions.records import Answer, Breaks, LeadsTo, Pays
from pathways.questions.teaching_records import Doors, Taught
from pathways.questions.writing import write_answer

router = APIRouter(prefix="/api/v1/questions", tags=["questions"])

OFFERS = (Offer("json", "application/json"), Offer("md", "text/markdown"), Offer("csv", "text/csv"))
REFUSALS = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY)
RESPONSES = {**forms(OFFERS), **UNCHANGED, **problems(*REFUSALS)}


def query(
    sector: Annotated[str, Query(max_length=200)] = "", region: Annotated[str, Query(max_length=100)] = ""
) -> QuestionQuery:
    """Return of what the address asks."""
    return QuestionQuery(sector.strip(), region.strip())


Asked = Annotated[QuestionQuery, Depends(query)]
Form = Annotated[str, Query(alias="format", max_length=50)]


def _sent(request: Request, form: str, found: Answer) -> Response:
    """Send an answer in the form that ``format`` names, else in what ``Accept`` prefers."""
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    return answer(request, offer, write_answer(found, offer.extension))


@router.get("/leads-to", response_model=LeadsTo, responses=RESPONSES)
def get_leads_to(
    request: Request, service: Shared, asked: Asked, to: Annotated[str, Query(max_length=500)], form: Form = ""
) -> Response:
    """Say which entry jobs lead to an occupation, of a sector or of all."""
    return _sent(request, form, asked.leads_to(service.scopes, to.strip()))


@router.get("/doors", response_model=Doors, responses=RESPONSES)
def get_doors(request: Request, service: Shared, asked: Asked, form: Form = "") -> Response:
    """Say which competencies open the most doors in a sector."""
    return _sent(request, form, asked.doors(service.scopes))


@router.get("/breaks", response_model=Breaks, responses=RESPONSES)
def get_breaks(request: Request, service: Shared, asked: Asked, form: Form = "") -> Response:
    """Say where a sector's ladder breaks for those with the least preparation."""
    return _sent(request, form, asked.breaks(service.scopes))


def wage_words(
    wage: Annotated[str, Query(max_length=50)] = "",
    hourly: Annotated[str, Query(max_length=50)] = "",
    source: Annotated[str, Query(alias="wage-source", max_length=500)] = "",
) -> tuple[str, str, str]:
    """Return what is said of a wage: by the year, by the hour, and by whom."""
    return wage.strip(), hourly.strip(), source.strip()


@router.get("/pays", response_model=Pays, responses=RESPONSES)
def get_pays(
    request: Request,
    service: Shared,
    asked: Asked,
    said: Annotated[tuple[str, str, str], Depends(wage_words)],
    start: Annotated[str, Query(alias="from", max_length=500)] = "",
    form: Form = "",
) -> Response:
    """Say which rungs pay a wage that supports a family, at the median and at the low end.

    Give the wage by the year or by the hour, in dollars, and who says that a family needs it: none is assumed.
    """
    by_year, by_hour, source = said
    needed = Wage(number(by_year, "a wage"), number(by_hour, "a wage by the hour"), source)
    return _sent(request, form, asked.pays(service.scopes, needed, start.strip()))


@router.get("/why", response_model=Why, responses=RESPONSES)
def get_why(
    request: Request,
    service: Shared,
    asked: Asked,
    start: Annotated[str, Query(alias="from", max_length=500)],
    end: Annotated[str, Query(alias="to", max_length=500)],
    form: Form = "",
) -> Response:
    """Say why one occupation is a step from another, or why it is none, and which way leads there instead."""
    return _sent(request, form, asked.why(service.scopes, start.strip(), end.strip()))


@router.get("/taught", response_model=Taught, responses=RESPONSES)
def get_taught(
    request: Request,
    service: Shared,
    asked: Asked,
    skill: Annotated[str, Query(max_length=500)],
    level: Annotated[str, Query(max_length=50)] = "",
    form: Form = "",
) -> Response:
    """Say what happens to a sector's ladder when skills, parted by bars, are taught in one more course."""
    return _sent(request, form, asked.taught(service.scopes, skill.split("|"), number(level.strip(), "a level")))
