"""What the OpenAPI document says of our routes beyond what FastAPI sees: the forms of an answer, and its problems."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI

from api.http.negotiation import Offer
from api.http.problems import MEDIA_TYPE, Problem

Responses = dict[int | str, dict[str, Any]]
"""What a route answers by status; the type is FastAPI's."""

ALWAYS = (HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE)
"""What any route may end with that asks for the service."""

UNCHANGED: Responses = {
    HTTPStatus.NOT_MODIFIED.value: {"description": "What the client has already, as If-None-Match says, is unchanged."}
}


class DescribedApp(FastAPI):
    """An application whose OpenAPI document knows the shape of our problems."""

    def openapi(self) -> dict[str, Any]:
        """Return the document, made once."""
        document = super().openapi()
        document["components"]["schemas"][Problem.__name__] = Problem.model_json_schema()
        return document


def problems(*statuses: HTTPStatus, page: bool = False) -> Responses:
    """Return the problems that a route answers with, besides those that any route may have.

    Parameters
    ----------
    page
        Whether a browser gets them as a page.
    """
    content: dict[str, Any] = {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}}
    if page:
        content["text/html"] = {}
    return {status.value: {"description": status.phrase, "content": content} for status in (*statuses, *ALWAYS)}


def forms(offers: Iterable[Offer]) -> Responses:
    """Return the forms that an answer takes; the schema of the one that is a record comes from the response model.

    Example
    -------
    >>> forms([Offer("ttl", "text/turtle")])[200]["content"]
    {'text/turtle': {}}
    """
    content: dict[str, Any] = {offer.media_type: {} for offer in offers}
    return {HTTPStatus.OK.value: {"description": "In the form that was chosen", "content": content}}
