"""Security headers on every answer."""

from __future__ import annotations

import base64
import hashlib
import html
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load: our style sheet and pictures, and no script at all."""

PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""For a picture on its own, which carries its style sheet inside."""

HEADERS = {
    "content-security-policy": PAGE_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class SecurityHeaders:
    """Adds the headers that an answer does not have of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def policy_for(page: str) -> str:
    """Return the policy of a page that holds pictures: their style sheets are allowed by their digests.

    Example
    -------
    >>> policy_for("<p>no picture</p>") == PAGE_POLICY
    True
    """
    sheets = sorted({_digest(html.unescape(sheet)) for sheet in re.findall(r"<style>(.*?)</style>", page, re.DOTALL)})
    allowed = " ".join(["style-src 'self'", *(f"'sha256-{sheet}'" for sheet in sheets)])
    return PAGE_POLICY.replace("style-src 'self'", allowed)


def _digest(sheet: str) -> str:
    return base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
