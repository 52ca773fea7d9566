"""Skills that come together: a collection, or a list without a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standards.wire.rsd.records import Described, RichSkill, RichSkillCollection


@dataclass(frozen=True)
class Library:
    """Skills, and what is said of them together.

    Parameters
    ----------
    collection
        ``None`` where they are a list, or one skill.
    """

    skills: tuple[RichSkill, ...]
    collection: RichSkillCollection | None = None

    def __iter__(self) -> Iterator[Described]:
        """Yield what there is, the collection first."""
        if self.collection:
            yield self.collection
        yield from self.skills
