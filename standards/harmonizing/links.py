"""Links: what candidates may mean in the classifications that are at hand, for instance O*NET and ESCO."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Candidate, Iri, Mapping
from ontology.store import KnowledgeBase
from standards.frameworks import frameworks
from standards.harmonizing.minting import minted
from standards.indexes import framework_index

CLASSIFICATIONS: Final = ("onet", "esco")
"""What candidates are linked to, where it is imported."""

LEAST: Final = 0.3
"""Confidence below which nothing is said of a link."""


def links(
    base: KnowledgeBase, standard: str, candidates: Sequence[Candidate], folder: Path | None = None
) -> Iterator[Mapping]:
    """Yield the concept of each classification that each candidate most likely means, with the confidence.

    Parameters
    ----------
    folder
        Where indexes are kept, see `framework_index`.
    """
    there = set(frameworks(base))
    for framework in CLASSIFICATIONS:
        if framework in there:
            yield from _links(base, standard, candidates, framework, folder)


def _links(
    base: KnowledgeBase, standard: str, candidates: Sequence[Candidate], framework: str, folder: Path | None
) -> Iterator[Mapping]:
    index = framework_index(base, framework, folder)
    found = index.match([candidate.statement.value for candidate in candidates], 1, LEAST)
    for candidate, suggestions in zip(candidates, found, strict=True):
        for one in suggestions:
            yield Mapping(
                iri=minted(base.identifiers, standard, "link", candidate.iri, one.iri),
                subject=candidate.iri,
                predicate=Iri(SKOS.closeMatch),
                object=one.iri,
                justification=Iri(SEMAPV.SemanticSimilarityThresholdMatching),
                confidence=round(one.confidence, 3),
                subject_label=candidate.statement.value,
                object_label=one.label,
            )
