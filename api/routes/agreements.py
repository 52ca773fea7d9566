"""Agreements over HTTP, and as a page: who stands how to a published standard, for everybody."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request, Response

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import Offer, choose
from api.http.service import Started
from pathways.agreements import MATRICES, RECORDS, PublicAgreement

router = APIRouter(tags=["standards"])

PAGE: Final = Offer("html", "text/html")
OFFERS: Final = tuple(Offer(form.extension, form.media_type, form.name) for form in (*RECORDS, *MATRICES))
REFUSALS: Final = (
    *(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND),
    *(HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY),
)
RESPONSES: Final = {**forms(OFFERS), **UNCHANGED, **problems(*REFUSALS)}

Standard = Annotated[
    str, Path(max_length=200, description="A standard by its slug, as is in force; or one version of it: `harbor@1.0`.")
]


@router.get("/api/v1/standards/{standard}/agreement", response_model=PublicAgreement, responses=RESPONSES)
def get_agreement(
    request: Request,
    service: Started,
    standard: Standard,
    form: Annotated[str, Query(alias="format", max_length=50)] = "",
) -> Response:
    """Tell who stands how to a published standard: each statement, its support, and the positions that are named.

    Dissents have their reasons, and `whole` what unions say to the standard as a whole. It has what was published with
    the version, and nothing of what is agreed on since. The form is what ``format`` names, else what ``Accept``
    prefers.
    """
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    return answer(request, offer, service.agreements(standard, offer.extension))


@router.get("/api/v1/standards/{standard}/agreement.{extension}", response_model=PublicAgreement, responses=RESPONSES)
def get_agreement_as(
    request: Request, service: Started, standard: Standard, extension: Annotated[str, Path(max_length=50)]
) -> Response:
    """Tell who stands how to a published standard, in the form of a file extension."""
    offer = choose(OFFERS, extension=extension)
    return answer(request, offer, service.agreements(standard, offer.extension))


@router.get("/standards/{standard}/agreement", include_in_schema=False)
def agreement_page(request: Request, service: Started, standard: Standard) -> Response:
    """Show who stands how to a published standard."""
    return answer(request, PAGE, service.agreements.page(standard))
