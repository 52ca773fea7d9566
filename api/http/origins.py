"""Origins: pages elsewhere may read, in a browser, what is published for all (the CORS protocol of Fetch)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.settings import ANY

PUBLISHED: Final = frozenset(("id", "doc", "dataset", "dumps", "graph", "ims", "sparql"))
"""What the paths begin with below which linked data, the CASE service and the endpoint answer."""

DISCOVERY: Final = "/.well-known/void"

EXPOSED: Final = "Content-Disposition, ETag, Last-Modified, Link, Result-Cut-At, Retry-After, X-Total-Count"
"""Headers of answers that scripts may read besides the few that they always may."""

DAY: Final = "86400"
"""Seconds for which a browser need not ask again whether it may."""


class OtherOrigins:
    """Lets pages of other origins read what is published, without credentials; all else stays closed to them.

    Parameters
    ----------
    origins
        Scheme, host and port of each, or ``*`` for any.
    """

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        self.app = app
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with what browsers ask for; answer OPTIONS here."""
        if scope["type"] != "http" or not is_published(_path(scope)):
            await self.app(scope, receive, send)
            return
        allowed = self._allowed(Headers(scope=scope).get("origin", ""))

        async def send_allowed(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._say(allowed, MutableHeaders(scope=message))
            await send(message)

        await (_options(_path(scope)) if scope["method"] == "OPTIONS" else self.app)(scope, receive, send_allowed)

    def _allowed(self, origin: str) -> str:
        """Return who is allowed to read an answer to a page of an origin; empty for nobody."""
        return ANY if ANY in self._origins else origin if origin in self._origins else ""

    def _say(self, allowed: str, headers: MutableHeaders) -> None:
        if allowed:
            headers["access-control-allow-origin"] = allowed
            headers["access-control-expose-headers"] = EXPOSED
        if ANY not in self._origins:
            headers.add_vary_header("Origin")


def is_published(path: str) -> bool:
    """Return whether a path leads to what is published for all.

    Example
    -------
    >>> [is_published(path) for path in ("/doc/onet/1.ttl", "/dataset.ttl", "/api/v1/plans", "/")]
    [True, True, False, False]
    """
    return path == DISCOVERY or path.split("/")[1].partition(".")[0] in PUBLISHED


def _path(scope: Scope) -> str:
    """Return the path of a request below the one at which the service stands, with its slash."""
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    return path if path.startswith("/") else f"/{path}"


def _options(path: str) -> Response:
    """Return what may be asked of a path, and with which headers."""
    methods = "GET, HEAD, OPTIONS" + (", POST" if path == "/sparql" else "")
    asked = {
        "access-control-allow-methods": methods,
        "access-control-allow-headers": ANY,
        "access-control-max-age": DAY,
    }
    return Response(status_code=204, headers={"allow": methods, **asked})
