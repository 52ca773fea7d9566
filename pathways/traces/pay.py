"""Where pay and jobs come from: as published, those of a wider group or a wider region, or a firm's own."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ontology.records import Release
from pathways.amounts import money
from pathways.ladders import wording
from pathways.occupations.jobs import FirmJob
from pathways.occupations.observations import ALL_WORK
from pathways.occupations.wages import Region
from pathways.traces import explained
from pathways.traces.ground import OEWS, PARTNERSHIP, Ground, local_id
from pathways.traces.records import Basis, Figure, Input
from standards.citations import published as tables
from standards.citations.citation import Citation, Column
from standards.skill_lists import NAMES

MANIFEST = "manifest.json"
"""The file in which the wage statistics, as text, say of when they are."""

PERCENTILES = ("10th percentile", "median", "90th percentile")


def pay_figures(ground: Ground, place: int, region: Region) -> Iterator[Figure]:
    """Yield the pay and the jobs of an occupation in a region, as far as they are known.

    Where the region publishes no pay of it, that of the wider one that stands in is given; no wider one's jobs do.
    """
    paid = ground.snapshot.regional(region).common(place) or region
    basis, how, stated = pay_input(ground, place, paid)
    if paid is not region:
        place_name = wording.place_name(paid.label)
        basis, how = Basis.INFERRED, f"{region.label} publishes none: that of {place_name} stands in; {how}"
    for name, value in zip(PERCENTILES, paid.yearly[place].tolist(), strict=True):
        if not np.isnan(value):
            yield Figure(
                name=f"pay, {name}",
                shown=f"{money(value)} a year",
                basis=basis,
                how=how,
                inputs=stated,
                explained=explained.OWN_PAY if _is_own(ground, paid) else explained.PAY,
            )
    yield from _jobs(ground, place, region)


def _jobs(ground: Ground, place: int, region: Region) -> Iterator[Figure]:
    """Yield how many people are employed in a region."""
    jobs = float(region.employment[place])
    if not np.isnan(jobs):
        basis, _, stated = pay_input(ground, place, region)
        yield Figure(name="jobs", shown=f"{jobs:,.0f} jobs", basis=basis, how="people employed", inputs=stated)


def pay_input(ground: Ground, place: int, region: Region) -> tuple[Basis, str, tuple[Input, ...]]:
    """Return how the pay of an occupation is known, and from where."""
    if _is_own(ground, region):
        return _own(ground, place, region)
    occupation = ground.snapshot.occupations[place]
    paid = ground.paid(place, region)
    if not paid:
        return Basis.ASSERTED, f"as {region.source} states", ()
    release, soc = paid
    jobs, numbers = float(region.employment[place]), region.yearly[place].tolist()
    low, median, high = (float(number) for number in numbers)
    what = f"jobs and pay of {soc} in {region.label}, {region.period}"
    value = f"{money(median)} (median)" if median == median else "not published"  # noqa: PLR0124 - NaN
    stated = (ground.input(what, value, release, _pay_citation(release, region.code, soc), [jobs, low, median, high]),)
    if soc != occupation.code[:7]:
        return Basis.INFERRED, f"that of the broader group {soc}: none is published of {occupation.code[:7]}", stated
    if not occupation.code.endswith(".00"):
        return Basis.INFERRED, f"that of {soc}, which O*NET divides further", stated
    return Basis.ASSERTED, "as published for a year, all industries", stated


def _pay_citation(release: Release, area: str, soc: str) -> Citation | None:
    if release.reader == OEWS:
        return tables.oews_pay(area, soc)
    return tables.partnership_pay(area, soc) if release.reader == PARTNERSHIP else None


def place_input(ground: Ground, place: int, region: Region) -> tuple[Input, ...]:
    """Return where the name and the period of a region stand: beside the pay of an occupation, or of another one."""
    known = np.flatnonzero(~np.isnan(region.yearly[:, 1]))
    place = place if place in known or not known.size else int(known[0])
    paid = None if _is_own(ground, region) else ground.paid(place, region)
    if not paid:
        return pay_input(ground, place, region)[2]
    release, soc = paid
    what = f"region {region.code}"
    if release.reader == PARTNERSHIP:
        citation = tables.partnership_pay(region.code, soc, "area_name", "period", "source")
        return (ground.input(what, f"{region.label}, {region.period}", release, citation, [region.label]),)
    area = tables.oews_area(region.code, "area_name", "AREA_TITLE") if release.reader == OEWS else None
    named = ground.input(what, region.label, release, area)
    if any(file.name == MANIFEST for file in ground.files(release)):
        return named, ground.line("period", region.period, release, MANIFEST)
    return named, Input(what="period, as the release was imported", value=region.period, release=named.release)


def all_work_input(ground: Ground, region: Region) -> tuple[Input, ...]:
    """Return the row that says how many work in a region, and what they are paid."""
    known = np.flatnonzero(~np.isnan(region.yearly[:, 1])).tolist()
    paid = next((paid for place in known[:1] if (paid := ground.paid(place, region))), None)
    if paid is None or region.median_of_all is None:
        return ()
    citation = _pay_citation(paid[0], region.code, ALL_WORK)
    what = f"jobs and pay of all who work in {region.label}, {region.period}"
    return (ground.input(what, f"{money(region.median_of_all)} (median)", paid[0], citation),)


def everyone_input(ground: Ground, region: Region) -> tuple[Input, ...]:
    """Return the rows that the jobs of all occupations of a region stand in, of the release that states its pay."""
    known = [place for place in range(len(ground.snapshot.occupations)) if not np.isnan(region.yearly[place, 1])]
    paid = next((paid for place in known[:1] if (paid := ground.paid(place, region))), None)
    citation = _pay_citation(paid[0], region.code, "") if paid else None
    if not paid or not citation:
        return ()
    keys = tuple(column for column in citation.keys if "soc_code" not in column.headers)
    every = citation.model_copy(
        update={"keys": keys, "cells": (Column(headers=("soc_code", "OCC_CODE")), *citation.cells[:1])}
    )
    return (ground.input(f"jobs of all occupations of {region.label}", "", paid[0], every),)


def _is_own(ground: Ground, region: Region) -> bool:
    """Return whether a region stands for what a firm itself pays."""
    return any(job.pay is not None and local_id(job.firm) == region.code for job in ground.snapshot.jobs)


def _own(ground: Ground, place: int, region: Region) -> tuple[Basis, str, tuple[Input, ...]]:
    jobs = [job for job in ground.snapshot.jobs if place in job.places and local_id(job.firm) == region.code]
    paying = [job for job in jobs if job.pay is not None]
    stated = tuple(_of_job(ground, job) for job in paying)
    if len(paying) == 1:
        return Basis.ASSERTED, "as the firm's list says", stated
    amounts = ", ".join(money(job.pay or 0) for job in paying)
    return Basis.COMPUTED, f"median of what the firm pays its {len(paying)} jobs here: {amounts}", stated


def _of_job(ground: Ground, job: FirmJob) -> Input:
    """Return the rows of a firm's list that name the pay of a job."""
    citation = tables.mention(job.label.value).model_copy(update={"cells": (Column(headers=NAMES["pay"]),)})
    what = f"pay of {job.label} at {job.firm_label}"
    return ground.input(what, money(job.pay or 0), ground.named(job.source), citation, [job.pay or 0], anywhere=True)
