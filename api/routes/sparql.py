"""SPARQL 1.1: queries of anybody over all that is published, as the protocol has them; and a page to write one on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Annotated, Any, Final
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict

from api.http.answers import answer
from api.http.description import UNCHANGED, forms, problems
from api.http.negotiation import Offer, choose
from api.http.remedies import remedy_of
from api.http.service import Service, Started
from api.pages.page import render
from ontology.documents import DOCUMENTS, write_triples
from ontology.endpoint import Asked, Kind, Result, service_description
from ontology.errors import BoundError, InputError, UnsupportedError
from ontology.formats import rdf_format
from ontology.namespaces import short_name

router = APIRouter(tags=["linked data"])

Json = dict[str, Any]

PAGE: Final = Offer("html", "text/html")
GRAPH_OFFERS: Final = (*(Offer(form.extension, form.media_type) for form in DOCUMENTS), PAGE)
TRUTH_OFFERS: Final = (
    Offer("json", "application/sparql-results+json"),
    Offer("xml", "application/sparql-results+xml"),
    Offer("json", "application/json"),
    Offer("xml", "application/xml"),
    PAGE,
)
ROW_OFFERS: Final = (
    *TRUTH_OFFERS[:2],
    Offer("csv", "text/csv"),
    Offer("tsv", "text/tab-separated-values"),
    *TRUTH_OFFERS[2:],
)
OFFERS: Final[Mapping[Kind, tuple[Offer, ...]]] = {"rows": ROW_OFFERS, "truth": TRUTH_OFFERS, "graph": GRAPH_OFFERS}

SHOWN: Final = 200
"""Rows, or triples, that the page shows; files have as many as the bounds let through."""

SHOWN_AS: Final[Mapping[Kind, str]] = {"rows": "json", "truth": "json", "graph": "ttl"}
"""The form that the page is made of."""

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
DEFAULT, NAMED = "default-graph-uri", "named-graph-uri"
UPDATE: Final = "application/sparql-update"

EXAMPLE: Final = """\
SELECT ?code ?title (COUNT(DISTINCT ?skill) AS ?skills) {
  ?occupation a ceterms:Occupation ; skos:notation ?code ; skos:prefLabel ?title .
  ?need lw:occupation ?occupation ; lw:competency ?skill .
}
GROUP BY ?code ?title
ORDER BY DESC(?skills)
LIMIT 20"""
"""What stands on the page until something else is asked."""

RESPONSES = {
    **forms({offer.media_type: offer for offers in OFFERS.values() for offer in offers}.values()),
    **UNCHANGED,
    **problems(
        *(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY),
        page=True,
    ),
}


class Protocol(BaseModel):
    """What a request asks, however it was sent.

    Parameters
    ----------
    query
        Empty where none was sent.
    """

    model_config = ConfigDict(frozen=True)

    query: str = ""
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    form: str = ""


def _in_address(
    request: Request,
    query: str = "",
    default: Annotated[str, Query(alias=DEFAULT, description="May be repeated.")] = "",
    named: Annotated[str, Query(alias=NAMED, description="May be repeated.")] = "",
    form: Annotated[str, Query(alias="format", max_length=50)] = "",
) -> Protocol:
    defaults, names = (tuple(filter(None, request.query_params.getlist(name))) for name in (DEFAULT, NAMED))
    return Protocol(query=query, default=defaults, named=names, form=form)


InAddress = Annotated[Protocol, Depends(_in_address)]


async def _body(request: Request, service: Started) -> bytes:
    """Return the body of a request, which may be as long as a query in a form may get.

    Raises
    ------
    BoundError
        Where it is longer; the rest is not read.
    """
    most, body = 3 * 1024 * service.endpoint.bounds.query + 10_000, bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            message = f"the request is longer than {most:,} bytes; a query may have {service.endpoint.bounds.query} KB"
            raise BoundError(message)
    return bytes(body)


@router.get("/sparql", response_class=Response, responses=RESPONSES)
def get_sparql(request: Request, service: Started, asked: InAddress) -> Response:
    """Answer a query; without one, say what this endpoint is, or give a page to write one on."""
    return _answer(request, service, asked) if asked.query else _describe(request, service, asked.form)


@router.post("/sparql", response_class=Response, responses=RESPONSES)
def post_sparql(
    request: Request, service: Started, address: InAddress, body: Annotated[bytes, Depends(_body)]
) -> Response:
    """Answer a query that stands in the body: as a form, or as it is."""
    return _answer(request, service, _sent(request.headers.get("content-type", ""), body, address))


def _sent(content_type: str, body: bytes, address: Protocol) -> Protocol:
    """Return what a POST request asks.

    Raises
    ------
    InputError
        Where it would change something, has no query, or is sent as something else.
    """
    kind = content_type.partition(";")[0].strip().lower()
    text = body.decode("utf-8", "replace")
    fields = parse_qs(text, max_num_fields=300) if kind == FORM else {}
    if kind == UPDATE or "update" in fields:
        message = "updates are refused: this endpoint only reads"
        raise InputError(message)
    if kind not in (FORM, QUERY):
        message = f"a query is sent as {FORM} or as {QUERY}, not as {content_type!r}"
        raise InputError(message)
    found = address.model_copy(update=_fields(fields) if kind == FORM else {"query": text})
    if not found.query.strip():
        message = "there is no query in the request; send one as query="
        raise InputError(message)
    return found


def _fields(fields: Mapping[str, list[str]]) -> dict[str, object]:
    """Return what a form says, by the names of `Protocol`."""
    found: dict[str, object] = {"query": fields.get("query", [""])[0], "form": fields.get("format", [""])[0]}
    found["default"] = tuple(fields.get(DEFAULT, ()))
    found["named"] = tuple(fields.get(NAMED, ()))
    return found


def _answer(request: Request, service: Service, asked: Protocol) -> Response:
    accept = request.headers.get("accept", "")
    chosen = {kind: _chosen(offers, accept, asked.form) for kind, offers in OFFERS.items()}
    if not any(chosen.values()):
        choose(ROW_OFFERS + GRAPH_OFFERS, accept, asked.form)  # raises, with all that there are
    as_page = PAGE in chosen.values()
    wanted = {
        kind: "" if offer is None else SHOWN_AS[kind] if as_page else offer.extension for kind, offer in chosen.items()
    }
    question = Asked(
        query=asked.query, default=asked.default, named=asked.named, forms=wanted, rows=SHOWN if as_page else None
    )
    try:
        result = service.endpoint.ask(question)
    except InputError as error:
        if not as_page:
            raise
        return _to_mend(service, asked, error)
    offer = chosen[result.kind]
    assert offer is not None
    content = _page(service, asked, result) if as_page else result.content
    return answer(request, offer, content, {"result-cut-at": str(result.rows)} if result.cut and not as_page else {})


def _to_mend(service: Service, asked: Protocol, error: InputError) -> Response:
    """Return the page with a query that cannot be answered, and why, so that it can be mended where it stands."""
    status, _ = remedy_of(error, "")
    page = _page(service, asked, wrong=str(error))
    return Response(page, status, {"vary": "Accept", "cache-control": "no-store"}, PAGE.media_type)


def _chosen(offers: tuple[Offer, ...], accept: str, form: str) -> Offer | None:
    try:
        return choose(offers, accept, form)
    except UnsupportedError:
        return None


def _describe(request: Request, service: Service, form: str) -> Response:
    """Return the description of the service, or the page."""
    offer = choose(GRAPH_OFFERS, request.headers.get("accept", ""), form)
    if offer is PAGE:
        return answer(request, offer, _page(service, Protocol(query=EXAMPLE)))
    address = f"{service.knowledge.base.identifiers.base}/sparql"
    triples = service_description(service.endpoint, address)
    return answer(request, offer, write_triples(triples, rdf_format(offer.extension)))


def _page(service: Service, asked: Protocol, result: Result | None = None, wrong: str = "") -> bytes:
    """Return the page with a query, and with its result where it has one, or with what is wrong."""
    offers = {offer.extension: offer for offer in OFFERS[result.kind] if offer is not PAGE} if result else {}
    said = json.loads(result.content) if result and result.kind != "graph" else {}
    page = render(
        "sparql.html",
        query=asked.query,
        result=result,
        wrong=wrong,
        names=said.get("head", {}).get("vars", []),
        rows=said.get("results", {}).get("bindings", []),
        truth=said.get("boolean"),
        graph=result.content.decode() if result and result.kind == "graph" else "",
        files=[(extension, f"/sparql?{_again(asked, extension)}") for extension in offers],
        bounds=service.endpoint.bounds,
        short=short_name,
        link=_links(service, said),
    )
    return page.encode()


def _links(service: Service, said: Json) -> Callable[[str], str]:
    """Return what gives the address behind a thing in rows: its document, where it is known here; empty for no link."""
    rows = said.get("results", {}).get("bindings", [])
    things = {term["value"] for row in rows for term in row.values() if term["type"] == "uri"}
    named = service.documents.newest.names(things)

    def link(iri: str) -> str:
        if iri in named:
            return service.documents.address(iri)
        return iri if iri.startswith(("https://", "http://")) else ""

    return link


def _again(asked: Protocol, extension: str) -> str:
    """Return the same question for another form, as it stands in an address."""
    graphs = [
        *((DEFAULT, each) for each in asked.default),
        *((NAMED, each) for each in asked.named),
    ]
    return urlencode([("query", asked.query), *graphs, ("format", extension)])
