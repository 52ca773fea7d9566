"""Addresses: the one place where Ladderworks mints an IRI."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlencode

from pydantic import BaseModel, ConfigDict, field_validator

from ontology.errors import InputError

DEFAULT_BASE = "http://localhost:8000"


def slug(text: str) -> str:
    """Return a readable, stable piece of an address; empty only for blank text.

    Letters that are not Latin cannot be read in it: a digest of the whole text stands for them, so that two titles
    share no address.

    Example
    -------
    >>> slug("Adobe Acrobat (Pro)"), slug("看護師"), slug("看護師 II")
    ('adobe-acrobat-pro', 'bb2fda31', 'ii-94778c0e')
    """
    letters = [letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)]
    plain = re.sub(r"[^a-z0-9]+", "-", "".join(letters).lower()).strip("-")
    if text.strip() and (not plain or any(map(_is_foreign, letters))):
        return "-".join(part for part in (plain, _digest(text)) if part)
    return plain


def _is_foreign(letter: str) -> bool:
    """Return whether a letter is of another script than Latin."""
    if letter.isascii() or not letter.isalpha():
        return False
    return not unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER"))


def _digest(text: str) -> str:
    """Return eight hexadecimal digits that stay the same for the same words, however they are spaced or composed."""
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:8]


EDITION = "@"
"""What parts the address of an item from a version; in a minted address no other one stands unescaped."""


def edition_address(item: str, version: str, standard: str = "") -> str:
    """Return the address of an item as one version has it.

    Parameters
    ----------
    standard
        Name of the standard whose version it is, where other standards may describe the same item.

    Example
    -------
    >>> edition_address("http://localhost:8000/id/power-generation/PG-SAF-01", "1.0")
    'http://localhost:8000/id/power-generation/PG-SAF-01@1.0'
    >>> edition_address("http://localhost:8000/id/onet/49-9041.00", "1.0", "power-generation")
    'http://localhost:8000/id/onet/49-9041.00@power-generation@1.0'
    """
    name = f"{standard}{EDITION}{version}" if standard else version
    return f"{item}{EDITION}{quote(name, safe=EDITION)}"


def parted_edition(address: str) -> tuple[str, str]:
    """Return the item and the version of the address of an edition; of any other address, itself and nothing.

    The version has the name of the standard before it where the address has.

    Example
    -------
    >>> parted_edition("http://localhost:8000/id/power-generation/PG-SAF-01@1.0")
    ('http://localhost:8000/id/power-generation/PG-SAF-01', '1.0')
    >>> parted_edition("http://localhost:8000/id/onet/49-9041.00@power-generation@1.0")
    ('http://localhost:8000/id/onet/49-9041.00', 'power-generation@1.0')
    >>> parted_edition("http://localhost:8000/id/onet/29-1141.00")
    ('http://localhost:8000/id/onet/29-1141.00', '')
    """
    start, slash, last = address.rpartition("/")
    local, mark, version = last.partition(EDITION)
    return (f"{start}{slash}{local}", unquote(version)) if mark else (address, "")


def classification(address: str) -> str:
    """Return all of an address but its last part: how those begin of the other concepts of its classification.

    Example
    -------
    >>> classification("http://data.europa.eu/esco/skill/1"), classification("http://x#1")
    ('http://data.europa.eu/esco/skill/', 'http://x#')
    """
    return address[: max(address.rfind("/"), address.rfind("#")) + 1]


class Identifiers(BaseModel):
    """Mints the addresses of one installation.

    Parameters
    ----------
    base
        Address of the installation, ``http`` or ``https``, without a slash at its end.

    Example
    -------
    >>> Identifiers().mint("onet", "29-1141.00")
    'http://localhost:8000/id/onet/29-1141.00'
    """

    model_config = ConfigDict(frozen=True)

    base: str = DEFAULT_BASE

    @field_validator("base")
    @classmethod
    def _is_web_address(cls, base: str) -> str:
        if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`/?#]+(/[^\s<>\"{}|\\^`?#]*)?", base):
            message = f"base address {base!r} is not http(s)://host; set LADDERWORKS_BASE_IRI"
            raise InputError(message)
        return base.rstrip("/")

    def mint(self, source: str, *local: str) -> str:
        """Return ``{base}/id/{source}/{local}``, the same for the same input, always."""
        return "/".join((self.base, "id", source, *(quote(part, safe="") for part in local)))

    def graph(self, *path: str) -> str:
        """Return the name of a graph, ``{base}/graph/{path}``."""
        return "/".join((self.base, "graph", *(quote(part, safe="@") for part in path)))

    @property
    def dataset(self) -> str:
        """The address of the dataset, which is all that an installation holds."""
        return f"{self.base}/dataset"

    def service(self, path: str, query: Mapping[str, str]) -> str:
        """Return the address of an answer of the service, the same for the same question, always.

        Example
        -------
        >>> Identifiers().service("ladders", {"from": "31-1131.00", "to": ""})
        'http://localhost:8000/api/v1/ladders?from=31-1131.00'
        """
        asked = urlencode({name: value for name, value in query.items() if value}, quote_via=quote)
        return f"{self.base}/api/v1/{path}?{asked}"

    def case(self, *path: str) -> str:
        """Return the address of something that the CASE service answers with.

        Example
        -------
        >>> Identifiers().case("CFItems", "0a1c")
        'http://localhost:8000/ims/case/v1p1/CFItems/0a1c'
        """
        return "/".join((self.base, "ims", "case", "v1p1", *path))

    def document(self, iri: str) -> str | None:
        """Return the ``/doc/`` address for one of our own ``/id/`` addresses, else ``None``."""
        prefix = f"{self.base}/id/"
        return f"{self.base}/doc/{iri.removeprefix(prefix)}" if iri.startswith(prefix) else None

    def local(self, iri: str) -> str:
        """Return the last part of an address, decoded: the code within its source."""
        return unquote(iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1])
