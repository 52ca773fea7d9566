"""Named jobs: what some of the jobs that ask want of a framework, and nothing that only the others do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.errors import NotFoundError
from ontology.records import Iri
from pathways.coverage.demand import AskingJob, Demand, Want, most_wanted_first
from pathways.coverage.demand_wording import job_words
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.jobs import FirmJob
from standards.matching.titles import nearest

MOST: Final = 24
"""Jobs that are named where none is near what was asked for."""


@dataclass(frozen=True)
class JobNames:
    """By what names jobs are known besides their own: those of occupations, and of the jobs that firms code to them."""

    occupations: Occupations
    positions: tuple[FirmJob, ...] = ()

    def meant(self, name: str) -> list[OccupationEntry]:
        """Return the occupations that a code, a title, or the title of a firm's job may mean, each once."""
        places = (*self.occupations.meant(name), *(place for job in self._titled(name) for place in job.places))
        return [self.occupations[place] for place in dict.fromkeys(places)]

    def title(self, name: str) -> str:
        """Return a title as the first firm that has it writes it; empty where no firm has one like this name."""
        return next((job.label.value for job in self._titled(name)), "")

    def _titled(self, name: str) -> Iterator[FirmJob]:
        key = name.strip().casefold()
        return (job for job in self.positions if job.label.value.casefold() == key)

    def one(self, name: str) -> OccupationEntry:
        """Return the occupation that a name means.

        Raises
        ------
        UnknownOccupationError
            Where there is none or several, with the nearest.
        """
        meant = self.meant(name)
        return meant[0] if len(meant) == 1 else self.occupations[self.occupations.find(name)]

    def jobs_of(self, occupation: Iri, demand: Demand) -> tuple[Iri, ...]:
        """Return the jobs that ask which an occupation stands for: itself, or those that a firm codes to it."""
        if occupation in demand.by_job:
            return (occupation,)
        place = self.occupations.by_iri[occupation]
        return tuple(job.iri for job in self.positions if place in job.places and job.iri in demand.by_job)


def of_named_jobs(demand: Demand, named: Sequence[str], names: JobNames) -> Demand:
    """Return what some jobs ask for alone; what only firms' lists name is nobody's.

    Parameters
    ----------
    named
        Codes, titles or addresses of jobs or of their occupations, in whatever case.

    Raises
    ------
    NotFoundError
        Where no job that asks goes by a name, with the nearest; or where several do, with these.
    """
    kept = {iri: name for name in reversed(named) for iri in _jobs(name, demand, names)}
    wants = (_asked_by(want, kept) for want in demand.wants)
    return Demand(
        label=demand.label,
        jobs=tuple(_known_as(names.title(kept[job.iri]), job) for job in demand.jobs if job.iri in kept),
        firms=demand.firms,
        wants=most_wanted_first(want for want in wants if want.asks),
        among=len(demand.jobs),
    )


def _known_as(title: str, job: AskingJob) -> AskingJob:
    """Return a job with the title of a firm by which it was named, where that is another than its own."""
    return job if title.casefold() in ("", job.label.casefold()) else job.model_copy(update={"called": title})


def _asked_by(want: Want, jobs: Collection[Iri]) -> Want:
    return want.model_copy(update={"asks": tuple(ask for ask in want.asks if ask.job in jobs)})


def _jobs(name: str, demand: Demand, names: JobNames) -> tuple[Iri, ...]:
    """Return the jobs that go by a name: more than one only where a firm has several of a title or of a code."""
    key = name.strip().casefold()
    if own := tuple(job.iri for job in demand.jobs if key in _called(job)):
        return own
    meant = names.meant(name)
    asking = [jobs for occupation in meant if (jobs := names.jobs_of(occupation.iri, demand))]
    if len(asking) == 1:
        return asking[0]
    if asking:
        which = "; ".join(job_words(demand.by_job[iri]) for jobs in asking for iri in jobs)
        message = f"{name!r} is a title of several jobs of {demand.label}: {which}. Name one of them by its code"
        raise NotFoundError(message)
    raise NotFoundError(_not_found(name, demand, meant))


def _called(job: AskingJob) -> Iterator[str]:
    """Yield what a job is called, in lower case."""
    for name in filter(None, (job.iri, job.label, job.code, job.code.removesuffix(".00"))):
        yield name.casefold()


def _not_found(name: str, demand: Demand, meant: Sequence[OccupationEntry]) -> str:
    """Return that no job goes by a name, and which do that are near."""
    named = {key: job for job in demand.jobs for key in (job.label, job.code) if key}
    near = dict.fromkeys(named[key] for key in nearest(name, list(named)))
    said = f"no job of {demand.label} is called {name!r}"
    if meant:
        said = f"{demand.label} does not say what {meant[0].label} ({meant[0].code}) need"
    which = "; ".join(map(job_words, near or demand.jobs[:MOST]))
    rest = len(demand.jobs) - MOST
    more = f"; and {rest:,} more" if not near and rest > 0 else ""
    return f"{said}. {'The nearest are' if near else 'Its jobs are'} {which}{more}. Name a job by its code or title"
