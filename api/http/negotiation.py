"""Content negotiation: which of the forms on offer a client prefers (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ontology.errors import UnsupportedError

WEIGHT: Final = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")
"""What a weight is written as."""


@dataclass(frozen=True)
class Offer:
    """A form that an answer can take.

    Parameters
    ----------
    extension
        Of its files, without the dot: what ``format=`` and the end of a path name it by.
    name
        As people call it, where its extension does not say it.
    """

    extension: str
    media_type: str
    name: str = ""


@dataclass(frozen=True)
class MediaRange:
    """A part of an ``Accept`` header: ``text/*;q=0.5``."""

    media_type: str
    quality: float

    def matches(self, media_type: str) -> bool:
        """Return whether a media type is in the range."""
        kind, _, subtype = self.media_type.partition("/")
        return self.media_type in ("*/*", media_type) or (subtype == "*" and media_type.startswith(f"{kind}/"))

    @property
    def precision(self) -> int:
        """Return how exact the range is: the most exact one that matches decides."""
        return 2 - self.media_type.count("*")


def choose(offers: Sequence[Offer], accept: str = "", extension: str = "") -> Offer:
    """Return the form to answer in: the one named, else the most wanted, the first on offer among equals.

    Parameters
    ----------
    accept
        The header's value; empty takes anything.
    extension
        As asked for in the address, which goes before the header; empty where it names none.

    Raises
    ------
    UnsupportedError
        With the forms on offer.

    Example
    -------
    >>> page, turtle = Offer("html", "text/html"), Offer("ttl", "text/turtle")
    >>> choose([page, turtle], "text/turtle, text/html;q=0.9").extension
    'ttl'
    """
    if extension:
        named = [offer for offer in offers if extension.lower() in (offer.extension, offer.media_type, offer.name)]
        return named[0] if named else _refuse(extension, offers)
    ranges = parse_accept(accept)
    best = max(offers, key=lambda offer: quality(offer.media_type, ranges))
    return best if quality(best.media_type, ranges) > 0 else _refuse(accept, offers)


def quality(media_type: str, ranges: Sequence[MediaRange]) -> float:
    """Return how much a media type is wanted, 0 (not at all) to 1."""
    matching = [media_range for media_range in ranges if media_range.matches(media_type)]
    return max(matching, key=lambda found: found.precision).quality if matching else 0.0


def parse_accept(accept: str) -> list[MediaRange]:
    """Return the parts of an ``Accept`` header; a part that cannot be read is passed over.

    Example
    -------
    >>> [found.quality for found in parse_accept("text/html, */*;q=0.1")]
    [1.0, 0.1]
    """
    parts = [part.strip() for part in (accept or "*/*").split(",")]
    found = [_media_range(part) for part in parts if "/" in part]
    return found or [MediaRange("*/*", 1.0)]


def _media_range(part: str) -> MediaRange:
    media_type, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weights = [value for name, _, value in (p.partition("=") for p in parameters) if name.strip() == "q"]
    return MediaRange(media_type, _weight(weights[0]) if weights else 1.0)


def _weight(text: str) -> float:
    """Return a weight; 0 where it is none, for what is sent so badly is hardly wanted.

    Example
    -------
    >>> [_weight(text) for text in ("0.25", "7", "-1", "nan", "1e3", "")]
    [0.25, 1.0, 0.0, 0.0, 0.0, 0.0]
    """
    return min(float(text), 1.0) if WEIGHT.fullmatch(text) else 0.0


def _refuse(wanted: str, offers: Sequence[Offer]) -> Offer:
    forms = ", ".join(f"{offer.extension} ({offer.media_type})" for offer in offers)
    message = f"{wanted!r} is not among the forms of this resource; it is offered as {forms}"
    raise UnsupportedError(message)
