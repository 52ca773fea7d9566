"""The CASE service as an application of its own: whatever is asked below ``/ims``, it answers in CASE's shapes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.http.answers import has
from api.http.negotiation import Offer, choose
from api.ims.discovery import described
from api.ims.provider import Provider
from api.ims.selection import check_parameters, selection
from api.ims.status import DISCOVERY, MEDIA_TYPE, NOTHING, NotUuidError, ours, refused, told, unexpected
from api.ims.written import CODED, encoded, tag_of
from ontology.errors import LadderworksError
from standards.wire.uuids import UUID

ROOT: Final = "/case/v1p1"

JSON: Final = (Offer("json", MEDIA_TYPE),)

ALONE: Final = ("CFItems", "CFAssociations", "CFAssociationGroupings", "CFLicenses", "CFRubrics")
"""What is answered as the resource alone."""

Lookup = Callable[[Provider, str], bytes]
"""Returns what an identifier leads to."""


def case_application(state: State) -> Starlette:
    """Return the application that answers below ``/ims``.

    Parameters
    ----------
    state
        That of the application it is part of, with the service that answers now.
    """
    lookups: dict[str, Lookup] = {
        "CFDocuments": Provider.document,
        "CFItemAssociations": Provider.item_associations,
        **{kind: partial(_resource, kind) for kind in ALONE},
        **{kind: partial(_with_below, kind) for kind in CODED},
    }
    application = Starlette(
        routes=[
            Route(DISCOVERY.removeprefix("/ims"), _discovery),
            Route(f"{ROOT}/CFDocuments", _documents),
            Route(f"{ROOT}/CFPackages/{{identifier}}", _package),
            *(Route(f"{ROOT}/{kind}/{{identifier}}", _answering(lookup)) for kind, lookup in lookups.items()),
        ],
        exception_handlers={LadderworksError: ours, HTTPException: refused, Exception: unexpected},
    )
    application.router.redirect_slashes = False
    application.state = state
    return application


def _resource(kind: str, provider: Provider, identifier: str) -> bytes:
    return provider.resource(kind, identifier)


def _with_below(kind: str, provider: Provider, identifier: str) -> bytes:
    return provider.with_below(kind, identifier)


def _answering(lookup: Lookup) -> Callable[[Request], Response]:
    """Return what answers a request for what an identifier leads to."""

    def answered(request: Request) -> Response:
        identifier = _identifier(request)
        with request.app.state.current.held() as service:
            content = lookup(service.case, identifier)
        return _sent(request, content, tag_of(content))

    return answered


def _documents(request: Request) -> Response:
    """Answer with the documents that are asked for."""
    _want_json(request)
    asked = selection(request.query_params)
    with request.app.state.current.held() as service:
        found = asked.of(service.case.documents.values())
    shown, headers = asked.shown(found), asked.page.headers(request, len(found))
    if not shown:
        return told(NOTHING, f"as you ask there are {len(found)} documents, and none from that offset on", headers)
    content = encoded({"CFDocuments": shown})
    return _sent(request, content, tag_of(content), headers)


def _package(request: Request) -> Response:
    """Answer with a package, in gzip where the client takes that."""
    identifier = _identifier(request)
    with request.app.state.current.held() as service:
        written = service.case.package(identifier)
    if not takes_gzip(request.headers.get("accept-encoding", "")):
        return _sent(request, written.content, written.tag)
    return _sent(request, written.compressed, f'{written.tag[:-1]}-gzip"', {"content-encoding": "gzip"})


def _discovery(request: Request) -> Response:
    """Answer with the description of the service."""
    _want_json(request)
    check_parameters(request.query_params)
    with request.app.state.current.held() as service:
        content = encoded(described(service.knowledge.base.identifiers.case()))
    return _sent(request, content, tag_of(content))


def _identifier(request: Request) -> str:
    """Return the identifier that a path ends in."""
    _want_json(request)
    check_parameters(request.query_params)
    said: str = request.path_params["identifier"]
    if not UUID.fullmatch(said.lower()):
        raise NotUuidError(said)
    return said.lower()


def _want_json(request: Request) -> None:
    """Refuse a client that takes no JSON."""
    choose(JSON, request.headers.get("accept", ""))


def takes_gzip(accepted: str) -> bool:
    """Return whether ``Accept-Encoding`` names gzip.

    Example
    -------
    >>> takes_gzip("br, gzip"), takes_gzip("gzip;q=0, *"), takes_gzip("")
    (True, False, False)
    """
    codings = {
        name.strip(): weight.replace(" ", "") for name, _, weight in (c.partition(";") for c in accepted.split(","))
    }
    said = codings.get("gzip", codings.get("*", "q=0"))
    return not re.fullmatch(r"q=0(\.0*)?", said)


def _sent(request: Request, content: bytes, tag: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return an answer, or 304 where the client has it already."""
    sent = {"etag": tag, "vary": "Accept, Accept-Encoding", "cache-control": "no-cache", **(headers or {})}
    if has(request, tag):
        sent.pop("content-encoding", None)
        return Response(status_code=304, headers=sent)
    return Response(content, headers=sent, media_type=MEDIA_TYPE)
