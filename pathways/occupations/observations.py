"""Reading what is paid where: the observations of the wage releases, by region and occupation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from ontology.namespaces import DCTERMS, LW, SKOS
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.arrays import Flags, Floats
from pathways.occupations.catalog import Occupations
from pathways.occupations.together import published
from pathways.occupations.wages import Region

NUMBERS = (LW.annual10, LW.annualMedian, LW.annual90, LW.employment)
ALL_WORK = "00-0000"
"""The code under which those who publish pay say what all who work in a region are paid."""


def read_regions(base: KnowledgeBase, occupations: Occupations) -> tuple[Region, ...]:
    """Read the pay of every region, by its code; where two releases speak of one, the one with more to say."""
    found: dict[str, Region] = {}
    for release in base.current():
        for region in _of_release(base, release, occupations):
            old = found.get(region.code)
            if old is None or np.isnan(old.yearly).sum() > np.isnan(region.yearly).sum():
                found[region.code] = region
    return tuple(found[code] for code in sorted(found))


def _of_release(base: KnowledgeBase, release: Release, occupations: Occupations) -> list[Region]:
    observed = _observed(base, release)
    if not observed:
        return []
    labels, codes = dict(base.pairs(release, SKOS.prefLabel)), dict(base.pairs(release, SKOS.notation))
    period = next((value for _, value in base.pairs(release, DCTERMS.temporal)), release.version)
    all_work = base.identifiers.mint("soc", ALL_WORK)
    works = [[base.identifiers.mint("soc", code) for code in published(o.code)] for o in occupations]
    return [
        Region(
            codes.get(place, place),
            labels.get(place, place),
            period,
            _said_by(base, release),
            *_by_occupation(by_work, works),
            *_of_all(by_work.get(all_work)),
        )
        for place, by_work in observed.items()
    ]


def _of_all(numbers: tuple[float, ...] | None) -> tuple[float | None, float | None]:
    """Return the median and the number of all who work in a region, from `NUMBERS`; ``None`` where unknown.

    Example
    -------
    >>> _of_all((31_200.0, 50_980.0, 128_560.0, np.nan)), _of_all(None)
    ((50980.0, None), (None, None))
    """
    if numbers is None:
        return None, None
    _, median, _, jobs = (None if np.isnan(number) else number for number in numbers)
    return median, jobs


def _said_by(base: KnowledgeBase, release: Release) -> str:
    """Return who says what is paid: as the observations of a release do, most often, else the release.

    What else the release holds may have sources of its own.
    """
    observations = {observation for observation, _ in base.pairs(release, LW.region)}
    said = Counter(source for of, source in base.pairs(release, DCTERMS.source) if of in observations)
    return min(said, key=lambda source: (-said[source], source), default=release.name)


def _by_occupation(
    by_work: Mapping[str, tuple[float, ...]], works: Sequence[Sequence[str]]
) -> tuple[Floats, Floats, Flags]:
    """Return yearly pay, employment, and whether they are a group's, by occupation."""
    unknown = (np.nan,) * len(NUMBERS)
    rows = [next((by_work[code] for code in codes if code in by_work), unknown) for codes in works]
    numbers = np.array(rows, dtype=np.float32).reshape(-1, len(NUMBERS))
    grouped = [codes[0] not in by_work and any(code in by_work for code in codes[1:]) for codes in works]
    return numbers[:, :3], numbers[:, 3], np.array(grouped, dtype=bool)


def _observed(base: KnowledgeBase, release: Release) -> dict[str, dict[str, tuple[float, ...]]]:
    """Return `NUMBERS` by region and occupation."""
    places = dict(base.pairs(release, LW.region))
    if not places:
        return {}
    works = dict(base.pairs(release, LW.occupation))
    numbers = [dict(base.pairs(release, number)) for number in NUMBERS]
    observed: dict[str, dict[str, tuple[float, ...]]] = {}
    for observation, place in places.items():
        if observation in works:
            values = tuple(float(number.get(observation) or np.nan) for number in numbers)
            observed.setdefault(place, {})[works[observation]] = values
    return observed
