"""The words in which a ladder speaks to a worker: lanes, pay, gaps, steps."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from pathways.amounts import count, money, percent
from pathways.bridges.words import EARN, in_short, names
from pathways.occupations.preparation import EDUCATION
from pathways.occupations.schooling import NAMES
from pathways.records.bridge import BridgeKind
from pathways.records.ladder import Direction, Gain, Ladder, Rung, Step, Wage


@dataclass(frozen=True)
class Lane:
    """How much preparation the rungs of a job zone take, in words."""

    title: str
    meaning: str


LANES: Final = (
    Lane("Preparation not known", "The sources do not say"),
    Lane("Little or no preparation", "Days to a few months of training on the job"),
    Lane("Some preparation", "High school, then a few months to a year of training"),
    Lane("Medium preparation", "Usually an apprenticeship, certificate or associate degree"),
    Lane("Considerable preparation", "Usually a bachelor\N{RIGHT SINGLE QUOTATION MARK}s degree"),
    Lane("Extensive preparation", "Usually graduate school and long experience"),
)
"""By job zone; the first is for rungs whose zone is unknown."""

EMPTY: Final = (
    "This ladder has no rungs: nothing in the knowledge base matches what was asked for. "
    "Try a wider sector, another start, or another region."
)

PAY: Final = "Pay is the median of a year ({}, {}); “most earn” leaves out the lowest and the highest tenth."

TO_LEARN: Final = (
    "“To learn” is the share of what the upper job asks that the lower one does not yet give, weighted by importance. "
    "It says nothing of the school behind a license or a degree."
)

BANDS: Final = (
    "The bands are job zones: how much preparation a job takes in all, school and experience together. "
    "A card names the education that the middle half of those asked in the job said it requires."
)

SURVEYED: Final = frozenset({*NAMES, *(words for _, words in EDUCATION)})
"""Educations as O*NET names them: what is usual in an occupation, and not a condition."""

OR_EXPERIENCE: Final = re.compile(r"\bor\b.*\bexperience\b", re.IGNORECASE)
"""Of an education that experience stands in for, which is no barrier."""

LOWER_PAY: Final = "lower pay"
"""What the label of a step says whose upper rung pays less."""

TRADE_OFF: Final = "Trade-off"
"""How the note on clearly lower pay begins, and what the step is called."""

LONG: Final = "long step"
"""What the label of a step says where most is new and nothing that can be named bridges it."""

NOTES: Final = 6
"""How many notes a picture shows; the text has them all."""

DIRECTIONS: Final = {
    Direction.ADVANCE: "Step up",
    Direction.LATERAL: "Sideways move",
    Direction.BRIDGE: "Step up through a license, degree or apprenticeship",
}


def pay(wage: Wage | None) -> str:
    """Return the median pay of a year, or that it is not known."""
    if wage is None or wage.median is None:
        return "Pay not known"
    return f"{money(wage.median)} a year"


def pay_range(wage: Wage | None) -> str:
    """Return what all but the lowest and the highest tenth earn; empty where that is unknown.

    Example
    -------
    >>> pay_range(Wage(region="Ohio", period="May 2025", source="oews", low=30000, high=60000))
    'most earn $30,000 to $60,000'
    """
    if wage is None or wage.low is None or wage.high is None:
        return ""
    return f"most earn {money(wage.low)} to {money(wage.high)}"


def pay_change(change: float | None) -> str:
    """Return how median pay changes, in words; empty where that is unknown.

    Example
    -------
    >>> pay_change(0.245), pay_change(-0.08), pay_change(0.001)
    ('pay rises by 25%', 'pay falls by 8%', 'pay stays about the same')
    """
    if change is None:
        return ""
    if abs(change) < 0.005:
        return "pay stays about the same"
    return f"pay {'rises' if change > 0 else 'falls'} by {percent(abs(change))}"


def lower_pay(step: Step) -> bool:
    """Return whether the upper rung pays less, by more than what counts as about the same."""
    return (step.wage_change or 0) < -0.005


def given_up(step: Step) -> str:
    """Return how much pay a step gives up, in words; empty where it is no trade-off.

    Example
    -------
    >>> lost = {"amount": 18820, "share": 0.15}
    >>> given_up(Step(start="http://x/1", end="http://x/2", direction="advance", relatedness=1, tradeoff=lost))
    'gives up $18,820 a year'
    """
    return f"gives up {money(step.tradeoff.amount)} a year" if step.tradeoff else ""


def long(step: Step) -> str:
    """Return that a step is long, in words; empty where it is not."""
    return LONG if step.long else ""


def usually(education: str) -> str:
    """Return an education as what is usual, where it is a survey's and not in the words of a partnership.

    Example
    -------
    >>> usually("a bachelor's degree"), usually("Associate degree or apprenticeship")
    ("usually a bachelor's degree", 'Associate degree or apprenticeship')
    """
    return f"usually {education}" if education in SURVEYED else education


def schooling(rung: Rung) -> str:
    """Return the education that a rung requires, with what those asked said, in words; empty where it is not known.

    Example
    -------
    >>> said = ({"education": "a bachelor's degree", "share": 0.56}, {"education": "some college", "share": 0.2})
    >>> schooling(Rung(occupation="http://x/1", code="1", label={"value": "Nurses"}, schooling=said))
    "a bachelor's degree (56% of those asked said so), some college (20%)"
    """
    if not rung.schooling:
        return usually(rung.education)
    first, *others = rung.schooling
    more = [f"{answer.education} ({percent(answer.share)})" for answer in others]
    return ", ".join([f"{first.education} ({percent(first.share)} of those asked said so)", *more])


def capital(text: str) -> str:
    """Return a text that begins with a capital letter.

    Example
    -------
    >>> capital("a bachelor's degree")
    "A bachelor's degree"
    """
    return text[:1].upper() + text[1:]


def to_learn(gap: float | None) -> str:
    """Return how much of what a rung asks is new, in words; empty where that is unknown.

    Example
    -------
    >>> to_learn(0.38), to_learn(0.001)
    ('38% to learn', 'nothing new to learn')
    """
    if gap is None:
        return ""
    return f"{percent(gap)} to learn" if gap >= 0.005 else "nothing new to learn"


def needs(step: Step) -> tuple[str, ...]:
    """Return what skills alone do not open: credentials, else a license, else (for a bridge) an education."""
    if step.credentials:
        return tuple(str(credential.label) for credential in step.credentials)
    if step.preparation.license:
        return (step.preparation.license,)
    if apprenticed(step):
        return ()
    if step.direction is Direction.BRIDGE and not OR_EXPERIENCE.search(step.preparation.education):
        return tuple(filter(None, [usually(step.preparation.education)]))
    return ()


def earning(rung: Rung) -> tuple[str, ...]:
    """Return that one earns while one learns a rung, with hours and pay; the first of several, and how many more."""
    if not rung.apprenticeships:
        return ()
    first, *others = rung.apprenticeships
    more = f"; {count(len(others), 'more way')} like it" if others else ""
    return (f"{EARN}: {in_short(first)}{more}",)


def apprenticed(step: Step) -> tuple[str, ...]:
    """Return the apprenticeships that bridge a step, by their titles."""
    return names(step.bridges, BridgeKind.APPRENTICESHIP)


def remarks(step: Step) -> tuple[str, ...]:
    """Return the notes of a step that do not repeat what its needs and its pay say already."""
    license_ = step.preparation.license
    said = [license_] if any(need.casefold() in license_.casefold() for need in needs(step)) else []
    return tuple(note for note in step.notes if not any(words in note for words in (*said, TRADE_OFF)))


def sentence(step: Step, ladder: Ladder) -> str:
    """Return a step as one sentence, for those who hear the picture."""
    start, end = ladder.rung(step.start), ladder.rung(step.end)
    parts = [
        f"{DIRECTIONS[step.direction]} from {start.label} to {end.label}",
        to_learn(step.gap),
        pay_change(step.wage_change),
        given_up(step),
        f"needs {' and '.join(needs(step))}" if needs(step) else "",
        f"bridged by {' or '.join(apprenticed(step))}" if apprenticed(step) else "",
        "on the main route" if step.main else "",
    ]
    return ", ".join(part for part in parts if part)


def common_wage(ladder: Ladder) -> tuple[str, str] | None:
    """Return the region and the period that most wages of a ladder are from."""
    found = Counter((rung.wage.region, rung.wage.period) for rung in ladder.rungs if rung.wage)
    return min(found, key=lambda place: (-found[place], place)) if found else None


def elsewhere(rung: Rung, ladder: Ladder) -> str:
    """Return region and period of a rung's wage where they are not the ladder's common ones."""
    if rung.wage is None or (rung.wage.region, rung.wage.period) == common_wage(ladder):
        return ""
    return f"{rung.wage.region}, {rung.wage.period}"


def caption(ladder: Ladder) -> tuple[str, ...]:
    """Return what a reader must know about the numbers: where they are from, and the ladder's own notes."""
    more = len(ladder.notes) - NOTES
    return (
        *measures(ladder),
        *(f"Note: {note}" for note in ladder.notes[:NOTES]),
        *((f"{count(more, 'more note')} in the text version.",) if more > 0 else ()),
        *(f"Source: {source.title}. {source.attribution}".strip() for source in ladder.sources),
    )


