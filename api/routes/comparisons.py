"""Ways side by side over HTTP, and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import Offer, choose
from api.http.service import Service, Shared
from api.pages.page import render
from api.pages.places import places
from api.queries.routes import MOST_MONTHS, RouteQuery
from api.routes.occupations import match, search
from ontology.errors import NotFoundError
from pathways.routes import FORMATS, Comparison, comparison_format
from pathways.routes.forms import STYLE
from pathways.routes.rows import rows
from pathways.routes.wording import beaten, explained

router = APIRouter(tags=["ladders"])

OFFERS = tuple(Offer(form.extension, form.media_type, form.name) for form in FORMATS)
PAGE = Offer("html", "text/html")
REFUSALS = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY)
RESPONSES = {**forms(OFFERS), **UNCHANGED, **problems(*REFUSALS)}
LIMITS = ((0, "Any time"), (12, "1 year"), (24, "2 years"), (36, "3 years"), (60, "5 years"), (120, "10 years"))
"""Months to choose from, and what they are called."""

GOALS_SHOWN = 8


@dataclass(frozen=True)
class Goal:
    """A goal to choose, and the end of the address of its comparison."""

    label: str
    query: str


def query(
    start: Annotated[str, Query(alias="from", max_length=500)] = "",
    goal: Annotated[str, Query(alias="to", max_length=500)] = "",
    region: Annotated[str, Query(max_length=100)] = "",
    within: Annotated[int, Query(ge=0, le=MOST_MONTHS)] = 0,
    move: Annotated[str, Query(max_length=100)] = "",
    language: Annotated[str, Query(max_length=35, description="BCP 47 tag of the language of the names.")] = "",
) -> RouteQuery:
    """Return what the address asks for."""
    return RouteQuery(start.strip(), goal.strip(), region.strip(), within, move.strip(), language.strip())


Asked = Annotated[RouteQuery, Depends(query)]


@router.get("/api/v1/ladders/routes", response_model=Comparison, responses=RESPONSES)
def compare_routes(
    request: Request, service: Shared, asked: Asked, form: Annotated[str, Query(alias="format", max_length=50)] = ""
) -> Response:
    """Compare the ways from one occupation to another, or up from one to wherever pay is more.

    Whatever another way is better in, each that is shown makes up for: time, school, what is to be learned, pay, jobs.
    ``within`` is the most months that a way may take, 0 without a limit; ``move`` a region to move to for the last
    rung. The form is what ``format`` names, else what ``Accept`` prefers.
    """
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    return answer(request, offer, comparison_format(offer.extension).write(asked.answer(service.scopes)))


@router.get("/compare", include_in_schema=False)
def compare_page(request: Request, service: Shared, asked: Asked) -> Response:
    """Show ways side by side; where the goal's words name no one occupation, some to choose from, and ways up."""
    goals, shown = _goal(service, asked)
    found = shown.answer(service.scopes)
    snapshot = shown.scope(service.scopes)
    page = render(
        "compare.html",
        found=found,
        table=rows(found),
        beaten=beaten(found.beaten, found) if found.beaten else "",
        explained=explained(found),
        style=(files("pathways.routes") / STYLE).read_text(encoding="utf-8"),
        asked=asked,
        shown=shown,
        goals=goals,
        # The field is read again: it holds the title by which the goal is found, whatever the language of the names.
        goal=snapshot.occupations[snapshot.find(shown.goal)].label if shown.goal else asked.goal,
        ladder=replace(shown, within=0, move="").address(),
        limits=LIMITS,
        places=places(snapshot.regions, asked.region),
        moves=places(snapshot.regions, asked.move),
        downloads=[offer for offer in OFFERS if offer.extension not in ("html", "txt")],
    )
    return answer(request, PAGE, page.encode())


def _goal(service: Service, asked: RouteQuery) -> tuple[Sequence[Goal], RouteQuery]:
    """Return goals to choose from where the words name no one occupation, and what to show until then."""
    if not asked.start or not asked.goal:
        return [], asked
    snapshot = asked.scope(service.scopes)
    snapshot.find(asked.start)
    try:
        snapshot.find(asked.goal)
    except NotFoundError:
        listed = (match(service, one) for one in search(service, asked.goal).found[:GOALS_SHOWN])
        goals = [Goal(str(one.label), replace(asked, goal=one.code).address()) for one in listed]
        return goals, replace(asked, goal="")
    return [], asked
