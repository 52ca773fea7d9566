"""A small program, a small framework, and what firms ask for of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from ontology.identifiers import Identifiers
from ontology.records import BY_HAND, Iri, Review, Verdict
from pathways.coverage import CurriculumMap, Demand, Target, Want, align
from pathways.coverage.demand import Ask, AskingJob, Listing, ListingFirm
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, read_program
from standards.matching import Entry, Index
from standards.reviewing import Reviews

FRAMEWORK = "http://x/id/framework/s"
PROGRAM = (
    "Program,Award,Course,Title,Credits,Term,Outcome\n"
    "Maintenance,Certificate,M 1,Safety,4,Fall 1,Explain how to lock and tag equipment\n"
    "Maintenance,Certificate,M 1,Safety,4,Fall 1,=HYPERLINK(0) <script>alert(1)\n"
    'Maintenance,Certificate,M 2,Shop,5,Winter 1,"Align coupled shafts with dial indicators"\n'
    "Maintenance,Certificate,M 2,Shop,5,Winter 1,Lock and tag equipment before work\n"
)

Judged = Callable[..., Reviews]


def competency(code: str) -> Iri:
    """Return the address of a competency of the framework."""
    return Iri(f"http://x/id/s/{code}")


@pytest.fixture(scope="session")
def target() -> Target:
    """Return a framework of four competencies."""
    said = {
        "S1": ("Lockout/Tagout", "Lock and tag equipment before work", "Safety"),
        "S2": ("First Aid", "Give first aid & call for help", "Safety"),
        "M1": ("Shaft Alignment", "Align coupled shafts with indicators or laser", "Mechanical"),
        "M2": ("Vibration Analysis", "Judge bearings by their vibration", "Mechanical"),
    }
    entries = [
        Entry(iri=competency(code), code=code, label=label, alt_labels=(words,), group=group)
        for code, (label, words, group) in said.items()
    ]
    return Target("s", Iri(FRAMEWORK), "Standard <S>", Index.of(entries), language="en-US")


@pytest.fixture(scope="session")
def curriculum() -> Curriculum:
    """Return a program of two courses and four outcomes, one of which is an attack."""
    return read_program(ArchivedFile("program.csv", "", PROGRAM.encode), Identifiers())


@pytest.fixture(scope="session")
def demand() -> Demand:
    """Return two jobs and a firm: the helper asks for safety, the mechanic for all, vibration analysis included."""
    helper = AskingJob(iri=Iri("http://x/job/helper"), code="49-9098.00", label="Helper", zone=2, entry=True)
    mechanic = AskingJob(iri=Iri("http://x/job/mechanic"), label="Mechanic", zone=3, license="mechanic's license")
    firm = ListingFirm(iri=Iri("http://x/firm"), label="Hydro <Inc>")

    def want(code: str, label: str, *asks: Ask, listings: tuple[Listing, ...] = ()) -> Want:
        return Want(competency=competency(code), code=code, label=label, asks=asks, listings=listings)

    listing = Listing(firm=firm.iri, statement="Reads vibration <plots>", confidence=0.7)
    return Demand(
        label="Panel",
        jobs=(helper, mechanic),
        firms=(firm,),
        wants=(
            want("S1", "Lockout/Tagout", Ask(job=mechanic.iri, importance=5), Ask(job=helper.iri, importance=3)),
            want("S2", "First Aid", Ask(job=helper.iri, importance=3), Ask(job=mechanic.iri, importance=2.5)),
            want("M2", "Vibration Analysis", Ask(job=mechanic.iri, importance=4), listings=(listing,)),
            want("M1", "Shaft Alignment", Ask(job=mechanic.iri, importance=3, essential=False)),
        ),
    )


@pytest.fixture(scope="session")
def mapped(curriculum: Curriculum, target: Target, demand: Demand) -> CurriculumMap:
    """Return the program held against the framework; nobody has reviewed it."""
    return align(curriculum, target, demand=demand)


@pytest.fixture(scope="session")
def introducing(target: Target, demand: Demand) -> CurriculumMap:
    """Return the same of a program whose college declares that its courses introduce all of it."""
    header, *rows = PROGRAM.splitlines()
    declared = "\n".join([f"{header},Level", *(f"{row},I" for row in rows)])
    program = read_program(ArchivedFile("program.csv", "", declared.encode), Identifiers())
    return align(program, target, demand=demand)


@pytest.fixture(scope="session")
def judged(curriculum: Curriculum) -> Judged:
    """Return what makes reviews out of (outcome's first words, competency, verdict, more facts)."""

    def reviews(*verdicts: tuple[str, str, Verdict, dict[str, object]]) -> Reviews:
        kept = [_review(curriculum, number, *verdict) for number, verdict in enumerate(verdicts)]
        return Reviews(tuple(kept), frozenset(outcome.iri for outcome in curriculum.outcomes))

    return reviews


def _review(
    curriculum: Curriculum, number: int, words: str, code: str, verdict: Verdict, facts: dict[str, object]
) -> Review:
    outcome = next(o for o in curriculum.outcomes if o.statement.value.startswith(words))
    return Review.model_validate(
        {
            "iri": f"http://x/review/{number}",
            "outcome": outcome.iri,
            "competency": competency(code),
            "verdict": str(verdict),
            "program": curriculum.program.iri,
            "reviewer": "Dana Whitefeather",
            "at": datetime(2026, 11, 20, 9, number, tzinfo=UTC),
            "justification": BY_HAND,
            "framework": FRAMEWORK,
            "version": "1",
            "release": "http://x/release",
            "statement": outcome.statement.value,
            "label": f"label of {code}",
            "digest": "0" * 64,
            **facts,
        }
    )
