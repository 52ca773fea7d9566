"""A rung of a ladder: an occupation with its pay."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ontology.frozen import Frozen
from ontology.records import Iri, Text
from pathways.records.bridge import Amount, Bridge
from pathways.records.mark import RungMark
from pathways.records.step import Reference, Share, Zone


class Wage(Frozen):
    """Yearly pay in US dollars, where and when, and who says so.

    Parameters
    ----------
    source
        Who published it, as a partnership's table of wages says, else the name of the release that it is from.
    low, median, high
        10th, 50th and 90th percentile.
    instead_of
        The region that publishes no pay of it, so that this one's, a wider one's, stands in; empty where it is its own.
    """

    region: str
    period: str
    source: str
    low: float | None = None
    median: float | None = None
    high: float | None = None
    instead_of: str = ""


class Schooling(Frozen):
    """An answer to which education an occupation requires.

    Parameters
    ----------
    share
        Of those asked, 0 to 1.
    """

    education: str
    share: Share


class Stay(StrEnum):
    """Why one can stay on a rung that leads no further."""

    PAY = "pay"
    """Its median is at least a wage that is asked for, else the middle one of the ladder."""
    CREDENTIAL = "credential"
    """It asks for a license or a credential, which one keeps."""


class Rung(Frozen):
    """An occupation on a ladder.

    Parameters
    ----------
    zone
        Job zone 1 to 5; 0 where unknown.
    education
        What a partnership says; else what the middle half of those asked said it requires.
    schooling
        Their answers, the most frequent first; empty where a partnership says what is required, or nobody was asked.
    license
        Without which nobody may work here; empty where none is known.
    some_license
        That some states ask for, or some of the work; empty where none is known.
    entry
        Whether one can begin here; only on the ladder of a sector.
    start
        Whether this is where one stands who asks; only on ladders from an occupation.
    marks
        Whether it is high-wage, high-skill, in demand, by the `Bars` of the ladder; none is given where unknown.
    employed
        People employed in the region; ``None`` where not published.
    apprenticeships
        Into this occupation, where one earns while one learns.
    jobs
        Of a firm, on the ladder of its own jobs: those that it codes to this occupation.
    dead_end
        Whether nothing leads up from here although it is not an advanced rung.
    no_way_in
        Whether nothing leads here although one cannot begin here; only on the ladder of a sector.
    off_ramp
        Why one can stay here although nothing leads further and it is not an advanced rung; empty where it is none.
    """

    occupation: Iri
    code: str
    label: Text
    zone: Zone = 0
    description: str = ""
    education: str = ""
    schooling: tuple[Schooling, ...] = ()
    license: str = ""
    some_license: str = ""
    entry: bool = False
    start: bool = False
    dead_end: bool = False
    no_way_in: bool = False
    off_ramp: tuple[Stay, ...] = ()
    main: bool = False
    wage: Wage | None = None
    marks: tuple[RungMark, ...] = ()
    employed: Amount | None = None
    apprenticeships: tuple[Bridge, ...] = ()
    jobs: tuple[Reference, ...] = ()


def rung_of(rungs: Iterable[Rung], occupation: str) -> Rung:
    """Return the rung of an occupation.

    Raises
    ------
    KeyError
        Where none is of it.
    """
    for rung in rungs:
        if rung.occupation == occupation:
            return rung
    raise KeyError(occupation)
