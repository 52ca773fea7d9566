"""What a standard has already: its competencies, and which sayings of firms they cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from ontology.identifiers import Identifiers
from ontology.records import Candidate, Competency, Iri, Support, Text
from standards.frameworks import FRAMEWORK
from standards.harmonizing.covered_share import with_share
from standards.harmonizing.minting import minted
from standards.harmonizing.saying import Saying
from standards.matching import Entry, Index

SURE: Final = 0.4
"""Confidence from which a saying is taken for what a competency of the standard says; people look at it afterwards."""


@dataclass(frozen=True)
class Standing:
    """The competencies that a standard has.

    Parameters
    ----------
    standard
        Its slug.
    competencies
        In any order.
    """

    identifiers: Identifiers
    standard: str
    competencies: Sequence[Competency] = ()

    @cached_property
    def candidates(self) -> dict[Iri, Candidate]:
        """The candidates that stand for its competencies, by the addresses of these."""
        return {one.iri: self._candidate(one) for one in sorted(self.competencies, key=lambda one: one.iri)}

    def covering(self, sayings: Sequence[Saying]) -> dict[Saying, tuple[Iri, float]]:
        """Return which competency covers each saying that any does, and how sure that is, `SURE` to 1."""
        if not self.competencies:
            return {}
        best = [found[0] if found else None for found in self._index.match([saying.words for saying in sayings], 1)]
        sure = with_share(np.array([one.confidence if one else 0 for one in best])).tolist()
        told = zip(sayings, best, sure, strict=True)
        return {saying: (one.iri, confidence) for saying, one, confidence in told if one and confidence >= SURE}

    @cached_property
    def _index(self) -> Index:
        return Index.of([_entry(one) for one in sorted(self.competencies, key=lambda one: one.iri)])

    def _candidate(self, competency: Competency) -> Candidate:
        return Candidate(
            iri=minted(self.identifiers, self.standard, "candidate", competency.iri),
            statement=competency.statement or competency.label,
            proposed_for=Iri(self.identifiers.mint(FRAMEWORK, self.standard)),
            support=Iri(Support.UNSAID),
            category=competency.category,
            stands_for=competency.iri,
        )


def _entry(competency: Competency) -> Entry:
    others: tuple[Text, ...] = (*filter(None, [competency.statement]), *competency.alt_labels)
    return Entry(
        iri=competency.iri,
        label=competency.label.value,
        alt_labels=tuple(dict.fromkeys(text.value for text in others)),
        description=competency.description.value if competency.description else "",
        code=competency.notation or "",
        group=competency.category.value if competency.category else "",
    )
