"""What a standard asks of each job, over HTTP and as a page, for those who do the work."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request, Response

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import Offer, choose
from api.http.service import Service, Shared
from api.pages.page import render
from api.pages.standard_pages import StandardPages
from api.routes.agreements import PAGE, REFUSALS, Standard
from pathways.agreements import WorkersReading, pay_under, workers_reading
from pathways.agreements.job_records import JobReading
from pathways.agreements.worker_page import content, link, title, to_markdown
from pathways.agreements.worker_wording import LEAD, source

router = APIRouter(tags=["standards"])

OFFERS: Final = (Offer("json", "application/json"), Offer("md", "text/markdown"))
RESPONSES: Final = {**forms(OFFERS), **UNCHANGED, **problems(*REFUSALS)}


@router.get("/api/v1/standards/{standard}/jobs", response_model=WorkersReading, responses=RESPONSES)
def get_jobs(
    request: Request,
    service: Shared,
    standard: Standard,
    form: Annotated[str, Query(alias="format", max_length=50)] = "",
) -> Response:
    """Tell what a published standard asks of each job, and which firms' published positions adopt it.

    The form is what ``format`` names, else what ``Accept`` prefers.
    """
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    return answer(request, offer, _written(service, standard, offer))


@router.get("/api/v1/standards/{standard}/jobs.{extension}", response_model=WorkersReading, responses=RESPONSES)
def get_jobs_as(
    request: Request, service: Shared, standard: Standard, extension: Annotated[str, Path(max_length=50)]
) -> Response:
    """Tell what a published standard asks of each job, in the form of a file extension."""
    offer = choose(OFFERS, extension=extension)
    return answer(request, offer, _written(service, standard, offer))


@router.get("/standards/{standard}/jobs", include_in_schema=False)
def jobs_page(request: Request, service: Shared, standard: Standard) -> Response:
    """Show what a published standard asks of each job; each leads to its ladder."""
    reading, told = _reading(service, standard), service.agreements.agreement(standard)
    shown = render(
        "jobs.html",
        title=title(reading),
        lead=LEAD if reading.jobs else "",
        version=told.version,
        versions=told.versions,
        of=StandardPages,
        source=source(reading),
        jobs="\n".join(content(reading, lambda job: link(_ladder(service, job)))),
        pages=StandardPages(told.version.name),
        sector=reading.slug if any(one.slug == reading.slug for one in service.scopes.sectors) else "",
        document=service.documents.address(told.address),
        downloads=OFFERS,
    )
    return answer(request, PAGE, shown.encode())


def _reading(service: Service, standard: str) -> WorkersReading:
    published = service.agreements.standard(standard)
    return workers_reading(published, pay_under(service.scopes, published))


def _written(service: Service, standard: str, offer: Offer) -> bytes:
    reading = _reading(service, standard)
    return (to_markdown(reading) if offer.extension == "md" else f"{reading.model_dump_json(indent=2)}\n").encode()


def _ladder(service: Service, job: JobReading) -> str:
    """Return where the ladder from a job is shown; empty where ladders do not know it."""
    if job.address not in service.occupations.by_iri:
        return ""
    return f"/explore?{urlencode({'from': job.code or job.address})}"
