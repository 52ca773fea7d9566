"""Answers that negotiate: the form in the headers, a digest to ask again with, and 304 for what has not changed."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from fastapi import Request, Response

from api.http.headers import PICTURE_POLICY, policy_for
from api.http.negotiation import Offer


def answer(
    request: Request,
    offer: Offer,
    content: bytes,
    headers: dict[str, str] | None = None,
    status: int = 200,
    *,
    modified: datetime | None = None,
) -> Response:
    """Return content in the form that was chosen, or 304 where the client has it already.

    Parameters
    ----------
    modified
        When what it says came in, with time zone; ``None`` where that is not known.
    """
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    sent = {"etag": tag, "vary": "Accept", "cache-control": "no-cache", **_policy(offer, content), **(headers or {})}
    if modified is not None:
        sent["last-modified"] = http_date(modified)
    if status == 200 and has(request, tag, modified):
        return Response(status_code=304, headers=sent)
    return Response(content, status, sent, media_type=with_charset(offer.media_type))


def http_date(moment: datetime) -> str:
    """Return a moment as ``Last-Modified`` has it: none that is yet to come (RFC 9110, section 8.8.2.1).

    Example
    -------
    >>> http_date(datetime(2025, 11, 22, 15, tzinfo=UTC))
    'Sat, 22 Nov 2025 15:00:00 GMT'
    """
    return format_datetime(min(moment, datetime.now(UTC)).astimezone(UTC), usegmt=True)


def _policy(offer: Offer, content: bytes) -> dict[str, str]:
    """Return the policy of a form that carries style sheets inside."""
    if offer.extension == "html":
        return {"content-security-policy": policy_for(content.decode())}
    return {"content-security-policy": PICTURE_POLICY} if offer.extension == "svg" else {}


def has(request: Request, tag: str, modified: datetime | None = None) -> bool:
    """Return whether a client has what it asks for: by its tag, else by its date (RFC 9110, section 13.2.2)."""
    if "if-none-match" not in request.headers:
        since = _moment(request.headers.get("if-modified-since", ""))
        return since is not None and modified is not None and modified.replace(microsecond=0) <= since
    said = ",".join(request.headers.getlist("if-none-match"))  # a list may be sent in several lines
    known = [each.strip().removeprefix("W/") for each in said.split(",")]
    return tag in known or "*" in known


def _moment(text: str) -> datetime | None:
    """Return the moment of a header; ``None`` where it names none.

    Example
    -------
    >>> str(_moment("Sun, 22 Nov 2026 14:00:00 GMT")), _moment("yesterday")
    ('2026-11-22 14:00:00+00:00', None)
    """
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # a year of twenty digits is no date either
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def with_charset(media_type: str) -> str:
    """Return a media type with the character set of those that are text."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
