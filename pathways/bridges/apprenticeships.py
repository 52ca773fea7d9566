"""Apprenticeships as the releases of a knowledge base describe them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.namespaces import CETERMS, LW, SCHEMA
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations
from pathways.occupations.credentials import apprenticeships

YEAR_OF_HOURS = 2000
"""Hours at work in a year of an apprenticeship: 29 CFR 29.5(b)(2) takes 2,000 as the least of a whole one."""

SINGLE = {
    "label": CETERMS.name,
    "sponsor": LW.sponsor,
    "registered": LW.registered,
    "agency": LW.registrationAgency,
    "job_hours": LW.onTheJobHours,
    "instruction_hours": LW.relatedInstructionHours,
    "months": LW.termMonths,
    "entry": CETERMS.entryCondition,
}
"""What is said once, with its property."""


@dataclass(frozen=True)
class Apprenticeship:
    """A way into occupations at paid work.

    Parameters
    ----------
    into
        Places of the occupations that one is in at the end.
    percents
        Of the journey wage, period by period.
    teaches
        Addresses of competencies; empty where nobody says.
    source
        Name of the release.
    """

    iri: Iri
    label: Text
    into: frozenset[int]
    sponsor: str = ""
    registered: bool = False
    agency: str = ""
    job_hours: float | None = None
    instruction_hours: float | None = None
    months: float | None = None
    percents: tuple[float, ...] = ()
    teaches: frozenset[str] = frozenset()
    awards: tuple[str, ...] = ()
    entry: str = ""
    source: str = ""

    @property
    def term(self) -> float | None:
        """Its length in months: as its sponsor says, else what its hours at work come to.

        Example
        -------
        >>> half = Apprenticeship(Iri("http://x/1"), Text(value="Welder"), frozenset(), job_hours=3000)
        >>> half.term  # a year and a half of 2,000 hours each
        18.0
        """
        if self.months is not None or self.job_hours is None:
            return self.months
        return self.job_hours / YEAR_OF_HOURS * 12


def read_apprenticeships(base: KnowledgeBase, occupations: Occupations) -> tuple[Apprenticeship, ...]:
    """Read every apprenticeship into a known occupation, by label."""
    found = (one for release in base.current() for one in _of_release(base, release, occupations))
    return tuple(sorted(found, key=lambda one: (one.label.value, one.iri)))


def _of_release(base: KnowledgeBase, release: Release, occupations: Occupations) -> Iterator[Apprenticeship]:
    there = apprenticeships(base, release)
    if not there:
        return
    said = {name: dict(base.pairs(release, predicate)) for name, predicate in SINGLE.items()}
    words, into = dict(base.pairs(release, CETERMS.description)), _grouped(base, release, CETERMS.occupationType)
    taught, awards = _grouped(base, release, CETERMS.teaches), _grouped(base, release, CETERMS.isPreparationFor)
    schedules = _schedules(base, release)
    for iri in sorted(there):
        places = frozenset(occupations.by_iri[work] for work in into[iri] if work in occupations.by_iri)
        if places:
            yield Apprenticeship(
                iri=Iri(iri),
                label=Text(value=said["label"].get(iri, "")),
                into=places,
                sponsor=said["sponsor"].get(iri, ""),
                registered=said["registered"].get(iri) == "true",
                agency=said["agency"].get(iri, ""),
                job_hours=_number(said["job_hours"].get(iri)),
                instruction_hours=_number(said["instruction_hours"].get(iri)),
                months=_number(said["months"].get(iri)),
                percents=schedules.get(iri, ()),
                teaches=frozenset(taught[iri]),
                awards=tuple(sorted(said["label"].get(award, award) for award in awards[iri])),
                entry=words.get(said["entry"].get(iri, ""), ""),
                source=release.name,
            )


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def _schedules(base: KnowledgeBase, release: Release) -> dict[str, tuple[float, ...]]:
    """Return the percents of each apprenticeship in the order of its periods."""
    places, percents = dict(base.pairs(release, SCHEMA.position)), dict(base.pairs(release, LW.journeyWagePercent))
    return {
        iri: tuple(float(percents[step]) for step in sorted(steps, key=lambda step: int(places[step])))
        for iri, steps in _grouped(base, release, LW.wageStep).items()
    }


def _grouped(base: KnowledgeBase, release: Release, predicate: str) -> defaultdict[str, set[str]]:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for subject, value in base.pairs(release, predicate):
        groups[subject].add(value)
    return groups
