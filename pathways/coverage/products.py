"""Products, tools and software: suggested only for an outcome that names them, for no other words mean them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ontology.records import CompetencyKind
from standards.matching import Entry
from standards.matching.terms import words

PRODUCTS: Final = frozenset((CompetencyKind.TECHNOLOGY, CompetencyKind.TOOL))
"""Kinds of things that are bought: an outcome means one only where it names it."""

_PLURAL: Final = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=ch|sh|ss|.x)es$"), ""),
    (re.compile(r"(?<=..[^sui])s$"), ""),
)
"""How plurals end, and what the singular has there."""


def is_named(product: Entry, statement: str) -> bool:
    """Return whether a statement says all words of any name of a product, in the singular or the plural.

    Example
    -------
    >>> tool = Entry.model_validate({"iri": "http://x/1", "label": "Socket wrenches", "kind": CompetencyKind.TOOL})
    >>> is_named(tool, "Tighten bolts with a socket wrench"), is_named(tool, "Use a wrench")
    (True, False)
    >>> software = tool.model_copy(update={"label": "spaCy"})
    >>> is_named(software, "Explain confined space entry permits")
    False
    """
    said = set(_singulars(statement))
    return any((name := set(_singulars(each))) and said >= name for each in (product.label, *product.alt_labels))


def _singulars(text: str) -> Iterator[str]:
    yield from map(_singular, words(text))


def _singular(word: str) -> str:
    for ending, singular in _PLURAL:
        if ending.search(word):
            return ending.sub(singular, word)
    return word
