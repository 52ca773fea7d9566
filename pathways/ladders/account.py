"""The account: a ladder told in words, in the order in which one climbs it.

Markdown, HTML and PDF write the same blocks, so that whoever cannot see the picture misses nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from pathways.amounts import percent
from pathways.bridges.words import EARN, described, in_short
from pathways.ladders import glance, wording
from pathways.ladders.blocks import Block, Heading, Items, Paragraph, Run, joined, label_run
from pathways.ladders.outline import closing, outline
from pathways.ladders.reading import climbed
from pathways.records.bridge import BridgeKind
from pathways.records.ladder import Gain, Ladder, Reference, Rung, Step, Wage
from pathways.records.mark import RungMark

SKILLS: Final = 8
"""How many skills of a step are named; the rest are counted, and JSON and CSV have them all."""

LEVELS: Final = "; levels run from 0, none of it, to 7, the highest"
"""What the levels of skills are of: those of O*NET and those of a partnership are on one scale."""

Address = Callable[[Rung], str]


def occupation_address(rung: Rung) -> str:
    """Return the address of a rung's occupation, where a rung leads unless told otherwise."""
    return rung.occupation


def rung_name(rung: Rung) -> str:
    """Return the name of what is told of a rung, by which a link on the same page finds it.

    Example
    -------
    >>> rung_name(Rung(occupation="http://x/id/onet/29-1141.00", code="29-1141.00", label={"value": "Nurses"}))
    'rung-29-1141.00'
    >>> rung_name(Rung(occupation="http://x/id/list/roles/1-junior", code="", label={"value": "Junior"}))
    'rung-roles-1-junior'
    """
    local = rung.code or "-".join(rung.occupation.split("/")[-2:])
    return f"rung-{re.sub(r'[^A-Za-z0-9._-]+', '-', local)}"


