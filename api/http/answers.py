"""Answers that negotiate: the form in the headers, a digest to ask again with, and 304 for what has not changed."""

from __future__ import annotations

import hashlib

from fastapi import Request, Response

from api.http.headers import PICTURE_POLICY, policy_for
from api.http.negotiation import Offer


def answer(
    request: Request, offer: Offer, content: bytes, headers: dict[str, str] | None = None, status: int = 200
) -> Response:
    """Return content in the form that was chosen, or 304 where the client has it already."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    sent = {"etag": tag, "vary": "Accept", "cache-control": "no-cache", **_policy(offer, content), **(headers or {})}
    if status == 200 and _has(request, tag):
        return Response(status_code=304, headers=sent)
    return Response(content, status, sent, media_type=with_charset(offer.media_type))


def _policy(offer: Offer, content: bytes) -> dict[str, str]:
    """Return the policy of a form that carries style sheets inside."""
    if offer.extension == "html":
        return {"content-security-policy": policy_for(content.decode())}
    return {"content-security-policy": PICTURE_POLICY} if offer.extension == "svg" else {}


def _has(request: Request, tag: str) -> bool:
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    return tag in known or "*" in known


def with_charset(media_type: str) -> str:
    """Return a media type with the character set of those that are text."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
