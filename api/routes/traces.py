"""Traces over HTTP: from a figure on a ladder, a way, a plan or an answer to the rows of the files it came from."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request, Response

from api.http.answers import answer, with_charset
from api.http.description import UNCHANGED, Responses, forms, problems
from api.http.negotiation import Offer, choose
from api.http.service import Service, Shared
from api.queries.ladders import ALL_RUNGS, HIGHEST_WAGE
from api.queries.plans import PlanQuery
from api.queries.questions import Wage, number
from api.queries.routes import MOST_MONTHS
from api.queries.traces import TraceQuery, trace_of_plan
from api.routes.ladders import told_bars
from api.routes.plans import REFUSALS as PLAN_REFUSALS
from api.routes.plans import BoundedRoute, PlanRequest
from ontology.errors import LadderworksError
from pathways.ladders.best_ways import MOST_WAYS, WAYS
from pathways.ladders.climbs import MOST_RUNGS
from pathways.occupations.marks import Told
from pathways.traces.records import Traced
from pathways.traces.writing import write_markdown

router = APIRouter(tags=["traces"])
plans = APIRouter(tags=["traces"], route_class=BoundedRoute)

OFFERS: Final = (Offer("json", "application/json"), Offer("md", "text/markdown"))
REFUSALS: Final = (
    *(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND),
    *(HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY),
)

EXAMPLE: Final[dict[str, Any]] = {
    "title": "Power Plant Operators: where each figure comes from",
    "occupations": ["http://localhost:8000/id/onet/51-8013.00"],
    "labels": [{"value": "Power Plant Operators", "language": "en"}],
    "region": "Washington, May 2025",
    "figures": [
        {
            "name": "pay, median",
            "shown": "$131,620 a year",
            "basis": "asserted",
            "how": "as published for a year, all industries",
            "inputs": [
                {
                    "what": "jobs and pay of 51-8013 in Washington, May 2025",
                    "value": "$131,620 (median)",
                    "release": "power-generation@draft",
                    "finding": {
                        "standing": "found",
                        "file": "wages.csv",
                        "sha256": "2defe7aa4f443fae6ffa9c659e130fe9a6838f5ed1274c5f85ef99325d42a521",
                        "found_sha256": "",
                        "keys": {"area_code": "5300000", "soc_code": "51-8013"},
                        "columns": ["employment", "annual_10", "annual_median", "annual_90"],
                        "path": "",
                        "rows": [
                            {
                                "number": 34,
                                "cells": {
                                    "employment": "430",
                                    "annual_10": "85390",
                                    "annual_median": "131620",
                                    "annual_90": "168610",
                                },
                            }
                        ],
                    },
                    "agrees": True,
                    "given": False,
                }
            ],
            "of": "",
            "parts": [],
            "explained": "docs/how-a-ladder-is-computed.md#known-weaknesses",
        }
    ],
    "files": [
        {
            "release": "power-generation@draft",
            "name": "wages.csv",
            "sha256": "2defe7aa4f443fae6ffa9c659e130fe9a6838f5ed1274c5f85ef99325d42a521",
        }
    ],
    "notes": [],
}
"""A part of the trace of an occupation in the embedded example."""


def _forms() -> Responses:
    """Return the forms of a trace, the record with an example."""
    announced = forms(OFFERS)
    announced[HTTPStatus.OK.value]["content"]["application/json"] = {"example": EXAMPLE}
    return announced


RESPONSES: Final = {**_forms(), **UNCHANGED, **problems(*REFUSALS)}

Word = Annotated[str, Query(max_length=500)]
Short = Annotated[str, Query(max_length=200)]


def occupations(
    occupation: Word = "",
    start: Annotated[str, Query(alias="from", max_length=500)] = "",
    goal: Annotated[str, Query(alias="to", max_length=500)] = "",
) -> tuple[str, str, str]:
    """Return the occupations that are named: one alone, or the ends of what is traced."""
    return occupation.strip(), start.strip(), goal.strip()


def scope(sector: Short = "", firm: Short = "", region: Short = "", move: Short = "") -> tuple[str, str, str, str]:
    """Return on whose ladder and with whose pay."""
    return sector.strip(), firm.strip(), region.strip(), move.strip()


def wage(
    yearly: Annotated[str, Query(alias="wage", max_length=50)] = "",
    hourly: Annotated[str, Query(max_length=50)] = "",
    source: Annotated[str, Query(alias="wage-source", max_length=500)] = "",
) -> tuple[str, str, str]:
    """Return what is said of a wage: by the year, by the hour, and by whom."""
    return yearly.strip(), hourly.strip(), source.strip()


def taught(
    skill: Annotated[str, Query(max_length=500)] = "", level: Annotated[str, Query(max_length=50)] = ""
) -> tuple[str, str]:
    """Return the skills of one more course, parted by bars, and the level that it leads to."""
    return skill, level.strip()


def size(
    ways: Annotated[int, Query(ge=1, le=MOST_WAYS)] = WAYS,
    rungs: Annotated[int, Query(ge=2, le=ALL_RUNGS)] = MOST_RUNGS,
    enough: Annotated[float, Query(ge=0, le=HIGHEST_WAGE)] = 0,
) -> tuple[int, int, float]:
    """Return how much of a ladder was drawn, and the wage that is enough to stay."""
    return ways, rungs, enough


def query(
    named: Annotated[tuple[str, str, str], Depends(occupations)],
    where: Annotated[tuple[str, str, str, str], Depends(scope)],
    drawn: Annotated[tuple[int, int, float], Depends(size)],
    bars: Annotated[Told, Depends(told_bars)],
    of: Annotated[str, Query(max_length=50)] = "",
    within: Annotated[int, Query(ge=0, le=MOST_MONTHS)] = 0,
    find: Word = "",
) -> TraceQuery:
    """Return what the address asks for, but for amounts."""
    (occupation, start, goal), (sector, firm, region, move) = named, where
    words = (of.strip(), occupation, start, goal, sector, firm, region)
    ways, rungs, enough = drawn
    drawn_so = TraceQuery(*words, within=within, move=move, find=find.strip())
    return replace(drawn_so, ways=ways, rungs=rungs, enough=enough, bars=bars)


Asked = Annotated[TraceQuery, Depends(query)]
Form = Annotated[str, Query(alias="format", max_length=50)]


@router.get("/api/v1/ladders/trace", response_model=Traced, responses=RESPONSES)
def get_trace(
    request: Request,
    service: Shared,
    asked: Asked,
    needed: Annotated[tuple[str, str, str], Depends(wage)],
    course: Annotated[tuple[str, str], Depends(taught)],
    form: Form = "",
) -> Response:
    """Say of every figure how it came about, and in which row of which file of which release it stands.

    ``of`` is what is traced: ``rung``, ``step``, ``ladder``, ``routes``, ``leads-to``, ``doors``, ``breaks``, ``pays``
    or ``taught``; without it an ``occupation`` is a rung, ``from`` and ``to`` are a step, and a ``sector`` or a
    ``firm`` is its ladder. All else is as for what is traced. ``find`` keeps the figures that show a text, such as
    ``38%``, and those that they take. A row is given where the service has the file that was imported; else its keys
    and the file's SHA-256 are.
    """
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    wanted = _with_amounts(asked, needed, course)
    found = wanted.answer(service.knowledge.base, service.scopes, service.shelf)
    return answer(request, offer, _written(found, offer))


def _with_amounts(asked: TraceQuery, needed: tuple[str, str, str], course: tuple[str, str]) -> TraceQuery:
    """Return what is asked for with its amounts, which are no numbers until they are read."""
    yearly, hourly, source = needed
    amounts = number(yearly, "a wage"), number(hourly, "a wage by the hour")
    skills, level = course
    return replace(
        asked,
        wage=None if amounts == (None, None) else Wage(*amounts, source),
        skills=tuple(one for one in skills.split("|") if one.strip()),
        level=number(level, "a level"),
    )


@plans.post("/api/v1/plans/trace", response_model=Traced, responses={**_forms(), **problems(*PLAN_REFUSALS)})
def post_trace(request: Request, service: Shared, asked: PlanRequest, form: Form = "") -> Response:
    """Trace a plan, asked for as of ``POST /api/v1/plans``. Nothing of the record is stored or logged."""
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    found = _planned(service, asked)
    sent = {"cache-control": "no-store", "vary": "Accept"}
    return Response(_written(found, offer), headers=sent, media_type=with_charset(offer.media_type))


def _planned(service: Service, asked: PlanRequest) -> Traced:
    """Return the trace of a plan; a fault of ours is told without the words of the record, which would be logged."""
    wanted = PlanQuery(asked.record, asked.start.strip(), asked.goal.strip(), asked.region.strip(), asked.offers)
    try:
        return trace_of_plan(wanted, service.knowledge.base, service.scopes, service.desks, service.shelf)
    except LadderworksError:
        raise
    except Exception as error:
        message = f"a plan could not be traced: {type(error).__name__}"
        raise RuntimeError(message) from None


def _written(found: Traced, offer: Offer) -> bytes:
    """Return a trace in a form; where the files lie on the service's machine is nobody's business."""
    inward = found.model_copy(update={"figures": tuple(figure.without_paths() for figure in found.figures)})
    if offer.extension == "md":
        return write_markdown(inward).encode()
    return f"{inward.model_dump_json(indent=2)}\n".encode()


router.include_router(plans)
