"""UUIDs, as CASE and Rich Skill Descriptors want them (RFC 4122)."""

from __future__ import annotations

import re
from typing import Final
from uuid import NAMESPACE_URL, uuid5

UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""What other systems write as one."""

STRICT: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
"""One of versions 1 to 5, as CASE's OpenAPI wants it."""


def uuid_of(iri: str) -> str:
    """Return the UUID that an address ends in, or else one that follows from it (version 5).

    Example
    -------
    >>> uuid_of("http://localhost:8000/id/onet/29-1141.00")
    '4aa52bd3-d772-5dc7-8c1d-74c958ce5f52'
    >>> uuid_of("https://credentialengineregistry.org/resources/ce-036d082d-d80e-41a7-99a0-2d63a4ad3a4a")
    '036d082d-d80e-41a7-99a0-2d63a4ad3a4a'
    """
    ended = STRICT.fullmatch(iri[-LENGTH:].lower())
    return ended[0] if ended else derived_uuid(iri)


def derived_uuid(text: str) -> str:
    """Return the UUID that follows from any text (version 5), also where that ends in one.

    Example
    -------
    >>> derived_uuid("http://www.example.com/")
    'fcde3c85-2270-590f-9e7c-ee003d65e0e2'
    """
    return str(uuid5(NAMESPACE_URL, text))


LENGTH: Final = 36
"""Characters of a UUID."""
