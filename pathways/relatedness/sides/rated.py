"""Sides of ratings: skills, knowledge, abilities and work activities, and interests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ontology.namespaces import LW
from ontology.records import CompetencyKind, Release
from ontology.store import KnowledgeBase
from pathways.arrays import Flags, Floats
from pathways.occupations.catalog import Occupations
from pathways.occupations.requirements import Requirements
from pathways.relatedness.fusion import cosine, profile
from pathways.relatedness.sides.side import Side

KINDS = {
    "knowledge": CompetencyKind.KNOWLEDGE,
    "skills": CompetencyKind.SKILL,
    "abilities": CompetencyKind.ABILITY,
    "work activities": CompetencyKind.WORK_ACTIVITY,
}

INTERESTS = "/scale/OI"
"""End of the address of the scale that occupational interests are rated on."""


def rated(requirements: Sequence[Requirements], size: int) -> Iterator[Side]:
    """Yield the sides of the ratings that rate the most occupations: by kind, and knowledge as it correlates.

    Parameters
    ----------
    size
        How many occupations there are.
    """
    widest = max(requirements, key=lambda r: int(r.rated.sum()), default=None)
    for name, kind in KINDS.items():
        importance, level = _of_kind(widest, kind) if widest else (np.zeros((size, 0), dtype=np.float32),) * 2
        known = np.asarray(importance.any(axis=1))
        yield Side(name, cosine(profile(importance, level)), known)
        if kind == CompetencyKind.KNOWLEDGE:
            yield Side(f"{name}, correlated", cosine(_deviations(importance)), known)


def _of_kind(requirements: Requirements, kind: CompetencyKind) -> tuple[Floats, Floats]:
    own = np.array([str(other) == str(kind) for other in requirements.kinds])
    return requirements.importance[:, own], requirements.level[:, own]


def _deviations(importance: Floats) -> Floats:
    """Return how much more or less important each column is than all are to its row."""
    mean = importance.sum(axis=1, keepdims=True) / max(importance.shape[1], 1)
    return np.asarray(importance - mean, dtype=np.float32)


def interests(base: KnowledgeBase, releases: Sequence[Release], occupations: Occupations) -> Side:
    """Return the side of occupational interests: the cosine of their standard scores."""
    rows = [row for release in releases for row in _ratings(base, release) if row[0] in occupations.by_iri]
    columns = {element: at for at, element in enumerate(sorted({element for _, element, _ in rows}))}
    values = np.zeros((len(occupations), len(columns)), dtype=np.float32)
    for work, element, value in rows:
        values[occupations.by_iri[work], columns[element]] = float(value)
    known = np.asarray(values.any(axis=1))
    return Side("interests", cosine(_scores(values, known)), known)


def _scores(values: Floats, known: Flags) -> Floats:
    """Return standard scores by column over what is known, zeros elsewhere."""
    if not known.any():
        return values
    mean, spread = values[known].mean(axis=0), values[known].std(axis=0)
    scores = (values - mean) / np.where(spread > 0, spread, 1)
    return np.where(known[:, None], scores, 0).astype(np.float32)


def _ratings(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, ...]]:
    scales = {
        scale for (scale,) in base.rows(f"SELECT DISTINCT ?scale {{ ?rating <{LW.scale}> ?scale }}", [release.iri])
    }
    for scale in sorted(scale for scale in scales if scale.endswith(INTERESTS)):
        rating = f"?rating <{LW.scale}> <{scale}> ; <{LW.occupation}> ?work ; <{LW.element}> ?element"
        yield from base.rows(f"SELECT ?work ?element ?value {{ {rating} ; <{LW.value}> ?value }}", [release.iri])