def account(ladder: Ladder, link: Address = occupation_address) -> tuple[Block, ...]:
    """Return a ladder in words, in the order in which one climbs it.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    told = climbed(ladder)
    body = outline(told, _lane, lambda rung: _rung(rung, told, link))
    return (*body, *_further(told, link), *closing(told))


def _lane(lane: wording.Lane) -> Iterator[Block]:
    yield Heading(2, (Run(lane.title),))
    yield Paragraph((Run(f"{lane.meaning}."),))


def _further(ladder: Ladder, link: Address) -> Iterator[Block]:
    """Yield the occupations of the sector that are not drawn, each with its own ladder."""
    joined, apart = ([aside for aside in ladder.further if aside.apart is alone] for alone in (False, True))
    for title, said, asides in (
        ("Not drawn", "Further occupations of this sector, those with the most jobs first.", joined),
        ("On their own", "Occupations of this sector that no sound step within it leads to or from.", apart),
    ):
        if asides:
            yield Heading(2, (Run(title),), glance=glance.of_others(asides))
            yield Paragraph((Run(said),))
            rungs = (Rung(occupation=aside.occupation, code=aside.code, label=aside.label) for aside in asides)
            yield Items(tuple((label_run(rung.label, link(rung)),) for rung in rungs))


def _rung(rung: Rung, ladder: Ladder, link: Address) -> Iterator[Block]:
    yield Heading(3, (label_run(rung.label, link(rung)),), rung_name(rung), glance.of_rung(rung, ladder))
    if rung.description:
        yield Paragraph((Run(rung.description),))
    yield Items(tuple(_facts(rung, ladder)))
    for step in ladder.steps:
        if step.start == rung.occupation:
            yield from _step(step, ladder, link)


def _facts(rung: Rung, ladder: Ladder) -> Iterator[tuple[Run, ...]]:
    amounts = ", ".join(filter(None, (wording.pay(rung.wage), wording.pay_range(rung.wage))))
    yield _fact("Pay", f"{amounts}{_paid(rung.wage, ladder) if rung.wage else ''}")
    if given := wording.marks(rung):
        jobs = f" ({rung.employed:,.0f} jobs)" if RungMark.IN_DEMAND in rung.marks else ""
        yield _fact("Marks", f"{given}{jobs}")
    if education := wording.schooling(rung):
        yield _fact("Education", education)
    if rung.license:
        yield _fact("License", rung.license)
    if rung.some_license:
        yield _fact("License in some states", f"{rung.some_license}; ask the state first")
    if len(rung.jobs) > 1:
        yield Run("Jobs on this rung", strong=True), Run(": "), *joined(map(_reference, rung.jobs))
    for bridge in rung.apprenticeships:
        name = label_run(bridge.label, bridge.iri or "")
        yield Run(EARN, strong=True), Run(": "), name, Run(f", {in_short(bridge)}" if in_short(bridge) else "")
    yield from _marks(rung)


def _paid(wage: Wage, ladder: Ladder) -> str:
    """Return where and when a pay is paid, who says so, and which region publishes none."""
    missing = f"; not published for {wage.instead_of}" if wage.instead_of else ""
    return f" ({wage.region}, {wage.period}; {_title(wage.source, ladder)}{missing})"


def _marks(rung: Rung) -> Iterator[tuple[Run, ...]]:
    """Yield where a rung stands on the way: at its beginning, on the main route, at a dead end."""
    if rung.start:
        yield _fact(wording.rung_mark(rung), "the way begins at this rung")
    if rung.entry:
        yield _fact("Start here", "one can begin a career at this rung")
    if rung.main:
        yield _fact("Main route", "this rung is on it")
    if rung.no_way_in:
        yield _fact(wording.NO_WAY_IN, "no step of this ladder leads here; the notes say what usually does")
    if rung.off_ramp:
        yield _fact(wording.OFF_RAMP, f"one can stay here, {wording.staying(rung)}")
    if rung.dead_end:
        yield _fact("No way up", "no step of this ladder leads up from here")


def _step(step: Step, ladder: Ladder, link: Address) -> Iterator[Block]:
    goal = ladder.rung(step.end)
    main = " (main route)" if step.main else ""
    title = (Run(f"{wording.DIRECTIONS[step.direction]}: "), label_run(goal.label, link(goal)), Run(main))
    yield Heading(4, title, glance=glance.of_step(step))
    facts = list(_step_facts(step, goal, ladder))
    if facts:
        yield Items(tuple(facts))
    if step.gains:
        scale = LEVELS if any(map(wording.levels, step.gains[:SKILLS])) else ""
        yield Paragraph((Run(f"Skills to learn, the most important first{scale} ({_sources(step, ladder)}):"),))
        yield Items(tuple(map(_gain, step.gains[:SKILLS])) + _more(step))
    yield from (Paragraph((Run(note),)) for note in wording.remarks(step))


def _step_facts(step: Step, goal: Rung, ladder: Ladder) -> Iterator[tuple[Run, ...]]:
    if step.gap is not None:
        yield _fact("To learn", f"{percent(step.gap)} of what the job asks is new")
    if change := ", ".join(filter(None, (wording.pay_change(step), wording.given_up(step)))):
        yield _fact(wording.TRADE_OFF if step.tradeoff else "Pay", change)
    if at_first := wording.at_first(step):
        yield _fact("Pay while learning", at_first)
    yield from _needs(step, ladder)
    yield from _bridges(step)
    if step.helpful:
        yield Run("Of use", strong=True), Run(": "), *joined(map(_reference, step.helpful))
    if education := wording.schooling(goal) or step.preparation.education:
        yield _fact("Education", education)
    if takes := wording.takes(step):
        yield _fact("Takes", takes)
    yield _fact("Why this step", wording.why(step))


def _needs(step: Step, ladder: Ladder) -> Iterator[tuple[Run, ...]]:
    """Yield the credentials that a step asks for, else its license."""
    if step.credentials:
        yield Run("Needs", strong=True), Run(": "), *joined(map(_reference, step.credentials))
    elif step.preparation.license:
        named = next((one.source for one in step.bridges if one.kind is BridgeKind.LICENSE), "")
        yield _fact("Needs", step.preparation.license + (f"; who licenses: {_title(named, ladder)}" if named else ""))


def _bridges(step: Step) -> Iterator[tuple[Run, ...]]:
    """Yield what each bridge takes and gives; a license that only its name is known of is among the needs already."""
    needs = ", ".join(str(one.label) for one in step.credentials) or step.preparation.license
    for bridge in step.bridges:
        if bridge.kind is not BridgeKind.LICENSE:
            name = label_run(bridge.label, bridge.iri or "")
            yield Run("Bridge", strong=True), Run(": "), name, Run(f": {described(bridge, needs)}")


def _sources(step: Step, ladder: Ladder) -> str:
    """Return where the levels of a step's skills are from."""
    return f"source: {', '.join(dict.fromkeys(_title(gain.source, ladder) for gain in step.gains))}"


def _gain(gain: Gain) -> tuple[Run, ...]:
    grows = wording.levels(gain)
    return (
        label_run(gain.label, gain.competency),
        *((Run(f", {grows}"),) if grows else ()),
        *_named("; taught in ", gain.taught_by),
        *_named("; attested by ", gain.attested_by),
    )


def _named(words: str, references: Sequence[Reference]) -> tuple[Run, ...]:
    """Return references with the words that lead to them; nothing where there is none."""
    return (Run(words), *joined(map(_reference, references))) if references else ()


def _more(step: Step) -> tuple[tuple[Run, ...], ...]:
    more = len(step.gains) - SKILLS
    return ((Run(f"and {more} more"),),) if more > 0 else ()


def _fact(name: str, text: str) -> tuple[Run, ...]:
    return Run(name, strong=True), Run(f": {text}")


def _reference(reference: Reference) -> Run:
    return label_run(reference.label, reference.iri)


def _title(source: str, ladder: Ladder) -> str:
    """Return how people know a source, by its name."""
    return next((known.title for known in ladder.sources if known.name == source), source)
