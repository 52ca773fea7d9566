"""Members: what a framework lists, in force or in one version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
from pydantic import BaseModel, ConfigDict

from ontology.facts import Value
from ontology.history import History
from ontology.identifiers import edition_address, parted_edition
from ontology.namespaces import OWL, SKOS
from ontology.together import Together

SHOWN: Final = 500
"""Members that a page lists; the forms for machines and the standard's exports have all."""

_IN_SCHEME, _NOTATION = ox.NamedNode(SKOS.inScheme), ox.NamedNode(SKOS.notation)
_DEPRECATED = ox.NamedNode(OWL.deprecated)


class Members(BaseModel):
    """What a framework lists, by address.

    Parameters
    ----------
    values
        The first of them, of a version with their addresses in it.
    total
        How many there are.
    """

    model_config = ConfigDict(frozen=True)

    values: tuple[Value, ...]
    total: int


def members(history: History, iri: str) -> Members:
    """Return what a framework lists, without what a version only keeps as dropped; nothing of what is no framework."""
    item = history.item(iri)
    together = history.version(iri) if item else history.shown
    found = sorted(_listed(together, ox.NamedNode(item or iri)))
    named = together.names(found[:SHOWN])
    values = (
        Value(text=_called(together, one, text.value), language=text.language, iri=one, named=True)
        for one, text in named.items()
    )
    if item:
        version = parted_edition(iri)[1]
        values = (value.model_copy(update={"iri": edition_address(value.iri, version)}) for value in values)
    return Members(values=tuple(values), total=len(found))


def _called(together: Together, iri: str, label: str) -> str:
    """Return the code of a member, where it has one, and its label."""
    codes = (quad.object for quad in together.quads(ox.NamedNode(iri), _NOTATION))
    code = min((code.value for code in codes if isinstance(code, ox.Literal)), default="")
    return f"{code} {label}" if code else label


def _listed(together: Together, framework: ox.NamedNode) -> Iterator[str]:
    subjects = {quad.subject for quad in together.quads(None, _IN_SCHEME, framework)}
    for one in subjects:
        if isinstance(one, ox.NamedNode) and not any(together.quads(one, _DEPRECATED)):
            yield one.value
