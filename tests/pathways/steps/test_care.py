"""What parts professions of health care whose work is alike."""

from __future__ import annotations

import numpy as np
import pytest

from ontology.records import Iri, Text
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.preparation import Preparation
from pathways.steps import care
from pathways.steps.costs import steps
from pathways.steps.rules import Bar
from pathways.steps.shared import Shared


def barred(start: str, end: str, related: float, programs: float = 0.0) -> Bar:
    """Return what bars the step from an occupation of job zone 3 to one that rests on an associate's degree."""
    codes = sorted((start, end))
    entries = (OccupationEntry(iri=Iri(f"http://x/{c}"), code=c, label=Text(value=c), zone=3) for c in codes)
    months, school = (
        np.full(2, 24, dtype=np.float32),
        np.array([24 if code == end else 9 for code in codes], dtype=np.float32),
    )
    near = np.array([[0, related], [related, 0]], dtype=np.float32)
    shared = Shared(np.full((2, 2), 0.5, dtype=np.float32), np.full((2, 2), programs, dtype=np.float32))
    ready = Preparation(school, months, months, school)
    found = steps(Occupations.of(entries), ready, near, near, np.full((2, 2), 0.1, dtype=np.float32), shared)
    return Bar(int(found.bars[codes.index(start), codes.index(end)]))


@pytest.mark.parametrize(("start", "end"), [("29-2061.00", "29-2056.00"), ("29-2056.00", "29-2034.00")])
def test_who_nurses_animals_does_not_nurse_people(start: str, end: str) -> None:
    assert Bar.FAR_PROFESSION in barred(start, end, care.CLOSE_WORK - 0.01)
    assert Bar.FAR_PROFESSION not in barred(start, end, care.CLOSE_WORK)


def test_a_program_of_its_own_is_begun_from_close_work_or_a_common_program() -> None:
    endoscopy, imaging = "31-9099.02", "29-2034.00"
    assert Bar.OTHER_DEGREE in barred(endoscopy, imaging, care.CLOSE_CARE - 0.01)
    assert Bar.OTHER_DEGREE not in barred(endoscopy, imaging, care.CLOSE_CARE)
    assert Bar.OTHER_DEGREE not in barred(endoscopy, imaging, care.CLOSE_CARE - 0.01, programs=0.2)


def test_schools_of_nursing_take_in_those_who_have_cared_for_patients() -> None:
    assert barred("31-9092.00", "29-1141.00", care.CARED) == 0
    assert barred("29-2055.00", "29-1141.00", care.CARED) == 0
    assert Bar.LITTLE_IN_COMMON in barred("31-9092.00", "29-1141.00", care.CARED - 0.01)
    assert Bar.OTHER_DEGREE in barred("29-2072.00", "29-1141.00", 0.42), "records are no patients"
