"""The account of a plan: the same blocks that tell a ladder in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from pathways.amounts import count
from pathways.ladders.blocks import Block, Heading, Items, Paragraph, Run
from pathways.plans import wording
from pathways.plans.balance import Balance, Need
from pathways.plans.groups import groups, taught_by_school
from pathways.plans.offers import OfferKind
from pathways.plans.plan import (
    Milestone,
    MilestoneKind,
    Part,
    Plan,
    ProgramShare,
    StackedCredential,
    Stage,
    Term,
)
from pathways.plans.understood import uncounted, understood
from pathways.records.step import Reference

NAMED: Final = 12
"""How many things of a list are named; the rest are counted, and JSON and CSV have them all."""

LINES: Final = 30
"""Lines of a record that are named with what they were read as."""

Line = tuple[Run, ...]


def plan_account(plan: Plan) -> tuple[Block, ...]:
    """Return a plan in words: what to do, what is missing and why, what carries over, what was not understood."""
    return tuple(_blocks(plan))


def _blocks(plan: Plan) -> Iterator[Block]:
    yield Heading(2, (Run("Your plan"),))
    yield _said(wording.summary(plan))
    if plan.begins:
        yield _said(plan.begins)
    yield _said(wording.PRIVACY)
    yield from _section("What stands in the way", (_plain(found.message) for found in plan.obstacles))
    yield from _section("What to know first", map(_plain, plan.notes))
    yield from _steps(plan)
    yield from _credentials(plan)
    for stage in plan.stages:
        yield from _stage(stage, plan)
    if not plan.stages or not plan.reachable:
        yield from _goal(plan)
    yield from _understood(plan)
    yield from _unmatched(plan)


def _steps(plan: Plan) -> Iterator[Block]:
    if not plan.stages:
        return
    yield Heading(3, (Run("What to do, in order"),))
    for stage in plan.stages:
        if len(plan.stages) > 1:
            yield Paragraph((Run("To become "), _linked(stage.rung), Run(":")))
        yield from _way_to(stage, [term for term in plan.terms if term.toward == stage.rung])
    if not plan.terms and all(found.kind is MilestoneKind.JOB for stage in plan.stages for found in stage.milestones):
        yield _said(_nothing(plan))
    if plan.terms:
        yield _said(wording.totals(plan.totals))
        yield _said(plan.method)
        if any(taught.confidence is not None for term in plan.terms for part in term.parts for taught in part.covers):
            yield _said(wording.UNCONFIRMED)
    yield from _besides(plan)


def _way_to(stage: Stage, terms: Iterable[Term]) -> Iterator[Block]:
    """Yield the courses toward a rung, term by term, then what opens it besides."""
    for term in terms:
        yield Heading(4, (Run(wording.term(term)),))
        yield Items(tuple(map(_part, term.parts)))
    if stage.milestones:
        yield Heading(4, (Run(_opens(stage)),))
        yield Items(tuple(map(_milestone, stage.milestones)))


def _opens(stage: Stage) -> str:
    """Return the title of what opens a rung besides courses."""
    kinds = (wording.HEADS[found.kind] for found in stage.milestones)
    first, *rest = (kind if not at else kind.lower() for at, kind in enumerate(kinds))
    return ", then ".join((first, *rest))


def _milestone(found: Milestone) -> Line:
    said = wording.milestone(found)
    kind = f"{wording.HEADS[found.kind]}: "
    return (Run(kind), Run(found.label, strong=True), *([Run(f"; {said}")] if said else []))


def _nothing(plan: Plan) -> str:
    if plan.untaught:
        return "No course or credential that is known here teaches what is missing."
    if any(not stage.balance.needs for stage in plan.stages):
        return (
            "Where nothing rates what a job needs, no course can be chosen for it: ask who hires, and who teaches it."
        )
    return "Nothing must be learned in a course before; what is still missing is learned in the job."


def _besides(plan: Plan) -> Iterator[Block]:
    """Yield what nothing teaches, what is dear, and which programs the courses belong to."""
    yield from _untaught(plan)
    if plan.dear:
        yield _said("These take several courses by themselves; an employer may teach them sooner:")
        yield Items(
            tuple(_plain(f"{dear.label}: {', '.join(dear.parts)} ({dear.hours:,.0f} hours)") for dear in plan.dear)
        )
    if plan.programs:
        yield _said("Whole programs, for a degree, a certificate or a paid apprenticeship:")
        yield Items(tuple(map(_plain, _programs(plan))))


def _untaught(plan: Plan) -> Iterator[Block]:
    """Yield what no course teaches that is known here: what the schooling of a rung does, and what nothing does."""
    schooled = {
        need.competency
        for stage in plan.stages
        for need in stage.balance.needs
        if taught_by_school(stage.balance, need)
    }
    for said, found in (
        (
            "The schooling that a rung asks for teaches these; no course that is known here does so by itself:",
            [need for need in plan.untaught if need.competency in schooled],
        ),
        (
            "Nothing that is known here teaches these; ask an employer, a union or another college:",
            [need for need in plan.untaught if need.competency not in schooled],
        ),
    ):
        if found:
            yield _said(said)
            shared = Counter(need.label for need in plan.untaught)
            yield Items(tuple(_plain(_label(need, shared=shared[need.label] > 1)) for need in found))


def _programs(plan: Plan) -> Iterator[str]:
    for share in plan.programs:
        award = f", {share.award}" if share.award else ""
        college = f", {share.college}" if share.college else ""
        whole = _length(share)
        own = f"this plan and what you passed make up {share.courses[0]} of them" if share.courses[0] else ""
        teaches = f"teaches {share.teaches[0]} of the {share.teaches[1]} to learn"
        yield f"{share.program.label}{award}{college}: {whole}; it {teaches}{f'; {own}' if own else ''}"


def _length(share: ProgramShare) -> str:
    if share.hours:
        return f"{share.hours:,.0f} hours"
    return f"{count(share.courses[1], 'course')}{f', {share.credits[1]:g} credits' if share.credits[1] else ''}"


def _part(part: Part) -> Line:
    by = f", {part.provider}" if part.provider else ""
    why = f"; {_why(part)}" if part.required else ""
    teaches = ", ".join(
        taught.label + (f" ({wording.sure(taught.confidence)})" if taught.confidence is not None else "")
        for taught in part.covers
    )
    first = f"; after {', '.join(part.before)}" if part.before else ""
    words = f"; its condition: {'; '.join(part.conditions)}" if part.conditions else ""
    who = "who offers it also asks" if part.kind is OfferKind.APPRENTICESHIP else "the college also asks"
    ask = f"; {who} for {', '.join(part.outside)}" if part.outside else ""
    note = f"; {part.note}" if part.note else ""
    needed = "" if part.covers or part.required else "; others need it"
    said = f"{note}{why}{f': teaches {teaches}' if teaches else ''}{needed}{first}{words}{ask}"
    return (
        Run(part.name, part.iri, strong=True),
        Run(f"{by}, {wording.amounts(part)}{said}"),
    )


def _why(part: Part) -> str:
    return "it is how one gets in" if part.kind is OfferKind.APPRENTICESHIP else "without it nobody may work there"


def _credentials(plan: Plan) -> Iterator[Block]:
    yield from _section("Credentials on the way, those that others build on first", map(_credential, plan.credentials))


def _credential(found: StackedCredential) -> Line:
    shown, of = found.shown
    use = "required of" if found.required else "of use to"
    includes = f"; it includes {', '.join(str(below.label) for below in found.includes)}" if found.includes else ""
    after = f"; after this plan you have {shown} of the {of} competencies that it attests" if of else ""
    return (
        _linked(found.credential),
        Run(f", {use} {found.toward.label}{', in the plan' if found.planned else ''}{after}{includes}"),
    )


def _stage(stage: Stage, plan: Plan) -> Iterator[Block]:
    step = (
        "next rung"
        if stage.rung == plan.next and stage.rung != plan.goal
        else "goal"
        if stage.rung == plan.goal
        else "then"
    )
    yield Heading(3, (Run("What "), _linked(stage.rung), Run(f" need, held against the record ({step})")))
    asks = [words for words in (stage.education, stage.license) if words]
    if asks:
        yield _said(f"Usually asked for: {'; '.join(asks)}.")
    yield from _needs(stage.balance)


def _goal(plan: Plan) -> Iterator[Block]:
    yield Heading(3, (Run("What "), _linked(plan.goal), Run(" need, held against the record")))
    yield from _needs(plan.to_goal)


def _needs(found: Balance) -> Iterator[Block]:
    if not found.needs:
        yield _said("What this job needs is rated nowhere here, so nothing can be said of what is missing.")
        return
    shared = Counter(need.label for need in found.needs)
    for group in groups(found):
        if group.needs:
            yield _said(group.title)
            needs = (_need(need, shared=shared[need.label] > 1) for need in group.needs[:NAMED])
            yield Items((*needs, *_more(len(group.needs) - NAMED)))


def _need(need: Need, *, shared: bool) -> Line:
    """Return a need; where another one has the same label, with its kind."""
    return (
        Run(_label(need, shared=shared), need.competency),
        Run(f", {wording.level(need)}, importance {need.importance:g} of 5: {wording.grounds(need)}"),
    )


def _label(need: Need, *, shared: bool) -> str:
    return f"{need.label} ({need.kind.rpartition('#')[2].lower()})" if shared else need.label


def _understood(plan: Plan) -> Iterator[Block]:
    if lines := understood(plan.holdings):
        yield Heading(3, (Run("How your record was read"),))
        yield Items((*map(_plain, lines[:LINES]), *_more(len(lines) - LINES)))


def _unmatched(plan: Plan) -> Iterator[Block]:
    if lines := uncounted(plan.holdings):
        yield Heading(3, (Run("What could not be counted, and why"),))
        yield Items((*map(_plain, lines[:NAMED]), *_more(len(lines) - NAMED)))


def _section(title: str, lines: Iterable[Line]) -> Iterator[Block]:
    if items := tuple(lines):
        yield Heading(3, (Run(title),))
        yield Items(items)


def _more(number: int) -> tuple[Line, ...]:
    return (_plain(f"and {number} more"),) if number > 0 else ()


def _said(text: str) -> Paragraph:
    return Paragraph(_plain(text))


def _plain(text: str) -> Line:
    return (Run(text),)


def _linked(reference: Reference) -> Run:
    return Run(str(reference.label), reference.iri)


def linked(blocks: Iterable[Block], keep: Callable[[str], bool]) -> Iterator[Block]:
    """Yield blocks without the links to addresses that are not to be kept."""
    for block in blocks:
        if isinstance(block, Items):
            yield Items(tuple(_kept(item, keep) for item in block.items))
        elif isinstance(block, Heading):
            yield replace(block, runs=_kept(block.runs, keep))
        else:
            yield Paragraph(_kept(block.runs, keep))


def _kept(runs: Line, keep: Callable[[str], bool]) -> Line:
    return tuple(run if not run.href or keep(run.href) else replace(run, href="") for run in runs)
