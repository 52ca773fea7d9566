"""What the occupations of a standard pay where its partnership is, as its ladder says."""

from __future__ import annotations

from contextlib import suppress

from ontology.errors import NotFoundError
from ontology.records import Iri
from pathways.agreements.jobs import Pay
from pathways.agreements.published import PublishedStandard
from pathways.occupations.wages import Region, choose_region
from pathways.records.rung import Wage
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot


def pay_under(scopes: Scopes, standard: PublishedStandard) -> Pay:
    """Return what says the pay in an occupation: in the partnership's region, else in a wider one, else nothing."""
    slug = standard.release.source
    snapshot = scopes.of(slug) if slug in scopes.named else scopes.national
    known, regional = snapshot.occupations.by_iri, snapshot.regional(_region(snapshot, standard))

    def pay(occupation: Iri) -> Wage | None:
        wage = regional.wage(known[occupation]) if occupation in known else None
        return wage if wage and wage.median is not None else None

    return pay


def _region(snapshot: Snapshot, standard: PublishedStandard) -> Region | None:
    """Return the region of a partnership where pay of it is loaded, else the nation."""
    if standard.region:
        with suppress(NotFoundError):
            return choose_region(snapshot.regions, standard.region).region
    return choose_region(snapshot.regions, "").region
