"""Categories of statements: one spelling for what differs in case, spaces, punctuation or ``&``, and what has none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ontology.records import Iri, Text, Voice
from standards.agreement.state import WAITING, Agreement
from standards.agreement.statement import Statement
from standards.agreement.tally import Status

SHOWN: Final = 10
"""Statements without a category that are named."""


def spelling(category: str) -> str:
    """Return what the spellings of one category have in common.

    Example
    -------
    >>> spelling("Food Safety") == spelling("food-safety"), spelling("Food & Drink") == spelling("Food and Drink")
    (True, True)
    """
    return re.sub(r"[\W_]+", "", category.casefold().replace("&", "and"))


def usual(statements: Iterable[Statement], voices: Mapping[Iri, Voice]) -> dict[str, str]:
    """Return each category as most firms have it whose words are in such statements, by what its spellings share.

    Where as many have it otherwise, as more statements have it; then the first in the order of letters.
    """
    firms: dict[str, set[Iri]] = defaultdict(set)
    often: Counter[str] = Counter()
    for one in statements:
        if one.category:
            firms[one.category.value] |= {voices[iri].firm for iri in one.voices}
            often[one.category.value] += 1
    chosen: dict[str, str] = {}
    for category in sorted(firms, key=lambda each: (-len(firms[each]), -often[each], each)):
        chosen.setdefault(spelling(category), category)
    return chosen


def ungrouped(agreement: Agreement) -> Iterator[str]:
    """Yield what is to be in the standard and would stand under no category, or under one in two spellings."""
    known: Counter[str] = Counter()
    without: list[str] = []
    for one in agreement.of(Status.AGREED, *WAITING):
        if category := _category(agreement, one):
            known[category.value] += 1
        else:
            without.append(one.code or one.wording.value)
    if without:
        yield _without(sorted(without))
    yield from _several(known)


def _without(named: Sequence[str]) -> str:
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    return (
        "Accepted without a category, so that “No category” would be published of them: "
        f"{', '.join(named[:SHOWN])}{more}. Give them one: rows with `reword` and `category`"
    )


def _several(known: Mapping[str, int]) -> Iterator[str]:
    """Yield which categories are in several spellings, each with its number of statements."""
    spelled: dict[str, list[str]] = defaultdict(list)
    for category in sorted(known):
        spelled[spelling(category)].append(f"“{category}” ({known[category]})")
    for several in spelled.values():
        if len(several) > 1:
            told = " and ".join(several)
            yield f"One category in several spellings, each published by itself: {told}. Reword the `category` of some"


def _category(agreement: Agreement, one: Statement) -> Text | None:
    """Return the category of a statement, or that of what it stands for."""
    item = agreement.items.get(one.stands_for) if one.stands_for else None
    return one.category or (item.category if item else None)
