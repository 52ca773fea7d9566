"""Short lists dealt of ESCO's names, in which a statement stands beside the same in other words, or beside a sibling.

In the lists dealt of a field what comes nearest mostly is the same. In two short lists often nothing is, and what
comes nearest is one act on two things: *clean the fryer*, *clean the floor*. So here what one firm says has one
counterpart in the other list: the same skill by another of its names, or else the one whose name comes nearest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, Self

import numpy as np

from ontology.records import Iri
from standards.harmonizing import FirmList, Saying
from standards.harmonizing.texts import Integers
from standards.matching.embedding import Floats, embed
from training.dealt import MADE, Dealt, address, read_names

PAIRS: Final = 150
"""Pairs of lists."""

SIZES: Final = (6, 10, 16, 24)
"""Statements of each list."""

SHARES: Final = (0.0, 0.1, 0.3, 0.5, 0.8)
"""What share of the statements has the same for its counterpart."""

BEGINNING: Final = 0.5
"""How often a counterpart begins with the same word, where there is one: then the act is the same."""

NEAR: Final = (0.5, 0.99)
"""Cosines between which a sibling's name is near: with less it is no sibling, with more it is in the same words."""


@dataclass(frozen=True)
class Names:
    """All names of some skills.

    Parameters
    ----------
    words
        The names, those of a skill one after the other.
    skills, beginnings
        The number of the skill of each, and of the word that it begins with.
    meaning
        Embeddings: names by 256, rows of length 1.
    """

    words: tuple[str, ...]
    skills: Integers
    beginnings: Integers
    meaning: Floats

    @classmethod
    def of(cls, names: Mapping[str, Sequence[str]]) -> Self:
        """Return the names of skills, in the order of these."""
        words = tuple(name for own in names.values() for name in own)
        lower = [name.lower() for name in words]
        _, beginnings = np.unique([name.partition(" ")[0] for name in lower], return_inverse=True)
        skills = np.repeat(np.arange(len(names)), [*map(len, names.values())])
        return cls(words, skills, beginnings.astype(np.int64), embed(lower))

    def again(self, name: int, lots: Random) -> int:
        """Return another name of the same skill."""
        others = np.flatnonzero(self.skills == self.skills[name])
        others = others[others != name]
        return int(lots.choice(self._beginning_alike(name, others, lots).tolist() or others.tolist()))

    def sibling(self, name: int, lots: Random) -> int | None:
        """Return the name of another skill that comes nearest; ``None`` where none is near."""
        alike = self.meaning @ self.meaning[name]
        least, most = NEAR
        near = np.flatnonzero((self.skills != self.skills[name]) & (alike >= least) & (alike < most))
        near = self._beginning_alike(name, near, lots)
        return int(near[alike[near].argmax()]) if len(near) else None

    def _beginning_alike(self, name: int, others: Integers, lots: Random) -> Integers:
        """Return those that begin with the same word, as the lots fall; else all."""
        if lots.random() >= BEGINNING:
            return others
        return np.asarray(others[self.beginnings[others] == self.beginnings[name]])


def deal_siblings(data: Path, part: str) -> Iterator[Dealt]:
    """Yield pairs of short lists, the same ones each time, of the skills of one part alone; see `training.dealt`."""
    names = Names.of(read_names(data, part))
    for number in range(PAIRS):
        yield _dealt(names, f"siblings {number}", Random(f"siblings {number} {part}"))


def _dealt(names: Names, field: str, lots: Random) -> Dealt:
    size, share = lots.choice(SIZES), lots.choice(SHARES)
    pairs: list[tuple[int, int]] = []
    used: set[int] = set()
    for name in lots.sample(range(len(names.words)), len(names.words)):
        other = names.again(name, lots) if lots.random() < share else names.sibling(name, lots)
        skills = {int(names.skills[one]) for one in (name, other) if one is not None}
        if other is not None and not skills & used:
            pairs.append((name, other))
            used |= skills
        if len(pairs) == size:
            break
    return _lists(names, field, pairs)


def _lists(names: Names, field: str, pairs: Sequence[tuple[int, int]]) -> Dealt:
    skill_of: dict[Iri, str] = {}
    own: tuple[list[Saying], list[Saying]] = ([], [])
    for pair in pairs:
        for firm, name in enumerate(pair):
            statement = Iri(f"{address(firm)}/skill/{len(skill_of)}")
            skill_of[statement] = str(names.skills[name])
            own[firm].append(Saying(address(firm), statement, names.words[name]))
    lists = (FirmList(f"firm-{i}", address(i), f"Firm {i}", MADE, tuple(said)) for i, said in enumerate(own))
    return Dealt(field, tuple(lists), skill_of)
