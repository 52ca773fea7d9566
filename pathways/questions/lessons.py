"""What changes where a competency is taught: the gaps and costs of the steps that ask for it, counted anew.

Taught means that whoever stands on a rung has the level that the rung above asks for, or a level that is named. Only
that changes: distance, time, licenses and rules of steps stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import numpy as np

from ontology.errors import NotFoundError
from ontology.records import CompetencyKind, Iri, Text
from pathways.arrays import Floats
from pathways.occupations.requirements import Requirements, shortfall
from pathways.records.step import Reference
from pathways.snapshot import Snapshot
from pathways.steps.costs import GAP, LEARNED_ON_THE_JOB, UNKNOWN_GAP, WIDE, WIDE_GAP
from standards.matching.titles import nearest

Rated = tuple[str, str, Iri]

MOST_NAMED = 5
"""Competencies named to who asks for one that is not there."""


def learning_cost(gap: Floats, training: Floats) -> Floats:
    """Return the part of a step's cost that its gap makes.

    Parameters
    ----------
    gap
        0 to 1, NaN where unknown.
    training
        Months in the upper rung, which close part of the gap by themselves.

    Example
    -------
    >>> learning_cost(np.float64([0.5, 0.5]), np.float64([0, 48])).round(2).tolist()  # 0.8 * 0.5 + 2 * 0.05; half of it
    [0.5, 0.2]
    """
    known = np.nan_to_num(gap, nan=UNKNOWN_GAP) * (1 - np.minimum(training / 96, LEARNED_ON_THE_JOB))
    return np.asarray(GAP * known + WIDE_GAP * np.maximum(0, known - WIDE))


def relief(
    snapshot: Snapshot, members: Sequence[int], competencies: Collection[str], level: float | None = None
) -> Floats:
    """Return by how much the gap of each step falls where competencies are taught, members by members.

    Parameters
    ----------
    competencies
        Addresses.
    level
        0 to 7, that the course leads to; as high as each upper rung asks where it is ``None``.

    Example
    -------
    A rung asks for a competency of importance 4 at level 3, of which the one below has 1, and for nothing else. To
    teach it up to level 2 takes away (4 - 1) * 1 of (4 - 1) * 3.
    """
    here = list(members)
    fall = np.zeros((len(here), len(here)))
    decided = np.zeros(fall.shape, dtype=bool)
    for rating in sorted(snapshot.requirements, key=lambda r: int(r.rated.sum())):
        total = (np.maximum(rating.importance[here] - 1, 0) * rating.level[here]).sum(axis=1)
        rated = rating.rated[here]
        own = rated[:, None] & (rated & (total > 0))[None] & ~decided
        missing = _taken_away(rating, here, competencies, level)
        fall = np.where(own, missing / np.where(total > 0, total, 1)[None], fall)
        decided |= own
    return np.asarray(fall, dtype=np.float32)


def _taken_away(rating: Requirements, here: list[int], competencies: Collection[str], level: float | None) -> Floats:
    """Return what is no longer missing of the competencies, from row to column."""
    columns = [column for column, iri in enumerate(rating.competencies) if iri in competencies]
    taken = np.zeros((len(here), len(here)))
    for column in columns:
        importance, asked = rating.importance[here, column][None], rating.level[here, column][None]
        has = rating.level[here, column][:, None]
        after = np.maximum(has, asked if level is None else np.minimum(asked, level))
        taken += shortfall(importance, has, asked) - shortfall(importance, after, asked)
    return np.asarray(taken, dtype=np.float32)


def taught(snapshot: Snapshot, members: Sequence[int], fall: Floats) -> Snapshot:
    """Return a snapshot in which the gaps between members have fallen, and with them the costs of the steps.

    Parameters
    ----------
    fall
        As of `relief`.
    """
    block = np.ix_(list(members), list(members))
    gaps, cost = snapshot.gaps.copy(), snapshot.steps.cost.copy()
    before, training = gaps[block].astype(float), snapshot.preparation.training[list(members)][None]
    after = np.maximum(before - fall, 0)
    gaps[block] = after
    cost[block] += learning_cost(after, training) - learning_cost(before, training)
    return replace(snapshot, gaps=gaps, steps=replace(snapshot.steps, cost=cost))


def rated_competencies(snapshot: Snapshot, members: Sequence[int]) -> Iterator[Rated]:
    """Yield address, label and kind of what any member needs, each once: by the ratings that decide a step."""
    seen: set[str] = set()
    for rating in sorted(snapshot.requirements, key=lambda r: int(r.rated.sum())):
        needed = (rating.importance[list(members)] > 1).any(axis=0)
        for column in np.flatnonzero(needed):
            iri = rating.competencies[column]
            if iri not in seen:
                seen.add(iri)
                yield iri, rating.labels[column], rating.kinds[column]


def find_competency(snapshot: Snapshot, members: Sequence[int], text: str) -> Reference:
    """Return a competency that members need, by address, the end of its address, or label.

    Raises
    ------
    NotFoundError
        With the nearest labels; also where several share it, with their codes.
    """
    rated = list(rated_competencies(snapshot, members))
    known = {iri: label for iri, label, _ in rated}
    wanted = text.strip().casefold()
    coded = [iri for iri in known if wanted in (iri.casefold(), iri.rsplit("/", 1)[-1].casefold())]
    found = coded or [iri for iri, label in known.items() if label.casefold() == wanted]
    if len(found) == 1:
        return Reference(iri=Iri(found[0]), label=Text(value=known[found[0]]))
    if found:
        kinds = {iri: CompetencyKind(kind).name.lower().replace("_", " ") for iri, _, kind in rated}
        codes = ", ".join(f"{iri.rsplit('/', 1)[-1]} (the {kinds[iri]})" for iri in found)
        message = f"{text!r} names several competencies here: {codes}. Name one by its code"
        raise NotFoundError(message)
    near = ", ".join(repr(label) for label in nearest(text, sorted(set(known.values())), MOST_NAMED))
    none = f"none of the {len(known)} is like it: ask which open the most doors" if known else "none is rated here"
    hint = f"; the nearest of {len(known)}: {near}" if near else f"; {none}"
    message = f"no competency that these occupations need is called {text!r}{hint}"
    raise NotFoundError(message)
