"""The standards that were published, over HTTP and as a page: where to read each."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Request, Response

from api.http.answers import answer
from api.http.description import problems
from api.http.paging import Paged
from api.http.service import Service, Started
from api.linked.documents import OFFERS
from api.pages.page import render
from api.pages.standard_pages import StandardPages
from api.routes.agreements import PAGE
from ontology.dataset import dump_name
from ontology.frozen import Frozen
from pathways.agreements import CatalogEntry

router = APIRouter(tags=["standards"])

RDF: Final = tuple(offer for offer in OFFERS if offer != PAGE)
"""The forms of a document that programs read."""


class StandardLinks(Frozen):
    """Where to read a standard, as paths of this service.

    Parameters
    ----------
    agreement, jobs, changes
        As records; no changes where there is but one version.
    page
        The agreement, for people.
    document
        The standard and its statements, in the form that ``Accept`` prefers.
    exports
        The same by the extension of a form, and ``nq.gz``, all that its version says.
    """

    agreement: str
    jobs: str
    changes: str = ""
    page: str
    document: str
    exports: dict[str, str]


class ListedStandard(CatalogEntry):
    """A standard in a list, with where to read it."""

    links: StandardLinks


@router.get(
    "/api/v1/standards", response_model=list[ListedStandard], responses=problems(HTTPStatus.UNPROCESSABLE_ENTITY)
)
def list_standards(request: Request, response: Response, service: Started, page: Paged) -> list[ListedStandard]:
    """List the standards that were published, by title: their versions, how they stand, and where to read them.

    A standard that is worked on and was never published is not among them.
    """
    found = service.agreements.catalog
    response.headers.update(page.headers(request, len(found)))
    return [_listed(service, one) for one in page.of(found)]


@router.get("/standards", include_in_schema=False)
def standards_page(request: Request, service: Started) -> Response:
    """Show the standards that were published."""
    found = service.agreements.catalog
    documents = {one.slug: service.documents.address(one.address) for one in found}
    shown = render("standards.html", standards=found, of=StandardPages, documents=documents)
    return answer(request, PAGE, shown.encode())


def _listed(service: Service, one: CatalogEntry) -> ListedStandard:
    pages = StandardPages(one.name)
    document = service.documents.address
    version = next(each for each in one.versions if each.version == one.version)
    links = StandardLinks(
        agreement=pages.record("agreement"),
        jobs=pages.record("jobs"),
        changes=pages.record("changes") if one.revised else "",
        page=pages.agreement,
        document=document(one.address),
        exports={
            **{offer.extension: document(one.address, offer) for offer in RDF},
            "nq.gz": f"/dumps/{dump_name(version.name)}",
        },
    )
    return ListedStandard(**one.model_dump(), links=links)
