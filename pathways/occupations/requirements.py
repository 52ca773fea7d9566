"""What occupations need, as matrices, and what one needs above what another has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ontology.namespaces import DCTERMS, LW, SKOS
from ontology.records import Iri, Release
from ontology.shown import shown_releases
from ontology.store import KnowledgeBase
from pathways.arrays import Floats
from pathways.occupations.catalog import Occupations

Matrix = Floats


@dataclass(frozen=True)
class Requirements:
    """The rated requirements of one release.

    Parameters
    ----------
    name
        Of the release, for instance ``onet@29.3``.
    competencies, labels, kinds
        Addresses, labels and kinds, one a column.
    importance
        1 to 5, 0 where there is no rating; occupations by competencies.
    level
        0 to 7, the same shape.
    """

    name: str
    competencies: tuple[str, ...]
    labels: tuple[str, ...]
    kinds: tuple[Iri, ...]
    importance: Matrix
    level: Matrix

    @cached_property
    def rated(self) -> NDArray[np.bool_]:
        """Which occupations have any rating."""
        return np.asarray(self.importance.any(axis=1))


def shortfall(importance: Matrix, level_has: Matrix, level_needs: Matrix) -> Matrix:
    """Return what is missing by competency: importance above 1 times the levels that are missing.

    Parameters
    ----------
    importance
        Of the competencies to who needs them, 1 to 5; 0 where unrated.
    level_has, level_needs
        0 to 7.

    Example
    -------
    >>> shortfall(np.float32([4, 3, 5]), np.float32([2, 4, 0]), np.float32([3, 2, 1])).tolist()
    [3.0, 0.0, 4.0]
    """
    weight = np.maximum(importance - 1, 0)
    return np.asarray(weight * np.maximum(level_needs - level_has, 0), dtype=np.float32)


def gap(requirements: Requirements, start: int) -> NDArray[np.float32]:
    """Return how much every occupation needs above what one has, 0 to 1; NaN where either is unrated.

    For the step from a to b it is the sum of `shortfall` over the sum of weight times level that b needs; going
    down is cheap and going up is dear, so the gap is not symmetric.
    """
    needs = np.maximum(requirements.importance - 1, 0) * requirements.level
    missing = shortfall(requirements.importance, requirements.level[start], requirements.level).sum(axis=1)
    total = needs.sum(axis=1)
    known = requirements.rated & requirements.rated[start] & (total > 0)
    return np.where(known, missing / np.where(total > 0, total, 1), np.nan).astype(np.float32)


def gaps(requirements: Requirements) -> Matrix:
    """Return the gap of every step, from row to column: what `gap` says of each row, in a third of the time.

    What does not depend on the start is computed once, and what does in the same room for every start.
    """
    weight, level = np.maximum(requirements.importance - 1, 0), requirements.level
    total = (weight * level).sum(axis=1)
    missing, room = np.empty((len(level), len(level)), dtype=np.float32), np.empty_like(level)
    for start, has in enumerate(level):
        np.maximum(np.subtract(level, has, out=room), 0, out=room)
        np.multiply(room, weight, out=room).sum(axis=1, out=missing[start])
    missing /= np.where(total > 0, total, 1)
    missing[~(requirements.rated[:, None] & (requirements.rated & (total > 0)))] = np.nan
    return missing


def read_requirements(base: KnowledgeBase, occupations: Occupations) -> tuple[Requirements, ...]:
    """Read the rated requirements of every release that has any, by name: of a standard, of the version in force.

    The working copy of a standard has what its draft asks for, also where something else was agreed on and published;
    it counts where no version is in force. Where a release rates half or less of what it asks of an occupation, it is
    taken not to rate it: others may, and two numbers of twenty would stand for the job.
    """
    found = (_of_release(base, release, occupations) for release in shown_releases(base.releases()))
    return tuple(requirements for requirements in found if requirements and requirements.rated.any())


NEEDS = f"SELECT ?node ?work ?competency {{ ?node <{LW.competency}> ?competency ; <{LW.occupation}> ?work }}"


def _of_release(base: KnowledgeBase, release: Release, occupations: Occupations) -> Requirements | None:
    known = occupations.by_iri
    needs = [need for need in base.rows(NEEDS, [release.iri]) if need[1] in known]
    if not needs:
        return None
    columns = {iri: column for column, iri in enumerate(sorted({competency for _, _, competency in needs}))}
    cells = {node: (known[work], columns[competency]) for node, work, competency in needs}
    importance, level = (
        _filled(base.pairs(release, number), cells, (len(occupations), len(columns)))
        for number in (LW.importance, LW.level)
    )
    thin = _thin(importance, cells.values())
    importance[thin], level[thin] = 0, 0
    labels, kinds = dict(base.pairs(release, SKOS.prefLabel)), dict(base.pairs(release, DCTERMS.type))
    return Requirements(
        name=release.name,
        competencies=tuple(columns),
        labels=tuple(labels.get(iri, iri) for iri in columns),
        kinds=tuple(Iri(kinds.get(iri, LW.Skill)) for iri in columns),
        importance=importance,
        level=level,
    )


def _thin(importance: Matrix, asked: Iterable[tuple[int, int]]) -> NDArray[np.bool_]:
    """Return of which occupations half of what is asked, or more, has no importance: the rest does not speak for them.

    Parameters
    ----------
    asked
        Occupation and competency of each requirement, rated or not.
    """
    number = np.bincount([occupation for occupation, _ in set(asked)], minlength=len(importance))
    return np.asarray(2 * np.count_nonzero(importance, axis=1) <= number)


def _filled(pairs: Iterable[tuple[str, str]], cells: Mapping[str, tuple[int, int]], shape: tuple[int, int]) -> Matrix:
    """Return a matrix with the numbers of the nodes in their cells, 0 elsewhere."""
    matrix = np.zeros(shape, dtype=np.float32)
    for node, number in pairs:
        if node in cells:
            matrix[cells[node]] = float(number)
    return matrix
