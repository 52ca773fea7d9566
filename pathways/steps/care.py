"""Health care: where a license, a program or a kind of patient parts what is alike in the work.

Programs in health care are accredited for one profession each (CAAHEP, JRCERT, ACOTE and others), and state boards
license by them. Schools of nursing and of physician assistants are the exception: they ask for care of patients,
whatever it was.
"""

from __future__ import annotations

import numpy as np

from pathways.arrays import Floats
from pathways.steps.beginnings import ASSOCIATE, HEALTH
from pathways.steps.shared import Shared
from pathways.steps.traits import Mask, Traits, rise, same, within

CARE = ("29", "31")
"""SOC major groups of health care."""
ANIMALS = ("29-1131", "29-2056", "31-9096")
"""SOC codes of those in them who care for animals."""
PATIENTS = (
    "29-1",
    "29-203",
    "29-204",
    "29-2053",
    "29-2055",
    "29-2061",
    "29-2099",
    "29-9093",
    "31-1",
    "31-2",
    "31-9092",
    "31-9099",
)
"""Beginnings of the SOC codes of those who care for patients, and not for records, samples or medicines alone."""
TAKES_IN = ("29-1071", "29-1141", "29-2061")
"""SOC codes of those whose schools take in whoever has cared for patients: physician assistants, nurses."""
CARED = 0.3
"""Least relatedness of those to these."""
CLOSE_WORK = 0.75
"""Relatedness from which on one may leave a license for work that asks for none, or people for animals."""
CLOSE_CARE = 0.5
"""Relatedness from which on one may begin at a program of another profession."""


def leaves_a_license(related: Floats, traits: Traits) -> Mask:
    """Return steps in health care from a license to work of no higher job zone that asks for none, and is not close."""
    care = within(traits.soc, CARE)
    left = (care & (traits.license != ""))[:, None] & (care & (traits.license == "") & (traits.rank == 0))[None]
    return np.asarray(left & (rise(traits.zone.astype(np.float32)) <= 0) & (related < CLOSE_WORK))


def to_other_patients(related: Floats, traits: Traits) -> Mask:
    """Return steps in health care from animals to people, or back, unless the work is close."""
    care, animals = within(traits.soc, CARE), within(traits.soc, ANIMALS)
    crossed = animals[:, None] != animals[None]
    doing = (traits.rank == 0)[None]
    return np.asarray(care[:, None] & care[None] & doing & crossed & (related < CLOSE_WORK))


def taken_in(related: Floats, traits: Traits) -> Mask:
    """Return steps from care of patients to the schools that ask for it."""
    nurses = within(traits.soc, PATIENTS)[:, None] & within(traits.soc, TAKES_IN)[None]
    return np.asarray(nurses & (related >= CARED))


def to_another_program(related: Floats, traits: Traits, shared: Shared) -> Mask:
    """Return steps in health care to a degree with which one's own programs have none in common, and that is not close.

    Endoscopy technicians do not become radiologic technologists by their work.
    """
    care = within(traits.soc, CARE)
    own = care & ((traits.license != "") | within(traits.soc, HEALTH)) & (traits.rank == 0)
    apart = shared.apart(0.01) & (related < CLOSE_CARE) & ~taken_in(related, traits) & ~same(traits.soc)
    return np.asarray(care[:, None] & (own & (traits.degree >= ASSOCIATE))[None] & apart)
