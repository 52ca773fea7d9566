"""Which documents a request asks for, in which order, and what of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import QueryParams

from api.http.paging import Page
from api.ims.filters import Filter, SelectionError, check_field, comparable, matches, parse_filter, values
from ontology.errors import InputError
from ontology.report import excerpt
from standards.json_documents import Json
from standards.wire.case.records import CFDocument
from standards.wire.fields import wire_fields

USUAL: Final = 100
"""Documents of an answer where a request names no number."""

MOST: Final = 1000
"""Documents of an answer, at most; who asks for more gets these, and the address of the next."""

HIGHEST: Final = 2**31 - 1
"""The greatest ``limit`` and ``offset`` (int32)."""

PARAMETERS: Final = ("limit", "offset", "sort", "orderBy", "filter", "fields")

REQUIRED: Final = ("identifier", "uri", "creator", "title", "lastChangeDateTime", "CFPackageURI")
"""Fields that an answer always has: without them it would be no document."""

LINKS: Final = ("subjectURI", "licenseURI", "CFPackageURI")

FIELDS: Final = {
    name: name in LINKS for name in ("uri", *wire_fields(CFDocument), "CFPackageURI") if name != "extensions"
}
"""Fields to select and sort by, and whether each is a link."""


class SortError(InputError):
    """What a request sorts by is not understood."""


@dataclass(frozen=True)
class Selection:
    """What is asked for.

    Parameters
    ----------
    fields
        Beside those that a document always has; all, where it is empty.
    """

    page: Page
    filter: Filter = ()
    sort: str = ""
    descending: bool = False
    fields: frozenset[str] = frozenset()

    def of(self, documents: Iterable[Mapping[str, Json]]) -> list[Mapping[str, Json]]:
        """Return the documents that pass, in order, whole and on all pages."""
        found = [document for document in documents if not self.filter or matches(document, self.filter)]
        if not self.sort:
            return found
        having = [document for document in found if values(document, self.sort)]
        having.sort(key=self._key, reverse=self.descending)
        return having + [document for document in found if not values(document, self.sort)]

    def _key(self, document: Mapping[str, Json]) -> list[str]:
        return [comparable(self.sort, value).casefold() for value in values(document, self.sort)]

    def shown(self, documents: Sequence[Mapping[str, Json]]) -> list[Mapping[str, Json]]:
        """Return the page that is asked for, with the fields that are."""
        listed = self.page.of(documents)
        if not self.fields:
            return list(listed)
        kept = self.fields.union(REQUIRED)
        return [{name: value for name, value in one.items() if name in kept} for one in listed]


def selection(asked: QueryParams) -> Selection:
    """Return what a request selects.

    Raises
    ------
    SelectionError, SortError
        With the parameter that is not understood, and what it may be.
    """
    check_parameters(asked, PARAMETERS)
    sort, order = asked.get("sort", ""), asked.get("orderBy", "asc")
    if "sort" in asked and (sort not in FIELDS or FIELDS[sort]):
        there = ", ".join(name for name, link in FIELDS.items() if not link)
        message = f"sort is {excerpt(sort, 60)!r}, which is no field to sort by; there are {there}"
        raise SortError(message)
    if order not in ("asc", "desc"):
        message = f"orderBy is {excerpt(order, 60)!r}; write asc or desc"
        raise SortError(message)
    said = asked.get("filter", "")
    return Selection(
        Page(min(_whole(asked, "limit", 1, USUAL), MOST), _whole(asked, "offset", 0, 0)),
        parse_filter(said, FIELDS) if "filter" in asked else (),
        sort,
        order == "desc",
        frozenset(_fields(asked.getlist("fields"))),
    )


def check_parameters(asked: QueryParams, known: Sequence[str] = ()) -> None:
    """Refuse a parameter that there is not, and one that is written twice but for ``fields``.

    Raises
    ------
    SelectionError
        With the parameters there are.
    """
    for name in asked:
        if name not in known:
            there = f"there are {', '.join(known)}" if known else "there are none"
            message = f"there is no parameter {excerpt(name, 60)!r} here; {there}"
            raise SelectionError(message)
        if name != "fields" and len(asked.getlist(name)) > 1:
            message = f"{name} is there more than once; write it once"
            raise SelectionError(message)


def _whole(asked: QueryParams, name: str, least: int, usual: int) -> int:
    """Return a parameter that is a whole number."""
    if name not in asked:
        return usual
    said = asked[name]
    if said.isascii() and said.isdigit() and len(said) <= len(str(HIGHEST)) and least <= int(said) <= HIGHEST:
        return int(said)
    message = f"{name} is {excerpt(said, 60)!r}; write a whole number from {least} to {HIGHEST:,}"
    raise SelectionError(message)


def _fields(said: Iterable[str]) -> Iterable[str]:
    """Yield the names of fields, from lists with commas or repeated parameters."""
    for name in (each.strip() for one in said for each in one.split(",")):
        check_field(name, {**dict.fromkeys(FIELDS, False), "extensions": False})
        yield name
