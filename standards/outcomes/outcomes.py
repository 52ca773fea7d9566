"""Outcomes: what may be shown of a standard's observations, and what changed with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ontology.frozen import Frozen
from ontology.records import Iri
from ontology.store import KnowledgeBase
from standards.outcomes.adoption import adoption
from standards.outcomes.effect import Effect, effects
from standards.outcomes.subjects import Subjects
from standards.outcomes.suppression import Limits
from standards.outcomes.table import Shown, shown
from standards.publishing.standing import standing


class Adopter(Frozen):
    """An organization that took the standard up, and the day from which it did."""

    organization: Iri
    label: str
    since: date


class Outcomes(Frozen):
    """All that may be told of the outcomes under a standard.

    Parameters
    ----------
    since
        The day between before and after; none where there is none yet.
    held
        The day on which the standard was first ratified or published; none where it never was.
    fewest, few
        The limits below which a figure is hidden.
    """

    standard: str
    title: str
    since: date | None
    held: date | None
    fewest: int
    few: int
    adopters: tuple[Adopter, ...]
    rows: tuple[Shown, ...]
    effects: tuple[Effect, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Whose figures are shown, as they want to be cited."""
        return tuple(sorted({row.source for row in self.rows if row.source}))

    @property
    def hidden(self) -> int:
        """How many observations are not shown."""
        return sum(row.hidden for row in self.rows)


def outcomes(
    base: KnowledgeBase,
    standard: str,
    since: date | None = None,
    adopted: Mapping[str, date | None] | None = None,
    limits: Limits | None = None,
) -> Outcomes:
    """Return what may be told of the outcomes under a standard.

    Parameters
    ----------
    standard
        Its slug.
    since, adopted
        As for `adoption`.
    limits
        How small is too small; ten people and three where nothing is said.

    Raises
    ------
    NotFoundError
        Where there is no such standard, no outcome under it, or no organization of a name.
    InputError
        Where two files say different things of the same people.
    """
    small, found = limits or Limits(), standing(base, standard)
    subjects = Subjects.stored(base)
    took = adoption(base, found, subjects, since, adopted)
    rows = shown(base, found, subjects, small)
    release = found.working or found.last
    return Outcomes(
        standard=found.slug,
        title=str(release.title) if release else found.slug,
        since=took.since,
        held=took.held,
        fewest=small.people,
        few=small.few,
        adopters=tuple(
            Adopter(organization=iri, label=subjects.labels.get(iri, iri), since=day)
            for iri, day in sorted(took.dates.items())
        ),
        rows=rows,
        effects=effects(rows, took),
    )
