"""The balance: what carries over to a job and what is missing, competency by competency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Final

import numpy as np
from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import Iri
from pathways.arrays import Flags, Floats
from pathways.occupations.requirements import Requirements, shortfall
from pathways.plans.claims import READ_BY_A_MACHINE, Claim, surest
from pathways.plans.usual import IMPORTANT, general_in, usual_levels
from pathways.records.step import Reference, Share

CLOSE: Final = 1.0
"""Levels, of 0 to 7, below which the rest is learned in the job."""

MOSTLY: Final = 2 / 3
"""Part of the level needed from which on the rest is learned in the job as well."""


class Standing(StrEnum):
    """How far somebody is in a competency that a job asks for."""

    CARRIED = "carries over"
    """As far as the job asks, or farther."""
    CLOSE = "nearly there"
    """Less than one level is missing, or no more than a third of what the job asks."""
    MISSING = "to learn"
    """More is missing, or all of it."""


class Need(Frozen):
    """A competency that a job asks for, and what the person has of it.

    Parameters
    ----------
    importance
        To the job, 1 to 5.
    level_needs, level_has
        0 to 7; ``None`` where the person claims nothing. A claim that names none has what the job needs; where a
        machine read it in the person's words, no more than half of the occupations that ask for it are content with.
    level_said
        Whether the level that the person has is said by anyone.
    share
        Of the whole gap, 0 to 1.
    general
        Whether no course is planned for it: it is an ability, or a skill or an activity that most occupations ask for.
    claims
        The grounds, the surest first.
    """

    competency: Iri
    label: str
    kind: Iri
    importance: float
    level_needs: float
    level_has: float | None = None
    level_said: bool = False
    share: Share = 0.0
    general: bool = False
    standing: Standing
    claims: tuple[Claim, ...] = ()

    @property
    def planned(self) -> bool:
        """Return whether a plan must see to it: it is of this job, and more is missing than it teaches by itself."""
        return self.important and not self.general

    @property
    def important(self) -> bool:
        """Return whether it is important, and more is missing than a job teaches by itself."""
        return self.standing is Standing.MISSING and self.importance >= IMPORTANT


class Balance(Frozen):
    """What a person brings to a job and what is missing.

    Parameters
    ----------
    gap
        0 (nothing to learn) to 1, as a step of a ladder has it; ``None`` where nothing rates the job, or the person's.
    needs
        What is missing first, the largest share of the gap on top; then what carries over, the most important on top.
    source
        Name of the release that rates the job; empty where none does.
    unrated
        The job that the person has, where nothing rates it: what it brings is not known.
    school
        Schooling or license that the job asks for beyond the rung before; empty where it asks for none.
    """

    occupation: Reference
    gap: Annotated[float | None, Field(ge=0, le=1)] = None
    needs: tuple[Need, ...] = ()
    source: str = ""
    unrated: Reference | None = None
    school: str = ""

    def of(self, standing: Standing) -> tuple[Need, ...]:
        """Return the needs of a standing."""
        return tuple(need for need in self.needs if need.standing is standing)

    @property
    def planned(self) -> tuple[Need, ...]:
        """Return what a plan must see to."""
        return tuple(need for need in self.needs if need.planned)


def balance(
    occupation: Reference,
    rating: Requirements | None,
    place: int,
    claims: Iterable[Claim],
    usual: Floats | None = None,
    general: Flags | None = None,
) -> Balance:
    """Return what some claims bring to an occupation.

    The gap is the one of a step: the sum of `shortfall` over the sum of weight times level that the job needs.

    Parameters
    ----------
    place
        Of the occupation, in the rows of the rating.
    usual, general
        The levels of `usual_levels` and the competencies of `general_in`, where they are known already.

    Example
    -------
    >>> from ontology.records import Text
    >>> from pathways.plans.claims import Basis
    >>> rating = Requirements("x@1", ("http://x/a", "http://x/b"), ("A", "B"), ("http://x/k", "http://x/k"),
    ...     np.float32([[5, 3]]), np.float32([[4, 2]]))
    >>> job = Reference(iri="http://x/o", label=Text(value="Rigger"))
    >>> has = Claim(competency="http://x/a", label="A", basis=Basis.ASSERTED, said="A", level=1)
    >>> found = balance(job, rating, 0, [has])
    >>> found.gap, [(need.label, need.level_has, need.share) for need in found.needs]
    (0.8, [('A', 1.0, 0.75), ('B', None, 0.25)])
    """
    if rating is None or not rating.rated[place]:
        return Balance(occupation=occupation)
    levels = usual_levels(rating) if usual is None else usual
    widespread = general_in(rating) if general is None else general
    weighed = _Weighed(rating, place, _by_competency(claims), levels, widespread)
    return Balance(occupation=occupation, gap=weighed.gap, needs=weighed.needs, source=rating.name)


@dataclass(frozen=True)
class _Weighed:
    """What a job asks for and what claims bring to it, by the columns of a rating."""

    rating: Requirements
    place: int
    claims: Mapping[str, tuple[Claim, ...]]
    usual: Floats
    general: Flags

    @property
    def importance(self) -> Floats:
        """Return how important each competency is to the job, 1 to 5."""
        return np.asarray(self.rating.importance[self.place])

    @property
    def needed(self) -> Floats:
        """Return the level that the job needs of each, 0 to 7."""
        return np.asarray(self.rating.level[self.place])

    @cached_property
    def levels(self) -> tuple[float | None, ...]:
        """Return the level that is claimed of each, 0 to 7; ``None`` where nothing is."""
        columns = zip(self.rating.competencies, self.needed, self.usual, strict=True)
        return tuple(_level(self.claims.get(iri, ()), float(needed), float(usual)) for iri, needed, usual in columns)

    @cached_property
    def missing(self) -> Floats:
        """Return the shortfall of each."""
        has = np.array([level or 0.0 for level in self.levels], dtype=np.float32)
        return shortfall(self.importance, has, self.needed)

    @cached_property
    def total(self) -> float:
        """Return the shortfall of all."""
        return float(self.missing.sum())

    @property
    def gap(self) -> float:
        """Return what is missing as a share of all that the job asks for, 0 to 1."""
        whole = float((np.maximum(self.importance - 1, 0) * self.needed).sum())
        return round(self.total / whole, 3) if whole else 0.0

    @property
    def needs(self) -> tuple[Need, ...]:
        """Return what the job asks for, the largest share of the gap first, then what is most important."""
        asked = np.flatnonzero((self.importance > 1) & (self.needed > 0)).tolist()
        return tuple(sorted(map(self._need, asked), key=lambda need: (-need.share, -need.importance, need.label)))

    def _need(self, column: int) -> Need:
        rating, has, needed = self.rating, self.levels[column], round(float(self.needed[column]), 2)
        claims = self.claims.get(rating.competencies[column], ())
        return Need(
            competency=Iri(rating.competencies[column]),
            label=rating.labels[column],
            kind=rating.kinds[column],
            importance=round(float(self.importance[column]), 2),
            level_needs=needed,
            level_has=None if has is None else round(has, 2),
            level_said=any(claim.level is not None and claim.level == has for claim in claims),
            share=round(float(self.missing[column]) / self.total, 3) if self.total else 0.0,
            general=bool(self.general[column]),
            standing=_standing(has, needed),
            claims=claims,
        )


def _by_competency(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, dict[tuple[object, ...], Claim]] = {}
    for claim in claims:
        found.setdefault(claim.competency, {}).setdefault((claim.basis, claim.said, claim.level), claim)
    return {competency: surest(own.values()) for competency, own in found.items()}


def _level(claims: Iterable[Claim], needed: float, usual: float) -> float | None:
    """Return the level that claims amount to: the highest of all."""
    return max((_claimed(claim, needed, usual) for claim in claims), default=None)


def _claimed(claim: Claim, needed: float, usual: float) -> float:
    """Return the level of a claim; of one that names none what is needed, but for what a machine read."""
    if claim.level is not None:
        return claim.level
    return round(min(needed, usual), 2) if claim.basis in READ_BY_A_MACHINE else needed


def _standing(has: float | None, needed: float) -> Standing:
    if has is not None and has >= needed - 0.005:
        return Standing.CARRIED
    short = needed - (has or 0.0)
    near = has is not None and has > 0 and (short < CLOSE or has >= MOSTLY * needed)
    return Standing.CLOSE if near else Standing.MISSING
