"""A reference: something in a knowledge base that points to a thing that a new release touches."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ontology.frozen import Frozen
from standards.differences.thing import Thing


class ReferenceKind(StrEnum):
    """What points to a thing."""

    MAPPING = "mapping"
    """A crosswalk says what it matches."""
    REVIEW = "review"
    """A person judged that a learning outcome teaches it."""
    NEED = "need"
    """An occupation asks for it."""
    LINK = "link"
    """An item of a standard, a credential, a course, a job or a partnership names it."""


class Reference(Frozen):
    """Something that points to a thing that is touched.

    Parameters
    ----------
    releases
        Names of the releases and versions that say so, those that are compared first.
    subject
        What points to it: the other end of a mapping, the outcome, the occupation, the item.
    relation
        How: ``skos:closeMatch``, ``accepted by A. Lee``, ``essential``; through what stands within the item,
        ``ceterms:teaches/ceterms:targetNode``.
    outgoing
        Whether the thing that is touched is the one of which the relation is said; never of relations that hold both
        ways.
    """

    kind: ReferenceKind
    releases: tuple[str, ...]
    touched: str
    subject: Thing
    relation: str
    outgoing: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others, whoever says it."""
        return (self.touched, self.kind, self.subject.iri, self.relation, "its" if self.outgoing else "")


def together(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return references in order, each once with all that say so."""
    found: dict[tuple[str, ...], list[Reference]] = {}
    for reference in references:
        found.setdefault(reference.key, []).append(reference)
    return tuple(_one(found[key]) for key in sorted(found))


def _one(same: list[Reference]) -> Reference:
    said_by = dict.fromkeys(name for reference in same for name in reference.releases)
    return same[0].model_copy(update={"releases": tuple(said_by)})
