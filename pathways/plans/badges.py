"""Open Badges: what an achievement says its holder can do.

References
----------
1EdTech, Open Badges Specification 3.0 (2024); IMS Global, Open Badges 2.0 (2018). W3C, Securing Verifiable Credentials
using JOSE: a signed credential may be a JSON Web Token. No signature is verified here: that asks the issuer's key of
the network, and a plan is no proof of anything.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from ontology.errors import UnreadableError
from ontology.frozen import Frozen

UNVERIFIED: Final = "its signature is not verified here"

Document = Mapping[str, Any]


class Alignment(Frozen):
    """A competency that an achievement is aligned to, as its issuer writes it."""

    name: str = ""
    address: str = ""
    code: str = ""


class Badge(Frozen):
    """An achievement that somebody holds.

    Parameters
    ----------
    version
        Of Open Badges: ``2.0`` or ``3.0``.
    address
        Of the achievement.
    expires
        Day after which it does not count.
    revoked
        Whether its own file says that it was taken back.
    """

    version: str
    name: str
    address: str = ""
    code: str = ""
    alignments: tuple[Alignment, ...] = ()
    earned: date | None = None
    expires: date | None = None
    revoked: bool = False


def read_badge(given: Document | str) -> Badge:
    """Return what a badge says.

    Raises
    ------
    UnreadableError
        Where it is no badge, or one whose achievement is only linked to: nothing is fetched from elsewhere.

    Example
    -------
    >>> badge = read_badge({
    ...     "type": ["VerifiableCredential", "OpenBadgeCredential"],
    ...     "credentialSubject": {"achievement": {"name": "Safe Lifting", "alignment": [{"targetCode": "PG-MEC-02"}]}}})
    >>> badge.version, badge.name, badge.alignments[0].code
    ('3.0', 'Safe Lifting', 'PG-MEC-02')
    """
    document = _of_token(given) if isinstance(given, str) else given
    if isinstance(document.get("vc"), Mapping):
        document = document["vc"]
    subject = next(iter(_objects(document.get("credentialSubject"))), None)
    if subject is not None:
        return _third(document, subject)
    if "badge" in document:
        return _second(document)
    message = (
        f"this is no Open Badge: it has neither a credentialSubject (3.0) nor a badge (2.0), but {_keys(document)}; "
        "give the JSON of the badge as its issuer or wallet exports it"
    )
    raise UnreadableError(message)


def is_badge(document: object) -> bool:
    """Return whether a JSON document looks like a badge."""
    return isinstance(document, Mapping) and bool({"credentialSubject", "badge", "vc"} & document.keys())


def _third(document: Document, subject: Document) -> Badge:
    achievement = next(iter(_objects(subject.get("achievement"))), None)
    if achievement is None:
        message = "this Open Badge 3.0 holds no achievement, only a link to one; export it with the achievement in it"
        raise UnreadableError(message)
    return Badge(
        version="3.0",
        name=_text(achievement.get("name")) or _text(document.get("name")),
        address=_text(achievement.get("id")),
        code=_text(achievement.get("humanCode")),
        alignments=tuple(_alignments(achievement.get("alignment"))),
        earned=_day(document.get("awardedDate") or document.get("validFrom") or document.get("issuanceDate")),
        expires=_day(document.get("validUntil") or document.get("expirationDate")),
    )


def _second(document: Document) -> Badge:
    achievement = document["badge"]
    if not isinstance(achievement, Mapping):
        message = (
            f"this Open Badge 2.0 only links to its badge class ({achievement}); nothing is fetched from elsewhere. "
            "Export it with the badge class in it"
        )
        raise UnreadableError(message)
    return Badge(
        version="2.0",
        name=_text(achievement.get("name")),
        address=_text(achievement.get("id")),
        alignments=tuple(_alignments(achievement.get("alignment") or achievement.get("alignments"))),
        earned=_day(document.get("issuedOn")),
        expires=_day(document.get("expires")),
        revoked=document.get("revoked") is True,
    )


def _alignments(found: object) -> Iterator[Alignment]:
    for alignment in _objects(found):
        yield Alignment(
            name=_text(alignment.get("targetName")),
            address=_text(alignment.get("targetUrl")),
            code=_text(alignment.get("targetCode")),
        )


def _objects(found: object) -> Iterable[Document]:
    """Return the objects of a value that may be one or a list."""
    values = found if isinstance(found, list) else [found]
    return [value for value in values if isinstance(value, Mapping)]


def _text(value: object) -> str:
    """Return a text; of one in several languages the first."""
    if isinstance(value, Mapping):
        value = value.get("@value") or next(iter(value.values()), "")
    return " ".join(value.split())[:500] if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        return datetime.fromisoformat(value).date() if isinstance(value, str) else None
    except ValueError:
        return None


def _of_token(token: str) -> Document:
    """Return the payload of a JSON Web Token in its compact form, whoever signed it."""
    parts = token.strip().split(".")
    try:
        payload = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (IndexError, ValueError) as error:
        message = "this is no Open Badge: neither JSON nor a signed JSON Web Token; export the badge as JSON"
        raise UnreadableError(message) from error
    if not isinstance(payload, dict):
        message = "the payload of this JSON Web Token is no object; export the badge as JSON"
        raise UnreadableError(message)
    return payload


def _keys(document: Document) -> str:
    names = [str(name)[:30] for name in list(document)[:5]]
    return ", ".join(names) or "nothing"
