"""Errors over HTTP: one shape, RFC 9457 ``application/problem+json``, with value, place and remedy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException

from api.http.negotiation import Offer, choose
from api.http.remedies import REFUSALS, advice, allowed, remedy_of
from api.http.service import WAIT, StartingError
from api.pages.page import render
from ontology.errors import CrowdedError, InputError, LadderworksError, UnsupportedError
from ontology.report import excerpt
from pathways.plans.wrong_values import WrongValue

MEDIA_TYPE = "application/problem+json"

LONGEST = 200
"""Characters that a problem repeats of what stood in a request, and of the place where it stood."""


class WrongBodyError(InputError):
    """Values in the body of a request cannot be read.

    Parameters
    ----------
    found
        The first of them.
    number
        How much is wrong in all.
    """

    def __init__(self, found: Sequence[WrongValue], number: int) -> None:
        more = [f"and {number - len(found)} more"] if number > len(found) else []
        super().__init__("\n".join((*map(str, found), *more)))
        self.first = found[0]


class Problem(BaseModel):
    """What went wrong with a request.

    Parameters
    ----------
    type, title, status, detail, instance
        As RFC 9457 defines them.
    value, place
        What could not be used, and where it stood; empty where no one value is at fault.
    remedy
        What to do about it.
    """

    model_config = ConfigDict(frozen=True)

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
    value: str = ""
    place: str = ""
    remedy: str = ""


def add_handlers(app: FastAPI) -> None:
    """Answer every error of an app with a problem."""
    app.add_exception_handler(LadderworksError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(WrongBodyError, _wrong)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _unexpected)


def respond(
    request: Request, problem: Problem, headers: Mapping[str, str] | None = None, template: str = "problem.html"
) -> Response:
    """Return a problem as JSON; as a page to a browser that asked for a page."""
    sent = {"vary": "Accept", "cache-control": "no-store", **(headers or {})}
    if _wants_page(request):
        page = render(template, problem=problem, advice=advice(problem.place, problem.remedy), headers=sent)
        return Response(page, problem.status, sent, "text/html; charset=utf-8")
    return Response(problem.model_dump_json(), problem.status, sent, MEDIA_TYPE)


def _wants_page(request: Request) -> bool:
    if request.url.path.startswith("/api/"):
        return False
    offers = [Offer("json", MEDIA_TYPE), Offer("html", "text/html")]
    try:
        return choose(offers, request.headers.get("accept", "")).extension == "html"
    except UnsupportedError:
        return False


def _ours(request: Request, error: Exception) -> Response:
    value, place = _quoted(request, str(error))
    status, remedy = remedy_of(error, place)
    short = excerpt(value, LONGEST)
    detail = str(error).replace(repr(value), repr(short)) if value else str(error)
    problem = _problem(request, status, detail, value=short, place=excerpt(place, LONGEST), remedy=remedy)
    if isinstance(error, StartingError):
        return respond(request, problem, {"retry-after": str(error.wait)}, "starting.html")
    if isinstance(error, CrowdedError):
        return respond(request, problem, {"retry-after": str(WAIT)})
    return respond(request, problem)


def _quoted(request: Request, message: str) -> tuple[str, str]:
    """Return the part of the request that a message quotes, and where it stands."""
    for where, values in (("path", request.path_params), ("query", request.query_params), ("header", request.headers)):
        for name, value in values.items():
            if value and repr(value) in message:
                return value, f"{where} {name}"
    return "", ""


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where, *names = (str(part) for part in first["loc"])
    place = excerpt(f"{where} {'.'.join(names)}".strip(), LONGEST)
    value = excerpt(str(first.get("input", "")), LONGEST)
    detail = f"{place}: {first['msg']} ({value!r})"
    remedy = allowed(request, ".".join(names)) or f"Change {place}."
    problem = _problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, detail, value=value, place=place, remedy=remedy)
    return respond(request, problem)


def _wrong(request: Request, error: Exception) -> Response:
    assert isinstance(error, WrongBodyError)
    first = error.first
    told = {
        "value": first.value,
        "place": f"body {first.place}",
        "remedy": f"{first.remedy[:1].upper()}{first.remedy[1:]}.",
    }
    return respond(request, _problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, str(error), **told))


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    path = excerpt(request.url.path, LONGEST)
    detail = f"{request.method} {path}: {status.description or status.phrase}"
    problem = _problem(request, status, detail, value=path, place="path", remedy=REFUSALS.get(status, ""))
    return respond(request, problem, error.headers)


def _unexpected(request: Request, error: Exception) -> Response:
    detail = f"{type(error).__name__} while answering {request.url.path}; the log of the service has the rest"
    remedy = "Tell whoever runs this service."
    return respond(request, _problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail, remedy=remedy))


def _problem(
    request: Request, status: HTTPStatus, detail: str, *, value: str = "", place: str = "", remedy: str = ""
) -> Problem:
    return Problem(
        title=status.phrase,
        status=status.value,
        detail=_sendable(detail),
        instance=request.url.path,
        value=_sendable(value),
        place=_sendable(place),
        remedy=remedy,
    )


def _sendable(text: str) -> str:
    r"""Return a text as it can be sent: JSON may hold half of a character that takes two, and that has no bytes.

    Example
    -------
    >>> _sendable("Köln \ud800")
    'Köln \\ud800'
    """
    return text.encode(errors="backslashreplace").decode()
