"""The addresses of the parts of a ladder in linked data: the same for the same parts, whoever writes them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from ontology.records import Iri
from pathways.records.ladder import Ladder


def part(ladder: Ladder, kind: str, *names: str) -> Iri:
    """Return the address of a part of a ladder.

    Parameters
    ----------
    kind
        What it is, for instance ``way``.
    names
        What tells it from the others of its kind.
    """
    name = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(names)).hex[:12]
    return Iri(f"{ladder.iri}#{kind}-{name}")


def job(ladder: Ladder, occupation: str) -> Iri:
    """Return the address of a rung as a part of a ladder."""
    return part(ladder, "job", occupation)


def distinct(iris: Iterable[Iri]) -> tuple[Iri, ...]:
    """Return addresses, each once, in their order."""
    return tuple(dict.fromkeys(iris))
