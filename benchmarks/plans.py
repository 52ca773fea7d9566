"""How long a plan takes, warm: a list and a CV of a helper, to goals of the example partnership, and a thousand skills.

The reference is the ladder between the same two occupations, computed in the same run.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from benchmarks.measurement import Measurement
from ontology.store import KnowledgeBase
from pathways.ladders.building import between
from pathways.plans import Person, PlanDesk, plan
from pathways.snapshot import Snapshot
from standards.imports import import_release

EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "power-generation"
START: Final = "47-3013.00"
GOALS: Final = ("47-2111.00", "49-2095.00", "17-3023.00")
ROUNDS: Final = 30
MOST: Final = 50.0
"""Milliseconds that a plan should take, at most."""

MOST_OF_MANY: Final = 1000.0
"""Milliseconds that a plan of a thousand pasted skills should take, at most."""

CV: Final = """EXPERIENCE
Electrician Helper, Big Dam Company, 2021 - 2024
- Pulled cable, bent conduit and terminated motors under supervision
- Calibrated pressure transmitters with the instrument shop
CERTIFICATIONS
OSHA 30-Hour General Industry
SKILLS
Troubleshooting PLCs
Guitar
"""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure plans on the example; what ``full`` says changes nothing."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [EXAMPLE])
        yield from measured(PlanDesk(base, Snapshot.compute(base)))


def measured(desk: PlanDesk) -> Iterator[Measurement]:
    """Measure plans at a desk."""
    find = desk.snapshot.find
    ladder = _median(lambda goal: between(desk.snapshot, find(START), find(goal)))
    verbs, things = ("Weld", "Test", "Paint", "Align", "Inspect"), ("pump", "valve", "relay", "motor", "pipe")
    many = [f"{verb} the {thing} of unit {unit}" for unit in range(40) for verb in verbs for thing in things]
    people = {
        "plan-of-a-list": ({"skills": ["Lockout/Tagout", "Rigging and Lifting"], "credentials": ["ELEC 110"]}, MOST),
        "plan-of-a-cv": ({"text": CV}, MOST),
        "plan-of-a-thousand-skills": ({"skills": many}, MOST_OF_MANY),
    }
    for name, (said, most) in people.items():
        person = Person.model_validate(said)
        took = _median(_planning(desk, person), 3 if len(person.skills) > 100 else ROUNDS)
        yield Measurement(
            name=name,
            value=round(took, 1),
            unit="ms",
            reference=round(ladder, 1),
            compared_with="the ladder between the same occupations",
            goal=most,
        )


def _planning(desk: PlanDesk, person: Person) -> Callable[[str], object]:
    find = desk.snapshot.find
    return lambda goal: plan(desk, person, find(START), find(goal))


def _median(call: Callable[[str], object], rounds: int = ROUNDS) -> float:
    """Return the median of the milliseconds that a call takes, over the goals, after each was called once."""
    took = []
    for goal in GOALS:
        call(goal)
        for _ in range(rounds):
            began = time.perf_counter()
            call(goal)
            took.append(1000 * (time.perf_counter() - began))
    return statistics.median(took)
