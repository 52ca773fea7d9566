"""Which bridges lead over a step, what each takes, and how much of the gap it closes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ontology.namespaces import CETERMS
from ontology.records import Iri, Text
from pathways.arrays import Floats
from pathways.bridges.apprenticeships import Apprenticeship
from pathways.bridges.offers import CredentialFacts, Offers, ProgramOffer
from pathways.occupations.credentials import CredentialUse
from pathways.occupations.requirements import Requirements, shortfall
from pathways.occupations.teaching import References, Teaching
from pathways.records.bridge import Bridge, BridgeKind, WageSchedule
from pathways.records.rung import Wage

LEAST = 0.25
"""Share of a gap that a credential or a program must close to be a bridge where nothing asks for it."""
MOST = 3
"""Credentials, and programs, named where nothing asks for them."""


@dataclass(frozen=True)
class Crossing:
    """What is known of a step that bridges depend on.

    Parameters
    ----------
    start, end
        Places of the occupations.
    license
        That the upper occupation asks for and the lower one does not; empty where there is none.
    licensed_by
        Who says so: a release, or who licenses.
    rating
        By which the gap is measured; ``None`` where it is unknown.
    journey
        Pay of the upper occupation in the region that is asked for.
    """

    start: int
    end: int
    license: str
    rating: Requirements | None
    journey: Wage | None
    licensed_by: str = ""


def bridges_of(
    crossing: Crossing, offers: Offers, credentials: Sequence[CredentialUse], teaching: Teaching
) -> tuple[Bridge, ...]:
    """Return the bridges of a step: what is asked for, apprenticeships, programs, and credentials that prepare for it.

    Parameters
    ----------
    teaching
        Where competencies are taught and attested.
    """
    fresh = [use for use in credentials if crossing.end in use.useful_for and crossing.start not in use.useful_for]
    asked = [use for use in fresh if crossing.end in use.required_for]
    gap = _Gap.of(crossing)
    needed = [_credential(use, offers, gap, teaching, required=True) for use in asked]
    into = [one for one in offers.apprenticeships if crossing.end in one.into and crossing.start not in one.into]
    awarded = {award for one in into for award in one.awards}
    others = (use for use in fresh if use not in asked and use.credential.label.value not in awarded)
    preparing = (_credential(use, offers, gap, teaching, required=False) for use in others)
    taught = (_program(one, gap, teaching) for one in offers.programs)
    return (
        *needed,
        *_license(crossing, needed),
        *(_apprenticeship(one, crossing.journey, gap) for one in into),
        *_best(taught),
        *_best(preparing),
    )


def apprenticeships_into(offers: Offers, place: int, journey: Wage | None) -> tuple[Bridge, ...]:
    """Return the apprenticeships into an occupation, wherever one comes from."""
    return tuple(_apprenticeship(one, journey, _Gap()) for one in offers.apprenticeships if place in one.into)


def earnings(percents: Sequence[float], median: float | None) -> tuple[float | None, float | None]:
    """Return what an apprentice earns a year in the first period and in the last.

    Parameters
    ----------
    percents
        Of the journey wage, period by period.
    median
        US dollars a year at the journey level; ``None`` where unknown.

    Example
    -------
    >>> earnings((60, 75, 95), 80_000)
    (48000.0, 76000.0)
    >>> earnings((60, 75, 95), None)
    (None, None)
    """
    if median is None or not percents:
        return None, None
    return round(median * percents[0] / 100, 2), round(median * percents[-1] / 100, 2)


def closed(missing: Floats, competencies: Sequence[str], covered: Collection[str]) -> float | None:
    """Return the share of a gap that lies in some competencies; ``None`` where there is no gap or none is named.

    Parameters
    ----------
    missing
        What is missing in each competency, as of `shortfall`.

    Example
    -------
    >>> import numpy as np
    >>> closed(np.array([6.0, 1.5, 0.5]), ["weld", "read", "lead"], {"weld", "lead"})  # 6.5 of 8
    0.812
    """
    total = float(missing.sum())
    if not covered or total <= 0:
        return None
    share = sum(float(part) for part, name in zip(missing, competencies, strict=True) if name in covered) / total
    return round(min(share, 1.0), 3)


@dataclass(frozen=True)
class _Gap:
    """What is missing, by the address of its competency."""

    missing: Floats | None = None
    competencies: tuple[str, ...] = ()

    @classmethod
    def of(cls, crossing: Crossing) -> _Gap:
        rating = crossing.rating
        if rating is None:
            return cls()
        levels = rating.level[crossing.start], rating.level[crossing.end]
        return cls(shortfall(rating.importance[crossing.end], *levels), tuple(rating.competencies))

    def closed(self, covered: Collection[str]) -> float | None:
        return None if self.missing is None else closed(self.missing, self.competencies, covered)

    def named_by(self, address: str, by: Iterable[tuple[str, References]]) -> frozenset[str]:
        """Return the competencies for which a thing is named."""
        return frozenset(competency for competency, named in by if any(one.iri == address for one in named))


def _license(crossing: Crossing, needed: Sequence[Bridge]) -> Iterator[Bridge]:
    """Yield a license by its name, unless one of the credentials is just that."""
    name = crossing.license
    if name and not any(bridge.label.value.casefold() in name.casefold() for bridge in needed):
        yield Bridge(
            kind=BridgeKind.LICENSE,
            label=Text(value=name),
            credential_type=Iri(CETERMS.License),
            required=True,
            source=crossing.licensed_by,
        )


def _credential(use: CredentialUse, offers: Offers, gap: _Gap, teaching: Teaching, *, required: bool) -> Bridge:
    facts = offers.credentials.get(use.credential.iri, CredentialFacts())
    return Bridge(
        kind=BridgeKind.CREDENTIAL,
        label=use.credential.label,
        iri=use.credential.iri,
        required=required,
        credential_type=facts.type,
        hours=facts.hours,
        closes=gap.closed(gap.named_by(use.credential.iri, teaching.attested_by.items())),
        offered_by=facts.issuer,
        source=facts.source,
    )


def _program(one: ProgramOffer, gap: _Gap, teaching: Teaching) -> Bridge:
    taught = teaching.taught_by.items()
    covered = frozenset(name for name, courses in taught if any(course.iri in one.courses for course in courses))
    return Bridge(
        kind=BridgeKind.PROGRAM,
        label=one.label,
        iri=one.iri,
        credits=one.credits,
        closes=gap.closed(covered),
        offered_by=one.college,
        awards=(one.award,) if one.award else (),
        source=one.source,
    )


def _apprenticeship(one: Apprenticeship, journey: Wage | None, gap: _Gap) -> Bridge:
    return Bridge(
        kind=BridgeKind.APPRENTICESHIP,
        label=one.label,
        iri=one.iri,
        months=one.term,
        job_hours=one.job_hours,
        instruction_hours=one.instruction_hours,
        wages=_wages(one.percents, journey) if one.percents else None,
        closes=gap.closed(one.teaches),
        registered=one.registered,
        agency=one.agency,
        offered_by=one.sponsor,
        entry=one.entry,
        awards=one.awards,
        source=one.source,
    )


def _wages(percents: tuple[float, ...], journey: Wage | None) -> WageSchedule:
    if journey is None or journey.median is None:
        return WageSchedule(percents=percents)
    low, high = earnings(percents, journey.median)
    return WageSchedule(percents=percents, low=low, high=high, region=journey.region, period=journey.period)


def _best(bridges: Iterable[Bridge]) -> list[Bridge]:
    """Return those that close a fair part of the gap, the largest first."""
    fair = [bridge for bridge in bridges if (bridge.closes or 0) >= LEAST]
    return sorted(fair, key=lambda bridge: (-(bridge.closes or 0), bridge.label.value))[:MOST]
