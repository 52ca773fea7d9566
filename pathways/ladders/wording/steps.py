"""The words for a step: what it takes, gives up and opens with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pathways.amounts import money, months, percent
from pathways.bridges.words import names
from pathways.ladders.wording.pay import in_place, pay_change
from pathways.ladders.wording.schooling import USUALLY, usually
from pathways.occupations.preparation import OR_EXPERIENCE
from pathways.records.bridge import BridgeKind
from pathways.records.ladder import Direction, Gain, Ladder, Step

LOWER_PAY: Final = "lower pay"
"""What the label of a step says whose upper rung pays less."""


LEARNING_PAY: Final = "lower pay at first"
"""What the label of a step says whose apprenticeship begins below the median of the lower rung."""


TRADE_OFF: Final = "Trade-off"
"""How the note on clearly lower pay begins, and what the step is called."""


LONG: Final = "long step"
"""What the label of a step says where most is new and nothing that can be named bridges it."""


DIRECTIONS: Final = {
    Direction.ADVANCE: "Step up",
    Direction.LATERAL: "Sideways move",
    Direction.BRIDGE: "Step up through a license, degree or apprenticeship",
}


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
    return f"gives up {money(step.tradeoff.amount)} a year{in_place(step.wage_region)}" if step.tradeoff else ""


def at_first(step: Step) -> str:
    """Return how much less the apprenticeship of a step pays at first than the lower rung; empty where it does not.

    Example
    -------
    >>> lost = {"amount": 19848, "share": 0.208}
    >>> at_first(Step(start="http://x/1", end="http://x/2", direction="bridge", relatedness=1, learning_pay=lost))
    'at first $19,848 a year less than on the rung before'
    """
    if not step.learning_pay:
        return ""
    return f"at first {money(step.learning_pay.amount)} a year less than on the rung before{in_place(step.wage_region)}"


def takes(step: Step) -> str:
    """Return the months of school, of related work and of training that a step takes; empty where nothing is known.

    Example
    -------
    >>> ready = {"school_months": 24, "experience_months": 0, "training_months": 6}
    >>> takes(Step(start="http://x/1", end="http://x/2", direction="bridge", relatedness=1, preparation=ready))
    'about 2 years of school and 6 months of training on the job'
    """
    ready = step.preparation
    spells = (
        (ready.school_months, "of school"),
        (ready.experience_months, "of related work"),
        (ready.training_months, "of training on the job"),
    )
    said = [f"{months(round(time))} {what}" for time, what in spells if time and round(time)]
    *first, last = said or [""]
    return f"about {' and '.join(filter(None, (', '.join(first), last)))}" if said else ""


def long(step: Step) -> str:
    """Return that a step is long, in words; empty where it is not."""
    return LONG if step.long else ""


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
    """Return what skills alone do not open: credentials, else a license, and what is begun anew, else an education."""
    said = "apprenticeship" in step.preparation.license and "apprenticeship" in step.preparation.anew
    anew = (step.preparation.anew,) if step.preparation.anew and not said else ()
    if step.credentials:
        return (*(str(credential.label) for credential in step.credentials), *anew)
    if step.preparation.license or anew:
        return (*filter(None, (step.preparation.license,)), *anew)
    if apprenticed(step):
        return ()
    if step.direction is Direction.BRIDGE and not OR_EXPERIENCE.search(step.preparation.education):
        return tuple(filter(None, [usually(step.preparation.education)]))
    return ()


def apprenticed(step: Step) -> tuple[str, ...]:
    """Return the apprenticeships that bridge a step, by their titles."""
    return names(step.bridges, BridgeKind.APPRENTICESHIP)


def remarks(step: Step) -> tuple[str, ...]:
    """Return the notes of a step that do not repeat what its needs and its pay say already."""
    license_ = step.preparation.license
    said = [license_] if any(need.casefold() in license_.casefold() for need in needs(step)) else []
    return tuple(note for note in step.notes if not any(words in note for words in (*said, TRADE_OFF)))


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


def sentence(step: Step, ladder: Ladder) -> str:
    """Return a step as one sentence, for those who hear the picture."""
    start, end = ladder.rung(step.start), ladder.rung(step.end)
    parts = [
        f"{DIRECTIONS[step.direction]} from {start.label} to {end.label}",
        to_learn(step.gap),
        pay_change(step),
        given_up(step),
        f"pays {at_first(step)}" if step.learning_pay else "",
        _needing(needs(step)),
        f"bridged by {' or '.join(apprenticed(step))}" if apprenticed(step) else "",
        "on the main route" if step.main else "",
    ]
    return ", ".join(part for part in parts if part)


def _needing(needed: Sequence[str]) -> str:
    """Return what a step needs, as a part of a sentence; empty where it needs nothing.

    Example
    -------
    >>> _needing(["usually a bachelor's degree"]), _needing(["OSHA 10", "state license"])
    ("usually needs a bachelor's degree", 'needs OSHA 10 and state license')
    """
    if not needed:
        return ""
    said = " and ".join(needed)
    return f"usually needs {said.removeprefix(USUALLY)}" if said.startswith(USUALLY) else f"needs {said}"
