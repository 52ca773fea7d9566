"""The words in which a plan speaks to whoever it is for."""

from __future__ import annotations

from typing import Final

from pathways.amounts import count, money, months, percent
from pathways.plans.balance import Need
from pathways.plans.claims import Basis, Claim
from pathways.plans.plan import Milestone, MilestoneKind, Part, Plan, Term, Totals

PRIVACY: Final = "Nothing of this record was stored: it was read for this one answer."

LONG: Final = 1000
"""Hours from which a part is told in years."""

UNCONFIRMED: Final = (
    "A percentage says how sure the matching engine is that a course teaches it; nobody has confirmed it yet. "
    "Ask the college before you enroll."
)

GROUNDS: Final = {
    Basis.ATTESTED: "attested by {}",
    Basis.ASSERTED: "you say so",
    Basis.INFERRED: "typical of {}",
    Basis.MATCHED: "a machine reads it in “{}” ({})",
    Basis.DONE: "a machine reads it in the work “{}” ({})",
}
"""Where a claim comes from."""


def ground(claim: Claim) -> str:
    """Return where a claim comes from.

    Example
    -------
    >>> ground(Claim(competency="http://x/a", label="A", basis=Basis.MATCHED, said="weld", row=3, confidence=0.8))
    'a machine reads it in “weld” (80% sure), line 3'
    """
    said = GROUNDS[claim.basis].format(claim.said, sure(claim.confidence or 0))
    return f"{said}, line {claim.row}" if claim.row and claim.basis is not Basis.INFERRED else said


def grounds(need: Need) -> str:
    """Return where the surest claim to a competency comes from, and that its level is not said where it is not."""
    if not need.claims:
        return "nothing in the record speaks of it"
    best = next((claim for claim in need.claims if claim.level == need.level_has), need.claims[0])
    unsaid = [claim for claim in need.claims if claim.level is None]
    if unsaid and not need.level_said:
        return f"{ground(unsaid[0])}; how far is not said"
    return ground(best)


def level(need: Need) -> str:
    """Return the level that the job asks for, of 7, and the one that somebody has."""
    asked = f"needs level {need.level_needs:g} (of 7)"
    if need.level_has is None:
        return asked
    return f"{asked}, you have {need.level_has:g}" if need.level_said else f"{asked}, taken as {need.level_has:g}"


def amounts(part: Part) -> str:
    """Return what a part takes: credits, hours, cost, or that it is not known.

    Example
    -------
    >>> from pathways.plans.offers import OfferKind
    >>> amounts(Part(iri="http://x/a", name="A", kind=OfferKind.COURSE, credits=5, hours=150))
    '5 credits'
    """
    said = [f"{part.credits:g} credit{'' if part.credits == 1 else 's'}"] if part.credits else []
    if not said and part.hours is not None:
        said = [f"{part.hours:,.0f} hours" if part.hours else "no time besides"]
    if part.cost is not None:
        said.append(money(part.cost))
    return ", ".join(said) or "length not known"


def term(found: Term) -> str:
    """Return the title of a term: what it amounts to."""
    if len(found.parts) == 1 and found.hours >= LONG:
        return f"{found.number}. {found.hours:,.0f} hours, about {months(round(found.hours * 12 / 2000))} at full time"
    total = f"{found.credits:g} credits" if found.credits else f"{found.hours:,.0f} hours" if found.hours else ""
    return f"{found.number}. {total or 'An examination'}"


HEADS: Final = {
    MilestoneKind.PROGRAM: "Program of study",
    MilestoneKind.LICENSE: "License",
    MilestoneKind.JOB: "Job",
}
"""What a milestone is, before its name."""


def milestone(found: Milestone) -> str:
    """Return what a milestone takes, gives and asks, after its name; empty where nothing is known of it.

    Example
    -------
    >>> milestone(Milestone(kind="program", label="Nursing", award="a bachelor's degree", months=36))
    "a bachelor's degree; about 3 years of school"
    >>> milestone(Milestone(kind="job", label="Registered Nurses", months=8, work_months=14))
    'employers usually ask for 14 months of related work; about 8 months of training in the job'
    """
    what = "training in the job" if found.kind is MilestoneKind.JOB else "school"
    said = (
        found.award if found.award != found.label else "",
        f"who grants it: {found.granted_by}" if found.granted_by else "",
        f"employers usually ask for {months(round(found.work_months))} of related work" if found.work_months else "",
        f"about {months(round(found.months))} of {what}" if found.months else "",
    )
    return "; ".join(filter(None, said))


def totals(found: Totals) -> str:
    """Return what a plan amounts to, in a sentence.

    Example
    -------
    >>> totals(Totals(parts=2, credits=5, hours=150, months=0.9, unknown_cost=2))
    '2 courses and credentials: 5 credits, 150 hours, about 1 month at full time. Cost not known.'
    """
    said = [f"{found.credits:g} credits"] if found.credits else []
    if found.hours:
        said.append(f"{found.hours:,.0f} hours, about {months(max(1, round(found.months)))} at full time")
    unknown = f"; how long {found.unknown_hours} {'takes' if found.unknown_hours == 1 else 'take'} is not known"
    parts = f"{found.parts} courses and credentials" if found.parts != 1 else "1 course or credential"
    head = f"{parts}: {', '.join(said) or 'length not known'}{unknown if found.unknown_hours and said else ''}. "
    if found.cost is None:
        return f"{head}Cost not known."
    rest = f" besides {count(found.unknown_cost, 'part')} whose cost is not known" if found.unknown_cost else ""
    return f"{head}Cost: {money(found.cost)}{rest}."


def summary(plan: Plan) -> str:
    """Return the plan in two or three sentences."""
    start, goal, first = (str(reference.label) for reference in (plan.start, plan.goal, plan.next))
    gap = plan.to_goal.gap
    said = f"From {start} to {goal}. " if start != goal else f"{goal}. "
    if plan.stages and first != goal:
        said += f"The next rung is {first}. "
    if gap is not None:
        said += f"You bring {percent(1 - gap)} of what {goal} need, weighted by importance{_school(plan)}. "
    elif plan.to_goal.unrated and plan.to_goal.needs:
        own = sum(bool(need.claims) for need in plan.to_goal.needs)
        said += (
            f"How much you bring of what {goal} need is not known, as nothing rates what {plan.to_goal.unrated.label} "
            f"do; the lines of your record speak for {own or 'none'} of the {len(plan.to_goal.needs)} things that "
            f"{goal} need. "
        )
    if plan.covered[0]:
        wanted = count(plan.covered[0], "competency", "competencies")
        said += f"Of {wanted} to learn before, courses and credentials here teach {plan.covered[1] or 'none'}. "
    return said.strip()


def _school(plan: Plan) -> str:
    """Return that skills say nothing of the license or the school that a rung asks for, where one does."""
    asked = "; ".join(dict.fromkeys(stage.balance.school for stage in plan.stages if stage.balance.school))
    return f". That leaves out the school and the license that are asked for besides ({asked})" if asked else ""


def sure(confidence: float) -> str:
    """Return how sure a machine is; it never is entirely.

    Example
    -------
    >>> sure(0.65), sure(0.9996)
    ('65% sure', '99% sure')
    """
    return f"{percent(min(confidence, 0.99))} sure"
