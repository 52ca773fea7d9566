"""How long a plan takes, warm: from a list, a badge and a CV of a helper on the example, and from a thousand skills.

Times are those of the processor, of all threads together. The reference is the ladder between the same two occupations,
computed in the same run. ``--full`` makes plans by the ratings of O*NET as well, where its release is there; their
reference is to match the lines of the record with each index by itself, the evidence written down.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.measurement import Measurement
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.ladders.building import between
from pathways.plans import Person, PlanDesk, plan
from pathways.plans.lines import said_in
from standards.imports import import_release
from standards.matching import Index
from training.outside import outside_data

EXAMPLE: Final = Path(__file__).parents[1] / "examples" / "power-generation"
START: Final = "47-3013.00"
RELEASE: Final = "onet/29.3-excel"
CASHIER: Final = "41-2011.00"
ABOVE: Final = ("41-1011.00", "13-1071.00", "11-1021.00")
"""What a cashier may plan to become, by O*NET's ratings."""
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

CASHIERS_CV: Final = """SUMMARY
Friendly and dependable cashier with five years of customer service.
EXPERIENCE
Cashier, Corner Market, 2021 - present
- Scan items, take cash, credit cards and vouchers, and give correct change
- Balance the register drawer at the end of each shift
- Answer customer questions and help to find products
- Handle returns, exchanges and price checks
- Train new cashiers on the register
- Bag groceries and keep the lane clean and stocked
- Check identification for alcohol and tobacco sales
Sales Associate, General Store, 2019 - 2021
- Stocked shelves, built displays and rotated merchandise
- Unloaded trucks and checked deliveries against the invoice
- Opened and closed the store, counted the safe and made bank deposits
- Resolved complaints of customers
SKILLS
Cash handling, point of sale systems, customer service, Microsoft Excel, Spanish
CERTIFICATIONS
Food Handler Card
"""

BADGE: Final = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": {"id": "https://example.org/college", "type": ["Profile"], "name": "Example College"},
    "credentialSubject": {
        "type": ["AchievementSubject"],
        "achievement": {
            "id": "https://example.org/badges/rigging",
            "type": ["Achievement"],
            "name": "Rigging",
            "description": "Rigs and lifts loads",
            "criteria": {"narrative": "Shown in the yard"},
            "alignment": [
                {"type": ["Alignment"], "targetName": "Rigging and Lifting", "targetUrl": "https://example.org/1"}
            ],
        },
    },
}


def measure(full: bool) -> Iterator[Measurement]:
    """Measure plans on the example; ``full`` measures one by O*NET's ratings besides, whose snapshot takes a minute."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [EXAMPLE])
        yield from measured(PlanDesk(base, compute_snapshot(base)))
    release = outside_data() / RELEASE
    if not (full and release.is_dir()):
        why = f"{release} is missing" if full else "takes minutes: run it with --full"
        yield Measurement(name="plan-by-onet", value=None, unit="ms", note=why)
        return
    with KnowledgeBase.in_memory() as base:
        import_release(base, "onet", [release])
        yield by_onet(PlanDesk(base, compute_snapshot(base)))


def by_onet(desk: PlanDesk) -> Measurement:
    """Measure plans from the CV of a cashier by the ratings of O*NET, in time of the processor."""
    person, find = Person(text=CASHIERS_CV), desk.snapshot.find
    lines = [part.words for part in said_in(CASHIERS_CV)]
    took = _median(lambda goal: plan(desk, person, find(CASHIER), find(goal)), goals=ABOVE)
    apart = _median(lambda goal: [index.match(lines) for index in _indexes(desk, find(goal))], goals=ABOVE)
    return Measurement(
        name="plan-by-onet",
        value=round(took, 1),
        unit="ms of the processor",
        reference=round(apart, 1),
        compared_with="its lines matched with each of the four indexes by itself",
        ratio=round(took / apart, 2),
        note=f"a CV of {len(CASHIERS_CV.splitlines())} lines; the goal of {MOST:g} ms is for the value",
    )


def _indexes(desk: PlanDesk, goal: int) -> list[Index]:
    """Return what the lines of a record are held against on the way to a goal."""
    known, _ = desk.known(desk.rating(desk.snapshot.find(CASHIER), goal))
    work = desk.work((goal,))
    assert known.index is not None
    assert work is not None
    return [known.index, work.index, work.jobs.task_index, work.jobs.tool_index]


def measured(desk: PlanDesk) -> Iterator[Measurement]:
    """Measure plans at a desk."""
    find = desk.snapshot.find
    ladder = _median(lambda goal: between(desk.snapshot, find(START), find(goal)))
    verbs, things = ("Weld", "Test", "Paint", "Align", "Inspect"), ("pump", "valve", "relay", "motor", "pipe")
    many = [f"{verb} the {thing} of unit {unit}" for unit in range(40) for verb in verbs for thing in things]
    people = {
        "plan-of-a-list": ({"skills": ["Lockout/Tagout", "Rigging and Lifting"], "credentials": ["ELEC 110"]}, MOST),
        "plan-of-a-badge": ({"badges": [BADGE]}, MOST),
        "plan-of-a-cv": ({"text": CV}, MOST),
        "plan-of-a-thousand-skills": ({"skills": many}, MOST_OF_MANY),
    }
    for name, (said, most) in people.items():
        person = Person.model_validate(said)
        took = _median(_planning(desk, person), 3 if len(person.skills) > 100 else ROUNDS)
        yield Measurement(
            name=name,
            value=round(took, 1),
            unit="ms of the processor",
            reference=round(ladder, 1),
            compared_with="the ladder between the same occupations",
            note=f"{took / ladder:.1f} times as long",
            goal=most,
        )


def _planning(desk: PlanDesk, person: Person) -> Callable[[str], object]:
    find = desk.snapshot.find
    return lambda goal: plan(desk, person, find(START), find(goal))


def _median(
    call: Callable[[str], object],
    rounds: int = ROUNDS,
    goals: Sequence[str] = GOALS,
) -> float:
    """Return the median of the milliseconds that a call takes, over the goals, after each was called once."""
    took = []
    for goal in goals:
        call(goal)
        for _ in range(rounds):
            began = time.process_time()
            call(goal)
            took.append(1000 * (time.process_time() - began))
    return statistics.median(took)
