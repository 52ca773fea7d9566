"""Addresses: the one place where Ladderworks mints an IRI."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

from pydantic import BaseModel, ConfigDict, field_validator

from ontology.errors import InputError

DEFAULT_BASE = "http://localhost:8000"


def slug(text: str) -> str:
    """Return a readable, stable piece of an address.

    Example
    -------
    >>> slug("Adobe Acrobat (Pro)")
    'adobe-acrobat-pro'
    """
    letters = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", "".join(letters).lower()).strip("-")


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

    def document(self, iri: str) -> str | None:
        """Return the ``/doc/`` address for one of our own ``/id/`` addresses, else ``None``."""
        prefix = f"{self.base}/id/"
        return f"{self.base}/doc/{iri.removeprefix(prefix)}" if iri.startswith(prefix) else None

    def local(self, iri: str) -> str:
        """Return the last part of an address, decoded: the code within its source."""
        return unquote(iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1])
