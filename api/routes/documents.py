"""Linked data: an address of a thing leads to the document about it, which comes in several forms."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import choose
from api.http.service import Service, Started, ready_service
from api.linked.documents import OFFERS, RESERVED
from ontology.records import Iri

router = APIRouter(tags=["linked data"])

UNKNOWN = (HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY)
RESPONSES = {**forms(OFFERS), **UNCHANGED, **problems(*UNKNOWN, HTTPStatus.NOT_ACCEPTABLE, page=True)}

Source = Annotated[str, Path(max_length=100)]
Local = Annotated[str, Path(max_length=1000)]


def _path(request: Request, source: Source, local: Local) -> str:
    """Return the path as it was sent, escapes and all: they are part of a minted address."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return quote(raw, RESERVED).removeprefix(_root(request))


SentPath = Annotated[str, Depends(_path)]
"""What a route below ``{source}/{local}`` asks for to get its own path."""


@router.get(
    "/id/{source}/{local:path}",
    status_code=303,
    response_class=RedirectResponse,
    responses={303: {"description": "Location is the document"}, **problems(*UNKNOWN, page=True)},
)
def go_to_document(request: Request, path: SentPath) -> RedirectResponse:
    """Lead from a thing to the document about it."""
    return RedirectResponse(f"{_root(request)}/doc/{path.removeprefix('/id/')}", status_code=303)


@router.get("/doc/{source}/{local:path}", response_class=Response, responses=RESPONSES)
def get_document(request: Request, service: Started, sent: SentPath) -> Response:
    """Describe a thing of ours, in the form of the address's ending, else as ``Accept`` prefers."""
    path, extension = _split(sent)
    iri = f"{service.knowledge.base.identifiers.base}/id/{path.removeprefix('/doc/')}"
    return _document(request, service, iri, extension)


@router.get("/doc", response_class=Response, responses=RESPONSES)
def get_document_of(
    request: Request,
    service: Started,
    iri: Annotated[Iri, Query(max_length=1000)],
    form: Annotated[str, Query(alias="format", max_length=50)] = "",
) -> Response:
    """Describe a thing that has its address elsewhere, for instance an ESCO skill."""
    return _document(request, service, iri, form)


def _document(request: Request, service: Service, iri: str, extension: str) -> Response:
    offer = choose(OFFERS, request.headers.get("accept", ""), extension)
    if offer.extension == "html":  # which tells of ladders
        ready_service(service)
    content = service.documents(iri, offer.extension)
    sent = {"link": service.documents.links(iri)}
    return answer(request, offer, content, sent, modified=service.documents.modified)


def _root(request: Request) -> str:
    root: str = request.scope.get("root_path", "")
    return root


def _split(path: str) -> tuple[str, str]:
    """Return a path without the ending that names a form, and that form."""
    start, dot, end = path.rpartition(".")
    return (start, end) if dot and end in {offer.extension for offer in OFFERS} else (path, "")
