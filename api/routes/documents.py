"""Linked data: an address of a thing leads to the document about it, which comes in several forms."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import choose
from api.http.service import Service, Started, ready_service
from api.linked.documents import OFFERS, RESERVED, Documents
from ontology.records import Iri

router = APIRouter(tags=["linked data"])

UNKNOWN = (HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY)
RESPONSES = {**forms(OFFERS), **UNCHANGED, **problems(*UNKNOWN, HTTPStatus.NOT_ACCEPTABLE, page=True)}

Source = Annotated[str, Path(max_length=100)]
Local = Annotated[str, Path(max_length=1000)]


EXTENSIONS: Final = frozenset(offer.extension for offer in OFFERS)


def sent_path(request: Request) -> str:
    """Return the path as it was sent, escapes and all: they are part of a minted address."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return quote(raw, RESERVED).removeprefix(root(request))


def _path(request: Request, source: Source, local: Local) -> str:
    return sent_path(request)


SentPath = Annotated[str, Depends(_path)]
"""What a route below ``{source}/{local}`` asks for to get its own path."""


@router.get(
    "/id/{source}/{local:path}",
    status_code=303,
    response_class=RedirectResponse,
    responses={303: {"description": "Location is the document"}, **problems(*UNKNOWN, page=True)},
)
def go_to_document(request: Request, service: Started, path: SentPath) -> RedirectResponse:
    """Lead from a thing to the document about it; what describes a file is the description of the dataset."""
    if f"{service.knowledge.base.identifiers.base}{path}" in service.dataset.files:
        return RedirectResponse(f"{root(request)}/dataset", status_code=303)
    return RedirectResponse(f"{root(request)}/doc/{path.removeprefix('/id/')}", status_code=303)


@router.get("/doc/{source}/{local:path}", response_class=Response, responses=RESPONSES)
def get_document(request: Request, service: Started, sent: SentPath) -> Response:
    """Describe a thing of ours, in the form of the address's ending, else as ``Accept`` prefers."""
    named = f"{service.knowledge.base.identifiers.base}/id/{sent.removeprefix('/doc/')}"
    iri, extension = _split(service.documents, named)
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


def root(request: Request) -> str:
    """Return the path below which the service stands."""
    path: str = request.scope.get("root_path", "")
    return path


def _split(documents: Documents, address: str) -> tuple[str, str]:
    """Return a thing, and the form that the ending of an address names; what is known as it is has no such ending."""
    start, dot, end = address.rpartition(".")
    if not dot or end not in EXTENSIONS or documents.knows(address):
        return address, ""
    return start, end
