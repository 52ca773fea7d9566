"""HEAD: the answer to GET without its body, for every address."""

from __future__ import annotations

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

BARE: Final = "ladderworks.bare"
"""Stands in the scope of a request whose answer loses its body: what would be long need not be made."""


class HeadRequests:
    """Answers HEAD as GET would be answered, headers only (RFC 9110, section 9.3.2)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; where it is a HEAD, as a GET whose body is dropped."""

        async def send_bare(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        if scope["type"] == "http" and scope["method"] == "HEAD":
            await self.app({**scope, "method": "GET", BARE: True}, receive, send_bare)
        else:
            await self.app(scope, receive, send)
