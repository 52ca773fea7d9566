"""Ranking the sectors of a region."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from pathways.labor_market import wording
from pathways.labor_market.critical import Judge
from pathways.labor_market.describing import described
from pathways.labor_market.lacking import NoSectorError, UnloadedError
from pathways.labor_market.market import Market, market_of
from pathways.labor_market.order import ENOUGH, Values, places_by
from pathways.labor_market.outlook import read_outlook
from pathways.labor_market.preparation import zones_by_code
from pathways.labor_market.records import Area, Criterion, RankedSector, Ranking
from pathways.occupations.sector import Sector, SectorKind
from pathways.occupations.sectors import read_partnerships, sectors_called
from pathways.occupations.wages import Region
from pathways.records.ladder import Source
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot

USUAL: Final = (SectorKind.PARTNERSHIP, SectorKind.CLUSTER)
"""The kinds that are ranked where none is named."""


@dataclass(frozen=True)
class Asked:
    """What is to be ranked.

    Parameters
    ----------
    regions
        Names of one area or more.
    text
        Words of the names of the sectors; all where empty.
    kinds
        Of the sectors; partnerships and career clusters where empty, else occupation groups where there are neither.
    parts
        Whether the parts of others are ranked, too: pathways of clusters, minor groups.
    """

    regions: tuple[str, ...]
    text: str = ""
    kinds: tuple[SectorKind, ...] = ()
    by: Criterion = Criterion.ALL
    parts: bool = False


def rank_sectors(scopes: Scopes, asked: Asked) -> Ranking:
    """Return the sectors of a region, ranked by its labor market.

    Raises
    ------
    UnloadedError
        Where no jobs are loaded, or growth is asked for and no projections are.
    NotFoundError
        Where a region is unknown or publishes no jobs.
    NoSectorError
        Where no sector fits.
    InputError
        Where one area lies in another.
    """
    snapshot = scopes.national
    market = market_of(snapshot, asked.regions)
    outlook = read_outlook(scopes.base, snapshot.occupations)
    if asked.by is Criterion.GROWTH and outlook is None:
        message = "growth is not known: no projections are loaded"
        raise UnloadedError(message, "projections")
    sectors = _wanted(_sectors(scopes), asked)
    judge = Judge(snapshot, market, zones_by_code(snapshot.occupations), outlook)
    ranked = _in_order(described(sectors, judge), asked.by)
    return Ranking(
        title=wording.title(market),
        description=wording.description(ranked, market, asked.by),
        by=asked.by,
        areas=tuple(map(_area, market.areas)),
        sectors=tuple(ranked),
        notes=(*market.notes, *wording.notes(ranked, market, outlook)),
        explained=wording.explained(ranked, market, outlook),
        sources=_sources(snapshot, market, ranked, outlook.source if outlook else ""),
    )


def _sectors(scopes: Scopes) -> tuple[Sector, ...]:
    """Return all sectors, their members as places among the national occupations."""
    national = scopes.national
    own = read_partnerships(scopes.base, national.occupations.by_iri)
    return (*own, *(sector for sector in national.sectors if sector.kind is not SectorKind.PARTNERSHIP))


def _wanted(sectors: Sequence[Sector], asked: Asked) -> list[Sector]:
    """Return the sectors that are to be ranked.

    Raises
    ------
    NoSectorError
        Where there are none.
    """
    kinds: Collection[SectorKind] = asked.kinds or USUAL
    if not asked.kinds and not any(sector.kind in kinds for sector in sectors):
        kinds = (SectorKind.GROUP,)
    named = sectors_called(sectors, asked.text) if asked.text else sectors
    parted = asked.parts or bool(asked.text) or SectorKind.PATHWAY in kinds
    found = [one for one in named if one.kind in _with_parts(kinds, asked) and (parted or not one.within)]
    if not found:
        words = f" with {asked.text!r} in its name" if asked.text else ""
        message = f"there is no {' or '.join(kinds)}{words} to rank"
        raise NoSectorError(message)
    return found


def _with_parts(kinds: Collection[SectorKind], asked: Asked) -> set[SectorKind]:
    """Return kinds, with the pathways of clusters where the parts of others are asked for."""
    pathways = {SectorKind.PATHWAY} if asked.parts and SectorKind.CLUSTER in kinds else set()
    return {*kinds, *pathways}


def _in_order(sectors: Sequence[RankedSector], by: Criterion) -> list[RankedSector]:
    """Return sectors by their places; those that are not ranked come last, the one with the most jobs first."""
    found = places_by([values(sector) for sector in sectors])
    placed = (
        sector.model_copy(update={"place": places.get(by), "places": places})
        for sector, places in zip(sectors, found, strict=True)
    )
    return sorted(placed, key=lambda sector: (sector.place or len(sectors) + 1, -sector.jobs, sector.slug))


def values(sector: RankedSector) -> Values:
    """Return what a sector is ranked by; nothing where too little of it is published."""
    if not sector.jobs or (sector.known is not None and sector.known < ENOUGH):
        return {}
    return {
        Criterion.CONCENTRATION: sector.location_quotient,
        Criterion.JOBS: sector.jobs,
        Criterion.PAY: sector.pay.median if sector.pay else None,
        Criterion.GROWTH: sector.growth.percent if sector.growth else None,
        Criterion.EXTRA_JOBS: sector.extra_jobs,
    }


def _area(region: Region) -> Area:
    return Area(
        code=region.code,
        label=region.label,
        period=region.period,
        source=region.source,
        jobs=region.jobs_of_all,
        median_pay=region.median_of_all,
    )


def _sources(
    snapshot: Snapshot, market: Market, sectors: Sequence[RankedSector], projections: str
) -> tuple[Source, ...]:
    """Return who says the numbers: the releases, else whom a release cites."""
    cited = dict.fromkeys((*(area.source for area in market.areas), projections))
    known = {source.name: source for source in snapshot.sources}
    used = ("onet@", "cip@") if any(sector.kind == SectorKind.FIELD for sector in sectors) else ("onet@",)
    zones = (source for source in snapshot.sources if source.name.startswith(used))
    named = (known.get(name, Source(name=name, title=name)) for name in cited if name)
    return tuple({source.name: source for source in (*named, *zones)}.values())
