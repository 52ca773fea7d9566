"""The dataset: what it is (DCAT and VoID), and its releases as files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse

from api.http.answers import answer, has, http_date
from api.http.description import UNCHANGED, forms, problems
from api.http.heads import BARE
from api.http.negotiation import Offer, choose
from api.http.service import Service, Started
from api.linked.documents import OFFERS
from api.pages.page import render
from api.routes.documents import root, sent_path
from ontology.dataset import dump_name
from ontology.dumping import dump
from ontology.errors import NotFoundError
from ontology.formats import rdf_format
from ontology.records import Release

router = APIRouter(tags=["linked data"])

PACKED: Final = Offer("nq.gz", "application/gzip")
DUMPED: Final = (PACKED, Offer("nq", "application/n-quads"))
GRAPH_OFFERS: Final = (*OFFERS, *DUMPED)
ENDING: Final = ".nq.gz"
ALL: Final = f"all{ENDING}"
REFUSED = (HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.UNPROCESSABLE_ENTITY)
DESCRIBED = {**forms(OFFERS), **UNCHANGED, **problems(*REFUSED, page=True)}
NAMED = (HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY)

Form = Annotated[str, Query(alias="format", max_length=50)]


def _path(
    request: Request,
    source: Annotated[str, Path(max_length=100)],
    release: Annotated[str, Path(max_length=1000)],
) -> str:
    return sent_path(request)


@router.get("/dataset", response_class=Response, responses=DESCRIBED)
def get_dataset(request: Request, service: Started, form: Form = "") -> Response:
    """Describe the dataset: releases, licenses, what they hold, where to get them."""
    return _described(request, service, form)


@router.get("/dataset.{extension}", response_class=Response, responses={**DESCRIBED, **problems(*NAMED, page=True)})
def get_dataset_as(request: Request, service: Started, extension: Annotated[str, Path(max_length=50)]) -> Response:
    """Describe the dataset, in a form by its extension."""
    return _described(request, service, extension)


@router.get(
    "/.well-known/void",
    status_code=303,
    response_class=RedirectResponse,
    responses={303: {"description": "Location is the description of the dataset"}, **problems()},
)
def find_dataset() -> RedirectResponse:
    """Lead to the description of the dataset, from where VoID has it looked for."""
    return RedirectResponse("/dataset", status_code=303)


@router.get(
    "/graph/{source}/{release:path}",
    status_code=303,
    response_class=RedirectResponse,
    responses={
        303: {"description": "Location is the description of the dataset, or the dump"},
        **problems(*NAMED, HTTPStatus.NOT_ACCEPTABLE, page=True),
    },
)
def go_to_release(request: Request, service: Started, sent: Annotated[str, Depends(_path)]) -> RedirectResponse:
    """Lead from the name of a graph to the description of its release, or to its statements for whom N-Quads suit."""
    found = service.dataset.release_at(f"{service.knowledge.base.identifiers.base}{sent}")
    offer = choose(GRAPH_OFFERS, request.headers.get("accept", ""))
    described = f"/dataset#{found.name}" if offer.extension == "html" else "/dataset"
    path = f"/dumps/{dump_name(found.name)}" if offer in DUMPED else described
    return RedirectResponse(f"{root(request)}{path}", status_code=303, headers={"vary": "Accept"})


@router.get("/dumps", response_class=Response, responses={**forms(OFFERS[:1]), **UNCHANGED, **problems()})
def list_dumps(request: Request, service: Started) -> Response:
    """List the files: one of each release, and one of all."""
    releases = service.dataset.releases
    page = render("dumps.html", files=[(release, f"/dumps/{dump_name(release.name)}") for release in releases])
    return answer(request, OFFERS[0], page.encode())


@router.get(
    "/dumps/{name}",
    response_class=Response,
    responses={**forms([PACKED]), **UNCHANGED, **problems(*NAMED, page=True)},
)
def get_dump(request: Request, service: Started, name: Annotated[str, Path(max_length=300)]) -> Response:
    """Send a release, or ``all``, as gzipped N-Quads, each statement under the graph of its release."""
    chosen = _chosen(service, name)
    moments = service.dataset.moments
    newest = max(moments[release.iri] for release in chosen)
    if name == ALL and service.dataset.modified:
        newest = service.dataset.modified  # also when something was taken away
    headers = {
        "etag": f'"{_digest(chosen, moments)}"',
        "last-modified": http_date(newest),
        "cache-control": "no-cache",
        "content-disposition": f'attachment; filename="{dump_name(name.removesuffix(ENDING))}"',
    }
    if has(request, headers["etag"], newest):
        return Response(status_code=304, headers=headers)
    content = iter(()) if request.scope.get(BARE) else dump(service.knowledge.base, chosen)
    return StreamingResponse(content, headers=headers, media_type=PACKED.media_type)


def _chosen(service: Service, name: str) -> Sequence[Release]:
    """Return the releases of a file.

    Raises
    ------
    NotFoundError
        With the files that there are.
    """
    releases = {f"{release.name}{ENDING}": [release] for release in service.dataset.releases}
    files = {ALL: list(service.dataset.releases), **releases}
    if name not in files or not files[name]:
        message = f"there is no file {name!r}; there are {', '.join(files)}"
        raise NotFoundError(message)
    return files[name]


def _digest(releases: Sequence[Release], moments: Mapping[str, datetime]) -> str:
    """Return what changes with the content of a file: which releases, when they were written to, and by which tool."""
    told = "\n".join(f"{release.iri} {moments[release.iri].isoformat()} {release.tool}" for release in releases)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _described(request: Request, service: Service, form: str) -> Response:
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    page = offer.extension == "html"
    content = service.dataset.page.encode() if page else service.dataset.write(rdf_format(offer.extension))
    others = (f'</dataset.{each.extension}>; rel="alternate"; type="{each.media_type}"' for each in OFFERS)
    return answer(request, offer, content, {"link": ", ".join(others)}, modified=service.dataset.modified)
