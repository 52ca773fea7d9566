"""Errors of the CASE service: one shape, ``imsx_StatusInfo``, and the status that goes with each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.http.service import WAIT
from api.ims.filters import SelectionError
from api.ims.packages import CrowdedError
from api.ims.selection import SortError
from api.ims.written import encoded
from ontology.errors import InputError, LadderworksError, NotFoundError, StoreError, UnsupportedError
from ontology.report import excerpt
from standards.json_documents import Json

MEDIA_TYPE: Final = "application/json"

LONGEST: Final = 600
"""Characters of a description."""

SYSTEM: Final = "TargetEndSystem"
"""What a service calls itself in its status codes (1EdTech)."""


class NotUuidError(InputError):
    """What should be an identifier is no UUID."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{excerpt(said, 60)!r} is no UUID; identifiers look like 0a3c5e70-1b2d-4f6a-8c9e-0123456789ab"
        )


@dataclass(frozen=True)
class Verdict:
    """What an error means to CASE.

    Parameters
    ----------
    minor
        Value of ``imsx_codeMinor``; empty where none of CASE's fits.
    major
        Value of ``imsx_codeMajor``: ``unsupported`` for what no service of this kind does.
    """

    status: HTTPStatus
    minor: str = ""
    major: str = "failure"


NOTHING: Final = Verdict(HTTPStatus.NOT_FOUND, "unknownobject")

BRANCHES: Final[Mapping[type[LadderworksError], Verdict]] = {
    NotUuidError: Verdict(HTTPStatus.NOT_FOUND, "invalid_uuid"),
    SelectionError: Verdict(HTTPStatus.BAD_REQUEST, "invalid_selection_field"),
    SortError: Verdict(HTTPStatus.BAD_REQUEST, "invalid_sort_field"),
    NotFoundError: NOTHING,
    UnsupportedError: Verdict(HTTPStatus.NOT_ACCEPTABLE, major="unsupported"),
    CrowdedError: Verdict(HTTPStatus.TOO_MANY_REQUESTS, "server_busy"),
    StoreError: Verdict(HTTPStatus.SERVICE_UNAVAILABLE, "server_busy"),
}
"""What our errors are, the first that fits. That an identifier which is no UUID is 404 is what CASE's OpenAPI says."""

REFUSALS: Final = {
    HTTPStatus.NOT_FOUND: NOTHING,
    HTTPStatus.METHOD_NOT_ALLOWED: Verdict(HTTPStatus.METHOD_NOT_ALLOWED, major="unsupported"),
}
"""What no route takes."""

FAULT: Final = Verdict(HTTPStatus.INTERNAL_SERVER_ERROR, "internal_server_error")


def status_info(verdict: Verdict, description: str) -> dict[str, Json]:
    """Return the object that tells an error.

    Example
    -------
    >>> status_info(FAULT, "It broke")["imsx_codeMinor"]["imsx_codeMinorField"][0]["imsx_codeMinorFieldValue"]
    'internal_server_error'
    """
    minor = {"imsx_codeMinorFieldName": SYSTEM, "imsx_codeMinorFieldValue": verdict.minor}
    return {
        "imsx_codeMajor": verdict.major,
        "imsx_severity": "error",
        "imsx_description": _sendable(excerpt(description, LONGEST)),
        **({"imsx_codeMinor": {"imsx_codeMinorField": [minor]}} if verdict.minor else {}),
    }


def ours(_: Request, error: Exception) -> Response:
    """Answer one of our errors."""
    verdict = next((said for kind, said in BRANCHES.items() if isinstance(error, kind)), FAULT)
    late = {"retry-after": str(WAIT)} if isinstance(error, StoreError) else {}
    return told(verdict, str(error), late)


def refused(request: Request, error: Exception) -> Response:
    """Answer a request that no route takes."""
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    path = excerpt(request.url.path, 200)
    description = f"{request.method} {path}: {status.phrase}; paths are in {DISCOVERY}, and are read by GET or HEAD"
    return told(REFUSALS.get(status, Verdict(status)), description, dict(error.headers or {}))


def unexpected(_: Request, error: Exception) -> Response:
    """Answer that something is wrong with the service; its log says what."""
    return told(FAULT, f"{type(error).__name__}; the log of the service has the rest. Tell whoever runs it")


def told(verdict: Verdict, description: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return the answer that tells an error."""
    content = encoded(status_info(verdict, description))
    return Response(content, verdict.status, {"cache-control": "no-store", **(headers or {})}, MEDIA_TYPE)


def _sendable(text: str) -> str:
    return text.encode(errors="backslashreplace").decode()


DISCOVERY: Final = "/ims/case/v1p1/discovery/imscasev1p1_openapi3_v1p0.json"
"""Where the service describes itself."""
