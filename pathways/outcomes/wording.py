"""Outcomes in words: amounts in the unit of their measure, and what a change says and does not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ontology.report import sentence
from pathways.amounts import count
from standards.outcomes import BY_SLUG, Difference, Effect, Kind, Measure, Outcomes, Pooled, Shown, Side

MINUS: Final = "\N{MINUS SIGN}"

HIDDEN: Final = "hidden"
"""Stands for the numbers of an observation that must not be shown."""

ASSOCIATION: Final = (
    "What is shown is association, not proof of a cause: whatever else changed in those months is in it too, and who "
    "takes a standard up may differ from who does not."
)

AVERAGED: Final = "Who reports more periods than others counts by the average of them."
"""Said where shares are therefore not those of the counts beside them."""

INDEPENDENT: Final = (
    "Intervals are of 95%: Wilson's for a share, Newcombe's for a difference of two, combined as Zou and Donner do "
    "for a difference of differences. They take before and after as if no one were in both."
)


def amount(measure: Measure, value: float) -> str:
    r"""Return a value in the unit of its measure.

    Example
    -------
    >>> from standards.outcomes import BY_SLUG
    >>> amount(BY_SLUG["turnover"], 0.1941), amount(BY_SLUG["wage-gain"], 1.1)
    ('19.4%', '$1.10')
    >>> amount(BY_SLUG["median-earnings"], 11840), ascii(amount(BY_SLUG["wage-gain"], -0.5))
    ('$11,840', "'\\u2212$0.50'")
    """
    sign = MINUS if value < 0 else ""
    if measure.kind.is_share:
        return f"{sign}{abs(value) * 100:.1f}%"
    if measure.kind is Kind.MEAN:
        return f"{sign}${abs(value):,.{cents(measure)}f}"
    return f"{sign}{abs(value):,.{0 if value == int(value) else 1}f}"


def cents(measure: Measure) -> int:
    """Return how many decimals dollars of a measure are told with: none of what is paid in a quarter."""
    return 2 if measure.highest < 1_000 else 0


def signed(measure: Measure, value: float) -> str:
    r"""Return a difference with its sign; of two shares in percentage points.

    Example
    -------
    >>> from standards.outcomes import BY_SLUG
    >>> signed(BY_SLUG["turnover"], 0.0918), signed(BY_SLUG["wage-gain"], 0.55), ascii(signed(BY_SLUG["rework"], 0))
    ('+9.2', '+$0.55', "'\\xb10.0'")
    """
    bare = f"{abs(value) * 100:.1f}" if measure.kind.is_share else amount(measure, abs(value))
    return f"{_sign(bare, value)}{bare}"


def _sign(bare: str, value: float) -> str:
    if not bare.strip("$0."):
        return "\N{PLUS-MINUS SIGN}"
    return "+" if value > 0 else MINUS


def change(measure: Measure, difference: Difference) -> str:
    """Return a difference with its unit and, where there is one, its interval."""
    said = signed(measure, difference.value) + (" points" if measure.kind.is_share else "")
    if difference.low is None or difference.high is None:
        return said
    return f"{said} (95%: {signed(measure, difference.low)} to {signed(measure, difference.high)})"


def counts(measure: Measure, pooled: Pooled) -> str:
    """Return on what a value rests, in brackets; nothing where that must not be told."""
    if pooled.numerator is not None:
        return f" ({pooled.numerator:,} of {pooled.denominator:,})"
    return f" ({count(pooled.people, 'person', 'people')})" if pooled.people and measure.kind is Kind.MEAN else ""


def brief(effect: Effect) -> Iterator[str]:
    """Yield what changed of one measure with the standard, without it, and between the two."""
    measure = BY_SLUG[effect.measure]
    if effect.with_standard is None:
        yield f"Nothing can be said: {effect.refused}."
        return
    yield f"With the standard: {_side(measure, effect.with_standard)}"
    if effect.without:
        yield f"Without it: {_side(measure, effect.without)}"
    if effect.apart:
        yield f"The change with it less the change without: {change(measure, effect.apart)}{_verdict(effect.apart)}."


def sentences(effect: Effect) -> Iterator[str]:
    """Yield what is said of one measure, in sentences."""
    measure = BY_SLUG[effect.measure]
    yield from brief(effect)
    if effect.with_standard is None:
        yield from _left_out(effect.left_out)
        return
    if effect.refused:
        yield f"Nothing is compared: {effect.refused}."
    elif effect.without and not effect.apart:
        yield "Nothing is compared: numbers of groups of different size say nothing beside each other."
    if is_averaged(effect):
        yield AVERAGED
    yield from _left_out(effect.left_out)
    yield f"This is an association, not proof of a cause; {_rests(measure, effect.with_standard, effect.without)}"


def is_averaged(effect: Effect) -> bool:
    """Return whether some units of a side report more periods than others."""
    sides = [side for side in (effect.with_standard, effect.without) if side]
    return any(at.averaged for side in sides for at in (side.before, side.after))


def _side(measure: Measure, side: Side) -> str:
    before, after = (f"{amount(measure, at.value)}{counts(measure, at)}" for at in (side.before, side.after))
    counted = sentence(f"Counted: {', '.join(side.units)}")
    return f"{before} before, {after} after: {change(measure, side.change)}. {counted}"


def _verdict(apart: Difference) -> str:
    """Return what an interval that holds zero means."""
    holds_zero = apart.low is not None and apart.high is not None and apart.low <= 0 <= apart.high
    return ", which may as well be no difference" if holds_zero else ""


def _left_out(names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"Left out, for no figures are shown both of before and of after: {', '.join(names)}."


def _rests(measure: Measure, one: Side, other: Side | None) -> str:
    """Return on how many people or jobs a comparison rests."""
    told = f"it rests on {_number(measure, one)} with the standard"
    return f"{told}, and on {_number(measure, other)} without." if other else f"{told}."


def _number(measure: Measure, side: Side) -> str:
    if side.before.people is None or side.after.people is None:
        return "people whose number is not told, for more could be worked out from it,"
    people = f"{side.before.people:,} people before and {side.after.people:,} after"
    if measure.kind is Kind.WORK:
        return f"{side.before.denominator:,} jobs before and {side.after.denominator:,} after, of {people},"
    return people


def wanted(measure: Measure) -> str:
    """Return whether more or less is better.

    Example
    -------
    >>> from standards.outcomes import BY_SLUG
    >>> wanted(BY_SLUG["turnover"])
    'less is better'
    """
    return f"{measure.better} is better"


def value(one: Shown) -> str:
    """Return the value of an observation, or that it is hidden."""
    return HIDDEN if one.value is None else amount(BY_SLUG[one.measure], one.value)


def rests_on(one: Shown) -> str:
    """Return on what the value of an observation rests."""
    if one.numerator is not None and one.denominator is not None:
        return f"{one.numerator:,} of {one.denominator:,}"
    return f"{one.people:,} people" if one.people is not None else ""


def summary(outcomes: Outcomes) -> str:
    """Return in a few words what is there."""
    observations = count(len(outcomes.rows), "observation")
    return f"{observations} of {count(_measures(outcomes), 'measure')}, {outcomes.hidden:,} hidden"


def _measures(outcomes: Outcomes) -> int:
    return len({row.measure for row in outcomes.rows})


def rule(outcomes: Outcomes) -> str:
    """Return what is hidden, and why."""
    return (
        f"A figure is hidden that rests on fewer than {outcomes.fewest:,} people, that counts or leaves out fewer than "
        f"{outcomes.few:,}, or from which such a figure could be worked out. Which of these it is, is not told."
    )


def since(outcomes: Outcomes) -> str:
    """Return between which days before and after lie, since when the standard holds, and for whom."""
    if outcomes.since is None and not outcomes.adopters:
        return "The standard is neither ratified nor published yet, so there is no before and after."
    names = ", ".join(
        adopter.label if adopter.since == outcomes.since else f"{adopter.label} ({adopter.since})"
        for adopter in outcomes.adopters
    )
    taken = sentence(f"Taken up by {names}") if names else "Nobody is said to have taken it up."
    return f"{_held(outcomes)} {taken}"


def _held(outcomes: Outcomes) -> str:
    """Return since when the standard holds, and which day is asked for where that is another."""
    if outcomes.held and outcomes.held == outcomes.since:
        return f"The standard holds from {outcomes.held}, when it was first ratified or published."
    asked = f"Looked at is before and after {outcomes.since}, the day that was asked for. " if outcomes.since else ""
    if outcomes.held:
        return f"{asked}The standard was first ratified or published on {outcomes.held}."
    return f"{asked}The standard itself is neither ratified nor published yet."
