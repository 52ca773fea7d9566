"""What anybody may read of agreements: each made once in each form, and kept as long as there is room."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, lru_cache
from typing import Final

from api.agreements.page import write_page
from api.http.drawings import Drawings
from ontology.errors import NotFoundError
from ontology.identifiers import parted_edition
from ontology.store import KnowledgeBase
from pathways.agreements import (
    MATRICES,
    RECORDS,
    CatalogEntry,
    Matrix,
    PublicAgreement,
    PublishedStandard,
    catalog,
    public_agreement,
    published_matrix,
    published_standard,
)
from standards.frameworks import FRAMEWORK

KEPT: Final = 32 * 1024 * 1024
"""Bytes of agreements that are kept."""

REMEMBERED: Final = 16
"""Versions of standards that are kept as they were read; one of 500 statements and 40 firms has about 20 MB."""


PAGE: Final = "page"
"""What the page of the service is kept under; no form is called so."""


class PublicAgreements:
    """The agreements of a knowledge base that does not change, as their published versions have them.

    Parameters
    ----------
    address
        Says where the document about a standard is.
    """

    def __init__(self, base: KnowledgeBase, address: Callable[[str], str]) -> None:
        self._base = base
        self._address = address
        self._kept = Drawings(self._write, KEPT)
        self.standard = lru_cache(REMEMBERED)(self._standard)
        self.agreement = lru_cache(REMEMBERED)(self._agreement)
        self.matrix = lru_cache(REMEMBERED)(self._matrix)

    def __call__(self, name: str, extension: str) -> bytes:
        """Return the agreement of a version in the form of an extension: that of a record, or of a matrix.

        Raises
        ------
        NotFoundError
            Where there is no such version.
        """
        return self._kept((name, extension))

    def page(self, name: str) -> bytes:
        """Return the page about the agreement of a version.

        Raises
        ------
        NotFoundError
            Where there is no such version.
        """
        return self._kept((name, PAGE))

    def about(self, iri: str) -> PublicAgreement | None:
        """Return the agreement on a standard by the standard's address, or by its address in one version."""
        item, version = parted_edition(iri)
        slug = self._slugs.get(item, "")
        return self.known(f"{slug}@{version}" if version else slug)

    def known(self, name: str) -> PublicAgreement | None:
        """Return the agreement of a version, where there is one."""
        if name.partition("@")[0] in self._slugs.values():
            with suppress(NotFoundError):
                return self.agreement(name)
        return None

    @cached_property
    def catalog(self) -> tuple[CatalogEntry, ...]:
        """The standards that were ever published, by title."""
        return catalog(self._base)

    @cached_property
    def _slugs(self) -> dict[str, str]:
        """The names of the standards that were ever published, by their addresses."""
        return {self._base.identifiers.mint(FRAMEWORK, one.slug): one.slug for one in self.catalog}

    def _standard(self, name: str) -> PublishedStandard:
        return published_standard(self._base, name)

    def _agreement(self, name: str) -> PublicAgreement:
        return public_agreement(self.standard(name))

    def _matrix(self, name: str) -> Matrix:
        return published_matrix(self.standard(name))

    def _write(self, asked: tuple[str, str]) -> bytes:
        name, extension = asked
        if extension == PAGE:
            told = self.agreement(name)
            return write_page(told, self.matrix(name), self._address(told.address)).encode()
        if extension in RECORDS.extensions:
            return RECORDS.find(extension).write(self.agreement(name))
        return MATRICES.find(extension).write(self.matrix(name))
