"""An evaluation as tables, with what they say in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standards.evaluation.annotated import ALL_TEXTS
from standards.evaluation.results import (
    RANKING,
    UNMATCHING,
    Evaluation,
    Measure,
    Reliability,
    Score,
    SetFacts,
    Speed,
)
from standards.evaluation.section import Section

DASH = "\N{EN DASH}"

DIGITS = (2, 3, 4)
"""Of an end of an interval: as few as tell it from 0; figures have four."""

NOTHING = DASH
"""Where a method has no such figure."""

COLUMNS = (*RANKING, Measure.ECE, Measure.UNMATCHED)

MEANINGS = {
    "RP@5": "of the right concepts, the share among the first five suggestions (of at most five)",
    "MRR": "1 / rank of the first right suggestion, on average; 1 is always first",
    "R@10": "of the right concepts, the share among the first ten suggestions",
    "ECE": "how far confidence is from the share that is right (first suggestion, ten bins); lower is better",
    "unmatched": "share of the texts whose best suggestion is below the confidence of {threshold}",
    NOTHING: "the method says no probability, so it has none",
}
"""What the columns of the first tables mean."""


POOLED = (
    f"{ALL_TEXTS}: those of all tables above together, each text once, so that tables with many texts weigh more; "
    "for the intervals a sentence is drawn with all of its spans."
)
"""What the last of several first tables holds."""


def account(evaluation: Evaluation) -> Iterator[Section]:
    """Yield the tables of an evaluation: what is found, by how much that differs, calibration, "unmatched", speed."""
    *ahead, last = (_found(evaluation, of) for of in evaluation.sets)
    yield from ahead
    yield Section(last.title, last.header, last.rows, _meanings(evaluation))
    if len(evaluation.methods) > 1:
        yield _compared(evaluation)
    yield _calibrated(evaluation)
    yield _unmatched(evaluation)
    if evaluation.speeds:
        yield _fast(evaluation)


def shown(score: Score | None) -> str:
    """Return a figure with its interval, without the zero before the point.

    Example
    -------
    >>> from standards.evaluation import Unit
    >>> one = Score(data="", unit=Unit.SPAN, method="", measure=Measure.MRR, value=0.757, low=0.7212, high=1)
    >>> shown(one).replace(DASH, " to "), shown(one.model_copy(update={"against": "x", "value": -0.05, "low": -0.06}))
    ('.757 [.72 to 1.00]', '-.050 [-.06, +1.00]')
    """
    if score is None:
        return NOTHING
    sign = "+" if score.against else ""
    value = _figure(score.value, 3, sign)
    if score.low is None or score.high is None:
        return value
    between = ", " if score.against else DASH
    return f"{value} [{_bound(score.low, sign)}{between}{_bound(score.high, sign)}]"


def _bound(value: float, sign: str) -> str:
    """Return an end of an interval; that of a difference shows on which side of 0 it is, however near.

    Example
    -------
    >>> _bound(0.0021, "+"), _bound(-0.0003, "+"), _bound(0.0, "+"), _bound(0.07, "+"), _bound(0.0021, "")
    ('+.002', '-.0003', '0', '+.07', '.00')
    """
    if not sign:
        return _figure(value, 2)
    return next((_figure(value, digits, sign) for digits in DIGITS if round(value, digits)), "0")


def _figure(value: float, digits: int, sign: str = "") -> str:
    text = f"{value:{sign}.{digits}f}"
    return text.replace("0.", ".", 1) if text.lstrip("+-").startswith("0.") else text


def named(of: SetFacts | Score | Reliability) -> str:
    """Return data and unit; all sets together have none."""
    name = of.name if isinstance(of, SetFacts) else of.data
    return f"{name}, {of.unit}s" if of.unit else name


def _short(evaluation: Evaluation, of: SetFacts) -> str:
    """Return data and unit, without the unit where all sets have the same."""
    return named(of) if len({each.unit for each in evaluation.sets if each.unit}) > 1 else of.name


def head(evaluation: Evaluation) -> str:
    """Return what was linked to what."""
    return (
        f"Linking to {evaluation.framework}: {evaluation.concepts:,} concepts with {evaluation.labels:,} labels. "
        f"In brackets 95% intervals ({evaluation.samples:,} draws of the texts, seed {evaluation.seed})."
    )


def _found(evaluation: Evaluation, of: SetFacts) -> Section:
    rows = tuple(
        (method, *(shown(evaluation.score(of, method, measure)) for measure in COLUMNS))
        for method in evaluation.methods
    )
    lost = f"; {of.lost} left out, whose concepts the framework lacks" if of.lost else ""
    title = f"{named(of)}: {of.answered:,} with an answer, {of.unanswered:,} without{lost}"
    return Section(title, ("method", *COLUMNS), rows)


def _meanings(evaluation: Evaluation) -> tuple[str, ...]:
    said = (f"{column}: {meaning.format(threshold=evaluation.threshold)}." for column, meaning in MEANINGS.items())
    return (POOLED, *said) if len(evaluation.sets) > 1 else tuple(said)


def _compared(evaluation: Evaluation) -> Section:
    """Return by how much the engine is ahead, and which of these differences hold."""
    own, *others = evaluation.methods
    rows = tuple(
        (_short(evaluation, of), other, *(shown(evaluation.score(of, own, measure, other)) for measure in RANKING))
        for of in evaluation.sets
        for other in others
    )
    return Section(f"By how much {own} is ahead", ("texts", "of", *RANKING), rows, tuple(verdicts(evaluation)))


def verdicts(evaluation: Evaluation) -> Iterator[str]:
    """Yield in words which differences hold, and which may be chance."""
    # All texts together say nothing that their parts do not: they would count twice.
    differences = [score for score in evaluation.scores if score.against and score.unit]
    ahead = [score for score in differences if score.holds and score.value > 0]
    behind = [score for score in differences if score.holds and score.value < 0]
    open_ones = [score for score in differences if not score.holds]
    own = evaluation.methods[0]
    yield (
        f"{own} is ahead in {len(ahead)} of {len(differences)} comparisons, and that holds: the interval of the "
        "difference, on the same draws of texts, leaves out 0."
    )
    if behind:
        yield f"It is behind, and that holds, in: {_listed(behind)}."
    if open_ones:
        yield f"These may be chance on so few texts: {_listed(open_ones)}."


def _listed(scores: Sequence[Score]) -> str:
    """Return differences, those of the same texts and method together."""
    together: dict[str, list[str]] = {}
    for score in scores:
        together.setdefault(f"{named(score)} against {score.against}", []).append(score.measure)
    return "; ".join(f"{', '.join(measures)} of {compared}" for compared, measures in together.items())


def _calibrated(evaluation: Evaluation) -> Section:
    own = evaluation.methods[0]
    rows = tuple(
        (
            _short(evaluation, of),
            shown(evaluation.score(of, own, Measure.ECE)),
            *(_by_chance(each) for each in evaluation.calibration(of) if each.headline),
            *(_figure(each.error, 3) for each in evaluation.calibration(of) if not each.headline),
        )
        for of in evaluation.sets
        if evaluation.calibration(of)
    )
    header = ("texts", "ECE", "by chance", "equal mass", "answered", "first five", "five, mass")
    notes = (
        "by chance: what exact confidences would show on as many texts, in the mean and in 95 of 100 cases; an ECE "
        "within these bounds is not told from exact ones.",
        "equal mass: over bins of as many suggestions each. answered: of texts with an answer only. first five: of the "
        "first five suggestions of each text, over bins of equal width and of equal mass.",
    )
    return Section(f"Calibration of {own}", header, rows, notes)


def _by_chance(each: Reliability) -> str:
    return f"{_figure(each.by_chance, 3)} [{_figure(each.chance_low, 2)}{DASH}{_figure(each.chance_high, 2)}]"


def _unmatched(evaluation: Evaluation) -> Section:
    own = evaluation.methods[0]
    rows = tuple(
        (_short(evaluation, of), *(shown(evaluation.score(of, own, measure)) for measure in UNMATCHING))
        for of in evaluation.sets
    )
    header = ("texts", "with an answer", "without one", "precision", "right of matched")
    notes = (
        f"with an answer: of the texts that have one, the share called unmatched (confidence below "
        f"{evaluation.threshold}); lower is better. without one: the same of those that have none; higher is better.",
        "precision: of the texts called unmatched, the share that has no answer. right of matched: of all others, the "
        "share whose first suggestion is right.",
    )
    return Section(f'How honest the "unmatched" of {own} is', header, rows, notes)


def headlines(evaluation: Evaluation) -> list[Reliability]:
    """Return the reliability that the calibration errors of the first tables stand for."""
    return [each for each in evaluation.reliability if each.headline]


def _fast(evaluation: Evaluation) -> Section:
    own, *others = evaluation.speeds
    rows = tuple((s.method, f"{s.index:,.1f}", f"{s.statements:,.0f}") for s in evaluation.speeds)
    notes = tuple(_faster(own, other) for other in others if own.statements and other.statements)
    title = f"Speed, in this run, on {_cores(evaluation.cores)}"
    return Section(title, ("method", "index, s", "statements/s"), rows, notes)


def _faster(one: Speed, other: Speed) -> str:
    """Return which of two methods is faster, and how much.

    Example
    -------
    >>> _faster(Speed(method="a", index=0, statements=10), Speed(method="b", index=0, statements=25))
    'b links 2.5 times as many a second as a.'
    """
    slow, fast = sorted((one, other), key=lambda speed: speed.statements)
    return f"{fast.method} links {fast.statements / slow.statements:,.1f} times as many a second as {slow.method}."


def _cores(number: int) -> str:
    return f"{number} core{'' if number == 1 else 's'}"