def measures(ladder: Ladder) -> tuple[str, ...]:
    """Return what pay and gap mean here."""
    place = common_wage(ladder)
    paid = (PAY.format(*place),) if place else ()
    learned = (TO_LEARN,) if any(step.gap is not None for step in ladder.steps) else ()
    banded = (BANDS,) if any(rung.zone and rung.education for rung in ladder.rungs) else ()
    return paid + learned + banded


def levels(gain: Gain) -> str:
    """Return from which level to which a competency must grow; empty where that is unknown.

    Example
    -------
    >>> gain = dict(competency="http://x/1", label={"value": "Welding"}, kind="http://x/skill", share=1, source="onet")
    >>> levels(Gain(**gain, level_from=1.5, level_to=3))
    'from level 1.5 to 3'
    >>> levels(Gain(**gain, level_to=3))
    'to level 3'
    """
    if gain.level_to is None:
        return ""
    if gain.level_from is None:
        return f"to level {gain.level_to:g}"
    return f"from level {gain.level_from:g} to {gain.level_to:g}"


def rung_mark(rung: Rung) -> str:
    """Return what marks a rung where one begins, or where one stands who asks; empty for the others."""
    return "You are here" if rung.start else "Start here" if rung.entry else ""


def rung_sentence(rung: Rung, ladder: Ladder) -> str:
    """Return a rung as sentences, for those who hear the picture."""
    parts = [
        str(rung.label),
        LANES[rung.zone].title,
        ", ".join(filter(None, (pay(rung.wage), pay_range(rung.wage), elsewhere(rung, ladder)))),
        capital(usually(rung.education)),
        *earning(rung),
        rung_mark(rung),
        "On the main route" if rung.main else "",
        "No way up from here in this ladder" if rung.dead_end else "",
    ]
    return ". ".join(part for part in parts if part) + "."


def summary(ladder: Ladder) -> str:
    """Return what a ladder shows, in a few sentences."""
    if not ladder.rungs:
        return EMPTY
    counted = any(f" and {number} step" in ladder.description for number in (len(ladder.steps), "no"))
    counts = "" if counted else f"{count(len(ladder.rungs), 'rung')} and {count(len(ladder.steps), 'step')}."
    return " ".join(part for part in (ladder.description, counts, _main_route(ladder)) if part)


def _main_route(ladder: Ladder) -> str:
    """Return the rungs of the best route in the order in which one climbs it."""
    labels = [str(ladder.rung(iri).label) for way in ladder.routes[:1] for iri in way]
    return f"Main route: {', then '.join(labels)}." if len(labels) > 1 else ""
