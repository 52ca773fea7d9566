"""Pages for workers: search a job title, pick an occupation, see the ladder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.http.answers import answer
from api.http.negotiation import Offer
from api.http.paging import Page, Paged
from api.http.service import Service, Shared
from api.pages.page import render
from api.pages.picture import inline_picture
from api.pages.places import places
from api.pages.rung_pages import RungPages
from api.pages.standard_pages import StandardPages
from api.queries.ladders import ALL_RUNGS, LadderQuery
from api.routes.ladders import OFFERS, Asked
from api.routes.occupations import OccupationMatch, match, search
from api.searching.things import Results
from ontology.errors import NotFoundError
from pathways.ladders.climbs import MOST_RUNGS
from pathways.occupations.sectors import Sector, SectorKind, find_sector

router = APIRouter(include_in_schema=False)

PAGE = Offer("html", "text/html")
DOWNLOADS = tuple(offer for offer in OFFERS if offer.extension != "html")
GOALS_SHOWN = 8
STARTS_SHOWN = 20
HEADINGS = {
    SectorKind.PARTNERSHIP: "Sector partnerships",
    SectorKind.CLUSTER: "Career clusters",
    SectorKind.PATHWAY: "Career pathways",
    SectorKind.GROUP: "Groups of occupations",
    SectorKind.FIELD: "Fields of study",
}
"""What the lists of sectors on the first page are called."""


@dataclass(frozen=True)
class Choice:
    """An occupation to begin at.

    Parameters
    ----------
    query
        The end of the address of its ladder.
    """

    occupation: OccupationMatch
    query: str


@router.get("/")
def home(request: Request, service: Shared, page: Paged, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Say what this is, and answer a search."""
    results = search(service, q) if q.strip() else Results()
    return _page(
        request,
        "home.html",
        kinds=[
            (kind, found)
            for kind in SectorKind
            if (found := [sector for sector in service.scopes.sectors if sector.kind is kind and not sector.within])
        ],
        headings=HEADINGS,
        published=bool(service.agreements.catalog),
        parts=_parts(service.scopes.sectors),
        text=q.strip(),
        results=results,
        matches=[match(service, each) for each in page.of(results.found)],
        page=page,
    )


def _parts(sectors: Sequence[Sector]) -> dict[str, list[Sector]]:
    """Return the sectors inside others by the labels of these."""
    parts: dict[str, list[Sector]] = {}
    for sector in sectors:
        if sector.within:
            parts.setdefault(sector.within, []).append(sector)
    return parts


@router.get("/explore")
def explore(request: Request, service: Shared, asked: Asked) -> Response:
    """Show a ladder: the picture, and the same in words; where the start names no one occupation, some."""
    if starts := _starts(service, asked):
        return _page(request, "which.html", status=404, asked=asked, choices=starts)
    goals, shown = _goal(service, asked)
    ladder, address = service.ladder(shown), RungPages(shown.region, shown.language)
    return _page(
        request,
        "explore.html",
        ladder=ladder,
        picture=inline_picture(ladder, address),
        address=address,
        asked=asked,
        shown=shown,
        goal=_title(service, shown) or asked.goal,
        goals=goals,
        every=replace(shown, rungs=ALL_RUNGS),
        fewer=replace(shown, rungs=MOST_RUNGS),
        partnerships=_partnerships(service, shown),
        standard=_standard(service, shown),
        places=places(shown.scope(service.scopes).regions, shown.region),
        downloads=DOWNLOADS,
    )


def _starts(service: Service, asked: LadderQuery) -> list[Choice]:
    """Return what to choose from where the words for the start name no one occupation."""
    if asked.sector or not asked.start or _is_one(service, asked.start):
        return []
    listed = [match(service, one) for one in search(service, asked.start).found[:STARTS_SHOWN]]
    return [Choice(one, replace(asked, start=one.code).address()) for one in listed]


def _is_one(service: Service, name: str) -> bool:
    try:
        service.occupation(name)
    except NotFoundError:
        return False
    return True


def _goal(service: Service, asked: LadderQuery) -> tuple[Sequence[OccupationMatch], LadderQuery]:
    """Return occupations to choose the goal from where its words name none, and the ladder to show until then."""
    try:
        if asked.goal or asked.start:
            asked.scope(service.scopes).find(asked.goal or asked.start)
    except NotFoundError:
        if not (asked.goal and asked.start):
            raise
        found = Page(GOALS_SHOWN).of(search(service, asked.goal).found)
        return [match(service, each) for each in found], replace(asked, goal="")
    return [], asked


def _title(service: Service, shown: LadderQuery) -> str:
    """Return the title of the goal, whatever it was named by."""
    snapshot = shown.scope(service.scopes)
    return str(snapshot.occupations[snapshot.find(shown.goal)].label) if shown.goal else ""


def _partnerships(service: Service, shown: LadderQuery) -> list[Sector]:
    """Return the partnerships with a word of their own on where a ladder begins that is drawn as the nation has it."""
    snapshot = shown.scope(service.scopes)
    if shown.sector or snapshot is not service.snapshot:
        return []
    start = snapshot.occupations[snapshot.find(shown.start)].iri
    speaking = {slug for slug, named in service.scopes.named.items() if start in named.by_iri}
    heard = {sector.slug for sector in snapshot.sectors}
    return [sector for sector in service.scopes.sectors if sector.declared and sector.slug in speaking - heard]


def _standard(service: Service, shown: LadderQuery) -> StandardPages | None:
    """Return the pages of the standard in force of the partnership whose ladder is shown."""
    slug = find_sector(service.scopes.sectors, shown.sector).slug if shown.sector else ""
    return StandardPages(slug) if service.agreements.known(slug) else None


def _page(request: Request, template: str, status: int = 200, **values: object) -> Response:
    return answer(request, PAGE, render(template, **values).encode(), status=status)
