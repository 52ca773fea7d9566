"""Linked data: an address of a thing leads to the document about it, which comes in several forms."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import Offer, choose
from api.http.service import Service, Shared
from api.pages.page import render
from ontology import formats
from ontology.descriptions import NAMES, Fact, Need, describe, facts, needs, property_name
from ontology.namespaces import RDF, SKOS
from ontology.records import Iri
from pathways.ladders.rungs import rung
from pathways.occupations.catalog import OccupationEntry
from pathways.occupations.wages import find_region
from pathways.records.ladder import Rung

router = APIRouter(tags=["linked data"])

SERIALIZATIONS = (formats.TURTLE, formats.JSON_LD, formats.RDF_XML, formats.N_TRIPLES)
PLAIN = {str(RDF.type): "type", str(SKOS.hiddenLabel): "also found as"}
"""Names of properties for people, where others than those of the vocabularies."""
TITLES = {str(name) for name in NAMES}
OFFERS = (Offer("html", "text/html"), *(Offer(form.extension, form.media_type) for form in SERIALIZATIONS))
UNKNOWN = (HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY)
RESPONSES = {**forms(OFFERS), **UNCHANGED, **problems(*UNKNOWN, HTTPStatus.NOT_ACCEPTABLE, page=True)}
RESERVED = "%/:?#[]@!$&'()*+,;="
"""What an address holds besides letters, digits and -._~ (RFC 3986); all else is escaped."""

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
def get_document(request: Request, service: Shared, sent: SentPath) -> Response:
    """Describe a thing of ours, in the form of the address's ending, else as ``Accept`` prefers."""
    path, extension = _split(sent)
    iri = f"{service.knowledge.base.identifiers.base}/id/{path.removeprefix('/doc/')}"
    return _document(request, service, iri, extension)


@router.get("/doc", response_class=Response, responses=RESPONSES)
def get_document_of(
    request: Request,
    service: Shared,
    iri: Annotated[Iri, Query(max_length=1000)],
    form: Annotated[str, Query(alias="format", max_length=50)] = "",
) -> Response:
    """Describe a thing that has its address elsewhere, for instance an ESCO skill."""
    return _document(request, service, iri, form)


def _document(request: Request, service: Service, iri: str, extension: str) -> Response:
    offer = choose(OFFERS, request.headers.get("accept", ""), extension)
    graph = describe(service.knowledge.base, iri)
    alternates = {"link": f'<{quote(iri, RESERVED)}>; rel="describes"'}
    if offer.extension == "html":
        page = _page(service, iri, facts(service.knowledge.base, graph, iri), needs(service.knowledge.base, graph))
        return answer(request, offer, page.encode(), alternates)
    return answer(request, offer, formats.serialize(graph, formats.rdf_format(offer.extension)), alternates)


def _page(service: Service, iri: str, said: tuple[Fact, ...], needed: tuple[Need, ...]) -> str:
    place = service.occupations.by_iri.get(iri)
    return render(
        "document.html",
        iri=iri,
        title=next((value.text for fact in said if fact.predicate in TITLES for value in fact.values), iri),
        facts=[_plain(fact) for fact in said],
        needs=needed,
        rung=None if place is None else _rung(service, service.occupations[place]),
        forms=[(offer, _address(service, iri, offer)) for offer in OFFERS[1:]],
        link=lambda value: _address(service, value.iri) if value.named else value.iri,
    )


def _rung(service: Service, occupation: OccupationEntry) -> Rung:
    """Return what a ladder says of an occupation: pay in the nation, education, license."""
    snapshot = service.scopes.of_occupations(occupation.iri)
    return rung(snapshot, snapshot.find(occupation.iri), find_region(snapshot.regions, ""))


def _plain(fact: Fact) -> Fact:
    """Return a fact under a name, and classes under names, that are plain English."""
    name = PLAIN.get(fact.predicate, fact.name)
    if fact.predicate != str(RDF.type):
        return fact.model_copy(update={"name": name})
    classes = (
        value if value.named else value.model_copy(update={"text": property_name(value.iri)}) for value in fact.values
    )
    return fact.model_copy(update={"name": name, "values": tuple(classes)})


def _address(service: Service, iri: str, offer: Offer | None = None) -> str:
    """Return where this service describes a thing, in a form where one is given."""
    base = service.knowledge.base.identifiers
    document = base.document(iri)
    if document:
        return document.removeprefix(base.base) + (f".{offer.extension}" if offer else "")
    return f"/doc?{urlencode({'iri': iri, **({'format': offer.extension} if offer else {})})}"


def _root(request: Request) -> str:
    root: str = request.scope.get("root_path", "")
    return root


def _split(path: str) -> tuple[str, str]:
    """Return a path without the ending that names a form, and that form."""
    start, dot, end = path.rpartition(".")
    return (start, end) if dot and end in {offer.extension for offer in OFFERS} else (path, "")
