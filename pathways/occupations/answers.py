"""What those who do the work answered when O*NET asked what it requires: percent by category, as published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ontology.namespaces import LW
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations

Answers = Mapping[tuple[int, str], Mapping[int, float]]
"""Percent by category from 1, by place of the occupation and by scale: ``RL``, ``RW``, ``PT`` or ``OJ``."""

CATEGORY = re.compile(r"(RL|RW|PT|OJ)[^A-Za-z0-9]+(\d+)$")
"""Scale and number of a category, at the end of its address."""

SHARES = (
    f"SELECT ?work ?category ?share "
    f"{{ ?rating <{LW.category}> ?category ; <{LW.occupation}> ?work ; <{LW.value}> ?share }}"
)


def read_answers(base: KnowledgeBase, occupations: Occupations) -> Answers:
    """Read the answers on education, experience and training; the last release in order has the last word."""
    found: dict[tuple[int, str], Mapping[int, float]] = {}
    for release in base.current():
        found.update(_of_release(base.rows(SHARES, [release.iri]), occupations))
    return found


def _of_release(rows: Iterable[tuple[str, ...]], occupations: Occupations) -> Answers:
    found: dict[tuple[int, str], dict[int, float]] = {}
    for work, category, share in rows:
        match = CATEGORY.search(category)
        if match and work in occupations.by_iri:
            found.setdefault((occupations.by_iri[work], match[1]), {})[int(match[2])] = float(share)
    return found
