"""Products, tools and software: suggested only for an outcome that names them, for no other words mean them."""

from __future__ import annotations

import re
from typing import Final

from ontology.records import CompetencyKind
from standards.matching import Entry
from standards.matching.terms import words

PRODUCTS: Final = frozenset((CompetencyKind.TECHNOLOGY, CompetencyKind.TOOL))
"""Kinds of things that are bought: an outcome means one only where it names it."""

_PLURALS: Final = (
    (re.compile(r"(?<=..)ies$"), ("y", "ie")),
    (re.compile(r"(?<=..)ves$"), ("f", "fe", "ve")),
    (re.compile(r"(?<=..)ices$"), ("ex", "ix", "ice")),
    (re.compile(r"(?<=ch|sh|.o|.z)es$"), ("", "e")),
    (re.compile(r"(?<=[^\W\d_][sx])es$"), ("", "e", "is")),
    (re.compile(r"(?<=..[^sui])s$"), ("",)),
)
"""How plurals end, and what their singulars may have there."""

_OWNER: Final = re.compile(r"[\u2019\']s?$")

_NO_PLURALS: Final = frozenset(("news", "series", "species"))
"""Words that end like plurals of other words, and are none."""


def is_named(product: Entry, statement: str) -> bool:
    """Return whether a statement says all words of any name of a product, in the singular or the plural.

    Example
    -------
    >>> tool = Entry.model_validate({"iri": "http://x/1", "label": "Socket wrenches", "kind": CompetencyKind.TOOL})
    >>> is_named(tool, "Tighten bolts with a socket wrench"), is_named(tool, "Use a wrench")
    (True, False)
    >>> is_named(tool.model_copy(update={"label": "Optical lens"}), "Polish optical lenses")
    True
    >>> software = tool.model_copy(update={"label": "spaCy"})
    >>> is_named(software, "Explain confined space entry permits")
    False
    """
    said = {_owned(word) for word in words(statement)}
    either = said.union(*map(singulars, said))
    return any(
        (name := [_owned(word) for word in words(each)])
        and all(word in either or singulars(word) & said for word in name)
        for each in (product.label, *product.alt_labels)
    )


def singulars(word: str) -> frozenset[str]:
    """Return what a word may be the plural of, by its ending; most of these are no words, and nothing says them.

    Example
    -------
    >>> sorted(singulars("lenses")), sorted(singulars("batteries")), sorted(singulars("chassis"))
    (['lens', 'lense', 'lensis'], ['batterie', 'battery'], [])
    """
    if word in _NO_PLURALS:
        return frozenset()
    ending = next(((found, ends) for pattern, ends in _PLURALS if (found := pattern.search(word))), None)
    if ending is None:
        return frozenset()
    found, ends = ending
    return frozenset(word[: found.start()] + end for end in ends)


def _owned(word: str) -> str:
    """Return a word without the mark of what is its own: ``lathe's`` is *lathe*."""
    return _OWNER.sub("", word)
