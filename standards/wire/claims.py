"""What several things of one document claim for themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ontology.report import Finding, Severity


def claimed_twice(file: str, node: str, name: str, value: str, claiming: str) -> Finding:
    """Return that several things have one address or identifier.

    Parameters
    ----------
    name
        What the format calls it.
    claiming
        How many of what, for instance ``2 skills``.
    """
    return Finding(
        code="claimed-twice",
        severity=Severity.ERROR,
        file=file,
        node=node,
        value=value,
        message=f"{claiming} have this {name}",
        remedy="Give each its own, or leave out the copies",
    )


def same_ids(addresses: Iterable[str], file: str, things: str) -> Iterator[Finding]:
    """Yield the addresses that several things of a document have as their ``id``.

    Parameters
    ----------
    things
        What they are, in the plural.
    """
    for iri, number in Counter(addresses).items():
        if number > 1:
            yield claimed_twice(file, iri, "id", iri, f"{number} {things}")
