"""Demand: what firms ask for, by competency, as far as the knowledge base says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Final

from pydantic import Field

from ontology.records import Iri
from pathways.coverage.namesakes import Named
from pathways.coverage.part import Part

UNRATED: Final = 1.0
"""What a job that asks for a competency without rating it adds to the competency's weight."""


class AskingJob(Part):
    """An occupation of a partnership or of a sector, or a firm's own job.

    Parameters
    ----------
    zone
        Job zone 1 to 5; 0 where unknown.
    entry
        Whether one can begin here, as a partnership says.
    education, license
        What it asks besides competencies; empty where unknown.
    called
        Title of a firm by which it was named; empty where it was named otherwise, or not.
    """

    iri: Iri
    code: str = ""
    label: str
    called: str = ""
    zone: Annotated[int, Field(ge=0, le=5)] = 0
    entry: bool = False
    education: str = ""
    license: str = ""


class Ask(Part):
    """A job asks for a competency.

    Parameters
    ----------
    importance
        1 to 5; ``None`` where it is not rated.
    essential
        Whether one cannot do the job without it.
    """

    job: Iri
    importance: Annotated[float | None, Field(ge=1, le=5)] = None
    essential: bool = True

    @property
    def weight(self) -> float:
        """Return importance above *not important*: 0 to 4; 1 where it is not rated.

        Example
        -------
        >>> Ask(job="http://x/1", importance=4.5).weight, Ask(job="http://x/1").weight
        (3.5, 1.0)
        """
        return UNRATED if self.importance is None else self.importance - 1


class ListingFirm(Part):
    """A firm whose own skill list is in the knowledge base."""

    iri: Iri
    label: str


class Listing(Part):
    """A firm's own list has a statement that may mean a competency.

    Parameters
    ----------
    statement
        In the firm's words.
    confidence
        0 to 1, of the match; nobody has reviewed it.
    """

    firm: Iri
    statement: str
    confidence: Annotated[float, Field(ge=0, le=1)]


class Want(Named):
    """A competency that is asked for.

    Parameters
    ----------
    asks
        The jobs that ask for it, by importance.
    listings
        What firms' own lists say of it, best match first.
    """

    competency: Iri
    code: str = ""
    group: str = ""
    asks: tuple[Ask, ...] = ()
    listings: tuple[Listing, ...] = ()

    @property
    def weight(self) -> float:
        """Return how much it is asked for: the sum of the weights of the jobs."""
        return sum(ask.weight for ask in self.asks)

    @property
    def importance(self) -> float | None:
        """Return the mean importance to the jobs that rate it, 1 to 5."""
        rated = [ask.importance for ask in self.asks if ask.importance is not None]
        return sum(rated) / len(rated) if rated else None

    @property
    def firms(self) -> tuple[Iri, ...]:
        """Return the firms whose lists may mean it."""
        return tuple(dict.fromkeys(listing.firm for listing in self.listings))


MOST: Final = 500
"""Competencies that a single program may be asked to teach; more are those of many fields together."""


class Demand(Part):
    """What the jobs and firms of a partnership or a sector ask for.

    Parameters
    ----------
    label
        Of the partnership, the sector or the firm.
    jobs
        By preparation, then title.
    sector
        As it was named; empty where those of the framework's own partnership or firm ask.
    among
        Where these are some that were named, the number of all jobs that ask; ``None`` where these are all.
    wants
        What is asked for most first: by `Want.weight`, then by the number of firms, then by label.
    """

    label: str
    sector: str = ""
    jobs: tuple[AskingJob, ...]
    among: Annotated[int | None, Field(ge=0)] = None
    firms: tuple[ListingFirm, ...] = ()
    wants: tuple[Want, ...]

    @property
    def of_named_jobs(self) -> bool:
        """Whether it is what some jobs ask for that were named, whatever others do."""
        return self.among is not None

    @property
    def of_many_fields(self) -> bool:
        """Whether it is more than any program teaches, so that what is missing says little of one."""
        return len(self.wants) > MOST

    @cached_property
    def by_job(self) -> Mapping[str, AskingJob]:
        """The jobs by their addresses."""
        return {job.iri: job for job in self.jobs}

    @cached_property
    def by_competency(self) -> Mapping[str, Want]:
        """The wants by their competencies."""
        return {want.competency: want for want in self.wants}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The labels of jobs and firms by their addresses."""
        jobs = {str(job.iri): job.label for job in self.jobs}
        return {**jobs, **{firm.iri: firm.label for firm in self.firms}}


def most_wanted_first(wants: Iterable[Want]) -> tuple[Want, ...]:
    """Return competencies in the order in which they are asked for."""
    return tuple(sorted(wants, key=lambda want: (-want.weight, -len(want.firms), want.label, want.competency)))
