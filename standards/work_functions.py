"""Critical work functions: the categories of a standard, with the competencies that each takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ontology.identifiers import Identifiers, slug
from ontology.records import Iri, Text, WorkFunction

FUNCTION = "function"
"""Stands in their addresses."""


def function_address(identifiers: Identifiers, standard: str, category: str) -> Iri:
    """Return the address of the work function that a category of a standard stands for.

    Example
    -------
    >>> function_address(Identifiers(), "harbor", "Deck Work")
    'http://localhost:8000/id/harbor/function/deck-work'
    """
    return Iri(identifiers.mint(standard, FUNCTION, slug(category)))


def work_functions(
    identifiers: Identifiers, standard: str, categorized: Iterable[tuple[Text, Iri]]
) -> Iterator[WorkFunction]:
    """Yield a work function for each category, by address.

    Parameters
    ----------
    categorized
        The category and the address of each competency; categories with one address are one.
    """
    found: dict[Iri, dict[Iri, Text]] = defaultdict(dict)
    for category, competency in categorized:
        found[function_address(identifiers, standard, category.value)][competency] = category
    for iri, own in sorted(found.items()):
        label = own[min(own)]
        yield WorkFunction(iri=iri, label=label, competencies=tuple(sorted(own)))
