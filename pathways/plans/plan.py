"""The plan and its parts, as everyone outside the engine sees them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import Iri
from pathways.plans.balance import Balance, Need
from pathways.plans.claims import Holdings
from pathways.plans.obstacles import Obstacle
from pathways.plans.offers import OfferKind
from pathways.records.ladder import Ladder
from pathways.records.step import Reference, Share

Amount = Annotated[float, Field(ge=0)]


class Taught(Frozen):
    """A competency that a part of a plan teaches.

    Parameters
    ----------
    confidence
        Of the matching engine, where nobody has confirmed that the course teaches it; else ``None``.
    """

    competency: Iri
    label: str
    confidence: Share | None = None


class Part(Frozen):
    """A course or a credential of a plan.

    Parameters
    ----------
    covers
        What of the missing it teaches.
    required
        Whether the job cannot be held without it, whatever one can do.
    before
        Names of the parts of this plan, and of what is held, that must come first.
    conditions
        What must come first, in the words of who asks for it.
    outside
        Prerequisites as the college writes them that name no course here: ask the college.
    note
        What else is known of it, in words.
    credits, hours, cost
        ``None`` where nobody says; the hours are those of the credits where no hours are said.
    """

    iri: Iri
    name: str
    kind: OfferKind
    provider: str = ""
    covers: tuple[Taught, ...] = ()
    required: bool = False
    before: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    note: str = ""
    credits: Amount | None = None
    hours: Amount | None = None
    cost: Amount | None = None


class Term(Frozen):
    """What is done at the same time, or one thing that takes longer than a term.

    Parameters
    ----------
    toward
        The job that it is for.
    """

    number: Annotated[int, Field(ge=1)]
    toward: Reference
    parts: tuple[Part, ...]
    credits: Amount = 0
    hours: Amount = 0


class Dear(Frozen):
    """A competency that makes the plan much longer by itself.

    Parameters
    ----------
    parts
        Names of the parts that are there for it alone.
    hours
        That these take.
    """

    competency: Iri
    label: str
    parts: tuple[str, ...]
    hours: Amount


class Totals(Frozen):
    """What the plan amounts to.

    Parameters
    ----------
    hours
        Of the parts whose length is known.
    months
        The same at 2,000 hours a year.
    cost
        In US dollars, of the parts whose cost is known; ``None`` where none is.
    unknown_hours, unknown_cost
        How many parts do not say.
    """

    parts: int = 0
    credits: Amount = 0
    hours: Amount = 0
    months: Amount = 0
    cost: Amount | None = None
    unknown_hours: int = 0
    unknown_cost: int = 0


class MilestoneKind(StrEnum):
    """What opens a rung besides courses."""

    PROGRAM = "program"
    LICENSE = "license"
    JOB = "job"


class Milestone(Frozen):
    """A program of study, a license or the job itself, also where no catalog offers it.

    Parameters
    ----------
    label
        Of a program, what it teaches by the CIP, its award where that is not known; else what the license or the
        occupation is called.
    award
        What a program ends with, as employers usually ask for it.
    months
        Of full-time school beyond the rung before; of a job, of training in it. ``None`` where not known.
    work_months
        Of related work that a job asks for beyond what the rung before asks for and trains; ``None`` where none is.
    granted_by
        Who grants a license; empty where nobody says.
    """

    kind: MilestoneKind
    label: str
    award: str = ""
    months: Amount | None = None
    work_months: Amount | None = None
    granted_by: str = ""


class Stage(Frozen):
    """A rung on the way: what it asks for that neither the person nor an earlier rung brings.

    Parameters
    ----------
    education
        What is usually required; empty where nobody says.
    license
        Without which nobody may work there; empty where none is known.
    milestones
        What opens it besides courses, in order; the last is the job itself.
    """

    rung: Reference
    balance: Balance
    education: str = ""
    license: str = ""
    required: tuple[Reference, ...] = ()
    milestones: tuple[Milestone, ...] = ()


class StackedCredential(Frozen):
    """A credential that helps on the way, in the order in which they build on each other.

    Parameters
    ----------
    shown
        Of the competencies that it attests and that the rungs are rated by: how many the person has after the plan,
        and how many there are.
    includes
        Credentials that need not be had besides.
    """

    credential: Reference
    toward: Reference
    required: bool
    planned: bool
    shown: tuple[int, int]
    includes: tuple[Reference, ...] = ()


class ProgramShare(Frozen):
    """How much of a program the courses of the plan, and those passed, make up.

    Parameters
    ----------
    courses, credits
        Of the plan, and of the whole program as far as its courses name credits.
    teaches
        How many of the competencies to learn the whole program teaches, and of how many.
    hours
        Of an apprenticeship, at work; 0 for a program of courses.
    """

    program: Reference
    award: str = ""
    college: str = ""
    courses: tuple[int, int]
    credits: tuple[float, float]
    teaches: tuple[int, int] = (0, 0)
    hours: Amount = 0


class Plan(Frozen):
    """From what a person has to a goal.

    Parameters
    ----------
    start, next, goal
        Where the person stands, the next rung, and where to; the next is the goal where one step leads there.
    begins
        With which line of the record, in a sentence; empty where the question says where to begin.
    holdings
        What the record came to.
    stages
        A rung each, in order; the last is the goal, or the nearest rung that can be reached.
    to_goal
        What the person as of today brings to the goal.
    covered
        How many competencies were to be covered, and how many are.
    untaught
        What is missing and nothing here teaches.
    dear
        What takes several courses by itself, the dearest first: an employer may teach it sooner.
    shortest
        Whether it is proven that no shorter choice of courses and credentials covers the same.
    method
        The same in a sentence.
    """

    title: str
    start: Reference
    next: Reference
    goal: Reference
    begins: str = ""
    reachable: bool = True
    holdings: Holdings
    stages: tuple[Stage, ...] = ()
    to_goal: Balance
    terms: tuple[Term, ...] = ()
    totals: Totals = Totals()
    covered: tuple[int, int] = (0, 0)
    untaught: tuple[Need, ...] = ()
    dear: tuple[Dear, ...] = ()
    credentials: tuple[StackedCredential, ...] = ()
    programs: tuple[ProgramShare, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    shortest: bool = True
    method: str = ""
    notes: tuple[str, ...] = ()
    ladder: Ladder
