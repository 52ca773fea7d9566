"""What a version of a standard changes, over HTTP and as a page, for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request, Response

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import Offer, choose
from api.http.service import Service, Started
from api.pages.page import render
from api.pages.standard_pages import StandardPages
from pathways.agreements.catalog import PublicVersion
from pathways.revisions import FirstVersionError, Revision, to_html
from pathways.revisions.looks import STYLE
from pathways.revisions.page import heading, listing, opening, sources

router = APIRouter(tags=["standards"])

PAGE: Final = Offer("html", "text/html")
OFFERS: Final = (Offer("json", "application/json"), PAGE)
REFUSALS: Final = (
    *(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND),
    *(HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY),
)
RESPONSES: Final = {**forms(OFFERS), **UNCHANGED, **problems(*REFUSALS)}

Standard = Annotated[
    str, Path(max_length=200, description="A standard by its slug, as is in force; or one version of it: `harbor@1.1`.")
]
Since = Annotated[
    str, Query(alias="from", max_length=100, description="An earlier version, `1.0`; else the last not withdrawn.")
]


@router.get("/api/v1/standards/{standard}/changes", response_model=Revision, responses=RESPONSES)
def get_changes(
    request: Request,
    service: Started,
    standard: Standard,
    since: Since = "",
    form: Annotated[str, Query(alias="format", max_length=50)] = "",
) -> Response:
    """Tell what a published version changes: new, reworded, split, merged, replaced, dropped, asked for otherwise.

    With how many firms adopt what is new or reads otherwise, and who dissents and why. The form is what ``format``
    names, else what ``Accept`` prefers.
    """
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    return answer(request, offer, _written(service.revision(standard, since), offer))


@router.get("/api/v1/standards/{standard}/changes.{extension}", response_model=Revision, responses=RESPONSES)
def get_changes_as(
    request: Request,
    service: Started,
    standard: Standard,
    extension: Annotated[str, Path(max_length=50)],
    since: Since = "",
) -> Response:
    """Tell what a published version changes, in the form of a file extension."""
    offer = choose(OFFERS, extension=extension)
    return answer(request, offer, _written(service.revision(standard, since), offer))


@router.get("/standards/{standard}/changes", include_in_schema=False)
def changes_page(request: Request, service: Started, standard: Standard, since: Since = "") -> Response:
    """Show what a published version changes; of the first one, that it is the first."""
    try:
        revision = service.revision(standard, since)
    except FirstVersionError as error:
        return _first(request, service, error.first)
    told = service.agreements.agreement(revision.newer.name)
    shown = render(
        "changes.html",
        title=f"{heading(revision)}: {revision.title}",
        style=STYLE,
        opening=opening(revision),
        changes=listing(revision),
        source=sources(revision),
        pages=StandardPages(revision.newer.name),
        document=service.documents.address(told.address),
        versions=told.versions,
        version=told.version,
        since=revision.older.version,
        others=_others(revision, told.versions),
        of=StandardPages,
        downloads=OFFERS,
    )
    return answer(request, PAGE, shown.encode())


def _others(revision: Revision, versions: Sequence[PublicVersion]) -> list[PublicVersion]:
    """Return the other versions that the one shown may be held against: all that came before it."""
    place = [one.name for one in versions].index(revision.newer.name)
    return [one for one in versions[:place] if one.name != revision.older.name]


def _first(request: Request, service: Service, name: str) -> Response:
    """Show that a version is the first, with where to read it and what changed it."""
    told = service.agreements.agreement(name)
    shown = render(
        "first.html",
        title=told.title,
        version=told.version.version,
        pages=StandardPages(name),
        document=service.documents.address(told.address),
        versions=told.versions,
        following=[(one.version, StandardPages(one.name).changes) for one in told.versions[1:]],
    )
    return answer(request, PAGE, shown.encode())


def _written(revision: Revision, offer: Offer) -> bytes:
    told = to_html(revision) if offer is PAGE else f"{revision.model_dump_json(indent=2)}\n"
    return told.encode()
