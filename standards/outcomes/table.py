"""The public table: the observations of a standard without those that must not be shown, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from ontology.errors import InputError, NotFoundError
from ontology.frozen import Frozen
from ontology.records import Iri, OutcomeObservation, Release
from ontology.store import KnowledgeBase
from standards.outcomes.hiding import hidden
from standards.outcomes.intervals import Estimate, share
from standards.outcomes.judging import overlaps
from standards.outcomes.measures import MEASURES, Measure
from standards.outcomes.periods import said
from standards.outcomes.subjects import Subjects
from standards.outcomes.suppression import Limits
from standards.publishing.standing import Standing
from standards.sources.own import OUTCOMES


class Shown(Frozen):
    """An observation as anybody may see it.

    Parameters
    ----------
    measure
        Slug of the measure.
    of
        Whose it is; of a program, with the organization's name in ``organization``.
    is_whole
        Whether it is of the whole partnership.
    hidden
        Whether its numbers are kept back; why is not told, for that would tell of them.
    low, high
        Limits of the 95% interval of a share.
    people
        On whom it rests; none also where another measure would tell of them with it.
    """

    measure: str
    address: Iri
    of: str
    organization: str
    organization_address: Iri | None
    is_whole: bool
    group: str
    comparison: bool
    start: date
    end: date
    hidden: bool
    value: float | None = None
    low: float | None = None
    high: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    people: int | None = None
    source: str = ""
    page: Iri | None = None
    reported: date | None = None

    @property
    def period(self) -> str:
        """The period as people read it."""
        return said(self.start, self.end)

    @property
    def name(self) -> str:
        """Whose it is, with the group."""
        return f"{self.of}: {self.group}" if self.group else self.of


def shown(base: KnowledgeBase, standing: Standing, subjects: Subjects, limits: Limits) -> tuple[Shown, ...]:
    """Return the observations of a standard, by measure, subject, group and period.

    What is hidden is so beside all observations that are stored, also those of other standards.

    Raises
    ------
    NotFoundError
        Where there are none.
    InputError
        Where two files say different things of the same people.
    """
    known = list(_stored(base))
    _refuse_overlaps(known, subjects)
    observations = [one for _, one in known]
    kept_back = hidden(observations, subjects, limits)
    own = [one for one in observations if one.standard == standing.framework]
    if not own:
        message = f"there are no outcomes under {standing.slug}; bring some in with `ladderworks import outcomes FILE`"
        raise NotFoundError(message)
    order = {measure: at for at, measure in enumerate(MEASURES)}
    found = [_shown(one, subjects, hide=one.iri in kept_back) for one in own]
    return tuple(sorted(found, key=lambda one: (order[_measure(one).concept], *_sorted_by(one))))


def measured(rows: Iterable[Shown]) -> Iterator[tuple[Measure, Sequence[Shown]]]:
    """Yield the rows of each measure, in their order."""
    for measure, of in groupby(rows, _measure):
        yield measure, tuple(of)


def _measure(one: Shown) -> Measure:
    return next(measure for measure in MEASURES.values() if measure.slug == one.measure)


def _sorted_by(one: Shown) -> tuple[object, ...]:
    return (not one.is_whole, one.organization, one.of != one.organization, one.of, one.group, one.start)


def _stored(base: KnowledgeBase) -> Iterator[tuple[Release, OutcomeObservation]]:
    for release in base.current():
        if release.reader == OUTCOMES:
            yield from ((release, one) for one in base.records(release, OutcomeObservation))


def _refuse_overlaps(known: Sequence[tuple[Release, OutcomeObservation]], subjects: Subjects) -> None:
    """Refuse observations of two files that nobody could add up."""
    for first, second in overlaps([(release.name, one) for release, one in known], subjects):
        message = (
            f"{first} and {second} hold outcomes of the same people and of days in common; "
            f"take one of them out: `ladderworks remove {first}` or `ladderworks remove {second}`"
        )
        raise InputError(message)


def _shown(one: OutcomeObservation, subjects: Subjects, *, hide: bool) -> Shown:
    names = subjects.names(one.of)
    organization = subjects.organizations.get(names[0]) if names else None
    plain = Shown(
        measure=MEASURES[one.measured].slug,
        address=one.of,
        of=subjects.labels.get(one.of, one.of),
        organization=subjects.labels.get(organization or one.of, ""),
        organization_address=organization,
        is_whole=not names,
        group=one.group or "",
        comparison=one.comparison,
        start=one.start,
        end=one.end,
        hidden=hide,
    )
    return plain if hide else plain.model_copy(update=_numbers(one))


def _numbers(one: OutcomeObservation) -> dict[str, object]:
    """Return what is told of an observation that may be shown."""
    measure = MEASURES[one.measured]
    limits: Estimate | None = None
    if one.numerator is not None and one.denominator:
        limits = share(one.numerator, one.denominator)
    return {
        "value": one.value,
        "low": limits.low if limits else None,
        "high": limits.high if limits else None,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "people": None if measure.among else one.people,
        "source": one.source,
        "page": one.page,
        "reported": one.reported,
    }
