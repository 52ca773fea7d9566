"""All sides of a knowledge base, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontology.store import KnowledgeBase
from pathways.occupations.answers import Answers
from pathways.occupations.catalog import Occupations
from pathways.occupations.requirements import Requirements
from pathways.occupations.wages import Region
from pathways.relatedness.sides.linked import Links, linked, worded_activities
from pathways.relatedness.sides.placed import placed
from pathways.relatedness.sides.rated import interests, rated
from pathways.relatedness.sides.side import Side
from pathways.relatedness.sides.written import written
from pathways.relatedness.views import Writings


def sides_of(
    base: KnowledgeBase,
    occupations: Occupations,
    writings: Writings,
    requirements: Sequence[Requirements],
    answers: Answers,
    regions: Sequence[Region],
) -> Iterator[Side]:
    """Yield every side; one that the releases say nothing of knows no occupation."""
    releases = base.current()
    links = Links(base, releases)
    yield from rated(requirements, len(occupations))
    yield from written(writings, worded_activities(links, writings))
    yield from linked(links, occupations, writings)
    yield from placed(occupations, answers, regions)
    yield interests(base, releases, occupations)
