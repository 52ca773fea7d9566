"""A rung by itself: what is said of an occupation on whatever ladder it stands."""

from __future__ import annotations

import numpy as np

from pathways.bridges import apprenticeships_into
from pathways.occupations.licenses import some_license_of
from pathways.occupations.marks import bars, marked, wage_bar
from pathways.occupations.wages import Region
from pathways.records.ladder import Rung
from pathways.snapshot import Snapshot


def rung(snapshot: Snapshot, place: int, region: Region | None) -> Rung:
    """Return what is said of an occupation wherever it stands: pay in a region, marks, education, license."""
    occupation, pay = snapshot.occupations[place], snapshot.regional(region)
    wage, jobs = pay.wage(place), float(pay.jobs[place])
    found = Rung(
        occupation=occupation.iri,
        code=occupation.code,
        label=occupation.label,
        zone=occupation.zone,
        description=occupation.description,
        education=occupation.education or snapshot.schooling.middle(place) or snapshot.education(place),
        schooling=() if occupation.education else snapshot.schooling.said(place),
        license=snapshot.license(place),
        some_license="" if snapshot.license(place) else some_license_of(occupation.code),
        wage=wage,
        employed=None if np.isnan(jobs) else jobs,
        apprenticeships=apprenticeships_into(snapshot.offers, place, wage),
    )
    return marked(found, bars(pay), wage_bar(pay, place))
