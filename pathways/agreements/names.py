"""Names of organizations that fit into a column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ontology.records import Iri, Organization

FICTIONAL: Final = " (fictional)"
TOLD: Final = "All organizations here are fictional."


def plain_names(organizations: Iterable[Organization]) -> tuple[Mapping[Iri, str], tuple[str, ...]]:
    """Return the names by address; where all say that they are fictional, a note says it once for all.

    Example
    -------
    >>> from ontology.records import Role, Text
    >>> plant = Organization(iri="http://x/1", label=Text(value="A Plant (fictional)"), roles=(Role.FIRM,))
    >>> plain_names([plant])
    ({'http://x/1': 'A Plant'}, ('All organizations here are fictional.',))
    """
    names = {one.iri: str(one.label) for one in organizations}
    if names and all(name.endswith(FICTIONAL) for name in names.values()):
        return {iri: name.removesuffix(FICTIONAL) for iri, name in names.items()}, (TOLD,)
    return names, ()
