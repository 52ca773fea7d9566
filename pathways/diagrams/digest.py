"""The digest: a ladder in few words, for the pages behind a printed picture.

It has every rung and step in the order of climbing, a line or two each: pay, marks, education and license of a rung; of
a step what it needs, what is to be learned, how pay changes and how long it takes. Markdown and pages say all the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathways.amounts import percent
from pathways.bridges.words import EARN, in_short
from pathways.ladders import wording
from pathways.ladders.account import Address
from pathways.ladders.blocks import Block, Heading, Items, Paragraph, Run, label_run
from pathways.ladders.outline import closing, outline
from pathways.ladders.reading import climbed
from pathways.records.bridge import BridgeKind
from pathways.records.ladder import Gain, Ladder, Rung, Step

SKILLS: Final = 4
"""How many skills of a step are named."""

MORE: Final = (
    "Levels of skills run from 0, none of it, to 7, the highest. Further skills, why each step is drawn and what each "
    "job is stand in the text and on the pages of this ladder (.md, .html)."
)


def digest(ladder: Ladder, link: Address) -> tuple[Block, ...]:
    """Return a ladder in few words.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    told = climbed(ladder)
    body = outline(told, _lane, lambda rung: _rung(rung, told, link))
    return (*body, *_further(told), *closing(told, MORE))


def _lane(lane: wording.Lane) -> Iterator[Block]:
    yield Heading(2, (Run(f"{lane.title}: {lane.meaning.lower()}"),))


def _rung(rung: Rung, ladder: Ladder, link: Address) -> Iterator[Block]:
    yield Heading(3, (label_run(rung.label, link(rung)),))
    yield Paragraph((Run(_facts(rung)),))
    if steps := [step for step in ladder.steps if step.start == rung.occupation]:
        yield Items(tuple(_step(step, ladder, link) for step in steps))


def _facts(rung: Rung) -> str:
    """Return what is said of a rung, in a line or two."""
    stood = wording.stood_in(rung.wage)
    paid = ", ".join(filter(None, (wording.pay(rung.wage), wording.pay_range(rung.wage))))
    facts = (
        f"{paid} ({stood})" if stood else paid,
        wording.marks(rung),
        wording.capital(wording.usually(rung.education)),
        f"License: {rung.license}" if rung.license else "",
        f"License in some states: {rung.some_license}" if rung.some_license else "",
        *(f"{EARN}: {bridge.label}, {in_short(bridge)}".rstrip(", ") for bridge in rung.apprenticeships),
        f"Jobs: {', '.join(str(job.label) for job in rung.jobs)}" if len(rung.jobs) > 1 else "",
        *_places(rung),
    )
    return f"{'. '.join(fact for fact in facts if fact)}."


def _places(rung: Rung) -> Iterator[str]:
    """Yield where a rung stands on the way."""
    yield wording.rung_mark(rung)
    yield "On the main route" if rung.main else ""
    yield "No step of this ladder leads here" if rung.no_way_in else ""
    yield f"{wording.OFF_RAMP}: {wording.staying(rung)}" if rung.off_ramp else ""
    yield "No way up from here in this ladder" if rung.dead_end else ""


def _step(step: Step, ladder: Ladder, link: Address) -> tuple[Run, ...]:
    main = ", main route" if step.main else ""
    said = "; ".join(_told(step))
    goal = ladder.rung(step.end)
    return (
        Run(f"{wording.DIRECTIONS[step.direction]}{main}: "),
        label_run(goal.label, link(goal), strong=True),
        Run(f". {wording.capital(said)}." if said else "."),
    )


def _told(step: Step) -> Iterator[str]:
    """Yield what a step takes and brings."""
    if needed := wording.needs(step):
        yield f"needs {' and '.join(needed)}"
    named = {*needed, step.preparation.license}
    crossed = [
        bridge for bridge in step.bridges if bridge.kind is not BridgeKind.LICENSE and str(bridge.label) not in named
    ]
    if crossed:
        yield f"by {', '.join(str(bridge.label) for bridge in crossed)}"
    if step.gap is not None:
        yield f"{percent(step.gap)} of what the job asks is new"
    if change := ", ".join(filter(None, (wording.pay_change(step), wording.given_up(step), wording.at_first(step)))):
        yield f"{wording.TRADE_OFF.lower()}: {change}" if step.tradeoff else change
    if takes := wording.takes(step):
        yield takes
    if step.gains:
        yield f"to learn: {', '.join(map(_gain, step.gains[:SKILLS]))}{_left(step)}"


def _gain(gain: Gain) -> str:
    """Return a skill with its two levels.

    Example
    -------
    >>> named = {"competency": "http://x/1", "label": {"value": "Welding"}, "kind": "http://x/k"}
    >>> _gain(Gain(**named, share=1, source="onet@29.3", level_from=1.5, level_to=2.88))
    'Welding (1.5 to 2.88)'
    """
    if gain.level_from is None or gain.level_to is None:
        return str(gain.label)
    return f"{gain.label} ({gain.level_from:g} to {gain.level_to:g})"


def _left(step: Step) -> str:
    more = len(step.gains) - SKILLS
    return f" and {more} more" if more > 0 else ""


def _further(ladder: Ladder) -> Iterator[Block]:
    """Yield the occupations of the sector that are not drawn, in one paragraph each: with steps, and alone."""
    for title, alone in (("Not drawn, those with the most jobs first", False), ("On their own", True)):
        if labels := [str(aside.label) for aside in ladder.further if aside.apart is alone]:
            yield Heading(2, (Run(title),))
            yield Paragraph((Run(f"{'; '.join(labels)}."),))
