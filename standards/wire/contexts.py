"""The contexts that a document of JSON-LD names by an address: none is ever fetched, whoever names it."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.report import Finding, Severity, excerpt
from standards.json_documents import Json
from standards.wire.documents import pointer

Steps = tuple[str | int, ...]


def addressed(document: Json, at: Steps = ()) -> Iterator[tuple[str, str]]:
    """Yield the contexts that stand anywhere in a document by their addresses, or are imported by one, with places.

    Parameters
    ----------
    at
        The steps that lead to the document.

    Example
    -------
    >>> list(addressed({"@context": ["http://x/c", {"a": "http://x/a"}], "b": {"@context": {"@import": "http://x/d"}}}))
    [('http://x/c', '/@context'), ('http://x/d', '/b/@context')]
    """
    left: list[tuple[Json, Steps]] = [(document, at)]
    while left:
        value, here = left.pop()
        if isinstance(value, dict):
            yield from ((address, pointer(*here, "@context")) for address in _addresses(value.get("@context")))
        named = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        left += [(inner, (*here, step)) for step, inner in named if isinstance(inner, dict | list)]


def contexts(value: Json) -> list[Json]:
    """Return what stands as the context of an object, as a list without lists within it.

    Example
    -------
    >>> contexts([["http://x/c"], None]), contexts("http://x/c")
    (['http://x/c', None], ['http://x/c'])
    """
    return [inner for one in value for inner in contexts(one)] if isinstance(value, list) else [value]


def _addresses(context: Json) -> Iterator[str]:
    for one in contexts(context):
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and "@import" in one:
            yield str(one["@import"])


def remote(file: str, at: str, address: str, remedy: str, severity: Severity = Severity.ERROR) -> Finding:
    """Return that a context would have to be fetched.

    Parameters
    ----------
    at
        JSON pointer of where it is named.
    """
    return Finding(
        code="remote-context",
        severity=severity,
        file=file,
        path=at,
        value=excerpt(address),
        message="this context would have to be fetched, and none ever is",
        remedy=remedy,
    )
