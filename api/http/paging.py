"""Lists over HTTP: a part of them, how many there are, and where the other parts are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Query, Request

T = TypeVar("T")


@dataclass(frozen=True)
class Page:
    """A part of a list.

    Parameters
    ----------
    limit
        How many, at most.
    offset
        How many come before.
    """

    limit: int = 20
    offset: int = 0

    def of(self, items: Sequence[T]) -> Sequence[T]:
        """Return the part."""
        return items[self.offset : self.offset + self.limit]

    def headers(self, request: Request, total: int) -> Mapping[str, str]:
        """Return ``X-Total-Count`` and ``Link`` (RFC 8288) for a list of some length."""
        links = [
            f'<{request.url.include_query_params(limit=self.limit, offset=offset)}>; rel="{name}"'
            for name, offset in self._others(total).items()
        ]
        return {"x-total-count": str(total), "link": ", ".join(links)}

    def _others(self, total: int) -> dict[str, int]:
        last = max(total - 1, 0) // self.limit * self.limit
        others = {"first": 0, "last": last}
        if self.offset > 0:
            others["prev"] = max(self.offset - self.limit, 0)
        if self.offset + self.limit < total:
            others["next"] = self.offset + self.limit
        return others


def _page(limit: Annotated[int, Query(ge=1, le=200)] = 20, offset: Annotated[int, Query(ge=0)] = 0) -> Page:
    return Page(limit, offset)


Paged = Annotated[Page, Depends(_page)]
"""What a route asks for to get ``limit`` and ``offset``."""
